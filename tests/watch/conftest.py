"""A small world of one or a few outlets, an archive, and whoever goes the rounds between them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sholu.archive import Archive, Due, Task, address_key, open_archive
from sholu.collect.fetch import Door
from sholu.model import Link, Source
from sholu.watch import Rounds
from sholu.world import World
from tests.watch.press import START, MadeClock, Outlet, Press, Server, serving
from tests.watch.running import door_to, rounds_over


@dataclass
class Scene:
    """Outlets, and the door to them."""

    press: Press
    clock: MadeClock
    door: Door

    @property
    def source(self) -> Source:
        return self.press.sources()[0]

    def due(self, **told: object) -> Due:
        """A look at the first source, as of one that was read before."""
        row = {"etag": None, "last_modified": None, "failures": 0, "first": False, **told}
        return Due(source=self.source, **row)  # type: ignore[arg-type]

    def task(self, number: int = 1, *, tries: int = 0, visits: int = 0, **told: object) -> Task:
        """An article of the first outlet to be fetched."""
        outlet = next(iter(self.press.outlets.values()))
        story = self.press.stories[outlet.host][number - 1]
        link = Link(address=self.press.address(outlet, story.path), mark="1", **told)  # type: ignore[arg-type]
        return Task(
            key=address_key(link.address),
            link=link,
            source=self.source.id,
            tries=tries,
            visits=visits,
        )

    def asked_for(self, path: str) -> int:
        """How often a path was asked for, at whatever host."""
        return self.press.paths[path]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def known() -> World:
    return World.bundled()


@pytest.fixture
def scene(server: Server) -> Iterator[Callable[..., Scene]]:
    """Make a world of the outlets given."""
    doors: list[Door] = []

    def make(*outlets: Outlet, days: int = 30) -> Scene:
        clock = MadeClock(START)
        press = Press(clock, server, days=days, outlets=outlets)
        server.answering = press.answer
        doors.append(door_to(press, clock))
        return Scene(press, clock, doors[-1])

    yield make
    for door in doors:
        door.close()


@pytest.fixture
def archive(tmp_path: Path, known: World) -> Iterator[Archive]:
    with open_archive(str(tmp_path / "archive.sqlite"), world=known) as opened:
        yield opened


@pytest.fixture
def rounds(archive: Archive) -> Callable[..., Rounds]:
    """Make a watcher over a scene, which tells its troubles to the list given."""

    def make(scene: Scene, troubles: list[str] | None = None) -> Rounds:
        return rounds_over(scene.press, archive, scene.clock, scene.door, troubles)

    return make
