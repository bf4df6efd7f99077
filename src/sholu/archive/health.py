"""How every source is: what came of the last look, and whether it is quieter than it uses to be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from itertools import pairwise
from statistics import median

from sqlalchemy import Connection, RowMapping, func, select

from sholu.archive.moment import parsed
from sholu.archive.schema import source, task, version
from sholu.model import SourceHealth

# `dropped` is a moment in the table, and a plain yes or no to whoever asks.
_AS_KEPT = tuple(
    one.name for one in fields(SourceHealth) if one.name in source.c and one.name != "dropped"
)
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
    counts = _counts(connection)
    found = [_of(connection, row, counts, at) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.dropped, one.failures == 0, one.quiet is None)))


def _counts(connection: Connection) -> Counter[tuple[str, str]]:
    """How many documents came from each source, and how many articles are in which state."""
    documents = select(version.c.source_id, func.count()).where(
        version.c.number == 1, version.c.source_id.is_not(None)
    )
    found = {
        (id, "documents"): count
        for id, count in connection.execute(documents.group_by(version.c.source_id))
    }
    # What was kept already and is only to be seen again does not wait.
    tasks = select(task.c.source_id, task.c.state, func.count()).where(task.c.visits == 0)
    tasks = tasks.group_by(task.c.source_id, task.c.state)
    return Counter(found | {(id, state): count for id, state, count in connection.execute(tasks)})


def _of(
    connection: Connection, row: RowMapping, counts: Counter[tuple[str, str]], at: str
) -> SourceHealth:
    id = row["id"]
    gaps = _gaps(connection, id)
    return SourceHealth(
        **{name: row[name] for name in _AS_KEPT},
        rhythm=median(gaps) if len(gaps) >= _TOO_FEW else None,
        quiet=_quiet(gaps, row["brought"], at),
        documents=counts[id, "documents"],
        waiting=counts[id, "waiting"],
        quarantined=counts[id, "quarantined"],
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
