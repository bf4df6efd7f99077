"""The rounds of a watcher."""

import os
import sqlite3
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from sholu.archive import moment, open_archive
from sholu.collect.fetch import Door, Limits, SystemClock
from sholu.model import ArchiveError, Selection
from sholu.watch import Rounds
from sholu.watch.crew import Crew
from tests.watch.press import START, Outlet, Trouble

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def outlet(name="astar", form="rss", *troubles, **more):
    return Outlet(
        host=f"{name}.example", lang="en", lists=(("/list", form),), troubles=troubles, **more
    )


def kept(archive):
    with archive.view() as view:
        return view.count()["document"]


def test_a_watch_ends_at_its_time_and_not_later(scene, rounds):
    here = scene(outlet())
    rounds(here).watch(here.press.sources(), until=START + 3 * DAY)
    assert START + 2 * DAY < here.clock.now() <= START + 3 * DAY
    assert here.press.asked["astar.example"] >= 3


def test_a_host_that_wants_its_peace_holds_up_no_other(scene, rounds):
    here = scene(
        outlet("busy", "rss", Trouble("429 for 80000 s", at="pages")), outlet("quick", every=1)
    )
    rounds(here).watch(here.press.sources(), until=START + DAY)
    assert here.press.asked["quick.example"] >= 24
    assert here.press.complaints == []


def test_a_watch_without_sources_and_articles_ends(scene, rounds):
    here = scene()
    tally = rounds(here).watch((), until=None)
    assert (tally.looks, tally.articles) == (0, 0)


def test_what_was_set_aside_keeps_no_watch_going(scene, rounds, archive):
    here = scene(outlet("astar", "rss", Trouble("404", at="pages")))
    rounds(here).watch(here.press.sources(), until=START + HOUR)
    tally = rounds(here).watch((), until=None)
    assert tally.looks == 0
    with archive.view() as view:
        assert view.health(at=moment(here.clock.now()))[0].quarantined == 1
        assert view.next_due() is None


def test_once_does_what_is_due_and_waits_for_nobody_long(scene, rounds):
    here = scene(outlet("busy", "rss", Trouble("503 for 7200 s", at="pages")), outlet("quick"))
    tally = rounds(here).once(here.press.sources())
    assert tally.new == 1
    assert tally.later == 1, "the article of the busy host"
    assert here.clock.now() < START + timedelta(minutes=5)
    again = rounds(here).once(here.press.sources())
    assert (again.looks, again.articles) == (0, 0)


def test_once_after_a_while_goes_on_where_it_stopped(scene, rounds):
    here = scene(outlet("busy", "rss", Trouble("503 for 7200 s", 0, 0.1, at="pages")))
    rounds(here).once(here.press.sources())
    here.clock.sleep(3 * 3600)
    assert rounds(here).once(here.press.sources()).new == 1


def test_collecting_looks_once_and_fetches_all_that_is_named(scene, rounds, archive):
    outlets = [outlet(f"astar-{n}") for n in range(4)]
    here = scene(*outlets, days=30)
    here.clock.sleep(20 * 86_400)
    steps = []
    watcher = rounds(here)
    watcher._on_step = lambda tally: steps.append(tally.looks + tally.articles)
    tally = watcher.collect(here.press.sources())
    there = sum(
        one.appears <= here.clock.now() for each in here.press.stories.values() for one in each
    )
    assert (tally.looks, tally.new, tally.later) == (4, there, 0)
    assert steps == list(range(1, 4 + there + 1)), "progress after every step"
    assert here.press.complaints == []


def test_collecting_ends_where_only_retries_are_left(scene, rounds):
    here = scene(outlet("astar", "rss", Trouble("500", at="pages")))
    tally = rounds(here).collect(here.press.sources())
    assert (tally.new, tally.later) == (0, 1)
    assert here.clock.now() < START + timedelta(minutes=5)


def test_collecting_twice_adds_nothing(scene, rounds, archive):
    here = scene(outlet())
    assert rounds(here).collect(here.press.sources()).new == 1
    again = rounds(here).collect(here.press.sources())
    assert (again.looks, again.articles, again.new) == (1, 0, 0)


def test_collecting_from_a_source_that_is_watched_under_another_name(scene, rounds, archive):
    here = scene(outlet())
    rounds(here).once(here.press.sources())
    here.clock.sleep(5 * 86_400)
    by_hand = replace(here.source, id=here.source.address.partition("://")[2])
    tally = rounds(here).collect([by_hand])
    assert tally.problems == 0
    with archive.view() as view:
        assert [one.id for one in view.health(at=moment(here.clock.now()))] == ["astar"]


