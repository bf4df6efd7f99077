"""Which of many documents have a run of words: eight bytes a posting, however many there are.

New postings stand in a table; every now and then they move into sorted arrays, and arrays of one
size are merged, as in O'Neil et al., "The log-structured merge-tree" (1996).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]

_MOST_NEW = 100_000
# Of the documents with one run so many are given, spread evenly over all of them.
_MOST_GIVEN = 12
# A run that so many documents have tells nothing more; no more of them are noted.
_MOST_NOTED = 64


@dataclass(frozen=True, slots=True)
class _Block:
    """Postings by key; `documents` of one key stand in the order in which they came."""

    keys: Keys
    documents: Keys

    def __len__(self) -> int:
        return len(self.keys)


class Postings:
    """Keys of runs -> numbers of documents, which only grow."""

    def __init__(self) -> None:
        self._new: dict[int, list[int]] = {}
        self._count = 0
        self._blocks: list[_Block] = []

    def find(self, keys: Keys) -> list[list[int]]:
        """For each key the documents that have it, earlier ones first; of many, a few."""
        found: list[list[int]] = [[] for _ in range(len(keys))]
        if not len(keys):
            return found
        for block in self._blocks:
            first = np.searchsorted(block.keys, keys)
            inside = np.minimum(first, len(block) - 1)
            for place in np.flatnonzero(block.keys[inside] == keys).tolist():
                last = np.searchsorted(block.keys, keys[place], side="right")
                found[place] += block.documents[first[place] : last].tolist()
        for place, key in enumerate(keys.tolist()):
            if key in self._new:
                found[place] += self._new[key]
        return found

    def add(self, document: int, keys: Keys, holders: list[list[int]]) -> None:
        """Note that a document has these keys; `holders` is what `find` gave for them."""
        for key, held in zip(keys.tolist(), holders, strict=True):
            if len(held) < _MOST_NOTED:
                self._new.setdefault(key, []).append(document)
                self._count += 1

    def tidy(self, oldest: int) -> None:
        """Move new postings where there are many; forget documents numbered below `oldest`."""
        if self._count < _MOST_NEW:
            return
        keys = np.fromiter(
            (key for key, held in self._new.items() for _ in held), np.uint32, self._count
        )
        documents = np.fromiter(
            (number for held in self._new.values() for number in held), np.uint32, self._count
        )
        block = _sorted(keys, documents, oldest)
        self._new.clear()
        self._count = 0
        while self._blocks and len(self._blocks[-1]) < 2 * len(block):
            earlier = self._blocks.pop()
            block = _sorted(
                np.concatenate((earlier.keys, block.keys)),
                np.concatenate((earlier.documents, block.documents)),
                oldest,
            )
        if len(block):
            self._blocks.append(block)


def spread(held: list[int]) -> list[int]:
    """A few of many documents, evenly over all of them, the first and the last among them."""
    if len(held) <= _MOST_GIVEN:
        return held
    step = (len(held) - 1) / (_MOST_GIVEN - 1)
    return [held[round(place * step)] for place in range(_MOST_GIVEN)]


def _sorted(keys: Keys, documents: Keys, oldest: int) -> _Block:
    live = documents >= oldest
    keys, documents = keys[live], documents[live]
    order = np.lexsort((documents, keys))
    return _Block(keys[order], documents[order])
