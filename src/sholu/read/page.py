"""A document laid out for reading: lines, quotations, sentences and tokens, all by offset."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sholu.language import Pack
from sholu.read.marks import Quote, find_quotes

_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]+")
_BULLET = re.compile(r"[-–—•*·]\s+|\d{1,2}[.)]\s+")
_DATE_LINE = re.compile(r"\s*date \d{4}-\d{2}-\d{2}\b[ \t]*")
# Words, with inner hyphens and apostrophes; `{stop}` is what no such mark joins.
_WORD = r"[^\W\d_]+(?:[.&'’ʼ‘`´-]{stop}(?=[^\W_])[^\W_]+)*"
_OTHER = (
    r"\d+(?:[.,:/]\d+)*(?:-[^\W\d_]+)?[%°]?"  # numbers, "11-тен"
    r"|\.{2,}|…|[^\w\s]|_"
)
# Tokens of the longest sentence: what runs on without a full stop, as tables and subtitles do, is
# cut there, so that work grows only with the text.
LONGEST_SENTENCE = 360
_ENDS = frozenset(".!?…。！？؟۔")
# Marks of the Arabic script, by which a sentence is read as by others.
_MARKS = {"،": ",", "؛": ";", "؟": "?", "۔": "."}
DASHES = frozenset("-–—―")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


class _Stops(NamedTuple):
    """What a full stop does not end.

    Attributes:
        abbreviations: words cut short.
        before_numbers: those of them that are whole words too, cut short only before a number.
        starters: words that begin a sentence behind "U.S." or "Inc.".
        ordinals_behind, ordinals_before: words beside a number of which a full stop makes an
            ordinal ("am 3. Mai").
    """

    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    starters: frozenset[str]
    ordinals_behind: frozenset[str]
    ordinals_before: frozenset[str]


WORD, NUMBER, PUNCTUATION, QUOTED = "word", "number", "punctuation", "quoted"


@dataclass(slots=True)
class Token:
    """A word, a number, a mark, or a whole quotation taken as one."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    quote: Quote | None = None

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind == WORD and self.text[0].isupper()


@dataclass(slots=True)
class Sentence:
    """A sentence of one line; what stands inside quotation marks is one token.

    Attributes:
        after_quote: it follows, in the same line, a quotation that ended in a full stop, so that
            it may still name the speaker of that quotation.
    """

    start: int
    end: int
    tokens: list[Token]
    after_quote: bool = False

    @property
    def quotes(self) -> list[Quote]:
        """Outermost quotations of this sentence."""
        return [token.quote for token in self.tokens if token.quote is not None]


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
    words: "Words"

    def tokens(self, start: int, end: int) -> list[Token]:
        """Plain tokens of a range, without regard to quotation marks."""
        return self.words.between(start, end)

    def sentences_inside(self, quote: Quote) -> list[Sentence]:
        """The sentences of a quotation, its inner quotations one token each."""
        line = Line(quote.start, quote.end, quotes=list(quote.inner))
        return _sentences(self.words, line)

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences in order."""
        return [sentence for line in self.lines for sentence in line.sentences]


class Words:
    """The plain tokens of a text's lines, made once.

    Attributes:
        text: the text as given.
        pack: the language it is read in.
    """

    def __init__(self, text: str, pack: Pack, ranges: Sequence[tuple[int, int]]) -> None:
        self.text, self.pack = text, pack
        self._tokens: list[Token] = []
        for start, end in ranges:
            self._tokens += _plain_tokens(text, start, end, pack)
        self._starts = [token.start for token in self._tokens]

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens of a range; where it cuts a word, what it leaves of that word is one."""
        first, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        tokens = self._tokens
        if (first and tokens[first - 1].end > start) or (stop and tokens[stop - 1].end > end):
            return _plain_tokens(self.text, start, end, self.pack)
        return tokens[first:stop]


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
        text, ranges, letters=_letters(pack), spaced=pack.cutter is None, inward=_inward(pack)
    )
    words = Words(text, pack, ranges)
    lines = []
    for number, (start, end) in enumerate(ranges):
        line = Line(start, end, quotes=quotes[number])
        line.bullet = _BULLET.match(text, start, end) is not None
        line.heading = _is_heading(text, ranges, number, line)
        line.sentences = _sentences(words, line)
        lines.append(line)
    return Page(text, pack, day, body, lines, words)


