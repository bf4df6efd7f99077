"""Moments as the archive writes them."""

from datetime import UTC, datetime


def moment(at: datetime) -> str:
    """ISO 8601 in UTC to the second: such texts sort as the moments do."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def parsed(words: str) -> datetime:
    """The moment that the archive wrote."""
    return datetime.fromisoformat(words)
