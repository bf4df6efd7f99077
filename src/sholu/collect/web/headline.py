"""The heading of the article on a page, which the pages of twenty years do not all mark as one."""

import re

from lxml import etree

from sholu.collect.web.folded import fold
from sholu.collect.web.markup import words_of

_LIKE = 0.5
_SHORTEST = 15
_UNMARKED = ("h3", "b", "strong", "font", "div", "span", "td", "p")


def headline_of(root: etree._Element, titles: list[str]) -> etree._Element | None:
    """The element that prints what the page's head calls it, or else the first h1 of some length.

    Where no heading does, the first element does that holds nothing but most of a title.
    """
    best: tuple[float, etree._Element] | None = None
    for node in root.iter("h1", "h2"):
        likeness = max((_likeness(words_of(node), title) for title in titles), default=0.0)
        likeness -= 0.2 * (node.tag == "h2")
        if likeness >= _LIKE and (best is None or likeness > best[0]):
            best = (likeness, node)
    if best is not None:
        return best[1]
    first = next((node for node in root.iter("h1") if len(words_of(node)) > 10), None)
    return first if first is not None else _unmarked(root, titles)


def _unmarked(root: etree._Element, titles: list[str]) -> etree._Element | None:
    longest = max(map(len, titles), default=0)
    folded = [fold(title) for title in titles]
    for node in root.iter(*_UNMARKED):
        words = words_of(node) if _may_be_short(node) else ""
        if _SHORTEST <= len(words) <= longest:
            said = fold(words)
            if any(said in title and len(said) > 0.5 * len(title) for title in folded):
                return node
    return None


def _may_be_short(node: etree._Element) -> bool:
    return len(node) < 4


def _likeness(one: str, other: str) -> float:
    """The share of words that two titles have in common, of the shorter one."""
    first, second = (set(re.findall(r"\w+", fold(title))) for title in (one, other))
    least = min(len(first), len(second))
    return len(first & second) / least if least > 1 or (first == second and least) else 0.0
