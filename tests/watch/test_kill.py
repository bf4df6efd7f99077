"""A kill at any moment, and a database that goes away: nothing lost, nothing twice."""

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sholu.archive import open_archive
from sholu.collect.fetch import Limits
from sholu.watch import Rounds
from tests import postgres
from tests.watch.killing import Drill, drill, outlets
from tests.watch.press import START, MadeClock, Press, Server
from tests.watch.running import door_to, stored

pytestmark = pytest.mark.slow

KILLS = 8


def test_on_sqlite_nothing_is_lost_and_nothing_kept_twice(server: Server, tmp_path: Path):
    _is_whole(drill(server, lambda: str(tmp_path / "archive.sqlite"), kills=KILLS))


def test_on_postgresql_nothing_is_lost_and_nothing_kept_twice(
    server: Server, postgresql: postgres.Server
):
    _is_whole(drill(server, postgresql.new, kills=KILLS))


def _is_whole(done: Drill) -> None:
    assert done.problems == []
    assert done.kills == KILLS
    assert done.kept[0] > 100


def test_a_postgresql_that_is_stopped_and_started_in_the_middle_is_waited_for(
    server: Server, known
):
    """It is a server of its own, as the others may not be stopped."""
    if not postgres.is_here():
        pytest.skip("there is no wheel with PostgreSQL for this system")
    clock = MadeClock(START)
    clock.sleep(6 * 86_400)
    papers = tuple(replace(one, edits=()) for one in outlets()[:3])
    press = Press(clock, server, days=6, outlets=papers)
    press.pace = 0
    server.answering = press.answer
    troubles = []
    with postgres.running() as database, door_to(press, clock, Limits(pace=0)) as door:
        away = threading.Thread(target=lambda: (database.stop(), database.start()))

        def on_step(tally):
            if tally.articles == 5:
                away.start()

        with open_archive(database.new(), world=known) as archive:
            clock.sleep = time.sleep  # the wait for the database is a real one
            rounds = Rounds(
                archive,
                door,
                clock=clock,
                workers=2,
                on_step=on_step,
                on_trouble=troubles.append,
            )
            tally = rounds.once(press.sources())
            away.join()
            with archive.view() as view:
                kept = stored(press, view)
                assert list(view.problems()) == []
    assert troubles, "it was told that the database did not answer"
    assert all(words.endswith("trying again") for words in troubles)
    assert kept.strays == []
    assert tally.new == len(kept.versions) == sum(map(len, press.stories.values()))
