"""The words of a text, and where they stand.

A word is a run of letters and digits; each Chinese character is one, as no spaces tell the words
there.
"""

import re
from collections.abc import Iterator

_HAN = "\u3400-\u9fff"
_WORD = re.compile(r"\w+")
_HAN_WORD = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+")
_HAS_HAN = re.compile(f"[{_HAN}]")


def printed_words(text: str) -> list[str]:
    """The words of a text as they are printed."""
    return _pattern(text).findall(text)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.casefold() for word in printed_words(text)]


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where each word stands, in code points of the text."""
    return (match.span() for match in _pattern(text).finditer(text))


def _pattern(text: str) -> re.Pattern[str]:
    return _HAN_WORD if _HAS_HAN.search(text) else _WORD
