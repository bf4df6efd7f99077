"""Base forms of a printed English word: possessive and plural endings, without a dictionary."""

import re

from sholu.language.spelled import acronym

_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=s)['’ʼ]|(?<=S)['’ʼ]S?|['’ʼ]S)$")
# Two capitals or more, with dots, digits and & between: US, U.S., G7, AT&T, BAQ.KZ.
_CAPITALS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2}|[A-Z]\d)[A-Z][A-Z0-9.&/-]*$")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?$")
# Words that end in s without being plurals: glass, analysis, virus; these, not "news" or "buses".
_SINGULAR = re.compile(r"(?:ss|is|us|'s)$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)es$")


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first.

    Lower-cased, and the word itself without a possessive ending always among them; a word in
    capitals keeps them ("EU's" gives "EU", "NGOs" gives "NGO"), dotted ones with and without dots.
    """
    bare = _POSSESSIVE.sub("", word) or word
    if _CAPITALS.match(bare):
        return acronym(bare, _DOTTED)
    if bare.endswith("s") and _CAPITALS.match(bare[:-1]):
        return (bare[:-1], bare.lower())
    lower = bare.lower()
    forms = (*_singulars(lower), lower, word.lower())
    return tuple(dict.fromkeys(forms))


def _singulars(word: str) -> tuple[str, ...]:
    """Singular forms a plural in -s may have; none where the word is no such plural."""
    if len(word) < 4 or not word.endswith("s") or _SINGULAR.search(word):
        return ()
    if word.endswith("ies") and len(word) > 4:
        return (word[:-3] + "y", word[:-1])
    if word.endswith("ves"):
        return (word[:-1], word[:-3] + "f", word[:-3] + "fe")
    if _SIBILANT.search(word):
        return (word[:-2], word[:-1])
    if word.endswith("oes"):
        return (word[:-2], word[:-1])
    return (word[:-1],)
