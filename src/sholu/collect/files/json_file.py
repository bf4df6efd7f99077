"""A JSON file: one document as an object, or an array of them."""

from collections.abc import Iterator
from io import BufferedReader

from sholu.collect.files.encoding import decode, read_whole
from sholu.collect.files.input import Input, Record
from sholu.collect.files.json_value import fields_of, parse
from sholu.model import DocumentError, Skipped

_MAX_BYTES = 200_000_000


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """The documents in order; an item of the array that is none is skipped."""
    data = read_whole(stream, given.name, limit=_MAX_BYTES, mend="write it as JSON Lines")
    value = parse(decode(data, given.name), given.name)
    value = _listed(value)
    if not isinstance(value, list):
        yield Record(fields=fields_of(value, given.name), place=given.name)
        return
    if not value:
        raise DocumentError(given.name, "has no text")
    for number, item in enumerate(value, 1):
        place = given.item("document", number)
        try:
            yield Record(fields=fields_of(item, place), place=place, number=number)
        except DocumentError as error:
            yield Skipped(source=error.source, reason=error.reason)


def _listed(value: object) -> object:
    """The list that a service wraps its articles in; any other value as it is."""
    while isinstance(value, dict) and "text" not in value:
        inner = next((value[name] for name in ("articles", "results") if name in value), None)
        if not isinstance(inner, dict | list):
            break
        value = inner
    return value
