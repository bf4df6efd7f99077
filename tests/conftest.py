"""What tests of several rooms stand on: the databases an archive may live in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres


@pytest.fixture(scope="session")
def postgresql() -> Iterator[postgres.Server]:
    """One server for the whole run, started when the first test asks for it."""
    if not postgres.is_here():
        pytest.skip("there is no wheel with PostgreSQL for this system")
    with postgres.running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def archive_at(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty archive stands, on either database; the test is run on both."""
    if request.param == "sqlite":
        yield str(tmp_path / "archive.sqlite")
        return
    server = request.getfixturevalue("postgresql")
    address = server.new()
    yield address
    server.drop(address)
