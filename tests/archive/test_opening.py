"""What is an archive and what is not, and archives of other versions of Sholu."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from sholu.archive import Archive, open_archive
from sholu.archive.connect import connect, reading, writing
from sholu.archive.migrations import upgrade
from sholu.archive.schema import NEWEST, metadata
from sholu.model import ArchiveError, Selection, UsageError
from sholu.world import World
from tests.archive.making import AT, from_file
from tests.postgres import Server

# Tables that stand for an index and belong to one database alone.
INDEX_TABLES = ("terms", "word_part", "alembic_version")


def test_the_schema_is_what_the_migrations_make(archive_at: str) -> None:
    engine = connect(archive_at, create=True)

    def ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or name is None or not name.startswith(INDEX_TABLES)

    with reading(engine) as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": ours, "compare_type": True}
        )
        found = compare_metadata(context, metadata)
    engine.dispose()
    # SQLite's driver knows no index of words, and PostgreSQL's has one on a table of ours.
    assert [one for one in found if "word_part" not in str(one)] == []


FIRST = """
INSERT INTO source (id, address, every, added, due, failures)
    VALUES ('feed', 'https://olmera.example/feed', 600, '{at}', '{at}', 0);
INSERT INTO attempt (id, source_id, address, at, outcome, size)
    VALUES (7, 'feed', 'https://olmera.example/1', '{at}', 'read', 12);
INSERT INTO document VALUES ('d', 2, '{at}');
INSERT INTO version (seq, document_id, number, sha256, text, title, url, outlet_id, country,
    told_lang, day, published, origin, source_id, attempt_id, kept)
    VALUES (3, 'd', 1, '{one}', 'Мәскеуге', 'Сапар', 'https://olmera.example/1', 'olmera.example',
    'XA', 'kk', '2026-03-11', '2026-03-11', 'page', 'feed', 7, '{at}');
INSERT INTO version (seq, document_id, number, sha256, text, title, url, outlet_id, country,
    told_lang, day, published, origin, source_id, attempt_id, kept)
    VALUES (5, 'd', 2, '{two}', 'Астанаға', 'Сапар', 'https://olmera.example/1', 'olmera.example',
    'XA', 'kk', '2026-03-11', '2026-03-11', 'page', 'feed', 7, '{at}');
INSERT INTO address VALUES ('olmera.example/1', 'd', 'https://olmera.example/1');
INSERT INTO task (key, host, source_id, link, mark, state, due, tries, visits, added)
    VALUES ('olmera.example/2', 'olmera.example', 'feed',
    '{{"address":"https://olmera.example/2","mark":"m"}}', 'm', 'waiting', '{at}', 0, 0, '{at}');
