"""Base forms of English words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.language.en.morphology import stems


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("US", ("US",)),
        ("U.S.", ("U.S.", "US")),
        ("U.S.'s", ("U.S.", "US")),
        ("U.N", ("U.N", "UN")),
        ("EU's", ("EU",)),
        ("EU’s", ("EU",)),
        ("CSIS'", ("CSIS",)),
        ("CSIS’s", ("CSIS",)),
        ("NGOs", ("NGO", "ngos")),
        ("G7", ("G7",)),
        ("COP29", ("COP29",)),
        ("BAQ.KZ", ("BAQ.KZ",)),
        ("I", ("i",)),
        ("A", ("a",)),
        ("The", ("the",)),
        ("Minister's", ("minister", "minister's")),
        ("ministers’", ("minister", "ministers", "ministers’")),
        ("countries", ("country", "countrie", "countries")),
        ("series", ("sery", "serie", "series")),
        ("boxes", ("box", "boxe", "boxes")),
        ("wolves", ("wolve", "wolf", "wolfe", "wolves")),
        ("analysis", ("analysis",)),
        ("press", ("press",)),
        ("virus", ("virus",)),
        ("gas", ("gas",)),
        ("", ("",)),
    ],
)
def test_stems(printed: str, expected: tuple[str, ...]) -> None:
    assert stems(printed) == expected


@given(st.text("aeiosuyxzhfvABSU.'’-7", max_size=12) | st.text(max_size=12))
def test_stems_hold_the_word_or_its_acronym(word: str) -> None:
    found = stems(word)
    held = word.lower() in found or any(
        word.startswith(form) and form != word.lower() for form in found
    )
    assert held
    assert len(set(found)) == len(found)
