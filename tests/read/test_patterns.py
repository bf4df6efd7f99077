"""Patterns of words: what each element takes, and which of several patterns wins."""

import pytest

from sholu.language import pack
from sholu.read.page import NUMBER, Token, lay_out
from sholu.read.patterns import Patterns


def _tokens(text: str) -> list[Token]:
    return lay_out(text, pack("en"), None).tokens(0, len(text))


def _figure(token: Token) -> int | None:
    return int(token.low) if token.kind == NUMBER and token.low.isdecimal() else None


SLOTS = {"unit": ({"week": "week", "weeks": "week"}, None), "number": ({"two": 2}, _figure)}


@pytest.mark.parametrize(
    ("pattern", "text", "end"),
    [
        ("next week", "next week", 2),
        ("next week|month", "next month", 2),
        ("next week|month", "next year", None),
        ("respon* to", "responded to", 2),
        ("next? week", "week", 1),
        ("in ... weeks", "in about two short weeks", 5),
        ("in ... weeks", "in about two very short weeks", None),
        ("in ... weeks", "in weeks", 2),
        ("week~", "weekly", 1),
        ("week~", "weekday", None),
        ("in {number} {unit}", "in 3 weeks", 3),
        ("in {number} {unit}", "in two weeks", 3),
        ("no , never", "no, never", 3),
    ],
)
def test_element(pattern: str, text: str, end: int | None) -> None:
    match = Patterns([(pattern, "entry")], SLOTS, ["ly"]).at(_tokens(text), 0)
    assert (match.end if match else None) == end


def test_slots_keep_their_values_under_their_names() -> None:
    match = Patterns([("{number:first} to {number:last}", "")], SLOTS).at(_tokens("2 to two"), 0)
    assert match is not None
    assert match.values == {"first": 2, "last": 2}


def test_the_longest_pattern_wins_and_of_equals_the_first() -> None:
    patterns = Patterns([("in week", 1), ("in week two", 2), ("in week two|three", 3)])
    tokens = _tokens("in week two")
    match = patterns.at(tokens, 0)
    assert match is not None
    assert match.entry == 2
    assert [item.entry for item in patterns.longest_first(tokens, 0)] == [2, 3, 1]


def test_a_pattern_that_must_end_at_a_place() -> None:
    patterns = Patterns([("in the", 1), ("in the week", 2)])
    match = patterns.at(_tokens("in the week"), 0, stop=2)
    assert match is not None
    assert match.entry == 1


def test_too_short_an_open_word_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        Patterns([("in* week", 1)])
