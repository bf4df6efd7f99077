import pytest

from sholu.measure.quotations import judge
from sholu.measure.voices import voices
from tests.measure.making import gold, quote, reading, statement

TEXT = "First words here. Second words here. Third words here."
WORDS = ("First words here", "Second words here", "Third words here")


@pytest.mark.parametrize(
    ("found", "precision", "recall", "given"),
    [
        pytest.param(("x", "x", "y"), 1.0, 1.0, 1.0, id="right"),
        pytest.param(("x", "x", "x"), 5 / 9, 1.0, 1.0, id="all put together"),
        pytest.param((None, None, None), 1.0, 2 / 3, 0.0, id="no voice is a cluster of its own"),
        pytest.param(("x", "z", "y"), 1.0, 2 / 3, 1.0, id="one split"),
    ],
)
def test_b_cubed(
    found: tuple[str | None, ...], precision: float, recall: float, given: float
) -> None:
    document = gold(TEXT, *(quote(TEXT, w, voice=v) for w, v in zip(WORDS, "aab", strict=True)))
    statements = [statement(TEXT, w, voice=v) for w, v in zip(WORDS, found, strict=True)]
    result = voices([judge(document, reading(statements))])

    assert result.matched == 3
    assert result.precision == pytest.approx(precision)
    assert result.recall == pytest.approx(recall)
    assert result.given == pytest.approx(given)


def test_voices_of_two_documents_are_not_compared() -> None:
    document = gold(TEXT, quote(TEXT, WORDS[0], voice="a"))
    other = gold(TEXT, quote(TEXT, WORDS[0], voice="a"))
    judged = [
        judge(document, reading([statement(TEXT, WORDS[0], voice="x")])),
        judge(other, reading([statement(TEXT, WORDS[0], voice="y")])),
    ]

    assert voices(judged).f1 == 1.0


def test_a_statement_under_another_speakers_voice_is_wrong() -> None:
    quotes = (quote(TEXT, w, voice=v) for w, v in zip(WORDS, "aab", strict=True))
    statements = [statement(TEXT, w, voice="x") for w in WORDS]
    result = voices([judge(gold(TEXT, *quotes), reading(statements))])

    assert result.wrong == pytest.approx(1 / 3)
