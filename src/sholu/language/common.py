"""The language of a text by its commonest words, sure or not at all.

Half of what news prints are a few dozen small words, and no two languages have the same ones, so
they tell most texts without a statistical model (Grefenstette, 1995).
"""

import re
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


def count_common_words(text: str) -> tuple[dict[str, int], int]:
    """How many of a text's words are common ones of each language, and how many words it has."""
    words = _WORD.findall(text.lower())[:_MOST]
    languages_of = _languages_of()
    counts: dict[str, int] = {}
    for word in words:
        for language in languages_of.get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    return counts, len(words)


def by_common_words(text: str) -> str | None:
    """The language whose commonest words the text is full of; None where that is not plain."""
    counts, words = count_common_words(text)
    if not counts:
        return None
    first, *others = sorted(counts, key=lambda language: (-counts[language], language))
    most = counts[first]
    if most < _FEWEST or most < _SHARE * words:
        return None
    return first if not others or most >= _AHEAD * counts[others[0]] else None


def may_be_in(language: str, text: str) -> bool:
    """Whether nothing tells against a line of a document in a language being in it, too.

    It has some of the language's common words and no more of another's; or hardly any of either,
    and is not so long that some should stand in it.
    """
    counts, words = count_common_words(text)
    own, most = counts.get(language, 0), max(counts.values(), default=0)
    if own >= _SOME:
        return own == most
    return most - own < _SOME and (own > 0 or words < _LONG)


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Every common word with the languages that have it."""
    text = (resources.files(__package__) / "common.toml").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for language, words in tomli.loads(text).items():
        for word in words.split():
            found.setdefault(word, set()).add(language)
    return {word: tuple(sorted(languages)) for word, languages in found.items()}
