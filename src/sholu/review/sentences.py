"""Sentences of a document, for setting what one report tells beside another."""

import re
from collections.abc import Iterator

# A mark that ends a sentence, with closing marks behind it, before a capital or an opening mark.
_END = re.compile(r"[.!?…]+[\"'»”’)]*(?=\s+[\"'«“„(–—-]*\s*[^\W\d_a-zа-яёәғқңөұүһі])|\n+")
_DATE_LINE = re.compile(r"\s*date \d{4}-\d{2}-\d{2}\b")
# Initials and short abbreviations do not end one.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«\"])(?:[^\W\d_]|[^\W\d_]{1,3}\.[^\W\d_]{1,3}|млн|млрд|Mr|Dr|St|No)$"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of code points of the sentences of `text`, without blanks around them.

    A leading line of date ("date 2026-01-31") belongs to none.
    """
    dated = _DATE_LINE.match(text)
    start = dated.end() if dated else 0
    for match in _END.finditer(text, start):
        if "\n" not in match.group() and _ABBREVIATED.search(
            text[max(0, match.start() - 9) : match.start()]
        ):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        lead = len(piece) - len(piece.lstrip())
        yield start + lead, start + len(piece.rstrip())
