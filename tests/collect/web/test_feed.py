"""Feeds of every format and manner: what they name, and what of it is believed."""

from datetime import UTC, datetime

import pytest

from sholu.collect.web import feed, json_feed
from sholu.collect.web.listing import Listing
from sholu.model import DocumentError

SEEN = datetime(2025, 11, 15, 9, 30, tzinfo=UTC)
HERE = "https://north.example/feed/"
LONG = "Министр көпірдің мамыр айында ашылатынын журналистерге хабарлады. " * 15
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:yandex="http://news.yandex.ru" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><title>Солтүстік хабары</title><language>kk-KZ</language>{}</channel></rss>"
)
ITEM = (
    "<item><title>Көпір &amp; жол</title><link>https://north.example/1</link>"
    "<pubDate>Sat, 15 Nov 2025 08:00:00 +0500</pubDate></item>"
)


def read(
    body: str | bytes, zone: str | None = "Asia/Almaty", charset: str | None = None
) -> Listing:
    data = body.encode() if isinstance(body, str) else body
    return feed.read(data, address=HERE, charset=charset, zone=zone, seen=SEEN)


def test_rss_2():
    found = read(RSS.format(ITEM))
    (link,) = found.links
    assert found.title == "Солтүстік хабары"
    assert (link.address, link.title) == ("https://north.example/1", "Көпір & жол")
    assert (link.published, link.lang, link.text) == ("2025-11-15T08:00:00+05:00", "kk", None)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<rss version="0.91"><channel><title>N</title><item><title>T</title>'
            "<link>/1</link></item></channel></rss>",
            id="RSS 0.91",
        ),
        pytest.param(
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>N</title></channel>'
            "<item><title>T</title><link>https://north.example/1</link></item></rdf:RDF>",
            id="RSS 0.90",
        ),
        pytest.param(
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://purl.org/rss/1.0/"><channel><title>N</title></channel>'
            '<item rdf:about="https://north.example/1"><title>T</title>'
            "<link>https://north.example/1</link></item></rdf:RDF>",
            id="RSS 1.0",
        ),
        pytest.param(
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><id>tag:n,1</id>'
            '<title>T</title><link rel="enclosure" href="/a.mp3"/>'
            '<link rel="alternate" href="../1#top"/></entry></feed>',
            id="Atom",
        ),
        pytest.param(
            "<br />\n<b>Warning</b>: mysql_query() in /x.php\n"
            + RSS.format("<item><title>T</title><guid>https://north.example/1</guid></item>"),
            id="warnings of the server before it",
        ),
        pytest.param(
            RSS.format("<item><title>T</title><link>https://north.example/1</link>")[:-16],
            id="cut off",
        ),
    ],
)
def test_every_format_names_its_article(body):
    (link,) = read(body).links
    assert (link.address, link.title) == ("https://north.example/1", "T")


@pytest.mark.parametrize(
    ("encoding", "stated", "charset"),
    [
        ("cp1251", "utf-8", None),
        ("utf-8", "windows-1251", "windows-1251"),
        ("koi8-r", "koi8-r", None),
        ("cp1251", "", "windows-1251"),
        ("utf-16", "utf-16", None),
    ],
)
def test_the_bytes_decide_over_the_stated_character_set(encoding, stated, charset):
    item = "<item><title>Мост откроют в мае, сказал министр</title><link>/1</link></item>"
    text = RSS.format(item).replace("Солтүстік хабары", "Северные вести")
    text = text.replace('encoding="utf-8"', f'encoding="{stated}"' if stated else "")
    found = read(text.encode(encoding), charset=charset)
    assert found.title == "Северные вести"
    assert found.links[0].title == "Мост откроют в мае, сказал министр"


def test_an_item_without_an_address_is_named_and_the_rest_goes_on():
    found = read(
        RSS.format('<item><title>T</title><guid isPermaLink="false">7</guid></item>' + ITEM)
    )
    assert [link.address for link in found.links] == ["https://north.example/1"]
    assert [p.source for p in found.problems] == ["https://north.example/feed/, item 1"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://north.example/1", "http://"]
)
def test_only_addresses_of_pages_are_links(address):
    assert read(RSS.format(f"<item><title>T</title><link>{address}</link></item>")).links == ()


def test_bare_ampersands_and_names_of_html_do_not_spoil_a_feed():
    (link,) = read(RSS.format("<item><title>A&nbsp;B</title><link>/1?a=1&b=2</link></item>")).links
    assert (link.address, link.title) == ("https://north.example/1?a=1&b=2", "A B")


