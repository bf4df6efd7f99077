"""What servers answer, and what the door makes of it."""

import gzip
import socket
import time
import zlib
from collections.abc import Callable

import pytest

from sholu.collect.fetch import Door, Limits, Validators
from sholu.model import UsageError
from tests.collect.fetch.server import MadeClock, Server, dripping, http, stuck

PAGE = "<p>Ойдан шығарылған жаңалық: порт ашылды.</p>".encode()


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def test_a_page_comes_with_its_type_charset_and_validators(server, door) -> None:
    server.routes["/a"] = http(
        body=PAGE,
        Content_Type='Text/HTML; Charset="UTF-8"',
        ETag='W/"7"',
        Last_Modified="Wed, 11 Mar 2026 05:00:00 GMT",
    )
    answer = door().get(server.address("/a"))
    assert answer.body == PAGE
    assert (answer.media_type, answer.charset) == ("text/html", "utf-8")
    assert answer.validators == Validators(
        etag='W/"7"', last_modified="Wed, 11 Mar 2026 05:00:00 GMT"
    )
    attempt = answer.attempt
    assert (attempt.outcome, attempt.status, attempt.size) == ("read", 200, len(PAGE))
    assert (attempt.reason, attempt.final, attempt.wait) == (None, None, None)
    assert attempt.at == "2026-03-11T06:00:00+00:00"


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("GZIP", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
        ("gzip", gzip.compress(PAGE) + bytes(100)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", raw_deflate(PAGE)),
        ("identity", PAGE),
    ],
    ids=["gzip", "x-gzip", "members", "padded", "deflate", "raw deflate", "identity"],
)
def test_a_packed_body_comes_unpacked(server, door, coding: str, packed: bytes) -> None:
    server.routes["/a"] = http(body=packed, Content_Encoding=coding)
    assert door().get(server.address("/a")).body == PAGE


@pytest.mark.parametrize(
    ("answering", "outcome", "reason"),
    [
        (http("401 No"), "blocked", "the server wants a password"),
        (http("402 No"), "blocked", "the server wants to be paid"),
        (http("403 No"), "blocked", "the server does not let us in"),
        (http("451 No"), "blocked", "the page is withheld for legal reasons"),
        (http("404 No"), "missing", "there is no such page"),
        (http("410 Gone"), "missing", "the page was taken away"),
        (http("429 Slow"), "busy", "the server asks us to come back later"),
        (http("503 Busy"), "busy", "the server cannot answer now"),
        (http("500 Oh"), "failed", "the server is out of order (status 500)"),
        (http("418 Tea"), "failed", "the server does not take the request (status 418)"),
        (http("206 Part", b"half"), "failed", "the server sent only a part of the page"),
        (http("302 Found"), "failed", "the server redirects to nowhere (status 302)"),
        (http("304 Same"), "failed", "the server redirects to nowhere (status 304)"),
        (b"", "unreachable", "the server hung up without an answer"),
        (b"<html>0.9</html>", "failed", "what the server sent is not an HTTP answer"),
        (b"\x16\x03\x01 \x00" * 99, "failed", "what the server sent is not an HTTP answer"),
        (
            http(X_Long="x" * 200_000),
            "failed",
            "what the server sent is not an HTTP answer",
        ),
        (
            http(body=PAGE, length=5000),
            "unreachable",
            "the connection broke off before the whole answer came",
        ),
        (
            http(body=b"not packed at all", Content_Encoding="gzip"),
            "unreadable",
            "the compressed answer is damaged",
        ),
        (
            http(body=gzip.compress(PAGE)[:-12], Content_Encoding="gzip"),
            "unreadable",
            "the compressed answer ends too early",
        ),
        (
            http(body=PAGE, Content_Encoding="br"),
            "unreadable",
            "the server packed its answer in a way we did not ask for (br)",
        ),
        (
            http(body=PAGE, Content_Encoding="gzip, gzip"),
            "unreadable",
            "the server packed its answer in a way we did not ask for (gzip, gzip)",
        ),
    ],
    ids=lambda value: repr(value[:24]) if isinstance(value, bytes) else None,
)
def test_every_answer_has_its_outcome_and_its_reason(
    server, door, answering: bytes, outcome: str, reason: str
) -> None:
    server.routes["/a"] = answering
    answer = door().get(server.address("/a"))
    assert (answer.attempt.outcome, answer.attempt.reason) == (outcome, reason)
    assert answer.body == b""
    assert answer.attempt.size == 0


