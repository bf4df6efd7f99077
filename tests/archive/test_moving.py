"""Moving house, backups, the drill that restores one, and whether all holds together."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from sholu.archive import Archive, open_archive, restore
from sholu.archive.connect import connect, writing
from sholu.model import (
    ArchiveError,
    Attempt,
    Link,
    RawPage,
    Reading,
    Selection,
    Source,
    Span,
    Statement,
    Voice,
)
from sholu.world import World
from tests.archive.making import AT, LATER, collected, from_file
from tests.postgres import Server

LUM = Voice(id="lum", name="Lum", type="person")
QUESTIONS = ("мәскеу", "қазақстан", '"Munar Sea"', "*зақ*", "ferr*", "中国", "", "istanbul", "lum")
TEXTS = (
    "Президент Қазақстанға сапармен келді, содан кейін Мәскеуге аттанды деп хабарланды.",
    "Ferries crossed the Munar Sea again, Lum said.",
    "总统访问中国，随后发表讲话，强调两国关系。",
    "İstanbul'da toplanan bakanlar ziyareti görüştü ve ardından geri döndü.",
    "👩‍👩‍👧 \U0010ffff e\u0301 \x01 ﬁ",
)

CHANGED = "Президент сапарын өзгертіп, Қазақстанға емес, көршісі Мәскеуге аттанды деп хабарланды."


def furnish(archive: Archive) -> None:
    """Something in every table, ids out of order for every collation."""
    with archive.writing() as kept:
        names = ("b", "a", "A", "Ә", "é", "_", "10", "9")
        kept.watch([Source(id=name, address=f"https://{name}.example/f") for name in names], at=AT)
        for number, given in enumerate(TEXTS):
            url = f"https://olmera.example/{names[number]}-{number}"
            raw = RawPage(body=bytes([number]) * 100, media_type="text/html", charset="utf-8")
            made = Attempt(address=url, at=AT, outcome="read", status=200, size=100)
            tried = kept.record(made, source="a")
            brought = collected(given, url, page=raw, title=f"Title {number}")
            kept.keep(brought, at=AT, source="a", attempt=tried)
        kept.keep(collected(CHANGED, "https://olmera.example/b-0"), at=LATER, source="a")
        kept.queue(
            [Link(address=f"https://x.example/{n}", mark=n) for n in names], source="b", at=AT
        )
        for row, one in kept.unread(reader="1", limit=100):
            words = one.document.text
            said = Statement(id="s", kind="indirect", content=Span.cut(words, 0, 3), voice=LUM)
            made = Reading(
                id=one.document.id,
                lang=one.lang,
                published=None,
                outlet=None,
                sha256=one.document.sha256,
                statements=(said,),
            )
            kept.keep_reading(row, made, reader="1")


def seen(archive: Archive) -> tuple[object, ...]:
    """All that can be seen of an archive from outside."""
    with archive.view() as view:
        assert list(view.problems()) == []
        found = [[one.document.id for one in view.find(Selection(words=it))] for it in QUESTIONS]
        assert all(found), "every question finds something"
        voice = [one.document.id for one in view.find(Selection(voices=("lum",)))]
        return view.fingerprint(), view.count(), found, voice


def test_from_sqlite_to_postgresql_and_back(
    tmp_path: Path, world: World, postgresql: Server
) -> None:
    files = [tmp_path / f"{number}.sqlite" for number in range(3)]
    with open_archive(str(files[0]), world=world) as archive:
        furnish(archive)
        before = seen(archive)
        archive.back_up(files[1])
    address = postgresql.new()
    restore(files[1], address)
    with open_archive(address, world=world) as archive:
        assert seen(archive) == before
        archive.back_up(files[2])
        with archive.writing() as kept:
            assert kept.keep(from_file("One more.", "new"), at=LATER).fate == "new"
            assert kept.record(Attempt(address="x", at=AT, outcome="read")) == len(TEXTS) + 1
    postgresql.drop(address)
    with open_archive(str(files[2]), world=world) as archive:
        assert seen(archive) == before


def test_the_restore_drill(archive_at: str, tmp_path: Path, world: World) -> None:
    """The archive burns down; what was backed up comes back, and collecting goes on."""
    backup = tmp_path / "backup.sqlite"
    with open_archive(archive_at, world=world) as archive:
        furnish(archive)
        before = seen(archive)
        archive.back_up(backup)
        with archive.writing() as kept:
            kept.keep(from_file("Kept after the backup, and lost.", "lost"), at=LATER)
    burn_down(archive_at)
    restore(backup, archive_at)
    with open_archive(archive_at, world=world) as archive:
        assert seen(archive) == before
        furnish_again = (
            collected(TEXTS[1], "https://olmera.example/a-1", title="Title 1"),
            collected(CHANGED, "https://olmera.example/b-0"),
        )
        with archive.writing() as kept:
            fates = [kept.keep(one, at=LATER).fate for one in furnish_again]
            assert fates == ["known", "known"]
            assert kept.keep(from_file("Kept after the backup, and lost.", "lost"), at=LATER).number
        with archive.view() as view:
            assert list(view.problems()) == []
            assert view.count()["version"] == len(TEXTS) + 2


def burn_down(archive_at: str) -> None:
    if "://" not in archive_at:
        for part in Path(archive_at).parent.glob("archive.sqlite*"):
            part.unlink()
        return
    engine = connect(archive_at, create=False)
    with writing(engine) as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def test_a_backup_is_one_file_and_left_as_it_is(archive: Archive, tmp_path: Path) -> None:
    furnish(archive)
    folder = tmp_path / "backups"
    folder.mkdir()
    archive.back_up(folder / "backup.sqlite")
    before = (folder / "backup.sqlite").read_bytes()
    restore(folder / "backup.sqlite", str(tmp_path / "again.sqlite"))
    assert [it.name for it in folder.iterdir()] == ["backup.sqlite"]
    assert (folder / "backup.sqlite").read_bytes() == before


def test_a_backup_never_takes_another_file_s_place(archive: Archive, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a letter")
    with pytest.raises(ArchiveError, match="taken' is there already"):
        archive.back_up(taken)
    assert taken.read_text() == "a letter"
    with pytest.raises(ArchiveError, match="there is no folder"):
        archive.back_up(tmp_path / "nowhere" / "backup")


def test_only_an_empty_archive_is_restored_into(
    archive: Archive, archive_at: str, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.sqlite"
    archive.back_up(backup)
    restore(backup, archive_at)
    with archive.writing() as kept:
        kept.keep(from_file("A", "a"), at=AT)
    with pytest.raises(ArchiveError, match="is not empty: restore into a new archive"):
        restore(backup, archive_at)
    with archive.view() as view:
        assert view.count()["version"] == 1


@pytest.mark.parametrize("content", [b"a letter", b"", None], ids=["letter", "empty", "none"])
def test_only_a_backup_is_restored(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "letter"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"letter.*no|no.*letter"):
        restore(file, str(tmp_path / "archive.sqlite"))
    assert not (tmp_path / "archive.sqlite").exists()


WRITE = """
import sys
from pathlib import Path
from sholu.archive import open_archive
from sholu.world import World
from tests.archive.making import AT, collected

