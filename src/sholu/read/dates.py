"""Time expressions of a page, and the days they mean against its day of publication.

The grammar stands in `time.toml` of each pack: rules are patterns of words (`read/patterns.py`)
with a meaning, which is one of the functions below; words before and behind a period say which
part of it is meant ("the end of") and how it bounds ("by", "since"). The days themselves are
counted in `read/periods.py`. What a document without a day of publication says of "tomorrow" is
found, but means no days.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sholu.language import Pack
from sholu.model import Dating, Span
from sholu.read import periods
from sholu.read.page import NUMBER, WORD, Page, Token
from sholu.read.patterns import Match, Patterns, Slot
from sholu.read.periods import Days, Direction

_FARTHEST_MARK = 25
"""How many words around an expression may tell whether it lies ahead or behind."""
_LONGEST_BEFORE = 6
_OPEN = Days(None, None, "long")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a pattern of time means; `needs` names what must stand beside it."""

    means: str
    shift: int | None = None
    days: int = 0
    part: str = ""
    edge: str = ""
    unit: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class _Modifier:
    part: str = ""
    edge: str = ""


class _Grammar:
    """The compiled `time.toml` of one pack."""

    def __init__(self, pack: Pack) -> None:
        table = pack.table("time")
        endings = tuple(table.get("endings", ()))
        slots = _slots(table.get("slots", {}))
        self.rules = Patterns(
            (
                (line, _Rule(**{key: value for key, value in rule.items() if key != "patterns"}))
                for rule in table.get("rules", ())
                for line in rule["patterns"]
            ),
            slots,
            endings,
        )
        self.before = _modifiers(table.get("before", ()), slots, endings)
        self.after = _modifiers(table.get("after", ()), slots, endings)
        self.prefixes = tuple(table.get("prefixes", ()))
        self.month_first = bool(table.get("month_first", False))
        tense = table.get("tense", {})
        self.future = frozenset(tense.get("future", ()))
        self.past = frozenset(tense.get("past", ()))
        self.future_ends = tuple(tense.get("future_ends", ()))
        self.past_ends = tuple(tense.get("past_ends", ()))


def find_dates(page: Page) -> tuple[Dating, ...]:
    """Every time expression of the page, in order, none inside another.

    Durations ("for thirty years") and habits ("every year") are none. `start` and `end` are null
    where open, and where they count from an unknown day of publication.

    - a month, weekday or season without a year is the nearest one in the direction that the verb
      nearest to it shows; the nearest of all where none does;
    - "by", "until" (дейін, до) run from the day of publication to the last day of the period;
    - "the coming days", "weeks", "months", "years" run on for 7, 31, 183 days and five years;
    - "soon" starts with the day of publication and has no end.
    """
    return tuple(dating for line in page.lines for dating in dates_of(page, line.start, line.end))


def dates_of(page: Page, start: int, end: int) -> tuple[Dating, ...]:
    """The same within one range of a line."""
    grammar = _grammar(page.pack)
    found: list[Dating] = []
    tokens = _split(page.tokens(start, end), grammar.prefixes)
    _find_in_line(page.text, tokens, grammar, _today(page.day), found)
    return tuple(found)


def _find_in_line(
    text: str, tokens: list[Token], grammar: _Grammar, today: date | None, found: list[Dating]
) -> None:
    at, free = 0, 0
    while at < len(tokens):
        match = grammar.rules.at(tokens, at)
        if match is None:
            at += 1
            continue
        first, end, modifiers = _surround(tokens, match, grammar, free)
        days = _days(tokens, match, modifiers, grammar, today) if modifiers is not None else None
        if days is None:
            at += 1
            continue
        span = Span.cut(text, tokens[first].start, tokens[end - 1].end)
        found.append(Dating(span=span, start=_iso(days.start), end=_iso(days.end)))
        at = free = end


