"""A JSON file: one document as an object, or an array of them."""

from collections.abc import Iterator
from io import BufferedReader

from sholu.collect.encoding import decode, read_whole
from sholu.collect.json_value import fields_of, parse
from sholu.collect.source import Record, Source
from sholu.model import DocumentError, Skipped

_MAX_BYTES = 200_000_000


def read(source: Source, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """The documents in order; an item of the array that is none is skipped."""
    data = read_whole(stream, source.name, limit=_MAX_BYTES, mend="write it as JSON Lines")
    value = parse(decode(data, source.name), source.name)
    if not isinstance(value, list):
        yield Record(fields=fields_of(value, source.name), place=source.name)
        return
    if not value:
        raise DocumentError(source.name, "has no text")
    for number, item in enumerate(value, 1):
        place = source.item("document", number)
        try:
            yield Record(fields=fields_of(item, place), place=place, number=number)
        except DocumentError as error:
            yield Skipped(source=error.source, reason=error.reason)
