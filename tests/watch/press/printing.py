"""Articles as pages, and lists of them in every form that the world has for such lists."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from zoneinfo import ZoneInfo

from tests.watch.press.stories import Story

FORMS = ("rss", "atom", "rdf", "json", "sitemap", "news", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How an outlet prints.

    Attributes:
        zone: of the times that it prints without a zone; null where it prints them in UTC.
        dated: whether it says when an article appeared.
        carried: whether its feed carries the whole article.
        canonical: whether a page says which of its addresses is the right one.
        tracked: what is put behind every link, another one at every look.
        touched: counts how often the feed has changed what it says of its items.
    """

    zone: str | None = None
    dated: bool = True
    carried: bool = False
    canonical: bool = True
    tracked: str = ""
    touched: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A story as a list names it: where its page is, and how it stands now."""

    story: Story
    address: str
    now: datetime

    @property
    def title(self) -> str:
        return self.story.at(self.now).title

    @property
    def text(self) -> str:
        return self.story.at(self.now).text

    @property
    def edited(self) -> datetime:
        return self.story.at(self.now).since


def page(item: Item, outlet: str, style: Style) -> str:
    """The page of a story as a content management system makes it."""
    edition = item.story.at(item.now)
    said = _stamp(item.story.appears, style) if style.dated else ""
    meta = f'<meta property="article:published_time" content="{said}">' if said else ""
    canonical = f'<link rel="canonical" href="{item.address}">' if style.canonical else ""
    time = f'<time datetime="{said}">{said}</time>' if said else ""
    paragraphs = "\n".join(f"<p>{escape(words)}</p>" for words in edition.paragraphs)
    return f"""<!DOCTYPE html>
<html lang="{item.story.lang}"><head><meta charset="utf-8">
<title>{escape(edition.title)} | {outlet}</title>{meta}{canonical}</head>
<body><header><nav><a href="/">{outlet}</a> <a href="/rss">RSS</a></nav></header>
<main><article><h1>{escape(edition.title)}</h1>{time}
<div class="article-body">
{paragraphs}
</div></article></main>
<footer><p>© {outlet}</p></footer></body></html>
"""


def listing(form: str, items: Sequence[Item], outlet: str, style: Style) -> tuple[str, bytes]:
    """A list in one of the forms: its media type and its body."""
    if form == "json":
        return "application/feed+json", _json_feed(items, outlet, style).encode()
    if form == "text":
        return "text/plain", "".join(f"{item.address}\n" for item in items).encode()
    made = {"rss": _rss, "atom": _atom, "rdf": _rdf, "sitemap": _sitemap, "news": _news}[form]
    return "application/xml", made(items, outlet, style).encode()


def sitemap_index(addresses: Sequence[str]) -> bytes:
    """A sitemap of sitemaps."""
    rows = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f"{_XML}<sitemapindex {_MAPS}>{rows}</sitemapindex>".encode()


def zipped(body: bytes) -> bytes:
    """The same in gzip, always the same bytes."""
    return gzip.compress(body, mtime=0)


_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def _stamp(moment: datetime, style: Style) -> str:
    if style.zone:
        return moment.astimezone(ZoneInfo(style.zone)).replace(tzinfo=None).isoformat()
    return moment.isoformat()


def _lead(item: Item, style: Style) -> str:
    """The first sentence; of feeds that are touched, with a word that changes."""
    lead = item.text.split(". ")[0] + "."
    return f"{lead} ({style.touched})" if style.touched else lead


def _rss(items: Sequence[Item], outlet: str, style: Style) -> str:
    rows = []
    for item in items:
        when = format_datetime(item.story.appears)
        if style.zone:
            when = _stamp(item.story.appears, style).replace("T", " ")
        date = f"<pubDate>{when}</pubDate>" if style.dated else ""
        whole = "".join(f"<p>{escape(words)}</p>" for words in item.text.split("\n"))
        content = f"<content:encoded>{escape(whole)}</content:encoded>" if style.carried else ""
        rows.append(
            f"<item><title>{escape(item.title)}</title><link>{escape(item.address)}</link>"
            f"<guid>{item.story.host}-{item.story.number}</guid>{date}"
            f"<description>{escape(_lead(item, style))}</description>{content}</item>"
        )
    return (
        f'{_XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{outlet}</title>{''.join(rows)}</channel></rss>"
    )


def _atom(items: Sequence[Item], outlet: str, style: Style) -> str:
    rows = "".join(
        f"<entry><id>urn:{item.story.host}:{item.story.number}</id>"
        f"<title>{escape(item.title)}</title><link href='{escape(item.address)}'/>"
        f"<published>{item.story.appears.isoformat()}</published>"
        f"<updated>{item.edited.isoformat()}</updated>"
        f"<summary>{escape(_lead(item, style))}</summary></entry>"
        for item in items
    )
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>{outlet}</title>'
        f"<id>urn:{outlet}</id>{rows}</feed>"
    )


def _rdf(items: Sequence[Item], outlet: str, style: Style) -> str:
    rows = "".join(
        f'<item rdf:about="{escape(item.address)}"><title>{escape(item.title)}</title>'
        f"<link>{escape(item.address)}</link><dc:date>{item.story.appears.isoformat()}</dc:date>"
        f"<description>{escape(_lead(item, style))}</description></item>"
        for item in items
    )
    return (
        f'{_XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="urn:{outlet}"><title>{outlet}</title></channel>{rows}</rdf:RDF>'
    )


def _json_feed(items: Sequence[Item], outlet: str, style: Style) -> str:
    rows = [
        {
            "id": f"{item.story.host}-{item.story.number}",
            "url": item.address,
            "title": item.title,
            "date_published": item.story.appears.isoformat(),
            "date_modified": item.edited.isoformat(),
            "summary": _lead(item, style),
        }
        for item in items
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": outlet, "items": rows}
    return json.dumps(feed, ensure_ascii=False)


def _sitemap(items: Sequence[Item], outlet: str, style: Style) -> str:
    rows = "".join(
        f"<url><loc>{escape(item.address)}</loc><lastmod>{item.edited.isoformat()}</lastmod></url>"
        for item in items
    )
    return f"{_XML}<urlset {_MAPS}>{rows}</urlset>"


def _news(items: Sequence[Item], outlet: str, style: Style) -> str:
    rows = "".join(
        f"<url><loc>{escape(item.address)}</loc><news:news><news:publication><news:name>{outlet}"
        f"</news:name><news:language>{item.story.lang}</news:language></news:publication>"
        f"<news:publication_date>{item.story.appears.isoformat()}</news:publication_date>"
        f"<news:title>{escape(item.title)}</news:title></news:news>"
        f"<lastmod>{item.edited.isoformat()}</lastmod></url>"
        for item in items
    )
    news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f"{_XML}<urlset {_MAPS} {news}>{rows}</urlset>"
