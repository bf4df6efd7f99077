"""Where the clause of a sign begins and ends, by commas, joining words and signs of a verb."""

from collections.abc import Callable

from sholu.read.foretold.clause_words import REACH, Bounds, Sentence
from sholu.read.foretold.future_signs import Sign
from sholu.read.page import PUNCTUATION, WORD

_MARKS = frozenset("\"“”„‟«»″＂'‘’")
_BULLETS = frozenset("-–—•*")
_BEFORE_A_CLAUSE = ("complementisers", "subordinators", "reporting")
_NONE: frozenset[str] = frozenset()


def bounds_of(sentence: Sentence, sign: Sign, order: str) -> Bounds | None:
    """The clause that a sign stands in; null where it depends on another ("if", "when").

    Args:
        order: where the verb stands, "final" or "initial".
    """
    find: Callable[[Sentence, Sign], Bounds | None] = _final if order == "final" else _initial
    bounds = find(sentence, sign)
    return trimmed(sentence, bounds, sign) if bounds is not None else None


def _final(sentence: Sentence, sign: Sign) -> Bounds | None:
    """Verb last: back to the verb of the clause before, which a comma or joining word follows."""
    condition = None
    at = sign.first
    if sentence.comma(at - 1) and not _is_condition(sentence, at - 2):
        # "…, деп күтілуде": the comma belongs to the words of the sign.
        at -= 1
    while at > max(0, sign.first - REACH):
        before = at - 1
        if sentence.hard(before):
            break
        if before in sentence.of_signs and sentence.of_signs[before].rule.last:
            break
        if sentence.comma(before) and before > 0:
            if _is_condition(sentence, before - 1):
                begin = _clause_start(sentence, before - 1)
                condition = (begin, before)
                break
            if sentence.finite(before - 1) or sentence.temporal(before - 1):
                break
            if sentence.is_(before - 1, "attributions"):
                break
        elif _joins_verb_last(sentence, before, sign):
            break
        at = before
    return Bounds(at, sign.first if sign.rule.promise else sign.end, condition)


def _joins_verb_last(sentence: Sentence, at: int, sign: Sign) -> bool:
    """Whether a joining word stands behind a verb, or sets the clause off by itself."""
    if sentence.is_(at, "coordinators"):
        return at > 0 and sentence.finite(at - 1)
    return sentence.is_(at, "contrast") and at < sign.first - 1


