"""One watcher an archive: two would ask every host twice as often as it likes."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from sholu.model import ArchiveError

# Seconds that another one may take to leave; a server notices a little later that one was killed.
_PATIENCE = 2.0
_BETWEEN = 0.1
# Any number: it names the lock of whoever watches, on PostgreSQL.
_WATCHER = 0x5401_0002


@contextmanager
def only_watcher(engine: Engine, shown: str) -> Iterator[None]:
    """Hold the one place of a watcher; whoever is killed loses it at once.

    Raises `ArchiveError` where somebody else holds it.
    """
    held = _on_postgresql if engine.dialect.name == "postgresql" else _on_sqlite
    with held(engine, f"another `sholu watch` or `sholu collect` is at work on {shown}"):
        yield


@contextmanager
def _on_sqlite(engine: Engine, taken: str) -> Iterator[None]:
    """A lock of SQLite's own on a small file beside the archive works on every system."""
    place = Path(f"{engine.url.database}-watch")
    with closing(sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise ArchiveError(taken) from error
        yield


@contextmanager
def _on_postgresql(engine: Engine, taken: str) -> Iterator[None]:
    """A lock that lasts as long as the connection."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        ask = text(f"SELECT pg_try_advisory_lock({_WATCHER})")
        end = time.monotonic() + _PATIENCE
        while not connection.execute(ask).scalar():
            if time.monotonic() > end:
                raise ArchiveError(taken)
            time.sleep(_BETWEEN)
        yield
        connection.invalidate()  # ends it, and the lock with it, even where the server has gone
