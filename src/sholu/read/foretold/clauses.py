"""The clauses of a sentence that hold signs of what is to come, and how they hang together."""

from collections.abc import Sequence
from dataclasses import dataclass

from sholu.read.foretold.clause_bounds import bounds_of, trimmed
from sholu.read.foretold.clause_words import Bounds, Sentence
from sholu.read.foretold.future_signs import Sign

_BEFORE_CLAUSE = 4


@dataclass(slots=True)
class Clause:
    """A clause with the signs that were found in it."""

    bounds: Bounds
    signs: list[Sign]


def clauses_of(sentence: Sentence, signs: Sequence[Sign], order: str) -> list[Clause]:
    """The clauses of a sentence that hold signs; signs of one clause together."""
    clauses: list[Clause] = []
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
        nested = last is not None and _holds_relative(sentence, bounds, last.bounds)
        if last is not None and bounds.first < last.bounds.end and not nested:
            bounds.first = last.bounds.end
            bounds = trimmed(sentence, bounds, sign) or bounds
        if last is not None and _is_asyndetic(sentence, last, bounds, sign):
            bounds.condition = (last.bounds.first, last.bounds.end)
            clauses.pop()
        clauses.append(Clause(bounds, [sign]))
    soft = [sign for sign in signs if sign.rule.soft]
    begin = 0
    for clause in clauses:
        while begin < len(soft) and soft[begin].first < clause.bounds.first - _BEFORE_CLAUSE:
            begin += 1
        while begin < len(soft) and _weakens(soft[begin], clause):
            clause.signs.append(soft[begin])
            begin += 1
    return clauses


def _joins_on(sentence: Sentence, clause: Clause, sign: Sign) -> bool:
    """Whether a sign is about the clause before it ("болады деп күтілуде")."""
    if sign.first == clause.bounds.end:
        return True
    between = range(clause.bounds.end, sign.first)
    first = sentence.tokens[sign.first].low
    joined = first in sentence.words.get("complementisers", frozenset())
    return joined and all(sentence.comma(at) for at in between)


def _holds_relative(sentence: Sentence, bounds: Bounds, inner: Bounds) -> bool:
    """Whether a clause goes on behind a relative one in it ("the road, which …, will open")."""
    return bounds.first < inner.first and sentence.is_(inner.first, "relatives")


def _is_asyndetic(sentence: Sentence, last: Clause, bounds: Bounds, sign: Sign) -> bool:
    """Whether two verbs in front of their clauses say "if" by a dash alone ("V1 … – V2 …")."""
    leads = last.signs[0].first == last.bounds.first and sign.first == bounds.first
    between = range(last.bounds.end, bounds.first)
    return leads and len(between) == 1 and sentence.hard(between[0])


def _weakens(soft: Sign, clause: Clause) -> bool:
    """Whether an adverb of doubt stands in the clause before its verb ends, or right before it."""
    return clause.bounds.first - _BEFORE_CLAUSE <= soft.first < clause.signs[0].end + 2


def is_joined(sentence: Sentence, first: Clause, second: Clause) -> bool:
    """Whether nothing but a comma and a joining word stands between two clauses."""
    begin, end = first.bounds.end, second.bounds.first
    if not 0 < end - begin <= 3:
        return False
    return all(
        sentence.comma(at) or sentence.is_(at, "coordinators") or sentence.is_(at, "contrast")
        for at in range(begin, end)
    )


def is_parallel(sentence: Sentence, first: Clause, second: Clause) -> bool:
    """Whether two joined clauses have verbs in one form, so that what opens one opens both."""
    alike = first.signs[0].rule is second.signs[0].rule
    return is_joined(sentence, first, second) and (alike or not first.signs[0].rule.last)


def is_relative(sentence: Sentence, first: Clause, second: Clause) -> bool:
    """Whether the second clause describes something in the first ("after which …")."""
    at = second.bounds.first
    opens = sentence.is_(at, "relatives") or sentence.is_(at + 1, "relatives")
    return opens and second.bounds.first - first.bounds.end <= 2
