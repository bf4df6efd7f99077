"""Bytes to text: UTF-8, or UTF-16 that says so; everything else is named, never guessed."""

import codecs
import re
import tempfile
from collections.abc import Iterator
from io import BufferedReader
from typing import IO

from sholu.model import DocumentError

MAX_CHARACTERS = 5_000_000
MAX_BYTES = 4 * MAX_CHARACTERS
_CHUNK = 1 << 16

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\0", "an SQLite database"),
)
_NUL = "is not text (it holds NUL bytes)"
_CYRILLIC_WORD = re.compile("[\u0400-\u045f\u0490\u0491]{3,}")


def read_whole(
    stream: BufferedReader,
    name: str,
    *,
    limit: int = MAX_BYTES,
    mend: str = "split it into articles",
) -> bytes:
    """All bytes of a stream; `DocumentError` where it is empty or over `limit`."""
    data = stream.read(limit + 1)
    if not data:
        raise DocumentError(name, "is empty")
    if len(data) > limit:
        raise DocumentError(name, f"is over {limit // 1_000_000} MB: {mend}")
    return data


def decode(data: bytes, place: str) -> str:
    """The text without its byte order mark; `DocumentError` where it is no text we know."""
    refuse_binary(data, place)
    if data.startswith(_UTF16):
        text = _decode_utf16(data, place)
    else:
        text = _decode_utf8(data, place)
    if "\0" in text:
        raise DocumentError(place, _NUL)
    return text


def refuse_binary(head: bytes, place: str) -> None:
    """Raise `DocumentError` where the first bytes are those of a known format other than text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise DocumentError(place, f"is not text (it is {what})")
    if head.startswith(_UTF32):
        raise DocumentError(
            place, "is not UTF-8 (it is UTF-32: convert it with `iconv -f utf-32 -t utf-8`)"
        )


def lines(stream: BufferedReader, name: str) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line as UTF-8, in constant memory; null for one over `MAX_BYTES`.

    Raises `DocumentError` where the stream is empty or no text.
    """
    head = stream.peek(_CHUNK)
    if not head:
        raise DocumentError(name, "is empty")
    refuse_binary(head, name)
    if head.startswith(_UTF16):
        with tempfile.TemporaryFile() as copy:
            _transcode(stream, copy, name)
            yield from _split(copy)
    else:
        _refuse_foreign(head, name)
        yield from _split(stream)


def _refuse_foreign(head: bytes, name: str) -> None:
    """Raise for a file that is no UTF-8 from its first line on: it is named once, not by the line.

    A later line that is none, in a file that is, is that line's matter alone.
    """
    first = head.partition(b"\n")[0]
    if b"\0" in first:
        raise DocumentError(name, _NUL)
    try:
        first.decode()
    except UnicodeDecodeError as error:
        if not _is_mostly_utf8(head):
            raise DocumentError(name, _why_not_utf8(head, error)) from error


def _split(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            yield number, None
        else:
            yield number, line


def _transcode(stream: BufferedReader, copy: IO[bytes], name: str) -> None:
    """Write UTF-16 as UTF-8 into a temporary file, so that lines can be found in it."""
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        while chunk := stream.read(_CHUNK):
            copy.write(decoder.decode(chunk).encode())
        copy.write(decoder.decode(b"", final=True).encode())
    except UnicodeDecodeError as error:
        raise DocumentError(name, "is not whole UTF-16 (it may have been cut off)") from error
    copy.seek(0)


def _decode_utf16(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise DocumentError(place, "is not whole UTF-16 (it may have been cut off)") from error


def _decode_utf8(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(place, _why_not_utf8(data, error)) from error


def _why_not_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    if b"\0" in data:
        return _NUL
    if _looks_like_windows_1251(data):
        return (
            "is not UTF-8 (it looks like Windows-1251: convert it with `iconv -f cp1251 -t utf-8`)"
        )
    return f"is not UTF-8 (the byte at offset {error.start} fits no character: save it as UTF-8)"


def _looks_like_windows_1251(data: bytes) -> bool:
    """Whether the upper bytes form Cyrillic words, and are not merely broken UTF-8."""
    words = _CYRILLIC_WORD.findall(data.decode("cp1251", "replace"))
    return not _is_mostly_utf8(data) and sum(map(len, words)) >= 0.7 * _upper(data)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether many of the upper bytes belong to whole characters of two to four bytes."""
    whole = sum(character > "\x7f" for character in data.decode("utf-8", "ignore"))
    return whole * 4 >= _upper(data)


def _upper(data: bytes) -> int:
    return sum(byte > 0x7F for byte in data)
