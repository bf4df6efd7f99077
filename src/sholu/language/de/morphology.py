"""Base forms of a printed German word: endings of nouns and adjectives, without a dictionary."""

import re

# Two capitals or more, with dots, digits and & between: EU, USA, G7, S&P.
_CAPITALS = re.compile(r"(?=(?:[^A-ZÄÖÜ]*[A-ZÄÖÜ]){2}|[A-Z]\d)[A-ZÄÖÜ][A-ZÄÖÜ0-9.&/-]*$")
_GENITIVE_ACRONYM = re.compile(r"(?<=[A-Z]{2})s$")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
# Endings of nouns and adjectives, longest first; what is left has at least three letters.
_ENDINGS = ("innen", "ern", "en", "em", "er", "es", "e", "n", "s")
_UMLAUTS = str.maketrans("äöü", "aou")


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first.

    Lower-cased, and the word itself without an apostrophe always among them; a word in capitals
    keeps them ("EU" gives "EU", "USA" gives "USA", "LKWs" gives "LKW").
    """
    bare = _POSSESSIVE.sub("", word) or word
    if _CAPITALS.match(bare):
        return (bare,)
    if _GENITIVE_ACRONYM.search(bare) and _CAPITALS.match(bare[:-1]):
        return (bare[:-1], bare.lower())
    lower = bare.lower()
    return tuple(dict.fromkeys((lower, *_without_endings(lower), word.lower())))


def _without_endings(word: str) -> list[str]:
    """The word without each ending it may have, and with the vowel a plural changes back."""
    found = []
    for ending in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        stem = word[: -len(ending)]
        found.append(stem + "in" if ending == "innen" else stem)
        if ending in ("en", "es", "er", "em"):
            found.append(stem + "e")
        if ending in ("en", "n", "e"):
            found.append(stem + "er" if ending != "n" else stem)
    return found + [stem.translate(_UMLAUTS) for stem in found if stem.translate(_UMLAUTS) != stem]
