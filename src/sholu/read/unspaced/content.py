"""What is said: from behind the word of saying to the end of the sentence, or the quoted words."""

import re

from sholu.model import StatementKind
from sholu.read.draft import Draft, Range
from sholu.read.marks import Quote
from sholu.read.unspaced.layout import Strip
from sholu.read.unspaced.lexicon import Lexicon

_LOOSE = ' \t\u3000，,。.！!？?；;：:、…—-–"“”「」『』\u200b'
_LOOSE_START = _LOOSE + "’'"
_NAME = 16
"""The longest name in marks."""
_INNER_STOP = re.compile(r"[，。！？；,!?;]")


def inside(strip: Strip, quote: Quote) -> Range | None:
    """What a quotation holds, without marks and stops at its ends; null where that is nothing."""
    return trim(strip, quote.start, quote.end)


def trim(strip: Strip, start: int, end: int) -> Range | None:
    """A range without blanks and stops at its ends; null where it holds no letter.

    A mark that closes what opens inside the range stays.
    """
    text = strip.text
    while start < end and text[start] in _LOOSE_START and not _belongs(strip, start, start, end):
        start += 1
    while start < end and text[end - 1] in _LOOSE and not _belongs(strip, end - 1, start, end):
        end -= 1
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _belongs(strip: Strip, at: int, start: int, end: int) -> bool:
    """Whether a mark is one of a whole quotation in the range."""
    return any(
        at in (quote.outer_start, quote.outer_end - 1)
        and start <= quote.outer_start
        and quote.outer_end <= end
        and quote.opened
        and quote.closed
        for quote in strip.quotes
    )


def draft(strip: Strip, start: int, end: int, words: Lexicon) -> Draft | None:
    """A reported clause as a draft; mixed where it holds somebody's words in marks."""
    content = trim(strip, start, end)
    if content is None:
        return None
    fragments = (q for q in strip.quotes_in(*content) if not is_name(strip, q, words))
    kind: StatementKind = "mixed" if any(fragments) else "indirect"
    return Draft(kind=kind, content=content)


def is_name(strip: Strip, quote: Quote, words: Lexicon) -> bool:
    """Whether marks stand around a name: of a body, a plan, a ship."""
    text = words.fold(strip.text[quote.start : quote.end])
    if len(text) > _NAME or _INNER_STOP.search(text):
        return False
    after = strip.flat[quote.outer_end - strip.shift :][:4]
    if strip.flat[: quote.outer_start - strip.shift].endswith(words.name_starts):
        return True
    return text.endswith(words.name_ends) or after.startswith(words.name_ends)


def group_at(strip: Strip, at: int, end: int, words: Lexicon) -> tuple[Range, int] | None:
    """Quotations that stand together from an offset on: their content, and the end of the last."""
    first = strip.quote_at(at)
    content = inside(strip, first) if first is not None else None
    if first is None or content is None:
        return None
    last = first
    while True:
        following = next((q for q in strip.quotes if q.outer_start >= last.outer_end), None)
        if following is None or following.outer_start >= end:
            break
        between = strip.words(last.outer_end, following.outer_start).strip()
        more = inside(strip, following)
        if more is None or (between and between not in words.joiners):
            break
        content, last = (content[0], more[1]), following
    return content, last.outer_end
