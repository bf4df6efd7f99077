"""Time expressions of a page, and the days they mean against its day of publication.

The grammar stands in `time.toml` of each pack: rules are patterns of words (`read/patterns.py`)
with a meaning (`meanings.py`); words before and behind a period say which part of it is meant
("the end of") and how it bounds ("by", "since"). The days themselves are counted in `periods.py`.
What a document without a day of publication says of "tomorrow" is found, but means no days.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from sholu.model import Dating, Span
from sholu.read.dating import periods
from sholu.read.dating.grammar import Grammar, Modifier, Rule, grammar_of, split_figures
from sholu.read.dating.meanings import MEANINGS, Question
from sholu.read.dating.periods import Days
from sholu.read.page import PUNCTUATION, WORD, Page, Token
from sholu.read.patterns import Match

_LONGEST_BEFORE = 6


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


def dates_of(page: Page, start: int, end: int, *, ahead: bool = False) -> tuple[Dating, ...]:
    """The same within one range of a line; `ahead` where what it tells of is still to come."""
    grammar = grammar_of(page.pack)
    found: list[Dating] = []
    tokens = split_figures(page.tokens(start, end), grammar.prefixes)
    _find_in_line(page.text, tokens, grammar, _today(page.day), found, ahead)
    return tuple(found)


def _find_in_line(
    text: str,
    tokens: list[Token],
    grammar: Grammar,
    today: date | None,
    found: list[Dating],
    ahead: bool,
) -> None:
    free = 0
    for at in grammar.rules.beginnings(tokens):
        match = grammar.rules.at(tokens, at) if at >= free else None
        if match is None or not _is_printed_as_name(tokens, match, grammar):
            continue
        first, end, modifiers = _surround(tokens, match, grammar, free)
        days = None
        if modifiers is not None:
            question = Question(tokens, match, grammar, today, modifiers, ahead)
            days = _days(question, modifiers)
        if days is None:
            continue
        end = _without_marks(tokens, match.first, end)
        span = Span.cut(text, tokens[first].start, tokens[end - 1].end)
        found.append(Dating(span=span, start=_iso(days.start), end=_iso(days.end)))
        free = end


def _is_printed_as_name(tokens: Sequence[Token], match: Match, grammar: Grammar) -> bool:
    """Whether no word that must be capital is small ("May" is a month, "may" is none)."""
    if not grammar.capitals:
        return True
    return not any(
        token.low in grammar.capitals and token.text[0].islower()
        for token in tokens[match.first : match.end]
    )


def _without_marks(tokens: Sequence[Token], first: int, end: int) -> int:
    """Without a closing comma or full stop; one behind a short form stays ("2025 г.")."""
    while end - 1 > first and tokens[end - 1].kind == PUNCTUATION:
        before = tokens[end - 2]
        if tokens[end - 1].text == "." and before.kind == WORD and len(before.low) <= 2:
            break
        end -= 1
    return end


def _surround(
    tokens: list[Token], match: Match, grammar: Grammar, free: int
) -> tuple[int, int, list[Modifier] | None]:
    """Take in the words before and behind; no modifiers where what the rule needs is missing."""
    rule: Rule = match.entry
    first, end = match.first, match.end
    modifiers = [Modifier(rule.part, rule.edge)]
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


def _days(question: Question, modifiers: Sequence[Modifier]) -> Days | None:
    """The days meant; null where the words name a day that no calendar has."""
    days = MEANINGS[question.rule.means](question)
    if days is None:
        return None
    for modifier in modifiers:
        if modifier.part:
            days = periods.part_of(days, modifier.part)
    for modifier in modifiers:
        if modifier.edge and not (modifier.edge == "since" and question.is_range):
            days = periods.bounded(days, modifier.edge, question.today)
    return days


@lru_cache(maxsize=1000)
def _today(day: str | None) -> date | None:
    """The day of publication, null where it is unknown or no day of the calendar."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
