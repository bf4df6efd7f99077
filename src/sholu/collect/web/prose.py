"""A piece of HTML as plain text, one paragraph a line."""

import re

import lxml.html
from lxml import etree

_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6r]"
    "|header|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_UNSEEN = re.compile("script|style|noscript|template|iframe|object|svg|button|form|figure")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")


def prose(markup: str) -> str:
    """The text that a reader sees, its paragraphs divided by line feeds."""
    if not _MARKUP.search(markup):
        return _lines(markup)
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(f"<div>{markup}</div>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return prose_of(root)


def prose_of(root: etree._Element) -> str:
    """The same of an element that is parsed already."""
    return _lines("".join(_pieces(root)))


def _pieces(root: etree._Element) -> list[str]:
    """Text in order; a walk without recursion, because markup nests as deep as it likes."""
    out: list[str] = []
    hidden: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(node.tag, str):  # an entity that the parser left as it is
            continue
        block = _BLOCKS.fullmatch(node.tag) is not None
        if event == "start":
            if hidden is None and _UNSEEN.fullmatch(node.tag):
                hidden = node
            if hidden is None:
                out += ["\n" if block else "", _flowing(node.text)]
            continue
        if hidden is node:
            hidden = None
        if hidden is None:
            out += ["\n" if block else "", _flowing(node.tail if node is not root else None)]
    return out


def _flowing(text: str | None) -> str:
    """Text without the line breaks of its markup, which are no more than spaces."""
    return re.sub(r"\s+", " ", text or "")


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
