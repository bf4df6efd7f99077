"""What a record says of itself, checked, as a document."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sholu.collect.files.encoding import MAX_CHARACTERS
from sholu.collect.files.exports import understood, why_no_text
from sholu.collect.files.input import Record
from sholu.model import Document, DocumentError

NAMES = ("id", "text", "title", "url", "outlet", "country", "lang", "published")
"""The fields of "Documents in", which are also the columns of a table."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:$|[T ])")
_TYPES: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    bytes: "bytes",
}


def document(record: Record, derived_id: str) -> Document:
    """The document of a record, with `derived_id` where it gives none.

    An optional field that is null or blank counts as not given. Raises `DocumentError` with the
    reason where the record makes no document.
    """
    why = why_no_text(record.fields)
    record = replace(record, fields=understood(record.fields))
    if why and not record.fields.get("text"):
        raise DocumentError(record.place, why)
    given = {name: _string(record, name) for name in NAMES if name != "text"}
    return Document(
        id=given["id"] or derived_id,
        text=_text(record),
        title=given["title"],
        url=given["url"],
        outlet=given["outlet"],
        country=given["country"].upper() if given["country"] else None,
        lang=re.split("[-_]", given["lang"])[0].lower() if given["lang"] else None,
        published=_published(record, given["published"]),
        source=record.place,
    )


def _text(record: Record) -> str:
    value = record.fields.get("text")
    if value is None:
        raise DocumentError(record.place, "has no text")
    if not isinstance(value, str):
        raise DocumentError(record.place, f"`text` is {_kind(value)}, not a string")
    if not value.strip():
        raise DocumentError(record.place, "has no text")
    if len(value) > MAX_CHARACTERS:
        raise DocumentError(
            record.place, f"is over {MAX_CHARACTERS:,} characters: split it into articles"
        )
    _refuse_surrogates(record.place, "text", value)
    return value


def _string(record: Record, name: str) -> str | None:
    value = record.fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise DocumentError(
            record.place, f"`{name}` is {_kind(value)}: write it as a string or leave it out"
        )
    _refuse_surrogates(record.place, name, value)
    return value.strip() or None


def _kind(value: object) -> str:
    return _TYPES.get(type(value), f"a {type(value).__name__}")


def _refuse_surrogates(place: str, name: str, value: str) -> None:
    """Half a character cannot be written as UTF-8, so nothing could be published from it."""
    if found := _SURROGATE.search(value):
        raise DocumentError(
            place,
            f"`{name}` holds half a character (a lone surrogate \\u{ord(found[0]):04x} at offset "
            f"{found.start()}): write the whole pair or leave it out",
        )


def _published(record: Record, value: str | None) -> str | None:
    if value is None or (_DAY.match(value) and is_day(value[:10])):
        return value
    raise DocumentError(
        record.place, f"`published` is {value[:40]!r}: write it as a date like 2025-11-15"
    )


def is_day(text: str) -> bool:
    """Whether "YYYY-MM-DD" is a day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
