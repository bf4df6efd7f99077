"""What could not be seen, and how much of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sholu.model import Coverage, Limit, Skipped
from sholu.review.article import Article

_MOST_NAMED = 3


def find_limits(
    articles: Sequence[Article],
    *,
    skipped: Sequence[Skipped],
    off_topic: Sequence[Article],
    coverage: Coverage | None = None,
) -> tuple[Limit, ...]:
    """Languages without a pack, sources, passages, documents without a date or off the topic."""
    return (
        *_languages(articles),
        *_sources(skipped),
        *_watched(coverage),
        *_passages(articles),
        *_undated(articles),
        *_strangers(off_topic),
    )


def _languages(articles: Sequence[Article]) -> Iterable[Limit]:
    unread = [a.document.lang or "und" for a in articles if a.lang is None]
    for lang, count in _ranked(Counter(unread)):
        yield Limit(kind="language", name=lang, count=count)


def _sources(skipped: Sequence[Skipped]) -> Iterable[Limit]:
    for source in sorted(skipped, key=lambda item: (item.source, item.reason)):
        yield Limit(kind="source", name=source.source, count=1, reason=source.reason)


def _watched(coverage: Coverage | None) -> Iterable[Limit]:
    """Sources that never answered, and articles that were named but could not be had."""
    if coverage is None:
        return
    for one in coverage.unread:
        yield Limit(kind="source", name=one.source, count=1, reason=one.outcome or "unseen")
    for outcome, count in coverage.lost.items():
        yield Limit(kind="lost", name="", count=count, reason=outcome)


def _passages(articles: Sequence[Article]) -> Iterable[Limit]:
    read = [article for article in articles if article.lang is not None]
    for lang, count in _ranked(Counter(lang for a in read for lang, _ in a.reading.unread)):
        yield Limit(kind="passage", name=lang, count=count)


def _undated(articles: Sequence[Article]) -> Iterable[Limit]:
    undated = [article for article in articles if article.day is None]
    if undated:
        yield Limit(kind="date", name=_named(undated), count=len(undated))


def _strangers(off_topic: Sequence[Article]) -> Iterable[Limit]:
    if off_topic:
        yield Limit(kind="off-topic", name=_named(off_topic), count=len(off_topic))


def _named(articles: Sequence[Article]) -> str:
    """The sources by name, the first few of them where there are many."""
    names = [article.document.source or article.id for article in articles]
    return ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
