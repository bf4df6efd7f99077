"""Which of several documents came first."""

import re
from datetime import UTC, datetime

Order = tuple[str, str, str]

_UNDATED = "9999"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def order(document: str, published: str | None, day: str | None = None) -> Order:
    """Sorts documents by day, then by time where it is stated, then by id; without a day last.

    Args:
        document: its id.
        published: ISO date or date and time.
        day: where another day is known than `published` says.
    """
    stated = _DAY.match(published or "")
    return (day or (stated[0] if stated else _UNDATED), _moment(published), document)


def _moment(published: str | None) -> str:
    """The time of publication in UTC; behind every time where none is stated."""
    if not published or len(published) <= len("2026-01-01"):
        return "~"
    try:
        moment = datetime.fromisoformat(published)
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else f"{moment.isoformat()}+"
    except (ValueError, OverflowError):
        return "~"
