"""A web page: the article on it, with all that it says of itself, checked."""

import copy
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml import etree

from sholu.collect.web.addresses import absolute, host_of
from sholu.collect.web.boilerplate import kept, stub
from sholu.collect.web.charset import decode
from sholu.collect.web.dating import published
from sholu.collect.web.embedded import embedded_article
from sholu.collect.web.folded import fold
from sholu.collect.web.headline import headline_of
from sholu.collect.web.language_tags import iso
from sholu.collect.web.markup import tree, words_of
from sholu.collect.web.printed_dates import printed_dates
from sholu.collect.web.prose import prose_of
from sholu.collect.web.pruning import prune
from sholu.collect.web.stated import Stated, stated
from sholu.language import identify
from sholu.model import Document, DocumentError
from sholu.model.source import Link, Source

_LEAST = 40
_GALLERY = 250
_LEAD = 60
_SENTENCE = 25
_MATCHING = 0.8
_HEAD_LINES = 6
_ENDED = re.compile(r"[.!?…。！？][\"'»”“’)]*$")
_NO_ARTICLE = "has no article that could be found in the page"
_FEEDS = re.compile(r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)|application/json", re.I)
_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")
_MIDNIGHT = re.compile(r"T00:00(?::00)?(?:$|[+-])")
_SUFFIX = re.compile(r"\s+(?:[|•·»/]|[-–—]{1,2})\s+")
# What trafilatura and its helpers are known to raise on pages made to break them.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError,
    ValueError, etree.LxmlError,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDocument(Document):
    """An article found on a page.

    Attributes:
        canonical: the page's own address for itself, of the same site; null where it gives none.
        authors: as printed, in order.
    """

    canonical: str | None = None
    authors: tuple[str, ...] = ()


def document(
    body: bytes,
    *,
    address: str,
    charset: str | None = None,
    zone: str | None = None,
    seen: datetime | None = None,
    link: Link | None = None,
    source: Source | None = None,
) -> PageDocument:
    """The article on a page; `DocumentError` with the reason where there is none.

    `address` is where the page was found, or the file it is kept in. `link` and `source` are what
    is known from elsewhere: they fill in what the page does not tell. Without `seen` no date is
    counted from the day of the fetch.
    """
    here = absolute(address) or ""
    markup = decode(body, address, charset)
    if not markup.strip():
        raise DocumentError(address, "has no text")
    root = tree(markup, address)
    says = stated(root, here)
    titles = [title for title in (says.headline, _head_title(root), link and link.title) if title]
    headline = headline_of(root, titles)
    dates = [*says.dates, (link and link.published) or "", *printed_dates(root, headline)]
    found = _published(dates, here, says.lang, _zone(zone, source), seen)
    text = _text(root, headline, says, address, dated=bool(found))
    return PageDocument(
        id=says.canonical or here or address,
        text=text,
        lang=_language(text, says, link, source),
        title=_title(headline, titles, says.outlet),
        url=says.canonical or here or None,
        outlet=(source and source.outlet) or says.outlet or host_of(here),
        country=source.country if source else None,
        published=found,
        source=address,
        canonical=says.canonical,
        authors=says.authors,
    )


def feeds(markup: str, address: str) -> tuple[str, ...]:
    """The feeds that a page names in its head, in its order."""
    try:
        root = tree(markup, address)
    except DocumentError:
        return ()
    found = [
        absolute(node.get("href"), address)
        for node in root.iter("link")
        if "alternate" in (node.get("rel") or "").lower().split()
        and _FEEDS.match(node.get("type") or "")
    ]
    return tuple(dict.fromkeys(feed for feed in found if feed))


def _zone(zone: str | None, source: Source | None) -> str | None:
    return zone or (source.zone if source else None)


def _head_title(root: etree._Element) -> str | None:
    return next((words for node in root.iter("title") if (words := words_of(node))), None)


def _title(headline: etree._Element | None, titles: list[str], outlet: str | None) -> str | None:
    """The heading as printed, or else the page's title without the outlet's name behind it."""
    if headline is not None and (words := words_of(headline)):
        return words
    for title in titles:
        parts = _SUFFIX.split(title)
        if len(parts) > 1 and (outlet is None or fold(parts[-1]) == fold(outlet)):
            return title[: title.rindex(parts[-1])].rstrip(" |•·»/-–—")
        return title
    return None


