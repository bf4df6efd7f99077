"""When something was published, from the words or numbers in which a page or feed says so.

Nothing is guessed: what can mean two days, or no day of the calendar, is unknown.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from sholu.collect.web.dating_words import words as _words
from sholu.collect.web.folded import fold
from sholu.collect.web.zones import zone_of

_LONGEST = 200
_EARLIEST = 1800
_AHEAD = timedelta(days=2)
_YEARLESS = timedelta(days=183)
"""A day printed without its year is the last one of that name, if it is no older than this."""
_NO_TIME_SET = date(1970, 1, 1)

_MONTH_FIRST = re.compile(r"en[-_](?:us|ph)\b", re.IGNORECASE)
# Languages in which a date written 03/04/2026 is the third of April.
_DAY_FIRST = frozenset(["kk", "ru", "de", "fr", "tr", "es", "uk", "uz", "ky", "az"])

_WORD = r"(?P<word>[^\W\d_]{3,14})\.?"
_YEAR = r"(?P<year>\d{4})(?![\d:])"
_DAY = r"(?<![\d:.,])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|-?го|-ші|-шы)?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d.])(?P<year>\d{4})([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)(?![\d:]|\.\d)",
        r"(?<![\d/])(?P<one>\d{1,2})([-/])(?P<two>\d{1,2})\2(?P<year>\d{4})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}})\s?[-,.]?\s?(?:[^\W\d_]{{1,8}}\.?,?\s)?{_DAY}[-.]?\s?{_WORD}",
        rf"{_DAY}[-.]?\s?(?:de |of )?[-/]?{_WORD},?[-/\s]?(?:del? )?(?:{_YEAR})?",
        rf"(?<![^\W_]){_WORD}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]),?\s?(?:{_YEAR})?",
    )
)
_HOURLESS = re.compile(r"[t ]?\d\d?:\d\d")
_CTIME_YEAR = re.compile(rf"\s(?:[a-z]{{1,5}}|[+-]\d{{4}})?\s?{_YEAR}$")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(\d\d)?(z?))?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")

_TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
        r"(?![\d:])(?:\s?(?P<half>[ap])\.?m\b\.?)?",
        r"(?<![\d:.])(?P<hour>\d{1,2})\.(?P<minute>\d\d)\s?(?:uhr|(?P<half>[ap])\.?m\b\.?)",
        r"(?<![\d:.])(?P<hour>\d{1,2})\s?h(?:\s?(?P<minute>\d\d))?(?![^\W_])",
        r"(?<![\d:.])(?P<hour>\d{1,2})\s?(?:uhr|(?P<half>[ap])\.?m\b\.?)",
    )
)
_OFFSET = re.compile(r"\s?\(?(?:utc|gmt)?\s?([+-]|−)(\d{1,2})(?::?(\d\d))?(?!\d)")


class _Clock(NamedTuple):
    """A time of day with the zone printed behind it.

    `unsure` names a zone that may be one of several, or is empty for an offset nobody has.
    """

    time: time
    zone: tzinfo | None = None
    unsure: str | None = None


def published(
    words: str, *, zone: str | None, seen: datetime | None, lang: str | None = None
) -> str | None:
    """The date, or date and time, in ISO 8601; null where the words do not tell one.

    A time is given the offset printed with it, else that of `zone` on that day; where neither is
    known it stays without. Words that count from `seen` ("today, 14:05") need a `zone`, except
    hours and minutes ago. A day more than two days after `seen` is no day of publication.
    `lang` ("en-US", "kk") decides what 03/04/2026 means; without it that is unknown.
    """
    text = fold(words[: 4 * _LONGEST])[:_LONGEST]
    found = _by_number(text) or _printed(text, zone, seen, lang or "") or _counted(text, zone, seen)
    return found if found and _is_credible(found, seen) else None


def _by_number(text: str) -> str | None:
    """A moment written as digits alone: 20251115T060000Z, or seconds since 1970."""
    if found := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
        the_day = _day(year, month, day)
        if the_day and found[4] is None:
            return the_day.isoformat()
        the_time = _time(hour, minute, second)
        if the_day and the_time:
            zone = UTC if found[7] else None
            return datetime.combine(the_day, the_time, zone).isoformat()
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    return None


def _printed(text: str, zone: str | None, seen: datetime | None, lang: str) -> str | None:
    """A moment printed with its day."""
    last = 0
    for start, end, day in _days(text, zone, seen, lang):
        if _words().updated.search(text, last, start):
            last = end
            continue
        clock = _clock(text, last, start, end)
        if day is None or (clock is None and _HOURLESS.match(text, end)):
            return None
        return _joined(day, clock, zone)
    return None


def _days(
    text: str, zone: str | None, seen: datetime | None, lang: str
) -> Iterator[tuple[int, int, date | None]]:
    """The days printed, in order, with their places; null for one that cannot be told."""
    position = 0
    while True:
        hits = (
            (found.start(), number, found)
            for number, pattern in enumerate(_DATES)
            if (found := _search(pattern, text, position))
        )
        first = min(hits, key=lambda hit: hit[:2], default=None)
        if first is None:
            return
        found = first[2]
        yield found.start(), found.end(), _day_of(found, text, zone, seen, lang)
        position = found.end()


def _search(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The first match whose word, if it has one, is a month."""
    while found := pattern.search(text, start):
        if "word" not in pattern.groupindex or _words().month(found["word"]):
            return found
        start = found.start() + 1
    return None


