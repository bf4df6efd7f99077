"""Time that passes only for those who sleep."""

import threading
from datetime import datetime, timedelta


class MadeClock:
    """A clock that stands still but for those who sleep by it; safe to share between threads."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._lock = threading.Lock()

    def now(self) -> datetime:
        return self._now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self._now += timedelta(seconds=seconds)
