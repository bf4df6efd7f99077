"""A server on loopback that answers as it is told, byte by byte if need be."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

Answering = bytes | Callable[[socket.socket], None]


def http(
    status: str = "200 OK", body: bytes = b"", *, length: int | None = None, **headers: str
) -> bytes:
    """An answer; `headers` with underscores for hyphens; `length` where it is to be a lie."""
    headers.setdefault("Content_Length", str(len(body) if length is None else length))
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Server:
    """Answers every path from `routes`, with 404 where there is none; robots.txt too.

    Attributes:
        routes: path (with query) -> what is sent, or a function that sends it.
        connections: how many were made, whether or not anything was asked.
        asked: the paths asked for, in order; `requests` has the whole heads.
    """

    def __init__(self, host: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> None:
        self._context = context
        self.routes: dict[str, Answering] = {}
        self.connections = 0
        self.asked: list[str] = []
        self.requests: list[str] = []
        self._listening = socket.create_server((host, 0))
        self.host, self.port = host, int(self._listening.getsockname()[1])
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        self._talks: list[threading.Thread] = []

    @property
    def site(self) -> str:
        return f"{self.host}:{self.port}"

    def address(self, path: str = "/") -> str:
        return f"http://{self.site}{path}"

    def header(self, name: str) -> str | None:
        """A header of the last request."""
        for line in self.requests[-1].split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()
        for talk in self._talks:
            talk.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            talk = threading.Thread(target=self._talk, args=(connection,))
            self._talks.append(talk)
            talk.start()

    def _opened(self, connection: socket.socket) -> socket.socket:
        if self._context is None:
            return connection
        try:
            return self._context.wrap_socket(connection, server_side=True)
        except OSError:
            connection.close()
            raise

    def _talk(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), self._opened(connection) as connection:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
                if head.startswith(b"\x16"):  # the other side speaks TLS
                    connection.sendall(http("400 Plain HTTP alone"))
                    return
            request = head.decode("latin-1")
            path = request.split(" ", 2)[1]
            self.requests.append(request)
            self.asked.append(path)
            answer = self.routes.get(path, http("404 Not Found"))
            if callable(answer):
                answer(connection)
            else:
                connection.sendall(answer)


def dripping(start: bytes, drop: bytes, *, every: float = 0.05) -> Callable[[socket.socket], None]:
    """Sends the start, and then drop after drop until the other side goes away."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(drop)
            time.sleep(every)

    return answer


def stuck(start: bytes) -> Callable[[socket.socket], None]:
    """Sends the start, and then nothing until the other side goes away."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        connection.recv(1)

    return answer


class MadeClock:
    """A clock that stands still but for those who sleep by it."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 11, 6, tzinfo=UTC)
        self._lock = threading.Lock()
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(seconds)
            self._now += timedelta(seconds=seconds)

    def pass_by(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


@contextlib.contextmanager
def serving(host: str = "127.0.0.1", *, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(host, context)
    try:
        yield server
    finally:
        server.close()
