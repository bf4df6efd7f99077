"""An empty archive on either database, and a small invented world."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sholu.archive import Archive, open_archive
from sholu.world import World


@pytest.fixture(scope="session")
def world() -> World:
    return World.load(Path(__file__).parent / "world.toml")


@pytest.fixture
def archive(archive_at: str, world: World) -> Iterator[Archive]:
    with open_archive(archive_at, world=world) as opened:
        yield opened
