"""What a page says of its article in its head and in JSON-LD, not yet believed."""

import re
from dataclasses import dataclass

from lxml import etree

from sholu.collect.web import json_ld
from sholu.collect.web.addresses import absolute, same_site
from sholu.collect.web.folded import fold
from sholu.collect.web.json_ld import Thing
from sholu.collect.web.markup import metas, names_of, words_of
from sholu.collect.web.prose import prose

_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "publish-date", "publish_date", "publishdate", "published_time", "pubdate",
    "published-date", "publication_date", "mediator_published_time", "article.published",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
_BYLINE = re.compile(r"(?:^|[\s_-])(?:author|byline|autor|auteur|yazar|avtor)(?:[\s_-]|$)", re.I)
_BY = re.compile(
    r"^(?:by|von|par|автор(?:ы)?|текст|авторы?|yazar|yazan|haber|мәтін|por|müəllif|muallif)\s*:?\s+"
    r"|^(?:автор|авторы|yazar|haber)\s*:\s*",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"admin|редакция|redaktion|редактор|rédaction|editor|staff|administrator")
_LONGEST_NAME = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The page's own words about its article.

    Attributes:
        headline: of JSON-LD or the head; null where neither has one.
        dates: what is said to be the time of publication, the surest first.
        authors, outlet, lang, canonical: checked for form alone.
        body: the article's text as JSON-LD carries it.
        sold: whether it is said not to be free.
        is_article: whether anything says that this is an article.
    """

    headline: str | None
    dates: tuple[str, ...]
    authors: tuple[str, ...]
    outlet: str | None
    lang: str | None
    canonical: str | None
    body: str | None
    sold: bool
    is_article: bool


def stated(root: etree._Element, address: str) -> Stated:
    """All that the page at `address` says of itself."""
    head = metas(root)
    things = json_ld.things(root)
    articles = json_ld.articles(things)
    article = _this_one(articles, head.get("og:title") or head.get("title"), address)
    outlet = _outlet(head, article, things)
    return Stated(
        headline=json_ld.text(article.get("headline")) or head.get("og:title"),
        dates=tuple(_dates(root, head, article)),
        authors=tuple(_authors(root, head, article, outlet)),
        outlet=outlet,
        lang=_language(root, head, article),
        canonical=_canonical(root, head, address),
        body=_body(article),
        sold=str(article.get("isAccessibleForFree")).lower() == "false",
        is_article=bool(articles) or head.get("og:type", "").lower() == "article",
    )


def _this_one(articles: list[Thing], title: str | None, address: str) -> Thing:
    """The article the page is about: by its address, by its headline, or the first."""
    for article in articles:
        named = [article.get("url"), article.get("@id"), article.get("mainEntityOfPage")]
        if any(isinstance(name, str) and absolute(name, address) == address for name in named):
            return article
    for article in articles:
        headline = fold(json_ld.text(article.get("headline")) or "")
        if headline and title and (headline in fold(title) or fold(title) in headline):
            return article
    return articles[0] if articles else {}


def _dates(root: etree._Element, head: dict[str, str], article: Thing) -> list[str]:
    found = [json_ld.text(article.get("datePublished")) or ""]
    found += [head.get(name, "") for name in _DATES]
    for node in root.iterfind(".//*[@itemprop]"):
        if "datePublished" in node.get("itemprop", ""):
            found += [node.get("content") or node.get("datetime") or words_of(node)]
    return [words for words in found if words]


def _outlet(head: dict[str, str], article: Thing, things: list[Thing]) -> str | None:
    publisher = json_ld.text(article.get("publisher"))
    site = next(
        (json_ld.text(t.get("name")) for t in things if "WebSite" in json_ld.types(t)), None
    )
    return head.get("og:site_name") or publisher or site or head.get("application-name")


def _authors(
    root: etree._Element, head: dict[str, str], article: Thing, outlet: str | None
) -> list[str]:
    """The first place that names anybody: JSON-LD, the head, the markup."""
    marked = [
        words_of(node)
        for node in root.iterfind(".//*[@itemprop]")
        if node.get("itemprop") == "author" and node.tag != "meta"
    ]
    linked = [words_of(node) for node in root.iterfind(".//a[@rel='author']")]
    bylines = [
        words_of(node)
        for node in root.iter("p", "span", "div", "a", "address")
        if _BYLINE.search(names_of(node))
    ]
    named = [head[name] for name in _AUTHORS if name in head]
    for listed in (json_ld.names(article.get("author")), named, marked, linked, bylines[:1]):
        if found := [name for given in listed for name in _people(given, outlet)]:
            return list(dict.fromkeys(found))
    return []


def _people(given: str, outlet: str | None) -> list[str]:
    names = []
    for part in re.split(
        r"\s*[;,|•·]\s*|\s+(?:and|und|et|ve|и|және)\s+", _BY.sub("", given.strip())
    ):
        name = part.strip(" -–—:")
        plain = fold(name)
        is_name = 2 < len(name) <= _LONGEST_NAME and not re.search(r"https?:|@|\d|/", name)
        if is_name and not _NOBODY.search(plain) and plain != fold(outlet or ""):
            names.append(name)
    return names


def _language(root: etree._Element, head: dict[str, str], article: Thing) -> str | None:
    given = [
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"),
        json_ld.text(article.get("inLanguage")),
        head.get("og:locale"),
        head.get("content-language"),
        head.get("language"),
    ]
    return next((tag.strip() for tag in given if tag and re.match(r"[A-Za-z]{2,3}\b", tag)), None)


def _canonical(root: etree._Element, head: dict[str, str], address: str) -> str | None:
    """The page's own address for itself, if it is of the same site and no home page."""
    base = next((node.get("href") for node in root.iter("base") if node.get("href")), None)
    written = [
        n.get("href") for n in root.iter("link") if (n.get("rel") or "").lower() == "canonical"
    ]
    here = absolute(base, address) or address
    for words in [*written, head.get("og:url")]:
        found = absolute(words, here)
        if found is None or (address and not same_site(found, address)):
            continue
        if address and _is_home(found) and not _is_home(address):
            continue
        return found
    return None


def _is_home(address: str) -> bool:
    return re.fullmatch(r"https?://[^/]+/?(?:[a-z]{2}/?)?", address) is not None


def _body(article: Thing) -> str | None:
    value = json_ld.text(article.get("articleBody"))
    return prose(value) or None if value else None
