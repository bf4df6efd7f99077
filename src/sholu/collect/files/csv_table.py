"""A CSV table: a header with the names of the fields, then one document a row."""

import csv
from collections.abc import Iterator
from io import BufferedReader

from sholu.collect.files.encoding import MAX_BYTES, decode, lines
from sholu.collect.files.fields import NAMES
from sholu.collect.files.input import Input, Record
from sholu.model import DocumentError, Skipped

_DELIMITERS = (",", ";", "\t")


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """One record a row; commas, semicolons or tabs divide it, as the header shows."""
    csv.field_size_limit(MAX_BYTES)
    text = _text_lines(given, stream)
    delimiter, columns = _header(given, next(text, ""))
    table = csv.reader(text, delimiter=delimiter, strict=True)
    some = False
    while True:
        number = table.line_num + 2  # the header is line 1
        try:
            row = next(table)
        except StopIteration:
            break
        except csv.Error as error:
            some = True
            yield Skipped(source=given.line(number), reason=f"is not a row of CSV ({error})")
            continue
        if row:
            some = True
            yield _record(given, columns, row, number)
    if not some:
        raise DocumentError(given.name, "has no rows")


def _text_lines(given: Input, stream: BufferedReader) -> Iterator[str]:
    """The lines of a table; a broken one ends it, because rows behind it could not be told."""
    for number, line in lines(stream, given.name):
        place = given.line(number)
        try:
            if line is None:
                raise DocumentError(place, f"is a line of over {MAX_BYTES // 1_000_000} MB")
            text = decode(line, place)
        except DocumentError as error:
            raise DocumentError(place, f"{error.reason}; the rows above it were read") from error
        yield text


def _header(given: Input, line: str) -> tuple[str, list[str]]:
    for delimiter in _DELIMITERS:
        try:
            names = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error as error:
            raise DocumentError(given.line(1), f"is not a header of CSV ({error})") from error
        columns = [name.strip().lower() for name in names]
        if "text" in columns:
            return delimiter, columns
    raise DocumentError(
        given.line(1), f"has no column named `text` (columns may be {', '.join(NAMES)})"
    )


def _record(given: Input, columns: list[str], row: list[str], number: int) -> Record | Skipped:
    place = given.line(number)
    if len(row) > len(columns):
        return Skipped(
            source=place,
            reason=f"has {len(row)} cells under {len(columns)} columns: put quotation marks "
            "around a cell that holds the dividing mark",
        )
    return Record(fields=dict(zip(columns, row, strict=False)), place=place, number=number)
