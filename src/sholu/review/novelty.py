"""What is new: the statements of the latest day."""

from collections.abc import Mapping, Sequence

from sholu.model import ReviewStatement


def newest(
    statements: Sequence[ReviewStatement], days: Mapping[str, str | None]
) -> tuple[str, ...]:
    """Ids of the statements of the latest day that has any, in the order given."""
    dated = [(days[item.document], item.id) for item in statements]
    latest = max((day for day, _ in dated if day is not None), default=None)
    return tuple(name for day, name in dated if day is not None and day == latest)
