"""The language of a text by its commonest words, sure or not at all.

Half of what news prints are a few dozen small words, and no two languages have the same ones, so
they tell most texts without a statistical model (Grefenstette, 1995).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import tomli

# Words of a text looked at, and of those how many must be common ones.
_MOST: Final = 120
_FEWEST: Final = 4
# How many keep a line in the language of its document.
_SOME: Final = 2
# Words of a line in which some common ones should stand.
_LONG: Final = 12
_SHARE: Final = 0.12
# How many times more of them than of the next language's.
_AHEAD: Final = 1.7

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’ʻʼ‘][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class CommonWords:
    """How many of a text's words are common ones of each language, and how many words it has."""

    counts: Mapping[str, int]
    words: int

    @property
    def language(self) -> str | None:
        """The language whose commonest words the text is full of; None where that is not plain."""
        if not self.counts:
            return None
        first, *others = sorted(self.counts, key=lambda code: (-self.counts[code], code))
        most = self.counts[first]
        if most < _FEWEST or most < _SHARE * self.words:
            return None
        return first if not others or most >= _AHEAD * self.counts[others[0]] else None

    def allow(self, language: str) -> bool:
        """Whether nothing tells against a line of a document in a language being in it, too.

        It has some of the language's common words and no more of another's; or hardly any of
        either, and is not so long that some should stand in it.
        """
        own, most = self.counts.get(language, 0), max(self.counts.values(), default=0)
        if own >= _SOME:
            return own == most
        return most - own < _SOME and (own > 0 or self.words < _LONG)


def common_words_of(language: str) -> tuple[str, ...]:
    """The commonest words of one language, as the table prints them."""
    return _table()[language]


def common_words(text: str, *, besides: str | None = None, most: int = _MOST) -> CommonWords:
    """The common words of every language that stand at the head of a text.

    Args:
        text: of any language.
        besides: a language whose common words are not counted, for any language.
        most: words looked at.
    """
    words = _WORD.findall(text.lower())[:most]
    languages_of = _languages_of()
    counts: dict[str, int] = {}
    for word in words:
        languages = languages_of.get(word, ())
        for language in languages if besides not in languages else ():
            counts[language] = counts.get(language, 0) + 1
    return CommonWords(counts, len(words))


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Every common word with the languages that have it."""
    found: dict[str, set[str]] = {}
    for language, words in _table().items():
        for word in words:
            found.setdefault(word, set()).add(language)
    return {word: tuple(sorted(languages)) for word, languages in found.items()}


@cache
def _table() -> dict[str, tuple[str, ...]]:
    text = (resources.files(__package__) / "common.toml").read_text("utf-8")
    return {language: tuple(words.split()) for language, words in tomli.loads(text).items()}
