"""A folder to collect from, and what came of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sholu.collect import gather
from sholu.model import Document, Skipped


@pytest.fixture
def collect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[list[Document], list[Skipped]]]:
    """Write files (name -> bytes or text) into a folder `in` and gather it, or `paths`."""
    monkeypatch.chdir(tmp_path)

    def run(
        files: dict[str, bytes | str], paths: list[str] | None = None
    ) -> tuple[list[Document], list[Skipped]]:
        Path("in").mkdir(exist_ok=True)
        for name, data in files.items():
            path = Path("in") / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        found = list(gather(paths or ["in"]))
        documents = [item for item in found if isinstance(item, Document)]
        return documents, [item for item in found if isinstance(item, Skipped)]

    return run
