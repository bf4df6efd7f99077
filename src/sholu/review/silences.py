"""Stated silences, with how much was read and who has spoken since."""

from collections.abc import Collection, Mapping, Sequence

from sholu.model import ReviewStatement, SilenceItem, Voice
from sholu.review.article import Article, publisher, speakers
from sholu.world import World


def find_silences(
    articles: Sequence[Article],
    statements: Sequence[ReviewStatement],
    *,
    copies: Mapping[str, str],
    world: World,
) -> tuple[SilenceItem, ...]:
    """Every silence that a document states, by date and place in the text.

    A copy does not state it again. `documents_read` counts documents that a pack reaches,
    `publishers_read` their independent publishers without copies.
    """
    read = [article for article in articles if article.lang is not None]
    publishers = {publisher(a, world) for a in read if a.id not in copies}
    days = {article.id: article.day for article in articles}
    return tuple(
        SilenceItem(
            document=article.id,
            silence=silence,
            documents_read=len(read),
            publishers_read=len(publishers),
            broken_by=_broken_by(silence.voices, article, statements, days),
        )
        for article in read
        if article.id not in copies
        for silence in sorted(article.reading.silences, key=lambda s: s.content.start)
    )


def _broken_by(
    silent: Collection[Voice],
    article: Article,
    statements: Sequence[ReviewStatement],
    days: Mapping[str, str | None],
) -> tuple[str, ...]:
    """Statements of the silent voices on a later day, or the same day in another document."""
    ids = {voice.id for voice in silent}
    return tuple(
        item.id
        for item in statements
        if _speaks(item.statement.voice, ids) and _later(item.document, article, days)
    )


def _speaks(voice: Voice | None, ids: Collection[str]) -> bool:
    return voice is not None and any(single.id in ids for single in speakers(voice))


def _later(document: str, article: Article, days: Mapping[str, str | None]) -> bool:
    """Whether the document tells of a time after the silence; never so without dates."""
    day, silent_on = days[document], article.day
    if day is None or silent_on is None or document == article.id:
        return False
    return day >= silent_on
