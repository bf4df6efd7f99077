"""The two counts of a review: statements by judgement, and statements by day."""

import datetime
from collections.abc import Iterator

from sholu.model import Assessment, Review
from sholu.publish.sheet import Bar, Strip, Table, Timeline
from sholu.publish.words import Words

ASSESSMENTS: tuple[Assessment, ...] = ("positive", "negative", "warning", "neutral")

# Beyond so many days a bar is a week, then a month, so that a bar stays wide enough to see.
_MOST_DAYS = 62
_MOST_WEEKS = 62 * 7
# So that a single statement beside hundreds is seen at all.
_LEAST_HEIGHT = 60

Bin = tuple[datetime.date, datetime.date]


def section_names(review: Review, lang: str) -> dict[str, str]:
    """Section id -> its name in `lang`, else in English, else the id; in the reader's order."""
    names = {
        item.id: item.names.get(lang) or item.names.get("en") or item.id for item in review.sections
    }
    for item in review.statements:
        names.setdefault(item.section, item.section)
    return names


def voice_ids(review: Review) -> set[str]:
    """The voices of all statements."""
    return {item.statement.voice.id for item in review.statements if item.statement.voice}


def matrix(review: Review, words: Words) -> Table | None:
    """Sections down, judgements across, with voices and sums; null without statements."""
    if not review.statements:
        return None
    names = section_names(review, words.lang)
    counts = {name: _counts(review, name) for name in names}
    rows = [(names[name], *map(words.number, row)) for name, row in counts.items() if row[-2]]
    sums = [sum(column) for column in zip(*counts.values(), strict=True)]
    sums[-1] = len(voice_ids(review))
    head = [words("matrix.section")]
    head += [words(f"assessment.{key}") for key in (*ASSESSMENTS, "none")]
    head += [words("matrix.total"), words("matrix.voices")]
    return Table(
        caption=words("matrix.caption"),
        head=tuple(head),
        rows=tuple(rows),
        foot=(words("matrix.all"), *map(words.number, sums)),
    )


def timeline(review: Review, words: Words) -> Timeline | None:
    """Strips of bars on one scale, a section each; null where no statement has a day."""
    days = sorted(day for day in review.balance if any(review.balance[day].values()))
    if not days:
        return None
    names = section_names(review, words.lang)
    names = {
        name: text
        for name, text in names.items()
        if any(review.balance[day].get(name) for day in days)
    }
    bins, grain = _bins(datetime.date.fromisoformat(days[0]), datetime.date.fromisoformat(days[-1]))
    sums = {name: [_between(review, name, bin_) for bin_ in bins] for name in names}
    top = max(map(max, sums.values()), default=1)
    return Timeline(
        strips=tuple(_strip(text, bins, sums[name], top, words) for name, text in names.items()),
        first=words.day(days[0]) or days[0],
        last=words.day(days[-1]) or days[-1],
        grain=words(f"timeline.{grain}"),
        table=_by_day(review, days, names, words),
    )


def _counts(review: Review, section: str) -> list[int]:
    """Statements by judgement, then without one, then all of them, then their voices."""
    inside = [item for item in review.statements if item.section == section]
    marks = [item.statement.assessment for item in inside]
    voices = {item.statement.voice.id for item in inside if item.statement.voice}
    return [*(marks.count(key) for key in (*ASSESSMENTS, None)), len(inside), len(voices)]


def _between(review: Review, section: str, bin_: Bin) -> int:
    first, last = bin_[0].isoformat(), bin_[1].isoformat()
    return sum(
        counts.get(section, 0) for day, counts in review.balance.items() if first <= day <= last
    )


def _bins(first: datetime.date, last: datetime.date) -> tuple[list[Bin], str]:
    length = (last - first).days + 1
    if length > _MOST_WEEKS:
        return list(_months(first, last)), "months"
    step = 1 if length <= _MOST_DAYS else 7
    starts = [first + datetime.timedelta(days=n) for n in range(0, length, step)]
    ends = [start + datetime.timedelta(days=step - 1) for start in starts]
    return list(zip(starts, ends, strict=True)), "days" if step == 1 else "weeks"


def _months(first: datetime.date, last: datetime.date) -> Iterator[Bin]:
    start = first.replace(day=1)
    while start <= last:
        following = (start + datetime.timedelta(days=32)).replace(day=1)
        yield start, following - datetime.timedelta(days=1)
        start = following


def _strip(name: str, bins: list[Bin], sums: list[int], top: int, words: Words) -> Strip:
    bars = [
        Bar(
            x=n * 1000 // len(bins),
            width=max(1, 800 // len(bins)),
            height=max(_LEAST_HEIGHT, count * 1000 // top),
            label=_label(bins[n], count, words),
        )
        for n, count in enumerate(sums)
        if count
    ]
    return Strip(name=name, summary=words.count("amount.statements", sum(sums)), bars=tuple(bars))


def _label(bin_: Bin, count: int, words: Words) -> str:
    first, last = (words.short_day(day.isoformat()) for day in bin_)
    days = first if bin_[0] == bin_[1] else f"{first} – {last}"
    return words("timeline.row", section=days, statements=words.count("amount.statements", count))


def _by_day(review: Review, days: list[str], names: dict[str, str], words: Words) -> Table:
    rows = [
        (words.day(day) or day, *(words.number(review.balance[day].get(name, 0)) for name in names))
        for day in days
    ]
    return Table(
        caption=words("timeline.caption"),
        head=(words("timeline.day"), *names.values()),
        rows=tuple(rows),
    )