@pytest.mark.parametrize("status", ["200 OK", "204 No Content"])
def test_an_empty_body_is_read(server, door, status: str) -> None:
    server.routes["/a"] = http(status)
    answer = door().get(server.address("/a"))
    assert (answer.attempt.outcome, answer.body) == ("read", b"")


def test_a_body_longer_than_it_says_ends_where_it_says(server, door) -> None:
    server.routes["/a"] = http(body=b"0123456789", length=4)
    assert door().get(server.address("/a")).body == b"0123"


class TestTooMuch:
    REASON = "it is larger than the 1,000 bytes that we take"

    def outcome(self, door: Door, address: str) -> str:
        attempt = door.get(address).attempt
        assert (attempt.reason, attempt.size) == (self.REASON, 0)
        return attempt.outcome

    def test_a_length_beyond_the_limit_is_refused_before_the_body(self, server, door) -> None:
        server.routes["/a"] = stuck(http(length=10_000_000_000))
        assert self.outcome(door(bytes=1000, total=5), server.address("/a")) == "oversized"

    def test_a_body_without_end_is_left(self, server, door) -> None:
        endless = b"HTTP/1.1 200 OK\r\n\r\n" + bytes(999)
        server.routes["/a"] = dripping(endless, bytes(999), every=0)
        assert self.outcome(door(bytes=1000, total=5), server.address("/a")) == "oversized"

    @pytest.mark.parametrize("coding", ["gzip", "deflate"])
    def test_a_bomb_is_left_at_the_limit(self, server, door, coding: str) -> None:
        pack = gzip.compress if coding == "gzip" else zlib.compress
        packed = pack(bytes(100_000))
        assert len(packed) < 1000
        server.routes["/a"] = http(body=packed, Content_Encoding=coding)
        assert self.outcome(door(bytes=1000), server.address("/a")) == "oversized"

    def test_as_much_as_the_limit_is_taken(self, server, door) -> None:
        server.routes["/a"] = http(body=gzip.compress(bytes(1000)), Content_Encoding="gzip")
        assert door(bytes=1000).get(server.address("/a")).body == bytes(1000)


@pytest.mark.parametrize(
    ("answering", "reason"),
    [
        (stuck(b""), "the server did not answer within 0.4 seconds"),
        (dripping(b"", b"H"), "the answer was not complete within 0.4 seconds"),
        (
            dripping(b"HTTP/1.1 200 OK\r\nX-A: ", b"a"),
            "the answer was not complete within 0.4 seconds",
        ),
        (
            dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"a"),
            "the answer was not complete within 0.4 seconds",
        ),
        (
            dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
            "the answer was not complete within 0.4 seconds",
        ),
        (
            dripping(b"", b"HTTP/1.1 103 Early\r\n\r\n"),
            "the answer was not complete within 0.4 seconds",
        ),
    ],
    ids=["silent", "drips status", "drips headers", "drips body", "drips chunks", "drips hints"],
)
def test_who_is_slow_is_left_at_the_deadline(server, door, answering, reason: str) -> None:
    server.routes["/a"] = answering
    began = time.monotonic()
    attempt = door(total=0.4).get(server.address("/a")).attempt
    assert time.monotonic() - began < 1
    assert (attempt.outcome, attempt.reason) == ("unreachable", reason)


class TestRedirects:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_are_followed_to_the_address_that_answers(self, server, door, status: int) -> None:
        server.routes["/a"] = http(f"{status} There", Location="/б?в=1#г")
        server.routes["/%D0%B1?%D0%B2=1"] = http(body=PAGE)
        answer = door().get(server.address("/a"))
        assert answer.body == PAGE
        assert answer.attempt.address == server.address("/a")
        assert answer.attempt.final == server.address("/%D0%B1?%D0%B2=1")

    def test_five_are_followed_and_six_are_not(self, server, door) -> None:
        for step in range(6):
            server.routes[f"/{step}"] = http("302 Found", Location=f"/{step + 1}")
        server.routes["/6"] = http(body=PAGE)
        assert door().get(server.address("/1")).body == PAGE
        attempt = door().get(server.address("/0")).attempt
        assert (attempt.outcome, attempt.reason) == ("failed", "there are more than 5 redirects")
        assert server.asked.count("/5") == 2

    def test_in_a_circle_are_left_at_once(self, server, door) -> None:
        server.routes["/a"] = http("302 Found", Location="/b")
        server.routes["/b"] = http("302 Found", Location="/a#again")
        attempt = door().get(server.address("/a")).attempt
        assert (attempt.outcome, attempt.reason) == (
            "failed",
            "the redirects go round in a circle",
        )
        assert server.asked == ["/robots.txt", "/a", "/b"]

    def test_share_one_deadline(self, server, door) -> None:
        def slow(location: str):
            def answer(connection: socket.socket) -> None:
                time.sleep(0.15)
                connection.sendall(http("302 Found", Location=location))

            return answer

        for step in range(5):
            server.routes[f"/{step}"] = slow(f"/{step + 1}")
        attempt = door(total=0.4).get(server.address("/0")).attempt
        assert attempt.outcome == "unreachable"


