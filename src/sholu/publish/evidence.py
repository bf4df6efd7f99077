"""The check before publishing: every span holds, every name refers to something.

A `Claim` is one span of a review with the document it is said to stand in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sholu.model import (
    Evidence,
    Expectation,
    Review,
    Settlement,
    Silence,
    Span,
    SpanError,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A span, the id of its document, and whose it is in words ("statement s1: cue")."""

    document: str
    span: Span
    owner: str


def check(review: Review) -> None:
    """Raise `SpanError` unless every span slices and every id in the review exists."""
    _check_unique("document", [card.id for card in review.documents])
    _check_unique("statement", [item.id for item in review.statements])
    texts = {card.id: card.text for card in review.documents}
    for claim in claims(review):
        if claim.document not in texts:
            raise SpanError(f"{claim.owner} names document {claim.document!r}, which is not given")
        _check_span(claim, texts[claim.document])
    _check_parts(review)
    for owner, name, known in _references(review):
        if name not in known:
            raise SpanError(f"{owner} refers to {name!r}, which is not in the review")


def claims(review: Review) -> Iterator[Claim]:
    """Every span of the review, in the order of the model."""
    yield from _evidences(review.event.outcome, "event: outcome")
    yield from _evidences(review.event.evidence, "event: evidence")
    for item in review.statements:
        yield from _statement_claims(item.document, item.statement, f"statement {item.id!r}")
    for section in review.sections:
        yield from _evidences(section.headings, f"section {section.id!r}: headings")
    for silent in review.silences:
        yield from _silence_claims(silent.document, silent.silence)
    for line in review.expectations:
        owner = f"expectation {line.id!r}"
        yield from _expectation_claims(line.document, line.expectation, owner)
        yield from _settlement_claims(line.settlement, owner)
    for dispute in review.disputes:
        for value in dispute.values:
            owner = f"dispute {dispute.about!r}: {value.value!r}"
            yield Claim(document=value.document, span=value.span, owner=owner)


def _check_unique(kind: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise SpanError(f"two {kind}s of the review have the id {name!r}")
        seen.add(name)


def _check_span(claim: Claim, text: str) -> None:
    try:
        claim.span.check(text)
    except SpanError as error:
        message = f"{claim.owner} in document {claim.document!r}: {error}"
        raise SpanError(message) from error


def _check_parts(review: Review) -> None:
    for item in review.statements:
        for part in item.statement.parts:
            if not item.statement.content.contains(part):
                raise SpanError(f"statement {item.id!r}: a part lies outside its content")


def _named(document: str, owner: str, spans: Iterable[tuple[str, Span | None]]) -> Iterator[Claim]:
    for name, span in spans:
        if span is not None:
            yield Claim(document=document, span=span, owner=f"{owner}: {name}")


def _evidences(evidences: Iterable[Evidence], owner: str) -> Iterator[Claim]:
    for evidence in evidences:
        yield Claim(document=evidence.document, span=evidence.span, owner=owner)


def _statement_claims(document: str, statement: Statement, owner: str) -> Iterator[Claim]:
    spans: list[tuple[str, Span | None]] = [
        ("content", statement.content),
        ("cue", statement.cue),
        ("source", statement.source),
        ("assessment words", statement.assessment_words),
        ("heading", statement.heading),
        ("translated", statement.translated),
    ]
    spans += [("part", part) for part in statement.parts]
    yield from _named(document, owner, spans)


def _silence_claims(document: str, silence: Silence) -> Iterator[Claim]:
    spans: list[tuple[str, Span | None]] = [("content", silence.content), ("cue", silence.cue)]
    spans += [("source", source) for source in silence.sources]
    yield from _named(document, f"silence {silence.id!r}", spans)


def _expectation_claims(document: str, expected: Expectation, owner: str) -> Iterator[Claim]:
    spans = [
        ("content", expected.content),
        ("strength words", expected.strength_words),
        ("due words", expected.due_words),
        ("condition", expected.condition),
    ]
    yield from _named(document, owner, spans)


def _settlement_claims(settlement: Settlement, owner: str) -> Iterator[Claim]:
    yield from _evidences(settlement.evidence, f"{owner}: evidence for its settlement")
    yield from _evidences(settlement.against, f"{owner}: evidence against its settlement")


def _references(review: Review) -> Iterator[tuple[str, str, set[str]]]:
    """Owner, the id it refers to, and the ids that would do."""
    documents = {card.id for card in review.documents}
    statements = {item.id for item in review.statements}
    themes = {theme.id for theme in review.themes}
    for card in review.documents:
        if card.copy_of is not None:
            yield f"document {card.id!r}", card.copy_of, documents
    for item in review.statements:
        yield from ((f"statement {item.id!r}", name, documents) for name in item.carried_by)
    for section in review.sections:
        yield from ((f"section {section.id!r}", name, statements) for name in section.statements)
    for theme in review.themes:
        owner = f"theme {theme.id!r}"
        yield from ((owner, name, statements) for name in (theme.typical, *theme.statements))
    for camp in review.camps:
        yield "a camp", camp.theme, themes
        yield from ((f"a camp of {camp.theme!r}", name, statements) for name in camp.statements)
    for silent in review.silences:
        owner = f"silence {silent.silence.id!r}"
        yield from ((owner, name, statements | documents) for name in silent.broken_by)
    yield from (("what is new", name, statements) for name in review.new)
