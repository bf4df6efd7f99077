"""Opening the database of an archive, and bringing an old one up to date."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError, SQLAlchemyError

from sholu.archive.schema import NEWEST
from sholu.model import ArchiveError

_POSTGRESQL = re.compile(r"postgres(?:ql)?(?:\+\w+)?://")
_PASSWORD = re.compile(r"(?<=[^/]):[^@/]*@")
# Two writers wait for each other this long before one gives up, in milliseconds.
_PATIENCE = 60_000
# A killed process loses nothing; after a power cut the last moments may be missing, together: what
# was fetched in them is due again, because that record is missing, too.
_KEPT_SAFE = (
    f"busy_timeout = {_PATIENCE}",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
_UNCHANGED = {"mode": "ro", "uri": "true"}
# A server that says nothing for this long does not answer, in seconds.
_ANSWERS_WITHIN = 10
# Any number: it names the lock under which those who write to an archive on PostgreSQL take turns.
WRITERS = 0x5401_0001


def is_address(archive: str) -> bool:
    """Whether the words are an address of PostgreSQL, and not a path."""
    return _POSTGRESQL.match(archive) is not None


def shown(archive: str) -> str:
    """The archive as it may stand in messages: an address without its password."""
    if not is_address(archive):
        return archive
    return make_url(archive).render_as_string(hide_password=True)


def connect(archive: str, *, create: bool) -> Engine:
    """The engine of an archive at a path or an address, its schema the newest.

    A path without a file gets a new archive where `create`. Raises `ArchiveError` where there is
    none, where it is no archive, where a newer Sholu made it, or where the database does not
    answer.
    """
    engine = _postgresql(archive) if is_address(archive) else _sqlite(Path(archive), create)
    try:
        _bring_up_to_date(engine, archive, create)
    except SQLAlchemyError as error:
        engine.dispose()
        raise ArchiveError(f"{shown(archive)}: {why(error)}") from error
    except ArchiveError:
        engine.dispose()
        raise
    return engine


def connect_to_read(file: Path) -> Engine:
    """The engine of an archive on SQLite of which nothing is to be changed, such as a backup.

    Raises `ArchiveError` as `connect` does, and where an older Sholu made it.
    """
    if not file.is_file():
        raise ArchiveError(f"there is no archive {str(file)!r}")
    path = f"file:{quote(str(file.absolute()))}"
    engine = _engine(URL.create("sqlite", database=path, query=_UNCHANGED), ())
    try:
        found, _ = _made_by(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        raise ArchiveError(f"{str(file)!r}: {why(error)}") from error
    if found != NEWEST:
        engine.dispose()
        raise ArchiveError(
            f"{str(file)!r}: is no archive, or not one of this Sholu: copy it, and see what "
            "`sholu archive check` says of the copy"
        )
    return engine


def why(error: SQLAlchemyError) -> str:
    """A database's complaint as one plain phrase."""
    cause = getattr(error, "orig", None) or error
    words = " ".join(str(cause).split())
    if "not a database" in words:
        return "is not an archive (it is not an SQLite database)"
    if "database is locked" in words or "lock timeout" in words:
        return "is being written to by somebody else: wait, and try again"
    if "readonly" in words:
        return "cannot be written to (permission denied): run `chmod +w` on it"
    if "disk is full" in words or "No space" in words:
        return "cannot be written to (the disk is full)"
    if "malformed" in words:
        return "is damaged: restore the last backup (`sholu archive restore`)"
    if isinstance(error, OperationalError | DatabaseError):
        return f"the database does not answer as it should ({words})"
    return f"the database refused ({words})"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One unchanging view of the archive."""
    with engine.connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction: all that is done in it is kept, or nothing. Writers take turns."""
    taking_turns = engine.connect().execution_options(begin="BEGIN IMMEDIATE")
    with taking_turns as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_PATIENCE}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
        yield connection


def _postgresql(archive: str) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise ArchiveError(
            "an archive on PostgreSQL needs psycopg: run `pip install 'sholu[postgres]'`"
        ) from error
    hidden = _PASSWORD.sub(":***@", archive)
    try:
        address = make_url(archive).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise ArchiveError(f"{hidden!r} is not an address of PostgreSQL") from error
    given = {} if "connect_timeout" in address.query else {"connect_timeout": _ANSWERS_WITHIN}
    # A connection that died while it lay unused is told before it is used again.
    return create_engine(address, pool_pre_ping=True, connect_args=given)


def _sqlite(path: Path, create: bool) -> Engine:
    if path.is_dir():
        raise ArchiveError(f"{str(path)!r} is a folder: name a file in it")
    if not path.exists():
        if not create:
            raise ArchiveError(f"there is no archive {str(path)!r}")
        if not path.absolute().parent.is_dir():
            raise ArchiveError(f"there is no folder {str(path.absolute().parent)!r}")
    return _engine(URL.create("sqlite", database=str(path)), _KEPT_SAFE)


def _engine(url: URL, pragmas: Sequence[str]) -> Engine:
    def prepare(connection: Any, _: object) -> None:
        # Transactions are begun by `_begin_sqlite`, not by the driver, which begins them too late.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    engine = create_engine(url)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _bring_up_to_date(engine: Engine, archive: str, create: bool) -> None:
    found, tables = _made_by(engine)
    if found == NEWEST:
        return
    from sholu.archive.migrations import known, upgrade  # heavy, and seldom needed

    if found is None and not tables and not create:
        raise ArchiveError(f"{shown(archive)}: holds no archive yet: collect into it first")
    if (found is None and tables) or (found not in known() | {None} and "version" not in tables):
        raise ArchiveError(f"{shown(archive)}: is a database of something else, not an archive")
    if found is not None and found not in known():
        raise ArchiveError(f"{shown(archive)}: was made by a newer Sholu: update this one")
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)
    with writing(engine) as connection:
        upgrade(connection)


def _write_ahead(engine: Engine) -> None:
    """Let people read while others write; the file remembers it."""
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA journal_mode = WAL")


def _made_by(engine: Engine) -> tuple[str | None, frozenset[str]]:
    """The migration that the archive stands at, null where it has none, and the tables it has."""
    with reading(engine) as connection:
        tables = frozenset(inspect(connection).get_table_names())
        if "alembic_version" not in tables:
            return None, tables
        asked = text("SELECT version_num FROM alembic_version")
        return connection.execute(asked).scalar(), tables
