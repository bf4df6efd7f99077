"""A world with invented states and people, so that no test speaks of a real person."""

from pathlib import Path

import pytest

from sholu.world import World


@pytest.fixture(scope="session")
def world() -> World:
    return World.load(Path(__file__).parent / "world.toml")
