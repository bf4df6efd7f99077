"""Words across letters: Cyrillic folded to Latin, names to their consonants."""

from functools import lru_cache

_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m",
    "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ү": "u", "ұ": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "sh", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ї": "i", "є": "e",
}  # fmt: skip
# Spellings of one sound, longest first.
_SOUNDS = (
    ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("tz", "ts"),
    ("dzh", "j"), ("zh", "j"), ("tch", "ch"), ("w", "v"), ("q", "k"), ("x", "ks"), ("c", "k"),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=100_000)
def latin(word: str) -> str:
    """The word in small Latin letters, other letters as they are."""
    return "".join(_LATIN.get(letter, letter) for letter in word.lower())


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a name as they sound, each doubled one once, a first vowel as "a"."""
    sounds = latin(word)
    for spelling, sound in _SOUNDS:
        sounds = sounds.replace(spelling, sound.replace("c", "\0")).replace("\0", "c")
    kept = ["a"] if sounds[:1] in _VOWELS else []
    for letter in sounds:
        if letter.isalnum() and letter not in _VOWELS and kept[-1:] != [letter]:
            kept.append(letter)
    return "".join(kept)
