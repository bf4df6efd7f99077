"""Articles to be fetched: named, fetched, put off, set aside, replayed."""

import pytest

from sholu.archive import Archive, Task, Transaction
from sholu.model import Link, Source
from tests.archive.making import AT, LATER, MUCH_LATER

ONE = "https://olmera.example/1"
TWO = "https://olmera.example/2"
AFAR = "https://lazmir.example/1"


@pytest.fixture(autouse=True)
def _two_sources(archive: Archive) -> None:
    feeds = (Source(id=name, address=f"https://{name}.example/feed") for name in ("a", "b"))
    with archive.writing() as kept:
        kept.watch(feeds, at=AT)


def due(archive: Archive, at: str = AT) -> list[str]:
    with archive.view() as view:
        return [task.link.address for task in view.tasks_due(at=at, limit=100)]


def first(transaction: Transaction, at: str = AT) -> Task:
    return transaction.tasks_due(at=at, limit=1)[0]


def test_a_new_article_is_to_be_fetched(archive: Archive) -> None:
    link = Link(
        address=ONE, mark="m", title="Көпір", published="2026-03-11", lang="kk", text="Мәтін"
    )
    with archive.writing() as kept:
        assert kept.queue([link], source="a", at=AT) == 1
        task = first(kept)
    assert (task.link, task.source, task.tries, task.visits) == (link, "a", 0, 0)


@pytest.mark.parametrize(
    ("named", "new"),
    [
        pytest.param([(ONE, "1"), (ONE, "1")], 1, id="twice-in-one-list"),
        pytest.param([(ONE, "1"), (ONE + "?utm_source=x", "2")], 1, id="in-two-spellings"),
        pytest.param([(ONE, "1"), (TWO, "1")], 2, id="two-articles-with-one-mark"),
        pytest.param([], 0, id="an-empty-list"),
        pytest.param([(f"{ONE}/{n}", "1") for n in range(1200)], 1200, id="more-than-one-question"),
    ],
)
def test_a_list_may_say_anything_and_say_it_again(
    archive: Archive, named: list[tuple[str, str]], new: int
) -> None:
    links = [Link(address=address, mark=mark) for address, mark in named]
    with archive.writing() as kept:
        assert kept.queue(links, source="a", at=AT) == new
    with archive.writing() as kept:
        for task in kept.tasks_due(at=AT, limit=10_000):
            kept.finish(task, again=None)
        assert kept.queue(links, source="a", at=LATER) == 0, "nothing in it is new"
    assert ONE not in due(archive, MUCH_LATER), "nothing in it has changed"


@pytest.mark.parametrize(
    ("source", "mark", "again"),
    [
        pytest.param("a", "1", False, id="the-same-mark"),
        pytest.param("a", "2", True, id="another-mark"),
        pytest.param("b", "2", False, id="another-source-marks-as-it-likes"),
        pytest.param(None, "2", False, id="somebody-by-hand"),
    ],
)
def test_an_edited_article_is_fetched_again(
    archive: Archive, source: str | None, mark: str, again: bool
) -> None:
    with archive.writing() as kept:
        kept.queue([Link(address=ONE, mark="1")], source="a", at=AT)
        kept.finish(first(kept), again=None)
    with archive.writing() as kept:
        assert kept.queue([Link(address=ONE, mark=mark)], source=source, at=AT) == 0
    assert due(archive) == [ONE] * again


def test_what_was_there_before_is_only_noted(archive: Archive) -> None:
    with archive.writing() as kept:
        assert kept.queue([Link(address=ONE, mark="1")], source="a", at=AT, fetch=False) == 1
        assert kept.queue([Link(address=ONE, mark="1")], source="a", at=AT) == 0
    assert due(archive) == []


def test_of_every_host_the_one_that_waits_longest_is_due(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.queue([Link(address=TWO, mark="1")], source="a", at=AT)
        kept.queue(
            [Link(address=ONE, mark="1"), Link(address=AFAR, mark="1")], source="a", at=LATER
        )
    assert due(archive) == [TWO]
    assert due(archive, LATER) == [TWO, AFAR]


def test_one_put_off_waits(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.queue([Link(address=ONE, mark="1")], source="a", at=AT)
        kept.put_off(first(kept), until=LATER, outcome="busy", reason="come back later")
    assert due(archive) == []
    assert due(archive, LATER) == [ONE]
    with archive.view() as view:
        assert first_tries(view.tasks_due(at=LATER, limit=1)) == 1


def first_tries(tasks: tuple[Task, ...]) -> int:
    return tasks[0].tries


def test_one_fetched_may_be_looked_at_again(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.queue([Link(address=ONE, mark="1")], source="a", at=AT)
        kept.put_off(first(kept), until=AT, outcome="busy", reason="come back later")
        kept.finish(first(kept), again=LATER)
        (again,) = kept.tasks_due(at=LATER, limit=1)
    assert due(archive) == []
    assert (again.tries, again.visits) == (0, 1)


def test_one_set_aside_stays_there_until_it_is_replayed(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.queue([Link(address=ONE, mark="1")], source="a", at=AT)
        kept.queue([Link(address=AFAR, mark="1")], source="b", at=AT)
        for task in kept.tasks_due(at=AT, limit=10):
            kept.quarantine(task, outcome="unreadable", reason="no article in it")
    assert due(archive, MUCH_LATER) == []
    with archive.writing() as kept:
        assert kept.replay(at=LATER, sources=["b", "nobody"]) == 1
    assert due(archive, MUCH_LATER) == [AFAR]
    with archive.writing() as kept:
        assert kept.replay(at=LATER) == 1
        assert kept.replay(at=LATER) == 0
    assert sorted(due(archive, MUCH_LATER)) == [AFAR, ONE]
    assert due(archive) == []


def test_what_was_kept_and_is_gone_is_done_with(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.queue([Link(address=ONE, mark="1")], source="a", at=AT)
        kept.finish(first(kept), again=LATER)
        kept.quarantine(first(kept, LATER), outcome="missing", reason="gone")
        assert kept.replay(at=LATER) == 0


def test_whatever_a_server_says_can_be_written_down(archive: Archive) -> None:
    odd = Link(address=f"{ONE}/\0\ud83d", mark="\0", title="a\ud83d", text="b\0")
    with archive.writing() as kept:
        assert kept.queue([odd], source="a", at=AT) == 1
        assert kept.queue([odd], source="a", at=AT) == 0
        task = first(kept)
        kept.put_off(task, until=AT, outcome="failed", reason="\0\udc80")
        kept.quarantine(task, outcome="failed", reason="\0\udc80")
    assert task.link.title == "a\ufffd"
    assert task.link.text == "b\ufffd"


def test_what_is_due_next(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([], at=AT)
        assert kept.next_due() is None
        kept.queue([Link(address=ONE, mark="1")], source=None, at=MUCH_LATER)
        assert kept.next_due() == MUCH_LATER
        kept.watch([Source(id="a", address="https://a.example/feed")], at=LATER)
        kept.settle("a", due=LATER)
        assert kept.next_due() == LATER
