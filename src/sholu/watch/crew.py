"""Those who fetch, several at a time, never two at one host."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

J = TypeVar("J")
T = TypeVar("T")


class Crew(Generic[J, T]):
    """Threads that work, or none: then a job is done where it is begun.

    Whoever is still at work does not hold up the end of the process: what it fetches is lost,
    and the job is still due.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._hosts: dict[Future[T], str] = {}
        self._done: SimpleQueue[tuple[J, Future[T]]] = SimpleQueue()

    @property
    def at_work(self) -> bool:
        """Whether anything is being fetched, or has been and was not collected."""
        return bool(self._hosts)

    @property
    def all_busy(self) -> bool:
        """Whether nobody is free to begin another job."""
        return len(self._hosts) >= max(1, self._workers)

    def is_at(self, host: str) -> bool:
        """Whether somebody works at this host."""
        return host in self._hosts.values()

    def begin(self, job: J, work: Callable[[], T], *, host: str) -> None:
        """Have a job done at a host."""
        future: Future[T] = Future()
        self._hosts[future] = host
        if self._workers:
            Thread(target=self._do, args=(job, work, future), name=host, daemon=True).start()
        else:
            self._do(job, work, future)

    def finished(self) -> Iterator[tuple[J, Future[T]]]:
        """The jobs that are done, each with what came of it; waits for one where none is yet."""
        while True:
            job, future = self._done.get()
            del self._hosts[future]
            yield job, future
            if self._done.empty():
                return

    def _do(self, job: J, work: Callable[[], T], future: Future[T]) -> None:
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
            future.set_exception(error)
        self._done.put((job, future))
