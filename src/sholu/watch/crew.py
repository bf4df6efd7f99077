"""Those who fetch, several at a time, never two at one host."""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")


class Crew(Generic[T]):
    """Threads that work, or none: then a job is done where it is begun.

    What a job raises is raised when it is collected.
    """

    def __init__(self, workers: int) -> None:
        self._most = max(1, workers)
        self._threads = ThreadPoolExecutor(workers, "fetch") if workers else None
        self._running: dict[Future[T], str] = {}

    def __enter__(self) -> "Crew[T]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._threads:
            self._threads.shutdown(cancel_futures=True)

    @property
    def at_work(self) -> bool:
        """Whether anything is being fetched, or has been and was not collected."""
        return bool(self._running)

    @property
    def all_busy(self) -> bool:
        """Whether nobody is free to begin another job."""
        return len(self._running) >= self._most

    def is_at(self, host: str) -> bool:
        """Whether somebody works at this host."""
        return host in self._running.values()

    def begin(self, work: Callable[[], T], *, host: str) -> None:
        """Have a job done at a host."""
        if self._threads:
            self._running[self._threads.submit(work)] = host
            return
        done: Future[T] = Future()
        done.set_result(work())
        self._running[done] = host

    def finished(self) -> Iterator[T]:
        """What was done, in the order it was begun; waits for one where none is ready."""
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        for future in [one for one in self._running if one in done]:
            del self._running[future]
            yield future.result()
