"""The event that the documents tell of: kind, days, place, participants and outcome."""

from collections import Counter
from collections.abc import Collection, Sequence

from sholu.model import EventCard
from sholu.review.article import Article, title_of
from sholu.world import World


def find_event(
    articles: Sequence[Article],
    *,
    world: World,
    title: str | None,
    lang: str,
    copies: Collection[str] = (),
) -> EventCard:
    titles = Counter(title_of(article) for article in articles)
    common = max(titles, key=lambda t: titles[t]) if titles else ""
    text = title or common
    return EventCard(
        title=dict.fromkeys(("kk", "ru", "en"), text) if text else {},
        kind=None,
        period=None,
        place={},
        participants=(),
        outcome=(),
        evidence=(),
    )
