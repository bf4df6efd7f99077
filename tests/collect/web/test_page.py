"""What a page says of its article, what stands beside it, and pages that have none."""

import json
from datetime import UTC, datetime

import pytest

from sholu.collect.web import page
from sholu.model import DocumentError
from sholu.model.source import Link, Source

HERE = "https://www.north.example/news/bridge"
SEEN = datetime(2025, 11, 15, 9, 30, tzinfo=UTC)
FIRST = "The minister of Nordavia said on Friday that the bridge over the Venn would open in May."
SECOND = "Three companies built it in two years, and one of them has yet to be paid, he added."
THIRD = "The mayor of the town asked for a date in writing before anybody cuts a ribbon."
TEXT = [FIRST, SECOND, THIRD]


def markup(head: str = "", body: str | None = None, lang: str = "en") -> str:
    inner = body if body is not None else article()
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{inner}</body></html>'


def article(*inside: str) -> str:
    lines = "".join(f"<p>{line}</p>" for line in TEXT)
    return f"<article><h1>The bridge opens in May</h1>{lines}{''.join(inside)}</article>"


def read(text: str, **more: object) -> page.PageDocument:
    known = {"address": HERE, "zone": "Europe/Berlin", "seen": SEEN, **more}
    return page.document(text.encode(), **known)


def ld(**fields: object) -> str:
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_all_that_a_page_says_of_its_article():
    found = read(
        markup(
            '<link rel="canonical" href="/news/bridge-1"><meta property="og:site_name" content="N">'
            + ld(
                headline="The bridge opens in May",
                datePublished="2025-11-15T08:00:00+01:00",
                author=[{"@type": "Person", "name": "Ada Fenn"}, {"name": "Bo Lark"}],
            )
        )
    )
    assert found.text == "\n".join(TEXT)
    assert found.title == "The bridge opens in May"
    assert (found.published, found.lang) == ("2025-11-15T08:00:00+01:00", "en")
    assert found.canonical == found.url == found.id == "https://www.north.example/news/bridge-1"
    assert (found.authors, found.outlet) == (("Ada Fenn", "Bo Lark"), "N")


def test_what_is_known_from_elsewhere_fills_in():
    link = Link(address=HERE, mark="x", title="T", published="2025-11-14T10:00:00+01:00", lang="en")
    source = Source(id="n", address=HERE, outlet="north", country="XA", lang="en")
    found = read(markup(lang=""), link=link, source=source)
    assert (found.outlet, found.country) == ("north", "XA")
    assert found.published == "2025-11-14T10:00:00+01:00"


@pytest.mark.parametrize(
    ("head", "top", "told"),
    [
        (ld(datePublished="2025-11-15"), "", "2025-11-15"),
        (ld(datePublished="2025-11-15T08:00:00"), "", "2025-11-15T08:00:00+01:00"),
        (
            ld(datePublished="2025-11-15T00:00:00"),
            "<p class='date'>15 November 2025, 10:05</p>",
            "2025-11-15T10:05:00+01:00",
        ),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"Article",'
            '"datePublished":"2025-11-13"}]}</script>',
            "",
            "2025-11-13",
        ),
        (
            '<script type="application/ld+json">{broken</script>',
            "<time>13.11.2025</time>",
            "2025-11-13",
        ),
        ('<meta name="pubdate" content="2025-11-12 07:00">', "", "2025-11-12T07:00:00+01:00"),
        ("", "<time datetime='2025-11-12T07:00Z'>x</time>", "2025-11-12T07:00:00+00:00"),
        ("", "<span>12 November 2025</span>", "2025-11-12"),
        ("", "<p class='updated'>12.11.2025</p>", None),
        ("", "<aside><time datetime='2025-11-12'></time></aside>", None),
        (ld(datePublished="2031-01-01"), "", None),
    ],
)
def test_the_date_of_publication(head, top, told):
    assert read(markup(head, top + article())).published == told


def test_a_day_in_the_address_is_the_last_resort():
    assert read(markup(), address="https://north.example/2025/11/13/x").published == "2025-11-13"


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("https://m.north.example/a", True),
        ("https://south.example/a", False),
        ("javascript:alert(1)", False),
        ("https://www.north.example/", False),
        ("https://user:pw@north.example/a", False),
    ],
)
def test_only_an_address_of_the_same_site_is_canonical(written, taken):
    found = read(markup(f'<link rel="canonical" href="{written}">'))
    assert (found.canonical == written, found.url == HERE) == (taken, not taken)


