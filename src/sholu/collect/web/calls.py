"""Calls among an article's paragraphs: to read something else, to follow, to subscribe."""

import re
from collections.abc import Iterator

from lxml import etree

from sholu.collect.web.boilerplate import is_beside, is_credit
from sholu.collect.web.markup import drop, words_of

_BLOCKS = re.compile("p|div|li|section|[uo]l|h[2-6]|strong|b|em|i|blockquote|t[dr]|table|span")
_PARAGRAPH = re.compile("p|div|li|blockquote|h[2-6]")
_INLINE = re.compile("a|br|b|strong|em|i|span|img|[uo]l")
_HEADING = re.compile("h[2-6]|div|p")
_LONGEST_CALL = 500
_LINK = 15
_TEASERS = 3


def drop_calls(root: etree._Element, headline: etree._Element | None) -> None:
    """Take the calls out of the tree, with the links they call to."""
    ours = [] if headline is None else [headline, *headline.iterancestors()]
    for teasers in [*_rows(root)]:
        if not any(node is our for node in teasers for our in ours):
            for node in teasers:
                drop(node)
    for node in [*root.iter()]:
        is_block = _BLOCKS.fullmatch(node.tag) and node.getparent() is not None
        if is_block and not any(node is our for our in ours):
            _drop_call(node)


def _drop_call(node: etree._Element) -> None:
    words = words_of(node)
    if not words or len(words) > _LONGEST_CALL:
        return
    unlinked = _unlinked(node)
    is_list = node.tag in ("ul", "ol")
    if (is_list and _is_links(node)) or _is_one_link(node, words, unlinked):
        drop(node)
    elif not is_list and (is_credit(words) or is_beside(words, unlinked)):
        _drop_called(node)
        drop(node)


def _drop_called(node: etree._Element) -> None:
    """Drop what stands behind a call: a list of links, or links on the same line."""
    after = node.getnext()
    if after is not None and _HEADING.fullmatch(node.tag):
        if after.tag in ("ul", "ol", "div") and _is_links(after):
            drop(after)
        return
    while after is not None and _INLINE.fullmatch(after.tag):
        following = after.getnext()
        said = (after.tail or "").strip(" ,;|·•-–—")
        if after.tag not in ("a", "br", "img") and not _is_links(after, least=1):
            return
        drop(after)
        if said:
            return
        after = following


def _unlinked(node: etree._Element) -> str:
    """The words of an element outside its links."""
    words = words_of(node)
    for link in node.iter("a"):
        words = words.replace(words_of(link), " ", 1)
    return words


def _is_one_link(node: etree._Element, words: str, unlinked: str) -> bool:
    """Whether a whole paragraph is a link, as no paragraph of an article is."""
    links = sum(1 for _ in node.iter("a"))
    alone = _PARAGRAPH.fullmatch(node.tag) is not None and links == 1
    return alone and len(words) > _LINK and not re.search(r"\w\w", unlinked)


def _is_links(node: etree._Element, least: int = 2) -> bool:
    """Whether an element holds hardly anything but links."""
    links = [words for link in node.iter("a") if (words := words_of(link))]
    return len(links) >= least and sum(map(len, links)) > 0.8 * len(words_of(node))


def _rows(root: etree._Element) -> Iterator[list[etree._Element]]:
    """Rows of teasers: three or more siblings of one kind that all lead elsewhere."""
    for parent in [*root.iter()]:
        row: list[etree._Element] = []
        for node in [*parent, None]:
            if node is not None and (not row or _kind(node) == _kind(row[0])):
                row.append(node)
                continue
            if len(row) >= _TEASERS and all(map(_is_teaser, row)):
                yield row
            row = [node] if node is not None else []


def _kind(node: etree._Element) -> tuple[str, str | None]:
    return node.tag, node.get("class")


def _is_teaser(node: etree._Element) -> bool:
    """Whether an element is about another page: a link takes up much of it."""
    if node.tag in ("a", "p", "br", "td", "tr"):
        return node.tag == "a" and node.get("class") is not None and len(words_of(node)) > _LINK
    whole = words_of(node)
    links = [words for link in node.iter("a") if len(words := words_of(link)) >= _LINK]
    share = sum(map(len, links)) / (len(whole) or 1)
    return share > 0.3 or (share > 0.1 and whole.startswith(links[0]))
