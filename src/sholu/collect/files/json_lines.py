"""JSON Lines: one document a line, read line by line."""

from collections.abc import Iterator
from io import BufferedReader

from sholu.collect.files.encoding import MAX_BYTES, decode, lines
from sholu.collect.files.input import Input, Record
from sholu.collect.files.json_value import fields_of, parse
from sholu.model import DocumentError, Skipped


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """One record a line that is not blank; a line that gives none is skipped, the rest goes on."""
    some = False
    for number, line in lines(stream, given.name):
        place = given.line(number)
        try:
            if line is None:
                raise DocumentError(place, f"is a line of over {MAX_BYTES // 1_000_000} MB")
            if not line.strip():
                continue
            text = decode(line, place).rstrip("\r\n")
            value = parse(text, given.name, first_line=number)
            found: Record | Skipped = Record(
                fields=fields_of(value, place), place=place, number=number
            )
        except DocumentError as error:
            found = Skipped(source=error.source, reason=error.reason)
        some = True
        yield found
    if not some:
        raise DocumentError(given.name, "has no text")
