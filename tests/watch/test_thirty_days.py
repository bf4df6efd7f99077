"""Thirty days of the test world: everything kept once, every fault in words, nobody hammered."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sholu.archive import moment, open_archive
from sholu.model import Coverage, Selection, SourceHealth
from sholu.world import World
from tests import postgres
from tests.watch.press import OUTLETS, START, WORLD, MadeClock, Press, Server, serving
from tests.watch.running import Stored, connections, door_to, rounds_over, stored

_DAY = timedelta(days=1)
# Articles of the last days may still wait for their turn.
_SETTLED = START + timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Run:
    """What is left of a watch."""

    press: Press
    kept: Stored
    healths: dict[int, dict[str, SourceHealth]]
    coverage: Coverage
    problems: list[str]
    fingerprint: str
    connected: set[object]
    port: int


def watched(server: Server, archive_at: str, days: int) -> Run:
    """Watch the world; every day ends with a restart."""
    clock = MadeClock(START)
    press = Press(clock, server, days=30)
    server.answering = press.answer
    healths = {}
    world = World.load(WORLD)
    with connections() as connected, door_to(press, clock) as door:
        for day in range(1, days + 1):
            with open_archive(archive_at, world=world) as archive:
                rounds = rounds_over(press, archive, clock, door)
                rounds.watch(press.sources(), until=START + day * _DAY)
                with archive.view() as view:
                    found = view.health(at=moment(clock.now()))
                healths[day] = {one.id: one for one in found}
    with open_archive(archive_at, world=world) as archive, archive.view() as view:
        return Run(
            press=press,
            kept=stored(press, view),
            healths=healths,
            coverage=view.coverage(Selection()),
            problems=list(view.problems()),
            fingerprint=view.fingerprint(),
            connected=connected,
            port=server.port,
        )


@pytest.fixture(scope="module")
def server():
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def run(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return watched(server, str(tmp_path_factory.mktemp("watch") / "archive.sqlite"), 30)


pytestmark = pytest.mark.slow


def test_the_world_is_large_enough():
    assert len(Press(MadeClock(START), _NOWHERE, days=30).sources()) >= 60


def test_every_article_is_kept_once_and_nothing_else(run: Run):
    assert run.kept.strays == []
    sent = {key for key, seen in run.press.seen.items() if seen.editions}
    assert set(run.kept.versions) == sent


def test_every_version_that_was_sent_is_kept_once(run: Run):
    for key, versions in run.kept.versions.items():
        told = [(one.document.title, one.document.text) for one in versions]
        sent = [(one.title, one.text) for one in run.press.seen[key].editions]
        assert told == sent, key


def test_whatever_was_named_is_kept_or_accounted_for(run: Run):
    missing = {
        key[0]
        for key, seen in run.press.seen.items()
        if seen.named and seen.named < _SETTLED and key not in run.kept.versions
    }
    # Pages that never answered while they were tried, that robots.txt forbids, that were taken
    # down before anybody came; and what stood in a sitemap without dates before the watch began.
    assert missing == {
        "half-open.example",
        "dead-pages.example",
        "oblast.example",
        "county.example",
        "xabar.example",
        "bote.example",
    }


def test_articles_of_outlets_in_good_order_are_all_kept(run: Run):
    for one in OUTLETS:
        if one.troubles or one.lists[0][1] in ("sitemap", "gz", "text", "index"):
            continue
        for story in run.press.stories[one.host]:
            if story.appears < _SETTLED:
                assert (one.host, story.number) in run.kept.versions, (one.host, story.number)


def test_corrections_are_kept_where_a_visit_could_see_them(run: Run):
    """A visit comes 6 and 54 hours after the first one, and whenever the feed tells of a change."""
    for host in ("errata.example", "tuzetu.example"):
        for story in run.press.stories[host]:
            if story.appears > START and story.editions[-1].since < _SETTLED:
                versions = run.kept.versions[host, story.number]
                assert versions[-1].document.text == story.editions[-1].text, (host, story.number)
    late = run.press.stories["late-edit.example"]
    told = [len(run.kept.versions["late-edit.example", one.number]) for one in late[:3:2]]
    assert told == [2, 2], "a JSON feed says when an article was modified"


def test_what_was_taken_down_stays_kept(run: Run):
    for host in ("withdrawn.example", "vanishing.example"):
        gone = [s for s in run.press.stories[host] if s.gone and START < s.appears < _SETTLED]
        assert gone
        for story in gone:
            assert len(run.kept.versions[host, story.number]) == 1


def test_dates_are_those_printed_or_unknown(run: Run):
    for (host, number), versions in run.kept.versions.items():
        story = run.press.stories[host][number - 1]
        outlet = run.press.outlets[host]
        told = versions[0].document.published
        if not outlet.style.dated:
            assert told is None, (host, number)
        elif host == "nowhere.example":
            assert told is not None
            assert datetime.fromisoformat(told).tzinfo is None, "a zone is never guessed"
        elif outlet.lists[0][1] != "sitemap":
            assert told is not None
            assert datetime.fromisoformat(told) == story.appears, (host, number, told)


def test_languages_are_told(run: Run):
    for (host, number), versions in run.kept.versions.items():
        assert versions[0].lang == run.press.outlets[host].lang, (host, number)


@pytest.mark.parametrize(
    "outlet",
    [one for one in OUTLETS if any(trouble.words for trouble in one.troubles)],
    ids=lambda one: one.host.partition(".")[0],
)
def test_every_fault_is_told_in_words_while_it_lasts_and_no_longer(run: Run, outlet):
    (trouble,) = outlet.troubles
    id = outlet.name.lower()
    lasting = [day for day in range(1, 31) if trouble.since < day <= trouble.until]
    assert lasting
    told = [day for day in lasting if _tells(run.healths[day][id], trouble.words)]
    assert told, [run.healths[day][id].reason for day in lasting]
    if "500 now" not in trouble.kind and "for" not in trouble.kind and "until" not in trouble.kind:
        assert len(told) >= len(lasting) - 1
    for day in range(1, 31):
        if day <= trouble.since or day > trouble.until + 3:
            assert run.healths[day][id].failures == 0, day
            assert run.healths[day][id].reason is None, day


def test_a_source_in_good_order_is_never_called_ill(run: Run):
    ill = {one.name.lower() for one in OUTLETS if one.troubles}
    for day, found in run.healths.items():
        for id, one in found.items():
            if id.partition("/")[0] not in ill:
                assert one.failures == 0, (day, id, one.reason)


def test_an_outlet_that_fell_silent_is_seen(run: Run):
    assert run.healths[11]["fading"].quiet is None
    quiet = run.healths[30]["fading"].quiet
    assert quiet is not None
    assert quiet > 24 * 15


def test_no_host_is_asked_more_often_than_it_likes(run: Run):
    assert run.press.complaints == []


def test_nobody_is_hammered(run: Run):
    """The requests of a host are its looks, its articles with their visits, and few more."""
    for host, asked in run.press.asked.items():
        one = run.press.outlets[host.removeprefix("new-")]
        looks = 30 * 24 // one.every + 2
        per_look = 6 if any(form == "index" for _, form in one.lists) else 1
        per_look += any(trouble.kind in ("loop", "moved") for trouble in one.troubles)
        articles = len(run.press.stories[one.host])
        most = looks * per_look * len(one.lists) + articles * (3 + 8) * (2 if one.twins else 1)
        if one.touches:
            most += 3 * 12 * len(one.lists)
        assert asked <= most, host
    for host, asked in run.press.robots_asked.items():
        troubled = (
            any(trouble.at == "robots" for trouble in run.press.outlets[host].troubles)
            if host in run.press.outlets
            else False
        )
        assert asked <= (60 if troubled else 31 + 1), host


def test_nothing_is_connected_to_but_the_world(run: Run):
    there = {("127.0.0.1", run.port)}
    assert there <= run.connected
    assert all(place[0] == "127.0.0.1" for place in run.connected)  # type: ignore[index]
    assert len(run.connected) <= 2  # the other one is a port at which nobody listens


def test_the_archive_is_sound(run: Run):
    assert run.problems == []


def test_the_account_names_who_was_never_read(run: Run):
    unread = {one.source for one in run.coverage.unread}
    never = {
        one.name.lower()
        for one in OUTLETS
        for trouble in one.troubles
        if trouble.words and trouble.since == 0 and trouble.until == 1000
    }
    assert unread == never
    assert all(one.reason for one in run.coverage.unread)
    assert set(run.coverage.lost) >= {"disallowed", "failed", "refused"}


def test_the_same_world_gives_the_same_archive(run: Run, server: Server, tmp_path: Path):
    again = watched(server, str(tmp_path / "again.sqlite"), 30)
    assert again.fingerprint == run.fingerprint


def test_two_days_give_the_same_archive_on_both_databases(
    server: Server, postgresql: postgres.Server, tmp_path: Path
):
    lite = watched(server, str(tmp_path / "lite.sqlite"), 2)
    there = watched(server, postgresql.new(), 2)
    assert there.fingerprint == lite.fingerprint
    assert (there.problems, there.kept.strays, there.press.complaints) == ([], [], [])


def _tells(found: SourceHealth, words: str) -> bool:
    return found.failures > 0 and re.search(words, found.reason or "") is not None


class _Nowhere:
    port = closed_port = 1


_NOWHERE = _Nowhere()
