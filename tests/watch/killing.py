"""A watch that is killed in the middle, again and again, and must lose nothing."""

import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.connection import Connection
from random import Random

from sholu.archive import open_archive
from sholu.collect.fetch import Limits
from sholu.model import Selection
from sholu.watch import Rounds
from sholu.world import World
from tests.watch.press import START, MadeClock, Outlet, Press, Server
from tests.watch.running import door_to, stored

_PAPERS = 8
_DAYS = 6
# Every watcher comes so much later than the one before it.
_LATER = timedelta(hours=2)
# Seconds after which a watcher that is ready to begin is killed, at most.
_LONGEST = 0.8
_WORKERS = 3

# A process is ready to be killed the sooner the more is loaded before it is made.
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.watch.preloaded"])


def outlets() -> tuple[Outlet, ...]:
    """Newspapers with some dozen articles each, every second one corrected after four hours."""
    forms = ("rss", "atom", "json", "news", "index")
    return tuple(
        Outlet(
            host=f"paper-{n}.example",
            lang=("en", "ru", "kk", "de")[n % 4],
            lists=(("/list", forms[n % 5]),),
            every=1,
            count=100,
            window=100,
            edits=(4,),
            known_by="etag",
        )
        for n in range(_PAPERS)
    )


@dataclass
class Drill:
    """What came of the kills."""

    kills: int = 0
    runs: int = 0
    kept: list[int] = field(default_factory=list)
    versions: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class There:
    """A server of another process."""

    port: int
    closed_port: int


def drill(server: Server, new_archive: Callable[[], str], *, kills: int, seed: int = 0) -> Drill:
    """Watch, kill, watch again; a new archive is begun where all of one was fetched."""
    done = Drill()
    chance = Random(seed)
    while done.kills < kills and not done.problems:
        _fill(server, new_archive(), chance, done, kills)
    return done


def _fill(server: Server, archive: str, chance: Random, done: Drill, kills: int) -> None:
    clock = MadeClock(START + _LATER)
    press = Press(clock, server, days=_DAYS, outlets=outlets())
    press.pace = 0
    server.answering = press.answer
    end = START + timedelta(days=_DAYS)
    while done.kills < kills and clock.now() < end:
        if _ended_by(server, archive, clock, after=chance.uniform(0, _LONGEST)) == -signal.SIGKILL:
            done.kills += 1
        done.runs += 1
        clock.sleep(_LATER.total_seconds())
    clock.sleep(max(0.0, (end - clock.now()).total_seconds()))
    for days in (0, 1, 3):  # for the visits that are still to be made
        clock.sleep(days * 86_400)
        if (code := _ended_by(server, archive, clock, after=None)) != 0:
            done.problems.append(f"a run that was left alone ended with {code}")
        done.runs += 1
    _judge(press, archive, done)


def _ended_by(server: Server, archive: str, clock: MadeClock, *, after: float | None) -> int | None:
    """Let a watcher do what is due, kill it after so many seconds; gives how it ended."""
    ours, theirs = _processes.Pipe()
    hours = (clock.now() - START) / timedelta(hours=1)
    there = There(server.port, server.closed_port)
    process = _processes.Process(target=run, args=(there, archive, hours, theirs))
    process.start()
    theirs.close()
    if after is not None and ours.poll(60):
        process.join(after)
        process.kill()
    process.join(300)
    code = process.exitcode
    process.close()
    ours.close()
    return code


def run(there: There, archive: str, hours: float, ready: Connection) -> None:
    """One watcher, which does what is due and ends, if it is not killed before."""
    clock = MadeClock(START + timedelta(hours=hours))
    press = Press(clock, there, days=_DAYS, outlets=outlets())
    with (
        open_archive(archive, world=World.bundled()) as opened,
        opened.only_watcher(),
        door_to(press, clock, Limits(pace=0, total=20)) as door,
    ):
        ready.send("ready")
        Rounds(opened, door, clock=clock, workers=_WORKERS).once(press.sources())


def _judge(press: Press, archive: str, done: Drill) -> None:
    """Every article that was named must be there, once, as it stands in the end."""
    with open_archive(archive, world=World.bundled()) as opened, opened.view() as view:
        done.problems += view.problems()
        kept = stored(press, view)
        current = list(view.find(Selection()))
    done.problems += kept.strays
    there = {(host, one.number): one for host, each in press.stories.items() for one in each}
    done.problems += [f"{key} is lost" for key in sorted(set(there) - set(kept.versions))]
    for key, versions in kept.versions.items():
        texts = [one.text for one in there[key].editions]
        told = [one.document.text for one in versions]
        if told not in (texts, texts[-1:]):
            done.problems.append(f"{key} is kept in {len(told)} versions, of {len(texts)}")
    if len(current) != len(there):
        done.problems.append(f"{len(current)} articles are kept of {len(there)}")
    done.kept.append(len(current))
    done.versions += sum(map(len, kept.versions.values()))
