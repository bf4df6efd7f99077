"""A line laid out for this reader: folded, what is quoted hidden, cut into clauses."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from sholu.read.marks import Quote
from sholu.read.unspaced.lexicon import HIDDEN, QUOTED, Lexicon

TITLES = "《〈"
_LONGEST_BRACKET = 80
_BRACKET = re.compile(
    rf"[(（][^()（）\n]{{0,{_LONGEST_BRACKET}}}[)）]|[《〈][^《》〈〉\n]{{1,40}}[》〉]"
)
_STOP = re.compile(
    r"[。！？；，：]|(?<!\d)[!?;](?!\d)|(?<!\d)[,:]|[,:](?!\d)|\.(?=\s|$)(?<![A-Za-z]\.)|——|--"
)
_ENDS = frozenset("。！？!?.")
_CLOSED = frozenset("。！？!?.，,…；;")


@dataclass(slots=True)
class Clause:
    """What stands between two commas, colons or full stops outside quotations.

    Attributes:
        start, end: code points of the page, without blanks around it.
        stop: the mark behind it; empty where a quotation or the line ends it.
        ends: whether its sentence ends with it.
        lead: the quotation it begins with.
        only: whether that is all there is.
    """

    start: int
    end: int
    stop: str
    ends: bool
    lead: Quote | None = None
    only: bool = False
    first: int = 0


@dataclass(slots=True)
class Strip:
    """A line, or the inside of a quotation.

    Attributes:
        text: the page's.
        flat: folded and small, as long as the strip, quotations and brackets hidden.
        shift: where the strip begins on the page.
        quotes: quotations in it, without titles of works.
    """

    text: str
    flat: str
    shift: int
    quotes: list[Quote]
    clauses: list[Clause] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def words(self, start: int, end: int) -> str:
        """The folded text of a range of the page."""
        return self.flat[start - self.shift : end - self.shift]

    def quote_at(self, at: int) -> Quote | None:
        """The quotation that begins at an offset."""
        return next((quote for quote in self.quotes if quote.outer_start == at), None)

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """The quotations within a range."""
        return [q for q in self.quotes if start <= q.outer_start and q.outer_end <= end]

    def clause_at(self, at: int) -> int | None:
        """The number of the clause that an offset stands in."""
        number = bisect_right(self.clauses, at, key=lambda clause: clause.start) - 1
        return number if number >= 0 and at < self.clauses[number].end else None

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A range without blanks around it."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def last_of_sentence(self, index: int) -> int:
        """The number of the clause that ends the sentence of another."""
        while index + 1 < len(self.clauses) and not self.clauses[index].ends:
            index += 1
        return index


def lay(text: str, start: int, end: int, quotes: list[Quote], words: Lexicon) -> Strip:
    """Lay out a range of a page with the outermost quotations in it."""
    spoken = [quote for quote in quotes if text[quote.outer_start] not in TITLES]
    flat = words.fold(text[start:end])
    low = flat.lower()
    flat = low if len(low) == len(flat) else flat
    for quote in spoken:
        flat = _hide(flat, quote.outer_start - start, quote.outer_end - start, QUOTED)
    for match in _BRACKET.finditer(flat):
        flat = _hide(flat, match.start(), match.end(), HIDDEN)
    strip = Strip(text, flat, start, spoken)
    _cut(strip)
    return strip


def _hide(flat: str, start: int, end: int, mark: str) -> str:
    return flat[:start] + mark * (end - start) + flat[end:]


def _cut(strip: Strip) -> None:
    """Cut the strip at stops, and behind quotations that hold their own."""
    stops = [(m.start(), m.end(), m.group()) for m in _STOP.finditer(strip.flat)]
    for quote in strip.quotes:
        char = strip.text[quote.end - 1]
        if quote.end > quote.start and char in _CLOSED:
            behind = quote.outer_end - strip.shift
            stops.append((behind, behind, "" if char in "，,；;" else char))
    stops.append((len(strip.flat), len(strip.flat), "。"))
    at, first = 0, 0
    for stop, behind, mark in sorted(stops):
        start, end = strip.trimmed(strip.shift + at, strip.shift + stop)
        ends = mark[:1] in _ENDS if mark else False
        if start < end:
            lead = strip.quote_at(start)
            only = lead is not None and lead.outer_end == end
            strip.clauses.append(Clause(start, end, mark, ends, lead, only, first))
        elif strip.clauses and mark:
            # Two stops together, the second behind the closing mark.
            last = strip.clauses[-1]
            last.stop, last.ends = mark if not last.stop else last.stop, last.ends or ends
            if last.only and mark[:1] in "，,：:" and not _full(strip, last):
                last.ends = False
        if strip.clauses and strip.clauses[-1].ends:
            first = len(strip.clauses)
        at = max(at, behind)


def _full(strip: Strip, clause: Clause) -> bool:
    quote = clause.lead
    return quote is not None and strip.text[quote.end - 1] in _ENDS
