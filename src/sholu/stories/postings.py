"""Which of many documents have a run of words: eight bytes a posting, however many there are.

New postings stand in a table; every now and then they move into sorted arrays, and arrays of one
size are merged, as in O'Neil et al., "The log-structured merge-tree" (1996).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]

_MOST_NEW = 100_000
# Of the documents that have a key so many are given: a run that many have tells little.
_MOST_GIVEN = 8
# A run that so many documents have tells nothing more; no more of them are noted.
_MOST_NOTED = 64


@dataclass(frozen=True, slots=True)
class _Block:
    """Postings by key; `documents` of one key stand in the order in which they came."""

    keys: Keys
    documents: Keys

    def __len__(self) -> int:
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Found:
    """Documents that have some of the keys asked for: one pair of place and document a posting.

    Attributes:
        places: of the key among those asked for.
        documents: their numbers.
    """

    places: NDArray[np.intp]
    documents: Keys

    def some(self, oldest: int) -> "Found":
        """Of documents numbered `oldest` and above at most eight for each key, spread evenly."""
        live = self.documents >= oldest
        order = np.argsort(self.places[live], kind="stable")
        places, documents = self.places[live][order], self.documents[live][order]
        first = np.searchsorted(places, places)
        many = np.searchsorted(places, places, side="right") - first
        share = (np.arange(len(places)) - first) * _MOST_GIVEN
        kept = (many <= _MOST_GIVEN) | (share % np.maximum(many, 1) < _MOST_GIVEN)
        return Found(places[kept], documents[kept])


class Postings:
    """Keys of runs -> numbers of documents, which only grow."""

    def __init__(self) -> None:
        # New postings as they came; of each key the last, and before which other it stands. (A list
        # for each key would keep the search for garbage busy.)
        self._keys: list[int] = []
        self._documents: list[int] = []
        self._before: list[int] = []
        self._last: dict[int, int] = {}
        self._blocks: list[_Block] = []

    def find(self, keys: Keys) -> Found:
        """Which documents have which of the keys."""
        places, documents = [], []
        for block in self._blocks if len(keys) else ():
            first = np.searchsorted(block.keys, keys)
            hits = np.flatnonzero(block.keys[np.minimum(first, len(block) - 1)] == keys)
            lengths = np.searchsorted(block.keys, keys[hits], side="right") - first[hits]
            before = np.cumsum(lengths) - lengths
            rows = np.repeat(first[hits] - before, lengths) + np.arange(lengths.sum())
            places.append(np.repeat(hits, lengths))
            documents.append(block.documents[rows])
        new = [
            (place, document)
            for place, key in enumerate(keys.tolist())
            if key in self._last
            for document in self._new(key)
        ]
        places.append(np.array([place for place, _ in new], np.intp))
        documents.append(np.array([document for _, document in new], np.uint32))
        return Found(np.concatenate(places), np.concatenate(documents))

    def _new(self, key: int) -> list[int]:
        """The documents with a key that stand in no block yet."""
        held = []
        posting = self._last[key]
        while posting >= 0:
            held.append(self._documents[posting])
            posting = self._before[posting]
        return held[::-1]

    def add(self, document: int, keys: Keys, found: Found) -> None:
        """Note that a document has these keys; `found` is what `find` gave for them."""
        held = np.bincount(found.places, minlength=len(keys))
        for key in keys[held < _MOST_NOTED].tolist():
            self._before.append(self._last.get(key, -1))
            self._last[key] = len(self._keys)
            self._keys.append(key)
            self._documents.append(document)

    def tidy(self, oldest: int) -> None:
        """Move new postings where there are many; forget documents numbered below `oldest`."""
        if len(self._keys) < _MOST_NEW:
            return
        keys = np.array(self._keys, np.uint32)
        block = _sorted(keys, np.array(self._documents, np.uint32), oldest)
        for held in (self._keys, self._documents, self._before, self._last):
            held.clear()
        while self._blocks and len(self._blocks[-1]) < 2 * len(block):
            earlier = self._blocks.pop()
            block = _sorted(
                np.concatenate((earlier.keys, block.keys)),
                np.concatenate((earlier.documents, block.documents)),
                oldest,
            )
        if len(block):
            self._blocks.append(block)


def _sorted(keys: Keys, documents: Keys, oldest: int) -> _Block:
    live = documents >= oldest
    keys, documents = keys[live], documents[live]
    # Documents only grow, so those of one key stay in order; blocks already sorted merge fast.
    order = np.argsort(keys, kind="stable")
    return _Block(keys[order], documents[order])
