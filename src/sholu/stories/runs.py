"""The runs of four words of a text, and the sample of them by which copies are looked for.

Sampling by the value of the hash ("modulo sampling") after Broder, "On the resemblance and
containment of documents" (1997): two texts sample the same of the runs that they share. The longer
a text, the fewer of its runs are sampled; each thinner sample is a part of the denser ones.
"""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sholu.stories.hashing import Hashes

RUN = 4
# A text has between this and twice as many sampled runs.
_SAMPLED = 40
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


def sampled(words: Hashes, lang: str | None) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Sampled runs as numbers of 32 bits, and the word at which each begins, in order.

    Runs of different languages are never the same; one that comes again counts where it stood
    first.
    """
    count = len(words) - RUN + 1
    if count < 1:
        return np.empty(0, np.uint32), np.empty(0, np.intp)
    run = np.full(count, crc32((lang or "").encode()), np.uint64)
    for place in range(RUN):
        run += words[place : place + count]
        run *= _FACTOR
        run ^= run >> _HALF
    run *= _MIXER
    thinned = max(0, (count // _SAMPLED).bit_length() - 1)
    starts = np.flatnonzero(run >> np.uint64(64 - thinned) == 0) if thinned else np.arange(count)
    keys, first = np.unique(
        (run[starts] & np.uint64(0xFFFFFFFF)).astype(np.uint32), return_index=True
    )
    order = np.argsort(first, kind="stable")
    return keys[order], starts[first[order]]