def test_articles_of_others_at_the_same_host_do_not_hide_those_collected(scene, rounds, archive):
    two = Outlet(host="astar.example", lang="en", lists=(("/rss", "rss"), ("/map", "news")))
    here = scene(two)
    first, second = here.press.sources()
    with archive.writing() as transaction:
        at = moment(here.clock.now())
        transaction.watch([first], at=at)
        link = here.task().link
        transaction.queue([replace(link, address=f"{link.address}?p=1")], source=first.id, at="1")
    here.clock.sleep(86_400)
    assert rounds(here).collect([second]).new >= 1


def test_a_source_left_out_of_the_list_is_not_looked_at_but_its_articles_are_fetched(
    scene, rounds, archive
):
    here = scene(outlet("astar", "rss", Trouble("500", 0, 0.02, at="pages")), outlet("quick"))
    astar, quick = here.press.sources()
    rounds(here).once([astar, quick])
    rounds(here).watch([quick], until=START + 2 * DAY)
    assert here.press.paths["/list"] == 1 + 2
    with archive.view() as view:
        by_id = {one.id: one for one in view.health(at=moment(here.clock.now()))}
    assert by_id["astar"].dropped
    assert by_id["astar"].documents == 1
    assert not by_id["quick"].dropped


def test_a_source_under_a_new_name_goes_on_where_the_old_one_stopped(scene, rounds, archive):
    here = scene(outlet(edits=(30, 60)))
    rounds(here).once(here.press.sources())
    renamed = replace(here.source, id="Astar Times")
    here.clock.sleep(3600)
    assert rounds(here).once([renamed]).looks == 0, "it is not due yet"
    rounds(here).watch([renamed], until=START + 4 * DAY)
    with archive.view() as view:
        health = {one.id: one for one in view.health(at=moment(here.clock.now()))}
        assert not list(view.problems())
    assert health["Astar Times"].failures == 0
    assert health["astar"].dropped


def test_two_sources_that_change_places_are_both_watched(scene, rounds, archive):
    here = scene(outlet("one"), outlet("two"))
    one, two = here.press.sources()
    rounds(here).once([one, two])
    rounds(here).once([replace(one, address=two.address), replace(two, address=one.address)])
    with archive.view() as view:
        assert view.source("one").address == two.address


def test_two_sources_of_an_outlet_that_name_one_article_have_it_fetched_once(
    scene, rounds, archive
):
    two = Outlet(host="astar.example", lang="en", lists=(("/rss", "rss"), ("/atom", "atom")))
    here = scene(two)
    tally = rounds(here).once(here.press.sources())
    assert (tally.looks, tally.new, tally.articles) == (2, 1, 1)


def test_a_source_that_is_an_apology_today_was_a_feed_and_will_be(scene, rounds, archive):
    here = scene(outlet("astar", "rss", Trouble("page of apology", 1, 4)))
    rounds(here).watch(here.press.sources(), until=START + 3 * DAY)
    with archive.view() as view:
        (ill,) = view.health(at=moment(here.clock.now()))
    assert ill.outcome == "unreadable"
    rounds(here).watch(here.press.sources(), until=START + 8 * DAY)
    with archive.view() as view:
        (well,) = view.health(at=moment(here.clock.now()))
        urls = [one.document.url for one in view.find(Selection())]
    assert well.outcome == "read"
    assert all("/news/" in url for url in urls)


class Broken(Door):
    """A door that has a defect for one host."""

    def get(self, address, **more):
        if "broken" in address:
            raise ZeroDivisionError("division by zero")
        return super().get(address, **more)


@pytest.mark.parametrize("workers", [0, 4])
def test_a_defect_of_one_job_is_told_in_words_and_the_others_go_on(scene, archive, workers):
    here = scene(outlet("astar"), outlet("broken"))
    troubles = []
    door = Broken(clock=here.clock, allowed=here.press.hosts, resolve=here.press.resolve)
    rounds = Rounds(archive, door, clock=here.clock, workers=workers, on_trouble=troubles.append)
    tally = rounds.once(here.press.sources())
    assert (tally.new, tally.problems) == (1, 1)
    (words,) = troubles
    assert "a defect of Sholu (ZeroDivisionError: division by zero); please report it" in words
    with archive.view() as view:
        ill = view.health(at=moment(here.clock.now()))[0]
    assert (ill.id, ill.outcome, ill.failures) == ("broken", "unreadable", 1)
    assert "please report it" in ill.reason


def test_a_defect_in_reading_ends_the_reading_and_not_the_watch(scene, archive):
    here = scene(outlet())
    troubles = []

    def read():
        raise RecursionError("too deep")

    rounds = Rounds(
        archive,
        here.door,
        clock=here.clock,
        workers=0,
        on_trouble=troubles.append,
        between=read,
    )
    assert rounds.once(here.press.sources()).new == 1
    assert len(troubles) == 1
    assert "is not read any more: a defect of Sholu (RecursionError: too deep)" in troubles[0]


