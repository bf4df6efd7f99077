"""Base forms of a printed Kyrgyz word."""

import re

from sholu.language.spelled import peeled

# Fewer capitals are an abbreviation; a longer word may be any word of a headline.
_HEADLINE = 6
# The fewest letters that a noun keeps.
_SHORTEST = 3
_CASE = re.compile(
    "(?:[ндт][ыиуү]н|[дтн][аеоө]н|н?[дт][аеоө]г[ыиуү]|н?[дт][аеоө]|[гк][аеоө]|[ндт][ыиуү]"
    "|(?<=[ыиуү])н[аеоө]?)$"
)
_POSSESSIVE = re.compile("(?:[ыиуү]б[ыиуү]з|б[ыиуү]з|с?[ыиуү]|[ыиуү]м)$")
_PLURAL = re.compile("[лдт][аеоө]р$")
_CAPITALS = re.compile(r"(?P<base>[A-ZА-ЯЁҢӨҮ]{2,})[-'’]?(?P<ending>[^\W\d_]*)$")
_ENDING = re.compile(
    "(?:[лдт][аеоө]р)?(?:с?[ыиуү])?(?:[ндт][ыиуү]н?|[дтн][аеоө]н?|н?[дт][аеоө]г[ыиуү]|[гк][аеоө]"
    "|[лдт][ыиуү]к|н)?$"
)
_GENITIVE = re.compile("(?<=.{4})[ндт][ыиуү]н$")
# Names that only look as if they bore an ending.
_WHOLE = frozenset(["канада", "руанда", "уганда", "гренада", "судан", "иордания", "италия"])


def stems(word: str) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first, lower-cased, itself among them.

    An abbreviation keeps its capitals, with or without an ending: "АКШнын", "АКШ-нын" and "АКШ"
    all give "АКШ" alone.
    """
    short = _CAPITALS.match(word)
    if short is not None and len(short["base"]) < _HEADLINE and _ENDING.match(short["ending"]):
        return (short["base"],)
    low = word.lower()
    if len(word) >= _HEADLINE and word.isupper():
        return tuple(dict.fromkeys((word, *_without_endings(low))))
    return _without_endings(low)


def _without_endings(low: str) -> tuple[str, ...]:
    """The word without its case, without its possessive too, without its plural, and as it is."""
    head, hyphen, tail = low.rpartition("-")
    if hyphen and tail and _ENDING.match(tail):
        return (*_without_endings(head), low)
    if low in _WHOLE:
        return (low,)
    found = peeled(low, _CASE, _POSSESSIVE, _PLURAL, shortest=_SHORTEST, hardened=_hardened)
    return tuple(dict.fromkeys((*found, low)))


def _hardened(base: str) -> tuple[str, ...]:
    """The stem before a possessive as it ends alone: министрлиг-и is министрлик."""
    return (base[:-1] + "к",) if base.endswith("г") else ()


def citation(phrase: str) -> str:
    """The phrase with its last word out of the case it stood in, where that is sure."""
    *before, last = phrase.split() or [phrase]
    match = _CASE.search(last)
    sure = match is not None and len(match.group()) > 1 and match.start() > _SHORTEST
    return " ".join([*before, last[: match.start()] if match is not None and sure else last])


def full_name(name: str) -> str:
    """A person's name out of the genitive: "Айша Төлөндүн" is Айша Төлөн."""
    return _GENITIVE.sub("", name)
