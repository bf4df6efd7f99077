"""What an outlet prints again and again: weather, prices, court lists, the foot of every page.

Two signs of it: runs of words that one outlet had on several days, which count nothing, and
passages that are the same but for their numbers.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sholu.stories.alignment import Alignment
from sholu.stories.runs import RUN

# On so many days an outlet has printed what belongs to its frame.
_DAYS = 3
# Between two runs of a frame its changing parts stand.
_GAP = 30
_FEWEST_NUMBERS = 2
_OTHER_NUMBERS = 0.4


class Printed(Protocol):
    """Where and when something was printed."""

    @property
    def outlet(self) -> str | None: ...
    @property
    def day(self) -> str | None: ...


def frame(
    starts: Sequence[int], printed: Sequence[Sequence[Printed]], own: Printed, words: int
) -> NDArray[np.bool_]:
    """Which words of a text belong to the frame of an outlet.

    Args:
        starts: the words at which the sampled runs of the text begin, in order.
        printed: for each, where and when it was printed before.
        own: where and when this text was printed.
        words: how many it has.
    """
    mask = np.zeros(words, bool)
    earlier = -1
    for start, places in zip(starts, printed, strict=True):
        if not _is_frame(places, own):
            earlier = -1
            continue
        begin = start if earlier < 0 or start - earlier > _GAP else earlier
        mask[begin : start + RUN] = True
        earlier = start
    return mask


def _is_frame(places: Sequence[Printed], own: Printed) -> bool:
    """Whether one outlet had the run on several days."""
    if len(places) < _DAYS - 1:
        return False
    days: dict[str, set[str]] = {}
    for place in (*places, own):
        if place.outlet is not None and place.day is not None:
            days.setdefault(place.outlet, set()).add(place.day)
    return any(len(of_outlet) >= _DAYS for of_outlet in days.values())


def differs_in_numbers(alignment: Alignment) -> bool:
    """Whether the words are the same and the numbers others, as in two days' prices.

    An editor changes numbers no more than words.
    """
    others = alignment.other_numbers
    if others < _FEWEST_NUMBERS:
        return False
    share = others / alignment.numbers
    return share >= _OTHER_NUMBERS and share > 2 * alignment.changed + 0.1
