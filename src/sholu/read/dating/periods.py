"""The days that words of time mean, counted from the day of publication.

A period is its first and last day, both included. Weeks begin on Monday. What is vague in the
words is set here once: a "beginning" and an "end" are the first and the last month of a year, the
first and last ten days of a month, and the first and last third of anything else; "early" and
"late" are the first and last third of a month and quarter of a year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

Grain: TypeAlias = Literal["day", "week", "month", "quarter", "season", "half", "year", "long"]
Direction: TypeAlias = Literal["past", "future", "nearest"]

_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
# How far "the coming days", "weeks", "months" and "years" reach where no number is said.
_AHEAD = {"day": 7, "weekend": 7, "week": 31, "month": 183, "quarter": 183, "year": 5 * 365}
# Winter of a year begins in the December before it.
SEASONS = {"winter": -1, "spring": 2, "summer": 5, "autumn": 8}


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, either null where open, and what kind of stretch it is."""

    start: date | None
    end: date | None
    grain: Grain


def months(year: int, month: int, count: int, grain: Grain) -> Days | None:
    """`count` whole months from month `month` (0 is January; any number, also negative)."""
    first_year, first_month = year + month // 12, month % 12
    last = month + count - 1
    last_year, last_month = year + last // 12, last % 12
    if not (first_year >= 1 and last_year <= 9999):
        return None
    last_day = monthrange(last_year, last_month + 1)[1]
    return Days(
        date(first_year, first_month + 1, 1), date(last_year, last_month + 1, last_day), grain
    )


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, null where the calendar has none."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def season_of(year: int, season: str) -> Days | None:
    """A season; winter begins in December of the year before."""
    return months(year, SEASONS[season], 3, "season")


def shifted(today: date, unit: str, count: int) -> Days | None:
    """The whole day, weekend, week, month, quarter, half or year `count` units from today's."""
    if unit in ("day", "week", "weekend"):
        return _shifted_days(today, unit, count)
    if unit == "decade":
        return months(today.year // 10 * 10 + 10 * count, 0, 120, "long")
    size = _MONTHS[unit]
    first = (today.month - 1) // size * size + count * size
    grain: Grain = "half" if unit == "half" else unit  # type: ignore[assignment]
    return months(today.year, first, size, grain)


def _shifted_days(today: date, unit: str, count: int) -> Days | None:
    try:
        if unit == "day":
            there = today + timedelta(days=count)
            return Days(there, there, "day")
        monday = today + timedelta(days=7 * count - today.weekday())
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return Days(first, monday + timedelta(days=6), "week")
    except OverflowError:
        return None


def within(today: date, unit: str, count: int | None) -> Days | None:
    """From today on, over the coming `count` units."""
    days = {"day": 1, "weekend": 7, "week": 7, "month": 31, "quarter": 92, "half": 183}
    reach = _AHEAD.get(unit, 5 * 365) if count is None else days.get(unit, 366) * count
    try:
        return Days(today, today + timedelta(days=reach), "long")
    except OverflowError:
        return None


def weekday(today: date, number: int, direction: Direction, shift: int | None) -> Days | None:
    """The weekday nearest to today in a direction, today itself where it is that day.

    Args:
        number: 0 is Monday.
        shift: weeks from this one, where the words say "this", "next" or "last".
    """
    ahead = (number - today.weekday()) % 7
    if shift is not None and shift < 0:
        ahead = ahead - 7 if ahead else -7
    elif shift is not None and shift > 0:
        ahead = ahead or 7
    elif (direction == "past" and ahead) or (direction == "nearest" and ahead > 3):
        ahead -= 7
    return _shifted_days(today, "day", ahead)


def nearest_year(today: date, first_month: int, size: int, direction: Direction) -> int:
    """The year of a month (or stretch of months) that is named without one.

    Args:
        first_month: 0 is January; `size` is the number of months.
    """
    now = today.year * 12 + today.month - 1
    best = today.year
    for year in (today.year, today.year - 1, today.year + 1):
        away = year * 12 + first_month - now
        inside = away <= 0 <= away + size - 1
        if inside or (direction == "past" and -12 < away < 0):
            return year
        if direction == "future" and 0 <= away < 12:
            return year
        if abs(away) < abs(best * 12 + first_month - now):
            best = year
    return best


def part_of(days: Days, part: str) -> Days:
    """The beginning, middle, end, early or late part of a period."""
    if days.start is None or days.end is None:
        return days
    length = (days.end - days.start).days + 1
    if days.grain == "year":
        first, size = {
            "start": (0, 1), "middle": (5, 2), "end": (11, 1), "early": (0, 3), "late": (9, 3),
            "first half": (0, 6), "second half": (6, 6),
        }[part]  # fmt: skip
        return months(days.start.year, days.start.month - 1 + first, size, "month") or days
    if part in ("first half", "second half"):
        half = days.start + timedelta(days=length // 2)
        if part == "first half":
            return Days(days.start, half - timedelta(days=1), "week") if length > 1 else days
        return Days(half, days.end, "week")
    third = 10 if days.grain == "month" else max(1, length // 3)
    if part in ("start", "early"):
        return Days(days.start, days.start + timedelta(days=third - 1), "week")
    if part == "middle":
        return Days(
            days.start + timedelta(days=third),
            days.start + timedelta(days=max(third, min(2 * third, length) - 1)),
            "week",
        )
    if days.grain == "month":
        return Days(days.start + timedelta(days=20), days.end, "week")
    return Days(days.end - timedelta(days=third - 1), days.end, "week")


def bounded(days: Days, edge: str, today: date | None) -> Days:
    """A period seen as a limit: by, until, before, since or after it.

    "by" and "until" run from the day of publication to its last day; "before" to the day before
    its first; "since" from its first day, to the day of publication where that lies behind;
    "after" from the day behind its last.
    """
    start, end = days.start, days.end
    if edge in ("by", "until"):
        first = today if today is not None and end is not None and today <= end else None
        return Days(first, end, "long")
    if edge == "before":
        last = start - timedelta(days=1) if start is not None and start > date.min else start
        first = today if today is not None and last is not None and today <= last else None
        return Days(first, last, "long")
    if edge == "since":
        past = today is not None and start is not None and start <= today
        return Days(start, today if past else None, "long")
    if edge == "after":
        if end is None or end == date.max:
            return Days(None, None, "long")
        return Days(end + timedelta(days=1), None, "long")
    return days