"""
WORDS = {
    "sqlite": "INSERT INTO terms (rowid, surface, stems) VALUES "
    "(3, 'сапар мәскеуге', 'мәскеу'), (5, 'сапар астанаға', 'астана')",
    "postgresql": "INSERT INTO terms VALUES "
    "(3, '''сапар'':1 ''мәскеуге'':2', '''мәскеу'''), "
    "(5, '''сапар'':1 ''астанаға'':2', '''астана''')",
}


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_an_archive_of_the_first_schema_opens_and_reads(
    database: str, tmp_path: Path, world: World, request: pytest.FixtureRequest
) -> None:
    if database == "sqlite":
        address = str(tmp_path / "old.sqlite")
    else:
        address = request.getfixturevalue("postgresql").bare()
    _first(address, database)
    with open_archive(address, world=world) as archive, archive.view() as view:
        (found,) = view.find(Selection(words="астана"))
        assert found.document.text == "Астанаға"
        assert [one.document.text for one in view.versions("d")] == ["Мәскеуге", "Астанаға"]
        assert [task.link.mark for task in view.tasks_due(at=AT, limit=9)] == ["m"]
        assert [one.source.id for one in view.sources_due(at=AT, limit=9)] == ["feed"]
        assert list(view.problems()) == []
    if database == "postgresql":
        request.getfixturevalue("postgresql").drop(address)


def _first(address: str, database: str) -> None:
    """An archive as the first Sholu that had one left it."""
    import hashlib

    from sqlalchemy import create_engine

    where = f"sqlite:///{address}" if database == "sqlite" else address
    engine = create_engine(where.replace("postgresql:", "postgresql+psycopg:"))
    one, two = (hashlib.sha256(words.encode()).hexdigest() for words in ("Мәскеуге", "Астанаға"))
    with engine.begin() as connection:
        upgrade(connection, "0001")
        for command in FIRST.format(at=AT, one=one, two=two).split(";\n"):
            if command.strip():
                connection.exec_driver_sql(command.replace("%", "%%"))
        connection.exec_driver_sql(WORDS[database])
    engine.dispose()


def _text(path: Path) -> None:
    path.write_text("This is no archive, but a letter home.\n" * 50)


def _folder(path: Path) -> None:
    path.mkdir()


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE recipes (name)")


def _other_alembic(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE alembic_version (version_num)")
        file.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
        file.commit()


def _newer(path: Path) -> None:
    connect(str(path), create=True).dispose()
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()


def _truncated(path: Path) -> None:
    connect(str(path), create=True).dispose()
    path.write_bytes(path.read_bytes()[:6000])


def _without_its_head(path: Path) -> None:
    connect(str(path), create=True).dispose()
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_text, "is not an archive (it is not an SQLite database)"),
        (_folder, "is a folder: name a file in it"),
        (_other_program, "is a database of something else, not an archive"),
        (_other_alembic, "is a database of something else, not an archive"),
        (_newer, "was made by a newer Sholu: update this one"),
        (_truncated, "is damaged: restore the last backup (`sholu archive restore`)"),
        (_without_its_head, "is not an archive (it is not an SQLite database)"),
    ],
    ids=lambda it: it.__name__.strip("_") if callable(it) else "",
)
@pytest.mark.parametrize("create", [True, False], ids=["to-write", "to-read"])
def test_what_is_no_archive(
    tmp_path: Path, world: World, make: Callable[[Path], None], said: str, create: bool
) -> None:
    place = tmp_path / "archive.sqlite"
    make(place)
    before = place.read_bytes() if place.is_file() else b""
    with pytest.raises(ArchiveError) as error:
        look_through(place, world, create=create)
    assert str(place) in str(error.value)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert not place.is_file() or place.read_bytes() == before, "it is left as it was"


def look_through(place: Path, world: World, *, create: bool) -> None:
    with open_archive(str(place), world=world, create=create) as archive, archive.view() as view:
        list(view.problems())


@pytest.mark.parametrize("make", [_nothing, None], ids=["an-empty-file", "no-file"])
def test_where_there_is_none(
    tmp_path: Path, world: World, make: Callable[[Path], None] | None
) -> None:
    place = tmp_path / "archive.sqlite"
    if make:
        make(place)
    with pytest.raises(ArchiveError, match=r"no archive"):
        open_archive(str(place), world=world, create=False)
    with open_archive(str(place), world=world) as archive, archive.view() as view:
        assert view.count()["version"] == 0


def test_where_there_is_no_folder(tmp_path: Path, world: World) -> None:
    with pytest.raises(ArchiveError, match="there is no folder"):
        open_archive(str(tmp_path / "nowhere" / "archive.sqlite"), world=world)


def test_an_archive_that_may_not_be_written_to(tmp_path: Path, world: World) -> None:
    place = tmp_path / "archive.sqlite"
    with open_archive(str(place), world=world) as archive, archive.writing() as kept:
        kept.keep(from_file("A", "a"), at=AT)
    # A file format that SQLite can read and must not write, as root may write anything else.
    content = bytearray(place.read_bytes())
    content[18] = 9
    place.write_bytes(content)
    with open_archive(str(place), world=world) as archive:
        with archive.view() as view:
            assert view.count()["version"] == 1
        with pytest.raises(ArchiveError, match=r"cannot be written to .*chmod \+w"):
            _write(archive)


def _write(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.keep(from_file("B", "b"), at=AT)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open anything"
)
def test_an_archive_that_may_not_be_opened(tmp_path: Path, world: World) -> None:
    place = tmp_path / "archive.sqlite"
    connect(str(place), create=True).dispose()
    place.chmod(0)
    with pytest.raises(ArchiveError, match=r"archive\.sqlite"):
        open_archive(str(place), world=world)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param(
            "postgresql://lum:secret@127.0.0.1:9/press?connect_timeout=2",
            r"127\.0\.0\.1:9/press.*does not answer as it should",
            id="nobody-there",
        ),
        pytest.param("postgresql://[::1", "is not an address", id="no-address"),
        pytest.param("postgresql://lum:secret@h:port/x", "is not an address", id="no-port"),
        pytest.param("postgres://lum:secret@127.0.0.1:9/x", "does not answer", id="the-old-scheme"),
    ],
)
def test_addresses_that_lead_nowhere(world: World, address: str, said: str) -> None:
    with pytest.raises(ArchiveError, match=said) as error:
        open_archive(address, world=world)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_databases_that_are_no_archive(postgresql: Server, world: World) -> None:
    missing = postgresql.address("no_such_database")
    with pytest.raises(ArchiveError, match='database "no_such_database" does not exist'):
        open_archive(missing, world=world)
    bare = postgresql.bare()
    with pytest.raises(ArchiveError, match="holds no archive yet"):
        open_archive(bare, world=world, create=False)
    open_archive(bare, world=world).close()
    open_archive(bare, world=world, create=False).close()
    engine = connect(bare, create=False)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(ArchiveError, match="newer Sholu"):
        open_archive(bare, world=world)
    postgresql.drop(bare)


def test_a_bad_question_is_not_the_archive_s_fault(archive_at: str, world: World) -> None:
    with (
        open_archive(archive_at, world=world) as archive,
        archive.view() as view,
        pytest.raises(UsageError),
    ):
        list(view.find(Selection(words="*")))


def test_the_newest_migration_is_named() -> None:
    from sholu.archive.migrations import known

    assert max(known()) == NEWEST
