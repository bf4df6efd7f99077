"""How a name is said in Kazakh, as far as the endings behind it go.

What the spelling does not tell stands in `suffixes.toml`: names of letters, words of numbers,
Latin spellings, abbreviations read as words.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Final

import tomli

from sholu.language.kk.sounds import HARMONIES, Sound, sound_of

_LAST: Final = re.compile(r"(?P<word>[^\W_]+)(?P<closing>[^\w\s]*)$")
_NUMBER: Final = re.compile(r"[0-9]+$")
_VOWELS: Final = "АӘЕИОӨУҰҮЫІЭЮЯЁAEIOUY"
# Abbreviations said as a word: they end in a vowel, or a vowel and one sound (НАТО, БАҚ, ТАСС).
_SAID_AS_WORD: Final = re.compile(rf".*[{_VOWELS}]([^\W\d{_VOWELS}])?\1?$")
# Family names made of "son" and "daughter" are possessives: Әбішұлының, Нұрсұлтанқызына.
_KIN: Final = ("ұлы", "қызы")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronounced:
    """The sound a name ends on, and whether its endings stand apart, behind a hyphen."""

    sound: Sound
    apart: bool


def pronounced(name: str) -> Pronounced | None:
    """How the name ends when said; None where it does not end in a letter or digit."""
    match = _LAST.search(name)
    if match is None:
        return None
    word, whole = match["word"], name[: match.end("word")]
    cyrillic = word.isalpha() and not word.isascii()
    apart = bool(match["closing"]) or not cyrillic or _abbreviated(word)
    inflected = cyrillic and not _abbreviated(word) and _possessive(whole.lower())
    sound = sound_of(_said(word), third=inflected)
    if sound is None:
        return None
    return Pronounced(sound=_as_printed(whole.lower(), sound), apart=apart)


def _abbreviated(word: str) -> bool:
    return word.isupper() and word.isalpha()


def _possessive(name: str) -> bool:
    """The name's last word is a possessive of the third person, with its possessor before it."""
    *before, last = re.split(r"[\s-]+", name)
    if last.endswith(_KIN) and last not in _KIN:
        return True
    return bool(before) and last[-1] in "ыі" and last not in _table()["plain"]["words"]


def _as_printed(name: str, sound: Sound) -> Sound:
    """The sound with the harmony newspapers print, where the name is known to break the rule."""
    last = name.split()[-1]
    for harmony in HARMONIES:
        if last in _table()["harmony"][harmony]:
            return replace(sound, harmony=harmony)
    return sound


def _said(word: str) -> str:
    """The word as it would be written in Cyrillic from its sound; lower-case."""
    table = _table()
    if word in table["read"]:
        return str(table["read"][word])
    if number := _NUMBER.search(word):
        return _longest(table["numbers"], number[0].lstrip("0") or "0")
    if _abbreviated(word):
        return _abbreviation(word)
    return _latin(word) if word.isascii() else word.lower()


def _abbreviation(word: str) -> str:
    """An abbreviation as a word where it is one, else by the names of its letters."""
    if not word.isascii():
        if _SAID_AS_WORD.match(word):
            return word.lower()
    elif len(word) > 3 and _SAID_AS_WORD.match(word) and not re.search(rf"[^{_VOWELS}]{{3}}", word):
        return _latin(word)
    letters = _table()["letters"]
    vowels = [letter for letter in word if letter in _VOWELS]
    name = str(letters.get(word[-1], word[-1].lower()))
    if word.isascii():
        return name
    # Kazakh letters have no vowel of their own: they follow the abbreviation's (ҰБТ-ға, ЖИТС-ке).
    before = "".join(vowels).lower()
    sound = sound_of(before)
    return before + (name.replace("ы", "і") if sound and sound.harmony == "front" else name)


def _latin(word: str) -> str:
    """The end of a word in Latin letters, roughly as it is said: Welle as вел, Times as таймс."""
    table = _table()["latin"]
    said, rest = "", word.lower()
    silent = len(rest) > 3 and re.search(r"[aeiouy][^aeiouy]+e$", rest)
    if silent:
        rest = rest[:-1]
    while rest:
        key = _key(table, rest)
        said = table.get(key, "") + said
        rest = rest[: -len(key)]
    return said


def _key(table: dict[str, str], text: str) -> str:
    """The longest key of the table that ends the text; its last letter where there is none."""
    keys = (text[start:] for start in range(max(0, len(text) - 9), len(text)))
    return next((key for key in keys if key in table), text[-1])


def _longest(table: dict[str, str], text: str) -> str:
    return table[_key(table, text)]


@cache
def _table() -> dict[str, Any]:
    file = resources.files(__package__) / "suffixes.toml"
    return tomli.loads(file.read_text("utf-8"))
