"""A line cut into stretches of one speaker: whose words they are, sentence by sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sholu.language import Pack
from sholu.model import Span, Statement
from sholu.read.page import PUNCTUATION, WORD, Line, Page, Token

_ENDS = frozenset(".!?…。！？")
_LONGEST_SPEAKER = 8
_PIECES = 3
"""Stretches of the carrier's around words of saying: the comma before, the speaker behind them."""
_JOINTS = frozenset((",", "–", "—", "-"))
_CUE = -2
_NARRATOR = -1


@dataclass(slots=True)
class Segment:
    """One sentence, or the part of it, that one speaker says.

    Attributes:
        tokens: plain tokens, quotation marks among them.
        statement: the innermost statement they stand in; null for the carrier's own words.
        question: it ends in a question mark.
        whole: it holds everything the statement says in this line.
    """

    tokens: list[Token]
    statement: Statement | None
    question: bool = False
    whole: bool = False


def segments(page: Page, line: Line, statements: Sequence[Statement]) -> list[Segment]:
    """The stretches of a line in order; words of saying belong to none.

    Args:
        statements: those that reach into the line, in any order.
    """
    tokens = page.tokens(line.start, line.end)
    owners = _owners(tokens, statements)
    short = _abbreviations(page.pack)
    found: list[Segment] = []
    begin = 0
    for at in range(len(tokens)):
        last = at + 1 == len(tokens)
        if not last and owners[at] == owners[at + 1] and not _ends(tokens, at, short):
            continue
        part = tokens[begin : at + 1]
        if owners[at] != _CUE:
            owner = owners[at]
            statement = statements[owner] if owner >= 0 else None
            found.append(Segment(part, statement, _is_question(tokens, at)))
        begin = at + 1
    found = _rejoined(found, _fronted(page.pack))
    _mark_whole(found)
    return found


def _rejoined(found: list[Segment], fronted: frozenset[str]) -> list[Segment]:
    """Sentences that words of saying part in two, made whole ("the plan, he said, will fail").

    Args:
        fronted: words with which a phrase begins that says only when or where, and stays outside.
    """
    joined: list[Segment] = []
    for segment in found:
        at = len(joined) - 1
        while at > 0 and joined[at].statement is None and len(joined) - at < _PIECES:
            at -= 1
        tokens = None
        alike = at >= 0 and segment.statement and joined[at].statement is segment.statement
        if alike and joined[at].tokens[0].low not in fronted:
            between = [token for part in joined[at + 1 :] for token in part.tokens]
            tokens = _bridged(joined[at].tokens, between, segment.tokens)
        if tokens is None:
            joined.append(segment)
        else:
            joined[at:] = [Segment(tokens, segment.statement, segment.question)]
    return joined


def _bridged(before: list[Token], between: list[Token], behind: list[Token]) -> list[Token] | None:
    """The tokens of both sides with one comma; null where more than a speaker parts them."""
    if len(between) > _LONGEST_SPEAKER:
        return None
    if any(token.kind != WORD and token.text not in _JOINTS for token in between):
        return None
    end, first = len(before), 0
    while end > 0 and before[end - 1].text in _JOINTS:
        end -= 1
    while first < len(behind) and behind[first].text in _JOINTS:
        first += 1
    if not end or first == len(behind) or before[end - 1].text[0] in _ENDS:
        return None
    marks = [*before[end:], *between, *behind[:first]]
    comma = next((token for token in marks if token.text == ","), None)
    closes = (marks and marks[-1].text == ",") or first > 0
    return [*before[:end], comma, *behind[first:]] if comma is not None and closes else None


def named_before_cue(statements: Iterable[Statement]) -> dict[int, Statement]:
    """Statements whose source stands right before their cue, by where the source ends."""
    found: dict[int, Statement] = {}
    for statement in statements:
        source, cue = statement.source, statement.cue
        if source is not None and cue is not None and 0 <= cue.start - source.end <= 1:
            found.setdefault(source.end, statement)
    return found


def cut_speaker(segment: Segment, named: Mapping[int, Statement]) -> Statement | None:
    """Take off the speaker that a stretch outside statements ends with ("…, X | considers").

    Args:
        named: what `named_before_cue` gave.

    Returns:
        the statement of that speaker, null where the stretch ends with none.
    """
    tokens = segment.tokens
    statement = named.get(tokens[-1].end) if tokens and segment.statement is None else None
    if statement is None or statement.source is None:
        return None
    at = bisect_left([token.start for token in tokens], statement.source.start)
    if at < 2 or tokens[at - 1].text != ",":
        return None
    del tokens[at - 1 :]
    return statement


def _mark_whole(found: list[Segment]) -> None:
    """Mark the segments that are alone in their statement."""
    for index, segment in enumerate(found):
        if segment.statement is None:
            continue
        beside = found[max(0, index - 1) : index] + found[index + 1 : index + 2]
        segment.whole = all(other.statement is not segment.statement for other in beside)


def _owners(tokens: list[Token], statements: Sequence[Statement]) -> list[int]:
    """Index of the innermost statement each token stands in."""
    owners = [_NARRATOR] * len(tokens)
    if not tokens or not statements:
        return owners
    starts = [token.start for token in tokens]

    def mark(span: Span, owner: int) -> None:
        first, end = bisect_left(starts, span.start), bisect_right(starts, span.end - 1)
        for at in range(first, end):
            owners[at] = owner

    order = sorted(
        range(len(statements)),
        key=lambda index: (statements[index].content.start, -statements[index].content.end),
    )
    for index in order:
        for part in statements[index].parts or (statements[index].content,):
            mark(part, index)
    for index in order:
        cue = statements[index].cue
        if cue is not None:
            mark(cue, _CUE)
            source = _source_inside(statements[index], cue)
            if source is not None:
                mark(source, _CUE)
    return owners


def _source_inside(statement: Statement, cue: Span) -> Span | None:
    """The speaker beside the words of saying in the middle of a content ("считает эксперт")."""
    source, content = statement.source, statement.content
    if source is None or not content.start < source.start <= source.end < content.end:
        return None
    beside = 0 <= source.start - cue.end <= 1 or 0 <= cue.start - source.end <= 1
    return source if beside else None


def _ends(tokens: list[Token], at: int, short: frozenset[str]) -> bool:
    """Whether a sentence ends behind token `at`, within quotation marks or without."""
    token = tokens[at]
    if token.kind != PUNCTUATION or token.text[0] not in _ENDS:
        return False
    following = tokens[at + 1]
    if following.kind == WORD and not following.text[0].isupper():
        return False
    if token.text == "." and at > 0 and tokens[at - 1].end == token.start:
        before = tokens[at - 1]
        if before.kind == WORD and (before.low in short or len(before.text) == 1):
            return False
    return following.start > token.end or following.kind == PUNCTUATION or token.text == "."


def _is_question(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1 : at + 2]
    return any(token.text[0] in "?？" for token in (tokens[at], *following))


@cache
def _fronted(pack: Pack) -> frozenset[str]:
    words = pack.table("future").get("words", {})
    return frozenset(words.get("before_pronoun", ()))


@cache
def _abbreviations(pack: Pack) -> frozenset[str]:
    return frozenset(pack.table("text").get("abbreviations", ()))