def test_a_database_that_does_not_answer_for_a_while_is_waited_for(scene, archive, tmp_path):
    here = scene(outlet())
    troubles = []
    other = sqlite3.connect(tmp_path / "archive.sqlite", isolation_level=None)

    def take(tally):
        if tally.looks + tally.articles == 1:
            other.execute("BEGIN IMMEDIATE")

    def give_back(words):
        troubles.append(words)
        other.execute("ROLLBACK")

    impatient(archive)
    rounds = Rounds(
        archive,
        here.door,
        clock=here.clock,
        workers=0,
        on_step=take,
        on_trouble=give_back,
    )
    assert rounds.once(here.press.sources()).new == 1
    other.close()
    (words,) = troubles
    assert words.endswith("is being written to by somebody else: wait, and try again; trying again")


def impatient(archive):
    """Have it wait for others no longer."""
    with archive.view() as view:
        view.connection.exec_driver_sql("PRAGMA busy_timeout = 1")


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever is root may write everywhere")
def test_an_archive_that_cannot_be_written_to_is_told_at_once(scene, known, tmp_path):
    place = tmp_path / "archive.sqlite"
    open_archive(str(place), world=known).close()
    place.chmod(0o400)
    with open_archive(str(place), world=known) as archive:
        here = scene(outlet())
        rounds = Rounds(archive, here.door, clock=here.clock, workers=0)
        with pytest.raises(ArchiveError, match="cannot be written to"):
            rounds.once(here.press.sources())


def test_a_full_disk_ends_the_watch_in_a_sentence_and_nothing_is_half_kept(scene, known, tmp_path):
    here = scene(*(outlet(f"astar-{n}") for n in range(3)))
    troubles = []
    with open_archive(str(tmp_path / "full.sqlite"), world=known) as archive:
        rounds = Rounds(archive, here.door, clock=here.clock, workers=0, on_trouble=troubles.append)
        rounds.watch(here.press.sources(), until=here.clock.now())
        with archive.view() as view:
            pages = view.connection.exec_driver_sql("PRAGMA page_count").scalar()
            view.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ArchiveError, match="the disk is full"):
            rounds.once(here.press.sources())
        assert troubles[0].endswith("cannot be written to (the disk is full); trying again")
        with archive.view() as view:
            view.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
            assert view.count()["document"] == rounds.tally.new
            assert not list(view.problems())
    with open_archive(str(tmp_path / "full.sqlite"), world=known) as archive:
        rounds = Rounds(archive, here.door, clock=here.clock, workers=0)
        here.clock.sleep(60)
        there = [each for each in here.press.seen.values() if each.named]
        rounds.once(here.press.sources())
        assert kept(archive) == len(there)
        with archive.view() as view:
            assert not list(view.problems())


def test_several_fetch_at_a_time_but_never_two_at_one_host(scene, archive):
    here = scene(*(outlet(f"astar-{n}") for n in range(6)), days=30)
    here.clock.sleep(20 * 86_400)
    here.press.pace = 0
    door = Door(
        allowed=here.press.hosts, resolve=here.press.resolve, limits=Limits(pace=0.05, total=10)
    )
    threads = set()
    steps = []
    rounds = Rounds(
        archive,
        door,
        clock=SystemClock(),
        workers=4,
        on_step=lambda tally: (steps.append(1), threads.add(threading.active_count())),
    )
    tally = rounds.collect(here.press.sources())
    there = sum(
        one.appears <= here.clock.now() for each in here.press.stories.values() for one in each
    )
    assert tally.new == there
    assert len(steps) == 6 + there
    assert here.press.complaints == []


def test_a_crew_hands_over_what_its_jobs_raise():
    crew = Crew(2)
    crew.begin("sum", lambda: 1 + 1, host="a")
    crew.begin("quotient", lambda: 1 // 0, host="b")
    assert crew.all_busy
    done = {}
    while crew.at_work:
        done |= {job: future.exception() or future.result() for job, future in crew.finished()}
    assert done["sum"] == 2
    assert isinstance(done["quotient"], ZeroDivisionError)
    assert not crew.is_at("a")


def test_whoever_is_still_at_work_does_not_hold_up_the_end():
    never = threading.Event()
    crew = Crew(1)
    crew.begin("wait", never.wait, host="slow")
    (thread,) = [one for one in threading.enumerate() if one.name == "slow"]
    assert thread.daemon
    never.set()
    thread.join()
