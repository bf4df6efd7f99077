"""Articles that sources named: waiting to be fetched, done, or set aside."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, RowMapping, func, insert, select, true, update

from sholu.archive.address_key import address_key
from sholu.archive.keepable import keepable
from sholu.archive.schema import task
from sholu.model import Link, Outcome

# Keys that are asked for in one question.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One article to be fetched.

    Attributes:
        key: of its address.
        source: id of the source that named it; null where somebody asked for it by hand.
        tries: that failed in a row.
        visits: how often it was fetched and kept.
    """

    key: str
    link: Link
    source: str | None
    tries: int
    visits: int


def queue(
    connection: Connection,
    links: Iterable[Link],
    *,
    source: str | None,
    at: str,
    fetch: bool = True,
) -> int:
    """Note what a source names; gives how many of them it had not named before.

    A link known with the same mark is passed over; where the source that named it first gives it
    another mark, it is to be fetched once more. With `fetch=False` new ones are only noted as seen.
    Of links to one article the first counts.
    """
    named: dict[str, Link] = {}
    for link in links:
        named.setdefault(address_key(link.address), link)
    known = _known(connection, tuple(named))
    new = []
    for key, link in named.items():
        if key not in known:
            row = _row(link, key, "waiting" if fetch else "done", at)
            new.append(row | {"source_id": source, "added": at, "tries": 0})
        elif known[key].source_id == source and known[key].mark != keepable(link.mark):
            row = _row(link, key, "waiting", at) | {"tries": 0, "outcome": None, "reason": None}
            connection.execute(update(task).where(task.c.key == key).values(row))
    if new:
        connection.execute(insert(task), new)
    return len(new)


def tasks_due(
    connection: Connection, *, at: str, limit: int, sources: Collection[str] | None = None
) -> tuple[Task, ...]:
    """Those waiting whose time has come: of every host the one that waits longest."""
    place = func.row_number().over(partition_by=task.c.host, order_by=(task.c.due, task.c.key))
    waiting = (
        select(task, place.label("place"))
        .where(task.c.state == "waiting", task.c.due <= at)
        .where(task.c.source_id.in_(sources) if sources is not None else true())
        .subquery()
    )
    rows = select(waiting).where(waiting.c.place == 1)
    rows = rows.order_by(waiting.c.due, waiting.c.key).limit(limit)
    return tuple(_task(row) for row in connection.execute(rows).mappings())


def next_task_due(connection: Connection, after: str) -> str | None:
    """The next moment behind `after` when one is to be fetched; null where none waits for it."""
    due = select(func.min(task.c.due)).where(task.c.state == "waiting", task.c.due > after)
    return connection.execute(due).scalar()


def waiting(connection: Connection, sources: Collection[str] | None) -> int:
    """How many of these sources, or of all, were not fetched yet."""
    rows = select(func.count()).select_from(task)
    rows = rows.where(task.c.state == "waiting", task.c.visits == 0)
    if sources is not None:
        rows = rows.where(task.c.source_id.in_(sources))
    return connection.execute(rows).scalar_one()


def finish(connection: Connection, one: Task, *, again: str | None) -> None:
    """It was fetched and kept; `again` is when to see whether the page has changed since."""
    row = {
        "state": "waiting" if again else "done",
        "due": again or task.c.due,
        "tries": 0,
        "visits": one.visits + 1,
        "outcome": "read",
        "reason": None,
    }
    connection.execute(update(task).where(task.c.key == one.key).values(row))


def put_off(
    connection: Connection, one: Task, *, until: str, outcome: Outcome, reason: str
) -> None:
    """It could not be had now and is to be tried again."""
    row = {"due": until, "tries": one.tries + 1, "outcome": outcome, "reason": keepable(reason)}
    connection.execute(update(task).where(task.c.key == one.key).values(row))


def quarantine(connection: Connection, one: Task, *, outcome: Outcome, reason: str) -> None:
    """It could not be had and is set aside, until somebody replays it.

    What was kept before and is gone now is done with: the reason says so.
    """
    state = "quarantined" if one.visits == 0 else "done"
    row = {"state": state, "tries": one.tries + 1, "outcome": outcome, "reason": keepable(reason)}
    connection.execute(update(task).where(task.c.key == one.key).values(row))


def replay(connection: Connection, *, at: str, sources: Iterable[str] = ()) -> int:
    """Let what was set aside be tried again, of these sources or of all; gives how many."""
    again = update(task).where(task.c.state == "quarantined")
    if chosen := tuple(sources):
        again = again.where(task.c.source_id.in_(chosen))
    values = {"state": "waiting", "due": at, "tries": 0}
    return connection.execute(again.values(values)).rowcount


def _known(connection: Connection, keys: Sequence[str]) -> dict[str, Row[Any]]:
    """Mark and source of those among the articles that are known."""
    found: dict[str, Row[Any]] = {}
    for some in range(0, len(keys), _AT_ONCE):
        rows = select(task.c.key, task.c.mark, task.c.source_id)
        asked = rows.where(task.c.key.in_(keys[some : some + _AT_ONCE]))
        found |= {row.key: row for row in connection.execute(asked)}
    return found


def _row(link: Link, key: str, state: str, at: str) -> dict[str, object]:
    said = {one.name: keepable(getattr(link, one.name)) for one in fields(link)}
    return {
        "key": key,
        "host": key.partition("/")[0],
        "link": msgspec.json.encode(said).decode(),
        "mark": said["mark"],
        "state": state,
        "due": at,
        "visits": 0,
    }


def _task(row: RowMapping) -> Task:
    link = msgspec.json.decode(row["link"], type=Link)
    return Task(
        key=row["key"],
        link=link,
        source=row["source_id"],
        tries=row["tries"],
        visits=row["visits"],
    )
