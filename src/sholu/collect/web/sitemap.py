"""A sitemap (sitemaps.org 0.9, with Google's news extension), plain or gzip, XML or text."""

import io
import re
import zlib
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from sholu.collect.web import told
from sholu.collect.web.addresses import absolute
from sholu.collect.web.charset import decode
from sholu.collect.web.dating import published
from sholu.collect.web.language_tags import iso, language
from sholu.collect.web.listing import Listing, mark, once
from sholu.collect.web.xml_text import xml_text
from sholu.model import DocumentError, Skipped
from sholu.model.source import Link

MAX_LINKS = 50_000
MAX_BYTES = 52_428_800
"""Both are the limits of the format itself; what lies beyond them is said and left."""
_GZIP = b"\x1f\x8b"


def read(
    body: bytes, *, address: str, charset: str | None, zone: str | None, seen: datetime
) -> Listing:
    """The articles of a urlset, or the sitemaps of an index; `DocumentError` where it is neither.

    A sitemap that breaks off is read as far as it goes, and the rest is named as a problem.
    """
    problems: list[Skipped] = []
    if body.startswith(_GZIP):
        body = unpacked(body, address, problems)
    text = decode(body, address, charset)
    if "<" not in text[:1000]:
        return _of_lines(text, address)
    links: list[Link] = []
    more: list[str] = []
    for kind, fields in _entries(xml_text(body, address, charset), address, problems):
        found = absolute(fields.get("loc"), address)
        if found is None:
            number = len(links) + len(more) + len(problems) + 1
            problems.append(Skipped(source=f"{address}, entry {number}", reason="has no address"))
        elif kind == "sitemap":
            more.append(found)
        else:
            links.append(_link(found, fields, zone, seen))
        if len(links) + len(more) == MAX_LINKS:
            problems.append(_more_than_taken(address))
            break
    # One for news is empty where nothing appeared for two days, which is no fault of it.
    if not (links or more or problems) and told.kind(body, None) != "sitemap":
        raise DocumentError(address, "is no sitemap")
    return Listing(links=once(links), more=tuple(dict.fromkeys(more)), problems=tuple(problems))


def unpacked(body: bytes, address: str, problems: list[Skipped]) -> bytes:
    """The bytes of a gzip file up to the limit of the format; one cut off gives what it holds."""
    unzip = zlib.decompressobj(wbits=31)
    try:
        data = unzip.decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        raise DocumentError(address, "is no whole gzip file") from error
    if len(data) > MAX_BYTES:
        raise DocumentError(address, f"unpacks to more than {MAX_BYTES >> 20} MiB")
    if not unzip.eof:
        problems.append(Skipped(source=address, reason="breaks off: it was read as far as it goes"))
    return data


def _entries(
    text: str, address: str, problems: list[Skipped]
) -> Iterator[tuple[str, dict[str, str]]]:
    """The name and the fields of each entry, in constant memory."""
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    fields: dict[str, str] = {}
    try:
        for _, node in etree.iterparse(
            stream,
            events=("end",),
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        ):
            name = re.split("[}:]", node.tag)[-1].lower()
            if name in ("url", "sitemap"):
                yield name, fields
                fields = {}
                _forget(node)
            elif node.text and node.text.strip():
                fields.setdefault(_key(node, name), node.text.strip())
    except etree.XMLSyntaxError as error:
        reason = f"breaks off at line {error.lineno}: it was read as far as it goes"
        problems.append(Skipped(source=address, reason=reason))


def _key(node: etree._Element, name: str) -> str:
    """The field's name; a picture's or video's own address is not the page's."""
    of_another = re.search("image|video", node.tag.lower().removesuffix(name)) is not None
    return f"other {name}" if of_another else name


def _forget(node: etree._Element) -> None:
    node.clear()
    while node.getprevious() is not None and node.getparent() is not None:
        del node.getparent()[0]


def _link(address: str, fields: dict[str, str], zone: str | None, seen: datetime) -> Link:
    lang = language(fields.get("language"))
    date = fields.get("publication_date")
    return Link(
        address=address,
        mark=mark(*(fields.get(name) for name in ("title", "publication_date", "lastmod"))),
        title=" ".join(fields.get("title", "").split()) or None,
        published=published(date, zone=zone, seen=seen, lang=lang) if date else None,
        lang=iso(lang),
    )


def _of_lines(text: str, address: str) -> Listing:
    """A sitemap as text: one address a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [absolute(line) for line in lines[:MAX_LINKS]]
    links = once(Link(address=link, mark=mark()) for link in found if link)
    if not links:
        raise DocumentError(address, "is no sitemap: no line of it is an address")
    problems = [
        Skipped(source=f"{address}, line {number}", reason="is no address")
        for number, link in enumerate(found, 1)
        if link is None
    ]
    if len(lines) > MAX_LINKS:
        problems.append(_more_than_taken(address))
    return Listing(links=links, problems=tuple(problems))


def _more_than_taken(address: str) -> Skipped:
    reason = f"names more than {MAX_LINKS:,} pages, which is the limit: the rest was left"
    return Skipped(source=address, reason=reason)
