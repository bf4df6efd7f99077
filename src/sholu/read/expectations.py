"""Clauses about what will or may happen."""

from collections.abc import Sequence

from sholu.model import Expectation, Statement, Voice
from sholu.read.page import Page


def find_expectations(
    page: Page, statements: Sequence[Statement], *, outlet_voice: Voice | None
) -> tuple[Expectation, ...]:
    """Every expectation of the page, in order."""
    return ()
