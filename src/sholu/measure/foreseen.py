"""What is expected and who is silent: what was found against what people marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from sholu.measure.gold import Foreseen, GoldDocument, Quiet, Range
from sholu.measure.match import overlap, pair, trim
from sholu.measure.score import Score
from sholu.model import Expectation, Reading, Silence, Span, Strength

STRENGTHS: tuple[str, ...] = get_args(Strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeseenPair:
    """One gold expectation, one that was found, or the two of them matched."""

    gold: GoldDocument
    wanted: Foreseen | None = None
    found: Expectation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPair:
    """One gold silence, one that was found, or the two of them matched."""

    gold: GoldDocument
    wanted: Quiet | None = None
    found: Silence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeseenScore:
    """The counts of one strength or of all; the rest are counts over the matched.

    Attributes:
        due: time expression overlaps the gold's, or both have none.
        dated: matched ones whose gold has a time expression.
        due_dated: those of them for which an overlapping one was found.
        condition: if-clause overlaps the gold's, or both have none.
    """

    name: str
    overlap: Score
    strength: int
    negated: int
    due: int
    dated: int
    due_dated: int
    condition: int


def judge_expectations(gold: GoldDocument, reading: Reading) -> list[ForeseenPair]:
    """Every gold expectation with what was found for it, then everything left over."""
    pairs = _pair(gold, gold.expectations, reading.expectations)
    matched = [
        ForeseenPair(
            gold=gold, wanted=wanted, found=reading.expectations[pairs[i]] if i in pairs else None
        )
        for i, wanted in enumerate(gold.expectations)
    ]
    taken = set(pairs.values())
    left = [found for j, found in enumerate(reading.expectations) if j not in taken]
    return matched + [ForeseenPair(gold=gold, found=found) for found in left]


def judge_silences(gold: GoldDocument, reading: Reading) -> list[QuietPair]:
    """Every gold silence with what was found for it, then everything left over."""
    pairs = _pair(gold, gold.silences, reading.silences)
    matched = [
        QuietPair(
            gold=gold, wanted=wanted, found=reading.silences[pairs[i]] if i in pairs else None
        )
        for i, wanted in enumerate(gold.silences)
    ]
    taken = set(pairs.values())
    left = [found for j, found in enumerate(reading.silences) if j not in taken]
    return matched + [QuietPair(gold=gold, found=found) for found in left]


def score_expectations(judged: Sequence[ForeseenPair]) -> list[ForeseenScore]:
    """A score for each strength that occurs, in their order, and one for all."""
    scores = [_score(name, list(_of(judged, name))) for name in STRENGTHS]
    kept = [line for line in scores if line.overlap.gold or line.overlap.found]
    return [*kept, _score("all", judged)]


def score_silences(judged: Sequence[QuietPair]) -> tuple[Score, int]:
    """Overlap, and how many of the matched are of the right kind."""
    matched = [(item.wanted, item.found) for item in judged if item.wanted and item.found]
    score = Score(
        gold=sum(item.wanted is not None for item in judged),
        found=sum(item.found is not None for item in judged),
        hits=len(matched),
    )
    return score, sum(wanted.kind == found.kind for wanted, found in matched)


def _pair(
    gold: GoldDocument,
    wanted: Sequence[Foreseen] | Sequence[Quiet],
    found: Sequence[Expectation] | Sequence[Silence],
) -> dict[int, int]:
    text = gold.document.text
    return pair(
        [trim(text, item.content) for item in wanted],
        [trim(text, (item.content.start, item.content.end)) for item in found],
    )


def _of(judged: Sequence[ForeseenPair], strength: str) -> Iterator[ForeseenPair]:
    for item in judged:
        side = item.wanted or item.found
        if side and side.strength == strength:
            yield item


def _score(name: str, judged: Sequence[ForeseenPair]) -> ForeseenScore:
    matched = [(item.wanted, item.found) for item in judged if item.wanted and item.found]
    dated = [(wanted, found) for wanted, found in matched if wanted.due]
    return ForeseenScore(
        name=name,
        overlap=Score(
            gold=sum(item.wanted is not None for item in judged),
            found=sum(item.found is not None for item in judged),
            hits=len(matched),
        ),
        strength=sum(wanted.strength == found.strength for wanted, found in matched),
        negated=sum(wanted.negated == found.negated for wanted, found in matched),
        due=sum(_same(wanted.due, found.due_words) for wanted, found in matched),
        dated=len(dated),
        due_dated=sum(_same(wanted.due, found.due_words) for wanted, found in dated),
        condition=sum(_same(wanted.condition, found.condition) for wanted, found in matched),
    )


def _same(wanted: Range | None, found: Span | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    return overlap(wanted, (found.start, found.end)) > 0
