"""What cannot be shown in print is not published."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sholu.model import Evidence, Review, Span, SpanError
from sholu.publish import docx, html, json, markdown
from sholu.publish.evidence import check, claims

from .press import empty_review, rich_review

AFAR = Span(start=2, end=6, text="nope")
STRAY = Evidence(document="before", span=AFAR)


def first(review: Review, field: str, **changes: object) -> Review:
    """The review with its first object of a field changed."""
    items = getattr(review, field)
    return replace(review, **{field: (replace(items[0], **changes), *items[1:])})


def in_statement(**changes: object) -> Callable[[Review], Review]:
    return lambda review: first(
        review, "statements", statement=replace(review.statements[0].statement, **changes)
    )


def in_expectation(**changes: object) -> Callable[[Review], Review]:
    return lambda review: first(
        review, "expectations", expectation=replace(review.expectations[0].expectation, **changes)
    )


def in_settlement(**changes: object) -> Callable[[Review], Review]:
    return lambda review: first(
        review, "expectations", settlement=replace(review.expectations[0].settlement, **changes)
    )


def in_silence(**changes: object) -> Callable[[Review], Review]:
    return lambda review: first(
        review, "silences", silence=replace(review.silences[0].silence, **changes)
    )


def in_event(**changes: object) -> Callable[[Review], Review]:
    return lambda review: replace(review, event=replace(review.event, **changes))


def in_dispute(**changes: object) -> Callable[[Review], Review]:
    def change(review: Review) -> Review:
        values = review.disputes[0].values
        return first(review, "disputes", values=(replace(values[0], **changes), *values[1:]))

    return change


def in_first(field: str, **changes: object) -> Callable[[Review], Review]:
    return lambda review: first(review, field, **changes)


BROKEN = {
    "statement content": in_statement(content=AFAR),
    "cue": in_statement(cue=AFAR),
    "source": in_statement(source=AFAR),
    "part": in_statement(parts=(AFAR,)),
    "assessment words": in_statement(assessment_words=AFAR),
    "heading": in_statement(heading=AFAR),
    "section heading": in_first("sections", headings=(STRAY,)),
    "outcome": in_event(outcome=(STRAY,)),
    "event evidence": in_event(evidence=(STRAY,)),
    "silence content": in_silence(content=AFAR),
    "silence cue": in_silence(cue=AFAR),
    "silence source": in_silence(sources=(AFAR,)),
    "expectation content": in_expectation(content=AFAR),
    "strength words": in_expectation(strength_words=AFAR),
    "due words": in_expectation(due_words=AFAR),
    "condition": in_expectation(condition=AFAR),
    "settlement evidence": in_settlement(evidence=(STRAY,)),
    "settlement against": in_settlement(against=(STRAY,)),
    "disputed value": in_dispute(span=AFAR),
    "disputed document": in_dispute(document="nowhere"),
    "document of a statement": in_first("statements", document="nowhere"),
    "copy of": in_first("documents", copy_of="nowhere"),
    "carried by": in_first("statements", carried_by=("nowhere",)),
    "statement of a section": in_first("sections", statements=("nowhere",)),
    "typical statement": in_first("themes", typical="nowhere"),
    "statement of a theme": in_first("themes", statements=("nowhere",)),
    "theme of a camp": in_first("camps", theme="nowhere"),
    "statement of a camp": in_first("camps", statements=("nowhere",)),
    "broken by": in_first("silences", broken_by=("nowhere",)),
    "new": lambda review: replace(review, new=("nowhere",)),
    "two of one id": lambda review: replace(review, documents=review.documents * 2),
}


@pytest.mark.parametrize("breaks", BROKEN.values(), ids=BROKEN.keys())
def test_what_does_not_hold_is_refused(breaks: Callable[[Review], Review]) -> None:
    with pytest.raises(SpanError):
        check(breaks(rich_review()))


@pytest.mark.parametrize("review", [rich_review(), empty_review()], ids=["rich", "empty"])
def test_what_holds_passes(review: Review) -> None:
    check(review)


def test_a_part_outside_its_content_is_refused() -> None:
    review = rich_review()
    source = review.statements[0].statement.source
    assert source is not None
    with pytest.raises(SpanError, match="outside its content"):
        check(in_statement(parts=(source,))(review))


def test_the_message_says_whose_span_and_where() -> None:
    message = r"statement 'before/1': cue in document 'before': span \[2, 6\) does not hold"
    with pytest.raises(SpanError, match=message):
        check(in_statement(cue=AFAR)(rich_review()))


@pytest.mark.parametrize(
    "publish",
    [lambda r: html(r, "en"), lambda r: markdown(r, "en"), lambda r: docx(r, "en"), json],
    ids=["html", "markdown", "docx", "json"],
)
def test_every_publisher_checks_first(publish: Callable[[Review], object]) -> None:
    with pytest.raises(SpanError):
        publish(in_statement(content=AFAR)(rich_review()))


def test_claims_reach_every_span_of_the_review() -> None:
    spans: list[Span] = []

    def collect(value: object) -> None:
        if isinstance(value, Span):
            spans.append(value)
        elif isinstance(value, tuple):
            for item in value:
                collect(item)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                collect(getattr(value, name))

    review = rich_review()
    collect(review)
    assert sorted((s.start, s.end, s.text) for s in spans) == sorted(
        (c.span.start, c.span.end, c.span.text) for c in claims(review)
    )