def _surround(
    tokens: list[Token], match: Match, grammar: _Grammar, free: int
) -> tuple[int, int, list[_Modifier] | None]:
    """Take in the words before and behind; no modifiers where what the rule needs is missing."""
    rule: _Rule = match.entry
    first, end = match.first, match.end
    modifiers = [_Modifier(rule.part, rule.edge)]
    for start in range(max(free, first - _LONGEST_BEFORE), first):
        before = grammar.before.at(tokens, start, first)
        if before is not None:
            modifiers.append(before.entry)
            first = start
            break
    after = grammar.after.at(tokens, end) if end < len(tokens) else None
    if after is not None:
        modifiers.append(after.entry)
        end = after.end
    if rule.needs == "before" and first == match.first and after is None:
        return first, end, None
    if rule.needs == "part" and not any(modifier.part for modifier in modifiers):
        return first, end, None
    return first, end, modifiers


def _days(
    tokens: list[Token],
    match: Match,
    modifiers: Sequence[_Modifier],
    grammar: _Grammar,
    today: date | None,
) -> Days | None:
    """The days meant; null where the words name a day that no calendar has."""
    question = _Question(tokens, match, grammar, today, modifiers)
    days = _MEANINGS[match.entry.means](question)
    if days is None:
        return None
    for modifier in modifiers:
        if modifier.part:
            days = periods.part_of(days, modifier.part)
    for modifier in modifiers:
        if modifier.edge and not (modifier.edge == "since" and question.is_range):
            days = periods.bounded(days, modifier.edge, today)
    return days