@cache
def _inward(pack: Pack) -> bool:
    """Whether angled marks point to what they hold: "»so«"."""
    return bool(pack.table("text").get("marks_point_inward", False))


@cache
def _letters(pack: Pack) -> frozenset[str]:
    """Ends of a word, two letters each, behind which an apostrophe is a letter: "tog'"."""
    return frozenset(pack.table("text").get("apostrophe_behind", ()))


@cache
def _token(pack: Pack) -> re.Pattern[str]:
    """A word, a number or a mark; what only joins two words is a match named "join".

    A word that lost its vowel before the next one ("qu'il", "l’accord") is a word of its own, and
    so is a pronoun that a hyphen ties to its verb ("dit-il", "a-t-elle").
    """
    table = pack.table("text")
    ends = "|".join(sorted(_letters(pack)))
    last = rf"(?:(?i:(?<={ends}))['’‘`´](?![^\W_]))?" if ends else ""
    elided, tied = ("|".join(table.get(name, ())) for name in ("elided", "tied"))
    if not elided or not tied:
        return re.compile(f"{_WORD.format(stop='')}{last}|{_OTHER}")
    stop = rf"(?!(?i:(?:t['’-])?(?:{tied})(?![\w'’-])))"
    return re.compile(
        rf"(?<![\w'’])(?i:{elided})['’ʼ]|(?P<join>-(?:[Tt]['’-])?)(?=(?i:{tied})(?!\w))"
        f"|{_WORD.format(stop=stop)}{last}|{_OTHER}"
    )


