"""A server on loopback, a clock that is made, and doors that may ask that server."""

from collections.abc import Callable, Iterator

import pytest

from sholu.collect.fetch import Door, Limits
from tests.collect.fetch.server import MadeClock, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def clock() -> MadeClock:
    return MadeClock()


@pytest.fixture
def door(server: Server, clock: MadeClock) -> Iterator[Callable[..., Door]]:
    """Make a door that may ask the server, with the limits given ("total=1")."""
    doors: list[Door] = []

    def make(contact: str | None = None, **limits: float) -> Door:
        doors.append(
            Door(
                clock=clock,
                allowed=[server.site],
                limits=Limits(**limits),
                contact=contact,
            )
        )
        return doors[-1]

    yield make
    for each in doors:
        each.close()
