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
