"""Gold and readings of invented texts, cut by the words they hold."""

from collections.abc import Sequence

from sholu.measure.gold import GoldDocument, Quote, Range
from sholu.model import Document, Reading, Span, Statement, StatementKind, Voice


def place(text: str, words: str) -> Range:
    """Where the words stand for the first time."""
    start = text.index(words)
    return start, start + len(words)


def cut(text: str, words: str) -> Span:
    """The words as a span."""
    return Span.cut(text, *place(text, words))


def quote(
    text: str,
    words: str,
    *,
    kind: str = "direct",
    speaker: str | None = None,
    cue: str = "",
    voice: str | None = None,
) -> Quote:
    """A gold quotation of these words."""
    ranges = (place(text, speaker),) if speaker else ()
    return Quote(content=place(text, words), kind=kind, speaker=ranges, cue=cue, voice=voice)


def statement(
    text: str,
    words: str,
    *,
    kind: StatementKind = "direct",
    source: str | None = None,
    cue: str | None = None,
    voice: str | None = None,
) -> Statement:
    """A found statement of these words."""
    return Statement(
        id=f"{kind}:{words}",
        kind=kind,
        content=cut(text, words),
        source=cut(text, source) if source else None,
        cue=cut(text, cue) if cue else None,
        voice=Voice(id=voice, name=voice, type="person") if voice else None,
    )


def gold(text: str, *quotes: Quote, lang: str = "en") -> GoldDocument:
    """A gold document with these quotations."""
    return GoldDocument(document=Document(id="d1", text=text, lang=lang), quotes=quotes)


def reading(statements: Sequence[Statement] = ()) -> Reading:
    """A reading with these statements."""
    return Reading(
        id="d1",
        lang="en",
        published=None,
        outlet=None,
        sha256="",
        statements=tuple(statements),
    )
