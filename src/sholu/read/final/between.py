"""Quoted words, whoever speaks, the verb: "«…», o dedi", "«…», – X müsahibəsində bildirib"."""

from sholu.read.final.cues import Cue
from sholu.read.final.emit import emit_quote
from sholu.read.final.sentence import SentenceReader, count, subject_in
from sholu.read.page import DASHES, PUNCTUATION, QUOTED

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
        return False
    first = at + 1
    while first < high and reader.tokens[first].kind == PUNCTUATION:
        first += 1
    if not _set_apart(reader, at, first):
        return False
    source = subject_in(reader, first, high)
    if source is None or source[0] != first:
        return False
    return emit_quote(reader, cue, at, source)


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
