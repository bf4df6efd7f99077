"""The readings of one event -> its review."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sholu.model import (
    Document,
    Expectation,
    ForeseenItem,
    Reading,
    Review,
    Settlement,
    Skipped,
    Voice,
)
from sholu.review.article import Article, cards, pair
from sholu.review.balance import balance
from sholu.review.copies import find_copies
from sholu.review.disputes import find_disputes
from sholu.review.event import find_event
from sholu.review.limits import find_limits
from sholu.review.novelty import newest
from sholu.review.sections import divide
from sholu.review.silences import find_silences
from sholu.review.statements import list_statements
from sholu.review.voices import Key, merge_voices
from sholu.world import World

Progress = Callable[[str, int, int], None]


def review(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    *,
    world: World,
    skipped: Sequence[Skipped] = (),
    event: str | None = None,
    lang: str = "en",
    progress: Progress | None = None,
) -> Review:
    """The press review of the event that the documents tell of.

    Pure: the same documents, readings and world give the same review in whatever order they come.

    Args:
        documents: with ids that are unique.
        readings: one for each document, by its id.
        skipped: sources that gave no document; they are named among the limits.
        event: title of the event as the user words it; found in the documents where not given.
        lang: language of the review, for what is written in one language only.
        progress: told the step, how much of it is done and how much there is.

    Raises:
        SholuError: a document has no reading.
    """
    articles = pair(documents, readings)
    copies = find_copies(articles)
    voices = merge_voices(articles)
    card = find_event(articles, world=world, title=event, copies=copies)
    statements = list_statements(articles, copies=copies, voices=voices, world=world)
    days = {article.id: article.day for article in articles}
    return Review(
        event=card,
        documents=cards(articles, copies),
        statements=statements,
        sections=divide(statements, articles, world=world),
        silences=find_silences(articles, statements, copies=copies, world=world),
        expectations=_foreseen(articles, copies, voices),
        balance=balance(statements, days),
        disputes=find_disputes(articles, copies=copies, world=world, lang=lang),
        limits=find_limits(articles, skipped=skipped, off_topic=()),
        new=newest(statements, days),
    )


def _foreseen(
    articles: Sequence[Article], copies: Mapping[str, str], voices: Mapping[Key, Voice]
) -> tuple[ForeseenItem, ...]:
    """The ledger: every expectation once, by date and place in the text."""
    return tuple(
        ForeseenItem(
            id=f"{article.id}/{expected.id}",
            document=article.id,
            published=article.day,
            expectation=_under_voice(article, expected, voices),
            settlement=Settlement(status="no evidence", reason="no-evidence"),
        )
        for article in articles
        if article.id not in copies
        for expected in sorted(article.reading.expectations, key=lambda e: e.content.start)
    )


def _under_voice(
    article: Article, expected: Expectation, voices: Mapping[Key, Voice]
) -> Expectation:
    """The expectation under the voice that the whole review knows it by."""
    if expected.voice is None:
        return expected
    return replace(expected, voice=voices.get((article.id, expected.voice.id), expected.voice))
