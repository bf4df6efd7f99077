"""What was tried, read and lost in a period: what a silence may be measured on."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select

from sholu.archive.schema import attempt, source, task, version
from sholu.archive.search import matching
from sholu.model import Coverage, Selection, Unread

_WELL = ("read", "unchanged")


def coverage(connection: Connection, selection: Selection) -> Coverage:
    """The account of a selection: its documents, and all tries in the days it spans."""
    tries = _tries(connection, selection)
    watched = _watched(connection, selection)
    last = {row["source_id"]: row for row in tries if row["source_id"] in watched}
    answered = {row["source_id"] for row in tries if row["outcome"] in _WELL}
    healthy = [id for id in watched if id in answered and last[id]["outcome"] in _WELL]
    by_lang = _documents(connection, selection, version.c.told_lang)
    return Coverage(
        since=selection.since,
        until=selection.until,
        sources=len(watched),
        healthy=len(healthy),
        tries=_all_tries(connection, selection),
        documents=sum(by_lang.values()),
        by_lang=by_lang,
        by_country=_documents(connection, selection, version.c.country),
        unread=tuple(_unread(id, last.get(id)) for id in watched if id not in answered),
        lost=_lost(connection, selection),
    )


def _documents(
    connection: Connection, selection: Selection, by: ColumnElement[Any]
) -> dict[str, int]:
    """How many documents are meant, by something known of them."""
    chosen = matching(connection, selection, by.label("by")).order_by(None).subquery()
    rows = select(chosen.c.by, func.count()).group_by(chosen.c.by)
    return _ranked({one or "und": count for one, count in connection.execute(rows)})


def _watched(connection: Connection, selection: Selection) -> tuple[str, ...]:
    """Sources watched at any time of the period, by name."""
    rows = select(source.c.id).order_by(source.c.id)
    if selection.until:
        rows = rows.where(source.c.added < _end(selection.until))
    if selection.since:
        rows = rows.where(or_(source.c.dropped.is_(None), source.c.dropped >= selection.since))
    if selection.countries:
        rows = rows.where(source.c.country.in_(selection.countries))
    return tuple(connection.execute(rows).scalars())


def _tries(connection: Connection, selection: Selection) -> Sequence[RowMapping]:
    """Looks at the sources themselves, in order."""
    columns = (attempt.c.source_id, attempt.c.outcome, attempt.c.reason)
    rows = select(*columns).join(
        source, (source.c.id == attempt.c.source_id) & (source.c.address == attempt.c.address)
    )
    rows = rows.where(*_days(attempt.c.at, selection)).order_by(attempt.c.id)
    return connection.execute(rows).mappings().all()


def _all_tries(connection: Connection, selection: Selection) -> dict[str, int]:
    rows = select(attempt.c.outcome, func.count()).where(*_days(attempt.c.at, selection))
    found = connection.execute(rows.group_by(attempt.c.outcome))
    return _ranked({row[0]: row[1] for row in found})


def _lost(connection: Connection, selection: Selection) -> dict[str, int]:
    """Articles that were named in the period and could not be had, by what stood in the way."""
    rows = select(task.c.outcome, func.count()).where(
        task.c.state == "quarantined", *_days(task.c.added, selection)
    )
    found = connection.execute(rows.group_by(task.c.outcome))
    return _ranked({row[0]: row[1] for row in found})


def _days(column: Any, selection: Selection) -> list[ColumnElement[bool]]:
    found = [column >= selection.since] if selection.since else []
    return found + ([column < _end(selection.until)] if selection.until else [])


def _end(day: str) -> str:
    """Behind every moment of the day, as texts sort."""
    return f"{day}U"


def _unread(id: str, last: RowMapping | None) -> Unread:
    if last is None:
        return Unread(source=id, outcome=None, reason=None)
    return Unread(source=id, outcome=last["outcome"], reason=last["reason"])


def _ranked(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
