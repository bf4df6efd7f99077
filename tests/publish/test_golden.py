"""Markdown and JSON, byte for byte; a change on purpose is written by `tests/publish/renew.py`."""

import json as stdlib_json
from dataclasses import fields, replace

import msgspec
import pytest

from sholu.model import Review
from sholu.publish import json, markdown

from .press import empty_review, review_of, rich_review
from .renew import GOLDEN, golden


@pytest.mark.parametrize("name", ["review.kk.md", "review.ru.md", "review.en.md", "review.json"])
def test_golden(name: str) -> None:
    assert golden()[name].decode() == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("review", [rich_review(), empty_review()], ids=["rich", "empty"])
def test_json_is_the_whole_review(review: Review) -> None:
    written = json(review)
    assert msgspec.json.decode(written, type=Review) == review
    assert list(stdlib_json.loads(written)) == [field.name for field in fields(Review)]


def test_json_keeps_a_surrogate_that_stands_alone() -> None:
    review = review_of("a\ud800b", (0, 3))
    assert stdlib_json.loads(json(review))["documents"][0]["text"] == "a\ud800b"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# not a heading", r"\# not a heading"),
        ("1. not a list", r"1\. not a list"),
        ("- not a list", r"\- not a list"),
        ("*not* _strong_ `code`", r"\*not\* \_strong\_ \`code\`"),
        ("[not](a link) <b>", r"\[not\](a link) \<b\>"),
        ("a | b", r"a \| b"),
        ("AT&T and &amp;", "AT&T and &amp;amp;"),
    ],
)
def test_markup_in_a_text_is_text(text: str, line: str) -> None:
    review = empty_review()
    titled = replace(review, event=replace(review.event, title={"en": text}))
    assert markdown(titled, "en").splitlines()[0] == f"# {line}"


def test_every_line_of_a_quotation_is_quoted() -> None:
    assert "> “one\n> two”" in markdown(review_of("one\ntwo", (0, 7)), "en")


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_an_empty_review_is_published(lang: str) -> None:
    assert markdown(empty_review(), lang).count("\n## ") == 2
