"""Quoted words without a cue of their own, where the verb stands last."""

from sholu.read.draft import Draft
from sholu.read.final.cues import find_cues
from sholu.read.final.emit import add_part
from sholu.read.final.sentence import (
    SentenceReader,
    count,
    inside,
    range_of,
    source_range,
    subject_in,
)
from sholu.read.final.subject import phrase_behind
from sholu.read.marks import Quote
from sholu.read.page import DASHES, PUNCTUATION, QUOTED

# A quotation of fewer words, with no cue beside it, is a name or a word in irony.
_SHORTEST_BARE = 4


def read_bare_quotes(reader: SentenceReader) -> None:
    """What stands in marks and has no cue: speech carried on, or no speech at all."""
    tokens = reader.tokens
    for index, token in enumerate(tokens):
        if token.quote is None or index in reader.used:
            continue
        if any(draft.content[0] <= token.start < draft.content[1] for draft in reader.drafts):
            continue
        if reader.line.heading and not (index and tokens[index - 1].text == ":"):
            continue
        if index and tokens[index - 1].text == ":" and count(reader.page, token.quote) > 1:
            source = subject_in(reader, 0, index - 1)
            if reader.line.heading and source != (0, index - 1):
                continue
            if source is not None and (
                source[1] == index - 1 or count(reader.page, token.quote) >= _SHORTEST_BARE
            ):
                _emit_bare(reader, index, source)
                continue
        if _goes_on_below(reader, index):
            source = subject_in(reader, 0, index)
            if source is not None:
                _emit_bare(reader, index, source)
                continue
        if _stands_alone(reader, index):
            _emit_bare(reader, index, None)


def _goes_on_below(reader: SentenceReader, index: int) -> bool:
    """ "Futbolcu kameraya, «Hayır, hayır. …": quoted words whose verb stands in a later line."""
    tokens, quote = reader.tokens, reader.tokens[index].quote
    return (
        quote is not None
        and not quote.closed
        and index + 1 == len(tokens)
        and index > 0
        and tokens[index - 1].text in (",", ":")
        and count(reader.page, quote) > 1
    )


def read_named_line(reader: SentenceReader) -> None:
    """ "Айша Төлен: Жол биыл бітеді": a full name, a colon, a sentence; no verb of saying."""
    tokens = reader.tokens
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), 0)
    if colon < 2 or subject_in(reader, 0, colon) != (0, colon):
        return
    begin = colon + 1
    while begin < len(tokens) and tokens[begin].text[0] in DASHES:
        begin += 1
    ended = reader.page.text[reader.line.end - 1] in ".!?…"
    if begin == colon + 1 and not ended:
        # "Айша Төлен: Министр қызметінен кетті" is about her as often as it is hers.
        return
    names = sum(token.capital for token in tokens[:colon])
    if names < 2 or len(tokens) - begin < _SHORTEST_BARE or not tokens[begin].capital:
        return
    content = inside(reader.page.text, tokens[begin].start, reader.line.end)
    if content is not None:
        source = source_range(reader, (0, colon))
        draft = Draft(kind="direct", content=content, source=source, line=reader.number)
        reader.drafts.append(draft)


def _stands_alone(reader: SentenceReader, index: int) -> bool:
    """Whether a quotation is all its sentence says."""
    tokens = reader.tokens
    quote = tokens[index].quote
    if quote is None or any(
        token.kind not in (PUNCTUATION, QUOTED)
        for position, token in enumerate(tokens)
        if position != index
    ):
        return False
    if reader.line.heading:
        return False
    carried = not quote.opened or not quote.closed
    ended = reader.page.text[quote.end - 1] in ".!?…"
    return carried or count(reader.page, quote) >= (2 if ended else _SHORTEST_BARE)


def _emit_bare(reader: SentenceReader, index: int, source: tuple[int, int] | None) -> None:
    quote = reader.tokens[index].quote
    if quote is None:
        return
    split = _split_inside(reader, quote) if source is None else None
    content = inside(reader.page.text, quote.start, quote.end)
    if split is not None:
        reader.drafts.append(split)
    elif content is not None:
        reader.drafts.append(
            Draft(
                kind="direct",
                content=content,
                source=source_range(reader, source),
                line=reader.number,
            )
        )
    reader.used.add(index)


def _split_inside(reader: SentenceReader, quote: Quote) -> Draft | None:
    """«A, – деді X, – B» in one pair of marks: the cue interrupts what is quoted."""
    tokens = reader.page.tokens(quote.start, quote.end)
    for cue in find_cues(tokens, reader.words):
        if cue.form != "finite" or not (cue.kind == "de" or cue.joined == "that"):
            continue
        if cue.first < 2 or tokens[cue.first - 1].text[0] not in DASHES:
            continue
        source = phrase_behind(tokens, cue.last + 1, len(tokens), reader.words)
        after = source[1] if source else cue.last + 1
        if after >= len(tokens) or tokens[after].text[0] not in ",.–—-":
            continue
        while after < len(tokens) and tokens[after].kind == PUNCTUATION:
            after += 1
        first = inside(reader.page.text, quote.start, tokens[cue.first - 1].start)
        if first is None:
            continue
        draft = Draft(
            kind="direct",
            content=first,
            cue=range_of(tokens, cue.first, cue.last + 1),
            source=range_of(tokens, *source) if source else None,
            line=reader.number,
        )
        if after < len(tokens):
            second = inside(reader.page.text, tokens[after].start, quote.end)
            if second is not None:
                add_part(draft, second)
        return draft
    return None
