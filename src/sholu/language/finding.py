"""Words of a list in running text, wherever they stand in it."""

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

# A lone surrogate is no character of any word, and cannot be told in UTF-8.
_LONE = re.compile("[\ud800-\udfff]")


class Finder:
    """Finds words of a list, the longest from where one begins, none overlapping."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(dict.fromkeys(word for word in words if word))
        self._known = (
            AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest) if self._words else None
        )

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and word of each."""
        if self._known is None:
            return []
        sound = _LONE.sub("\ufffd", text)
        return [(a, b, self._words[i]) for i, a, b in self._known.find_matches_as_indexes(sound)]
