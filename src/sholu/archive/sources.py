"""The sources that are watched: what they are, when they are due, what came of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from sholu.archive.keepable import keepable
from sholu.archive.schema import attempt, source, task
from sholu.model import Attempt, Source

# What goes over to a source that only changes its id.
_STATE = ("due", "failures", "tried", "succeeded", "brought", "outcome", "reason")
_GIVEN = ("id", "address", "kind", "outlet", "country", "lang", "zone", "every")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A source whose time has come.

    Attributes:
        etag, last_modified: of the last answer that was put to use.
        failures: tries that failed in a row.
        first: it has never been read.
    """

    source: Source
    etag: str | None
    last_modified: str | None
    failures: int
    first: bool


def note_sources(connection: Connection, sources: Iterable[Source], *, at: str) -> None:
    """Watch these and no others: new ones are due at once, those left out are dropped.

    What a dropped source brought stays; it goes on where it stopped when it is named again, under
    its id or, where that is another one now, with its address.
    """
    named = tuple(sources)
    ids = {one.id for one in named}
    known = {row["id"]: row for row in connection.execute(select(source)).mappings()}
    renamed = {row["address"]: row for id, row in known.items() if id not in ids}
    for one in named:
        if one.id in known:
            _renew(connection, one, known[one.id])
            continue
        state = {"due": at, "failures": 0, "added": at}
        if before := renamed.get(one.address):
            state |= {name: before[name] for name in _STATE}
        connection.execute(insert(source).values(_given(one) | state))
        if before:
            theirs = update(task).where(task.c.source_id == before["id"])
            connection.execute(theirs.values(source_id=one.id))
    for id, known_row in known.items():
        if id not in ids and known_row["dropped"] is None:
            connection.execute(update(source).where(source.c.id == id).values(dropped=at))


def know_source(connection: Connection, one: Source, *, at: str) -> Source:
    """Know a source without watching it; one of its address or id stays as it is, and is given."""
    there = select(source).where((source.c.address == one.address) | (source.c.id == one.id))
    watched_first = there.order_by(source.c.dropped.is_not(None), source.c.id)
    known = connection.execute(watched_first).mappings().first()
    if known is not None:
        return as_source(known)
    row = _given(one) | {"added": at, "dropped": at, "due": at, "failures": 0}
    connection.execute(insert(source).values(row))
    return one


def sources_due(connection: Connection, *, at: str, limit: int) -> tuple[Due, ...]:
    """Sources whose time has come, the longest due first."""
    rows = (
        select(source)
        .where(source.c.dropped.is_(None), source.c.due <= at)
        .order_by(source.c.due, source.c.id)
        .limit(limit)
    )
    return tuple(_due(row) for row in connection.execute(rows).mappings())


def next_source_due(connection: Connection, after: str) -> str | None:
    """The next moment behind `after` when a source is to be looked at; null where none is."""
    due = select(func.min(source.c.due)).where(source.c.dropped.is_(None), source.c.due > after)
    return connection.execute(due).scalar()


def source_of(connection: Connection, id: str) -> Source | None:
    """The source of this id; null where there is none."""
    row = connection.execute(select(source).where(source.c.id == id)).mappings().first()
    return as_source(row) if row else None


def as_source(row: RowMapping) -> Source:
    """A row of `source` as it was given."""
    return Source(**{name: row[name] for name in _GIVEN})


def _due(row: RowMapping) -> Due:
    return Due(
        source=as_source(row),
        etag=row["etag"],
        last_modified=row["last_modified"],
        failures=row["failures"],
        first=row["succeeded"] is None,
    )


def settle_source(connection: Connection, id: str, values: Mapping[str, Any]) -> None:
    """Write down how a source is after a look at it."""
    kept = {name: keepable(one) if isinstance(one, str) else one for name, one in values.items()}
    connection.execute(update(source).where(source.c.id == id).values(**kept))


def record(connection: Connection, made: Attempt, *, source_id: str | None) -> int:
    """Write down a try; gives its number."""
    row = {
        "source_id": source_id,
        "address": keepable(made.address),
        "at": made.at,
        "outcome": made.outcome,
        "reason": keepable(made.reason),
        "status": made.status,
        "final": keepable(made.final),
        "size": made.size,
        "wait": made.wait,
    }
    made_row = insert(attempt).values(row).returning(attempt.c.id)
    return int(connection.execute(made_row).scalar_one())


def _renew(connection: Connection, one: Source, known: RowMapping) -> None:
    """Take over what the list says now; another address is looked at anew."""
    values: dict[str, Any] = _given(one) | {"dropped": None}
    if known["address"] == one.address:
        values["kind"] = one.kind or known["kind"]
    if known["address"] != one.address:
        values |= {"etag": None, "last_modified": None, "due": known["added"]}
    connection.execute(update(source).where(source.c.id == one.id).values(values))


def _given(one: Source) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _GIVEN}
