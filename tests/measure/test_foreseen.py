import dataclasses

import pytest

from sholu.measure.foreseen import (
    judge_expectations,
    judge_silences,
    score_expectations,
    score_silences,
)
from sholu.measure.gold import Foreseen, GoldDocument, Quiet
from sholu.measure.listing_foreseen import foreseen_listing
from sholu.model import Document, Expectation, Silence
from tests.measure.making import cut, place, reading

TEXT = (
    "The port will open in May. The bridge may close if it rains. The town will not pay. "
    "The mayor did not answer."
)
GOLD = GoldDocument(
    document=Document(id="d1", text=TEXT, lang="en"),
    expectations=(
        Foreseen(
            content=place(TEXT, "The port will open in May"),
            strength="certain",
            due=place(TEXT, "in May"),
        ),
        Foreseen(
            content=place(TEXT, "The bridge may close"),
            strength="possible",
            condition=place(TEXT, "if it rains"),
        ),
        Foreseen(content=place(TEXT, "The town will not pay"), strength="certain", negated=True),
    ),
    silences=(Quiet(content=place(TEXT, "The mayor did not answer"), kind="no answer"),),
)


READING = dataclasses.replace(
    reading(),
    expectations=(
        Expectation(
            id="e1",
            content=cut(TEXT, "The port will open in May"),
            voice=None,
            strength="planned",
            due_words=cut(TEXT, "May"),
        ),
        Expectation(
            id="e2",
            content=cut(TEXT, "The bridge may close"),
            voice=None,
            strength="possible",
            due_words=cut(TEXT, "rains"),
        ),
        Expectation(id="e3", content=cut(TEXT, "The mayor did not"), voice=None, strength="likely"),
    ),
    silences=(
        Silence(id="s1", content=cut(TEXT, "mayor did not answer."), voices=(), kind="silent"),
        Silence(id="s2", content=cut(TEXT, "The town will"), voices=(), kind="silent"),
    ),
)


def test_expectations_are_scored_in_all_their_parts() -> None:
    result = score_expectations(judge_expectations(GOLD, READING))[-1]

    assert (result.overlap.gold, result.overlap.found, result.overlap.hits) == (3, 3, 2)
    assert (result.strength, result.negated) == (1, 2)
    assert (result.due, result.dated, result.due_dated) == (1, 1, 1)
    assert result.condition == 1


def test_a_spurious_expectation_counts_against_its_own_strength() -> None:
    scores = score_expectations(judge_expectations(GOLD, READING))
    counts = {line.name: (line.overlap.gold, line.overlap.found) for line in scores}

    assert counts == {"certain": (2, 1), "likely": (0, 1), "possible": (1, 1), "all": (3, 3)}


def test_silences() -> None:
    score, kind = score_silences(judge_silences(GOLD, READING))

    assert (score.gold, score.found, score.hits, kind) == (1, 2, 1, 0)


@pytest.mark.parametrize(
    ("mistake", "number", "words"),
    [
        ("missed", 1, "certain, negated | due: - | if: - [The town will not pay]"),
        ("spurious", 2, "likely | due: - | if: - [The mayor did not]"),
        ("kind", 2, "planned | due: May | if: -"),
        ("speaker", 0, ""),
    ],
)
def test_mistakes_are_listed(mistake: str, number: int, words: str) -> None:
    judged = [*judge_expectations(GOLD, READING), *judge_silences(GOLD, READING)]
    printed = foreseen_listing(judged, mistake=mistake, kind=None, limit=None)

    assert printed.startswith(f"{number} {mistake}\n")
    assert words in printed
