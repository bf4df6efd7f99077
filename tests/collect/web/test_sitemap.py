"""Sitemaps, lists of feeds, and telling what a server sent."""

import gzip
from datetime import UTC, datetime

import pytest

from sholu.collect.web import opml, sitemap, told
from sholu.collect.web.listing import Listing
from sholu.model import DocumentError

SEEN = datetime(2025, 11, 15, 9, 30, tzinfo=UTC)
HERE = "https://north.example/sitemap.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>https://north.example/a.jpg</image:loc></image:image>
<loc> https://north.example/1?a=1&b=2 </loc><lastmod>2025-11-15</lastmod>
<news:news><news:publication><news:name>N</news:name><news:language>kk</news:language>
</news:publication><news:publication_date>2025-11-15T08:00:00+05:00</news:publication_date>
<news:title>Көпір &amp; жол</news:title></news:news></url>
<url><loc>/2</loc><lastmod>2025-11-14</lastmod></url></urlset>"""
INDEX = (
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<sitemap><loc>/news-1.xml.gz</loc></sitemap><sitemap><loc>/news-2.xml</loc></sitemap>"
    "</sitemapindex>"
)


def read(body: str | bytes) -> Listing:
    data = body.encode() if isinstance(body, str) else body
    return sitemap.read(data, address=HERE, charset=None, zone="Asia/Almaty", seen=SEEN)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_news_sitemap(pack):
    first, second = read(pack(NEWS.encode())).links
    assert (first.address, first.title) == ("https://north.example/1?a=1&b=2", "Көпір & жол")
    assert (first.published, first.lang) == ("2025-11-15T08:00:00+05:00", "kk")
    assert (second.address, second.published) == ("https://north.example/2", None)


def test_a_page_changed_has_another_mark():
    edited = NEWS.replace("<lastmod>2025-11-14<", "<lastmod>2025-11-15<")
    (first, second), (same, other) = read(NEWS).links, read(edited).links
    assert first.mark == same.mark
    assert second.mark != other.mark


def test_an_index_names_more():
    found = read(INDEX)
    assert found.more == ("https://north.example/news-1.xml.gz", "https://north.example/news-2.xml")
    assert found.links == ()


def test_lines_of_addresses():
    found = read("https://north.example/1\nhttps://north.example/2\nno address\n")
    assert [link.address[-2:] for link in found.links] == ["/1", "/2"]
    assert [problem.reason for problem in found.problems] == ["is no address"]


@pytest.mark.parametrize(
    "body",
    [NEWS.encode()[:-40], gzip.compress(NEWS.encode())[:-12]],
    ids=["XML", "gzip"],
)
def test_what_breaks_off_is_read_as_far_as_it_goes(body):
    found = read(body)
    assert found.links[0].address == "https://north.example/1?a=1&b=2"
    assert "breaks off" in found.problems[0].reason


def test_no_more_than_the_format_allows_is_taken(monkeypatch):
    monkeypatch.setattr(sitemap, "MAX_LINKS", 2)
    found = read(NEWS.replace("</urlset>", "<url><loc>/3</loc></url></urlset>"))
    assert len(found.links) == 2
    assert "more than 2 pages" in found.problems[0].reason


def test_a_gzip_bomb_is_refused():
    with pytest.raises(DocumentError, match="unpacks to more than 50 MiB"):
        read(gzip.compress(b" " * (sitemap.MAX_BYTES + 1)))


def test_a_sitemap_for_news_may_be_empty_for_days():
    assert read(b"<urlset/>").links == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"\x1f\x8b\x08broken",
        b'<!DOCTYPE urlset [<!ENTITY a "x">]><urlset><url><loc>&a;</loc></url></urlset>',
    ],
    ids=["empty", "JSON", "broken gzip", "bomb"],
)
def test_what_names_no_pages_says_so(body):
    with pytest.raises(DocumentError):
        read(body)


OPML = """<opml version="2.0"><head><title>x</title></head><body><outline text="KZ">
<outline text="inner"><outline title="Солтүстік" text="t" type="rss" language="kk-KZ"
 xmlUrl="https://www.north.example/feed/" htmlUrl="https://north.example/"/></outline>
<outline text="South & co" xmlurl="http://south.example:80/rss"/></outline>
<outline text="bad" xmlUrl="file:///etc/passwd"/><outline text="only text"/></body></opml>"""


def test_a_list_of_feeds_however_nested():
    first, second = opml.read(OPML.encode(), place="s.opml")
    assert (first.id, first.address) == ("north.example/feed", "https://www.north.example/feed/")
    assert (first.outlet, first.lang, first.kind) == ("Солтүстік", "kk", "feed")
    assert (second.address, second.outlet) == ("http://south.example/rss", "South & co")


@pytest.mark.parametrize(
    "body", [b"", b"<html/>", b"<opml><body/></opml>", b"<!DOCTYPE o [<!ENTITY a 'b'>]><opml/>"]
)
def test_what_lists_no_feeds_says_so(body):
    with pytest.raises(DocumentError, match=r"s\.opml"):
        opml.read(body, place="s.opml")


@pytest.mark.parametrize(
    ("body", "media_type", "kind"),
    [
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0">', "text/html", "feed"),
        (b"\xef\xbb\xbf\n<rdf:RDF xmlns:rdf='x'>", None, "feed"),
        (b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", None, "feed"),
        ('<?xml version="1.0"?><feed xmlns="x">'.encode("utf-16"), None, "feed"),
        (b"Warning: x in y.php\n<rss version='2.0'>", "text/html", "feed"),
        (NEWS.encode(), "application/xml", "sitemap"),
        (gzip.compress(INDEX.encode()), "application/x-gzip", "sitemap"),
        (b"https://north.example/1\nhttps://north.example/2", "text/plain", "sitemap"),
        (OPML.encode(), "text/xml", "opml"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', None, "json feed"),
        (b'{"items": []}', "application/feed+json", "json feed"),
        (b'{"a": 1}', "application/json", None),
        (b"<!DOCTYPE html><html><p>how to write an <rss > feed", "application/xml", "page"),
        (b"\n\n<div><p>Only a part of a page", "text/html", "page"),
        (b"\x89PNG", "image/png", None),
        (b"", "text/html", None),
    ],
)
def test_what_came_is_told_by_its_body(body, media_type, kind):
    assert told.kind(body, media_type) == kind
