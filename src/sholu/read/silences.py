"""Clauses that say somebody did not react, declined to comment, or has not answered."""

from collections.abc import Callable, Sequence

from sholu.model import Silence, Statement, Voice
from sholu.read.page import Page


def find_silences(
    page: Page,
    statements: Sequence[Statement],
    *,
    resolve: Callable[[int, int], tuple[Voice, ...]],
) -> tuple[Silence, ...]:
    """Every stated silence of the page, in order."""
    return ()
