"""Plain text tables with aligned columns."""

from collections.abc import Sequence


def percent(share: float) -> str:
    """A share as a percentage with one decimal, without the sign."""
    return f"{100 * share:.1f}"


def table(title: str, head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A table under its title: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    lines = [_line(row, widths) for row in (head, *body)]
    return "\n".join([title, *lines])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(row, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
    return "  ".join(cells).rstrip()
