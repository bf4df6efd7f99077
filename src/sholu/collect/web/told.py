"""What kind of thing a server sent: by its body first, as servers name it as they please."""

import codecs
import re
import zlib
from typing import Literal

Kind = Literal["feed", "json feed", "sitemap", "opml", "page"]

_HEAD = 8192
_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>", re.DOTALL)
_ELEMENT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_ROOTS: dict[str, Kind] = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "channel": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "opml": "opml",
    "html": "page",
}
_HTML = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|meta|title|div|article|p|table)[\s>]", re.I
)
_BURIED = re.compile(r"<(rss\s|rdf:RDF\s|feed\s[^>]*xmlns|urlset\s|sitemapindex\s|opml\s)")
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_ADDRESSES = re.compile(r"\s*(?:https?://\S+\s*)+(?:\S*)", re.IGNORECASE)


def kind(body: bytes, media_type: str | None) -> Kind | None:
    """What a body is; null for what is none of these. `media_type` decides where the body does not.

    Never raises.
    """
    head = _head(body)
    if head.lstrip().startswith("{"):
        stated = media_type == "application/feed+json"
        return "json feed" if stated or _JSON_FEED.search(_head(body, whole=True)) else None
    if found := _by_root(head):
        return found
    if buried := _BURIED.search(head):  # a server's own warnings stand before the XML
        return _ROOTS[buried[1].split()[0].removeprefix("rdf:").lower()]
    if _HTML.search(head):
        return "page"
    if _ADDRESSES.fullmatch(head):
        return "sitemap"
    return "page" if media_type in ("text/html", "application/xhtml+xml") and "<" in head else None


def _by_root(head: str) -> Kind | None:
    position = 0
    while found := _SKIPPED.match(head, position):
        position = found.end()
    if found := _ELEMENT.match(head, position):
        return _ROOTS.get(found[1].lower())
    return None


def _head(body: bytes, *, whole: bool = False) -> str:
    data = body if whole else body[:_HEAD]
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(wbits=31).decompress(body[: 4 * _HEAD], _HEAD)
        except zlib.error:
            return ""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace").lstrip("\ufeff")
