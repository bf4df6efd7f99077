"""The edges of what is said: without marks, spaces and final punctuation."""

from sholu.read.draft import Range
from sholu.read.marks import Quote

_FINAL = frozenset(" \t\u00a0\u202f.,;:…")
_EDGE = frozenset(" \t\u00a0\u202f,;:-–—―")


def inside(text: str, quote: Quote) -> Range | None:
    """The inside of a quotation without spaces and final punctuation; nothing where empty."""
    return trim(text, quote.start, quote.end)


def trim(text: str, start: int, end: int) -> Range | None:
    """A range without the punctuation around it; nothing where nothing is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (text[end - 1] in _FINAL or text[end - 1] in _EDGE):
        end -= 1
    return (start, end) if start < end else None
