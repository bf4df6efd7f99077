"""A page's markup as a tree, and what of it is printed."""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from sholu.collect.web.prose import prose_of
from sholu.model import DocumentError

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def tree(text: str, place: str) -> etree._Element:
    """The page's outermost element; `DocumentError` where there is no markup to speak of."""
    text = _ILLEGAL.sub("", _XML_DECLARATION.sub("", text))
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(place, "has no article that could be found in the page") from error
    return root


def metas(root: etree._Element) -> dict[str, str]:
    """Name, property or itemprop of each <meta> to its content, lower-cased names, first wins."""
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        content = (node.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := node.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return found


def words_of(node: etree._Element) -> str:
    """What is printed in an element, as one line."""
    return " ".join(prose_of(node).split())


def names_of(node: etree._Element) -> str:
    """Class, id and role of an element, by which pages tell what it is for."""
    return " ".join(filter(None, (node.get("class"), node.get("id"), node.get("role"))))


def before(node: etree._Element) -> Iterator[etree._Element]:
    """The element and its ancestors, from the inside out."""
    yield node
    yield from node.iterancestors()


def drop(node: etree._Element) -> None:
    """Remove an element and keep the text behind it."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail and node.tail.strip():
        previous = node.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + " " + node.tail
        else:
            previous.tail = (previous.tail or "") + " " + node.tail
    parent.remove(node)
