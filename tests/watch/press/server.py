"""One server on loopback that stands for all hosts of the test world."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Manner = str
_CHUNK = b"x" * 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is sent.

    Attributes:
        manner: whole; cut (half of it), silent (nothing), dripping (byte after byte without end),
            endless (as fast as it is taken).
    """

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    manner: Manner = "whole"
    length: int | None = None


Answering = Callable[[str, str, dict[str, str]], Reply]
"""A host, a path with its query, and the headers in lower case, to what is sent."""


# The port is part of every address, and with it of what a watch draws its waits from: with the
# same port one run is like the other.
_PORTS = range(41_800, 41_820)
_CLOSED_PORTS = range(41_820, 41_840)


class Server:
    """Answers every connection with what `answering` says, which may be changed at any time.

    Attributes:
        closed_port: nobody listens there, and nobody else can.
    """

    def __init__(self, port: int = 0) -> None:
        self.answering: Answering = lambda host, path, headers: Reply(status=404)
        self._lock = threading.Lock()
        self._listening = _bound(port, _PORTS)
        self._listening.listen(128)
        self.port = int(self._listening.getsockname()[1])
        self._closed = _bound(0, _CLOSED_PORTS)
        self.closed_port = int(self._closed.getsockname()[1])
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._closed.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            first, *lines = head.decode("latin-1").split("\r\n")
            pairs = (line.partition(":") for line in lines if line)
            headers = {name.lower(): value.strip() for name, _, value in pairs}
            path = first.split(" ")[1]
            with self._lock:
                reply = self.answering(headers.get("host", ""), path, headers)
            _send(connection, reply)


def _send(connection: socket.socket, reply: Reply) -> None:
    length = len(reply.body) if reply.length is None else reply.length
    lines = [f"HTTP/1.1 {reply.status} {'OK' if reply.status == 200 else 'Other'}"]
    if reply.manner not in ("dripping", "endless"):
        lines.append(f"Content-Length: {length}")
    lines += [f"{name}: {value}" for name, value in (*reply.headers, ("Connection", "close"))]
    head = "\r\n".join([*lines, "", ""]).encode()
    if reply.manner == "silent":
        connection.recv(1)
        return
    if reply.manner == "cut":
        connection.sendall(head + reply.body[: len(reply.body) // 2])
        return
    connection.sendall(head + reply.body)
    while reply.manner == "endless":
        connection.sendall(_CHUNK)
    while reply.manner == "dripping":
        connection.sendall(b"x")
        time.sleep(0.05)


def _bound(port: int, liked: range) -> socket.socket:
    """A socket at a port, or at the first free one of those liked, or at any."""
    for each in (port,) if port else (*liked, 0):
        found = socket.socket()
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind(("127.0.0.1", each))
        except OSError:
            found.close()
            continue
        return found
    raise OSError(f"port {port} is taken")


@contextlib.contextmanager
def serving(port: int = 0) -> Iterator[Server]:
    server = Server(port)
    try:
        yield server
    finally:
        server.close()
