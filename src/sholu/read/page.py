"""A document laid out for reading: lines, quotations, sentences and tokens, all by offset."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from sholu.language import Pack
from sholu.read.marks import Quote, find_quotes
from sholu.read.sentences import Sentence, cut_sentences
from sholu.read.words import (
    DASHES,
    NUMBER,
    PUNCTUATION,
    QUOTED,
    WORD,
    Token,
    Words,
    apostrophe_behind,
)

# A page and what it is made of.
__all__ = [
    "DASHES",
    "NUMBER",
    "PUNCTUATION",
    "QUOTED",
    "WORD",
    "Line",
    "Page",
    "Sentence",
    "Token",
    "lay_out",
]

_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]+")
_BULLET = re.compile(r"[-–—•*·]\s+|\d{1,2}[.)]\s+")
_DATE_LINE = re.compile(r"\s*date \d{4}-\d{2}-\d{2}\b[ \t]*")
# The longest heading, and the shortest line of running text, in characters.
_LONGEST_HEADING = 110
_SHORTEST_TEXT = 60


@dataclass(slots=True)
class Line:
    """A line of the document: a heading, a list item or a paragraph.

    Attributes:
        heading: short, without a final full stop, set apart from running text.
        bullet: begins with a dash, a dot or a number of a list.
    """

    start: int
    end: int
    heading: bool = False
    bullet: bool = False
    quotes: list[Quote] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A document's text laid out for one language pack.

    Attributes:
        day: day of publication, given or printed at the head of the text.
        body: offset behind a leading date line, which belongs to no statement.
    """

    text: str
    pack: Pack
    day: str | None
    body: int
    lines: list[Line]
    words: Words

    def tokens(self, start: int, end: int) -> list[Token]:
        """Plain tokens of a range, without regard to quotation marks."""
        return self.words.between(start, end)

    def tokens_inside(self, quote: Quote) -> list[Token]:
        """The tokens of a quotation, each inner quotation as one."""
        return self.words.with_quotes(quote.start, quote.end, quote.inner)

    def sentences_inside(self, quote: Quote) -> list[Sentence]:
        """The sentences of a quotation, its inner quotations one token each."""
        return cut_sentences(self.words, quote.start, quote.end, quote.inner)

    def line_of(self, at: int) -> Line | None:
        """The line that holds an offset; null between lines."""
        number = bisect_right(self.lines, at, key=lambda line: line.start) - 1
        return self.lines[number] if number >= 0 and at < self.lines[number].end else None

    def sentence_of(self, at: int) -> Sentence | None:
        """The sentence that holds an offset; null between sentences."""
        line = self.line_of(at)
        if line is None:
            return None
        number = bisect_right(line.sentences, at, key=lambda sentence: sentence.start) - 1
        found = line.sentences[number] if number >= 0 else None
        return found if found is not None and at < found.end else None

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences in order."""
        return [sentence for line in self.lines for sentence in line.sentences]


def lay_out(text: str, pack: Pack, day: str | None, spans: Sequence[tuple[int, int]] = ()) -> Page:
    """Lay a text out.

    Args:
        text: as given.
        pack: the language it is read in.
        day: day of publication, "YYYY-MM-DD", null where the document does not state it.
        spans: the passages to lay out; the whole text where empty.
    """
    printed = _DATE_LINE.match(text)
    body = printed.end() if printed else 0
    if printed and day is None:
        day = printed.group().split()[1]
    ranges = [
        cut
        for start, end in (spans or [(0, len(text))])
        for match in _LINE.finditer(text, max(start, body), max(end, body))
        if (cut := _trim(text, match.start(), match.end()))
    ]
    quotes = find_quotes(
        text,
        ranges,
        letters=apostrophe_behind(pack),
        spaced=pack.cutter is None,
        inward=_inward(pack),
    )
    words = Words(text, pack, ranges)
    lines = []
    for number, (start, end) in enumerate(ranges):
        line = Line(start, end, quotes=quotes[number])
        line.bullet = _BULLET.match(text, start, end) is not None
        line.heading = _is_heading(text, ranges, number, line)
        line.sentences = cut_sentences(words, start, end, line.quotes)
        lines.append(line)
    return Page(text, pack, day, body, lines, words)


@cache
def _inward(pack: Pack) -> bool:
    """Whether angled marks point to what they hold: "»so«"."""
    return bool(pack.table("text").get("marks_point_inward", False))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a range is all of its line, not only what it has in one language."""
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return _LINE.match(text, end) is None and (start == 0 or _LINE.match(text[start - 1]) is None)


def _is_heading(text: str, ranges: Sequence[tuple[int, int]], number: int, line: Line) -> bool:
    start, end = ranges[number]
    last = text[end - 1]
    if line.bullet or end - start > _LONGEST_HEADING or last in ".…,;:)-–—":
        return False
    if line.quotes and (not line.quotes[0].opened or not line.quotes[-1].closed):
        return False
    if line.quotes and line.quotes[0].outer_start == start and line.quotes[0].outer_end >= end - 1:
        return False
    # A heading opens something: a longer line of running text follows it.
    following = ranges[number + 1 : number + 2]
    if not following or following[0][1] - following[0][0] <= _SHORTEST_TEXT:
        return False
    return _is_whole(text, start, end)