def test_the_language_is_that_of_the_text():
    assert read(markup(lang="ru")).lang == "en"


@pytest.mark.parametrize(
    "beside",
    [
        "<p><b>Read also:</b> <a href='/1'>Another article about a bridge</a></p>",
        "<p>Читайте также: <a href='/1'>Другая статья о мосте</a></p>",
        "<p><a href='/1'>Another article about another bridge</a></p>",
        "<h3>Lesen Sie auch</h3><ul><li><a href='/1'>Ein Text</a></li>"
        "<li><a href='/2'>Noch einer</a></li></ul>",
        "<p>Follow us: <a href='/t'>Telegram</a>, <a href='/i'>Instagram</a></p>",
        "<div class='share-bar'><p>Share this</p></div>",
        "<figure><img src='a.jpg'><figcaption>A bridge over the Venn.</figcaption></figure>",
        "<p>Photo: Ada Fenn</p>",
        "<p>© North News. All rights reserved.</p>",
        "<div id='comments'><p>About time they built it, well done to everybody.</p></div>",
    ],
)
def test_what_stands_beside_the_article_is_left_out(beside):
    assert read(markup(body=article(beside))).text == "\n".join(TEXT)


@pytest.mark.parametrize(
    "inside",
    [
        "Read also what the treaty says, the minister told the deputies twice.",
        "Follow us into the valley, the guide said, and we did so for three days.",
        "Photography is banned on the bridge until it opens to the public in May.",
        "Реклама, по словам министра, не входит в цену моста и оплачена городом.",
    ],
)
def test_a_sentence_that_only_begins_like_a_call_stays(inside):
    assert read(markup(body=article(f"<p>{inside}</p>"))).text == "\n".join([*TEXT, inside])


@pytest.mark.parametrize(
    ("body", "title", "reason"),
    [
        ("<h1>Page not found</h1><p>The page may have moved. Try the search instead.</p>",
         "404 | North News", "no such page"),
        ("<h1>Бет табылмады</h1><p>Сіз іздеген бет жоқ немесе көшірілген болуы мүмкін.</p>",
         "404", "no such page"),
        ("<h1>Before you continue</h1><p>We and our partners store information on a device, such "
         "as unique IDs in cookies, to process personal data. You may accept or manage it.</p>",
         "Consent", "consent"),
        (f"<h1>The bridge opens in May</h1><p>{FIRST}</p><p>Subscribe to continue reading.</p>",
         "The bridge opens in May", "subscribers"),
        ("<h1>Just a moment...</h1><p>Checking your browser before you access the site. This may "
         "take a few seconds.</p>", "Just a moment...", "robot"),
        ("<h1>The bridge in pictures</h1>" + "<figure><img src='a.jpg'><figcaption>At dawn"
         "</figcaption></figure>" * 9 + f"<p>{SECOND}</p>", "The bridge in pictures", "gallery"),
        ("<ul><li><a href='/1'>One</a></li><li><a href='/2'>Two</a></li></ul>", "N", "no article"),
        ("", "", "no article"),
    ],
    ids=["404", "404 in Kazakh", "consent", "paywall", "challenge", "gallery", "links", "bare"],
)  # fmt: skip
def test_a_page_without_an_article_says_why(body, title, reason):
    with pytest.raises(DocumentError, match=reason):
        read(markup(f"<title>{title}</title>", body))


def test_an_article_that_is_not_free_is_taken_where_all_of_it_is_there():
    long = article(
        *(f"<p>{line} It was said on day {day}.</p>" for day in range(9) for line in TEXT)
    )
    head = ld(headline="The bridge opens in May", isAccessibleForFree=False)
    assert len(read(markup(head, long + "<p>Subscribe to continue reading.</p>")).text) > 2000
    with pytest.raises(DocumentError, match="subscribers"):
        read(markup(head, article() + "<div>Already a subscriber? Log in.</div>"))


def test_the_feeds_that_a_home_page_names():
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="alternate" type="application/atom+xml" href="https://north.example/atom">'
        '<link rel="alternate" hreflang="ru" href="/ru/"><link rel="stylesheet" href="/a.css">'
    )
    assert page.feeds(markup(head), HERE) == (
        "https://www.north.example/feed/",
        "https://north.example/atom",
    )