address, world = sys.argv[1:]
with open_archive(address, world=World.load(Path(world))) as archive:
    for number in range(100_000):
        with archive.writing() as kept:
            for half in ("first", "second"):
                address = f"https://olmera.example/{number}-{half}"
                kept.keep(collected(f"The {half} half of {number}.", address), at=AT)
        if number == 3:
            print("writing", flush=True)
"""


@pytest.mark.slow
def test_a_backup_while_another_process_writes(
    archive: Archive, archive_at: str, tmp_path: Path, world: World
) -> None:
    place = str(Path(__file__).parent / "world.toml")
    command = [sys.executable, "-c", WRITE, archive_at, place]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        for number in range(3):
            archive.back_up(tmp_path / f"{number}.sqlite")
            time.sleep(0.1)
        writer.kill()
    for number in range(3):
        backup = str(tmp_path / f"{number}.sqlite")
        with open_archive(backup, world=world) as kept, kept.view() as view:
            assert list(view.problems()) == []
            assert view.count()["version"] >= 8
            assert view.count()["version"] % 2 == 0, "whole transactions alone"
    with archive.view() as view:
        assert list(view.problems()) == [], "the writer was killed, and nothing is half written"


def test_a_sound_archive_has_no_problems(archive: Archive) -> None:
    furnish(archive)
    with archive.view() as view:
        assert list(view.problems()) == []


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(
            "UPDATE version SET text = 'Forged' WHERE number = 2",
            ", version 2 is not the one that was kept",
            id="a-forged-text",
        ),
        pytest.param(
            "INSERT INTO document VALUES ('empty', 1, '')",
            "document 'empty' has no version",
            id="no-version",
        ),
        pytest.param(
            "UPDATE document SET current = 1 WHERE current = 2",
            "are not numbered from 1 to its current one",
            id="not-the-last-version",
        ),
        pytest.param(
            "UPDATE version SET number = 3 WHERE number = 2",
            "are not numbered from 1 to its current one",
            id="a-gap",
        ),
        pytest.param(
            "UPDATE version SET title = 'Title 0', text = (SELECT text FROM version WHERE seq = 1),"
            " sha256 = (SELECT sha256 FROM version WHERE seq = 1) WHERE number = 2",
            "versions 1 and 2 of document",
            id="a-version-that-changes-nothing",
        ),
        pytest.param(
            "DELETE FROM address WHERE key = 'olmera.example/a-1'",
            "is not known by its address",
            id="no-address",
        ),
        pytest.param(
            "UPDATE page SET body = {bytes} WHERE sha256 = (SELECT min(sha256) FROM page)",
            "is not the one that was kept",
            id="a-page-that-is-none",
        ),
        pytest.param(
            "UPDATE page SET body = (SELECT p.body FROM page p WHERE p.sha256 <> page.sha256 "
            "ORDER BY p.sha256 LIMIT 1)",
            "is not the one that was kept",
            id="another-page",
        ),
        pytest.param(
            "UPDATE task SET state = 'lost' WHERE mark = 'a'",
            "the article 'x.example/a' is in no known state ('lost')",
            id="no-state",
        ),
        pytest.param(
            "UPDATE source SET due = 'soon' WHERE id = 'b'",
            "the source 'b' is due at no moment ('soon')",
            id="no-moment",
        ),
        pytest.param("FORGET", "1 versions cannot be found by their words", id="not-findable"),
        pytest.param(
            "SPARE",
            "1 versions can be found by their words but are missing",
            id="findable-and-missing",
        ),
    ],
)
def test_check_finds(archive: Archive, archive_at: str, harm: str, said: str) -> None:
    furnish(archive)
    lite = "://" not in archive_at
    harm = {
        "FORGET": "DELETE FROM terms_docsize WHERE id = 2"
        if lite
        else "DELETE FROM terms WHERE seq = 2",
        "SPARE": "INSERT INTO terms_docsize (id) VALUES (99)"
        if lite
        else "ALTER TABLE terms DROP CONSTRAINT terms_seq_fkey; "
        "INSERT INTO terms VALUES (99, '', '')",
    }.get(harm, harm)
    plant(archive_at, harm.format(bytes="x'00ff'" if lite else "decode('00ff', 'hex')"))
    with archive.view() as view:
        (found, *others) = view.problems()
    assert said in found
    assert not [one for one in others if "not the one that was kept" not in one]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(
            "DELETE FROM document WHERE current = 2",
            "row 1 of 'version' belongs to a row of 'document' that is missing",
            id="a-document",
        ),
        pytest.param(
            "DELETE FROM version WHERE seq = 2",
            "readings are of versions that are missing",
            id="a-version",
        ),
    ],
)
def test_check_finds_what_postgresql_never_lets_happen(
    tmp_path: Path, world: World, harm: str, said: str
) -> None:
    place = str(tmp_path / "archive.sqlite")
    with open_archive(place, world=world) as archive:
        furnish(archive)
        plant(place, harm)
        with archive.view() as view:
            assert [one for one in view.problems() if said in one]


def plant(archive_at: str, harm: str) -> None:
    """Do an archive harm behind its back."""
    if "://" not in archive_at:
        with closing(sqlite3.connect(archive_at)) as file:
            file.execute(harm)
            file.commit()
        return
    engine = connect(archive_at, create=False)
    with writing(engine) as connection:
        for command in harm.split("; "):
            connection.exec_driver_sql(command)
    engine.dispose()


def test_check_says_where_the_file_is_damaged(tmp_path: Path, world: World) -> None:
    place = tmp_path / "archive.sqlite"
    with open_archive(str(place), world=world) as archive:
        furnish(archive)
    content = place.read_bytes()
    with closing(sqlite3.connect(place)) as file:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = 'version_sha256'"
        (page,) = file.execute(asked).fetchone()
    # One hash in the index is turned into another.
    kept = hashlib.sha256(TEXTS[1].encode()).hexdigest().encode()
    at = content.index(kept, (page - 1) * 4096)
    place.write_bytes(content[:at] + b"0" * len(kept) + content[at + len(kept) :])
    with open_archive(str(place), world=world) as archive, archive.view() as view:
        found = next(view.problems())
    assert found.startswith("the file is damaged: row ")
    assert found.endswith(" missing from index version_sha256")


def test_a_backup_is_an_archive_itself(archive: Archive, tmp_path: Path, world: World) -> None:
    furnish(archive)
    expected = seen(archive)
    archive.back_up(tmp_path / "backup.sqlite")
    shutil.copyfile(tmp_path / "backup.sqlite", tmp_path / "carried.sqlite")
    with open_archive(str(tmp_path / "carried.sqlite"), world=world) as carried:
        assert seen(carried) == expected
        with carried.writing() as kept:
            assert kept.keep(from_file("One more.", "new"), at=LATER).fate == "new"
