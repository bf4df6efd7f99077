"""What a statement says whose words of saying are themselves a promise, a threat or a forecast."""

from collections.abc import Sequence

from sholu.model import Expectation, Period, Span, Statement, Strength
from sholu.read.dating.dates import dates_of
from sholu.read.foretold.due import cut, due_of
from sholu.read.foretold.future_signs import Future
from sholu.read.foretold.segments import Segment
from sholu.read.page import WORD, Page, Token


def promised(page: Page, segment: Segment, future: Future) -> list[Expectation]:
    """What a statement says whose words of saying are a promise, a threat or a forecast."""
    statement = segment.statement
    if statement is None or statement.cue is None or not segment.whole:
        return []
    if statement.kind == "direct" and statement.content.text[:1].isupper():
        # Whole sentences in quotation marks speak for themselves.
        return []
    cue = page.tokens(statement.cue.start, statement.cue.end)
    for at in range(len(cue)):
        match = future.commissive.at(cue, at)
        if match is None:
            continue
        return _what_is_promised(page, segment, statement, match.entry.strength, future)
    return []


def _what_is_promised(
    page: Page, segment: Segment, statement: Statement, strength: Strength, future: Future
) -> list[Expectation]:
    """The whole content of a statement, up to an if-clause in it."""
    tokens = segment.tokens
    condition, end = None, len(tokens)
    for at in range(2, len(tokens)):
        if tokens[at].low in future.words.get("conditions", frozenset()):
            condition = cut(page, tokens, at, len(tokens))
            end = at - (tokens[at - 1].text == ",")
            break
    content = statement.content
    if condition is not None and content.start < tokens[end - 1].end:
        content = Span.cut(page.text, content.start, tokens[end - 1].end)
    words = [token for token in tokens[:end] if token.kind == WORD]
    if len(words) < 2:
        return []
    due = due_of(dates_of(page, words[0].start, words[-1].end, ahead=True), page.day)
    return [
        Expectation(
            id="",
            content=content,
            voice=statement.voice,
            strength=strength,
            strength_words=statement.cue,
            due=Period(start=due.start, end=due.end) if due else None,
            due_words=due.span if due else None,
            condition=condition,
            negated=_denies(words, future),
            statement=statement.id,
        )
    ]


def _denies(words: Sequence[Token], future: Future) -> bool:
    """Whether what is promised is not to do something."""
    if words[0].low in future.negations | future.negations_before:
        return True
    negative = future.ends.get("negative_forms", ())
    return bool(negative) and words[-1].low.endswith(negative)
