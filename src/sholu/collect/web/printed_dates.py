"""Dates printed on a page near its headline, in the order in which they are to be believed."""

import re
from collections.abc import Iterator

from lxml import etree

from sholu.collect.web.markup import before, names_of, words_of

_NAMED = re.compile(
    r"date|time|publi|posted|created|tarih|datum|дата|meta|byline|info|kicker|news-?head|kun\b|"
    r"stamp|when",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updat|modif|edited|chang|guncel|update", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"relat|recommend|comment|sidebar|widget|footer|popular|latest|lenta|most-|similar|read-?also|"
    r"teaser|next-|more-|ticker|weather|currency|carousel",
    re.IGNORECASE,
)
_OUTSIDE = frozenset(("aside", "footer", "nav"))
_LONGEST = 160
_MOST = 60


def printed_dates(root: etree._Element, headline: etree._Element | None) -> list[str]:
    """The words of <time> elements, then of elements named like dates, nearest to the headline."""
    order = {node: number for number, node in enumerate(root.iter())}
    middle = order.get(headline, 0)
    times, named = [], []
    for node, number in order.items():
        if not isinstance(node.tag, str) or not _may_date(node):
            continue
        distance = abs(number - middle) + (40 if number < middle else 0)
        if node.tag == "time":
            times += [(distance, words) for words in _of_time(node)]
        elif 0 < len(words := words_of(node)) <= _LONGEST:
            named.append((distance, words))
    return [words for _, words in [*sorted(times)[:_MOST], *sorted(named)[:_MOST]]]


def _of_time(node: etree._Element) -> Iterator[str]:
    for words in (node.get("datetime"), words_of(node)):
        if words:
            yield words


def _may_date(node: etree._Element) -> bool:
    """Whether what stands here may date the article, rather than a change or another article."""
    if not (node.tag == "time" or _NAMED.search(names_of(node))):
        return False
    if _CHANGED.search(names_of(node)) or "dateModified" in (node.get("itemprop") or ""):
        return False
    return not any(
        parent.tag in _OUTSIDE or _ELSEWHERE.search(names_of(parent)) for parent in before(node)
    )
