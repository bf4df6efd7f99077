"""One request and its answer, over a connection of its own."""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore2

from sholu.collect.fetch.answer import NotFetchedError
from sholu.collect.fetch.guard import Guard
from sholu.collect.fetch.place import Place
from sholu.collect.fetch.unpack import Unpacker, unpacker


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server answered; the body is read only where the status is 2xx.

    Attributes:
        headers: names in lower case; where one comes twice, its values are joined with commas.
    """

    status: int
    headers: dict[str, str]
    body: bytes = b""


def exchange(
    place: Place,
    headers: Iterable[tuple[str, str]],
    *,
    guard: Guard,
    context: ssl.SSLContext | None,
    seconds: float,
    most: int,
    begin_only: bool = False,
) -> Reply:
    """Ask for a place.

    Nothing is kept from one request to the next: no connection, no cookie, no proxy; so that
    one deadline and one guard hold for all that a request does.

    Args:
        seconds: that the guard's deadline gives, for the reason in words.
        most: bytes of the body that are taken, after decompression.
        begin_only: what is longer is cut there.

    Raises:
        NotFetchedError: no answer, or none that can be used.
    """
    request = httpcore2.Request(
        "GET",
        httpcore2.URL(
            scheme=place.scheme.encode(),
            host=place.host.encode(),
            port=place.port,
            target=place.target,
        ),
        headers=[("Host", place.authority), ("Connection", "close"), *headers],
    )
    with (
        _faults_in_words(guard, seconds),
        httpcore2.ConnectionPool(
            ssl_context=context, max_connections=1, network_backend=guard
        ) as pool,
    ):
        response = pool.handle_request(request)
        try:
            if guard.stream is None:
                raise RuntimeError("httpcore2 made a connection past the guard")
            return _reply(response, most, begin_only=begin_only)
        finally:
            response.close()


def _reply(response: httpcore2.Response, most: int, *, begin_only: bool) -> Reply:
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers:
        name, value = raw_name.decode("latin-1").lower(), _decoded(raw_value)
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    status = response.status
    if not 200 <= status < 300:
        return Reply(status=status, headers=headers)
    pieces = unpacker(headers.get("content-encoding", ""))
    announced = headers.get("content-length", "")
    if announced.isdigit() and int(announced) > most and not begin_only:
        raise _oversized(most, status)
    body, is_whole = _body(response.iter_stream(), pieces, most)
    if not is_whole and not begin_only:
        raise _oversized(most, status)
    return Reply(status=status, headers=headers, body=body)


def _body(stream: Iterator[bytes], pieces: Unpacker, most: int) -> tuple[bytes, bool]:
    """The body up to `most` bytes, and whether that is the whole of it, packed and unpacked."""
    body = bytearray()
    came = 0
    for piece in stream:
        came += len(piece)
        body += pieces.feed(piece, most - len(body))
        if len(body) > most or came > most:
            return bytes(body[:most]), False
    pieces.finish()
    return bytes(body), True


def _oversized(most: int, status: int) -> NotFetchedError:
    return NotFetchedError(
        "oversized", f"it is larger than the {most:,} bytes that we take", status=status
    )


def _decoded(value: bytes) -> str:
    """A header's value: UTF-8 where it is, as in redirects to «/жаңалық», else Latin-1."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


@contextmanager
def _faults_in_words(guard: Guard, seconds: float) -> Iterator[None]:
    try:
        yield
    except httpcore2.TimeoutException as error:
        if guard.stream is not None and guard.stream.received:
            reason = f"the answer was not complete within {seconds:.3g} seconds"
        else:
            reason = f"the server did not answer within {seconds:.3g} seconds"
        raise NotFetchedError("unreachable", reason) from error
    except httpcore2.NetworkError as error:
        raise NotFetchedError(
            "unreachable", "the connection broke off before the whole answer came"
        ) from error
    except httpcore2.ProtocolError as error:
        if guard.stream is None or not guard.stream.received:
            raise NotFetchedError("unreachable", "the server hung up without an answer") from error
        if "without sending complete message body" in str(error):
            raise NotFetchedError(
                "unreachable", "the connection broke off before the whole answer came"
            ) from error
        raise NotFetchedError("failed", "what the server sent is not an HTTP answer") from error
