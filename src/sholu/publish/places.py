"""The places of an article that a review opens, each with one anchor."""

from collections.abc import Iterator

from sholu.model import Evidence, Review, Span
from sholu.publish.sheet import Place

Key = tuple[str, int, int]


def places(review: Review, anchors: dict[str, str]) -> dict[Key, Place]:
    """(document, start, end) -> its place, numbered in the order of the articles.

    `anchors` are those of the quotations by id of the statement. A stretch that serves twice
    has one place.
    """
    found: dict[Key, tuple[str, str | None]] = {}
    for kind, document, span, back in _wanted(review, anchors):
        found.setdefault((document, span.start, span.end), (kind, back))
    rank = {card.id: number for number, card in enumerate(review.documents)}
    ordered = sorted(found, key=lambda key: (rank[key[0]], key[1], -key[2]))
    return {
        key: Place(
            anchor=f"p{number}", start=key[1], end=key[2], kind=found[key][0], back=found[key][1]
        )
        for number, key in enumerate(ordered, start=1)
    }


def _wanted(review: Review, anchors: dict[str, str]) -> Iterator[tuple[str, str, Span, str | None]]:
    """Kind, document, span and the quotation it belongs to."""
    for item in review.statements:
        yield "statement", item.document, item.statement.content, anchors[item.id]
    for line in review.expectations:
        yield "expectation", line.document, line.expectation.content, None
        yield from _evidence((*line.settlement.evidence, *line.settlement.against))
    for silent in review.silences:
        yield "silence", silent.document, silent.silence.content, None
    for dispute in review.disputes:
        for value in dispute.values:
            yield "evidence", value.document, value.span, None
    yield from _evidence((*review.event.outcome, *review.event.evidence))
    for section in review.sections:
        yield from _evidence(section.headings)


def _evidence(items: tuple[Evidence, ...]) -> Iterator[tuple[str, str, Span, str | None]]:
    for item in items:
        yield "evidence", item.document, item.span, None
