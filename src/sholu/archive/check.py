"""Whether all that an archive holds holds together."""

import hashlib
import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from sholu.archive.documents import every_version
from sholu.archive.moment import parsed
from sholu.archive.schema import address, document, page, reading, source, task, version

_STATES = ("waiting", "done", "quarantined")


def problems(connection: Connection) -> Iterator[str]:
    """Every fault as one sentence; none where the archive is sound."""
    if connection.dialect.name == "sqlite":
        yield from _of_the_file(connection)
    yield from _of_texts(connection)
    yield from _of_documents(connection)
    yield from _of_addresses(connection)
    yield from _of_pages(connection)
    yield from _of_tasks(connection)
    yield from _of_words(connection)


def _of_the_file(connection: Connection) -> Iterator[str]:
    for complaint in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if complaint != "ok":
            yield f"the file is damaged: {complaint}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield f"row {row[1]} of {row[0]!r} belongs to a row of {row[2]!r} that is missing"


def _of_texts(connection: Connection) -> Iterator[str]:
    for rows in every_version(connection):
        for row in rows:
            sha256 = hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest()
            if sha256 != row["sha256"]:
                name = f"{row['document_id']!r}, version {row['number']}"
                yield f"the text of {name} is not the one that was kept"


def _of_documents(connection: Connection) -> Iterator[str]:
    numbers = (
        select(
            document.c.id,
            document.c.current,
            func.count(version.c.seq),
            func.min(version.c.number),
            func.max(version.c.number),
        )
        .outerjoin(version, version.c.document_id == document.c.id)
        .group_by(document.c.id, document.c.current)
        .order_by(document.c.id)
    )
    for id, current, count, first, last in connection.execute(numbers).all():
        if not count:
            yield f"document {id!r} has no version"
        elif (first, last, current) != (1, count, count):
            yield f"the versions of document {id!r} are not numbered from 1 to its current one"
    alike = select(version.c.document_id, version.c.number).join(
        before := version.alias(),
        (before.c.document_id == version.c.document_id)
        & (before.c.number == version.c.number - 1)
        & (before.c.sha256 == version.c.sha256)
        & before.c.title.is_not_distinct_from(version.c.title),
    )
    for id, number in connection.execute(alike).all():
        yield f"versions {number - 1} and {number} of document {id!r} are the same"


def _of_addresses(connection: Connection) -> Iterator[str]:
    """A document met under an address is known by it."""
    unknown = (
        select(document.c.id)
        .join(version, version.c.document_id == document.c.id)
        .where(version.c.url.is_not(None))
        .where(~select(address.c.key).where(address.c.document_id == document.c.id).exists())
        .distinct()
        .order_by(document.c.id)
    )
    for id in connection.execute(unknown).scalars():
        yield f"document {id!r} is not known by its address"


def _of_pages(connection: Connection) -> Iterator[str]:
    for sha256 in connection.execute(select(page.c.sha256).order_by(page.c.sha256)).scalars().all():
        body = connection.execute(select(page.c.body).where(page.c.sha256 == sha256)).scalar_one()
        try:
            whole = hashlib.sha256(zlib.decompress(body)).hexdigest() == sha256
        except zlib.error:
            whole = False
        if not whole:
            yield f"the page {sha256} is not the one that was kept"


def _of_tasks(connection: Connection) -> Iterator[str]:
    odd = select(task.c.key, task.c.state).where(task.c.state.not_in(_STATES)).order_by(task.c.key)
    for key, state in connection.execute(odd).all():
        yield f"the article {key!r} is in no known state ({state!r})"
    for id, due in connection.execute(select(source.c.id, source.c.due)).all():
        try:
            parsed(due)
        except ValueError:
            yield f"the source {id!r} is due at no moment ({due!r})"


def _of_words(connection: Connection) -> Iterator[str]:
    lite = connection.dialect.name == "sqlite"
    table, rows = ("terms_docsize", "id") if lite else ("terms", "seq")
    missing = f"SELECT count(*) FROM version WHERE seq NOT IN (SELECT {rows} FROM {table})"
    spare = f"SELECT count(*) FROM {table} WHERE {rows} NOT IN (SELECT seq FROM version)"
    if count := connection.execute(text(missing)).scalar_one():
        yield f"{count} versions cannot be found by their words"
    if count := connection.execute(text(spare)).scalar_one():
        yield f"{count} versions can be found by their words but are missing"
    orphans = select(func.count()).where(reading.c.seq.not_in(select(version.c.seq)))
    if count := connection.execute(orphans).scalar_one():
        yield f"{count} readings are of versions that are missing"
