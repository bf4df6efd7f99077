"""The rounds of a watcher: what is due is fetched by several at a time and kept by one."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sholu.archive import Archive, Due, Task, address_key, moment, parsed
from sholu.collect.fetch import Clock, Door
from sholu.model import ArchiveError, Source
from sholu.watch.crew import Crew
from sholu.watch.keeping import Brought, keep_fetched, keep_look
from sholu.watch.work import Fetched, Look, fetch, given_up, look

T = TypeVar("T")
Job = Due | Task
Jobs = Callable[[str], list[Job]]

# Jobs that are looked through for hosts that have time.
_LOOKED_THROUGH = 500
# Seconds after which a sleeping watcher looks whether somebody asked for something by hand.
_NAP = 30.0
# Seconds that whoever does only what is due now waits for a host that wants its peace.
_PATIENCE = 60.0
# How often a database that does not answer is asked again before the watch gives up, and the
# seconds between: five minutes, in which it may be restarted.
_MOST_ASKED = 60
_BETWEEN_ASKED = 5.0


@dataclass(slots=True)
class Tally:
    """What the rounds have brought so far.

    Attributes:
        problems: how many looks and fetches failed for good.
        later: articles that wait for another round, as their hosts want to be left alone.
    """

    looks: int = 0
    articles: int = 0
    new: int = 0
    changed: int = 0
    problems: int = 0
    later: int = 0

    def add(self, brought: Brought, *, is_look: bool) -> None:
        """Count one step."""
        self.looks += is_look
        self.articles += not is_look
        self.new += brought.new
        self.changed += brought.changed
        self.problems += brought.problem is not None


class Rounds:
    """Goes its rounds over what an archive says is due.

    Each job is done apart from the archive, and what came of it is kept in one transaction: a kill
    at any moment leaves a job either kept or due. A job at which Sholu itself fails is set aside
    with a reason that says so, and the others go on.

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
        self._looked_at: set[str] = set()
        self.tally = Tally()

    def watch(self, sources: Iterable[Source], *, until: datetime | None = None) -> Tally:
        """Watch these sources, and no others, until a moment (or until stopped)."""
        self._watch_only(sources)

        def jobs(at: str) -> list[Job]:
            looks, tasks = self._due(at)
            return [*looks, *tasks]

        self._go(jobs, until=until, stay=True)
        return self.tally

    def once(self, sources: Iterable[Source]) -> Tally:
        """Watch these sources from now on, and do what is due now; each is looked at once."""
        self._watch_only(sources)

        def jobs(at: str) -> list[Job]:
            looks, tasks = self._due(at)
            return [*self._not_looked_at(looks), *tasks]

        self._go(jobs, until=None, stay=False)
        self._count_left(None)
        return self.tally

    def collect(self, sources: Iterable[Source]) -> Tally:
        """Look at these sources once, and fetch the articles they name."""
        at = moment(self._clock.now())
        with self._archive.writing() as transaction:
            given = [transaction.know(one, at=at) for one in sources]
        self._sources |= {one.id: one for one in given}
        ids = tuple(one.id for one in given)
        looks = [
            Due(source=one, etag=None, last_modified=None, failures=0, first=False) for one in given
        ]

        def jobs(at: str) -> list[Job]:
            with self._archive.view() as view:
                tasks = view.tasks_due(at=at, limit=_LOOKED_THROUGH, sources=ids)
            return [*self._not_looked_at(looks), *tasks]

        self._go(jobs, until=None, stay=False)
        self._count_left(ids)
        return self.tally

    def _watch_only(self, sources: Iterable[Source]) -> None:
        given = tuple(sources)
        self._sources |= {one.id: one for one in given}
        with self._archive.writing() as transaction:
            transaction.watch(given, at=moment(self._clock.now()))

    def _due(self, at: str) -> tuple[tuple[Due, ...], tuple[Task, ...]]:
        """Looks and articles that are due."""
        with self._archive.view() as view:
            return (
                view.sources_due(at=at, limit=_LOOKED_THROUGH),
                view.tasks_due(at=at, limit=_LOOKED_THROUGH),
            )

    def _not_looked_at(self, looks: Iterable[Due]) -> list[Due]:
        return [one for one in looks if one.source.id not in self._looked_at]

    def _go(self, jobs: Jobs, *, until: datetime | None, stay: bool) -> None:
        crew = Crew[Job, Look | Fetched](self._workers)
        while until is None or self._clock.now() < until:
            host_ready = self._begin_due(jobs, crew)
            if crew.at_work:
                self._keep_finished(crew)
            elif not self._rest(host_ready, until, stay=stay):
                break
        while crew.at_work:
            self._keep_finished(crew)
        while self._do_between():
            pass

    def _begin_due(self, jobs: Jobs, crew: Crew[Job, Look | Fetched]) -> datetime | None:
        """Begin what is due at hosts that have time; gives when the first of the others has."""
        first: datetime | None = None
        at = moment(self._clock.now())
        for job in self._insist(lambda: jobs(at)):
            if crew.all_busy:
                if self._workers:
                    break
                self._keep_finished(crew)
            address = job.source.address if isinstance(job, Due) else job.link.address
            host = address_key(address).partition("/")[0]
            ready = self._door.ready_at(address)
            if ready > self._clock.now():
                first = min(first or ready, ready)
            elif not crew.is_at(host):
                crew.begin(job, self._work(job), host=host)
        return first

    def _work(self, job: Job) -> Callable[[], Look | Fetched]:
        if isinstance(job, Due):
            return lambda: look(job, self._door)
        source = self._source(job.source) if job.source else None
        return lambda: fetch(job, source, self._door)

    def _source(self, id: str) -> Source | None:
        """The source that named an article, which may be one of an earlier list."""
        if id not in self._sources:

            def known() -> Source | None:
                with self._archive.view() as view:
                    return view.source(id)

            found = self._insist(known)
            if found is None:
                return None
            self._sources[id] = found
        return self._sources[id]

    def _keep_finished(self, crew: Crew[Job, Look | Fetched]) -> None:
        for job, future in crew.finished():
            self._keep(job, future)
        self._do_between()

    def _keep(self, job: Job, future: Future[Look | Fetched]) -> None:
        brought = self._guarded(
            lambda: self._kept(future.result()),
            lambda words: self._kept(given_up(job, words, at=moment(self._clock.now()))),
        )
        if isinstance(job, Due):
            self._looked_at.add(job.source.id)
        self.tally.add(brought, is_look=isinstance(job, Due))
        if brought.problem:
            self._on_trouble(brought.problem)
        self._on_step(self.tally)

    def _kept(self, done: Look | Fetched) -> Brought:
        def keep() -> Brought:
            with self._archive.writing() as transaction:
                if isinstance(done, Look):
                    return keep_look(transaction, done)
                return keep_fetched(transaction, done)

        return self._insist(keep)

    def _do_between(self) -> int:
        def stop(words: str) -> int:
            self._on_trouble(f"what is kept is not read any more: {words}")
            self._between = lambda: 0
            return 0

        return self._guarded(lambda: self._insist(self._between), stop)

    def _rest(self, host_ready: datetime | None, until: datetime | None, *, stay: bool) -> bool:
        """Sleep until something can be begun, or a while; false where this is to be the end."""
        now = self._clock.now()
        moments = [host_ready] if host_ready else []
        if stay and (due := self._next_due(now)):
            moments.append(due)
        if not moments:
            return False
        seconds = max(0.0, (min(moments) - now) / timedelta(seconds=1))
        if (until is not None and min(moments) >= until) or (not stay and seconds > _PATIENCE):
            return False
        self._clock.sleep(min(seconds, _NAP) if self._workers else seconds)
        return True

    def _next_due(self, now: datetime) -> datetime | None:
        """When the next job is due of those that are not yet."""

        def next_due() -> str | None:
            with self._archive.view() as view:
                return view.next_due(after=moment(now))

        due = self._insist(next_due)
        return parsed(due) if due else None

    def _count_left(self, sources: tuple[str, ...] | None) -> None:
        with self._archive.view() as view:
            self.tally.later = view.waiting(sources)

    def _guarded(self, what: Callable[[], T], instead: Callable[[str], T]) -> T:
        """Do something, or else what is to be done where a defect of Sholu stops it."""
        try:
            return what()
        except ArchiveError:
            raise
        except Exception as error:  # noqa: BLE001 - one broken page must not end a watch of weeks
            words = ascii(str(error))[1:-1][:200]
            kind = type(error).__name__
            return instead(f"a defect of Sholu ({kind}: {words}); please report it")

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