class TestConditions:
    KNOWN = Validators(etag='"7"', last_modified="Wed, 11 Mar 2026 05:00:00 GMT")

    def test_are_told_and_nothing_new_is_unchanged(self, server, door) -> None:
        server.routes["/a"] = http("304 Not Modified")
        answer = door().get(server.address("/a"), validators=self.KNOWN)
        assert server.header("If-None-Match") == '"7"'
        assert server.header("If-Modified-Since") == "Wed, 11 Mar 2026 05:00:00 GMT"
        assert (answer.attempt.outcome, answer.attempt.status) == ("unchanged", 304)
        assert answer.attempt.reason is None

    def test_are_not_told_where_nothing_is_known(self, server, door) -> None:
        server.routes["/a"] = http(body=PAGE)
        door().get(server.address("/a"), validators=Validators())
        assert server.header("If-None-Match") is None
        assert server.header("If-Modified-Since") is None

    def test_that_cannot_stand_in_a_header_are_left_out(self, server, door) -> None:
        server.routes["/a"] = http(body=PAGE)
        door().get(server.address("/a"), validators=Validators(etag='"7"\r\nX-Evil: 1'))
        assert server.header("If-None-Match") is None
        assert server.header("X-Evil") is None


class TestWhatServersSeeOfUs:
    def test_our_name_and_whom_to_write_to(self, server, door) -> None:
        server.routes["/a"] = http(body=PAGE, Set_Cookie="a=b")
        asking = door(contact="https://desk.example/sholu")
        asking.get(server.address("/a"))
        agent = server.header("User-Agent")
        assert agent.startswith("Sholu/")
        assert agent.endswith(" (+https://desk.example/sholu)")

    def test_no_cookie_and_no_packing_that_we_cannot_undo(self, server, door) -> None:
        server.routes["/a"] = http(body=PAGE, Set_Cookie="a=b")
        asking = door()
        asking.get(server.address("/a"))
        asking.get(server.address("/a"))
        assert server.header("Cookie") is None
        assert server.header("Accept-Encoding") == "gzip, deflate"

    def test_no_proxy_of_the_environment_is_asked(self, server, door, monkeypatch) -> None:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        server.routes["/a"] = http(body=PAGE)
        assert door().get(server.address("/a")).body == PAGE

    @pytest.mark.parametrize("contact", ["me\r\nX: y", "редакция", "a (b)", "<a>"])
    def test_no_contact_that_breaks_a_header(self, contact: str) -> None:
        with pytest.raises(UsageError, match="cannot be told to servers"):
            Door(contact=contact)


def no_name_server(host: str, port: int) -> list[str]:
    raise socket.gaierror(socket.EAI_AGAIN, "try again")


@pytest.mark.parametrize(
    ("resolve", "reason"),
    [
        (no_name_server, "no name server answered"),
        (lambda host, port: [], "no host of this name is known"),
        (lambda host, port: time.sleep(0.6), "found within 0.2 seconds"),
    ],
    ids=["no name server", "no name", "slow name server"],
)
def test_a_host_that_is_not_found_is_unreachable(
    clock: MadeClock, resolve: Callable, reason: str
) -> None:
    with Door(clock=clock, resolve=resolve, limits=Limits(connect=0.2)) as door:
        attempt = door.get("http://nowhere.example/").attempt
    assert attempt.outcome == "unreachable"
    assert reason in attempt.reason


def test_a_port_where_nobody_listens_is_unreachable(clock: MadeClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with Door(clock=clock, allowed=["127.0.0.1"]) as door:
        attempt = door.get(f"http://127.0.0.1:{port}/").attempt
    assert (attempt.outcome, attempt.reason) == (
        "unreachable",
        "the server takes no connection",
    )


def test_a_name_is_asked_by_its_name_at_the_address_found(server: Server, clock) -> None:
    server.routes["/"] = http(body=PAGE)
    name = f"intranet.example:{server.port}"
    with Door(clock=clock, allowed=[name], resolve=lambda host, port: ["127.0.0.1"]) as door:
        assert door.get(f"http://{name}/").body == PAGE
    assert server.header("Host") == name
