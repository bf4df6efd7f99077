"""Exports of other services: what they carry is read, what they only name can be collected."""

import json
from pathlib import Path

import pytest

from sholu.collect.files.links import links
from sholu.model import Skipped
from sholu.model.source import Link

TEXT = "The minister of Nordavia said the bridge would open in May."
GDELT = {
    "url": "https://north.example/1",
    "url_mobile": "",
    "title": "Көпір ашылады",
    "seendate": "20251115T060000Z",
    "domain": "north.example",
    "language": "Kazakh",
    "sourcecountry": "Kazakhstan",
}
NEWS_API = {
    "source": {"id": None, "name": "North News"},
    "author": "Ada Fenn",
    "title": "The bridge opens",
    "description": "A bridge.",
    "url": "https://north.example/2",
    "publishedAt": "2025-11-15T06:00:00Z",
    "content": TEXT,
}
REGISTRY = {
    "uri": "8123",
    "url": "https://north.example/3",
    "lang": "eng",
    "title": "The bridge opens",
    "body": TEXT,
    "dateTime": "2025-11-15T06:05:00Z",
    "dateTimePub": "2025-11-15T06:00:00Z",
    "source": {"uri": "north.example", "title": "North News"},
}


def lines(*rows: object) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


@pytest.mark.parametrize("row", [NEWS_API, REGISTRY], ids=["news API", "Event Registry"])
def test_rows_that_carry_a_text_are_documents(collect, row):
    (found,), skipped = collect({"export.jsonl": lines(row)})
    assert not skipped
    assert (found.text, found.title, found.outlet) == (TEXT, "The bridge opens", "North News")
    assert (found.url, found.published) == (row["url"], "2025-11-15T06:00:00+00:00")
    assert found.lang == ("en" if row is REGISTRY else None)


@pytest.mark.parametrize(
    "wrapped",
    [
        {"status": "ok", "totalResults": 2, "articles": [NEWS_API, GDELT]},
        {"articles": {"results": [NEWS_API, GDELT], "totalResults": 2}},
    ],
    ids=["news API", "Event Registry"],
)
def test_the_answer_of_a_service_is_a_list(collect, wrapped):
    documents, skipped = collect({"export.json": json.dumps(wrapped)})
    assert [found.text for found in documents] == [TEXT]
    assert [item.source for item in skipped] == ["in/export.json, document 2"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            GDELT,
            "names an article without its text: fetch it with `sholu collect https://north.example/1`",
        ),
        ({**NEWS_API, "content": None}, "names an article without its text"),
        ({**NEWS_API, "content": TEXT + "… [+1234 chars]"}, "has only the opening of its text"),
    ],
    ids=["GDELT", "description only", "cut off"],
)
def test_rows_without_a_text_say_how_to_get_it(collect, row, reason):
    documents, (skipped,) = collect({"export.jsonl": lines(row)})
    assert not documents
    assert skipped.reason.startswith(reason)


def test_what_is_only_named_can_be_collected(tmp_path: Path):
    path = tmp_path / "gdelt.jsonl"
    path.write_text(lines(GDELT, NEWS_API, {"text": TEXT}, {"a": 1}, {**NEWS_API, "content": ""}))
    first, nothing, second = links(path)
    assert isinstance(first, Link)
    assert (first.address, first.title, first.lang) == (GDELT["url"], "Көпір ашылады", "kk")
    assert first.published is None  # the day on which it was seen is not that of publication
    assert isinstance(nothing, Skipped)
    assert isinstance(second, Link)
    assert second.published == "2025-11-15T06:00:00+00:00"


@pytest.mark.parametrize("name", ["a.txt", "missing.jsonl", "broken.json"])
def test_what_is_no_list_of_links_says_so(tmp_path: Path, name: str):
    (tmp_path / "broken.json").write_text("{")
    (found,) = links(tmp_path / name)
    assert isinstance(found, Skipped)