def _day_of(
    found: re.Match[str], text: str, zone: str | None, seen: datetime | None, lang: str
) -> date | None:
    parts = found.groupdict()
    if "one" in parts:
        return _slashed(int(parts["one"]), int(parts["two"]), int(parts["year"]), lang)
    month = int(parts["month"]) if "month" in parts else _words().month(parts["word"])
    assert month is not None
    year, day = parts.get("year"), int(parts["day"])
    if year is None and (later := _CTIME_YEAR.search(text, found.end())):
        year = later["year"]
    if year is None:
        return _without_year(month, day, zone, seen)
    if len(year) == 2:  # 25.11.15 begins with the year in some languages
        return _day(2000 + int(year), month, day) if lang[:2] in _DAY_FIRST else None
    return _day(int(year), month, day)


def _slashed(one: int, two: int, year: int, lang: str) -> date | None:
    if _MONTH_FIRST.match(lang):
        return _day(year, one, two) or _day(year, two, one)
    if lang[:2].lower() in _DAY_FIRST or one == two:
        return _day(year, two, one)
    if one > 12 or two > 12:
        return _day(year, two, one) or _day(year, one, two)
    return None


def _without_year(month: int, day: int, zone: str | None, seen: datetime | None) -> date | None:
    if seen is None:
        return None
    today = seen.astimezone(zone_of(zone) or UTC).date()
    slack = timedelta(0) if zone_of(zone) else timedelta(days=1)  # it may be tomorrow there
    for year in (today.year + 1, today.year, today.year - 1):
        found = _day(year, month, day)
        if found and found <= today + slack:
            return found if today - found <= _YEARLESS else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(hour: int, minute: int, second: int = 0) -> time | None:
    try:
        return time(hour, minute, min(second, 59))  # a leap second
    except ValueError:
        return None


def _clock(text: str, last: int, start: int, end: int) -> _Clock | None:
    """The time printed behind a day (before the next one), or else before it."""
    following = [hit.start() for hit in (_search(p, text, end) for p in _DATES) if hit]
    return _time_in(text, end, min(following, default=len(text))) or _time_in(text, last, start)


def _time_in(text: str, start: int, end: int) -> _Clock | None:
    for pattern in _TIMES:
        found = pattern.search(text, start, end)
        if found is None:
            continue
        parts = found.groupdict()
        hour, half = int(parts["hour"]), parts.get("half")
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        told = _time(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0))
        if told is None:
            return None
        return _zoned(told, text, found.end())
    return None


def _zoned(told: time, text: str, end: int) -> _Clock:
    """The time with the zone printed behind it."""
    if found := _OFFSET.match(text, end):
        hours, minutes = int(found[2]), int(found[3] or 0)
        if hours <= 14 and minutes < 60:
            sign = 1 if found[1] == "+" else -1
            return _Clock(told, timezone(sign * timedelta(hours=hours, minutes=minutes)))
        return _Clock(told, unsure="")
    tables = _words()
    start = end + len(text[end:]) - len(text[end:].lstrip(" (,"))
    if found := tables.zone.match(text, start):
        meant = tables.zones.get(found[0])
        if meant is None:
            return _Clock(told, unsure=found[0])
        return _Clock(told, zone_of(meant) if isinstance(meant, str) else meant)
    return _Clock(told)


def _joined(day: date, clock: _Clock | None, zone: str | None) -> str:
    if clock is None:
        return day.isoformat()
    moment = datetime.combine(day, clock.time)
    local = moment.replace(tzinfo=zone_of(zone))
    if clock.unsure is not None:
        agrees = (local.tzname() or "").lower() == clock.unsure
        return (local if agrees and clock.unsure else moment).isoformat()
    return (moment.replace(tzinfo=clock.zone) if clock.zone else local).isoformat()


def _counted(text: str, zone: str | None, seen: datetime | None) -> str | None:
    """A moment counted from the one at which the page was seen."""
    if seen is None:
        return None
    here = zone_of(zone)
    now = seen.astimezone(here or UTC).replace(second=0, microsecond=0)
    tables = _words()
    if tables.updated.search(text):
        return None
    if tables.now.search(text):
        return now.isoformat()
    if found := next((hit for pattern in tables.ago if (hit := pattern.search(text))), None):
        unit, said = tables.units[found["unit"]], found["count"]
        back = unit * (int(said) if said and said.isdigit() else 1)
        if unit < timedelta(days=1):
            return (
                (seen - back).astimezone(here or UTC).replace(second=0, microsecond=0).isoformat()
            )
        return (now - back).date().isoformat() if here else None
    if here is None:
        return None
    for pattern, days in tables.days:
        if pattern.search(text):
            day = now.date() - timedelta(days=days)
            return _joined(day, _time_in(text, 0, len(text)), zone)
    return None


def _is_credible(found: str, seen: datetime | None) -> bool:
    """Whether it lies between the first newspapers with a date and two days after now."""
    moment = datetime.fromisoformat(found)
    if moment.year < _EARLIEST or moment.date() == _NO_TIME_SET:
        return False
    if seen is None:
        return True
    latest = seen + _AHEAD
    if moment.tzinfo is None:
        return moment.date() <= latest.date()
    return moment <= latest
