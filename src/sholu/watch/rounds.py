"""The rounds of a watcher: what is due is fetched by several at a time and kept by one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from sholu.archive import Archive, Due, Task, Transaction, address_key, moment, parsed
from sholu.collect.fetch import Clock, Door
from sholu.model import ArchiveError, Source
from sholu.watch.crew import Crew
from sholu.watch.keeping import Brought, keep_fetched, keep_look
from sholu.watch.work import Fetched, Look, fetch, look

T = TypeVar("T")
Job = Due | Task

# Jobs that are looked through for hosts that have time.
_LOOKED_THROUGH = 500
# Seconds after which a sleeping watcher looks whether somebody asked for something by hand.
_NAP = 30.0
# How often a database that does not answer is asked again before the watch gives up, and the
# seconds between: five minutes, in which it may be restarted.
_MOST_ASKED = 60
_BETWEEN_ASKED = 5.0


@dataclass(slots=True)
class Tally:
    """What the rounds have brought so far."""

    looks: int = 0
    articles: int = 0
    new: int = 0
    changed: int = 0
    problems: list[str] = field(default_factory=list)

    def add(self, brought: Brought, *, is_look: bool) -> None:
        """Count one step."""
        self.looks += is_look
        self.articles += not is_look
        self.new += brought.new
        self.changed += brought.changed
        if brought.problem:
            self.problems.append(brought.problem)


class Rounds:
    """Goes its rounds over what an archive says is due.

    Each job is done apart from the archive, and what came of it is kept in one transaction: a kill
    at any moment leaves a job either kept or due.

    Args:
        workers: how many fetch at a time; with 0 everything happens in turn, in this thread.
        on_step: told after every step what has come in so far.
        on_trouble: told in words what goes wrong.
        between: done whenever something was kept, and before the end; gives how much it did.
    """

    def __init__(
        self,
        archive: Archive,
        door: Door,
        *,
        clock: Clock,
        workers: int = 8,
        on_step: Callable[[Tally], None] = lambda tally: None,
        on_trouble: Callable[[str], None] = lambda words: None,
        between: Callable[[], int] = lambda: 0,
    ) -> None:
        self._archive = archive
        self._door = door
        self._clock = clock
        self._workers = workers
        self._on_step = on_step
        self._on_trouble = on_trouble
        self._between = between
        self._sources: dict[str, Source] = {}
        self.tally = Tally()

    def watch(self, sources: Iterable[Source], *, until: datetime | None = None) -> Tally:
        """Watch these sources, and no others, until a moment (or until stopped)."""
        self._take_up(sources, watched=True)
        self._go(until=until, wait_for_due=True, jobs=self._due)
        return self.tally

    def once(self, sources: Iterable[Source]) -> Tally:
        """Watch these sources from now on, and do what is due of them and of articles now."""
        self._take_up(sources, watched=True)
        self._go(until=None, wait_for_due=False, jobs=self._due)
        return self.tally

    def collect(self, sources: Iterable[Source]) -> Tally:
        """Look at these sources once, and fetch the articles they name."""
        given = self._take_up(sources, watched=False)
        for one in given:
            first = Due(source=one, etag=None, last_modified=None, failures=0, first=False)
            self._keep(look(first, self._door))
        wanted = {one.id for one in given}

        def jobs(at: str) -> list[Job]:
            with self._archive.view() as view:
                tasks = view.tasks_due(at=at, limit=_LOOKED_THROUGH)
            return [task for task in tasks if task.source in wanted]

        self._go(until=None, wait_for_due=False, jobs=jobs)
        return self.tally

    def _take_up(self, sources: Iterable[Source], *, watched: bool) -> tuple[Source, ...]:
        given = tuple(sources)
        self._sources |= {one.id: one for one in given}
        at = moment(self._clock.now())

        def note() -> None:
            with self._archive.writing() as transaction:
                if watched:
                    transaction.watch(given, at=at)
                else:
                    for one in given:
                        transaction.know(one, at=at)

        self._insist(note)
        return given

    def _due(self, at: str) -> list[Job]:
        with self._archive.view() as view:
            looks = view.sources_due(at=at, limit=_LOOKED_THROUGH)
            return [*looks, *view.tasks_due(at=at, limit=_LOOKED_THROUGH)]

    def _go(
        self,
        *,
        until: datetime | None,
        wait_for_due: bool,
        jobs: Callable[[str], list[Job]],
    ) -> None:
        with Crew[Look | Fetched](self._workers) as crew:
            while until is None or self._clock.now() < until:
                waiting = self._begin_due(jobs, crew)
                if crew.at_work:
                    for done in crew.finished():
                        self._keep(done)
                    self._insist(self._between)
                elif waiting is not None:
                    self._clock.sleep(_seconds(self._clock.now(), waiting))
                elif not wait_for_due or not self._sleep_until_due(until):
                    break
            while crew.at_work:
                for done in crew.finished():
                    self._keep(done)
        while self._insist(self._between):
            pass

    def _begin_due(
        self, jobs: Callable[[str], list[Job]], crew: Crew[Look | Fetched]
    ) -> datetime | None:
        """Begin what is due at hosts that have time; gives when the first of the others has."""
        now = self._clock.now()
        waiting: datetime | None = None
        for job in self._insist(lambda: jobs(moment(now))):
            if crew.all_busy:
                break
            address = job.source.address if isinstance(job, Due) else job.link.address
            host = address_key(address).partition("/")[0]
            if crew.is_at(host):
                continue
            ready = self._door.ready_at(address)
            if ready > self._clock.now():
                waiting = min(waiting or ready, ready)
            else:
                crew.begin(self._work(job), host=host)
        return waiting

    def _work(self, job: Job) -> Callable[[], Look | Fetched]:
        if isinstance(job, Due):
            return lambda: look(job, self._door)
        source = self._source(job.source) if job.source else None
        return lambda: fetch(job, source, self._door)

    def _source(self, id: str) -> Source | None:
        """The source that named an article, which may be one of an earlier list."""
        if id not in self._sources:
            with self._archive.view() as view:
                found = view.source(id)
            if found is None:
                return None
            self._sources[id] = found
        return self._sources[id]

    def _keep(self, done: Look | Fetched) -> None:
        def keep() -> Brought:
            with self._archive.writing() as transaction:
                return _kept(transaction, done)

        brought = self._insist(keep)
        self.tally.add(brought, is_look=isinstance(done, Look))
        if brought.problem:
            self._on_trouble(brought.problem)
        self._on_step(self.tally)

    def _sleep_until_due(self, until: datetime | None) -> bool:
        """Wait for the next job, or a while; false where nothing will ever be due in time."""

        def next_due() -> str | None:
            with self._archive.view() as view:
                return view.next_due()

        due = self._insist(next_due)
        if due is None or (until is not None and parsed(due) >= until):
            return False
        now = self._clock.now()
        self._clock.sleep(min(_seconds(now, parsed(due)), self._nap()))
        return True

    def _nap(self) -> float:
        return _NAP if self._workers else float("inf")

    def _insist(self, what: Callable[[], T]) -> T:
        """Do something with the archive, again and again where the database does not answer."""
        for asked in range(1, _MOST_ASKED):
            try:
                return what()
            except ArchiveError as error:
                if asked == 1:
                    self._on_trouble(f"{error}; trying again")
                self._clock.sleep(_BETWEEN_ASKED)
        return what()


def _kept(transaction: Transaction, done: Look | Fetched) -> Brought:
    if isinstance(done, Look):
        return keep_look(transaction, done)
    return keep_fetched(transaction, done)


def _seconds(now: datetime, then: datetime) -> float:
    return max(0.0, (then - now) / timedelta(seconds=1))
