import json
from pathlib import Path

import pytest

from sholu.measure.gold import find, load
from sholu.model import UsageError

LINE = {
    "id": "a",
    "lang": "en",
    "date": "2031-05-01",
    "text": "Gates open, the port said.",
    "quotes": [
        {
            "start": 0,
            "end": 10,
            "kind": "indirect",
            "speaker": {"start": 12, "end": 25, "spans": [[12, 20], [21, 25]]},
            "cue": {"start": 21, "end": 25, "text": "said"},
        },
        {"start": 0, "end": 5, "kind": "direct", "speaker": None, "cue": None},
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, line in {
        "b/dev.jsonl": LINE,
        "a/quotes.en.jsonl": LINE,
        "a/expectations.en.jsonl": {"text": "", "lang": "en", "id": "e", "expectations": []},
        "a/parallel.en.jsonl": LINE,
        "stories/dev.jsonl": LINE,
        "names/valid.jsonl": {"tokens": []},
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return tmp_path


def test_find_takes_quotations_and_expectations_and_leaves_other_matter(folder: Path) -> None:
    assert [(name, subject) for name, subject, _ in find(folder)] == [
        ("a/expectations.en", "expectations"),
        ("a/quotes.en", "quotes"),
        ("b/dev", "quotes"),
    ]


def test_find_keeps_the_sets_asked_for(folder: Path) -> None:
    assert [name for name, _, _ in find(folder, ["quotes"])] == ["a/quotes.en"]


def test_find_takes_one_file(folder: Path) -> None:
    assert [name for name, _, _ in find(folder / "b" / "dev.jsonl")] == ["dev"]


def test_find_says_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        list(find(tmp_path / "nowhere"))


def test_load(folder: Path) -> None:
    gold = load("b/dev", "quotes", folder / "b" / "dev.jsonl")
    first, second = gold.documents[0].quotes

    assert gold.documents[0].document.published == "2031-05-01"
    assert (first.content, first.speaker, first.cue) == ((0, 10), ((12, 20), (21, 25)), "said")
    assert (second.speaker, second.cue, second.voice) == ((), "", None)


def test_load_names_the_line_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    path.write_text('\n{"id": "a", "lang": "en"}\n', encoding="utf-8")

    with pytest.raises(UsageError, match=r"dev\.jsonl:2"):
        load("dev", "quotes", path)
