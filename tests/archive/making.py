"""Documents as collectors bring them."""

from typing import Any

from sholu.model import Collected, Document, Origin, RawPage

AT = "2026-03-11T06:00:00+00:00"
LATER = "2026-03-12T06:00:00+00:00"
MUCH_LATER = "2026-06-12T06:00:00+00:00"

# Long enough to tell one article from another by its text alone.
BODY = (
    "The bridge over the Tul was opened on Wednesday after eleven years of building, two changes "
    "of plan and one flood. Ferrymen, who had come to see it, said that they would now have time "
    "for their gardens, and that the fish would be glad of the quiet."
)


def collected(
    text: str = BODY,
    url: str | None = None,
    *,
    also: tuple[str, ...] = (),
    origin: Origin = "page",
    id: str = "given",
    page: RawPage | None = None,
    **given: Any,
) -> Collected:
    """A document; `also`: further addresses under which it was met."""
    document = Document(id=id, text=text, url=url, **given)
    addresses = (url, *also) if url else also
    return Collected(document=document, origin=origin, addresses=addresses, page=page)


def from_file(
    text: str = BODY, id: str = "given", url: str | None = None, **given: Any
) -> Collected:
    """A document as a file gives it."""
    return collected(text, url, origin="file", id=id, **given)
