"""Whatever is asked for and whatever is answered, the door says what became of it."""

import tracemalloc
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sholu.collect.fetch import Door
from sholu.collect.fetch.answer import NotFetchedError
from sholu.collect.fetch.headers import content_type, retry_after
from sholu.collect.fetch.place import place_of
from sholu.collect.fetch.unpack import unpacker
from tests.collect.fetch.server import MadeClock, http

AUTHORITY = st.text("0123456789.xa:@[]%\\/#?-_ ѣ。", max_size=20)


@given(address=st.one_of(st.text(), AUTHORITY.map("http://{}/".format)))
def test_any_text_as_an_address(address: str) -> None:
    with Door(clock=MadeClock(), resolve=lambda host, port: []) as door:
        attempt = door.get(address).attempt
        assert attempt.outcome in ("refused", "unreachable")
        assert attempt.reason
        door.ready_at(address)


@given(address=AUTHORITY.map("http://{}/".format))
def test_an_address_taken_apart_and_put_together_is_the_same_place(address: str) -> None:
    try:
        place = place_of(address)
    except NotFetchedError:
        return
    assert place_of(place.address) == place
    assert place.authority in place.address


@given(location=st.text())
def test_any_text_as_a_redirect(location: str) -> None:
    before = place_of("http://outlet.example/a")
    try:
        place = before.redirected(location)
    except NotFetchedError:
        return
    assert place.scheme in ("http", "https")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    start=st.sampled_from(
        [
            b"",
            b"HTTP/1.1 ",
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 200 OK\r\n\r\n",
            b"HTTP/1.1 302 Found\r\nLocation: ",
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: ",
            b"HTTP/1.1 101 Switching\r\n\r\n",
        ]
    ),
    rest=st.binary(max_size=60),
)
def test_any_bytes_as_an_answer(server, start: bytes, rest: bytes) -> None:
    server.routes["/a"] = start + rest
    with Door(clock=MadeClock(), allowed=[server.site], resolve=lambda *_: ["127.0.0.1"]) as door:
        answer = door.get(server.address("/a"))
    assert (answer.attempt.reason is None) == (answer.attempt.outcome == "read")
    assert answer.attempt.size == len(answer.body)


@given(
    body=st.binary(max_size=2000),
    coding=st.sampled_from(["gzip", "deflate", ""]),
    size=st.integers(1, 50),
)
def test_a_body_is_the_same_in_whatever_pieces_it_comes(body: bytes, coding: str, size: int):
    packer = zlib.compressobj(wbits=31 if coding == "gzip" else 15)
    packed = packer.compress(body) + packer.flush() if coding else body
    pieces = unpacker(coding)
    got = b""
    for start in range(0, len(packed), size):
        got += pieces.feed(packed[start : start + size], 10_000 - len(got))
    pieces.finish()
    assert got == body


@given(value=st.text())
def test_any_text_in_a_header(value: str) -> None:
    content_type(value)
    seconds = retry_after(value, MadeClock().now(), longest=100)
    assert seconds is None or 0 <= seconds <= 100


def test_a_bomb_takes_no_more_memory_than_the_limit_allows(server, door) -> None:
    limit = 1_000_000
    packer = zlib.compressobj(9, wbits=31)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    server.routes["/a"] = http(body=packed, Content_Encoding="gzip")
    asking = door(bytes=limit)
    tracemalloc.start()
    outcome = asking.get(server.address("/a")).attempt.outcome
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert outcome == "oversized"
    assert peak < 5 * limit


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML;charset=Windows-1251", ("text/html", "windows-1251")),
        ('application/rss+xml; x=y; charset="UTF-8"', ("application/rss+xml", "utf-8")),
        ("text/html; charset='utf-8'", ("text/html", "utf-8")),
        ("text/html, text/plain", ("text/html", None)),
        ("; charset=utf-8", (None, "utf-8")),
        ("html", (None, None)),
        ("", (None, None)),
    ],
)
def test_what_a_content_type_says(written: str, expected: tuple[str | None, str | None]) -> None:
    assert content_type(written) == expected
