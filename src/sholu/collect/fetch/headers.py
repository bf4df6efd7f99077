"""What the headers of an answer say."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import ceil

from sholu.collect.fetch.answer import Validators

_MEDIA_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)\s*(?:;|,|$)", re.ASCII)
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:+-]+)""", re.ASCII | re.IGNORECASE)
_FIT_TO_SEND = re.compile(r"[\x20-\x7e]{1,1000}")


def content_type(value: str) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type, lower case, None where it names none."""
    media_type = _MEDIA_TYPE.match(value)
    charset = _CHARSET.search(value)
    return (
        media_type[1].lower() if media_type else None,
        charset[1].lower() if charset else None,
    )


def retry_after(value: str, now: datetime, *, longest: int) -> int | None:
    """Seconds to stay away: a number or an HTTP date (RFC 9110, 10.2.3), at most `longest`.

    None where it says neither; 0 for a date that has passed.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:12]), longest)
    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        seconds = (moment - now).total_seconds()
    except (ValueError, OverflowError):
        return None
    return min(max(0, ceil(seconds)), longest)


def version_of(headers: dict[str, str]) -> Validators:
    """What the server calls this version; values that cannot be sent back are left out."""
    return Validators(
        etag=_sendable(headers.get("etag")), last_modified=_sendable(headers.get("last-modified"))
    )


def conditions(known: Validators | None) -> list[tuple[str, str]]:
    """The headers that ask for a body only where it is another than the one known."""
    if known is None:
        return []
    asked = (
        ("If-None-Match", _sendable(known.etag)),
        ("If-Modified-Since", _sendable(known.last_modified)),
    )
    return [(name, value) for name, value in asked if value]


def _sendable(value: str | None) -> str | None:
    value = (value or "").strip()
    return value if _FIT_TO_SEND.fullmatch(value) else None
