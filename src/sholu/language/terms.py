"""The words of a text as they are looked up: as printed, and by their base forms."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sholu.language.pack import Pack, available, pack

_HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IDEOGRAPH = re.compile(f"[{_HAN}]")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_PART = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻʼ`´", "'"))
# Letters that people leave out when they type, or that capitals have in common.
_ALIKE = str.maketrans({"ё": "е", "ı": "i", "\u0307": None})
_CYRILLIC_PACKS = frozenset({"kk", "ky", "ru", "uk", "uz"})
_HAN_PACKS = frozenset({"zh"})
# Base forms of one word that are kept: a word of two readings is found under both.
_MOST_STEMS = 3
# PostgreSQL holds at most a megabyte of different words for one text, their places included; what
# lies behind is not looked up, on either database.
_MOST_BYTES = 900_000
_BYTES_BESIDES = 8
# A longer run of letters and digits is no word.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a text: as printed in small letters, and its base forms other than that."""

    surface: str
    stems: tuple[str, ...] = ()


def terms(text: str, lang: str) -> Iterator[Term]:
    """The words of a text in its language, in order.

    A word with a hyphen or an apostrophe gives its parts, the base forms of the whole with the
    first of them. Chinese gives every pair of neighbouring characters, and the last one of a row.
    Of a language without a pack, words as printed alone. A text of tens of thousands of different
    words ends early.
    """
    known = pack(lang) if lang in available() else None
    taken: dict[str, tuple[Term, ...]] = {}
    left = _MOST_BYTES
    for word in _WORD.findall(_plain(text)):
        if word not in taken:
            taken[word], size = _of(word, known)
            left -= size
            if left < 0:
                return
        yield from taken[word]


def surfaces(words: str) -> tuple[str, ...]:
    """The words of a phrase as printed, one behind another as `terms` gives them for a text."""
    found = [term.surface for term in terms(words, "und")]
    # The last character stands alone only where a row of them ends, which this one need not do.
    if len(found) > 1 and is_ideograph(found[-1]) and found[-2][1:] == found[-1]:
        found.pop()
    return tuple(found)


def stems_in_any_language(word: str) -> tuple[str, ...]:
    """Base forms that a word, typed by somebody, may have in the languages of its letters."""
    word = _plain(word)
    return tuple(dict.fromkeys(stem for code in _packs(word) for stem in _stems(word, pack(code))))


def is_ideograph(word: str) -> bool:
    """Whether it is one Chinese character."""
    return len(word) == 1 and _IDEOGRAPH.match(word) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_APOSTROPHES))


@lru_cache(maxsize=200_000)
def _of(word: str, known: Pack | None) -> tuple[tuple[Term, ...], int]:
    """What a word gives, and how many bytes that takes."""
    parts = _PART.findall(word)
    found: list[Term] = []
    for part in parts:
        if _IDEOGRAPH.match(part):
            found += _pairs(part)
            continue
        stems = _stems(part, known) if known else ()
        if known and not found and len(parts) > 1:
            stems += _stems(word, known)
        surface = _folded(part)
        found.append(Term(surface, tuple(s for s in dict.fromkeys(stems) if s != surface)))
    written = (one for term in found for one in (term.surface, *term.stems))
    return tuple(found), sum(len(one.encode()) + _BYTES_BESIDES for one in written)


def _pairs(row: str) -> Iterator[Term]:
    """Every two neighbours, because no spaces tell where a word ends (the usual bigram index)."""
    for start in range(len(row)):
        yield Term(row[start : start + 2])


def _stems(word: str, known: Pack) -> tuple[str, ...]:
    """Base forms without the hyphens and apostrophes in them."""
    forms = known.stems(word)[:_MOST_STEMS]
    folded = dict.fromkeys(_folded("".join(_PART.findall(_plain(form)))) for form in forms)
    return tuple(form for form in folded if form)


def _folded(word: str) -> str:
    return word.casefold().translate(_ALIKE)[:_LONGEST]


def _packs(word: str) -> tuple[str, ...]:
    if _IDEOGRAPH.search(word):
        return ()
    if _ARABIC.search(word):
        return ("kk",)
    cyrillic = _CYRILLIC.search(word) is not None
    other = frozenset(available()) - _CYRILLIC_PACKS - _HAN_PACKS | {"uz", "kk"}
    return tuple(code for code in available() if code in (_CYRILLIC_PACKS if cyrillic else other))
