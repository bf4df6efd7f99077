"""A feed: RSS 0.9x, 1.0 and 2.0, Atom; feedparser reads the formats, we judge what they say."""

import io
import re
import xml.sax
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import feedparser

from sholu.collect.web.addresses import absolute
from sholu.collect.web.dating import published
from sholu.collect.web.language_tags import iso, language
from sholu.collect.web.listing import Listing, mark, once
from sholu.collect.web.prose import prose
from sholu.collect.web.xml_text import xml_text
from sholu.model import DocumentError, Skipped
from sholu.model.source import Link

WHOLE_ARTICLE = 800
"""Letters from which on what a feed carries of an article is taken for all of it."""
WHOLE_ARTICLE_HAN = 250

# What feedparser is known to raise on input made to break it.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError,
    ValueError, xml.sax.SAXException,
)  # fmt: skip
_TOLD_DATES = ("published", "created", "issued", "updated")
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]"
    r"|(?:read|continue|learn) (?:more|reading|full)[^\n]{0,60}|weiterlesen|mehr lesen"
    r"|lire la suite|devamını oku|devamı|читать (?:далее|дальше|полностью)|подробнее|толығырақ"
    r"|толық оқу|жалғасы|leer más|seguir leyendo|читати далі|davomi|batafsil|уландысы|ardı"
    r"|阅读全文)\W*\Z",
    re.IGNORECASE,
)
# What WordPress puts under every article in a feed.
_APPEARED = re.compile(
    r"\n(?:The post|Сообщение|Запись|Жазба|Der Beitrag|L’article|L'article|La entrada) [^\n]{3,400}"
    r"(?:first on|впервые|сначала на|появилис?[ьъ]|erschien zuerst|est apparu|se publicó|appeared)"
    r"[^\n]{0,200}\Z"
)
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a feed stands, and how the times in it are to be read."""

    address: str
    zone: str | None
    seen: datetime
    lang: str | None


def read(
    body: bytes, *, address: str, charset: str | None, zone: str | None, seen: datetime
) -> Listing:
    """The articles a feed names, newest first as it gives them.

    Raises `DocumentError` where it is no feed.
    """
    parsed = _parsed(xml_text(body, address, charset), address)
    head = parsed.get("feed") or {}
    if not parsed.get("version") and not parsed.get("entries"):
        raise DocumentError(address, "is no feed that could be read")
    place = _Place(address, zone, seen, language(head.get("language")))
    found = list(_links(parsed.get("entries") or (), place))
    return Listing(
        title=_line(head.get("title")),
        links=once(link for link in found if isinstance(link, Link)),
        problems=tuple(link for link in found if isinstance(link, Skipped)),
    )


def _parsed(text: str, address: str) -> Mapping[str, Any]:
    headers = {
        "content-location": address,
        "content-type": "application/xml; charset=utf-8",
    }
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        found: Mapping[str, Any] = feedparser.parse(stream, response_headers=headers)
    except _FAULTS as error:
        raise DocumentError(address, "is broken as a feed") from error
    return found


def _links(entries: Any, place: _Place) -> Iterator[Link | Skipped]:
    for number, given in enumerate(entries, 1):
        entry = dict(dict.items(given))  # its own mapping answers for keys that it lacks
        address = _address(entry, place.address)
        if address is None:
            source = f"{place.address}, item {number}"
            yield Skipped(source=source, reason="has no address of an article")
        else:
            yield _link(entry, address, place)


def _link(entry: Mapping[str, Any], address: str, place: _Place) -> Link:
    lang = language(_said(entry, "language")) or _content_language(entry) or place.lang
    title = _line(entry.get("title"))
    summary = prose(_said(entry, "summary") or "")
    text = _whole_text(entry)
    return Link(
        address=address,
        mark=mark(_said(entry, "id"), title, _said(entry, "updated"), summary, text),
        title=title,
        published=_published(entry, place, lang),
        lang=iso(lang),
        text=text,
    )


def _address(entry: Mapping[str, Any], base: str) -> str | None:
    """The article's own page; an id that is an address stands in where no link is given."""
    linked = [_said(entry, "feedburner_origlink"), _said(entry, "link")]
    linked += [
        item.get("href") for item in entry.get("links") or () if item.get("rel") == "alternate"
    ]
    for written in linked:
        if written and (found := absolute(written, base)):
            return found
    identity = _said(entry, "id") or ""
    return absolute(identity) if identity.lower().startswith(("http://", "https://")) else None


def _published(entry: Mapping[str, Any], place: _Place, lang: str | None) -> str | None:
    """The first date that can be read; a feed that tells only of changes tells nothing else."""
    for name in _TOLD_DATES:
        if words := _said(entry, name):
            found = published(words, zone=place.zone, seen=place.seen, lang=lang)
            if found:
                return found
    return None


def _whole_text(entry: Mapping[str, Any]) -> str | None:
    """The article itself where the feed carries it (content:encoded, Atom's content, Yandex's)."""
    carried = [item.get("value") for item in entry.get("content") or ()]
    carried += [value for name, value in entry.items() if name.endswith("full-text")]
    texts = (whole_article(prose(text)) for text in carried if isinstance(text, str))
    return max((text for text in texts if text), key=len, default=None)


def whole_article(text: str) -> str | None:
    """The text without the feed's own closing line; null where it is only a part of an article."""
    text = _APPEARED.sub("", text).rstrip()
    least = WHOLE_ARTICLE_HAN if len(_HAN.findall(text)) * 2 > len(text) else WHOLE_ARTICLE
    return text if len(text) >= least and not _CUT_OFF.search(text[-120:]) else None


def _said(entry: Mapping[str, Any], name: str) -> str | None:
    value = entry.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _content_language(entry: Mapping[str, Any]) -> str | None:
    for item in (entry.get("title_detail") or {}, *(entry.get("content") or ())):
        if found := language(item.get("language")):
            return found
    return None


def _line(markup: object) -> str | None:
    return " ".join(prose(markup).split()) or None if isinstance(markup, str) else None
