"""What a rule of time means: the days of a matched expression.

A meaning is a function named in `time.toml`; it answers with the days, open ones where they count
from an unknown day of publication, or null where the words name a day that no calendar has.
"""

from collections.abc import Callable, Sequence
from datetime import date

from sholu.read.dating import periods
from sholu.read.dating.grammar import Grammar, Modifier, Rule
from sholu.read.dating.periods import Days, Direction
from sholu.read.page import WORD, Token
from sholu.read.patterns import Match

_FARTHEST_MARK = 25
"""How many words around an expression may tell whether it lies ahead or behind."""
_AUXILIARIES = 3
OPEN = Days(None, None, "long")


class Question:
    """A matched rule with all that its meaning may depend on."""

    def __init__(
        self,
        tokens: list[Token],
        match: Match,
        grammar: Grammar,
        today: date | None,
        modifiers: Sequence[Modifier],
        ahead: bool = False,
    ) -> None:
        self.tokens = tokens
        self.match = match
        self.grammar = grammar
        self.today = today
        self.rule: Rule = match.entry
        self.ahead = ahead
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
        if self.ahead:
            return "future"
        shown = self._shown_by_verb()
        if "since" in self.edges and not self.is_range and shown != "future":
            return "past"
        return shown

    def _shown_by_verb(self) -> Direction:
        first, end = self.match.first, self.match.end
        for away in range(1, _FARTHEST_MARK):
            for at in (end - 1 + away, first - away):
                if 0 <= at < len(self.tokens) and (shown := _tense(self.tokens[at], self.grammar)):
                    return "future" if self._is_passive_future(at) else shown
        return "nearest"

    def _is_passive_future(self, at: int) -> bool:
        """Whether a future verb stands right before a form of the past ("will be held")."""
        before = self.tokens[max(0, at - _AUXILIARIES) : at]
        return any(token.low in self.grammar.future for token in before)


def _tense(token: Token, grammar: Grammar) -> Direction | None:
    if token.kind != WORD:
        return None
    low = token.low
    if low in grammar.future:
        return "future"
    if low in grammar.past:
        return "past"
    if len(low) < 4:
        return None
    if low.endswith(grammar.future_ends) or grammar.is_future(low):
        return "future"
    return "past" if low.endswith(grammar.past_ends) else None


def _date(question: Question) -> Days | None:
    """Days of a month, or one or two months, of a year that is named or the nearest."""
    month = question.number("month")
    if month is None:
        return None
    last_month = question.number("last_month") or month
    year = question.year
    if year is None:
        if question.today is None:
            return OPEN
        year = periods.nearest_year(question.today, month - 1, 1, question.direction)
    day = question.number("day")
    if question.year is None and day is not None and _begins_next_year(question, year, month, day):
        year += 1
    last_year = year + (last_month < month)
    if day is None:
        count = last_month - month + 1 + 12 * (last_month < month)
        return periods.months(year, month - 1, count, "month")
    start = periods.day_of(year, month, day)
    end = periods.day_of(last_year, last_month, question.number("last_day") or day)
    if start is None or end is None or end < start:
        return None
    return Days(start, end, "day" if start == end else "week")


def _begins_next_year(question: Question, year: int, month: int, day: int) -> bool:
    """Whether what will start on a day of a month can only mean the next one ("с 1 апреля")."""
    if "since" not in question.edges or question.is_range or question.direction != "future":
        return False
    start = periods.day_of(year, month, day)
    return start is not None and question.today is not None and start < question.today


def _numeric(question: Question) -> Days | None:
    """A date written in figures alone."""
    parts = question.match.values.get("numeric")
    if not isinstance(parts, tuple):
        return None
    first, second, year = parts
    if question.grammar.month_first and question.tokens[question.match.first].text.count("/"):
        first, second = second, first
    day = periods.day_of(year, second, first) or periods.day_of(year, first, second)
    return Days(day, day, "day") if day else None


def _iso_date(question: Question) -> Days | None:
    year, month, day = (question.number(name) for name in ("year", "mm", "day"))
    there = periods.day_of(year or 0, month or 0, day or 0)
    return Days(there, there, "day") if there else None


def _year(question: Question) -> Days | None:
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


def _decade(question: Question) -> Days | None:
    year = question.number("decade")
    if year is None or year % 10:
        return None
    return periods.months(year if year > 99 else 1900 + year, 0, 120, "long")


def _third(size: int, grain: periods.Grain) -> Callable[[Question], Days | None]:
    """The n-th stretch of `size` months of a year: a quarter, a half."""

    def meaning(question: Question) -> Days | None:
        number = question.number("order")
        if number is None or not 1 <= number <= 12 // size:
            return None
        first = (number - 1) * size
        year = question.year
        if year is None:
            if question.today is None:
                return OPEN
            year = periods.nearest_year(question.today, first, size, question.direction)
        return periods.months(year, first, size, grain)

    return meaning


def _season(question: Question) -> Days | None:
    season = question.word("season")
    if season not in periods.SEASONS:
        return None
    year, today = question.year, question.today
    if year is None:
        if today is None:
            return OPEN
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


def _weekday(question: Question) -> Days | None:
    number = question.number("weekday")
    if question.today is None or number is None:
        return OPEN
    return periods.weekday(question.today, number, question.direction, question.shift)


def _unit(question: Question) -> Days | None:
    """This, the next or the last week, month, quarter, year."""
    if question.today is None:
        return OPEN
    return periods.shifted(question.today, question.word("unit"), question.shift or 0)


def _offset(question: Question) -> Days | None:
    if question.today is None:
        return OPEN
    return periods.shifted(question.today, "day", question.rule.days)


def _ahead(question: Question) -> Days | None:
    """So many units from today."""
    return _away(question, 1)


def _ago(question: Question) -> Days | None:
    """So many units before today."""
    return _away(question, -1)


def _away(question: Question, sign: int) -> Days | None:
    number = question.number("number")
    number = 1 if number is None else number
    if question.today is None or number > 5000:
        return OPEN
    return periods.shifted(question.today, question.word("unit"), sign * number) or OPEN


def _coming(question: Question) -> Days | None:
    """Over the coming units, so many where a number is said."""
    number = question.number("number") or question.rule.count
    if question.today is None or (number or 0) > 5000:
        return OPEN
    return periods.within(question.today, question.word("unit"), number)


def _open(question: Question) -> Days | None:
    """Counted from something else than the day of publication ("within weeks of the visit")."""
    return OPEN


def _soon(question: Question) -> Days | None:
    return Days(question.today, None, "long")


MEANINGS: dict[str, Callable[[Question], Days | None]] = {
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
    "open": _open,
}
