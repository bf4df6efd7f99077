"""A Parquet table: columns with the names of the fields, one document a row."""

from collections.abc import Iterator, Mapping
from datetime import date
from io import BufferedReader

from sholu.collect.files.fields import NAMES
from sholu.collect.files.input import Input, Record
from sholu.model import DocumentError, Skipped

_ROWS = 256


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """One record a row, a batch of rows at a time; needs the extra `tables`."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise DocumentError(
            given.name, "needs pyarrow to be read: run `pip install 'sholu[tables]'`"
        ) from error
    try:
        table = pyarrow.parquet.ParquetFile(stream)
        columns = [name for name in table.schema_arrow.names if name in NAMES]
        if "text" not in columns:
            raise DocumentError(given.name, "has no column named `text`")
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                place = given.item("row", number)
                yield Record(fields=_dated(row), place=place, number=number)
    except (pyarrow.ArrowException, UnicodeDecodeError) as error:
        raise DocumentError(given.name, "is not a whole Parquet file") from error


def _dated(row: Mapping[str, object]) -> Mapping[str, object]:
    """The row with a day or time of publication written in ISO 8601."""
    published = row.get("published")
    return {**row, "published": published.isoformat()} if isinstance(published, date) else row
