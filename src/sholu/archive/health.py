"""How every source is: what came of the last look, and whether it is quieter than it uses to be."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median

from sqlalchemy import Connection, RowMapping, func, select

from sholu.archive.moment import parsed
from sholu.archive.schema import source, task, version
from sholu.model import SourceHealth

# Looks that brought something, of which the rhythm is told, and how few are too few.
_LOOKED_BACK = 50
_TOO_FEW = 5
# A source is quiet when nothing new came for this many times the longest of nine gaps in ten, and
# for half a day at least: nights and week-ends are no silence.
_PATIENCE = 3
_SHORTEST_QUIET = 12.0


def health(connection: Connection, *, at: str) -> tuple[SourceHealth, ...]:
    """Every source, those with trouble first, then by name."""
    rows = connection.execute(select(source).order_by(source.c.id)).mappings().all()
    found = [_of(connection, row, at) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.dropped, one.failures == 0, one.quiet is None)))


def _of(connection: Connection, row: RowMapping, at: str) -> SourceHealth:
    id = row["id"]
    gaps = _gaps(connection, id)
    first = select(func.count()).select_from(version)
    documents = first.where(version.c.source_id == id, version.c.number == 1)
    # What was kept already and is only to be seen again does not wait.
    states = select(task.c.state, func.count()).where(task.c.source_id == id, task.c.visits == 0)
    tasks = {row[0]: row[1] for row in connection.execute(states.group_by(task.c.state))}
    return SourceHealth(
        id=id,
        address=row["address"],
        outlet=row["outlet"],
        country=row["country"],
        lang=row["lang"],
        every=row["every"],
        due=row["due"],
        tried=row["tried"],
        succeeded=row["succeeded"],
        brought=row["brought"],
        failures=row["failures"],
        outcome=row["outcome"],
        reason=row["reason"],
        rhythm=median(gaps) if len(gaps) >= _TOO_FEW else None,
        quiet=_quiet(gaps, row["brought"], at),
        documents=connection.execute(documents).scalar_one(),
        waiting=tasks.get("waiting", 0),
        quarantined=tasks.get("quarantined", 0),
        dropped=row["dropped"] is not None,
    )


def _gaps(connection: Connection, id: str) -> list[float]:
    """Hours between looks that brought something new, the last ones."""
    moments = (
        select(version.c.kept)
        .where(version.c.source_id == id, version.c.number == 1)
        .distinct()
        .order_by(version.c.kept.desc())
        .limit(_LOOKED_BACK)
    )
    found = [parsed(kept) for kept in connection.execute(moments).scalars()]
    return [_hours(earlier, later) for later, earlier in pairwise(found)]


def _quiet(gaps: Sequence[float], brought: str | None, at: str) -> float | None:
    if brought is None or len(gaps) < _TOO_FEW:
        return None
    quiet = _hours(parsed(brought), parsed(at))
    usual = sorted(gaps)[int(0.9 * (len(gaps) - 1))]
    return quiet if quiet > max(_SHORTEST_QUIET, _PATIENCE * usual) else None


def _hours(earlier: datetime, later: datetime) -> float:
    return (later - earlier).total_seconds() / 3600
