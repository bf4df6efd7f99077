"""A page without what stands beside its article: menus, boxes, calls, other articles."""

import re
from collections.abc import Iterator

from lxml import etree

from sholu.collect.web.calls import drop_calls
from sholu.collect.web.markup import before, drop, names_of, words_of

_NEVER = re.compile(
    "script|style|noscript|template|iframe|object|embed|svg|canvas|button|form|input|select|textarea"
    "|nav|footer|aside|dialog|figure|figcaption|audio|video|picture|img|menu"
)
_MAY_HOLD_TEXT = frozenset(("form", "aside", "figure"))
_ROLES = re.compile(
    r"navigation|complementary|dialog|alertdialog|search|contentinfo", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:"
    r"share|sharing|shares|social|socials|soc|likely|ya-share2|addthis|relat(?:ed|ive)|read-?also|also|"
    r"recommend(?:ed|ation|ations|s)?|similar|"
    r"comments?|disqus|cookies?|consent|gdpr|cmp|subscri(?:be|ption)|newsletter|promo|advert(?:isement)?|"
    r"ads?|adv|banner|breadcrumbs?|tags?|taglist|author-?(?:box|bio|card|info)|bio|popular|most-?read|"
    r"sidebar|teasers?|next-?article|infinite|pagination|pager|rating|poll|ticker|"
    r"outbrain|taboola|lenta|skip-?link|caption|credit|copyright|toolbar|print-?btn|topbar|"
    r"telegram|follow(?:-?us)?|paywall|regwall|toc|lightbox|"
    r"videoplayer|modal|popup|partners?|zen|mistake|orphus"
    r")(?:[\s_-]|$)",
    re.IGNORECASE,
)
_TOO_MUCH = 0.4
_LEAST_BEHIND = 150
_LONGEST_CELL = 200
_WHOLE = frozenset(("html", "head", "body", "main", "article"))


def prune(root: etree._Element, headline: etree._Element | None) -> None:
    """Take all that is surely no part of the article out of the tree."""
    if headline is not None:
        for node in [*_other_articles(root, headline)]:
            drop(node)
        _drop_before(root, headline)
    whole = len(words_of(root)) or 1
    ours = [*before(headline)] if headline is not None else []
    for node in [*root.iter()]:
        if node.getparent() is None or node.tag in _WHOLE or any(node is our for our in ours):
            continue
        if _is_beside(node):
            small = len(words_of(node)) < _TOO_MUCH * whole
            if small or (_NEVER.fullmatch(node.tag) and node.tag not in _MAY_HOLD_TEXT):
                drop(node)
    drop_calls(root, headline)
    _unfold_tables(root)


def _unfold_tables(root: etree._Element) -> None:
    """Turn the cells of a layout into blocks, and the rows of a table of figures into lines."""
    for table in [*root.iter("table")]:
        cells = [*table.iter("td", "th")]
        layout = any(len(words_of(cell)) > _LONGEST_CELL or len(cell) > 3 for cell in cells)
        for node in [*table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption")]:
            if layout or node.tag not in ("tr", "td", "th"):
                node.tag = "div"
            elif node.tag == "tr":
                words = words_of(node)
                for child in [*node]:
                    node.remove(child)
                node.tag, node.text = "p", words


def _drop_before(root: etree._Element, headline: etree._Element) -> None:
    """Drop all that is printed before the heading, where enough is left behind it."""
    earlier = [
        node
        for parent in before(headline)
        for node in parent.itersiblings(preceding=True)
        if node.tag != "head"
    ]
    if len(words_of(root)) - sum(len(words_of(node)) for node in earlier) >= _LEAST_BEHIND:
        for node in earlier:
            drop(node)


def _is_beside(node: etree._Element) -> bool:
    hidden = node.get("hidden") is not None or node.get("aria-hidden") == "true"
    if _NEVER.fullmatch(node.tag) or hidden or _ROLES.search(node.get("role") or ""):
        return True
    if node.tag == "header":  # a site's own, not that of the article
        return False
    return _BESIDE.search(names_of(node)) is not None and not _is_text(node)


def _is_text(node: etree._Element) -> bool:
    """Whether an element holds running text, whatever it is called."""
    paragraphs = [words_of(child) for child in node.iter("p")]
    return sum(len(words) for words in paragraphs if len(words) > 120) > 1500


def _other_articles(root: etree._Element, headline: etree._Element) -> Iterator[etree._Element]:
    """The outermost elements around headings of other articles, where a page goes on and on."""
    ours = list(before(headline))
    article = next((node for node in ours if node.tag == "article"), None)
    found: list[etree._Element] = []
    seen = False
    for node in root.iter("h1", "article"):
        seen = seen or node is headline
        if node.tag == "article":
            if article is not None and _is_next(node, article):
                found.append(node)
        elif seen and node is not headline:
            found += [outer for outer in before(node) if not any(outer is our for our in ours)][-1:]
    yield from (node for node in found if node.tag != "h1")


def _is_next(node: etree._Element, article: etree._Element) -> bool:
    """Whether an article is the next one of a row of articles of one kind."""
    beside = node is not article and node.getparent() is article.getparent()
    return beside and node.get("class") == article.get("class")
