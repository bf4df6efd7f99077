"""Fetches addresses: the only way of the house to the network."""

import ssl
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from typing import Self

import httpcore2

from sholu.collect.fetch.answer import Answer, Limits, NotFetchedError, Validators
from sholu.collect.fetch.clock import Clock, SystemClock
from sholu.collect.fetch.exchange import Reply, exchange
from sholu.collect.fetch.guard import Deadline, Guard, Resolve, look_up
from sholu.collect.fetch.headers import conditions, content_type, retry_after, version_of
from sholu.collect.fetch.pace import Pace
from sholu.collect.fetch.place import Place, place_of
from sholu.collect.fetch.robots import NAME, Robots
from sholu.collect.fetch.unpack import ACCEPTED
from sholu.model import Attempt, Outcome, UsageError

_REDIRECTS = (301, 302, 303, 307, 308)

_OUTCOMES: dict[int, tuple[Outcome, str]] = {
    401: ("blocked", "the server wants a password"),
    402: ("blocked", "the server wants to be paid"),
    403: ("blocked", "the server does not let us in"),
    404: ("missing", "there is no such page"),
    407: ("blocked", "a proxy on the way wants a password"),
    410: ("missing", "the page was taken away"),
    429: ("busy", "the server asks us to come back later"),
    451: ("blocked", "the page is withheld for legal reasons"),
    503: ("busy", "the server cannot answer now"),
}


