"""XML as servers send it, made safe and readable before a parser sees it."""

import re
from html.entities import html5

from sholu.collect.web.charset import decode
from sholu.model import DocumentError

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*")
_START = re.compile(r"<(?:\?xml|!DOCTYPE|!--|[A-Za-z_])", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(\[[^\]]*\]\s*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_PLAIN_TEXT = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))


def xml_text(body: bytes, place: str, charset: str | None = None) -> str:
    """The XML as text that any parser takes: no declaration, document type or entity of its own.

    Names of HTML's entities become their characters, a bare "&" is escaped. Raises
    `DocumentError` where the document defines entities: lists of news have no need of them, and
    attacks are made of them.
    """
    text = _ILLEGAL.sub("", decode(body, place, charset))
    start = _START.search(text)
    if start is None:
        raise DocumentError(place, "is not XML")
    text = _DECLARATION.sub("", text[start.start() :], count=1)
    head = _head(text)
    if _ENTITY.search(head):
        raise DocumentError(place, "defines entities of its own, as XML bombs do: it was not read")
    text = _DOCTYPE.sub("", head, count=1) + text[len(head) :]
    pieces = _PLAIN_TEXT.split(text)
    pieces[::2] = [_AMPERSAND.sub(_resolved, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _head(text: str) -> str:
    """All before the first element."""
    found = re.search(r"<[A-Za-z_](?![^<>]*\bELEMENT\b)", _PLAIN_TEXT.sub(_blank, text[:200_000]))
    return text[: found.start()] if found else text[:200_000]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _resolved(found: re.Match[str]) -> str:
    if found[1]:
        return _character(found[1])
    name = found[2]
    if name in _OF_XML:
        return found[0]
    known = html5.get(f"{name};") if name else None
    return known.replace("&", "&amp;").replace("<", "&lt;") if known else "&amp;" + found[0][1:]


def _character(number: str) -> str:
    """A reference by number, if a document may hold that character."""
    code = int(number[2:], 16) if number[1] in "xX" else int(number[1:])
    if code > 0x10FFFF or (code < 0x20 and code not in (9, 10, 13)) or 0xD800 <= code <= 0xDFFF:
        return ""
    return "" if code in (0xFFFE, 0xFFFF) else f"&#{code};"