def _published(
    dates: list[str], address: str, lang: str | None, zone: str | None, seen: datetime | None
) -> str | None:
    """The first day told, at the finest time that anything tells of that day."""
    told = [published(words, zone=zone, seen=seen, lang=lang) for words in dates]
    days = [found for found in told if found]
    if not days:
        inside = _IN_ADDRESS.search(address)
        words = "-".join(inside.groups()) if inside else ""
        return published(words, zone=zone, seen=seen) if words else None
    same = [found for found in days if found[:10] == days[0][:10]]
    return max(same, key=_fineness)


def _fineness(moment: str) -> tuple[bool, bool]:
    return len(moment) > 10 and not _MIDNIGHT.search(moment), len(moment) > 19


def _language(text: str, says: Stated, link: Link | None, source: Source | None) -> str | None:
    stated_as = says.lang or (link.lang if link else None) or (source.lang if source else None)
    found = identify(text, hint=stated_as)
    return found if found != "und" else iso(stated_as)


def _text(
    root: etree._Element,
    headline: etree._Element | None,
    says: Stated,
    address: str,
    *,
    dated: bool,
) -> str:
    printed = prose_of(root)
    pictures = len(root.xpath("//figure | //article//img"))
    carried = [says.body or "", embedded_article(root) or ""]
    heading = words_of(headline) if headline is not None else None
    names = [name for name in (heading, says.headline, _head_title(root)) if name]
    prune(root, headline)
    text = _without_head(_completed(_extracted(root), root), names, says)
    for other in carried:
        other = "\n".join(kept(other.split("\n")))
        if len(other) > 300 and len(text) < 0.6 * len(other):
            text = other
    why = stub(names, text, printed, sold=says.sold, dated=dated and says.is_article)
    if why is None and len(text) < _GALLERY and pictures >= 3:
        why = "is a gallery of pictures with hardly any text"
    if why is None and len(text) < _LEAST:
        why = _NO_ARTICLE
    if why is not None:
        raise DocumentError(address, why)
    return text


def _extracted(root: etree._Element) -> str:
    """The article's text by trafilatura (Barbaresi 2021)."""
    import trafilatura  # heavy, and needed for pages alone

    try:
        found: Any = trafilatura.bare_extraction(copy.deepcopy(root), include_comments=False)
    except _FAULTS:
        return ""
    return (found.text or "").strip() if found is not None else ""


def _completed(text: str, root: etree._Element) -> str:
    """The text with the sentences printed before and among its lines that were left out.

    Openings often stand outside the box of the other paragraphs, and short ones are taken for
    captions. Where the lines of the text are not those printed, it is left as it is.
    """
    printed = prose_of(root).split("\n")
    chosen = {_key(line) for line in text.split("\n")} - {""}
    places = [number for number, line in enumerate(printed) if _key(line) in chosen]
    found = {_key(printed[number]) for number in places}
    if not found or len(found) < _MATCHING * len(chosen):
        return text
    first, last = places[0], places[-1]
    lines = [
        line
        for number, line in enumerate(printed[: last + 1])
        if _key(line) in chosen
        or (_ENDED.search(line) and len(line) >= (_LEAD if number < first else _SENTENCE))
    ]
    return "\n".join(lines)


def _key(line: str) -> str:
    return "".join(re.findall(r"\w", line))


def _without_head(text: str, names: list[str], says: Stated) -> str:
    """The lines of the article alone: no title, author or time before it, no calls among it."""
    lines = [line for line in kept(line.strip() for line in text.split("\n")) if line]
    titles = {fold(name) for name in names}
    people = {fold(name) for name in says.authors}
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if fold(line) in titles and all(len(other) < 2 * _LEAD for other in lines[:number]):
            del lines[: number + 1]
            break
    while lines and (fold(lines[0]) in titles or fold(lines[0]) in people or _is_time(lines[0])):
        del lines[0]
    return "\n".join(lines)


def _is_time(line: str) -> bool:
    return len(line) < 50 and published(line, zone=None, seen=None, lang="ru") is not None
