"""A JSON Feed, versions 1.0 and 1.1 (jsonfeed.org)."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sholu.collect.files.json_value import parse
from sholu.collect.web.addresses import absolute
from sholu.collect.web.charset import decode
from sholu.collect.web.dating import published
from sholu.collect.web.feed import whole_article
from sholu.collect.web.language_tags import iso, language
from sholu.collect.web.listing import Listing, mark, once
from sholu.collect.web.prose import prose
from sholu.model import DocumentError, Skipped
from sholu.model.source import Link


def read(
    body: bytes, *, address: str, charset: str | None, zone: str | None, seen: datetime
) -> Listing:
    """The articles a feed names; `DocumentError` where it is no JSON Feed."""
    value = parse(decode(body, address, charset), address)
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        raise DocumentError(address, "is no JSON Feed: it has no list of `items`")
    lang = language(value.get("language"))
    found = [
        _link(item, address, zone, seen, lang) or _skipped(address, number)
        for number, item in enumerate(value["items"], 1)
    ]
    return Listing(
        title=_string(value, "title"),
        links=once(link for link in found if isinstance(link, Link)),
        problems=tuple(link for link in found if isinstance(link, Skipped)),
    )


def _link(
    item: object, base: str, zone: str | None, seen: datetime, lang: str | None
) -> Link | None:
    if not isinstance(item, dict):
        return None
    address = next(filter(None, _addresses(item, base)), None)
    if address is None:
        return None
    own = language(item.get("language")) or lang
    text = _string(item, "content_text") or prose(_string(item, "content_html") or "")
    said = [_string(item, name) for name in ("title", "date_modified", "summary")]
    date = _string(item, "date_published")
    identity = item.get("id")
    return Link(
        address=address,
        mark=mark(identity if isinstance(identity, str | int) else None, *said, text),
        title=" ".join((said[0] or "").split()) or None,
        published=published(date, zone=zone, seen=seen, lang=own) if date else None,
        lang=iso(own),
        text=whole_article(text),
    )


def _addresses(item: Mapping[str, object], base: str) -> Iterator[str | None]:
    """The page of the item itself, or the one it speaks of; an id may be an address too."""
    for name in ("url", "external_url"):
        yield absolute(_string(item, name), base)
    identity = _string(item, "id") or ""
    yield absolute(identity) if identity.lower().startswith(("http://", "https://")) else None


def _skipped(address: str, number: int) -> Skipped:
    return Skipped(source=f"{address}, item {number}", reason="has no address of an article")


def _string(item: Mapping[str, object], name: str) -> str | None:
    """A string field without half characters (a JSON escape can write them)."""
    value = item.get(name)
    if not isinstance(value, str):
        return None
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip() or None
