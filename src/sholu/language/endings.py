"""Base forms of words in languages whose nouns take plural, possessive and case in a row.

Written for Turkish and Azerbaijani, where every ending follows the vowels of its stem and a final
consonant softens before a vowel (bakanlık, bakanlığı; çörək, çörəyi).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

# The fewest letters that a noun keeps.
_SHORTEST: Final = 3
# Fewer capitals are an abbreviation; a longer word may be any word of a headline.
_HEADLINE: Final = 5
# An ending of fewer letters may be the end of the word itself (kadın, Putin).
_SURE: Final = 3
_APOSTROPHE: Final = re.compile("['’ʼ‘]")


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of a language's nouns.

    Attributes:
        lower: a word in small letters as the language writes them.
        plural, possessive, case: every form of each ending.
        back, front: its vowels.
        hardened: what a softened last consonant was before.
        split: whether an ending is set off from a name by an apostrophe, always.
    """

    lower: Callable[[str], str]
    plural: tuple[str, ...]
    possessive: tuple[str, ...]
    case: tuple[str, ...]
    back: str
    front: str
    hardened: Mapping[str, str]
    split: bool


def stems(word: str, endings: Endings) -> tuple[str, ...]:
    """The possible base forms of `word`, likeliest first, lower-cased, itself among them.

    A word in capitals keeps them, with or without an ending behind an apostrophe or a hyphen; one
    of five capitals or more gives its lower-case forms too, since it may stand in a headline.
    """
    low = endings.lower(word)
    name = _APOSTROPHE.split(word, maxsplit=1)[0] or word
    acronym = name.split("-")[0]
    if len(acronym) > 1 and acronym.isupper():
        if len(acronym) >= _HEADLINE and acronym.isalpha():
            return tuple(dict.fromkeys((acronym, *strip(endings.lower(acronym), endings))))
        return (acronym,)
    if name != word:
        return tuple(dict.fromkeys((endings.lower(name), low)))
    found = strip(low, endings)
    if endings.split and word[:1].isupper():
        return tuple(dict.fromkeys((low, *found)))
    return found


def strip(low: str, endings: Endings) -> tuple[str, ...]:
    """The word without every chain of endings that it may bear; longest sure ones first."""
    found = {low: 0}
    for form, taken in _cut({low: 0}, endings.case, endings):
        found.setdefault(form, taken)
    for form, taken in _cut(dict(found), endings.possessive, endings):
        found.setdefault(form, taken)
    for form, taken in _cut(dict(found), endings.plural, endings):
        found.setdefault(form, taken)
    for form, taken in list(found.items()):
        last = endings.hardened.get(form[-1:])
        if taken and last and len(form) > _SHORTEST:
            found.setdefault(form[:-1] + last, taken)
    likely = [form for form, taken in found.items() if taken >= _SURE]
    likely.sort(key=lambda form: -found[form])
    others = sorted((form for form in found if found[form] < _SURE), key=found.__getitem__)
    return tuple(dict.fromkeys((*likely, *others)))


def _cut(
    forms: Mapping[str, int], tails: tuple[str, ...], endings: Endings
) -> Iterator[tuple[str, int]]:
    """Every form without one of the tails, and how many letters have been taken off the word."""
    for form, taken in forms.items():
        for tail in tails:
            stem = form.removesuffix(tail)
            if stem == form or len(stem) < _SHORTEST or not _agrees(stem, tail, endings):
                continue
            yield stem, taken + len(tail)


def _agrees(stem: str, tail: str, endings: Endings) -> bool:
    """Whether the tail's first vowel agrees with the stem's last."""
    vowels = endings.back + endings.front
    vowel = next((letter for letter in tail if letter in vowels), None)
    last = next((letter for letter in reversed(stem) if letter in vowels), None)
    return vowel is None or last is None or (vowel in endings.back) == (last in endings.back)
