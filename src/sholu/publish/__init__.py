"""From a review to something to read: HTML, Markdown, DOCX, and the JSON they all come from.

Every publisher first slices each span of the review against the text it names
(`sholu.publish.evidence.check`) and raises `SpanError` where one does not hold: what cannot be
shown in print is not published. The same review gives the same bytes, whenever and wherever.

What a format needs is imported when it is asked for, so that importing the room costs nothing.
"""

from sholu.model import Review

__all__ = ["docx", "html", "json", "markdown"]


def html(review: Review, lang: str) -> str:
    """One self-contained page in `lang` ("kk", "ru" or "en"); it asks nothing of any network.

    Raises `SpanError` where a span does not hold, `UsageError` where `lang` has no words.
    """
    from sholu.publish.page import page

    return page(review, lang)


def markdown(review: Review, lang: str) -> str:
    """The review as CommonMark in `lang`, readable as plain text. Raises as `html` does."""
    from sholu.publish.plain import plain

    return plain(review, lang)


def docx(review: Review, lang: str) -> bytes:
    """The review as an Office Open XML document in `lang`. Raises as `html` does."""
    from sholu.publish.office import office

    return office(review, lang)


def json(review: Review) -> bytes:
    """The review itself as UTF-8 JSON, indented by one; keys stand in the order of the model.

    Raises `SpanError` where a span does not hold.
    """
    from sholu.publish.record import record

    return record(review)
