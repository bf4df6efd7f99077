"""Quoted words, whoever speaks, the verb: "«…», o dedi", "«…», – X müsahibəsində bildirib"."""

from sholu.read.final.cues import Cue
from sholu.read.final.emit import emit_clause, emit_quote
from sholu.read.final.sentence import SentenceReader, count, sentence_end, subject_in
from sholu.read.final.speaker import words_said
from sholu.read.page import DASHES, PUNCTUATION, QUOTED, WORD

# Words of quoted speech where no mark sets it off from whoever speaks.
_SHORTEST = 5
# How many tokens may stand between quoted words and their verb.
_FARTHEST = 24


def named_between(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """Read quoted words that are set apart from their verb by whoever speaks; whether there are."""
    if cue.form != "finite" or cue.kind not in ("say", "de", "quote") or cue.joined is not None:
        return False
    at = _quote_before(reader, high)
    if at is None:
        return _clause_before(reader, cue, high)
    first = at + 1
    while first < high and reader.tokens[first].kind == PUNCTUATION:
        first += 1
    if not _set_apart(reader, at, first):
        return False
    source = subject_in(reader, first, high)
    if source is None or source[0] != first:
        return False
    return emit_quote(reader, cue, at, source)


def _clause_before(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """ "Жол биыл бітеді, министр CNN-ге мәлімдеді": a main clause, whoever says it, the verb."""
    words, tokens = reader.words, reader.tokens
    comma = next((at for at in range(high - 1, reader.low, -1) if tokens[at].text == ","), None)
    if comma is None or cue.kind != "say" or cue.last + 1 < sentence_end(tokens):
        return False
    verb = tokens[comma - 1]
    closed = (
        verb.kind == WORD
        and not verb.capital
        and verb.low.endswith((*words.finite_ends, *words.present))
    )
    sure = verb.low.endswith(words.present) or words.of(verb) == "nominative"
    if not closed or not sure or comma - reader.low < _SHORTEST - 1:
        return False
    source = subject_in(reader, comma + 1, high)
    if (
        source is None
        or source[0] != comma + 1
        or words_said(reader, cue).startswith(words.asks_of)
    ):
        return False
    told = all(
        token.low in words.when or words.of(token) in ("dative", "locative")
        for token in tokens[source[1] : high]
    )
    if not told or any(token.kind == QUOTED for token in tokens[reader.low : comma]):
        return False
    emit_clause(reader, cue, reader.low, comma, source)
    return True


def _quote_before(reader: SentenceReader, high: int) -> int | None:
    """Place of the last quotation before the cue, where the sentence begins with it."""
    for index in range(high - 1, max(reader.low, high - _FARTHEST) - 1, -1):
        if reader.tokens[index].kind == QUOTED:
            opens = all(
                token.kind in (PUNCTUATION, QUOTED) for token in reader.tokens[reader.low : index]
            )
            return index if opens and index not in reader.used else None
    return None


def _set_apart(reader: SentenceReader, at: int, first: int) -> bool:
    """Whether what stands in marks is speech: a comma or a dash behind it, or a whole sentence."""
    quote = reader.tokens[at].quote
    if quote is None or count(reader.page, quote) < 2:
        return False
    marks = "".join(token.text for token in reader.tokens[at + 1 : first])
    if marks and any(mark not in ",.…" and mark not in DASHES for mark in marks):
        return False
    ended = reader.page.text[quote.end - 1 : quote.end] in tuple(".,!?…")
    return bool(marks) or ended or count(reader.page, quote) >= _SHORTEST
