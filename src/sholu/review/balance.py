"""How many statements each section has on each day."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sholu.model import ReviewStatement


def balance(
    statements: Sequence[ReviewStatement], days: Mapping[str, str | None]
) -> dict[str, dict[str, int]]:
    """Day -> section id -> number of statements, days and sections sorted.

    `days` maps a document to its day; statements of undated documents are not counted.
    """
    counts: dict[str, Counter[str]] = {}
    for item in statements:
        day = days[item.document]
        if day is not None:
            counts.setdefault(day, Counter())[item.section] += 1
    return {day: dict(sorted(counts[day].items())) for day in sorted(counts)}
