"""Uzbek in one script: Cyrillic letters as Latin ones, apostrophes as the letters they are."""

import re

# Behind a vowel and at the head of a word Cyrillic е is written ye.
_VOWELS = frozenset("аеёиоуэюяўАЕЁИОУЭЮЯЎaeiouʻ")
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x", "ц": "s", "ч": "ch", "ш": "sh", "щ": "sh",
    "ъ": "ʼ", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "oʻ", "қ": "q", "ғ": "gʻ",
    "ҳ": "h", "і": "i",
}  # fmt: skip
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_APOSTROPHES = re.compile("['’‘`´ʻʼ]")
# Letters behind which a mark makes another letter: oʻ, gʻ.
_BEFORE_TURNED = frozenset("og")
_IOTATED = frozenset("еёюя")


def latin(word: str) -> str:
    """The word in small Latin letters: "Ўзбекистон", "O'zbekiston" and "Oʻzbekiston" are one."""
    low = word.lower()
    if _CYRILLIC.search(low):
        low = "".join(_letter(low, at) for at in range(len(low)))
    return _APOSTROPHES.sub(_mark, low)


def _letter(word: str, at: int) -> str:
    letter, before = word[at], word[at - 1] if at else ""
    if letter == "е" and (not before.isalpha() or before in _VOWELS or before in "ъь"):
        return "ye"
    if letter == "ц" and before in _VOWELS and before:
        return "ts"
    if letter == "ъ" and word[at + 1 : at + 2] and word[at + 1] in _IOTATED:
        return ""
    return _LETTERS.get(letter, letter)


def _mark(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    return "ʻ" if before and before in _BEFORE_TURNED else "ʼ"
