"""Facts on which reports differ."""

from collections.abc import Collection, Sequence

from sholu.model import Dispute
from sholu.review.article import Article
from sholu.world import World


def find_disputes(
    articles: Sequence[Article], *, copies: Collection[str], world: World
) -> tuple[Dispute, ...]:
    return ()
