"""Documents that are not about the event."""

from collections.abc import Collection, Mapping, Sequence

from sholu.model import EventCard
from sholu.review.article import Article
from sholu.review.event_kind import family
from sholu.review.event_words import event_words
from sholu.review.vocabulary import Word, vocabulary


def off_topic(
    articles: Sequence[Article], event: EventCard, *, copies: Mapping[str, str]
) -> tuple[Article, ...]:
    """Articles that share nothing with the event, in the order given; none where it is not known.

    They name neither a participant, nor a state that takes part, nor the place; they have no word
    of that kind of event, and none of the words by which others tell of it. An original and its
    copies stay or go together.
    """
    if event.kind is None or not (event.participants or event.place):
        return ()
    known = _known(event, articles)
    kinds = family(event.kind)
    told = _told(event, articles)
    strange = [
        article
        for article in articles
        if article.lang is not None and not _touches(article, known, kinds, told)
    ]
    ids = {article.id for article in strange}
    kept = {copies.get(a.id, a.id) for a in articles if a.id not in ids}
    return tuple(article for article in strange if copies.get(article.id, article.id) not in kept)


def _touches(
    article: Article, known: Collection[str], kinds: Collection[str], told: Sequence[Word]
) -> bool:
    """Whether anything of the event stands in the article."""
    if any(mention.id in known for mention in article.reading.mentions):
        return True
    text = f"{article.document.title or ''}\n{article.text}"
    if any(hit.what in kinds for hit in event_words(article.lang or "").kinds(text)):
        return True
    words = vocabulary(article.lang or "").words(text)
    return any(word.same(other) for word in told for other in words)


def _known(event: EventCard, articles: Sequence[Article]) -> set[str]:
    """Ids of the participants and their states, and of the states that the evidence names."""
    known = {voice.id for voice in event.participants}
    known |= {voice.country for voice in event.participants if voice.country}
    by_id = {article.id: article for article in articles}
    for evidence in (*event.evidence, *event.outcome):
        for mention in by_id[evidence.document].reading.mentions:
            if mention.type in ("state", "person") and evidence.span.contains(mention.span):
                known.add(mention.id)
    return known


def _told(event: EventCard, articles: Sequence[Article]) -> list[Word]:
    """Words of content in the evidence of the event."""
    langs = {article.id: article.lang or "" for article in articles}
    return [
        word
        for evidence in (*event.evidence, *event.outcome)
        for word in vocabulary(langs[evidence.document]).words(evidence.span.text)
    ]
