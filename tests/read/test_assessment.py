"""Assessments: what the words of saying, or of what is said, show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import available, pack
from sholu.read.assessment import assess
from sholu.read.page import lay_out
from tests.read.corpus import assessments


def _range(marked: str, opening: str, closing: str, others: str) -> tuple[int, int]:
    start, end = marked.index(opening), marked.index(closing)
    before = sum(mark in others for mark in marked[:start])
    inside = sum(mark in others for mark in marked[start:end])
    return start - before, end - before - inside - 1


@pytest.mark.parametrize(("lang", "marked", "expected", "words"), list(assessments()))
def test_what_the_words_show(
    lang: str, marked: str, expected: str | None, words: str | None
) -> None:
    content = _range(marked, "[", "]", "{}")
    cue = _range(marked, "{", "}", "[]")
    text = marked
    for mark in "[]{}":
        text = text.replace(mark, "")
    judged = assess(lay_out(text, pack(lang), None), content, cue)
    found = (judged[0], judged[1].text) if judged else (None, None)
    assert found == (expected, words)


def test_no_cue() -> None:
    text = "This is a disgrace."
    judged = assess(lay_out(text, pack("en"), None), (0, len(text)), None)
    assert judged is not None
    assert judged[0] == "negative"


def test_words_that_show_opposite_things_show_nothing() -> None:
    text = "It is a great success. It is a disaster."
    assert assess(lay_out(text, pack("en"), None), (0, len(text)), None) is None


_WORDS = st.sampled_from(
    """
    praised is a mistake not we condemn . ? “ ” threat to это ошибка не — осудил мы приветствуем
    жоғары бағалап сенімді серіктес емес деп , ретінде қауіпті сынаған жоқ
    """.split()  # noqa: SIM905
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=20).map(" ".join) | st.text(max_size=60), st.data())
def test_any_range_of_any_text(text: str, data: st.DataObject) -> None:
    size = len(text) + 3
    content = tuple(sorted((data.draw(st.integers(0, size)), data.draw(st.integers(0, size)))))
    cue = tuple(sorted((data.draw(st.integers(0, size)), data.draw(st.integers(0, size)))))
    for lang in available("assess"):
        judged = assess(lay_out(text, pack(lang), None), content, cue)  # type: ignore[arg-type]
        if judged is not None:
            judged[1].check(text)
            assert judged[1].text
