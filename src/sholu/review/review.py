"""The readings of one event -> its review."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sholu.model import (
    Coverage,
    Document,
    Expectation,
    ForeseenItem,
    Reading,
    Review,
    Skipped,
    Voice,
)
from sholu.review.article import Article, cards, find_copies, pair
from sholu.review.balance import balance
from sholu.review.camps import find_camps
from sholu.review.disputes import find_disputes
from sholu.review.event import find_event
from sholu.review.limits import find_limits
from sholu.review.novelty import newest
from sholu.review.sections import divide
from sholu.review.settlement import settle
from sholu.review.silences import find_silences
from sholu.review.statements import list_statements
from sholu.review.themes import find_themes
from sholu.review.topic import off_topic
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
    coverage: Coverage | None = None,
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
        coverage: what of the watched sources could be read, where the documents come from an
            archive.
        progress: told the step, how much of it is done and how much there is.

    Raises:
        SholuError: a document has no reading.
    """
    given = pair(documents, readings)
    copies = find_copies(given, world)
    card = find_event(given, world=world, title=event, copies=copies)
    strangers = off_topic(given, card, copies=copies)
    left_out = {article.id for article in strangers}
    articles = [article for article in given if article.id not in left_out]
    voices = merge_voices(articles)
    statements = list_statements(articles, copies=copies, voices=voices, world=world)
    days = {article.id: article.day for article in articles}
    printed = cards(articles, copies)
    themes = find_themes(
        statements,
        {document.id: document for document in printed},
        world=world,
        event=card,
        lang=lang,
        progress=progress,
    )
    return Review(
        event=card,
        documents=printed,
        statements=statements,
        sections=divide(statements, articles, world=world),
        themes=themes,
        camps=find_camps(themes, {item.id: item for item in statements}),
        silences=find_silences(articles, statements, copies=copies, voices=voices, world=world),
        expectations=_foreseen(articles, copies, voices, world, progress),
        balance=balance(statements, days),
        disputes=find_disputes(articles, copies=copies, world=world, lang=lang),
        limits=find_limits(articles, skipped=skipped, off_topic=strangers, coverage=coverage),
        new=newest(statements, days),
    )


def _foreseen(
    articles: Sequence[Article],
    copies: Mapping[str, str],
    voices: Mapping[Key, Voice],
    world: World,
    progress: Progress | None,
) -> tuple[ForeseenItem, ...]:
    """The ledger: every expectation once, by date and place in the text, with its settlement."""
    foreseen = [
        (article, _under_voice(article, expected, voices))
        for article in articles
        if article.id not in copies
        for expected in sorted(article.reading.expectations, key=lambda e: e.content.start)
    ]
    settlements = settle(
        [(article.id, article.day, expected) for article, expected in foreseen],
        [article.document for article in articles],
        {article.id: article.reading for article in articles},
        world=world,
        progress=progress,
    )
    return tuple(
        ForeseenItem(
            id=f"{article.id}/{expected.id}",
            document=article.id,
            published=article.day,
            expectation=expected,
            settlement=settlement,
        )
        for (article, expected), settlement in zip(foreseen, settlements, strict=True)
    )


def _under_voice(
    article: Article, expected: Expectation, voices: Mapping[Key, Voice]
) -> Expectation:
    """The expectation under the voice that the whole review knows it by."""
    if expected.voice is None:
        return expected
    return replace(expected, voice=voices.get((article.id, expected.voice.id), expected.voice))