def _is_condition(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[max(0, at)]
    return (
        token.kind == WORD
        and bool(sentence.condition_ends)
        and token.low.endswith(sentence.condition_ends)
        and not sentence.is_(at, "not_conditions")
    )


def _clause_start(sentence: Sentence, at: int) -> int:
    """Where the clause that ends at `at` begins: behind the verb of the one before it."""
    stop = max(0, at - REACH)
    while at > stop:
        if sentence.hard(at - 1) or (at == 1 and sentence.tokens[0].text[0] in _BULLETS):
            return at
        if sentence.comma(at - 1) and at > 1 and sentence.finite(at - 2):
            return at
        at -= 1
    return at


def _initial(sentence: Sentence, sign: Sign) -> Bounds | None:
    first = _left(sentence, sign)
    if first is None:
        return None
    end, condition = _right(sentence, sign)
    if condition is None:
        condition = _leading_condition(sentence, first)
    if condition is None and sentence.is_(first, "without"):
        condition = _without(sentence, first, sign)
        first = condition[1] if condition is not None else first
    if sign.rule.promise:
        first = _promised(sentence, sign, end)
        if first is None:
            return None
    return Bounds(first, end, condition)


def _promised(sentence: Sentence, sign: Sign, end: int) -> int | None:
    """Where what is promised begins: the infinitive that follows."""
    marks = sentence.words.get("infinitive_marks", _NONE)
    infinitives = sentence.infinitive_ends
    for at in range(sign.end, min(end, sign.end + 14)):
        low = sentence.tokens[at].low
        if low in marks and at + 1 < end:
            return at
        if sentence.tokens[at].kind == WORD and low.endswith(infinitives):
            return at - sentence.is_(at - 1, "negations_before")
    return None


def _left(sentence: Sentence, sign: Sign) -> int | None:
    """Where the clause begins; null where it hangs on a word like "if"."""
    at = sign.first
    while at > max(0, sign.first - REACH):
        before = at - 1
        if sentence.hard(before):
            return at
        if before in sentence.soft and not sentence.is_(before, "complementisers"):
            at = before
            continue
        if sentence.is_(before, "dependent"):
            return None
        if sentence.is_(before, "relatives"):
            begin = max(sentence.comma_before(before), before - 3)
            if sentence.comma(begin - 1):
                return begin
            if sign.first - before <= 3:
                return before
        elif any(sentence.is_(before, kind) for kind in _BEFORE_A_CLAUSE):
            if sentence.is_(before, "complementisers") and before > 0:
                if sentence.is_(before - 1, "before_pronoun"):
                    if not sentence.is_(before, "demonstratives"):
                        return None
                    at = before
                    continue
                if at == sign.first and _asks(sentence, before):
                    return None
            return at
        elif sentence.is_(before, "coordinators"):
            if _joins_clauses(sentence, before, sign):
                return at
        elif sentence.comma(before):
            aside = _aside_before(sentence, before)
            if aside is None and _verb_alone(sentence, at, sign):
                aside = _comma_of_aside(sentence, before)
            if aside is not None:
                at = aside
                continue
            if _left_is_clause(sentence, before, at, sign):
                return at
        at = before
    return at


def _asks(sentence: Sentence, that: int) -> bool:
    """Whether "that" is a pronoun in a question ("how long he thought that would last")."""
    if not sentence.is_(that, "demonstratives"):
        return False
    begin = max(0, sentence.comma_before(that), that - 8)
    return any(sentence.is_(at, "dependent") for at in range(begin, that))


def _verb_alone(sentence: Sentence, first: int, sign: Sign) -> bool:
    """Whether nothing but helping verbs stands between a comma and the verb."""
    helping = range(first, sign.first)
    return sentence.is_(first, "auxiliaries") and all(
        sentence.is_(at, "auxiliaries") or at in sentence.soft for at in helping
    )


def _comma_of_aside(sentence: Sentence, comma: int) -> int | None:
    """The comma that opens the aside which another closes, where words stand before it."""
    begin = sentence.comma_before(comma) - 1
    return begin if begin > 0 and sentence.comma(begin) else None


def _without(sentence: Sentence, first: int, sign: Sign) -> tuple[int, int] | None:
    """The phrase of "without" that a clause opens with: what it asks for to come true."""
    comma = sentence.comma_after(first)
    if comma < sign.first and sentence.comma(comma) and not sentence.any_finite(first, comma):
        return first, comma
    noun = first + 1
    while noun < sign.first and sentence.tokens[noun].low.endswith(sentence.adjective_ends):
        noun += 1
    if not sentence.adjective_ends or sentence.is_(noun + 1, "before_pronoun"):
        return None
    return (first, noun + 1) if noun + 1 < sign.first else None


def _aside_before(sentence: Sentence, comma: int) -> int | None:
    """Where a clause between commas begins that only describes the noun before it."""
    begin = sentence.comma_before(comma)
    for at in range(begin, min(begin + 3, comma)):
        if sentence.is_(at, "relatives") and begin > 0 and sentence.comma(begin - 1):
            return begin - 1
    return None


def _joins_clauses(sentence: Sentence, at: int, sign: Sign) -> bool:
    """Whether a joining word has a verb on its left that is not of the clause of the sign."""
    if sentence.is_(at + 1, "negations_before") and at + 2 != sign.first:
        return False
    if sentence.comma(at - 1) and sentence.is_(at + 1, "subjects"):
        return True
    alone = all(
        sentence.tokens[between].kind == PUNCTUATION or sentence.is_(between, "openers")
        for between in range(at + 1, sign.first)
    )
    begin = 0 if alone or sentence.comma(at - 1) else sentence.comma_before(at)
    return sentence.any_finite(begin, at)


def _left_is_clause(sentence: Sentence, comma: int, at: int, sign: Sign) -> bool:
    """Whether a comma on the left divides two clauses, not the parts of one."""
    if sentence.is_(at, "correlatives"):
        return False
    if sentence.is_(at, "coordinators"):
        return _joins_clauses(sentence, at, sign)
    begin = sentence.comma_before(comma)
    if sentence.any_finite(begin, comma) or sentence.is_(begin, "conditions"):
        return True
    return _has_subject(sentence, at, sign)


def _has_subject(sentence: Sentence, first: int, sign: Sign) -> bool:
    """Whether a clause whose words between comma and sign are not light ones has its subject."""
    if not sentence.words.get("light"):
        return False
    between = [
        at
        for at in range(first, sign.first)
        if sentence.tokens[at].kind == WORD and not sentence.is_(at, "light")
    ]
    return bool(between) and not sentence.is_(between[0], "prepositions")


def _right(sentence: Sentence, sign: Sign) -> tuple[int, tuple[int, int] | None]:
    """Behind the last token of the clause, and the if-clause that follows."""
    at = sign.end
    depends = False
    while at < min(sentence.size, sign.end + REACH):
        if sentence.hard(at):
            return at, None
        if _is_if(sentence, at) and at > sign.end:
            stop = _condition_end(sentence, at)
            return (at - 1 if sentence.comma(at - 1) else at), (at, stop)
        if sentence.comma(at):
            following = sentence.comma_after(at + 1)
            if _is_if(sentence, at + 1):
                return at, (at + 1, _condition_end(sentence, at + 1))
            if sentence.is_(at + 1, "dependent") or sentence.is_(at + 1, "complementisers"):
                at = following
                continue
            if sentence.is_(at + 1, "relatives") or sentence.is_(at + 1, "subjects"):
                return at, None
            if sentence.any_finite(at + 1, following) or _is_gapped(sentence, at + 1, following):
                return at, None
        elif sentence.is_(at, "coordinators"):
            if not depends and _begins_clause(sentence, at + 1):
                return at, None
        elif sentence.is_(at, "subordinators") and not sentence.is_(at, "dependent"):
            if sentence.any_finite(at + 1, sentence.comma_after(at + 1)) and sentence.is_(
                at, "contrast"
            ):
                return at, None
        elif sentence.is_(at, "dependent") or sentence.is_(at, "relatives"):
            depends = True
        at += 1
    return at, None


def _is_if(sentence: Sentence, at: int) -> bool:
    """Whether an if-clause begins; "if only", "if any" are asides."""
    return sentence.is_(at, "conditions") and not sentence.is_(at + 1, "no_condition")


def _is_gapped(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a dash stands for the verb of the next clause ("…, срок аренды – 49 лет")."""
    return first < end < sentence.size and sentence.tokens[end].text[0] in "–—"


def _condition_end(sentence: Sentence, at: int) -> int:
    end = sentence.comma_after(at + 1)
    while end > at + 1 and sentence.tokens[end - 1].kind == PUNCTUATION:
        end -= 1
    return end


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Whether a new subject and its verb follow a joining word, or a second sign of its own."""
    if at >= sentence.size:
        return False
    if at in sentence.of_signs or sentence.is_(at, "subjects"):
        return True
    if sentence.finite(at):
        return False
    return sentence.any_finite(at + 1, min(sentence.comma_after(at), at + 12))


def _leading_condition(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """An if-clause that stands before the clause, set off by a comma."""
    comma = first - 1
    while comma > 0 and not sentence.comma(comma):
        if sentence.tokens[comma].kind == WORD and not sentence.is_(comma, "openers"):
            return None
        comma -= 1
    if comma <= 0:
        return None
    begin = sentence.comma_before(comma)
    for at in range(begin, min(begin + 3, comma)):
        if sentence.is_(at, "conditions"):
            return at, comma
    if sentence.is_(begin, "without") and not sentence.any_finite(begin, comma):
        return begin, comma
    return None


def trimmed(sentence: Sentence, bounds: Bounds, sign: Sign) -> Bounds | None:
    """Without opening words, commas and marks that only one side of the clause holds."""
    first, end = bounds.first, bounds.end
    while first < sign.first and _loose(sentence, first, end):
        first += 1
    while end > first and sentence.tokens[end - 1].kind == PUNCTUATION:
        if sentence.tokens[end - 1].text[0] in _MARKS and _opens_inside(sentence, first, end - 1):
            break
        if sentence.tokens[end - 1].text in ")]%$€":
            break
        end -= 1
    if first < end and _loose(sentence, first, end) and not sentence.is_(first, "openers"):
        first += 1
    return Bounds(first, end, bounds.condition) if first < end else None


def _loose(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a clause does not begin with the token: a joining word, a mark without its pair."""
    if sentence.is_(first, "openers"):
        return True
    token = sentence.tokens[first]
    if token.kind != PUNCTUATION:
        return False
    return token.text[0] not in _MARKS or not _opens_inside(sentence, first + 1, end)


def _opens_inside(sentence: Sentence, first: int, end: int) -> bool:
    return any(sentence.tokens[at].text[0] in _MARKS for at in range(first, end))
