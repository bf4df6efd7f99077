"""Independent publishers behind documents."""

from importlib.resources import as_file, files

import pytest

from sholu.stories.publishers import independent_publishers
from sholu.world import World


@pytest.fixture(scope="module")
def world() -> World:
    with as_file(files("sholu.sample") / "world.toml") as path:
        return World.load(path)


def test_a_copy_counts_as_its_original_and_an_owner_once(world: World) -> None:
    press, herald = world.outlet("Лазмир-Пресс"), world.outlet("Lazmir Herald")
    courier = world.outlet("Estmond Courier")
    assert press is not None
    assert herald is not None
    assert courier is not None
    outlets = {"a": press.id, "b": herald.id, "c": courier.id, "d": None}
    everyone = independent_publishers("abcd", outlets=outlets, copies={}, world=world)
    assert everyone == tuple(sorted([world.publisher_of(press.id), courier.id, "document:d"]))
    assert independent_publishers("bc", outlets=outlets, copies={"c": "b"}, world=world) == (
        world.publisher_of(herald.id),
    )
