"""What is watched, how it is, and what was tried, read and lost."""

from datetime import UTC, datetime, timedelta

import pytest

from sholu.archive import Archive, Due, moment, parsed
from sholu.model import Attempt, Coverage, Link, Outcome, Selection, Source, SourceHealth, Unread
from tests.archive.making import AT, LATER, MUCH_LATER, collected

FEED = Source(
    id="a",
    address="https://a.example/feed",
    kind="feed",
    outlet="olmera.example",
    country="XA",
    lang="kk",
    zone="Asia/Almaty",
    every=600,
)
OTHER = Source(id="b", address="https://b.example/feed", country="XB")


def due(archive: Archive, at: str = AT) -> list[Due]:
    with archive.view() as view:
        return list(view.sources_due(at=at, limit=100))


def health(archive: Archive, at: str = AT) -> dict[str, SourceHealth]:
    with archive.view() as view:
        return {one.id: one for one in view.health(at=at)}


def test_a_new_source_is_due_at_once(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([FEED], at=AT)
    assert due(archive) == [Due(source=FEED, etag=None, last_modified=None, failures=0, first=True)]


def test_the_longest_due_comes_first(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([FEED, OTHER], at=AT)
        kept.settle("a", due=LATER)
    assert [one.source.id for one in due(archive)] == ["b"]
    assert [one.source.id for one in due(archive, MUCH_LATER)] == ["b", "a"]
    with archive.view() as view:
        assert len(view.sources_due(at=MUCH_LATER, limit=1)) == 1


def test_one_that_was_read_is_known_by_its_validators(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([FEED], at=AT)
        kept.settle("a", succeeded=AT, etag='"1"', last_modified="Wed, 11 Mar", failures=0)
    (one,) = due(archive)
    assert (one.etag, one.last_modified, one.first) == ('"1"', "Wed, 11 Mar", False)


def test_one_left_out_of_the_list_is_dropped_and_goes_on_when_named_again(
    archive: Archive,
) -> None:
    with archive.writing() as kept:
        kept.watch([FEED, OTHER], at=AT)
        kept.settle("b", succeeded=AT, etag='"1"')
        kept.watch([FEED], at=LATER)
    assert [one.source.id for one in due(archive, MUCH_LATER)] == ["a"]
    assert health(archive)["b"].dropped
    with archive.writing() as kept:
        kept.watch([OTHER, FEED], at=MUCH_LATER)
    assert [one.etag for one in due(archive, MUCH_LATER)] == [None, '"1"']
    assert not health(archive)["b"].dropped


def test_one_that_moved_is_looked_at_anew(archive: Archive) -> None:
    moved = Source(id="a", address="https://a.example/new", every=60)
    with archive.writing() as kept:
        kept.watch([FEED], at=AT)
        kept.settle("a", due=MUCH_LATER, etag='"1"', last_modified="x", succeeded=AT)
        kept.watch([moved], at=LATER)
    (one,) = due(archive, LATER)
    assert (one.source, one.etag, one.last_modified) == (moved, None, None)


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(
            [Source(id="a", address=OTHER.address), Source(id="b", address=FEED.address)],
            id="two-change-places",
        ),
        pytest.param([Source(id="c", address=FEED.address)], id="another-name"),
    ],
)
def test_a_list_may_be_rewritten(archive: Archive, named: list[Source]) -> None:
    with archive.writing() as kept:
        kept.watch([FEED, OTHER], at=AT)
        kept.watch(named, at=LATER)
        kept.watch(named, at=LATER)
    assert sorted((one.source.id, one.source.address) for one in due(archive, LATER)) == [
        (one.id, one.address) for one in named
    ]


def test_whatever_a_server_says_of_itself_can_be_written_down(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([FEED], at=AT)
        kept.settle("a", reason="\0\ud83d", etag="\0")
        kept.record(Attempt(address="\0", at=AT, outcome="failed", reason="\udc80", final="\0"))
    assert health(archive)["a"].reason == "\ufffd\ufffd"


def test_tries_are_numbered(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([FEED], at=AT)
        first = kept.record(Attempt(address=FEED.address, at=AT, outcome="read"), source="a")
        second = kept.record(Attempt(address="https://x.example/", at=AT, outcome="missing"))
    assert second > first


def test_health_counts_what_came_waits_and_was_lost(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([FEED, OTHER], at=AT)
        kept.settle("a", failures=3, outcome="blocked", reason="403", tried=LATER, succeeded=AT)
        for number in range(3):
            kept.keep(collected(f"{number}", f"https://olmera.example/{number}"), at=AT, source="a")
        kept.keep(collected("changed", "https://olmera.example/0"), at=AT, source="a")
        kept.queue(
            [Link(address=f"https://h{n}.example/", mark="") for n in range(3)], source="a", at=AT
        )
        kept.quarantine(kept.tasks_due(at=AT, limit=1)[0], outcome="missing", reason="gone")
    with archive.view() as view:
        first, second = view.health(at=AT)
    assert (first.id, second.id) == ("a", "b"), "trouble first"
    assert (first.documents, first.waiting, first.quarantined) == (3, 2, 1)
    assert (first.failures, first.outcome, first.reason) == (3, "blocked", "403")
    assert (first.tried, first.succeeded, first.country) == (LATER, AT, "XA")
    assert (second.documents, second.waiting, second.rhythm, second.quiet) == (0, 0, None, None)


@pytest.mark.parametrize(
    ("hours", "later", "rhythm", "quiet"),
    [
        pytest.param([0, 1, 2, 3], 100, None, None, id="too-few-to-tell"),
        pytest.param([0, 1, 2, 3, 4, 5], 5, 1.0, None, id="every-hour-and-just-now"),
        pytest.param([0, 1, 2, 3, 4, 5], 16, 1.0, None, id="half-a-day-is-a-night"),
        pytest.param([0, 1, 2, 3, 4, 5], 18, 1.0, 13.0, id="longer-than-a-night"),
        pytest.param([0, 24, 48, 72, 96, 120], 190, 24.0, None, id="once-a-day-and-a-weekend"),
        pytest.param([0, 24, 48, 72, 96, 120], 200, 24.0, 80.0, id="once-a-day-and-longer"),
        pytest.param([0, 1, 2, 30, 31, 32, 60, 61, 62, 63], 140, 1.0, None, id="now-and-then"),
    ],
)
def test_rhythm_and_quiet(
    archive: Archive, hours: list[int], later: int, rhythm: float | None, quiet: float | None
) -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    with archive.writing() as kept:
        kept.watch([FEED], at=AT)
        for hour in hours:
            at = moment(start + timedelta(hours=hour))
            # Two at once are one look.
            for one in (f"{hour}a", f"{hour}b"):
                kept.keep(collected(one, f"https://olmera.example/{one}"), at=at, source="a")
        kept.settle("a", brought=at)
    found = health(archive, moment(start + timedelta(hours=later)))["a"]
    assert (found.rhythm, found.quiet) == (rhythm, quiet)


def test_coverage_says_what_was_tried_read_and_lost(archive: Archive) -> None:
    def look(id: str, address: str, day: int, outcome: Outcome, reason: str | None = None) -> None:
        at = f"2026-03-{day:02}T23:59:59+00:00"
        made = Attempt(address=address, at=at, outcome=outcome, reason=reason)
        kept.record(made, source=id)

    silent = Source(id="c", address="https://c.example/feed")
    unseen = Source(id="d", address="https://d.example/feed")
    late = Source(id="e", address="https://e.example/feed")
    with archive.writing() as kept:
        kept.watch([FEED, OTHER, silent, unseen], at="2026-03-01T00:00:00+00:00")
        look("a", FEED.address, 10, "read")
        look("a", FEED.address, 12, "unchanged")
        look("a", "https://olmera.example/1", 12, "missing")
        look("b", OTHER.address, 11, "read")
        look("b", OTHER.address, 12, "blocked", "the server does not let us")
        look("c", silent.address, 11, "unreachable", "no answer in 10 s")
        look("c", silent.address, 30, "read")
        look("d", unseen.address, 1, "read")
        kept.watch([FEED, OTHER, silent, unseen, late], at="2026-03-20T00:00:00+00:00")
        kept.queue(
            [Link(address=f"https://h{n}.example/", mark="") for n in range(3)],
            source="a",
            at="2026-03-11T05:00:00+00:00",
        )
        for task in kept.tasks_due(at=MUCH_LATER, limit=2):
            kept.quarantine(task, outcome="disallowed", reason="robots.txt")
        kept.keep(
            collected("A text.", "https://olmera.example/1", published="2026-03-11", lang="en"),
            at=AT,
        )
        kept.keep(collected("B", "https://x.example/1", published="2026-03-12", lang="eo"), at=AT)
        kept.keep(collected("C", "https://x.example/2", published="2026-04-12"), at=AT)
    with archive.view() as view:
        found = view.coverage(Selection(since="2026-03-10", until="2026-03-12"))
    assert found == Coverage(
        since="2026-03-10",
        until="2026-03-12",
        sources=4,
        healthy=1,
        tries={"blocked": 1, "missing": 1, "read": 2, "unchanged": 1, "unreachable": 1},
        documents=2,
        by_lang=found.by_lang,
        by_country={"XA": 1, "und": 1},
        unread=(
            Unread(source="c", outcome="unreachable", reason="no answer in 10 s"),
            Unread(source="d", outcome=None, reason=None),
        ),
        lost={"disallowed": 2},
    )
    assert sum(found.by_lang.values()) == 2


def test_coverage_of_everything_and_of_nothing(archive: Archive) -> None:
    with archive.view() as view:
        assert view.coverage(Selection()) == Coverage(since=None, until=None, sources=0, healthy=0)


def test_coverage_of_one_country(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.watch([FEED, OTHER], at=AT)
    with archive.view() as view:
        assert view.coverage(Selection(countries=("XB",))).sources == 1


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 3, 11, 6, 0, 0, 999_999, tzinfo=UTC),
        datetime.fromisoformat("2026-03-11T11:00:00+05:00"),
    ],
)
def test_moments_sort_as_texts(at: datetime) -> None:
    assert moment(at) == "2026-03-11T06:00:00+00:00"
    assert parsed(moment(at)) == datetime(2026, 3, 11, 6, tzinfo=UTC)
