"""An archive moved whole: into a file, out of it, from one database to the other."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, RowMapping, Table, func, insert, select, text

from sholu.archive import connect, search
from sholu.archive.documents import every_version, words_of
from sholu.archive.schema import metadata, word
from sholu.model import ArchiveError

_BATCH = 200
# `word` follows from the versions and is made anew, like the index itself.
_TABLES = tuple(table for table in metadata.sorted_tables if table is not word)


def back_up(engine: Engine, file: Path) -> None:
    """Write the whole archive into a file, which is an archive on SQLite itself.

    The file appears when it is whole. Raises `ArchiveError` where it is there already.
    """
    if file.exists():
        raise ArchiveError(f"{str(file)!r} is there already: name another file, or remove it")
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    if engine.dialect.name == "sqlite":
        _copy_file(Path(str(engine.url.database)), part)
    else:
        target = connect.connect(str(part), create=True)
        try:
            _copy(engine, target)
        finally:
            target.dispose()
        _leave_one_file(part)
    part.replace(file)


def restore(file: Path, archive: str) -> None:
    """Fill a new or empty archive from a file that `back_up` wrote.

    Raises `ArchiveError` where the archive holds anything, or the file is no archive.
    """
    source = connect.connect(str(file), create=False)
    try:
        target = connect.connect(archive, create=True)
        try:
            if not _is_empty(target):
                shown = connect.shown(archive)
                raise ArchiveError(f"{shown}: is not empty: restore into a new archive")
            _copy(source, target)
        finally:
            target.dispose()
    finally:
        source.dispose()


def fingerprint(connection: Connection) -> str:
    """A hash over all that is kept, the same on both databases."""
    whole = hashlib.sha256()
    for table in _TABLES:
        for rows in _rows(connection, table):
            for row in rows:
                whole.update(msgspec.json.encode([str(table.name), *row.values()]))
    return whole.hexdigest()


def make_findable(connection: Connection) -> None:
    """Make the index of words anew from the versions."""
    for rows in every_version(connection):
        words: set[str] = set()
        for row in rows:
            words |= search.index(connection, row["seq"], words_of(row), row["told_lang"])
        search.note_words(connection, words)


def _copy(source: Engine, target: Engine) -> None:
    with connect.reading(source) as given, connect.writing(target) as taken:
        for table in _TABLES:
            for rows in _rows(given, table):
                taken.execute(insert(table), [dict(row) for row in rows])
        if taken.dialect.name == "postgresql":
            _count_on(taken)
        make_findable(taken)


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[RowMapping]]:
    """All rows in the order of their key, which no database may sort its own way."""
    keys = [_as_bytes(connection, column) for column in table.primary_key.columns]
    found = connection.execution_options(yield_per=_BATCH).execute(select(table).order_by(*keys))
    yield from found.mappings().partitions(_BATCH)


def _as_bytes(connection: Connection, column: Any) -> Any:
    numeric = column.type.python_type is int
    return column if numeric or connection.dialect.name == "sqlite" else column.collate("C")


def _count_on(connection: Connection) -> None:
    """PostgreSQL gives the next row the number behind the last one copied."""
    for table in _TABLES:
        (key, *others) = table.primary_key.columns
        if not others and key.type.python_type is int and not key.foreign_keys:
            last = connection.execute(select(func.max(key))).scalar()
            if last is not None:
                sequence = f"pg_get_serial_sequence('{table.name}', '{key.name}')"
                connection.execute(text(f"SELECT setval({sequence}, :last)"), {"last": last})


def _is_empty(engine: Engine) -> bool:
    with connect.reading(engine) as connection:
        return all(connection.execute(select(table).limit(1)).first() is None for table in _TABLES)


def _copy_file(source: Path, target: Path) -> None:
    """SQLite's own copy of a database that may be written to meanwhile."""
    with closing(sqlite3.connect(source)) as given, closing(sqlite3.connect(target)) as taken:
        given.backup(taken)
    _leave_one_file(target)


def _leave_one_file(path: Path) -> None:
    """Fold what SQLite keeps beside the file into it, so that it can be carried away alone."""
    with closing(sqlite3.connect(path)) as whole:
        whole.execute("PRAGMA journal_mode = DELETE")


def count(connection: Connection) -> dict[str, int]:
    """How many rows each table holds, for people."""
    counted = (select(func.count()).select_from(table) for table in _TABLES)
    rows = (connection.execute(one).scalar_one() for one in counted)
    return dict(zip((table.name for table in _TABLES), rows, strict=True))