class Door:
    """Fetches public web addresses politely, safe to share between threads.

    Redirects are followed, each of them checked like the first address; one from https to http
    too, as much of the press still speaks http alone: `Attempt.final` shows it.

    Args:
        clock: tells the time of waits, pauses and attempts.
        allowed: hosts ("intranet.example", "intranet.example:8080") that may be asked although
            their addresses are not public; with its port, whatever the port.
        resolve: finds the addresses of a host.
        limits: how long, how much and how often.
        contact: address of a page or mailbox of whoever runs this, told to every server.

    Raises:
        UsageError: the contact cannot be told to a server.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        allowed: Collection[str] = (),
        resolve: Resolve = look_up,
        limits: Limits | None = None,
        contact: str | None = None,
    ) -> None:
        self._clock = SystemClock() if clock is None else clock
        self._limits = Limits() if limits is None else limits
        self._allowed = frozenset(host.lower() for host in allowed)
        self._resolve = resolve
        self._agent = user_agent(contact)
        self._context: ssl.SSLContext | None = None
        self._pace = Pace(self._clock, self._limits)
        self._robots = Robots(
            clock=self._clock,
            limits=self._limits,
            fetch=lambda place: self._follow(place, [], [], for_robots=True),
            slow_down=lambda place, seconds: self._pace.slow_down(place.site, seconds),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing stays open between two requests; that may change, so close it."""

    def ready_at(self, address: str) -> datetime:
        """When the host of an address may be asked again: now, unless it wants its peace."""
        try:
            return self._pace.ready_at(place_of(address).site)
        except NotFetchedError:
            return self._clock.now()

    def get(self, address: str, *, validators: Validators | None = None) -> Answer:
        """Fetch an address: whatever the network does, there is an answer that tells of it.

        Args:
            validators: of the version known; where nothing is newer the outcome is "unchanged".
        """
        at = self._clock.now().isoformat(timespec="seconds")
        asked = conditions(validators)
        answered: list[Place] = []
        try:
            reply = self._follow(place_of(address), asked, answered)
            self._judge(reply, is_conditional=bool(asked))
        except NotFetchedError as missed:
            return Answer(
                attempt=Attempt(
                    address=address,
                    at=at,
                    outcome=missed.outcome,
                    reason=missed.reason,
                    status=missed.status,
                    final=_final(answered),
                    wait=missed.wait,
                )
            )
        media_type, charset = content_type(reply.headers.get("content-type", ""))
        return Answer(
            attempt=Attempt(
                address=address,
                at=at,
                outcome="read",
                status=reply.status,
                final=_final(answered),
                size=len(reply.body),
            ),
            body=reply.body,
            media_type=media_type,
            charset=charset,
            validators=version_of(reply.headers),
        )

    def _follow(
        self,
        place: Place,
        headers: list[tuple[str, str]],
        answered: list[Place],
        *,
        for_robots: bool = False,
    ) -> Reply:
        """Ask for a place, and for where it redirects to; who answered is added to `answered`.

        Raises:
            NotFetchedError: no answer, no leave to ask, or redirects without end.
        """
        deadline = Deadline(self._limits.total)
        while True:
            with _told_where(answered):
                reply = self._ask(place, headers, deadline, for_robots=for_robots)
                answered.append(place)
                location = reply.headers.get("location")
                if reply.status not in _REDIRECTS or not location:
                    return reply
                place = place.redirected(location)
            if any(place.address == before.address for before in answered):
                raise NotFetchedError(
                    "failed", "the redirects go round in a circle", status=reply.status
                )
            if len(answered) > self._limits.redirects:
                raise NotFetchedError(
                    "failed",
                    f"there are more than {self._limits.redirects} redirects",
                    status=reply.status,
                )

    def _ask(
        self,
        place: Place,
        headers: list[tuple[str, str]],
        deadline: Deadline,
        *,
        for_robots: bool,
    ) -> Reply:
        began = time.monotonic()
        if not for_robots:
            self._robots.check(place)
        if place.scheme == "https" and self._context is None:
            self._context = httpcore2.default_ssl_context()
        with self._pace.turn(place.site):
            deadline.prolong(time.monotonic() - began)  # waiting for a turn costs nothing
            reply = exchange(
                place,
                [
                    ("User-Agent", self._agent),
                    ("Accept", "*/*"),
                    ("Accept-Encoding", ACCEPTED),
                    *headers,
                ],
                guard=Guard(
                    resolve=self._resolve,
                    allowed=self._allowed,
                    connect=self._limits.connect,
                    deadline=deadline,
                ),
                context=self._context,
                seconds=self._limits.total,
                most=self._limits.robots_bytes if for_robots else self._limits.bytes,
                begin_only=for_robots,
            )
            wait = self._wait_asked_for(reply)
            if wait:
                self._pace.stay_away(place.site, wait)
        return reply

    def _wait_asked_for(self, reply: Reply) -> int | None:
        if reply.status not in (429, 503) or "retry-after" not in reply.headers:
            return None
        return retry_after(
            reply.headers["retry-after"], self._clock.now(), longest=self._limits.longest_wait
        )

    def _judge(self, reply: Reply, *, is_conditional: bool) -> None:
        """What the status of an answer means.

        Raises:
            NotFetchedError: anything but that the whole came.
        """
        status = reply.status
        if 200 <= status < 300 and status != 206:
            return
        if status == 304 and is_conditional:
            raise NotFetchedError("unchanged", None, status=status)
        outcome, reason = _OUTCOMES.get(status, ("failed", _unknown(status)))
        raise NotFetchedError(outcome, reason, status=status, wait=self._wait_asked_for(reply))


def user_agent(contact: str | None) -> str:
    """How we call ourselves: our name, our version, and where whoever runs this can be found.

    Raises:
        UsageError: the contact cannot stand in a header.
    """
    name = f"{NAME}/{version('sholu')}"
    if not contact:
        return name
    if not contact.isascii() or not contact.isprintable() or set(contact) & set(" ()<>\\"):
        raise UsageError(
            f"the contact {contact!r} cannot be told to servers: "
            "give a web address or a mail address in plain letters, without spaces or brackets"
        )
    return f"{name} (+{contact})"


@contextmanager
def _told_where(answered: list[Place]) -> Iterator[None]:
    """Says of what goes wrong behind a redirect that it does."""
    try:
        yield
    except NotFetchedError as missed:
        if answered:
            missed.reason = f"after a redirect: {missed.reason}"
        raise


def _final(answered: list[Place]) -> str | None:
    return answered[-1].address if len(answered) > 1 else None


def _unknown(status: int) -> str:
    if status == 206:
        return "the server sent only a part of the page"
    if 300 <= status < 400:
        return f"the server redirects to nowhere (status {status})"
    if status >= 500:
        return f"the server is out of order (status {status})"
    return f"the server does not take the request (status {status})"
