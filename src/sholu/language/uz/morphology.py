"""Base forms of a printed Uzbek word, in either script; they are given in Latin letters."""

import re

from sholu.language.spelled import peeled
from sholu.language.uz.script import latin

# Fewer capitals are an abbreviation; a longer word may be any word of a headline.
_HEADLINE = 6
# The fewest letters that a noun keeps.
_SHORTEST = 3
_CASE = re.compile("(?:ning|ni|ga|da|dan|dagi|gacha|dek|day|cha|dir|(?<=k)ka|(?<=q)qa|(?<=gʻ)ga)$")
_POSSESSIVE = re.compile("(?:lari|imiz|ingiz|miz|ngiz|si|i|im|ing)$")
_PLURAL = re.compile("lar$")
_CAPITALS = re.compile(
    r"(?P<base>(?:[^\W\d_](?<![a-zа-яёўқғҳʻʼ])){2,}h?)[-'’ʼ]?(?P<ending>[^\W\d_]*)$"
)
_ENDING = re.compile("(?:lar)?(?:i|si)?(?:ning|ni|ga|ka|qa|da|dan|dagi|gacha|dek|lik|cha)?$")
# What a case ending leaves of a name: the same letters in both scripts.
_PRINTED_CASE = re.compile("(?<=.{4})(?:ning|нинг|ni|ни|ga|га|dan|дан|da|да)$")
_PRINTED_GENITIVE = re.compile("(?<=.{3})(?:ning|нинг)$")
# Names that only look as if they bore an ending.
_WHOLE = frozenset(
    [
        *("kanada", "ruanda", "uganda", "grenada", "riga", "praga", "volga", "malaga", "sudan"),
        *("iordan", "xonda", "bosni", "amerika", "afrika", "qoʻshni", "yangi", "dunyo", "asosi"),
    ]
)


def spelling(word: str) -> str:
    """A printed word as the tables spell it: in small Latin letters with oʻ, gʻ and ʼ."""
    return latin(word)


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word` in Latin letters, likeliest first, itself among them.

    An abbreviation keeps its capitals, with or without an ending: "АҚШнинг", "AQShning" and "AQSH"
    all give "AQSH" alone.
    """
    short = _CAPITALS.match(word)
    if short is not None and len(short["base"]) < _HEADLINE:
        ending = latin(short["ending"])
        if _ENDING.match(ending):
            return (latin(short["base"]).upper(),)
    low = latin(word)
    if len(word) >= _HEADLINE and word.isupper():
        return tuple(dict.fromkeys((low.upper(), *_without_endings(low))))
    return _without_endings(low)


def _without_endings(low: str) -> tuple[str, ...]:
    """The word without its case, without its possessive too, without its plural, and as it is."""
    if low in _WHOLE:
        return (low,)
    head, hyphen, tail = low.rpartition("-")
    if hyphen and _ENDING.match(tail):
        low_forms = _without_endings(head)
        return (*low_forms, low)
    found = peeled(low, _CASE, _POSSESSIVE, _PLURAL, shortest=_SHORTEST, hardened=_hardened)
    return tuple(dict.fromkeys((*found, low)))


def _hardened(base: str) -> tuple[str, ...]:
    """The stem before a possessive as it ends alone: vazirlig-i is vazirlik, qishlogʻ-i qishloq."""
    if base.endswith("gʻ"):
        return (base[:-2] + "q",)
    return (base[:-1] + "k",) if base.endswith("g") else ()


def citation(phrase: str) -> str:
    """The phrase with its last word out of the case it stood in: "kelishuvga" gives "kelishuv"."""
    *before, last = phrase.split() or [phrase]
    return " ".join([*before, _PRINTED_CASE.sub("", last)])


def full_name(name: str) -> str:
    """A person's name out of the genitive: "Aziza Karimovaning" is Aziza Karimova."""
    return _PRINTED_GENITIVE.sub("", name)
