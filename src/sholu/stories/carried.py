"""How much of a text another carries, and whether that makes it a copy."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sholu.model import Span
from sholu.stories.alignment import Alignment, Stretch, align
from sholu.stories.hashing import hashes, short
from sholu.stories.templates import differs_in_numbers
from sholu.stories.words import places

Mask = NDArray[np.bool_]

# Fewer words are a template ("Photo: agency") more often than a story.
_FEWEST = 20
_WHOLE = 0.5
# A text that has the other nearly whole is that text extended, up to three times as long.
_NEARLY_ALL = 0.75
_EXTENDED = 0.33
# Of the words that nobody is quoted with so many must be the other's as well.
_OUTSIDE_QUOTATIONS = 0.25
_FEWEST_OUTSIDE = 15
# An outlet's own earlier article, with this much of it new, is an update.
_REPRINTED = 0.85
# Where three words of ten were edited .3 of a passage differs at most; where another hand told the
# same story in the same turns of phrase, .33 and more.
_MOST_CHANGED = 0.33
# A passage of so many words that are no quotation is taken over, not chance.
_PASSAGE = 40
_QUOTED = re.compile(
    r"«[^«»]{1,1500}»|“[^“”]{1,1500}”|„[^„“”]{1,1500}[“”]|「[^「」]{1,1500}」"
    r'|"[^"\n]{1,1500}"'
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a text has of another.

    Attributes:
        whole: whether one is the other's text; else it has a passage of it.
        share: of its words that stand in the other.
        passages: of its text, in order.
    """

    whole: bool
    share: float
    passages: tuple[Span, ...]

    @property
    def rank(self) -> tuple[bool, float]:
        """More for what tells more of where the text is from."""
        return (self.whole, self.share)


def judge(
    text: str, alignment: Alignment, *, frame: Mask, other_words: int, same_outlet: bool
) -> Carried | None:
    """Whether a text is a copy of the other or has a passage of it; null for neither.

    Args:
        text: the one that `alignment` is of.
        frame: its words that count nothing (`templates.frame`).
        other_words: how many words the other has.
        same_outlet: whether one outlet printed both; then one that brings anything new is no copy.
    """
    inside = _covered([(s.start, s.end) for s in alignment.stretches], len(frame)) & ~frame
    counted = len(frame) - int(frame.sum())
    if inside.sum() < _FEWEST or alignment.changed > _MOST_CHANGED or differs_in_numbers(alignment):
        return None
    share = int(inside.sum()) / counted
    theirs = [(s.other_start, s.other_end) for s in alignment.stretches]
    of_other = int(_covered(theirs, other_words).sum()) / other_words
    where = list(places(text))
    outside = ~_quoted(text, where) & ~frame
    plain = int((inside & outside).sum())
    carried = share >= _WHOLE or (of_other >= _NEARLY_ALL and share >= _EXTENDED)
    if same_outlet:
        whole = share >= _REPRINTED and not alignment.other_numbers
    else:
        few = int(outside.sum()) < _FEWEST_OUTSIDE
        whole = carried and (few or plain >= _OUTSIDE_QUOTATIONS * int(outside.sum()))
    if not whole and (same_outlet or plain < _PASSAGE):
        return None
    return Carried(whole, round(share, 4), _passages(text, where, alignment.stretches))


def measure(text: str, other: str) -> tuple[float, tuple[Span, ...]]:
    """The share of a text's words that stand in the other, and its passages that do."""
    words, theirs = short(hashes(text)), short(hashes(other))
    stretches = align(words, theirs).stretches
    inside = _covered([(s.start, s.end) for s in stretches], len(words))
    share = round(int(inside.sum()) / max(1, len(words)), 4)
    return share, _passages(text, list(places(text)), stretches)


def _covered(ranges: list[tuple[int, int]], length: int) -> Mask:
    mask = np.zeros(length, bool)
    for start, end in ranges:
        mask[start:end] = True
    return mask


def _quoted(text: str, where: list[tuple[int, int]]) -> Mask:
    """Which words stand between quotation marks."""
    starts = np.array([start for start, _ in where], np.intp)
    mask = np.zeros(len(where), bool)
    for match in _QUOTED.finditer(text):
        first, last = np.searchsorted(starts, match.span())
        mask[first:last] = True
    return mask


def _passages(
    text: str, where: list[tuple[int, int]], stretches: Iterable[Stretch]
) -> tuple[Span, ...]:
    """The passages as spans, those that touch as one."""
    spans: list[tuple[int, int]] = []
    for stretch in stretches:
        start, end = where[stretch.start][0], where[stretch.end - 1][1]
        if spans and start <= spans[-1][1]:
            start = spans.pop()[0]
        spans.append((start, end))
    return tuple(Span.cut(text, start, end) for start, end in spans)
