import json
from pathlib import Path
from typing import Any

import pytest

from sholu.measure import measure, report
from sholu.measure.articles import article_blocks
from sholu.model import (
    Document,
    EventCard,
    Period,
    Reading,
    Review,
    ReviewStatement,
    Section,
    Span,
    Statement,
    UsageError,
    Voice,
)

TEXT = "The visit took place.\nNorth: calm\nHarbour News said that “the ferry is full today”.\n"
CONTENT = "“the ferry is full today”"
WORLD: Any = object()  # the reader is replaced, so nothing asks it


def read(document: Document) -> Reading:
    start = document.text.find(CONTENT)
    found = Statement(
        id="s1",
        kind="direct",
        content=Span.cut(document.text, start, start + len(CONTENT)),
        source=Span.cut(document.text, *_at("Harbour News")),
        voice=Voice(id="harbour-news", name="Harbour News", type="outlet", country="XA"),
    )
    return Reading(
        id=document.id,
        lang="en",
        published=None,
        outlet=None,
        sha256=document.sha256,
        statements=(found,),
    )


def _at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def _range(words: str) -> dict[str, Any]:
    start, end = _at(words)
    return {"start": start, "end": end, "text": words}


QUOTE = {
    **_range(CONTENT),
    "kind": "direct",
    "speaker": _range("Harbour News"),
    "cue": _range("said"),
    "voice": "Harbour News",
}
SAMPLE = {
    "id": "ferry",
    "statements": [
        {
            "kind": "mixed",
            "content": _range(CONTENT),
            "source": _range("Harbour News"),
            "voice": "Harbour News",
            "country": "XA",
        }
    ],
    "expectations": [
        {
            "content": _range("The visit"),
            "strength": "certain",
            "due": None,
            "voice": "Harbour News",
        }
    ],
    "sections": [{"heading": _range("North: calm"), "bloc": "North"}],
    "event": {
        "type": "summit",
        "start": "2031-05-01",
        "end": "2031-05-02",
        "place": "Portville",
        "participants": ["Mira Olden"],
    },
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    (folder / "set").mkdir(parents=True)
    line = {"id": "a", "lang": "en", "text": TEXT, "quotes": [QUOTE]}
    (folder / "set" / "dev.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (folder / "ferry.json").write_text(json.dumps([SAMPLE]), encoding="utf-8")
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "ferry.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "reader_for", lambda world: read)


def reviewed(documents: Any, readings: Any, *, world: Any, lang: str) -> Review:
    found = readings[0].statements[0]
    return Review(
        event=EventCard(
            title={},
            kind="summit",
            period=Period(start="2031-05-01", end="2031-05-03"),
            place={"en": "Portville"},
            participants=(),
            outcome=(),
            evidence=(),
        ),
        documents=(),
        statements=(ReviewStatement(id="r1", document="ferry", statement=found, section="north"),),
        sections=(Section(id="north", names={"en": "North"}, statements=("r1",)),),
    )


def test_a_set_is_printed_as_one_aligned_table(gold: Path) -> None:
    lines = measure(gold, world=WORLD, sets=["set"]).splitlines()

    assert lines[0] == "set/dev (1 documents)"
    assert lines[2].split() == ["direct", "1", "1", *["100.0"] * 9]
    assert len(lines[2]) == len(lines[1])
    assert "B-cubed P 100.0 R 100.0 F 100.0, given 100.0" in lines[-2]
    assert lines[-1].endswith("chars/s")


def test_whole_articles_are_scored_with_their_review(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sholu.measure.articles.review", reviewed)

    (block,) = article_blocks(gold, read, world=WORLD)
    got = {" ".join(line.split()[:-2]): line.split()[-2:] for line in _bare(block)}

    assert got["statements ov50"] == got["source"] == got["voice"] == ["1", "1"]
    assert got["country"] == got["in their section"] == got["event place"] == ["1", "1"]
    assert got["sections"] == got["event kind"] == ["1", "1"]
    assert got["expectations"] == got["event days"] == got["participants"] == ["0", "1"]


def _bare(block: str) -> list[str]:
    return [line.split("  P ")[0].split("  wrong")[0] for line in block.splitlines()[2:]]


def test_an_article_that_is_not_there_is_named(gold: Path) -> None:
    (gold.parent / "samples" / "ferry.txt").unlink()

    with pytest.raises(UsageError, match="ferry"):
        list(article_blocks(gold, read, world=WORLD))


def test_an_article_that_was_changed_is_named(gold: Path) -> None:
    (gold.parent / "samples" / "ferry.txt").write_text("!" + TEXT, encoding="utf-8")

    with pytest.raises(UsageError, match="does not hold the words"):
        list(article_blocks(gold, read, world=WORLD))


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no set of gold"):
        measure(tmp_path, world=WORLD)


def test_a_set_of_expectations_has_a_table_for_them_and_one_for_silences(tmp_path: Path) -> None:
    line = {
        "id": "a",
        "lang": "en",
        "text": TEXT,
        "expectations": [{"content": _range("The visit"), "strength": "certain", "due": None}],
        "silences": [{"content": _range("North: calm"), "kind": "silent"}],
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps(line), encoding="utf-8")

    lines = measure(tmp_path, world=WORLD).splitlines()

    assert [line.split()[0] for line in lines[1:4]] == ["strength", "certain", "all"]
    assert lines[5].split()[0] == "silences"
    assert lines[6].split() == ["all", "1", "0", "0.0", "0.0", "0.0", "-"]
