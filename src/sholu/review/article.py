"""A document beside its reading, as the review works on it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sholu.model import Document, DocumentCard, Reading, SholuError, Voice
from sholu.stories.credit import credited
from sholu.stories.order import Order, order
from sholu.stories.publishers import publisher as publisher_of
from sholu.world import World

_DATE_LINE = re.compile(r"\s*date \d{4}-\d{2}-\d{2}\s*")
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document with its reading; `lang` is what it was read as, null where it was not."""

    document: Document
    reading: Reading

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.document.id

    @property
    def lang(self) -> str | None:
        """The language it was read as; null where no pack reaches it."""
        return self.reading.lang

    @property
    def text(self) -> str:
        """The text that offsets count."""
        return self.document.text

    @property
    def day(self) -> str | None:
        """The day of publication, given or printed in the text; null where it is no ISO date."""
        stated = self.reading.published or self.document.published
        return stated[:10] if stated and _is_day(stated[:10]) else None

    @property
    def outlet(self) -> str | None:
        """Id of the carrier."""
        return self.reading.outlet.id if self.reading.outlet else None

    @property
    def order(self) -> Order:
        """By day, then by time where it is stated, then by id; without a day last."""
        return order(self.id, self.document.published, self.day)


def pair(documents: Sequence[Document], readings: Sequence[Reading]) -> list[Article]:
    """Each document with its reading, by date.

    Raises `SholuError` where a document has none, or has the id of another.
    """
    by_id = {reading.id: reading for reading in readings}
    articles = []
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise SholuError(f"two documents have the id {document.id!r}; give each its own")
        seen.add(document.id)
        if document.id not in by_id:
            raise SholuError(f"document {document.id!r} has no reading; read it first")
        articles.append(Article(document=document, reading=by_id[document.id]))
    return sorted(articles, key=lambda article: article.order)


def cards(articles: Sequence[Article], copies: Mapping[str, str]) -> tuple[DocumentCard, ...]:
    """The documents as the review holds them; `copies` maps a copy to its original."""
    return tuple(
        DocumentCard(
            id=article.id,
            title=title_of(article),
            url=article.document.url,
            outlet=article.reading.outlet,
            lang=article.lang or article.document.lang,
            published=article.day,
            copy_of=copies.get(article.id),
            sha256=article.document.sha256,
            text=article.text,
        )
        for article in articles
    )


def title_of(article: Article) -> str:
    """The title as given, else the first line of the text, cut at a word where it is long."""
    if article.document.title:
        return article.document.title
    body = _DATE_LINE.sub("", article.text, count=1) if _DATE_LINE.match(article.text) else None
    lines = (body or article.text).strip().splitlines()
    first = lines[0].strip() if lines else ""
    if len(first) <= _LONGEST_TITLE:
        return first or article.id
    return first[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def find_copies(articles: Sequence[Article], world: World) -> dict[str, str]:
    """Id of each copy -> id of its original, which is no copy itself."""
    from sholu.stories import copies  # brings numpy, which help and reading do without

    texts = [
        copies.CopyText(
            id=article.id,
            text=article.text,
            lang=article.lang or article.document.lang,
            outlet=article.outlet,
            published=_published(article),
            credit=credited(
                article.text, article.lang or article.document.lang or "", world, own=article.outlet
            ),
        )
        for article in articles
    ]
    return {copy: found.original for copy, found in copies.find_copies(texts).items()}


def _published(article: Article) -> str | None:
    """The time of publication where it is of the day that counts, else that day."""
    stated = article.document.published
    return stated if stated and stated[:10] == article.day else article.day


def publisher(article: Article, world: World) -> str:
    """The independent publisher that printed it; the document itself where none is known."""
    return publisher_of(article.id, article.outlet, world)


def speakers(voice: Voice) -> tuple[Voice, ...]:
    """The single voices of a voice."""
    return voice.members or (voice,)


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False
