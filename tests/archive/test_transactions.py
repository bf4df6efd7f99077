"""All of a transaction or nothing; many processes; a server that goes and comes back."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sholu.archive import Archive, Transaction, open_archive
from sholu.model import ArchiveError, Attempt, Link, Reading, Selection, Source
from sholu.world import World
from tests import postgres
from tests.archive.making import AT, collected, from_file


def ids(archive: Archive) -> list[str]:
    with archive.view() as view:
        return [one.document.id for one in view.find(Selection())]


class KilledError(Exception):
    """What a kill would be, inside the process."""


def do_everything(kept: Transaction, name: str) -> None:
    """Every way to write something."""
    kept.watch([Source(id=name, address=f"https://{name}.example/feed")], at=AT)
    number = kept.record(Attempt(address="https://x.example/", at=AT, outcome="read"), source=name)
    kept.settle(name, tried=AT)
    kept.queue([Link(address=f"https://{name}.example/1", mark="")], source=name, at=AT)
    kept.keep(from_file(f"The {name} text.", name), at=AT, source=name, attempt=number)
    ((row, found),) = kept.unread(reader="1", limit=1)
    made = Reading(
        id=name, lang=None, published=None, outlet=None, sha256=found.document.sha256, statements=()
    )
    kept.keep_reading(row, made, reader="1")


def killed(archive: Archive, do: Callable[[Transaction], object]) -> None:
    with archive.writing() as kept:
        do(kept)
        raise KilledError


def test_an_interruption_leaves_nothing(archive: Archive) -> None:
    with archive.view() as view:
        empty = view.fingerprint()
    with pytest.raises(KilledError):
        killed(archive, lambda kept: do_everything(kept, "first"))
    with archive.view() as view:
        assert view.fingerprint() == empty
        assert set(view.count().values()) == {0}
        assert list(view.problems()) == []
    with archive.writing() as kept:
        do_everything(kept, "first")
    with archive.view() as view:
        assert [one.document.id for one in view.find(Selection(words="text *irs*"))] == ["first"], (
            "words of the interrupted transaction are noted all the same"
        )
        assert list(view.problems()) == []


def test_an_interruption_leaves_what_was_kept_before(archive: Archive) -> None:
    with archive.writing() as kept:
        do_everything(kept, "first")
    with archive.view() as view:
        before = view.fingerprint()
    with pytest.raises(KilledError):
        killed(archive, lambda kept: kept.keep(from_file("B", "second"), at=AT))
    with archive.view() as view:
        assert view.fingerprint() == before


def test_a_view_does_not_change_while_another_writes(
    archive: Archive, archive_at: str, world: World
) -> None:
    with archive.writing() as kept:
        kept.keep(from_file("A", "a"), at=AT)
    with open_archive(archive_at, world=world) as writer, archive.view() as view:
        assert view.count()["version"] == 1
        with writer.writing() as kept:
            kept.keep(from_file("B", "b"), at=AT)
        assert view.count()["version"] == 1
        assert [one.document.id for one in view.find(Selection())] == ["a"]
        assert [one.document.id for one in view.find(Selection(words="B"))] == []
    assert ids(archive) == ["b", "a"]


def test_a_transaction_can_write_while_it_walks_over_what_it_finds(archive: Archive) -> None:
    with archive.writing() as kept:
        for number in range(450):
            kept.keep(from_file(f"Text {number}", str(number)), at=AT)
    with archive.writing() as kept:
        for found in kept.find(Selection()):
            url = f"https://x.example/{found.document.id}"
            kept.queue([Link(address=url, mark="")], source=None, at=AT)
    with archive.view() as view:
        assert view.count()["task"] == 450


WRITE = """
import sys
from sholu.archive import open_archive
from sholu.world import World
from tests.archive.making import AT, collected
from pathlib import Path

address, name, world = sys.argv[1:]
with open_archive(address, world=World.load(Path(world))) as archive:
    for number in range(15):
        with archive.writing() as kept:
            kept.keep(collected(f"{name} {number}", f"https://{name}.example/{number}"), at=AT)
            kept.keep(collected(f"Shared {number}", f"https://shared.example/{number}"), at=AT)
"""


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_processes_that_open_a_new_archive_and_write_at_once(
    database: str, tmp_path: Path, world: World, request: pytest.FixtureRequest
) -> None:
    if database == "sqlite":
        address = str(tmp_path / "archive.sqlite")
    else:
        address = request.getfixturevalue("postgresql").bare()
    names = ("one", "two", "three", "four")
    place = str(Path(__file__).parent / "world.toml")
    running = [
        subprocess.Popen([sys.executable, "-c", WRITE, address, name, place], stderr=-1, text=True)
        for name in names
    ]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0, 0], said
    with open_archive(address, world=world) as archive, archive.view() as view:
        assert view.count()["version"] == 15 * len(names) + 15
        assert list(view.problems()) == []
    if database == "postgresql":
        request.getfixturevalue("postgresql").drop(address)


@pytest.fixture
def server() -> Iterator[postgres.Server]:
    """A server of one's own, to be stopped and started."""
    if not postgres.is_here():
        pytest.skip("there is no wheel with PostgreSQL for this system")
    with postgres.running() as running:
        yield running


def keep(kept: Transaction, name: str) -> None:
    kept.keep(collected(name, f"https://x.example/{name}"), at=AT)


@pytest.mark.slow
def test_a_server_that_goes_and_comes_back(server: postgres.Server, world: World) -> None:
    """The same archive goes on, and nothing of a broken transaction is in it."""

    def see_nothing() -> None:
        with archive.view():
            pytest.fail("there is nothing to be seen")

    def write_nothing() -> None:
        with archive.writing():
            pytest.fail("there is nothing to write to")

    def stop_between_two_writes() -> None:
        with archive.writing() as kept:
            keep(kept, "C")
            server.stop()
            keep(kept, "D")

    def stop_before_the_end() -> None:
        with archive.writing() as kept:
            keep(kept, "C")
            server.stop()

    def stop_between_two_looks() -> None:
        with archive.view() as view:
            view.count()
            server.stop()
            view.count()

    address = server.new()
    with open_archive(address, world=world) as archive:
        with archive.writing() as kept:
            keep(kept, "A")
        server.stop()
        for step in (see_nothing, write_nothing):
            with pytest.raises(ArchiveError, match="the database does not answer as it should"):
                step()
        server.start()
        for step in (stop_between_two_writes, stop_before_the_end, stop_between_two_looks):
            with pytest.raises(ArchiveError, match="the database does not answer as it should"):
                step()
            server.start()
        with archive.writing() as kept:
            keep(kept, "B")
        with archive.view() as view:
            assert view.count()["version"] == 2
            assert list(view.problems()) == []
    server.stop()
    with pytest.raises(ArchiveError, match="the database does not answer as it should"):
        open_archive(address, world=world)
    server.start()
