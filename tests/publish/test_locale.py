"""The fixed words: the same in every language, all of them used."""

import string
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from typing import Any, get_args

import pytest
from babel import Locale

from sholu.model import (
    Assessment,
    Camp,
    Limit,
    Review,
    SettlementStatus,
    SilenceKind,
    Strength,
)
from sholu.publish import docx, html, markdown
from sholu.publish.words import LANGUAGES, Words, words

from .press import empty_review, rich_review

# Tables that are read by words of the world and of the articles, not by words of the house.
OPEN = ("kinds.", "roles.", "countries.", "skipped.")
PLURALS = {"zero", "one", "two", "few", "many", "other"}


def table(lang: str) -> dict[str, Any]:
    file = resources.files("sholu.publish") / "locale" / f"{lang}.toml"
    return tomllib.loads(file.read_text("utf-8"))


def flat(content: dict[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Dotted key -> plural forms ("" where there is one form only)."""
    for key, value in content.items():
        if isinstance(value, str):
            yield above + key, {"": value}
        elif set(value) <= PLURALS:
            yield above + key, value
        else:
            yield from flat(value, f"{above}{key}.")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_same_keys(lang: str) -> None:
    english = dict(flat(table("en")))
    other = dict(flat(table(lang)))
    assert list(other) == list(english)
    for key, forms in other.items():
        assert ("" in forms) == ("" in english[key]), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_of_a_sentence_fills_in_the_same_fields(lang: str) -> None:
    english = dict(flat(table("en")))
    for key, forms in flat(table(lang)):
        wanted = set[str]().union(*(fields(form) for form in english[key].values()))
        for form, sentence in forms.items():
            # A sentence in the singular may leave its number out.
            assert fields(sentence) | ({"n"} & wanted) == wanted, (key, form)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plural_forms_are_those_of_the_language(lang: str) -> None:
    rule = Locale.parse(LANGUAGES[lang]).plural_form
    possible = {rule(number) for number in range(200)}
    for key, forms in flat(table(lang)):
        if "" not in forms:
            assert "other" in forms, key
            assert set(forms) <= possible | {"other"}, key
            # Kazakh counts in the singular: one form does for all numbers.
            assert lang == "kk" or possible <= set(forms), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_of_the_model_has_a_word(lang: str) -> None:
    say = words(lang)
    families = {
        "strength": get_args(Strength),
        "settlement": get_args(SettlementStatus),
        "silence": get_args(SilenceKind),
        "assessment": get_args(Assessment),
        "camp": get_args(Camp.__dataclass_fields__["stance"].type),
    }
    for family, values in families.items():
        for value in values:
            assert say.has(f"{family}.{value.replace(' ', '-')}"), (family, value)
    for kind in get_args(Limit.__dataclass_fields__["kind"].type):
        assert say.count(f"limit.{kind}", 2, name="x")


REASONS = (
    "done",
    "done-in-part",
    "contrary",
    "no-evidence",
    "not-yet-due",
    "no-later-documents",
    "void",
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_a_sentence(lang: str, reason: str) -> None:
    assert words(lang)(f"reason.{reason}").endswith(".")


def reviews() -> Iterator[Review]:
    """Reviews that between them need every fixed word."""
    rich = rich_review()
    yield rich
    yield empty_review()
    yield replace(rich, new=tuple(item.id for item in rich.statements), new_since=None)
    for days in (100, 1000):
        year, month = (2025, 12) if days == 100 else (2027, 5)
        yield replace(rich, balance={**rich.balance, f"{year}-{month:02}-28": {"elmar": 1}})
    line = rich.expectations[0]
    due = replace(line.expectation.due, start="2025-01-01", end="2026-12-31")
    years = replace(line, expectation=replace(line.expectation, due=due))
    yield replace(rich, expectations=(years,))
    source = replace(rich.limits[0], kind="off-topic", name="elsewhere", count=1)
    yield replace(rich, limits=(source,), event=replace(rich.event, title={}))


def test_every_fixed_word_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[str] = set()
    find = Words._find

    def recorded(self: Words, key: str) -> Any:
        used.add(key)
        return find(self, key)

    monkeypatch.setattr(Words, "_find", recorded)
    for review in reviews():
        for publish in (html, markdown, docx):
            publish(review, "kk")
    known = {key for key, _ in flat(table("kk")) if not key.startswith(OPEN)}
    assert known - used == set()
