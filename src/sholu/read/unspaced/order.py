"""Who said what in a language without spaces whose verb of saying stands first (Chinese)."""

from collections.abc import Iterator, Sequence

from sholu.read.draft import Draft
from sholu.read.marks import Quote
from sholu.read.page import Line, Page, Sentence
from sholu.read.unspaced.content import draft as draft_of
from sholu.read.unspaced.content import group_at, inside
from sholu.read.unspaced.layout import TITLES, Strip, lay
from sholu.read.unspaced.lexicon import Lexicon, lexicon
from sholu.read.unspaced.sentence import statements
from sholu.read.unspaced.source import subject

# A lone quotation with fewer characters is a heading, a title or a name.
_SHORTEST = 6
# Quotations of fewer hold no speech of somebody else.
_HOLDS_SPEECH = 10
# Characters of a line that is laid out whole.
_LONGEST = 2_000


def find(page: Page) -> list[Draft]:
    """The statements of a page, in the order of their contents.

    Offsets count code points of `page.text`; a content never leaves its line. The voice of a draft
    without a source is left to be carried over from the statement before it.
    """
    words = lexicon(page.pack)
    drafts: list[Draft] = []
    for number, line in enumerate(page.lines):
        for draft in _line(page, line, words):
            draft.line = number
            drafts.append(draft)
    return sorted(drafts, key=lambda draft: (draft.content[0], -draft.content[1]))


def _line(page: Page, line: Line, words: Lexicon) -> list[Draft]:
    found: list[Draft] = []
    for strip in _strips(page.text, line.start, line.end, line.sentences, line.quotes, words):
        drafts = statements(strip, words)
        if not line.heading:
            drafts += _lone(strip, drafts, words)
        elif not drafts:
            drafts += _headed(strip, words)
        for quote in strip.quotes:
            drafts += _nested(page, quote, words)
        found += drafts
    return found


def _strips(
    text: str,
    start: int,
    end: int,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    words: Lexicon,
) -> Iterator[Strip]:
    """A range laid out; a long one in pieces that end with a sentence: work grows evenly."""
    begin, left = start, list(reversed(quotes))
    stops = [sentence.end for sentence in sentences[:-1]] if end - start > _LONGEST else []
    for stop in [*stops, end]:
        if stop - begin < _LONGEST and stop != end:
            continue
        inside: list[Quote] = []
        while left and left[-1].outer_end <= stop:
            inside.append(left.pop())
        yield lay(text, begin, stop, inside, words)
        begin = stop


def _lone(strip: Strip, drafts: list[Draft], words: Lexicon) -> list[Draft]:
    """Quotations that are sentences by themselves, or run on over the line: nobody is named."""
    found = []
    for number, clause in enumerate(strip.clauses):
        quote = clause.lead
        if quote is None or not clause.only or quote.outer_start in strip.used:
            continue
        content = inside(strip, quote)
        if content is None or content[1] - content[0] < _SHORTEST:
            continue
        runs_on = not quote.closed or not quote.opened
        opened = number > clause.first and strip.clauses[number - 1].stop in ("：", ":")
        whole = opened or (
            number == clause.first and (clause.ends or number + 1 == len(strip.clauses))
        )
        if not (runs_on or whole) or _overlaps(content, drafts):
            continue
        lone = Draft(kind="direct", content=content)
        if opened:
            before = strip.clauses[number - 1]
            lone.source = subject(strip, before.start, before.end, words)
        found.append(lone)
    return found


def _headed(strip: Strip, words: Lexicon) -> list[Draft]:
    """A heading that names its source before a colon: 外交部：…."""
    first = strip.clauses[0]
    if first.stop not in ("：", ":") or len(strip.clauses) < 2 or first.lead is not None:
        return []
    source = subject(strip, first.start, first.end, words)
    if source != (first.start, first.end) or strip.words(*source) in words.labels:
        return []
    at, end = strip.clauses[1].start, strip.clauses[-1].end
    group = group_at(strip, at, end, words)
    if group is not None and group[1] == end:
        return [Draft(kind="direct", content=group[0], source=source)]
    told = draft_of(strip, at, end, words)
    if told is None or not words.speakers.find(strip.words(*source)):
        return []
    told.source = source
    return [told]


def _overlaps(content: tuple[int, int], drafts: list[Draft]) -> bool:
    return any(draft.content[0] < content[1] and content[0] < draft.content[1] for draft in drafts)


def _nested(page: Page, quote: Quote, words: Lexicon) -> list[Draft]:
    """Speech told inside a quotation, where its source is named."""
    if quote.end - quote.start < _HOLDS_SPEECH or page.text[quote.outer_start] in TITLES:
        return []
    sentences = page.sentences_inside(quote) if quote.end - quote.start > _LONGEST else ()
    found = [
        draft
        for strip in _strips(page.text, quote.start, quote.end, sentences, quote.inner, words)
        for draft in statements(strip, words, plain=False)
        if draft.source is not None
    ]
    for draft in found:
        draft.nested = True
    return found
