"""The archive as the rest of the house sees it."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from sholu.archive import (
    check,
    connect,
    documents,
    health,
    moving,
    queue,
    readings,
    search,
    sources,
    turn,
)
from sholu.archive.coverage import coverage
from sholu.archive.pages import page_of
from sholu.archive.queue import Task
from sholu.archive.schema import version
from sholu.archive.sources import Due
from sholu.model import (
    ArchiveError,
    Attempt,
    Collected,
    Coverage,
    Kept,
    Link,
    Outcome,
    RawPage,
    Reading,
    Selection,
    Source,
    SourceHealth,
    Version,
)
from sholu.world import World


class Archive:
    """Everything that was collected, kept for ever, exactly once.

    Made by `open_archive`. One thread uses it at a time; any number of processes may. All moments
    are ISO 8601 in UTC. Everything raises `ArchiveError` where the database does not answer, and
    then nothing of the transaction is kept.
    """

    def __init__(self, engine: Engine, *, address: str, world: World) -> None:
        self.address = connect.shown(address)
        self._engine = engine
        self._world = world
        self._words: set[str] = set()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def writing(self) -> "Iterator[Transaction]":
        """All that is done inside is kept together, or nothing of it."""
        with self._speaking(), connect.writing(self._engine) as connection:
            made = Transaction(connection, self._world, self._words)
            yield made
        self._words |= made.words

    @contextmanager
    def view(self) -> "Iterator[View]":
        """The archive as it stands now, whatever is written meanwhile."""
        with self._speaking(), connect.reading(self._engine) as connection:
            yield View(connection)

    @contextmanager
    def only_watcher(self) -> Iterator[None]:
        """Hold the one place of a watcher; `ArchiveError` where somebody else holds it."""
        with self._speaking(), turn.only_watcher(self._engine, self.address):
            yield

    def back_up(self, file: Path) -> None:
        """Write all of it into a file, which is an archive itself; see `moving.back_up`."""
        with self._speaking():
            moving.back_up(self._engine, file)

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        try:
            yield
        except (DataError, IntegrityError):
            raise  # a defect of ours, which waiting for the database does not mend
        except SQLAlchemyError as error:
            raise ArchiveError(f"{self.address}: {connect.why(error)}") from error


class View:
    """What can be asked of an archive."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(
        self, selection: Selection, *, limit: int | None = None, oldest_first: bool = False
    ) -> Iterator[Version]:
        """The current versions that are meant, the last kept first or last."""
        rows = search.matching(self.connection, selection, version).limit(limit)
        if oldest_first:
            rows = rows.order_by(None).order_by(version.c.seq)
        found = self.connection.execute(rows, execution_options={"yield_per": 200})
        for row in found.mappings():
            yield documents.as_version(row)

    def id_of(self, address: str) -> str | None:
        """The document that was met under an address; null where none was."""
        return documents.id_of(self.connection, address)

    def versions(self, id: str) -> tuple[Version, ...]:
        """Every version of a document, the first one first."""
        return documents.versions_of(self.connection, id)

    def reading_of(self, id: str, number: int, *, reader: str) -> Reading | None:
        """What a reader read in a version of a document; null where it has not."""
        this = select(version.c.seq).where(version.c.document_id == id, version.c.number == number)
        row = self.connection.execute(this).scalar()
        return None if row is None else self.reading(row, reader=reader)

    def page(self, id: str, number: int) -> RawPage | None:
        """The page that a version was found on; null where it came from no page."""
        kept = select(version.c.page_sha256)
        this = kept.where(version.c.document_id == id, version.c.number == number)
        sha256 = self.connection.execute(this).scalar()
        return page_of(self.connection, sha256) if sha256 else None

    def reading(self, row: int, *, reader: str) -> Reading | None:
        """What a reader read in a version; null where it has not."""
        return readings.reading_of(self.connection, row, reader=reader)

    def unread(self, *, reader: str, limit: int) -> tuple[tuple[int, Version], ...]:
        """Versions that a reader has not read, with the numbers of their rows."""
        return tuple(readings.unread(self.connection, reader=reader, limit=limit))

    def source(self, id: str) -> Source | None:
        """A source that is or was watched; null where there is none of this id."""
        return sources.source_of(self.connection, id)

    def sources_due(self, *, at: str, limit: int) -> tuple[Due, ...]:
        """Sources whose time has come, the longest due first."""
        return sources.sources_due(self.connection, at=at, limit=limit)

    def tasks_due(
        self, *, at: str, limit: int, sources: Collection[str] | None = None
    ) -> tuple[Task, ...]:
        """Articles to be fetched whose time has come, of these sources or all: one a host."""
        return queue.tasks_due(self.connection, at=at, limit=limit, sources=sources)

    def waiting(self, sources: Collection[str] | None = None) -> int:
        """How many articles of these sources, or of all, are still to be fetched."""
        return queue.waiting(self.connection, sources)

    def next_due(self, *, after: str = "") -> str | None:
        """The next moment at which there is something to do, behind `after`; null without one."""
        moments = (
            sources.next_source_due(self.connection, after),
            queue.next_task_due(self.connection, after),
        )
        return min((moment for moment in moments if moment), default=None)

    def health(self, *, at: str) -> tuple[SourceHealth, ...]:
        """How every source is, those with trouble first."""
        return health.health(self.connection, at=at)

    def problems(self) -> Iterator[str]:
        """Every fault of the archive as one sentence; none where it is sound."""
        return check.problems(self.connection)

    def fingerprint(self) -> str:
        """A hash over all that is kept, the same on both databases."""
        return moving.fingerprint(self.connection)

    def count(self) -> dict[str, int]:
        """How many rows each table holds."""
        return moving.count(self.connection)

    def coverage(self, selection: Selection) -> Coverage:
        """What was tried, read and lost."""
        return coverage(self.connection, selection)


