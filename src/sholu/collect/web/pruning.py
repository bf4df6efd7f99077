"""A page without what stands beside its article: menus, boxes, calls, other articles."""

import re
from collections.abc import Iterator

from lxml import etree

from sholu.collect.web.boilerplate import is_beside, is_credit
from sholu.collect.web.folded import fold
from sholu.collect.web.markup import before, names_of, words_of

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
_BLOCKS = re.compile("p|div|li|section|[uo]l|h[2-6]|strong|b|em|blockquote|t[dr]|table|span")
_TOO_MUCH = 0.4
_WHOLE = frozenset(("html", "body", "main", "article"))


def headline_of(root: etree._Element, titles: list[str]) -> etree._Element | None:
    """The heading of the article: the one that says what the page's head says, or the first h1."""
    best: tuple[float, etree._Element] | None = None
    for node in root.iter("h1", "h2"):
        likeness = max((_likeness(words_of(node), title) for title in titles), default=0.0)
        likeness -= 0.2 * (node.tag == "h2")
        if likeness >= 0.5 and (best is None or likeness > best[0]):
            best = (likeness, node)
    if best is not None:
        return best[1]
    return next((node for node in root.iter("h1") if len(words_of(node)) > 10), None)


def prune(root: etree._Element, headline: etree._Element | None) -> None:
    """Take all that is surely no part of the article out of the tree."""
    if headline is not None:
        for node in _other_articles(root, headline):
            _drop(node)
    whole = len(words_of(root)) or 1
    for node in [*root.iter()]:
        if not isinstance(node.tag, str) or node.getparent() is None or node.tag in _WHOLE:
            continue
        if _is_beside(node) and not _holds(node, headline):
            small = len(words_of(node)) < _TOO_MUCH * whole
            if small or (_NEVER.fullmatch(node.tag) and node.tag not in _MAY_HOLD_TEXT):
                _drop(node)
    for node in [*root.iter()]:
        if (
            _BLOCKS.fullmatch(node.tag)
            and node.getparent() is not None
            and not _holds(node, headline)
        ):
            _drop_calls(node)


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


def _drop_calls(node: etree._Element) -> None:
    """Drop a block that calls for a click, with the list of links behind it."""
    words = words_of(node)
    if not words or len(words) > 500:
        return
    linked = " ".join(words_of(link) for link in node.iter("a"))
    unlinked = words.replace(linked, " ", 1) if linked else words
    for link in node.iter("a"):
        unlinked = unlinked.replace(words_of(link), " ", 1)
    links_only = node.tag in ("ul", "ol") and _all_links(node)
    if is_credit(words) or is_beside(words, unlinked) or links_only:
        after = node.getnext()
        if not links_only and after is not None and after.tag in ("ul", "ol") and _all_links(after):
            _drop(after)
        _drop(node)


def _all_links(node: etree._Element) -> bool:
    """Whether a list holds nothing but links, two at least."""
    links = [words_of(link) for link in node.iter("a")]
    own, linked = len(words_of(node)), sum(map(len, links))
    return len([words for words in links if words]) >= 2 and linked > 0.8 * own


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


def _holds(node: etree._Element, headline: etree._Element | None) -> bool:
    return headline is not None and any(parent is node for parent in before(headline))


def _drop(node: etree._Element) -> None:
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


def _likeness(one: str, other: str) -> float:
    """The share of words that two titles have in common, of the shorter one."""
    first, second = set(fold(one).split()), set(fold(other).split())
    least = min(len(first), len(second))
    return len(first & second) / least if least > 1 or (first == second and least) else 0.0
