"""A sentence being read for statements, in a language whose verb of saying stands last."""

from bisect import bisect_left
from dataclasses import dataclass, field

from sholu.read.draft import Draft, Range
from sholu.read.final.cues import Cue
from sholu.read.final.initials import with_initials_joined
from sholu.read.final.names import Names
from sholu.read.final.subject import subject
from sholu.read.final.words import Words
from sholu.read.marks import Quote
from sholu.read.page import PUNCTUATION, QUOTED, WORD, Line, Page, Token

# How many words may say where and when a thing was said.
_LONGEST_VENUE = 10


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


def cue_range(reader: SentenceReader, cue: Cue, source: tuple[int, int] | None) -> Range:
    """The words of saying; the verb alone where the speaker stands between it and its "деп"."""
    first, last = cue.first, cue.last
    if source is not None and cue.first < source[0] and source[1] <= cue.verb:
        first = cue.verb
    elif source is not None and cue.kind == "any" and source[0] == cue.first + 1:
        # "«…», – деп Сабыр тайға қарап, күлді": no verb of saying stands behind.
        last = cue.first
    return range_of(reader.tokens, first, last + 1)


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


def add_part(draft: Draft, part: Range) -> None:
    draft.parts = (*(draft.parts or (draft.content,)), part)
    draft.content = (draft.parts[0][0], max(end for _, end in draft.parts))


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


def skip_circumstances(
    reader: SentenceReader, begin: int, high: int, *, asked: bool = False
) -> int:
    """Behind the subject: when and where it was said, and to whom; from whom it is asked."""
    words = reader.words
    at = begin
    while at + 1 < high and reader.tokens[at].low in words.particles:
        # "Тек жартысы ғана | … айтты".
        at += 1
    while words.subject_comma and at < high and reader.tokens[at].text == ",":
        at += 1
    while at < high and reader.tokens[at].low in words.when:
        at += 1
    place = at
    for index in range(at, min(high, at + _LONGEST_VENUE)):
        token = reader.tokens[index]
        if token.kind == PUNCTUATION:
            break
        if token.low.rsplit("-", 1)[-1] in words.venues:
            at = index + 1
    wanted = "ablative" if asked else "dative"
    behind = _skip_recipient(reader, at, high, wanted, anyone=at > place)
    while at < behind < high and reader.tokens[behind].low in words.when:
        behind += 1
    return behind


def _skip_recipient(
    reader: SentenceReader, at: int, high: int, wanted: str, *, anyone: bool
) -> int:
    """Behind a noun in the dative that can speak, with what describes it: "сот алқасына".

    Behind where it was said, `anyone` may be told: "жиында басшыларға | … айтты".
    """
    words = reader.words
    if at + 1 < high and reader.tokens[at].low in words.oblique_pronouns:
        # "Ол маған … айтты".
        told = words.of(reader.tokens[at]) == wanted
        told = told or (wanted == "dative" and reader.tokens[at].low in words.dative_pronouns)
        return at + told
    for index in range(at, min(high - 1, at + 5)):
        token = reader.tokens[index]
        if token.kind == QUOTED:
            continue
        if token.kind != WORD or token.low in words.pronouns or token.low in words.openings:
            return at
        case = words.of(token)
        if case == wanted:
            following = reader.tokens[index + 1]
            owned = index > at and words.of(reader.tokens[index - 1]) == "genitive"
            if index + 2 >= high or (owned and not token.low.endswith(words.possessed)):
                return at
            kind = words.noun_kind(token.low)
            speaks = kind not in (None, "documents")
            if kind == "roles" and wanted == "dative" and words.hearers and not anyone:
                speaks = token.low.startswith(words.hearers)
            speaks = speaks or _is_addressed(reader, index, high)
            linked = following.low in words.postpositions or following.low.endswith(
                words.participles
            )
            # "Парламентке | сайлауға түсетінін": it belongs to what is done.
            done = words.of(following) == "dative" and following.low.endswith(words.infinitives)
            linked = linked or done
            return index + 1 if speaks and not linked else at
        if case not in ("nominative", "genitive", "attributive"):
            return at
    return at


