"""Whether two printed names can mean the same, in whatever of the two scripts they are printed.

Names are compared by the consonants of their words after transliteration, so that the ways in
which Kazakh, Russian and English spell one name fall together. This is lenient on purpose: it
serves to score, never to read.
"""

import re
import unicodedata

_CONSONANTS = str.maketrans(
    "бвгғджзкқлмнңпрстфхһцчшщqw", "bvggdjzkklmnnprstfhhscsskv"
) | str.maketrans({"x": "ks"})
_ONE_LETTER = (
    ("shch", "s"),
    ("kh", "h"),
    ("zh", "j"),
    ("sh", "s"),
    ("ts", "s"),
    ("ch", "c"),
    ("ck", "k"),
)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_CONSONANT = re.compile(r"[^bcdfghjklmnprstvz]")
_DOUBLED = re.compile(r"(.)\1+")


def skeleton(name: str) -> tuple[str, ...]:
    """The consonants of each word of a name, in Latin letters; words without any are left out."""
    plain = unicodedata.normalize("NFKC", name).lower()
    words = (_consonants(word) for word in _WORD.findall(plain))
    return tuple(word for word in words if word)


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name are all among those of the other."""
    if one.casefold() == other.casefold():
        return True
    few, many = sorted((set(skeleton(one)), set(skeleton(other))), key=len)
    return bool(few) and few <= many


def _consonants(word: str) -> str:
    latin = word.translate(_CONSONANTS)
    for pair, letter in _ONE_LETTER:
        latin = latin.replace(pair, letter)
    bare = unicodedata.normalize("NFD", latin)
    return _DOUBLED.sub(r"\1", _NOT_CONSONANT.sub("", bare))