class _Question:
    """A matched rule with all that its meaning may depend on."""

    def __init__(
        self,
        tokens: list[Token],
        match: Match,
        grammar: _Grammar,
        today: date | None,
        modifiers: Sequence[_Modifier],
    ) -> None:
        self.tokens = tokens
        self.match = match
        self.grammar = grammar
        self.today = today
        self.rule: _Rule = match.entry
        self.edges = {modifier.edge for modifier in modifiers}

    @property
    def is_range(self) -> bool:
        """Whether both ends are named ("from 11 to 12 May"), so that "from" bounds nothing."""
        return any(name.startswith("last_") for name in self.match.values)

    def number(self, name: str) -> int | None:
        """A slot's number, null where it is absent."""
        value = self.match.values.get(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str:
        """A slot's word, the rule's own where it is absent."""
        value = self.match.values.get(name)
        return value if isinstance(value, str) else self.rule.unit

    @property
    def shift(self) -> int | None:
        """How many periods from this one: by the words "this", "next", "last"."""
        which = self.number("which")
        return self.rule.shift if which is None else which

    @property
    def year(self) -> int | None:
        """The year that is named, by its number or as this, the next or the last."""
        year = self.number("year")
        if year is not None or self.today is None:
            return year
        shift = self.number("year_shift")
        return None if shift is None else self.today.year + shift

    @property
    def direction(self) -> Direction:
        """Where a limit points ("by", "since"), or else the verb nearest to the expression."""
        if self.edges & {"by", "until", "before"}:
            return "future"
        if "since" in self.edges and not self.is_range:
            return "past"
        first, end = self.match.first, self.match.end
        for away in range(1, _FARTHEST_MARK):
            for at in (end - 1 + away, first - away):
                if 0 <= at < len(self.tokens) and (shown := _tense(self.tokens[at], self.grammar)):
                    return shown
        return "nearest"


def _tense(token: Token, grammar: _Grammar) -> Direction | None:
    if token.kind != WORD:
        return None
    low = token.low
    if low in grammar.future:
        return "future"
    if low in grammar.past:
        return "past"
    if len(low) < 4:
        return None
    if low.endswith(grammar.future_ends):
        return "future"
    return "past" if low.endswith(grammar.past_ends) else None


def _date(question: _Question) -> Days | None:
    """Days of a month, or one or two months, of a year that is named or the nearest."""
    month = question.number("month")
    if month is None:
        return None
    last_month = question.number("last_month") or month
    year = question.year
    if year is None:
        if question.today is None:
            return _OPEN
        year = periods.nearest_year(question.today, month - 1, 1, question.direction)
    last_year = year + (last_month < month)
    day = question.number("day")
    if day is None:
        count = last_month - month + 1 + 12 * (last_month < month)
        return periods.months(year, month - 1, count, "month")
    start = periods.day_of(year, month, day)
    end = periods.day_of(last_year, last_month, question.number("last_day") or day)
    if start is None or end is None or end < start:
        return None
    return Days(start, end, "day" if start == end else "week")


def _numeric(question: _Question) -> Days | None:
    """A date written in figures alone."""
    parts = question.match.values.get("numeric")
    if not isinstance(parts, tuple):
        return None
    first, second, year = parts
    if question.grammar.month_first and question.tokens[question.match.first].text.count("/"):
        first, second = second, first
    day = periods.day_of(year, second, first) or periods.day_of(year, first, second)
    return Days(day, day, "day") if day else None


def _iso_date(question: _Question) -> Days | None:
    year, month, day = (question.number(name) for name in ("year", "mm", "day"))
    there = periods.day_of(year or 0, month or 0, day or 0)
    return Days(there, there, "day") if there else None


def _year(question: _Question) -> Days | None:
    """One year or several."""
    year = question.year
    if year is None:
        return None
    last = question.number("last_year") or year
    if last < 100:
        last += year // 100 * 100
    if last < year:
        return None
    return periods.months(year, 0, 12 * (last - year + 1), "year" if last == year else "long")


def _decade(question: _Question) -> Days | None:
    year = question.number("decade")
    if year is None or year % 10:
        return None
    return periods.months(year if year > 99 else 1900 + year, 0, 120, "long")


def _third(size: int, grain: periods.Grain) -> Callable[[_Question], Days | None]:
    """The n-th stretch of `size` months of a year: a quarter, a half."""

    def meaning(question: _Question) -> Days | None:
        number = question.number("order")
        if number is None or not 1 <= number <= 12 // size:
            return None
        first = (number - 1) * size
        year = question.year
        if year is None:
            if question.today is None:
                return _OPEN
            year = periods.nearest_year(question.today, first, size, question.direction)
        return periods.months(year, first, size, grain)

    return meaning


def _season(question: _Question) -> Days | None:
    season = question.word("season")
    if season not in periods.SEASONS:
        return None
    year, today = question.year, question.today
    if year is None:
        if today is None:
            return _OPEN
        shift = question.shift
        direction = question.direction
        if shift:
            direction = "future" if shift > 0 else "past"
        year = periods.nearest_year(today, periods.SEASONS[season], 3, direction)
        if shift:
            there = periods.season_of(year, season)
            if there and there.start and there.end and there.start <= today <= there.end:
                year += shift
    return periods.season_of(year, season)


def _weekday(question: _Question) -> Days | None:
    number = question.number("weekday")
    if question.today is None or number is None:
        return _OPEN
    return periods.weekday(question.today, number, question.direction, question.shift)


def _unit(question: _Question) -> Days | None:
    """This, the next or the last week, month, quarter, year."""
    if question.today is None:
        return _OPEN
    return periods.shifted(question.today, question.word("unit"), question.shift or 0)


def _offset(question: _Question) -> Days | None:
    if question.today is None:
        return _OPEN
    return periods.shifted(question.today, "day", question.rule.days)


def _ahead(question: _Question) -> Days | None:
    """So many units from today."""
    return _away(question, 1)


def _ago(question: _Question) -> Days | None:
    """So many units before today."""
    return _away(question, -1)


def _away(question: _Question, sign: int) -> Days | None:
    number = question.number("number")
    number = 1 if number is None else number
    if question.today is None or number > 5000:
        return _OPEN
    return periods.shifted(question.today, question.word("unit"), sign * number) or _OPEN


def _coming(question: _Question) -> Days | None:
    """Over the coming units, so many where a number is said."""
    number = question.number("number")
    if question.today is None or (number or 0) > 5000:
        return _OPEN
    return periods.within(question.today, question.word("unit"), number)


def _soon(question: _Question) -> Days | None:
    return Days(question.today, None, "long")


_MEANINGS: dict[str, Callable[[_Question], Days | None]] = {
    "date": _date,
    "numeric": _numeric,
    "iso": _iso_date,
    "year": _year,
    "decade": _decade,
    "quarter": _third(3, "quarter"),
    "half": _third(6, "half"),
    "season": _season,
    "weekday": _weekday,
    "unit": _unit,
    "offset": _offset,
    "ahead": _ahead,
    "ago": _ago,
    "coming": _coming,
    "soon": _soon,
}


@cache
def _grammar(pack: Pack) -> _Grammar:
    return _Grammar(pack)


def _modifiers(
    entries: Sequence[Mapping[str, Any]], slots: Mapping[str, Slot], endings: Sequence[str]
) -> Patterns:
    return Patterns(
        (
            (line, _Modifier(entry.get("part", ""), entry.get("edge", "")))
            for entry in entries
            for line in entry["patterns"]
        ),
        slots,
        endings,
    )


def _slots(tables: Mapping[str, Mapping[str, object]]) -> dict[str, Slot]:
    """The pack's tables of words, beside the figures that every language writes alike."""
    tests = {
        "day": _between(1, 31),
        "mm": _between(1, 12),
        "year": _between(1000, 2199),
        "short_year": _between(0, 99),
        "decade": _between(10, 2190),
        "number": _between(0, 100_000),
        "order": _between(1, 4),
        "numeric": _figures,
    }
    names = sorted(set(tests) | set(tables))
    return {name: (tables.get(name, {}), tests.get(name)) for name in names}


def _between(least: int, most: int) -> Callable[[Token], int | None]:
    def test(token: Token) -> int | None:
        if token.kind != NUMBER or not token.low.isdecimal() or len(token.low) > 6:
            return None
        value = int(token.low)
        return value if least <= value <= most else None

    return test


def _figures(token: Token) -> tuple[int, ...] | None:
    """Day, month and year of "12.11.2025" or "12/11/2025"."""
    if token.kind != NUMBER:
        return None
    for mark in "./":
        parts = token.low.split(mark)
        if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[2]) == 4:
            return tuple(int(part) for part in parts) if len(parts[0]) <= 2 else None
    return None


