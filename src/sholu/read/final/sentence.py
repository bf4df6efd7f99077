"""A sentence being read for statements, in a language whose verb of saying stands last."""

from dataclasses import dataclass, field

from sholu.read.draft import Draft, Range
from sholu.read.final.cues import Cue
from sholu.read.final.initials import with_initials_joined
from sholu.read.final.names import Names
from sholu.read.final.subject import subject
from sholu.read.final.words import Words
from sholu.read.marks import Quote
from sholu.read.page import PUNCTUATION, QUOTED, WORD, Line, Page, Token


@dataclass(slots=True)
class SentenceReader:
    """One sentence being read, and what its line has given so far.

    Attributes:
        tokens: of the sentence; a quotation is one of them, at the places in `quotes`.
        free: where the line's text begins that no statement holds yet.
        used: places of the quotations that belong to a statement.
        low: place behind what has been read.
        speaker: whoever spoke last in the sentence.
        within: what follows stands inside another statement.
    """

    page: Page
    words: Words
    number: int
    tokens: list[Token]
    line: Line
    free: int
    names: Names
    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    low: int = 0
    speaker: tuple[int, int] | None = None
    within: bool = False
    quotes: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = with_initials_joined(self.tokens)
        self.quotes = [index for index, token in enumerate(self.tokens) if token.kind == QUOTED]


def subject_in(reader: SentenceReader, low: int, high: int) -> tuple[int, int] | None:
    names = reader.names
    return subject(reader.tokens, low, high, reader.words, names.inside, names.runs)


def range_of(tokens: list[Token], first: int, end: int) -> Range:
    return tokens[first].start, tokens[end - 1].end


def source_range(reader: SentenceReader, source: tuple[int, int] | None) -> Range | None:
    return range_of(reader.tokens, *source) if source is not None else None


def trim_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:–—-،؛"):
        end -= 1
    return end


def inside(text: str, start: int, end: int) -> Range | None:
    """A content without the spaces, dashes and final punctuation around it."""
    while start < end and (text[start].isspace() or text[start] in "–—-,،"):
        start += 1
    end = trim_end(text, start, end)
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return start, end


def count(page: Page, quote: Quote) -> int:
    return sum(token.kind != PUNCTUATION for token in page.tokens(quote.start, quote.end))


def sentence_end(tokens: list[Token]) -> int:
    end = len(tokens)
    while end and tokens[end - 1].kind == PUNCTUATION and tokens[end - 1].text[0] in ".!?…;,–—-":
        end -= 1
    return end


def clause_end(reader: SentenceReader, cue: Cue) -> int:
    high = cue.first
    while high > reader.low and reader.tokens[high - 1].kind == PUNCTUATION:
        high -= 1
    return high


def skip_marks(reader: SentenceReader, begin: int, high: int) -> int:
    """Behind the marks and the joining words at the head of a clause."""
    while begin < high:
        token = reader.tokens[begin]
        if token.kind == PUNCTUATION:
            if token.text[0] in "($€£№#":
                break
        elif token.low not in reader.words.connectives or begin + 1 == high:
            break
        begin += 1
    return begin


def own_clause(reader: SentenceReader, end: int) -> int:
    """Where the main clause that ends in a nominal clause begins, behind those before it."""
    start = reader.low
    for index in range(reader.low, end - 2):
        token, comma = reader.tokens[index], reader.tokens[index + 1]
        if _joined_to_next(reader, index):
            reader.speaker = reader.speaker or subject_in(reader, start, index)
            start = index + 2
        if comma.kind != PUNCTUATION or comma.text != ",":
            continue
        following = reader.tokens[index + 2].low
        closed = token.kind == WORD and token.low.endswith(reader.words.finite_ends)
        # "A емес, B": not the one but the other.
        closed = closed and token.low not in reader.words.negations
        if reader.words.relative and token.low.endswith(reader.words.accusative_clause):
            # "… olduğunu, ancak … olduğunu söyledi": two clauses of one verb.
            continue
        if _set_before(reader, index, end):
            start = index + 2
        elif following in reader.words.contrast or (closed and _is_clause(reader, start, index)):
            if reader.speaker is None:
                reader.speaker = subject_in(reader, start, index)
            start = index + 2
    return start


def _is_clause(reader: SentenceReader, start: int, verb: int) -> bool:
    """Whether more than an adverb stands before a verb: "Oyuncular sustu, …" has who did it."""
    return verb - start > 1 or subject_in(reader, start, verb) is not None


def _joined_to_next(reader: SentenceReader, index: int) -> bool:
    """Whether a main clause ends at `index` and a joining word leads on to another of its speaker:
    "yigʻilishga keldi va … aytdi"."""
    token, joiner = reader.tokens[index], reader.tokens[index + 1]
    if joiner.low not in reader.words.clause_joiners or token.kind != WORD or token.capital:
        return False
    words = reader.words
    if not token.low.endswith(words.finite_ends):
        return False
    if words.of(token) == "nominative" or words.verb_forms(token.low):
        return True
    # "сатып алды жана": an ending of the past that a noun may have as well.
    return index > 0 and reader.tokens[index - 1].low.endswith(words.converbs)


def _set_before(reader: SentenceReader, index: int, end: int) -> bool:
    """Whether an adverbial clause ends at `index` and the speaker follows its comma at once."""
    token = reader.tokens[index]
    if token.kind != WORD or not token.low.endswith(reader.words.adverbial_clause):
        return False
    found = subject_in(reader, index + 2, end)
    return found is not None and found[0] == index + 2


def enough_words(reader: SentenceReader, at: int, least: int) -> bool:
    quote = reader.tokens[at].quote
    return quote is not None and count(reader.page, quote) >= least
