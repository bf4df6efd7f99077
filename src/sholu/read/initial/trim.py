"""From tokens to the range of what is said, and its kind."""

from sholu.model import StatementKind
from sholu.read.draft import Range
from sholu.read.edges import inside, trim
from sholu.read.initial.scan import Scan


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
