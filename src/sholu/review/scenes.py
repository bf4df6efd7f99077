"""Sentences in which an event may show itself, with all that is known to stand in them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sholu.model import Dating, Mention, Span
from sholu.review.article import Article
from sholu.review.event_words import Hit, event_words
from sholu.review.sentences import sentences
from sholu.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that is told as where something happens: a state, or its capital."""

    state: str
    capital: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence; offsets count code points of the article's text.

    Attributes:
        number: of the sentence in its article, from 0.
        kinds: words that show a kind of event; `outcomes`: words that say it is done.
        people: known persons named, without the sources of statements.
        states: states named, in whatever form; `countries`: those and blocs by their own names.
    """

    article: Article
    number: int
    start: int
    end: int
    kinds: tuple[Hit, ...]
    outcomes: tuple[Hit, ...]
    people: tuple[Mention, ...]
    states: tuple[Mention, ...]
    countries: tuple[Mention, ...]
    places: tuple[Place, ...]
    dates: tuple[Dating, ...]

    @property
    def leads(self) -> bool:
        """Whether it is among the first two sentences."""
        return self.number < 2


def find_scenes(article: Article, world: World) -> list[Scene]:
    """The sentences of an article that show a kind of event or an outcome, in order."""
    if article.lang is None:
        return []
    words = event_words(article.lang)
    scenes = []
    for number, (start, end) in enumerate(sentences(article.text)):
        text = article.text[start:end]
        kinds, outcomes = words.kinds(text), words.outcomes(text)
        if kinds or outcomes:
            scenes.append(_scene(article, number, (start, end), kinds, outcomes, world))
    return scenes


def _scene(
    article: Article,
    number: int,
    where: tuple[int, int],
    kinds: Sequence[Hit],
    outcomes: Sequence[Hit],
    world: World,
) -> Scene:
    start, end = where
    mentions = _within(article.reading.mentions, start, end)
    sources = [s.source for s in article.reading.statements if s.source is not None]
    states = tuple(m for m in mentions if m.type == "state")
    return Scene(
        article=article,
        number=number,
        start=start,
        end=end,
        kinds=tuple(Hit(h.what, h.start + start, h.end + start) for h in kinds),
        outcomes=tuple(Hit(h.what, h.start + start, h.end + start) for h in outcomes),
        people=tuple(
            m
            for m in mentions
            if m.type == "person" and not any(source.contains(m.span) for source in sources)
        ),
        states=states,
        countries=tuple(
            m
            for m in mentions
            if m.type in ("state", "bloc")
            and _named_by(world, m.span.text, article.lang or "") == "name"
        ),
        places=tuple(_places(article, states, world)),
        dates=tuple(d for d in article.reading.dates if start <= d.span.start < end),
    )


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Mentions come in order of place."""
    first = bisect_left(mentions, start, key=lambda m: m.span.start)
    last = bisect_left(mentions, end, key=lambda m: m.span.start)
    return mentions[first:last]


def _places(article: Article, states: Sequence[Mention], world: World) -> list[Place]:
    lang = article.lang or ""
    words = event_words(lang)
    return [
        Place(
            state=mention.id,
            capital=_named_by(world, mention.span.text, lang) == "capital",
            span=mention.span,
        )
        for mention in states
        if words.is_place(article.text, mention.span.start, mention.span.end)
    ]


@lru_cache(maxsize=20_000)
def _named_by(world: World, words: str, lang: str) -> str:
    """By what of it the words name a state: "name", "capital", "metonym" or "adjective"."""
    found = world.mentions(words, lang)
    return found[0].by if found else "name"
