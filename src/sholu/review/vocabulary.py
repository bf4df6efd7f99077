"""Words of a text by what they mean to a comparison, within a language and across languages.

Within a language two words are the same where they share a base form; across languages where
they name the same thing (`things` in `review.toml` of the packs) or sound alike, as loans and
names do («консульство», "consulate").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sholu.language import available, pack
from sholu.language.sounds import skeleton

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
# Shorter skeletons fit too many words.
_FEWEST_CONSONANTS = 3
_LONGEST_COMPARED = 4
_MOST_STEMS = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word of content.

    Attributes:
        start, end: code points of the text, half open.
        base: the likeliest base form, with its language ("kk:порт").
        stems: all base forms.
        keys: what it shares with words of other languages ("=port", "~prt").
    """

    start: int
    end: int
    base: str
    stems: frozenset[str]
    keys: frozenset[str]

    def same(self, other: "Word") -> bool:
        """Whether the two mean the same: by base form, else by what crosses languages."""
        if not self.stems.isdisjoint(other.stems):
            return True
        if _language(self.stems) == _language(other.stems):
            return not _things(self.keys).isdisjoint(_things(other.keys))
        return not self.keys.isdisjoint(other.keys)


class Vocabulary:
    """The `review.toml` of one pack, ready to be asked; empty where there is no such pack."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        table = pack(lang).table("review") if lang in available() else {}
        self.table: Mapping[str, Any] = table
        self._stop = frozenset(table.get("stop", ()))
        self._things: dict[str, list[str]] = {}
        for thing, words in table.get("things", {}).items():
            for word in words:
                self._things.setdefault(word, []).append(f"={thing}")
        self.stems = lru_cache(maxsize=100_000)(self._stems)
        self.words = lru_cache(maxsize=50_000)(self._words)
        self._keys = lru_cache(maxsize=100_000)(self._known)

    def _words(self, text: str) -> tuple[Word, ...]:
        """The words of content of a text in order; numbers and stop words are left out."""
        found = []
        for match in _WORD.finditer(text):
            known = self._keys(match.group())
            if known is not None:
                found.append(Word(match.start(), match.end(), *known))
        return tuple(found)

    def is_stop(self, word: str) -> bool:
        """Whether a printed word tells nothing of the matter."""
        return self._keys(word) is None

    def _known(self, word: str) -> tuple[str, frozenset[str], frozenset[str]] | None:
        """The base form, all of them and crossing keys; None where it tells nothing."""
        stems = self.stems(word)
        if not any(letter.isalpha() for letter in word) or len(word) < 2:
            return None
        if word.lower() in self._stop or stems[0] in self._stop:
            return None
        keys = {key for stem in stems for key in self._things.get(stem, ())}
        for stem in stems:
            sound = skeleton(stem)[:_LONGEST_COMPARED]
            if len(sound) >= _FEWEST_CONSONANTS:
                keys.add(f"~{sound}")
        named = [f"{self.lang}:{stem}" for stem in stems]
        return named[0], frozenset(named), frozenset(keys)

    def _stems(self, word: str) -> tuple[str, ...]:
        """Base forms by the pack, else the word in small letters."""
        if self.lang in available():
            return pack(self.lang).stems(word)[:_MOST_STEMS]
        return (word.lower(),)


@cache
def vocabulary(lang: str) -> Vocabulary:
    """The vocabulary of a language, made once a process."""
    return Vocabulary(lang)


def _language(stems: frozenset[str]) -> str:
    return next(iter(stems)).partition(":")[0] if stems else ""


def _things(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if key.startswith("="))
