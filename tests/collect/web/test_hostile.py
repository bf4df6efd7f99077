"""Whatever bytes a server sends, nothing but `DocumentError` comes of them, and in good time."""

import json
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sholu.collect.web import feed, json_feed, opml, page, sitemap, told
from sholu.model import DocumentError
from tests.collect.web.stored import stored_pages
from tests.collect.web.test_feed import ITEM, LONG, RSS
from tests.collect.web.test_sitemap import INDEX, NEWS, OPML

HERE = "https://north.example/x"
SEEN = datetime(2025, 11, 15, 9, 30, tzinfo=UTC)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/b/"><entry><link href="1"/>'
    f'<content type="html">&lt;p&gt;{LONG}</content><updated>2025-11-15</updated></entry></feed>'
)
JSON = json.dumps({"items": [{"url": "/1", "content_html": f"<p>{LONG}", "id": 1}], "title": "N"})
BODIES = [RSS.format(ITEM), ATOM, NEWS, INDEX, OPML, JSON]
PAGES = [stored.body for stored in stored_pages()][::4]
PIECES = [
    b"", b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!DOCTYPE a [", b"<!--", b"\0", b"\xff", b"&#0;",
    b"&#xD800;", b"<item>", b"</item>", b"http://[", b"http://a:b/", b"javascript:", b"<table>",
    b"<script>", b"{", b'"', b"\\ud800", b"<h1>", b"<article>", b"2025-99-99T99:99", b"\xd0",
    b'<a href="http://[::1">', b"<time datetime='1'>", b"charset=zip", b'encoding="unicode_escape"',
]  # fmt: skip


def mutated(bodies: list[bytes]) -> st.SearchStrategy[bytes]:
    """One of the bodies with pieces cut out, doubled or put in."""

    def change(body: bytes, cuts: list[tuple[float, float, bytes]]) -> bytes:
        for start, length, piece in cuts:
            at = int(start * len(body))
            body = body[:at] + piece + body[at + int(length * len(body)) :]
        return body

    cut = st.tuples(
        st.floats(0, 1), st.sampled_from([0, 0, 0.001, 0.01, 0.3]), st.sampled_from(PIECES)
    )
    return st.builds(change, st.sampled_from(bodies), st.lists(cut, max_size=6))


def read_all(body: bytes) -> None:
    told.kind(body, "text/html")
    for reader in (feed.read, json_feed.read, sitemap.read):
        with suppress(DocumentError):
            reader(body, address=HERE, charset=None, zone="Asia/Almaty", seen=SEEN)
    with suppress(DocumentError):
        opml.read(body, place="x.opml")


def read_page(body: bytes) -> None:
    try:
        found = page.document(body, address=HERE, zone="Asia/Almaty", seen=SEEN)
    except DocumentError:
        return
    assert found.text.strip()
    found.text.encode()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated([body.encode() for body in BODIES]))
def test_broken_lists(body):
    read_all(body)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated(PAGES))
def test_broken_pages(body):
    read_page(body)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(body):
    read_all(body)
    read_page(body)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 50_000 + b"text",
        b"<ul><li>" * 20_000,
        b"<p>" + b"a <b>b</b> " * 20_000,
        b"<rss><channel>" + b"<item>" * 20_000,
        b"<a href='/1'>" * 20_000,
        b"<table><tr><td>" * 5_000,
        b"<!DOCTYPE " + b"[" * 100_000,
        b"<!--" * 50_000,
        b"&" * 200_000,
        b"<" * 200_000,
        b"<urlset>" + b"<url>" * 50_000,
        b"<opml>" + b"<outline>" * 50_000,
        b'{"items":' + b"[" * 50_000,
        b"1 " * 100_000,
        b"<time>" + b"1.1.1 " * 20_000,
    ],
    ids=lambda body: body[:16].decode(),
)
def test_what_is_made_to_take_for_ever_does_not(body):
    start = time.process_time()
    read_all(body)
    read_page(b"<html><body><h1>The bridge opens in May</h1>" + body)
    assert time.process_time() - start < 30
