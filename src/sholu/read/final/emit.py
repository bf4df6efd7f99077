"""Statements as they are put down: a clause, quoted words with all their pieces, their cue."""

from bisect import bisect_left

from sholu.read.draft import Draft, Range
from sholu.read.final.cues import Cue
from sholu.read.final.sentence import SentenceReader, inside, range_of, source_range
from sholu.read.page import PUNCTUATION, QUOTED, WORD


def cue_range(reader: SentenceReader, cue: Cue, source: tuple[int, int] | None) -> Range:
    """The words of saying; the verb alone where the speaker stands between it and its "деп"."""
    first, last = cue.first, cue.last
    if source is not None and cue.first < source[0] and source[1] <= cue.verb:
        first = cue.verb
    elif source is not None and cue.kind == "any" and source[0] == cue.first + 1:
        # "«…», – деп Сабыр тайға қарап, күлді": no verb of saying stands behind.
        last = cue.first
    return range_of(reader.tokens, first, last + 1)


def add_part(draft: Draft, part: Range) -> None:
    draft.parts = (*(draft.parts or (draft.content,)), part)
    draft.content = (draft.parts[0][0], max(end for _, end in draft.parts))


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
