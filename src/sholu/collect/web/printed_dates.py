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
_NEAR = 25
_ALONE = 45


def printed_dates(root: etree._Element, headline: etree._Element | None) -> list[str]:
    """The words of <time> elements, then of elements named like dates, then of any short ones.

    Of each, those nearest to the headline come first.
    """
    order = {node: number for number, node in enumerate(root.iter())}
    middle = order.get(headline, 0)
    times, named, plain = [], [], []
    for node, number in order.items():
        distance = abs(number - middle) + (40 if number < middle else 0)
        if abs(number - middle) <= _NEAR and len(node) == 0 and _is_short(words_of(node)):
            plain += [(distance, words_of(node))] if not _elsewhere(node) else []
        if not _may_date(node):
            continue
        if node.tag == "time":
            times += [(distance, words) for words in _of_time(node)]
        elif 0 < len(words := words_of(node)) <= _LONGEST:
            named.append((distance, words))
    nearest = (sorted(those)[:_MOST] for those in (times, named, plain))
    return [words for those in nearest for _, words in those]


def _is_short(words: str) -> bool:
    """Whether words may be a date and nothing else."""
    return len(words) <= _ALONE and any(letter.isdigit() for letter in words)


def _of_time(node: etree._Element) -> Iterator[str]:
    for words in (node.get("datetime"), words_of(node)):
        if words:
            yield words


def _may_date(node: etree._Element) -> bool:
    """Whether what stands here may date the article by what it is called."""
    return (node.tag == "time" or bool(_NAMED.search(names_of(node)))) and not _elsewhere(node)


def _elsewhere(node: etree._Element) -> bool:
    """Whether what stands here dates a change or another article."""
    if _CHANGED.search(names_of(node)) or "dateModified" in (node.get("itemprop") or ""):
        return True
    return any(
        _ELSEWHERE.search(names_of(parent)) or (parent.tag in _OUTSIDE and not _in_article(parent))
        for parent in before(node)
    )


def _in_article(node: etree._Element) -> bool:
    """Whether a footer is an article's own, in which some systems print its date."""
    return node.tag == "footer" and any(parent.tag == "article" for parent in node.iterancestors())
