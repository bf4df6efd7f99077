"""Comparing spans: trimming them, their overlap, and who belongs to whom."""

import unicodedata
from collections.abc import Sequence

from sholu.measure.gold import Range

ENOUGH = 0.5
"""Intersection over union from which two spans count as the same item (ov50)."""

_ALSO_TRIMMED = frozenset("\"'`´′″„‟＂＇.,;:!?…¡¿।。，、；：！？")
_TRIMMED_CATEGORIES = frozenset({"Pi", "Pf", "Pd", "Zs", "Zl", "Zp", "Cc", "Cf"})
_CORNER_MARKS = frozenset("「」『』〝〞〟")


def trim(text: str, span: Range) -> Range:
    """The span without spaces, quotation marks, dashes and end punctuation at its edges."""
    start, end = span
    while start < end and _loose(text[start]):
        start += 1
    while start < end and _loose(text[end - 1]):
        end -= 1
    return start, end


def overlap(one: Range, other: Range) -> int:
    """Number of code points the two share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def iou(one: Range, other: Range) -> float:
    """Intersection over union on code points; 0 where both are empty."""
    shared = overlap(one, other)
    union = one[1] - one[0] + other[1] - other[0] - shared
    return shared / union if union else 0.0


def pair(gold: Sequence[Range], found: Sequence[Range]) -> dict[int, int]:
    """Index of gold -> index of found, one to one, the largest IoU first, none below `ENOUGH`.

    Equal overlaps are taken in the order of gold, then of found.
    """
    candidates = [
        (-share, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (share := iou(one, other)) >= ENOUGH
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _loose(char: str) -> bool:
    return (
        char in _ALSO_TRIMMED
        or char in _CORNER_MARKS
        or unicodedata.category(char) in _TRIMMED_CATEGORIES
    )
