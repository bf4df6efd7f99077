"""The guard at the door: every connection is made here, to an address that was looked at."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import httpcore2

from sholu.collect.fetch.answer import NotFetchedError
from sholu.collect.fetch.networks import why_not_public

Resolve = Callable[[str, int], Sequence[str]]
"""A host and port to the addresses behind it, as literals; raises OSError where there are none."""


def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, in the order in which the system would try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """The moment by which a request is to be through.

    Told by the machine's steady clock whatever `Clock` the door has, for sockets know no other.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def prolong(self, seconds: float) -> None:
        """Move it, for time that was not spent on the network."""
        self._end += seconds

    def left(self) -> float:
        """Seconds left, more than 0.

        Raises:
            httpcore2.ReadTimeout: there are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time is up")
        return left


class Guard(httpcore2.NetworkBackend):
    """Makes one connection, and only to a public address.

    The name is resolved once; if any of the answers is not public, none is connected to; and
    what is connected to is that literal, not the name, so that a second answer of the name
    server changes nothing.

    Args:
        allowed: "host" or "host:port" let through whatever their addresses are.
        dial: makes the connection proper.
    """

    def __init__(
        self,
        *,
        resolve: Resolve,
        allowed: Collection[str],
        connect: float,
        deadline: Deadline,
        dial: httpcore2.NetworkBackend | None = None,
    ) -> None:
        self._resolve = resolve
        self._allowed = allowed
        self._connect = connect
        self._deadline = deadline
        self._dial = httpcore2.SyncBackend() if dial is None else dial
        self.stream: GuardedStream | None = None

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = min(self._connect, self._deadline.left())
        until = time.monotonic() + seconds
        literals = self._look_up(host, port, seconds)
        if not self._is_allowed(host, port):
            _refuse_unless_public(literals)
        for tried, literal in enumerate(literals):
            # What time is left is shared, so that one dead address leaves some to the next.
            share = max(0.05, until - time.monotonic()) / (len(literals) - tried)
            try:
                stream = self._dial.connect_tcp(literal, port, share, None, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                self.stream = GuardedStream(stream, self._deadline)
                return self.stream
        if isinstance(failed, httpcore2.ConnectTimeout):
            raise NotFetchedError(
                "unreachable", f"no connection could be made within {seconds:.3g} seconds"
            )
        raise NotFetchedError("unreachable", "the server takes no connection")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        raise NotFetchedError("refused", "only servers on the network are asked")

    def sleep(self, seconds: float) -> None:
        """Nothing is tried again down here; the watch says when."""

    def _is_allowed(self, host: str, port: int) -> bool:
        return host in self._allowed or f"{host}:{port}" in self._allowed

    def _look_up(self, host: str, port: int, seconds: float) -> Sequence[str]:
        """All addresses of a host: the system's own search knows no time limit, so it gets one."""
        found: list[Sequence[str]] = []
        broken: list[Exception] = []

        def search() -> None:
            try:
                found.append(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                broken.append(error)

        thread = threading.Thread(target=search, name=f"look up {host}", daemon=True)
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            raise NotFetchedError(
                "unreachable", f"the host's address could not be found within {seconds:.3g} seconds"
            )
        if found and found[0]:
            return found[0]
        if any(getattr(error, "errno", None) == socket.EAI_AGAIN for error in broken):
            raise NotFetchedError("unreachable", "no name server answered")
        raise NotFetchedError("unreachable", "no host of this name is known")


class GuardedStream(httpcore2.NetworkStream):
    """A connection that ends at the deadline, however slowly the other side drips."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline
        self.received = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._deadline.left())
        self.received += len(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            self._inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        except httpcore2.ConnectError as error:
            cause = error.args[0] if error.args else error
            if isinstance(cause, ssl.SSLCertVerificationError):
                reason = f"the server's certificate does not hold: {cause.verify_message}"
            else:
                reason = "no secure connection could be made"
            raise NotFetchedError("unreachable", reason) from error
        return self

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _refuse_unless_public(literals: Sequence[str]) -> None:
    for literal in literals:
        what = why_not_public(literal)
        if what is not None:
            raise NotFetchedError(
                "refused", f"the host's address {literal} is not public: it is {what}"
            )