@cache
def _stops(pack: Pack) -> _Stops:
    table = pack.table("text")
    return _Stops(
        frozenset(map(pack.spelling, table.get("abbreviations", ()))),
        frozenset(table.get("before_numbers", ())),
        frozenset(table.get("starters", ())),
        frozenset(table.get("ordinals_behind", ())),
        frozenset(table.get("ordinals_before", ())),
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _is_heading(text: str, ranges: Sequence[tuple[int, int]], number: int, line: Line) -> bool:
    start, end = ranges[number]
    last = text[end - 1]
    if line.bullet or end - start > 110 or last in ".…,;:)-–—":
        return False
    if line.quotes and (not line.quotes[0].opened or not line.quotes[-1].closed):
        return False
    if line.quotes and line.quotes[0].outer_start == start and line.quotes[0].outer_end >= end - 1:
        return False
    # A heading opens something: a longer line of running text follows it.
    following = ranges[number + 1 : number + 2]
    return bool(following) and following[0][1] - following[0][0] > 60


def _plain_tokens(text: str, start: int, end: int, pack: Pack) -> list[Token]:
    tokens = []
    spelling = pack.spelling
    for at, behind in _pieces(text, start, end, pack):
        word = text[at:behind]
        first = word[0]
        if first.isalpha():
            kind = WORD
        elif first.isdigit():
            kind = NUMBER
        else:
            kind = PUNCTUATION
            word = _MARKS.get(word, word)
        tokens.append(Token(at, behind, word, spelling(word), kind))
    return tokens


def _pieces(text: str, start: int, end: int, pack: Pack) -> Iterator[tuple[int, int]]:
    """Where the words, numbers and marks of a range stand."""
    if pack.cutter is not None:
        return pack.cutter.pieces(text, start, end)
    found = _token(pack).finditer(text, start, end)
    return (match.span() for match in found if match.lastgroup is None)


def _line_tokens(words: Words, line: Line) -> list[Token]:
    tokens: list[Token] = []
    at = line.start
    for quote in line.quotes:
        tokens += words.between(at, quote.outer_start)
        inside = words.text[quote.outer_start : quote.outer_end]
        tokens.append(Token(quote.outer_start, quote.outer_end, inside, "", QUOTED, quote))
        at = quote.outer_end
    return tokens + words.between(at, line.end)


def _sentences(words: Words, line: Line) -> list[Sentence]:
    tokens, text = _line_tokens(words, line), words.text
    stops = _stops(words.pack)
    sentences: list[Sentence] = []
    begin = 0
    after_quote = False
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None:
            break
        at_quote = token.kind == QUOTED
        if index + 1 - begin < LONGEST_SENTENCE:
            if at_quote and not _quote_ends(text, token, following):
                continue
            if not at_quote and not _ends(text, tokens, index, stops):
                continue
        _close(sentences, tokens, begin, index + 1, after_quote)
        begin, after_quote = index + 1, at_quote or _ends_in_quote(tokens, begin, index)
    _close(sentences, tokens, begin, len(tokens), after_quote)
    return sentences


def _close(
    sentences: list[Sentence], tokens: list[Token], begin: int, end: int, after_quote: bool
) -> None:
    part = tokens[begin:end]
    if part:
        sentences.append(Sentence(part[0].start, part[-1].end, part, after_quote))


def _ends_in_quote(tokens: list[Token], begin: int, index: int) -> bool:
    return index > begin and tokens[index - 1].kind == QUOTED


def _quote_ends(text: str, token: Token, following: Token) -> bool:
    """Whether a quotation that holds its own full stop ends the sentence."""
    quote = token.quote
    if quote is None or quote.end == quote.start:
        return False
    if text[quote.end - 1] not in _ENDS:
        return False
    return following.kind == QUOTED or following.text[0].isupper()


def _ends(text: str, tokens: list[Token], index: int, stops: _Stops) -> bool:
    token, following = tokens[index], tokens[index + 1]
    if token.text[0] not in _ENDS or token.kind != PUNCTUATION:
        return False
    if following.start == token.end and token.text[0] not in "。！？":
        # No space behind: a closing bracket, an address or a number, or two marks together.
        return following.text[0].isupper() and index > 0 and tokens[index - 1].text.islower()
    if following.kind == PUNCTUATION and following.text[0] in DASHES:
        return False
    if following.kind == WORD and following.text[0].islower():
        return False
    if following.kind == PUNCTUATION and following.text[0] not in "(-–—[•#@$€£¿¡":
        return False
    if token.text != ".":
        return True
    return not _is_abbreviation(tokens, index, stops)


def _is_abbreviation(tokens: list[Token], index: int, stops: _Stops) -> bool:
    if index == 0:
        return False
    before, following = tokens[index - 1], tokens[index + 1]
    if before.kind == NUMBER and stops.ordinals_behind:
        return _is_ordinal(tokens, index, stops)
    if before.kind != WORD or before.end != tokens[index].start:
        return False
    word = before.low
    if len(before.text) == 1 and before.text.isupper():
        # An initial: "R. T. Erdogan"; but "Plan B." may end a sentence before a plain word.
        return following.kind == WORD
    dotted = _INITIALS.fullmatch(before.text) and "." in before.text
    if dotted and word not in stops.abbreviations:
        if stops.starters and following.kind == WORD:
            # "the U.N. Security Council", but "in the U.S. The talks": the next word tells.
            return following.low not in stops.starters
        return (following.kind == WORD and not following.text[1:].islower()) or len(word) > 3
    if word in stops.before_numbers:
        return following.kind == NUMBER
    # "Harbour Foods Inc. The firm": the next word tells here, too.
    return word in stops.abbreviations and following.low not in stops.starters


def _is_ordinal(tokens: list[Token], index: int, stops: _Stops) -> bool:
    """Whether a full stop makes an ordinal of the number before it ("am 3. Mai")."""
    number, following = tokens[index - 1], tokens[index + 1]
    if len(number.text) > 3 or number.end != tokens[index].start or following.kind != WORD:
        return False
    if following.low in stops.ordinals_behind:
        return True
    return index > 1 and tokens[index - 2].low in stops.ordinals_before
