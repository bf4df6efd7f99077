"""A saved web page: the article on it becomes the text."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BufferedReader

from sholu.collect.files.encoding import read_whole
from sholu.collect.files.input import Input, Record
from sholu.model import DocumentError, Skipped


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """The one document of a page."""
    data = read_whole(stream, given.name)
    yield Record(fields=page_fields(data, given.name), place=given.name)


def page_fields(
    data: bytes,
    place: str,
    *,
    address: str | None = None,
    charset: str | None = None,
    seen: datetime | None = None,
) -> Mapping[str, object]:
    """The fields of the article on a page; `DocumentError` names `place` where there is none."""
    from sholu.collect.web import page  # heavy, and needed for pages alone

    try:
        found = page.document(data, address=address or place, charset=charset, seen=seen)
    except DocumentError as error:
        raise DocumentError(place, error.reason) from error
    return {
        "text": found.text,
        "title": found.title,
        "published": found.published,
        "url": found.url,
        "outlet": found.outlet,
        "lang": found.lang,
    }