class Transaction(View):
    """What can be done to an archive besides."""

    def __init__(self, connection: Connection, world: World, words: set[str]) -> None:
        super().__init__(connection)
        self._world = world
        self._known = words
        self.words: set[str] = set()

    def keep(
        self,
        found: Collected,
        *,
        at: str,
        source: str | None = None,
        attempt: int | None = None,
    ) -> Kept:
        """Keep a document, as one more version where it has changed; see `keep_version`."""
        kept, row = documents.keep_version(
            self.connection, found, at=at, world=self._world, source_id=source, attempt_id=attempt
        )
        if row is not None:
            words = search.index(self.connection, row.seq, row.words, row.lang)
            new = words - self._known - self.words
            search.note_words(self.connection, new)
            self.words |= new
        return kept

    def keep_reading(self, row: int, made: Reading, *, reader: str) -> None:
        """Keep what a reader read in a version."""
        readings.keep_reading(self.connection, row, made, reader=reader)

    def watch(self, watched: Iterable[Source], *, at: str) -> None:
        """Watch these sources and no others."""
        sources.note_sources(self.connection, watched, at=at)

    def know(self, source: Source, *, at: str) -> Source:
        """Know a source that is looked at once, without watching it; gives it as it is known."""
        return sources.know_source(self.connection, source, at=at)

    def record(self, made: Attempt, *, source: str | None = None) -> int:
        """Write a try down; gives its number."""
        return sources.record(self.connection, made, source_id=source)

    def settle(self, source: str, **values: Any) -> None:
        """Write down how a source is after a look at it, by the names of the columns."""
        sources.settle_source(self.connection, source, values)

    def queue(
        self, links: Iterable[Link], *, source: str | None, at: str, fetch: bool = True
    ) -> int:
        """Note articles to be fetched; gives how many were not known before."""
        return queue.queue(self.connection, links, source=source, at=at, fetch=fetch)

    def finish(self, task: Task, *, again: str | None = None) -> None:
        """An article was fetched and kept; `again` is when to see whether it has changed."""
        queue.finish(self.connection, task, again=again)

    def put_off(self, task: Task, *, until: str, outcome: Outcome, reason: str) -> None:
        """An article is to be fetched later."""
        queue.put_off(self.connection, task, until=until, outcome=outcome, reason=reason)

    def quarantine(self, task: Task, *, outcome: Outcome, reason: str) -> None:
        """An article could not be had and is set aside."""
        queue.quarantine(self.connection, task, outcome=outcome, reason=reason)

    def replay(self, *, at: str, sources: Iterable[str] = ()) -> int:
        """Let articles that were set aside be fetched again; gives how many."""
        return queue.replay(self.connection, at=at, sources=sources)


def open_archive(address: str, *, world: World, create: bool = True) -> Archive:
    """The archive at a path or an address of PostgreSQL, brought up to date.

    Where there is none at a path, `create` makes it. Raises `ArchiveError` with the reason.
    """
    return Archive(connect.connect(address, create=create), address=address, world=world)
