"""A web archive (WARC, ISO 28500): every HTML page in it that a server gave as found."""

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BufferedReader
from typing import Any

from sholu.collect.files.encoding import MAX_BYTES
from sholu.collect.files.html import page_fields
from sholu.collect.files.input import Input, Record
from sholu.model import DocumentError, Skipped

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE)


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """One record a page, numbered by its place in the archive; pictures and the like are no pages.

    An archive that breaks off is read as far as it goes, and then says so.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    if not stream.peek(1):
        raise DocumentError(given.name, "is empty")
    broken = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, zlib.error, ValueError)
    number = 0
    try:
        for number, entry in enumerate(ArchiveIterator(stream), 1):
            found = _page(given, entry, number) if _is_page(entry) else None
            if found is not None:
                yield found
            if _breaks_off(entry):
                raise DocumentError(given.item("record", number), "breaks off")
    except broken as error:
        place = given.item("record", number + 1)
        raise DocumentError(place, "is broken: the archive was read up to here") from error
    if number == 0:
        raise DocumentError(given.name, "is not a WARC archive")


def _is_page(entry: Any) -> bool:
    if entry.rec_type != "response" or entry.http_headers is None:
        return False
    kind = entry.http_headers.get_header("Content-Type", "").lower()
    if (entry.rec_headers.get_header("WARC-Target-URI") or "").rstrip(">").endswith("/robots.txt"):
        return False
    return entry.http_headers.get_statuscode() == "200" and "html" in kind


def _page(given: Input, entry: Any, number: int) -> Record | Skipped | None:
    """The page of a record; null where the record breaks off, which is said once elsewhere."""
    place = given.item("record", number)
    body = entry.content_stream().read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        return Skipped(source=place, reason=f"is a page of over {MAX_BYTES // 1_000_000} MB")
    if _breaks_off(entry):
        return None
    charset = _CHARSET.search(entry.http_headers.get_header("Content-Type", ""))
    try:
        fields = page_fields(
            body,
            place,
            address=(entry.rec_headers.get_header("WARC-Target-URI") or "").strip("<>") or None,
            charset=charset[1] if charset else None,
            seen=_moment(entry.rec_headers.get_header("WARC-Date")),
        )
        return Record(fields=fields, place=place, number=number)
    except DocumentError as error:
        return Skipped(source=error.source, reason=error.reason)


def _moment(written: str | None) -> datetime | None:
    """When a record was made, by which "today" on its page is understood."""
    try:
        found = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _breaks_off(entry: Any) -> bool:
    """Whether the file ended before the record did."""
    while entry.raw_stream.read(1 << 16):
        pass
    return int(getattr(entry.raw_stream, "limit", 0)) > 0
