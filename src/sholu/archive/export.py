"""Documents written out in the form of "Documents in", so that they can be read in again."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO, Literal

import msgspec

from sholu.model import Document, UsageError, Version

_FIELDS = ("id", "url", "title", "outlet", "country", "lang", "published", "text")
_BATCH = 1_000


def export(
    found: Iterable[Version], out: Path | IO[bytes], *, form: Literal["jsonl", "parquet"]
) -> int:
    """Write documents to a file, which appears when it is whole, or to a stream; gives how many.

    Raises `UsageError` where Parquet is wanted and pyarrow is not installed.
    """
    write = _json_lines if form == "jsonl" else _parquet
    if not isinstance(out, Path):
        return write(found, out)
    part = out.with_name(f".{out.name}.part")
    with part.open("wb") as stream:
        written = write(found, stream)
    part.replace(out)
    return written


def _json_lines(found: Iterable[Version], stream: IO[bytes]) -> int:
    written = 0
    for version in found:
        row = {name: value for name, value in _row(version.document).items() if value is not None}
        stream.write(msgspec.json.encode(row) + b"\n")
        written += 1
    return written


def _parquet(found: Iterable[Version], stream: IO[bytes]) -> int:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow to be written: run `pip install 'sholu[tables]'`"
        ) from error
    schema = pyarrow.schema([(name, pyarrow.string()) for name in _FIELDS])
    rows: list[dict[str, str | None]] = []
    written = 0
    with parquet.ParquetWriter(stream, schema) as file:
        for version in found:
            rows.append(_row(version.document))
            written += 1
            if len(rows) == _BATCH:
                file.write_table(pyarrow.Table.from_pylist(rows, schema))
                rows.clear()
        file.write_table(pyarrow.Table.from_pylist(rows, schema))
    return written


def _row(document: Document) -> dict[str, str | None]:
    return {name: getattr(document, name) for name in _FIELDS}
