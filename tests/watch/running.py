"""A watch over the test world, and what it must have kept of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sholu.archive import Archive, View
from sholu.collect.fetch import Door, Limits
from sholu.model import Selection, Version
from sholu.watch import Rounds
from tests.watch.press import MadeClock, Press

LIMITS = Limits(connect=5, total=5, bytes=1_000_000)
"""Small, as the servers that never answer take real seconds."""

_connected: set[object] | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """The articles of the archive, by host and number of the story, each with its versions."""

    versions: dict[tuple[str, int], tuple[Version, ...]]
    strays: list[str]


def door_to(press: Press, clock: MadeClock, limits: Limits = LIMITS) -> Door:
    """The door to the network, with the world behind it."""
    return Door(clock=clock, allowed=press.hosts, resolve=press.resolve, limits=limits)


def rounds_over(
    press: Press, archive: Archive, clock: MadeClock, door: Door, troubles: list[str] | None = None
) -> Rounds:
    """A watcher in one thread."""
    told = troubles if troubles is not None else []
    return Rounds(archive, door, clock=clock, workers=0, on_trouble=told.append)


def stored(press: Press, view: View) -> Stored:
    """What the archive holds, told by the addresses of its articles."""
    found: dict[tuple[str, int], tuple[Version, ...]] = {}
    strays = []
    for host, stories in press.stories.items():
        for story in stories:
            ids = {
                id
                for path in story.paths
                if (id := view.id_of(press.address(press.outlets[host], path)))
            }
            if len(ids) > 1:
                strays.append(f"{host} {story.number} is kept {len(ids)} times")
            for id in ids:
                found[host, story.number] = view.versions(id)
    known = {versions[0].document.id for versions in found.values()}
    strays += [
        f"{one.document.url} is no article of the world"
        for one in view.find(Selection())
        if one.document.id not in known
    ]
    return Stored(found, strays)


@contextmanager
def connections() -> Iterator[set[object]]:
    """Every address that this process connects to meanwhile, told by the interpreter itself."""
    global _connected
    if _connected is None:
        sys.addaudithook(_note)
    _connected = seen = set()
    yield seen
    _connected = set()


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and _connected is not None:
        _connected.add(arguments[1])
