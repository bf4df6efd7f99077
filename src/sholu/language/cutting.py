"""Words of a language that is written without spaces, by the longest match in a vocabulary."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from sholu.language.finding import Finder

Range = tuple[int, int]

_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_PIECE = re.compile(
    rf"(?P<run>[{_HAN}]+)"
    rf"|[^\W\d_{_HAN}]+(?:[.&'’-](?=[^\W_{_HAN}])[^\W_{_HAN}]+)*"
    r"|\d+(?:[.,:/]\d+)*[%°]?"
    r"|\.{2,}|…+|[^\w\s]|_"
)


def listed_words(value: object) -> Iterator[str]:
    """Every word in a pack's table, however deep; patterns are taken apart at spaces and bars."""
    if isinstance(value, str):
        for part in value.replace("|", " ").split():
            word = part.strip("*?~")
            if word.isalpha() and not word.isascii():
                yield word
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from listed_words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from listed_words(inner)


class Cutter:
    """Cuts text into words: the longest that is known from where one begins, else one character.

    Args:
        words: what is known, folded.
        fold: brings a text to the script of the words, as long as before.
    """

    def __init__(self, words: Iterable[str], fold: Callable[[str], str]) -> None:
        self._known = Finder(sorted({word for word in words if len(word) > 1}))
        self._fold = fold

    def pieces(self, text: str, start: int, end: int) -> Iterator[Range]:
        """Where the words, numbers and marks of a range stand."""
        folded = self._fold(text[start:end])
        for match in _PIECE.finditer(folded):
            at = start + match.start()
            if match.lastgroup != "run":
                yield at, start + match.end()
                continue
            for first, last in self._cut(match.group()):
                yield at + first, at + last

    def _cut(self, run: str) -> Iterator[Range]:
        """The words of a run of letters, as ranges that cover it."""
        at = 0
        for start, end, _ in self._known.find(run):
            yield from ((one, one + 1) for one in range(at, start))
            yield start, end
            at = end
        yield from ((one, one + 1) for one in range(at, len(run)))
