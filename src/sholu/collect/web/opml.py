"""A list of feeds as readers exchange it (OPML 1.0 and 2.0)."""

import re
from collections.abc import Iterator

from lxml import etree

from sholu.collect.web.addresses import absolute
from sholu.collect.web.language_tags import iso, language
from sholu.collect.web.xml_text import xml_text
from sholu.model import DocumentError
from sholu.model.source import Source

_MAX_SOURCES = 50_000


def read(body: bytes, *, place: str) -> tuple[Source, ...]:
    """The feeds of the list in its order, each address once; outlines nest as they like.

    Raises `DocumentError` where it is no OPML, or names no feed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True
    )
    try:
        root = etree.fromstring(xml_text(body, place).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(place, "is not XML that could be read") from error
    if root is None or re.split("[}:]", root.tag)[-1].lower() != "opml":
        raise DocumentError(place, "is no OPML: its outermost element is not <opml>")
    found = {source.id: source for source in _sources(root)}
    if not found:
        raise DocumentError(place, "names no feed: no outline has an `xmlUrl` that is an address")
    return tuple(found.values())[:_MAX_SOURCES]


def _sources(root: etree._Element) -> Iterator[Source]:
    for node in root.iter("{*}outline"):
        given = {name.lower(): " ".join(value.split()) for name, value in node.attrib.items()}
        address = absolute(given.get("xmlurl"))
        if address is None:
            continue
        yield Source(
            id=re.sub(r"^https?://(?:www\.)?|/$", "", address),
            address=address,
            kind="feed",
            outlet=given.get("title") or given.get("text") or None,
            lang=iso(language(given.get("language"))),
        )
