"""Groups of rows of a matrix of likeness.

Agglomerative clustering by average linkage (Sokal and Michener, 1958): the two groups most alike
on average are joined until no two are alike enough. Ties go to the rows that come first, so that
the groups depend on the matrix alone.
"""

from collections.abc import Sequence
from typing import Any

_GONE = -1e9


def clusters(likeness: Any, least: float) -> list[list[int]]:
    """Rows in groups; every row is in one. Groups by their first row, rows in order.

    Args:
        likeness: symmetric matrix; the diagonal plays no part.
        least: average likeness below which two groups stay apart.
    """
    import numpy as np

    table = np.array(likeness, dtype=np.float64)
    np.fill_diagonal(table, _GONE)
    groups: list[list[int]] = [[row] for row in range(len(table))]
    sizes = np.ones(len(table))
    while len(table):
        first, second = divmod(int(table.argmax()), len(table))
        if table[first, second] < least:
            break
        first, second = min(first, second), max(first, second)
        joined = table[first] * sizes[first] + table[second] * sizes[second]
        joined = joined / (sizes[first] + sizes[second])
        joined[(table[first] <= _GONE / 2) | (table[second] <= _GONE / 2)] = _GONE
        table[first], table[:, first] = joined, joined
        table[second], table[:, second] = _GONE, _GONE
        sizes[first] += sizes[second]
        groups[first] += groups[second]
        groups[second] = []
    return [sorted(group) for group in groups if group]


def average(likeness: Any, rows: Sequence[int], others: Sequence[int]) -> float:
    """Mean likeness of each of `rows` to each of `others`; a row is not compared with itself."""
    pairs = len(rows) * len(others) - len(set(rows) & set(others))
    if not pairs:
        return 0.0
    total = float(likeness[list(rows)][:, list(others)].sum(dtype="float64"))
    return (total - sum(float(likeness[row, row]) for row in set(rows) & set(others))) / pairs
