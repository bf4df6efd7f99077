"""Web archives in the shape of CC-NEWS: what is a page of news in them, and what it tells."""

import gzip

import pytest

LINES = "".join(
    f"<p>The minister of Nordavia said on day {day} that the bridge would open.</p>"
    for day in range(4)
)
PAGE = f"<html lang=en><h1>The bridge opens</h1><p class=date>{{}}</p>{LINES}</html>"


def record(
    body: str,
    *,
    url: str = "https://www.north.example/1",
    status: str = "200 OK",
    kind: str = "response",
) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2025-11-15T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("2 hours ago", "2025-11-15T07:30:00+00:00"),
        ("14 November 2025, 10:05", "2025-11-14T10:05:00"),
        ("today, 14:05", None),
        ("19 November 2025", None),
    ],
)
def test_a_page_is_dated_by_when_it_was_archived(collect, words, published):
    (found,), _ = collect({"a.warc.gz": record(PAGE.format(words))})
    assert found.published == published
    assert (found.url, found.outlet) == ("https://www.north.example/1", "north.example")


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved Permanently", "500 Error"])
def test_answers_that_are_no_pages_are_passed_over(collect, status):
    data = record(PAGE, status=status) + record(PAGE.format(""), url="https://north.example/2")
    documents, skipped = collect({"a.warc.gz": data})
    assert [found.url for found in documents] == ["https://north.example/2"]
    assert not skipped


def test_requests_and_robots_are_no_pages(collect):
    data = record(PAGE, kind="request") + record(
        "User-agent: *\nDisallow: /", url="https://north.example/robots.txt"
    )
    assert collect({"a.warc.gz": data}) == ([], [])
