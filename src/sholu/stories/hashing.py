"""The words of a text as numbers, the same in every process."""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sholu.stories.words import printed_words

Hashes = NDArray[np.uint64]
Short = NDArray[np.uint16]

_MOST_KEPT = 200_000
# The lowest bit of a hash tells numbers from other words.
_NUMBER = np.uint64(1)
_SHORT_NUMBER = np.uint16(1)
_SHORTENED = np.uint64(48)


class _Hashed(dict[str, int]):
    """64 bits a word as printed, looked up where it was met before; ё counts as е."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        spelled = word.casefold().replace("ё", "е").encode("utf-8", "surrogatepass")
        value = int.from_bytes(blake2b(spelled, digest_size=8).digest(), "little")
        value = (value & ~1) | word[0].isdecimal()
        self[word] = value
        return value


_hashed = _Hashed()


def hashes(text: str) -> Hashes:
    """A number of 64 bits for each word."""
    words = printed_words(text)
    return np.fromiter(map(_hashed.__getitem__, words), np.uint64, len(words))


def short(words: Hashes) -> Short:
    """Two bytes a word, for what must be kept of many documents."""
    kept = (words >> _SHORTENED).astype(np.uint16) & ~_SHORT_NUMBER
    return kept | (words & _NUMBER).astype(np.uint16)


def are_numbers(words: Short) -> NDArray[np.bool_]:
    """Which words begin with a digit."""
    return (words & _SHORT_NUMBER).astype(bool)
