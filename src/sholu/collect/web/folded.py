"""Words as they are compared: lower case, Latin letters without accents, one kind of apostrophe."""

import unicodedata

_SAME = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "ı": "i", "\xa0": " ", "\u202f": " "}
)


def fold(words: str) -> str:
    """The words folded; Cyrillic letters stay apart («й» is not «и»)."""
    letters = []
    for letter in words.translate(_SAME).casefold().translate(_SAME):
        if "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff":
            letter = unicodedata.normalize("NFD", letter)[0]
        if not "\u0300" <= letter <= "\u036f":
            letters.append(letter)
    return " ".join("".join(letters).split())