def test_dates_without_a_zone_take_that_of_the_outlet():
    body = RSS.format("<item><link>/1</link><pubDate>15 қар 2025, 14:05</pubDate></item>")
    assert read(body).links[0].published == "2025-11-15T14:05:00+05:00"
    assert read(body, zone=None).links[0].published == "2025-11-15T14:05:00"


@pytest.mark.parametrize(
    "date", ["", "<pubDate>soon</pubDate>", "<pubDate>Sat, 15 Nov 2031 08:00:00 GMT</pubDate>"]
)
def test_a_missing_or_impossible_date_is_unknown(date):
    assert read(RSS.format(f"<item><link>/1</link>{date}</item>")).links[0].published is None


@pytest.mark.parametrize(
    ("carried", "whole"),
    [
        (f"<content:encoded><![CDATA[<p>{LONG}</p><p>Соңы.</p>]]></content:encoded>", True),
        (f"<yandex:full-text>{LONG}</yandex:full-text>", True),
        (f"<content:encoded>{LONG[:300]}</content:encoded>", False),
        (f"<content:encoded>{LONG} […]</content:encoded>", False),
        (f"<content:encoded>{LONG} Толығырақ</content:encoded>", False),
        (f"<description>{LONG}</description>", False),
    ],
    ids=["whole", "Yandex", "short", "cut off", "read more", "summary"],
)
def test_the_article_is_taken_from_the_feed_only_where_it_is_all_of_it(carried, whole):
    (link,) = read(RSS.format(f"<item><link>/1</link>{carried}</item>")).links
    assert (link.text is not None) == whole
    assert not link.text or "<" not in link.text


def test_paragraphs_are_lines_and_the_closing_line_of_a_feed_is_left_out():
    post = f"<p>{LONG}</p>\n<p>The post <a href='/1'>T</a> appeared first on <a>N</a>.</p>"
    item = f"<item><link>/1</link><content:encoded><![CDATA[{post}]]></content:encoded></item>"
    assert read(RSS.format(item)).links[0].text == LONG.strip()


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (("Көпір", "Жаңа көпір"), False),
        (("<item>", "<item><description>Толықтырылды</description>"), False),
        (("kk-KZ", "kk"), True),
    ],
    ids=["title", "summary", "something else"],
)
def test_an_edited_item_has_another_mark(change, same):
    before, after = RSS.format(ITEM), RSS.format(ITEM).replace(*change)
    assert (read(before).links[0].mark == read(after).links[0].mark) == same


def test_one_address_is_one_link():
    assert len(read(RSS.format(ITEM * 3)).links) == 1


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;',
        f'<!ENTITY big "{"x" * 100_000}">',
    ],
    ids=["laughs", "file", "parameter", "quadratic"],
)
def test_a_feed_that_defines_entities_is_refused(entities):
    body = f"<!DOCTYPE rss [{entities}]>" + RSS.format("<item><title>&b;&x;</title></item>")[38:]
    with pytest.raises(DocumentError, match="bombs"):
        read(body)


@pytest.mark.parametrize("body", [b"", b"{}", b"<html><p>no feed</p></html>", b"\x89PNG\r\n", b"<"])
def test_what_is_no_feed_says_so(body):
    with pytest.raises(DocumentError):
        read(body)


@pytest.mark.parametrize("version", ["1", "1.1"])
def test_json_feed(version):
    body = (
        f'{{"version": "https://jsonfeed.org/version/{version}", "title": "N", "language": "en-GB",'
        '"items": [{"id": 7, "url": "/1", "title": "A\\ud800", "date_published": '
        '"2025-11-15T08:00:00Z", "content_html": "<p>Short.</p>"},'
        ' {"id": "https://north.example/2", "external_url": "javascript:1"}, 3]}'
    )
    found = json_feed.read(body.encode(), address=HERE, charset=None, zone=None, seen=SEEN)
    first, second = found.links
    assert (first.address, first.published, first.lang) == (
        "https://north.example/1",
        "2025-11-15T08:00:00+00:00",
        "en",
    )
    assert second.address == "https://north.example/2"
    assert len(found.problems) == 1


@pytest.mark.parametrize("body", [b"[]", b'{"items": {}}', b"{", b"[" * 100_000, b"\xff\xfe"])
def test_what_is_no_json_feed_says_so(body):
    with pytest.raises(DocumentError):
        json_feed.read(body, address=HERE, charset=None, zone=None, seen=SEEN)
