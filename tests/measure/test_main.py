import json
from pathlib import Path

import pytest

from sholu.measure import listing, report
from sholu.measure.__main__ import main
from sholu.model import Document, Reading


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def read(document: Document) -> Reading:
        return Reading(id="a", lang="en", published=None, outlet=None, sha256=document.sha256)

    for module in (report, listing):
        monkeypatch.setattr(module, "reader_for", lambda world: read)
    path = tmp_path / "dev.jsonl"
    quote = {"start": 0, "end": 14, "kind": "indirect"}
    line = {"id": "a", "lang": "en", "text": "The ferry left, he said.", "quotes": [quote]}
    path.write_text(json.dumps(line), encoding="utf-8")
    return path


def test_tables_are_printed(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(gold)])

    assert capsys.readouterr().out.startswith("dev (1 documents)\nkind ")


def test_mistakes_are_printed(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(gold), "--errors", "missed", "--kind", "indirect", "--limit", "3"])

    printed = capsys.readouterr().out
    assert printed.startswith("1 missed\n")
    assert "[The ferry left]" in printed
