"""What a host asks robots to leave alone (RFC 9309)."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from protego import Protego

from sholu.collect.fetch.answer import Limits, NotFetchedError
from sholu.collect.fetch.clock import Clock
from sholu.collect.fetch.exchange import Reply
from sholu.collect.fetch.place import Place, place_of

NAME = "Sholu"
"""What robots.txt calls us."""

_TELLS_NOTHING = "so nothing is asked of the site until that changes"


@dataclass(slots=True)
class _Rules:
    """What holds for one origin.

    Attributes:
        until: when robots.txt is to be asked for again.
        parsed: None where there is no robots.txt, and everything is allowed.
        barred: why nothing may be fetched, and what became of the try.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    until: datetime | None = None
    parsed: Protego | None = None
    barred: NotFetchedError | None = None


class Robots:
    """Knows the robots.txt of every host met; safe to share between threads.

    Args:
        fetch: asks for robots.txt, follows its redirects, and cuts what is too long.
        slow_down: is told of a Crawl-delay, with the place it holds for.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        limits: Limits,
        fetch: Callable[[Place], Reply],
        slow_down: Callable[[Place, float], None],
    ) -> None:
        self._clock = clock
        self._limits = limits
        self._fetch = fetch
        self._slow_down = slow_down
        self._known: dict[str, _Rules] = {}
        self._lock = threading.Lock()

    def check(self, place: Place) -> None:
        """Ask whether a place may be fetched; its robots.txt is fetched where it is not known.

        Raises:
            NotFetchedError: "disallowed" by the host, or its robots.txt is out of reach.
        """
        with self._lock:
            rules = self._known.setdefault(place.origin, _Rules())
        with rules.lock:
            if rules.until is None or rules.until <= self._clock.now():
                self._learn(rules, place)
        if rules.barred is not None:
            raise NotFetchedError(
                rules.barred.outcome,
                rules.barred.reason,
                status=rules.barred.status,
                wait=rules.barred.wait,
            )
        if rules.parsed is not None and not rules.parsed.can_fetch(place.address, NAME):
            raise NotFetchedError("disallowed", "the site's robots.txt asks robots not to fetch it")

    def _learn(self, rules: _Rules, place: Place) -> None:
        kept = self._limits.robots_kept
        rules.parsed = rules.barred = None
        try:
            rules.parsed = self._read(place)
        except NotFetchedError as missed:
            rules.barred = missed
            kept = min(self._limits.robots_retry, missed.wait or self._limits.robots_retry)
        rules.until = self._clock.now() + timedelta(seconds=kept)
        delay = rules.parsed.crawl_delay(NAME) if rules.parsed is not None else None
        self._slow_down(place, delay or 0.0)

    def _read(self, place: Place) -> Protego | None:
        """The rules, or None where the host has none and so allows everything (RFC 9309, 2.3.1)."""
        try:
            reply = self._fetch(place_of(f"{place.origin}/robots.txt"))
        except NotFetchedError as missed:
            if missed.outcome == "failed" and missed.status is not None:
                return None  # redirects without end: as if there were none (2.3.1.2)
            if missed.outcome != "unreadable":
                raise  # the page itself would fare no better
            raise NotFetchedError(
                "disallowed", f"robots.txt cannot be read ({missed.reason}), {_TELLS_NOTHING}"
            ) from missed
        if 200 <= reply.status < 300:
            return Protego.parse(reply.body.decode("utf-8-sig", "replace"))
        if reply.status == 429 or reply.status >= 500:
            raise NotFetchedError(
                "busy" if reply.status == 429 else "disallowed",
                f"robots.txt answered with status {reply.status}, {_TELLS_NOTHING}",
                status=reply.status,
            )
        return None
