"""Readings and reviews as lines: for people, and for programs."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sholu.model import Document, Reading, Review, Span, Statement, Voice

# What a terminal would obey instead of showing: control characters, overrides of direction.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def complain(sentence: str) -> None:
    """Print one sentence of Sholu's own on stderr."""
    print(one_line(f"sholu: {sentence}"), file=sys.stderr)


def one_line(text: str) -> str:
    """Text that stays on its line, without characters that a terminal would obey."""
    return _OBEYED.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)


def counts(made: Review) -> dict[str, int]:
    """How much of everything is in a review, by the plural of its noun."""
    return {
        "documents": len(made.documents),
        "outlets": len({card.outlet.id for card in made.documents if card.outlet}),
        "languages": len({card.lang for card in made.documents if card.lang}),
        "statements": len(made.statements),
        "voices": len(
            {item.statement.voice.id for item in made.statements if item.statement.voice}
        ),
        "sections": sum(1 for section in made.sections if section.statements),
        "themes": len(made.themes),
        "silences": len(made.silences),
        "expectations": len(made.expectations),
        "disputes": len(made.disputes),
    }


def summary(made: Review, page: Path, skipped: int) -> Iterator[str]:
    """Where a review was written and what is in it, in five lines."""
    said = {noun: _count(number, noun) for noun, number in counts(made).items()}
    yield str(page)
    yield page.resolve().as_uri()
    foreign = [limit for limit in made.limits if limit.kind == "language"]
    unread = sum(limit.count for limit in foreign)
    codes = ", ".join("unknown" if limit.name == "und" else limit.name for limit in foreign)
    yield "; ".join(
        [f"{said['documents']} from {said['outlets']} in {said['languages']}"]
        + [f"{unread} in languages that are not read ({codes})"] * bool(foreign)
        + [f"{_count(skipped, 'sources')} could not be read"] * bool(skipped)
    )
    yield f"{said['statements']} by {said['voices']} in {said['sections']}"
    yield ", ".join(said[noun] for noun in ("themes", "silences", "expectations", "disputes"))


def record(made: Review, page: Path) -> str:
    """The same as one line of JSON."""
    import msgspec

    return msgspec.json.encode({"page": str(page), **counts(made)}).decode()


def unread_languages(reading: Reading) -> str:
    """The languages of a document that no pack reaches, for a message."""
    codes = sorted({lang for lang, _ in reading.unread} - {"und"})
    return f"in {', '.join(codes)}" if codes else "in no language that could be told"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun if number != 1 else noun.removesuffix('s')}"


def told(document: Document, reading: Reading) -> Iterator[str]:
    """A reading as lines for people."""
    carrier = reading.outlet.name if reading.outlet else None
    facts = [fact for fact in (reading.lang, reading.published, carrier) if fact]
    yield one_line(f"{document.title or document.id} ({', '.join(facts) or 'nothing known of it'})")
    for said in reading.statements:
        marks = ", ".join(mark for mark in (said.kind, said.assessment) if mark)
        yield one_line(f"  {whose(said.voice, said.source)}: {in_marks(said)} ({marks})")
    for foreseen in reading.expectations:
        due = foreseen.due and f", due {foreseen.due.start or '…'} to {foreseen.due.end or '…'}"
        strength = f"not {foreseen.strength}" if foreseen.negated else foreseen.strength
        yield one_line(
            f"  expected by {whose(foreseen.voice)}: "
            f"{_words(foreseen.content)} ({strength}{due or ''})"
        )
    for silence in reading.silences:
        who = ", ".join(voice.name for voice in silence.voices) or "nobody named"
        yield one_line(f"  {silence.kind}: {who}: {_words(silence.content)}")
    for lang, span in reading.unread:
        yield one_line(f"  not read: {len(span.text)} characters in {lang!r}")


def in_marks(said: Statement) -> str:
    """What is said, in quotation marks."""
    return _words(*said.parts or (said.content,))


def _words(*spans: Span) -> str:
    """The words in quotation marks; pieces that a cue divides stay pieces."""
    return "“" + " … ".join(" ".join(span.text.split()) for span in spans) + "”"


def whose(voice: Voice | None, printed: Span | None = None) -> str:
    """Who says it: the voice's name, else the words in print, else nobody."""
    return voice.name if voice else printed.text if printed else "nobody named"
