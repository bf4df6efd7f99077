"""An archive moved whole: into a file, out of it, from one database to the other."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, RowMapping, Table, func, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from sholu.archive import connect, search
from sholu.archive.documents import every_version, words_of
from sholu.archive.schema import metadata, word
from sholu.model import ArchiveError

_BATCH = 200
# `word` follows from the versions and is made anew, like the index itself.
_TABLES = tuple(table for table in metadata.sorted_tables if table is not word)


def back_up(engine: Engine, file: Path) -> None:
    """Write the whole archive into a file, which is an archive on SQLite itself.

    The file appears when it is whole. Raises `ArchiveError` where it is there already, or cannot
    be written.
    """
    if file.exists():
        raise ArchiveError(f"{str(file)!r} is there already: name another file, or remove it")
    if not file.absolute().parent.is_dir():
        raise ArchiveError(f"there is no folder {str(file.absolute().parent)!r}")
    part = file.with_name(f".{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        _write(engine, part)
        part.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"{str(file)!r} cannot be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def restore(file: Path, archive: str) -> None:
    """Fill a new or empty archive from a file that `back_up` wrote.

    Raises `ArchiveError` where the archive holds anything, or the file is no archive.
    """
    shown = connect.shown(archive)
    with (
        _closing(connect.connect_to_read(file)) as source,
        _closing(connect.connect(archive, create=True)) as target,
    ):
        try:
            if not _is_empty(target):
                raise ArchiveError(f"{shown}: is not empty: restore into a new archive")
            _copy(source, target)
        except SQLAlchemyError as error:
            raise ArchiveError(
                f"{str(file)!r} could not be restored into {shown}: {connect.why(error)}"
            ) from error


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
    asked = select(table).order_by(*keys)
    found = connection.execute(asked, execution_options={"yield_per": _BATCH})
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


def _write(engine: Engine, part: Path) -> None:
    """SQLite copies a database itself, though it be written to meanwhile."""
    if engine.dialect.name == "sqlite":
        with (
            closing(sqlite3.connect(str(engine.url.database))) as given,
            closing(sqlite3.connect(part)) as taken,
        ):
            given.backup(taken)
    else:
        with _closing(connect.connect(str(part), create=True)) as target:
            _copy(engine, target)
    with closing(sqlite3.connect(part)) as whole:
        # What SQLite keeps beside the file is folded into it, so that it can be carried away alone.
        whole.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def _closing(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.dispose()


def count(connection: Connection) -> dict[str, int]:
    """How many rows each table holds, for people."""
    counted = (select(func.count()).select_from(table) for table in _TABLES)
    rows = (connection.execute(one).scalar_one() for one in counted)
    return dict(zip((table.name for table in _TABLES), rows, strict=True))