def _split(tokens: list[Token], prefixes: tuple[str, ...]) -> list[Token]:
    """Tokens with figures set free from what a hyphen joins to them ("8-қыркүйек", "mid-May").

    A short ending stays with its number ("11-нен", "1-го"), which then counts as the bare number.
    """
    parts: list[Token] = []
    for token in tokens:
        low = token.low
        if token.kind == NUMBER and "-" in low:
            figures, _, tail = low.partition("-")
            cut = token.start + len(figures)
            if len(tail) > 5 and len(low) == len(token.text):
                parts.append(Token(token.start, cut, token.text[: len(figures)], figures, NUMBER))
                parts.append(Token(cut + 1, token.end, token.text[len(figures) + 1 :], tail, WORD))
            else:
                parts.append(Token(token.start, token.end, token.text, figures, NUMBER))
        elif token.kind == WORD and prefixes and low.startswith(prefixes):
            cut = low.index("-")
            parts.append(Token(token.start, token.start + cut, token.text[:cut], low[:cut], WORD))
            rest = token.text[cut + 1 :]
            parts.append(Token(token.start + cut + 1, token.end, rest, low[cut + 1 :], WORD))
        else:
            parts.append(token)
    return parts


@lru_cache(maxsize=1000)
def _today(day: str | None) -> date | None:
    """The day of publication, null where it is unknown or no day of the calendar."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
