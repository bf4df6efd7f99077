"""When something falls due: the time expression of a clause that is still ahead."""

from collections.abc import Sequence

from sholu.model import Dating, Span
from sholu.read.page import Page, Token


def due_of(dates: Sequence[Dating], day: str | None) -> Dating | None:
    """The first time expression that does not lie wholly behind the day of publication."""
    for dating in dates:
        if _is_open(dating) and day is not None:
            # Counted from something else than the day of publication.
            continue
        if not _is_behind(dating, day) and not (_is_today(dating, day) and len(dates) > 1):
            return dating
    return None


def _is_behind(dating: Dating, day: str | None) -> bool:
    """Whether it ended, or began without an end, before the day of publication."""
    last = dating.end or dating.start
    return day is not None and last is not None and last < day


def _is_open(dating: Dating) -> bool:
    return dating.start is None and dating.end is None


def _is_today(dating: Dating, day: str | None) -> bool:
    return day is not None and dating.start == dating.end == day


def cut(page: Page, tokens: Sequence[Token], first: int, end: int) -> Span | None:
    """The text of some tokens; null where there are none."""
    part = tokens[first:end]
    return Span.cut(page.text, part[0].start, part[-1].end) if part else None
