"""From tokens to the range of what is said, and its kind."""

from sholu.model import StatementKind
from sholu.read.draft import Range
from sholu.read.initial.scan import Scan
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


def cut(scan: Scan, start: int, end: int) -> tuple[StatementKind, Range] | None:
    """What the tokens from `start` to `end` say, and how.

    Wholly inside one pair of marks it is direct; with marks inside it, mixed; else indirect.
    """
    tokens = scan.tokens
    while start < end and (scan.comma(start) or scan.dash(start) or tokens[start].text in ":;"):
        start += 1
    while end > start and (
        scan.comma(end - 1) or scan.dash(end - 1) or tokens[end - 1].text in ":;"
    ):
        end -= 1
    if start >= end:
        return None
    quotes = [token.quote for token in tokens[start:end] if token.quote is not None]
    if len(quotes) == 1 and end - start == 1:
        content = inside(scan.text, quotes[0])
        return ("direct", content) if content else None
    content = trim(scan.text, tokens[start].start, tokens[end - 1].end)
    if content is None:
        return None
    return ("mixed" if quotes else "indirect"), content
