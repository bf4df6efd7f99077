"""Bodies as they were before the server packed them, and never more than the limit."""

import zlib
from typing import Protocol

from sholu.collect.fetch.answer import NotFetchedError

ACCEPTED = "gzip, deflate"

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"


class Unpacker(Protocol):
    """Takes a body piece by piece."""

    def feed(self, piece: bytes, room: int) -> bytes:
        """What the piece holds, up to `room` bytes and one: that one says there was more."""
        ...

    def finish(self) -> None:
        """All pieces were fed.

        Raises:
            NotFetchedError: something is missing at the end.
        """
        ...


def unpacker(coding: str) -> Unpacker:
    """What unpacks a Content-Encoding.

    Raises:
        NotFetchedError: "unreadable", for one that we did not ask for.
    """
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        return _Plain()
    if coding in ("gzip", "x-gzip", "deflate"):
        return _Packed(gzip=coding != "deflate")
    raise NotFetchedError(
        "unreadable", f"the server packed its answer in a way we did not ask for ({coding[:40]})"
    )


class _Plain:
    def feed(self, piece: bytes, room: int) -> bytes:
        return piece[: room + 1]

    def finish(self) -> None:
        """Nothing can be missing."""


class _Packed:
    """gzip (RFC 1952, members one after the other), or what is called deflate (RFC 1950, 1951)."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._member: zlib._Decompress | None = None
        self._begun = False
        self._ended = False

    def feed(self, piece: bytes, room: int) -> bytes:
        out = bytearray()
        try:
            while piece and not self._ended and len(out) <= room:
                if self._member is None:
                    self._member = self._new(piece)
                # Without the bound a few kilobytes would grow to gigabytes before they are counted.
                out += self._member.decompress(piece, room + 1 - len(out))
                if self._member.eof:
                    piece = self._after(self._member.unused_data)
                else:
                    piece = self._member.unconsumed_tail
        except zlib.error as error:
            raise NotFetchedError("unreadable", "the compressed answer is damaged") from error
        return bytes(out)

    def finish(self) -> None:
        if self._begun and not self._ended and self._member is not None:
            raise NotFetchedError("unreadable", "the compressed answer ends too early")

    def _new(self, piece: bytes) -> "zlib._Decompress":
        self._begun = True
        if self._gzip:
            return zlib.decompressobj(_GZIP)
        # Servers send deflate with the header of zlib, as they should, or without.
        has_header = piece[0] & 0x0F == 8
        return zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)

    def _after(self, rest: bytes) -> bytes:
        """What follows a member: another one, or padding that nobody needs."""
        self._member = None
        if not self._gzip or (rest and not rest.startswith(_GZIP_MAGIC[: len(rest)])):
            self._ended = True
        return rest