def _is_addressed(reader: SentenceReader, index: int, high: int) -> bool:
    """Whether a name in the dative is told something: its clause has a subject of its own.

    "Bakan Ankara'ya | askerlerin …"; not "Bakan Ankara'ya gideceğini".
    """
    words = reader.words
    if not words.relative or not reader.tokens[index].capital:
        return False
    for token in reader.tokens[index + 1 : min(high, index + 6)]:
        if token.text == "," or words.of(token) == "genitive":
            return True
        if token.low.endswith(words.accusative_clause):
            return False
    return False


def skip_converb(reader: SentenceReader, begin: int, high: int) -> int:
    """Behind what the speaker did before speaking: "кездесуден шығып, | … айтты"."""
    for index in range(begin, high - 2):
        token, comma = reader.tokens[index], reader.tokens[index + 1]
        if token.kind == PUNCTUATION:
            break
        if comma.text == "," and token.kind == WORD:
            done = token.low.endswith(reader.words.converbs) and not token.capital
            return index + 2 if done else begin
    return begin


def emit_clause(
    reader: SentenceReader, cue: Cue, begin: int, end: int, source: tuple[int, int] | None
) -> None:
    tokens = reader.tokens
    quotes = reader.quotes
    quoted = quotes[bisect_left(quotes, begin) : bisect_left(quotes, end)]
    content = inside(reader.page.text, tokens[begin].start, tokens[end - 1].end)
    if content is None:
        return
    whole = len(quoted) == 1 and end - begin == 1
    reader.used.update(quoted)
    reader.drafts.append(
        Draft(
            kind="direct" if whole else "mixed" if quoted else "indirect",
            content=content,
            cue=cue_range(reader, cue, source),
            source=source_range(reader, source),
            line=reader.number,
            nested=reader.within,
        )
    )
    if source is not None:
        reader.speaker = source


def emit_quote(reader: SentenceReader, cue: Cue, at: int, source: tuple[int, int] | None) -> bool:
    quote = reader.tokens[at].quote
    if quote is None:
        return False
    content = inside(reader.page.text, quote.start, quote.end)
    if content is None:
        return False
    draft = Draft(
        kind="direct",
        content=content,
        cue=cue_range(reader, cue, source),
        source=source_range(reader, source),
        line=reader.number,
    )
    reader.used.add(at)
    if cue.form != "participle":
        behind_source = source[1] - 1 if source else 0
        _take_following_quotes(reader, draft, max(at, cue.last, behind_source) + 1)
    _take_preceding_quotes(reader, draft, at - 1)
    reader.drafts.append(draft)
    if source is not None:
        reader.speaker = source
    reader.low = max(reader.low, cue.last + 1, at + 1)
    return True


def _take_following_quotes(reader: SentenceReader, draft: Draft, index: int) -> None:
    """«A», – деді X, – «B»: the second piece belongs to the same statement."""
    while index < len(reader.tokens):
        token = reader.tokens[index]
        if token.kind == QUOTED and token.quote is not None:
            if index + 1 < len(reader.tokens) and reader.tokens[index + 1].kind == WORD:
                # "… және «Күн» журналының авторы": a name.
                break
            part = inside(reader.page.text, token.quote.start, token.quote.end)
            if part is not None:
                add_part(draft, part)
            reader.used.add(index)
        elif not (token.kind == PUNCTUATION or token.low in reader.words.conjunctions):
            break
        index += 1


def _take_preceding_quotes(reader: SentenceReader, draft: Draft, index: int) -> None:
    """Several quoted sentences side by side before one cue."""
    while index >= reader.low and reader.tokens[index].kind in (PUNCTUATION, QUOTED):
        token = reader.tokens[index]
        if token.kind == PUNCTUATION and token.text[0] not in ",.…":
            break
        if token.quote is not None:
            part = inside(reader.page.text, token.quote.start, token.quote.end)
            if part is not None:
                draft.parts = (part, *(draft.parts or (draft.content,)))
                draft.content = (part[0], draft.content[1])
            reader.used.add(index)
        index -= 1


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
        elif following in reader.words.contrast or (closed and index - start > 1):
            if reader.speaker is None:
                reader.speaker = subject_in(reader, start, index)
            start = index + 2
    return start


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
