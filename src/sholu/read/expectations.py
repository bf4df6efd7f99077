"""Clauses about what will, may or will not happen: whose they are, how strong, and by when.

A clause counts where it holds a sign of what is to come (`read/future_signs.py`) with the company
the sign asks for. Questions, if-clauses and habits are none. What stands in a statement is its
voice's expectation; everything else is the carrier's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sholu.model import Dating, Expectation, Period, Span, Statement, Strength, Voice
from sholu.read.clause_bounds import bounds_of, trimmed
from sholu.read.clause_words import Bounds, Sentence
from sholu.read.dates import dates_of
from sholu.read.due import cut, due_of
from sholu.read.future_signs import Future, Sign, find_signs, future_of
from sholu.read.page import Line, Page, Token
from sholu.read.promises import promised
from sholu.read.segments import Segment, segments

_WEAKEST_FIRST: tuple[Strength, ...] = ("unlikely", "possible", "likely", "planned", "certain")
_BESIDE = 3
"""Words beside a clause among which a word of hope is sought."""
_CLOSE = 2
"""Words between two signs up to which they tell of one thing ("may be expected to")."""
_BEFORE_CLAUSE = 4
_REPORTING = 60
"""Words before "would" among which the word of saying is sought."""


@dataclass(slots=True)
class _Clause:
    """A clause with the signs that were found in it."""

    bounds: Bounds
    signs: list[Sign]


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
        for segment in segments(page, line, here):
            if not segment.question:
                found += _in_segment(page, line, segment, future, outlet_voice)
    return tuple(_numbered(item, number) for number, item in enumerate(found, start=1))


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
    found = []
    for clause in _clauses(sentence, signs, page.pack.order):
        item = _expectation(page, segment, clause, future, outlet_voice)
        if item is not None:
            found.append(item)
    return found or promised(page, segment, future)


def _clauses(sentence: Sentence, signs: Sequence[Sign], order: str) -> list[_Clause]:
    """The clauses of a sentence that hold signs; signs of one clause together."""
    clauses: list[_Clause] = []
    for sign in signs:
        if sign.rule.soft:
            continue
        last = clauses[-1] if clauses else None
        if last is not None and sign.end <= last.bounds.end:
            last.signs.append(sign)
            continue
        if last is not None and order == "final" and _joins_on(sentence, last, sign):
            last.signs.append(sign)
            last.bounds.end = sign.end
            continue
        bounds = bounds_of(sentence, sign, order)
        if bounds is None or (last is not None and last.bounds.end > sign.first):
            continue
        if last is not None and bounds.first < last.bounds.end:
            bounds.first = last.bounds.end
            bounds = trimmed(sentence, bounds, sign) or bounds
        clauses.append(_Clause(bounds, [sign]))
    soft = [sign for sign in signs if sign.rule.soft]
    begin = 0
    for clause in clauses:
        while begin < len(soft) and soft[begin].first < clause.bounds.first - _BEFORE_CLAUSE:
            begin += 1
        while begin < len(soft) and _weakens(soft[begin], clause):
            clause.signs.append(soft[begin])
            begin += 1
    return clauses


def _joins_on(sentence: Sentence, clause: _Clause, sign: Sign) -> bool:
    """Whether a sign is about the clause before it ("болады деп күтілуде")."""
    if sign.first == clause.bounds.end:
        return True
    between = range(clause.bounds.end, sign.first)
    first = sentence.tokens[sign.first].low
    joined = first in sentence.words.get("complementisers", frozenset())
    return joined and all(sentence.comma(at) for at in between)


def _weakens(soft: Sign, clause: _Clause) -> bool:
    """Whether an adverb of doubt stands in the clause before its verb ends, or right before it."""
    return clause.bounds.first - _BEFORE_CLAUSE <= soft.first < clause.signs[0].end + 2


def _expectation(
    page: Page, segment: Segment, clause: _Clause, future: Future, outlet_voice: Voice | None
) -> Expectation | None:
    tokens = segment.tokens
    bounds = clause.bounds
    inside = tokens[bounds.first : bounds.end]
    first = clause.signs[0]
    bare = page.pack.order == "final" and bounds.first >= first.first and not first.rule.whole
    if len(inside) < 2 or bare:
        return None
    dates = dates_of(page, inside[0].start, inside[-1].end, ahead=True)
    due = due_of(dates, page.day)
    signs = [
        sign
        for sign in clause.signs
        if _holds(sign, segment, bounds, _is_ahead(due, page.day), future)
    ]
    head = next((sign for sign in signs if not sign.rule.soft), None)
    if head is None or _is_habit(inside, future) or _is_wished(page, segment, bounds, future):
        return None
    close = [sign for sign in signs if sign.rule.soft or sign.first - head.end <= _CLOSE]
    shown = min(close, key=lambda sign: _WEAKEST_FIRST.index(sign.rule.strength))
    statement = segment.statement
    return Expectation(
        id="",
        content=Span.cut(page.text, inside[0].start, inside[-1].end),
        voice=statement.voice if statement is not None else outlet_voice,
        strength=shown.rule.strength,
        strength_words=cut(page, tokens, shown.first, shown.end),
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


def _holds(sign: Sign, segment: Segment, bounds: Bounds, ahead: bool, future: Future) -> bool:
    """Whether a sign has the company it asks for."""
    needs = sign.rule.needs
    if not needs or needs == "never":
        return not needs
    if needs == "reported":
        return _is_reported(segment, sign, future) and not _is_unreal(segment, bounds, future)
    tokens = segment.tokens
    around = {token.low for token in tokens[bounds.first : bounds.end]}
    if ahead or (bounds.condition is not None and needs == "future"):
        return True
    if around & future.words.get("future_words", frozenset()):
        return True
    if needs != "future":
        return False
    before = tokens[sign.end - 2].low if sign.end > 1 else ""
    return _names_act(before, tokens[sign.end - 1].low, future)


def _is_ahead(due: Dating | None, day: str | None) -> bool:
    """Whether a time expression reaches beyond the day of publication."""
    return due is not None and (due.end is None or day is None or due.end > day)


def _names_act(before: str, low: str, future: Future) -> bool:
    """Whether a verb, with the word before it ("дауыс береді"), names a single act."""
    negative = ("", *future.ends.get("negative", ()))
    for end in future.all_ends:
        if not low.endswith(end):
            continue
        stem = low[: len(low) - len(end)]
        for tail in negative:
            if tail and not stem.endswith(tail):
                continue
            bare = stem[: len(stem) - len(tail)]
            if bare in future.acts or f"{before} {bare}" in future.acts:
                return True
    return False


def _is_reported(segment: Segment, sign: Sign, future: Future) -> bool:
    """Whether somebody else reports the words, so that "would" stands for "will"."""
    if segment.statement is not None and segment.statement.kind != "direct":
        return True
    reporting = future.words.get("reporting", frozenset())
    before = segment.tokens[max(0, sign.first - _REPORTING) : sign.first]
    return any(token.low in reporting for token in before)


def _is_unreal(segment: Segment, bounds: Bounds, future: Future) -> bool:
    """Whether an if-clause in the past says that nothing of it will come ("if he had known")."""
    unreal = future.words.get("unreal", frozenset())
    first, end = bounds.condition or (0, 0)
    words = [token.low for token in segment.tokens[first:end]]
    words += [token.low for token in segment.tokens[bounds.first : bounds.end]]
    return any(low in unreal for low in words)


def _is_habit(inside: Sequence[Token], future: Future) -> bool:
    return any(token.low in future.habits for token in inside)


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


def _numbered(item: Expectation, number: int) -> Expectation:
    return Expectation(
        id=f"e{number}",
        content=item.content,
        voice=item.voice,
        strength=item.strength,
        strength_words=item.strength_words,
        due=item.due,
        due_words=item.due_words,
        condition=item.condition,
        negated=item.negated,
        statement=item.statement,
    )
