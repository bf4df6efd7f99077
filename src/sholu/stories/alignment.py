"""Which passages of one text stand in another, word for word or nearly so.

Runs of three words that both have are joined where they follow one another at about the same
distance in both; what stands alone is chance.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sholu.stories.hashing import Short, are_numbers

_RUN = 3
# Words of one text that may stand between two shared runs, and by how many the other may differ.
_GAP = 16
_DRIFT = 12
_SHORTEST = 8
# Of the words of a passage so many stand in shared runs.
_DENSE = 0.3
# A changed word is looked for so many words before and behind its place.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage, as half-open ranges of words of both texts."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The passages by their place in the first text.

    Attributes:
        changed: share of the words in them that the other text does not have there.
        numbers: how many numbers stand in them.
        other_numbers: how many of these are others in the other text.
    """

    stretches: tuple[Stretch, ...] = ()
    changed: float = 0.0
    numbers: int = 0
    other_numbers: int = 0


def align(words: Short, other: Short) -> Alignment:
    """The passages of `words` that stand in `other`."""
    places, at = _shared_runs(words, other)
    if len(places) < 2:
        return Alignment()
    places, at = _without_chance(places, at)
    cuts = np.flatnonzero(~_follows(places, at)) + 1
    bounds = [0, *cuts.tolist(), len(places)]
    long = [
        (first, last)
        for first, last in pairwise(bounds)
        if last > first and places[last - 1] + _RUN - places[first] >= _SHORTEST
    ]
    stretches = [_stretch(places[first:last], at[first:last]) for first, last in long]
    dense = tuple(stretch for stretch in stretches if stretch is not None)
    return _weighed(words, other, places, at, dense) if dense else Alignment()


def _stretch(places: NDArray[np.intp], at: NDArray[np.intp]) -> Stretch | None:
    """The passage of runs that follow one another; null where they stand too far apart."""
    start, end = int(places[0]), int(places[-1]) + _RUN
    covered = int(np.minimum(places[1:] - places[:-1], _RUN).sum()) + _RUN
    if covered < _DENSE * (end - start):
        return None
    return Stretch(start, end, int(at.min()), int(at.max()) + _RUN)


def _shared_runs(words: Short, other: Short) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where a run of the first text begins that the other has, and where it is there.

    A run that comes again is the one that comes again in the other, as long as there is one.
    """
    ours, theirs = _runs(words), _runs(other)
    if not len(ours) or not len(theirs):
        return np.empty(0, np.intp), np.empty(0, np.intp)
    order = np.argsort(theirs, kind="stable")
    ordered = theirs[order]
    first = np.searchsorted(ordered, ours)
    places = np.flatnonzero(ordered[np.minimum(first, len(ordered) - 1)] == ours)
    if len(places) < 2:
        return places, order[first[places]]
    last = np.searchsorted(ordered, ours[places], side="right") - 1
    found = np.minimum(first[places] + _how_often_before(ours[places]), last)
    return places, order[found]


def _how_often_before(runs: NDArray[np.uint64]) -> NDArray[np.intp]:
    """For each run, how many before it are the same."""
    order = np.argsort(runs, kind="stable")
    ordered = runs[order]
    before = np.arange(len(runs))
    before -= np.searchsorted(ordered, ordered)
    counted = np.empty(len(runs), np.intp)
    counted[order] = before
    return counted


def _runs(words: Short) -> NDArray[np.uint64]:
    wide = words.astype(np.uint64)
    return wide[:-2] << np.uint64(32) | wide[1:-1] << np.uint64(16) | wide[2:]


def _follows(places: NDArray[np.intp], at: NDArray[np.intp]) -> NDArray[np.bool_]:
    """For each shared run but the first, whether it goes on where the one before it was."""
    on = places[1:] - places[:-1]
    drift = at[1:] - at[:-1] - on
    following: NDArray[np.bool_] = (on <= _GAP) & (np.abs(drift) <= _DRIFT)
    return following


def _without_chance(
    places: NDArray[np.intp], at: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The shared runs without those that neither go on from one nor into another."""
    following = _follows(places, at)
    kept = np.zeros(len(places), bool)
    kept[1:] |= following
    kept[:-1] |= following
    return places[kept], at[kept]


def _weighed(
    words: Short,
    other: Short,
    places: NDArray[np.intp],
    at: NDArray[np.intp],
    stretches: tuple[Stretch, ...],
) -> Alignment:
    """The passages, with what of their words and numbers differs."""
    inside = np.concatenate([np.arange(s.start, s.end) for s in stretches])
    nearest = np.maximum(np.searchsorted(places, inside, side="right") - 1, 0)
    expected = inside + (at - places)[nearest]
    same = np.zeros(len(inside), bool)
    for step in range(-_NEAR, _NEAR + 1):
        there = np.clip(expected + step, 0, len(other) - 1)
        same |= other[there] == words[inside]
    numbers = are_numbers(words[inside])
    plain = max(1, int((~numbers).sum()))
    return Alignment(
        stretches=stretches,
        changed=float((~same & ~numbers).sum()) / plain,
        numbers=int(numbers.sum()),
        other_numbers=int((~same & numbers).sum()),
    )
