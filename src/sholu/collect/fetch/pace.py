"""Whose turn it is: one request to a host at a time, and a pause after it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import ceil

from sholu.collect.fetch.answer import Limits, NotFetchedError
from sholu.collect.fetch.clock import Clock

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    last: datetime | None = None
    gap: float = 0.0
    away_until: datetime = _LONG_AGO


class Pace:
    """Keeps requests to every host apart; safe to share between threads."""

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self._clock = clock
        self._limits = limits
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def ready_at(self, site: str) -> datetime:
        """When this host may be asked again; now, where it may be at once."""
        with self._lock:
            return self._ready(self._host(site), self._clock.now())

    @contextmanager
    def turn(self, site: str) -> Iterator[None]:
        """Wait for one's turn, and leave the host in peace for a while afterwards.

        Raises:
            NotFetchedError: "busy", where the wait is longer than the limits' patience.
        """
        with self._lock:
            host = self._host(site)
        with host.turn:
            self._wait(host)
            try:
                yield
            finally:
                with self._lock:
                    host.last = self._clock.now()

    def stay_away(self, site: str, seconds: int) -> None:
        """The host asked for so many seconds of peace (Retry-After)."""
        with self._lock:
            until = self._clock.now() + timedelta(seconds=seconds)
            host = self._host(site)
            host.away_until = max(host.away_until, until)

    def slow_down(self, site: str, seconds: float) -> None:
        """The host wants so many seconds between two requests (Crawl-delay)."""
        with self._lock:
            self._host(site).gap = min(seconds, self._limits.longest_wait)

    def _host(self, site: str) -> _Host:
        return self._hosts.setdefault(site, _Host())

    def _ready(self, host: _Host, now: datetime) -> datetime:
        ready = max(now, host.away_until)
        if host.last is None:
            return ready
        return max(ready, host.last + timedelta(seconds=max(host.gap, self._limits.pace)))

    def _wait(self, host: _Host) -> None:
        while True:
            with self._lock:
                now = self._clock.now()
                ready = self._ready(host, now)
                if ready <= now:
                    host.last = now
                    return
            seconds = (ready - now).total_seconds()
            if seconds > self._limits.patience:
                raise NotFetchedError(
                    "busy",
                    f"the server wants to be left alone until {ready:%Y-%m-%d %H:%M} UTC",
                    wait=ceil(seconds),
                )
            self._clock.sleep(seconds)
