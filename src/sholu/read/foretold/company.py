"""The company that a sign of what is to come asks for: a day, an act, speech of somebody else."""

from sholu.model import Dating
from sholu.read.foretold.clause_words import Bounds, Sentence
from sholu.read.foretold.future_signs import Future, Sign
from sholu.read.foretold.segments import Segment
from sholu.read.page import Page, Token

_SAYING = 8
"""Words of a proverb at most."""
_REPORTING = 60
"""Words before "would" among which the word of saying is sought."""


def holds(
    page: Page, sign: Sign, segment: Segment, bounds: Bounds, ahead: bool, future: Future
) -> bool:
    """Whether a sign has the company it asks for."""
    needs = sign.rule.needs
    if not needs or needs == "never":
        return not needs
    if needs == "reported":
        return _is_reported(page, segment, sign, future) and not _is_unreal(segment, bounds, future)
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


def is_ahead(due: Dating | None, day: str | None) -> bool:
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


def _is_reported(page: Page, segment: Segment, sign: Sign, future: Future) -> bool:
    """Whether somebody else reports the words, so that "would" stands for "will"."""
    if segment.statement is not None and segment.statement.kind != "direct":
        present = future.words.get("present_reporting", frozenset())
        return not any(token.low in present for token in _cue(page, segment))
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


def is_past_forecast(page: Page, segment: Segment, future: Future) -> bool:
    """Whether words of saying in the pluperfect carry it ("had said that … would")."""
    pluperfect = future.words.get("pluperfect", frozenset())
    return any(token.low in pluperfect for token in _cue(page, segment))


def is_hortative(inside: list[Token], head: Sign, segment: Segment, future: Future) -> bool:
    """Whether a verb of "we" opens its sentence and calls on others ("Оставим это другим")."""
    first = segment.tokens[head.first]
    ends = future.ends.get("hortative", ())
    return (
        bool(ends)
        and first is inside[0]
        and first.low.endswith(ends)
        and head.end == head.first + 1
    )


def is_general(segment: Segment, inside: list[Token], head: Sign, future: Future) -> bool:
    """Whether a clause is a saying or a necessity, not an act to come.

    "Кто рано встаёт, тому повезёт", "көршісіне көмектескен адам жалғыз болмайды": whoever does
    so, without a name, in quoted words; "келісімсіз порт болмайды": what cannot be without.
    """
    if inside[0].low in future.words.get("correlates", ()):
        whoever = future.words.get("whoever", frozenset())
        return any(token.low in whoever for token in segment.tokens[:3])
    ends = future.ends
    verb = segment.tokens[head.first].low
    if verb not in future.words.get("copula", ()):
        return False
    if inside[0].low.endswith(ends.get("without", ("\0",))):
        return verb in future.words.get("lacking", ())
    if segment.statement is None or segment.statement.kind != "direct" or len(inside) > _SAYING:
        return False
    named = any(token.text[:1].isupper() for token in inside[1:])
    pointed = any(token.low in future.words.get("pointing", ()) for token in inside)
    does = any(token.low.endswith(ends.get("participle", ("\0",))) for token in inside[1:-2])
    return does and not named and not pointed


def _cue(page: Page, segment: Segment) -> list[Token]:
    cue = segment.statement.cue if segment.statement is not None else None
    return page.tokens(cue.start, cue.end) if cue is not None else []


def is_asked(sentence: Sentence, bounds: Bounds) -> bool:
    """Whether a clause is a question that depends on another verb ("asks who will pay")."""
    at = bounds.first
    return sentence.is_(at, "asked") and (at == 0 or sentence.is_(at - 1, "asking"))
