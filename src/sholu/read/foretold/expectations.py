"""Clauses about what will, may or will not happen: whose they are, how strong, and by when.

A clause counts where it holds a sign of what is to come (`future_signs.py`) with the company the
sign asks for. Questions, if-clauses and habits are none. What stands in a statement is its
voice's expectation; everything else is the carrier's own.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sholu.model import Expectation, Period, Span, Statement, Strength, Voice
from sholu.read.dating.dates import dates_of
from sholu.read.foretold.clause_words import Bounds, Sentence
from sholu.read.foretold.clauses import Clause, clauses_of, is_joined, is_parallel, is_relative
from sholu.read.foretold.company import (
    holds,
    is_ahead,
    is_asked,
    is_general,
    is_hortative,
    is_past_forecast,
)
from sholu.read.foretold.due import cut, due_of
from sholu.read.foretold.future_signs import Future, Sign, find_signs, future_of
from sholu.read.foretold.governing import governor_of, is_view
from sholu.read.foretold.promises import promised
from sholu.read.foretold.segments import Segment, cut_speaker, named_before_cue, segments
from sholu.read.page import NUMBER, Line, Page, Token

_WEAKEST_FIRST: tuple[Strength, ...] = ("unlikely", "possible", "likely", "planned", "certain")
_BESIDE = 3
"""Words beside a clause among which a word of hope is sought."""
_CLOSE = 2
"""Words between two signs up to which they tell of one thing ("may be expected to")."""


def find_expectations(
    page: Page, statements: Sequence[Statement], *, outlet_voice: Voice | None
) -> tuple[Expectation, ...]:
    """Every expectation of the page, in the order of the text.

    Args:
        statements: those of the document; the ones outside the page do no harm.
        outlet_voice: the carrier's own voice, for what nobody else is quoted with.

    `content` is the clause without joining words at its head and final punctuation; two acts with
    verbs of their own are two expectations. `due` is the time expression of the clause that does
    not lie wholly before the day of publication, counted as `find_dates` counts.
    """
    future = future_of(page.pack)
    found: list[Expectation] = []
    ordered = sorted(statements, key=lambda item: (item.content.start, item.content.end))
    begin = 0
    for line in page.lines:
        while begin < len(ordered) and _end(ordered[begin]) <= line.start:
            begin += 1
        here = [item for item in _until(ordered, begin, line.end) if _end(item) > line.start]
        named = named_before_cue(here)
        for segment in segments(page, line, here):
            if segment.question:
                continue
            speaker = cut_speaker(segment, named)
            items = _in_segment(page, line, segment, future, outlet_voice)
            found += [replace(item, voice=speaker.voice) if speaker else item for item in items]
    return tuple(replace(item, id=f"e{number}") for number, item in enumerate(found, start=1))


def _end(statement: Statement) -> int:
    return max(statement.content.end, statement.cue.end if statement.cue else 0)


def _until(ordered: Sequence[Statement], begin: int, end: int) -> list[Statement]:
    part = []
    for index in range(begin, len(ordered)):
        first = ordered[index].content.start
        cue = ordered[index].cue
        if min(first, cue.start if cue else first) >= end:
            break
        part.append(ordered[index])
    return part


def _in_segment(
    page: Page, line: Line, segment: Segment, future: Future, outlet_voice: Voice | None
) -> list[Expectation]:
    tokens = segment.tokens
    signs = find_signs(tokens, future)
    if not signs:
        return promised(page, segment, future)
    sentence = Sentence(tokens, signs, future)
    clauses = clauses_of(sentence, signs, page.pack.order)
    items = [_expectation(page, sentence, segment, clause, future) for clause in clauses]
    _share_tense(page, sentence, segment, clauses, items, future)
    _share_dates(page, sentence, clauses, items)
    _share_conditions(sentence, clauses, items)
    found = []
    for clause, item in zip(clauses, items, strict=True):
        if item is None:
            continue
        own = segment.statement is None and not is_view(page, line, segment, clause.bounds)
        found.append(replace(item, voice=outlet_voice) if own else item)
    found.sort(key=lambda item: item.content.start)
    return found or promised(page, segment, future)


def _share_tense(
    page: Page,
    sentence: Sentence,
    segment: Segment,
    clauses: Sequence[Clause],
    items: list[Expectation | None],
    future: Future,
) -> None:
    """Verbs that are joined to one that tells of what is to come tell of it too."""
    for at in [at for at, item in enumerate(items) if item is None]:
        joined = [
            other
            for other in (at - 1, at + 1)
            if 0 <= other < len(items)
            and items[other] is not None
            and is_joined(sentence, clauses[min(at, other)], clauses[max(at, other)])
        ]
        if joined:
            items[at] = _expectation(page, sentence, segment, clauses[at], future, shared=True)


def _share_dates(
    page: Page, sentence: Sentence, clauses: Sequence[Clause], items: list[Expectation | None]
) -> None:
    """A date that opens the sentence holds for all clauses joined to it; any, for a relative."""
    opening: Expectation | None = None
    for at, item in enumerate(items):
        before = items[at - 1] if at else None
        if item is not None and item.due_words is not None:
            opening = item if item.due_words.start == item.content.start else None
        elif item is None or before is None:
            opening = None
        elif opening is not None and is_parallel(sentence, clauses[at - 1], clauses[at]):
            items[at] = replace(item, due=opening.due, due_words=opening.due_words)
        elif is_relative(sentence, clauses[at - 1], clauses[at]):
            items[at] = replace(item, due=before.due, due_words=before.due_words)


def _share_conditions(
    sentence: Sentence, clauses: Sequence[Clause], items: list[Expectation | None]
) -> None:
    """An if-clause that opens the sentence holds for all clauses joined behind it."""
    for at in range(1, len(items)):
        before, item = items[at - 1], items[at]
        condition = before.condition if before is not None else None
        if item is None or condition is None or item.condition is not None:
            continue
        opens = before is not None and condition.end <= before.content.start
        if opens and is_parallel(sentence, clauses[at - 1], clauses[at]):
            # "In such a case" is a condition of its own.
            first = clauses[at].bounds.first
            if any(sentence.is_(near, "circumstances") for near in range(first, first + 3)):
                continue
            items[at] = replace(item, condition=condition)


def _expectation(
    page: Page,
    sentence: Sentence,
    segment: Segment,
    clause: Clause,
    future: Future,
    *,
    shared: bool = False,
) -> Expectation | None:
    """What a clause says of what is to come; null where its signs lack their company.

    Args:
        shared: a verb joined to it tells of what is to come.
    """
    tokens = segment.tokens
    bounds = clause.bounds
    governor = governor_of(page, sentence, bounds, segment.statement)
    if governor is not None and governor.end is not None:
        bounds.end = governor.end
    if governor is not None and page.pack.order == "final" and bounds.end - bounds.first > 2:
        # "Ол көпірдің ашылатынына сенбейді": who does not believe stands in front.
        bounds.first += sentence.is_(bounds.first, "matrix")
    inside = tokens[bounds.first : bounds.end]
    first = clause.signs[0]
    bare = page.pack.order == "final" and bounds.first >= first.first and not first.rule.whole
    if bounds.condition is None and (len(inside) < 2 or bare):
        return None
    dates = dates_of(page, inside[0].start, inside[-1].end, ahead=True)
    due = due_of(dates, page.day)
    ahead = is_ahead(due, page.day)
    sure = ahead or shared or governor is not None
    signs = [sign for sign in clause.signs if holds(page, sign, segment, bounds, sure, future)]
    head = next((sign for sign in signs if not sign.rule.soft), None)
    if head is None or _is_habit(inside, future) or _is_wished(page, segment, bounds, future):
        return None
    if is_asked(sentence, bounds) or is_general(segment, inside, head, future):
        return None
    past = is_past_forecast(page, segment, future) or is_hortative(inside, head, segment, future)
    if past and not ahead:
        return None
    close = [sign for sign in signs if sign.rule.soft or sign.first - head.end <= _CLOSE]
    shown = min(close, key=lambda sign: _WEAKEST_FIRST.index(sign.rule.strength))
    statement = segment.statement
    return Expectation(
        id="",
        content=Span.cut(page.text, inside[0].start, inside[-1].end),
        voice=statement.voice if statement is not None else None,
        strength=governor.strength if governor else shown.rule.strength,
        strength_words=governor.words if governor else cut(page, tokens, shown.first, shown.end),
        due=Period(start=due.start, end=due.end) if due else None,
        due_words=due.span if due else None,
        condition=cut(page, tokens, *bounds.condition) if bounds.condition else None,
        negated=any(_denies(sign) for sign in close) or _none(inside, future),
        statement=statement.id if statement is not None else None,
    )


def _denies(sign: Sign) -> bool:
    """Whether a sign is denied; the "not" of "not excluded" denies nothing that is expected."""
    return sign.rule.negated or (sign.negated and not sign.rule.soft)


def _none(inside: Sequence[Token], future: Future) -> bool:
    """Whether the clause denies its subject ("no deal will be signed") or its infinitive."""
    subjects = future.words.get("negated_subjects", frozenset())
    first = inside[0].low
    return first in subjects or (len(inside) > 1 and first in future.negations_before)


def _is_habit(inside: Sequence[Token], future: Future) -> bool:
    rates = future.words.get("rates", frozenset())
    numerals = future.words.get("numerals", frozenset())
    counted = any(
        token.low in rates and (behind.kind == NUMBER or behind.low in numerals)
        for token, behind in pairwise(inside)
    )
    return counted or any(token.low in future.habits for token in inside)


def _is_wished(page: Page, segment: Segment, bounds: Bounds, future: Future) -> bool:
    """Whether somebody only hopes for it: by a word beside the clause, or that carries it."""
    wishes = future.words.get("wishes", frozenset())
    if not wishes:
        return False
    beside = segment.tokens[max(0, bounds.first - _BESIDE) : bounds.first]
    if page.pack.order == "final":
        beside = segment.tokens[bounds.end : bounds.end + _BESIDE]
    statement = segment.statement
    cue = statement.cue if statement is not None and statement.kind == "indirect" else None
    carried = page.tokens(cue.start, cue.end) if cue is not None else []
    return any(token.low in wishes for token in (*beside, *carried))
