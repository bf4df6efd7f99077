"""From tokens to the range of what is said, and its kind."""

from sholu.model import StatementKind
from sholu.read.draft import Draft, Range
from sholu.read.edges import inside, trim
from sholu.read.second.scan import Scan, Tokens

Said = tuple[StatementKind, Range]


def cut(scan: Scan, start: int, end: int) -> Said | None:
    """What the tokens from `start` to `end` say, and how.

    Wholly inside one pair of marks it is direct; with marks inside it, mixed; else indirect.
    """
    while start < end and scan.stop(start):
        start += 1
    while end > start and scan.stop(end - 1):
        end -= 1
    if start >= end:
        return None
    tokens = scan.tokens[start:end]
    quotes = [token.quote for token in tokens if token.quote is not None]
    if quotes and len(quotes) == len(tokens):
        first, last = inside(scan.text, quotes[0]), inside(scan.text, quotes[-1])
        return ("direct", (first[0], last[1])) if first and last else None
    content = trim(scan.text, tokens[0].start, tokens[-1].end)
    if content is None:
        return None
    return ("mixed" if quotes else "indirect"), content


def draft_of(said: list[Said], cue: Range | None, source: Range | None) -> Draft:
    """A draft of one piece or two."""
    kinds = {kind for kind, _ in said}
    pieces = [piece for _, piece in said]
    return Draft(
        kind=kinds.pop() if len(kinds) == 1 else "mixed",
        content=(pieces[0][0], pieces[-1][1]),
        cue=cue,
        source=source,
        parts=tuple(pieces) if len(pieces) > 1 else (),
    )


def around(scan: Scan, left: Tokens | None, right: Tokens | None) -> list[Said]:
    """The pieces of what is said before and behind the words that name its source."""
    said = [cut(scan, *piece) for piece in (left, right) if piece is not None]
    return [piece for piece in said if piece is not None]
