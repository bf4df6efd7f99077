"""The words of a text as they are looked up: as printed, and by their base forms."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sholu.language import Pack, available, pack

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻʼ`´", "'"))
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC_PACKS = frozenset({"kk", "ky", "ru", "uk", "uz"})
_HAN_PACKS = frozenset({"zh"})
# Base forms of one word that are kept: a word of two readings is found under both.
_MOST_STEMS = 3
# PostgreSQL holds at most a megabyte of words for one text; what lies behind is not looked up.
_MOST_BYTES = 900_000
# A longer run of letters and digits is no word.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a text: as printed in small letters, and its base forms other than that."""

    surface: str
    stems: tuple[str, ...]


def terms(text: str, lang: str) -> Iterator[Term]:
    """The words of a text in its language, in order; of Chinese, every pair of characters.

    A word with a hyphen gives its parts, the base forms with the first of them. Of a language
    without a pack, words as printed alone. A text of hundreds of thousands of words ends early.
    """
    known = pack(lang) if lang in available() else None
    left = _MOST_BYTES
    for match in _WORD.finditer(_plain(text)):
        for term in _of(match[0], known):
            left -= 2 * len(term.surface.encode()) + 16
            if left < 0:
                return
            yield term


def stems_in_any_language(word: str) -> tuple[str, ...]:
    """Base forms that a word, typed by somebody, may have in the languages of its letters."""
    word = _plain(word)
    found = dict.fromkeys(stem for code in _packs(word) for stem in _stems(word, pack(code)))
    return tuple(found)


def surfaces(words: str) -> tuple[str, ...]:
    """The words of a phrase as printed, as `terms` gives them."""
    return tuple(term.surface for term in terms(words, "und"))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_APOSTROPHES))


def _of(word: str, known: Pack | None) -> Iterator[Term]:
    if _HAN.search(word):
        yield from _pairs(word)
        return
    stems = _stems(word, known) if known else ()
    for number, part in enumerate(_PART.findall(word)):
        surface = part.casefold()[:_LONGEST]
        own = tuple(stem for stem in stems if stem != surface) if number == 0 else ()
        yield Term(surface, own)


def _pairs(word: str) -> Iterator[Term]:
    """Every two neighbours, because no spaces tell where a word ends (the usual bigram index)."""
    for start in range(max(1, len(word) - 1)):
        yield Term(word[start : start + 2].casefold(), ())


def _stems(word: str, known: Pack) -> tuple[str, ...]:
    found = dict.fromkeys(
        part
        for stem in known.stems(word)[:_MOST_STEMS]
        if len(parts := _PART.findall(stem.casefold())) == 1
        for part in parts
    )
    return tuple(found)


def _packs(word: str) -> tuple[str, ...]:
    if _HAN.search(word):
        return ()
    if _ARABIC.search(word):
        return ("kk",)
    cyrillic = _CYRILLIC.search(word) is not None
    other = frozenset(available()) - _CYRILLIC_PACKS - _HAN_PACKS | {"uz", "kk"}
    return tuple(code for code in available() if code in (_CYRILLIC_PACKS if cyrillic else other))
