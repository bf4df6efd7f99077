"""The sources that are watched: what they are, when they are due, what came of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from sholu.archive.keepable import keepable
from sholu.archive.schema import attempt, source
from sholu.model import Attempt, Source

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

    What a dropped source brought stays; it goes on where it stopped when it is named again.
    """
    named = tuple(sources)
    known = {row["id"]: row for row in connection.execute(select(source)).mappings()}
    for one in named:
        if one.id in known:
            _renew(connection, one, known[one.id])
        else:
            row = _given(one) | {"added": at, "due": at, "failures": 0}
            connection.execute(insert(source).values(row))
    ids = {one.id for one in named}
    for id, known_row in known.items():
        if id not in ids and known_row["dropped"] is None:
            connection.execute(update(source).where(source.c.id == id).values(dropped=at))


def know_source(connection: Connection, one: Source, *, at: str) -> None:
    """Know a source without watching it; one that is known stays as it is."""
    known = select(source.c.id).where((source.c.id == one.id) | (source.c.address == one.address))
    if connection.execute(known).first() is None:
        row = _given(one) | {"added": at, "dropped": at, "due": at, "failures": 0}
        connection.execute(insert(source).values(row))


def sources_due(connection: Connection, *, at: str, limit: int) -> tuple[Due, ...]:
    """Sources whose time has come, the longest due first."""
    rows = (
        select(source)
        .where(source.c.dropped.is_(None), source.c.due <= at)
        .order_by(source.c.due, source.c.id)
        .limit(limit)
    )
    return tuple(_due(row) for row in connection.execute(rows).mappings())


def next_source_due(connection: Connection) -> str | None:
    """The moment when the next source is to be looked at; null where none is watched."""
    return connection.execute(
        select(func.min(source.c.due)).where(source.c.dropped.is_(None))
    ).scalar()


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
    if known["address"] != one.address:
        values |= {"etag": None, "last_modified": None, "due": known["added"]}
    connection.execute(update(source).where(source.c.id == one.id).values(values))


def _given(one: Source) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _GIVEN}
