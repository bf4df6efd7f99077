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
    value = parse(decode(_whole(source, stream), source.name), source.name)
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


def _whole(source: Source, stream: BufferedReader) -> bytes:
    data = read_whole(stream, source.name, _MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise DocumentError(
            source.name, "is over 200 MB: write it as JSON Lines, one document a line"
        )
    return data
