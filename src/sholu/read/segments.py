"""A line cut into stretches of one speaker: whose words they are, sentence by sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sholu.language import Pack
from sholu.model import Span, Statement
from sholu.read.page import PUNCTUATION, WORD, Line, Page, Token

_ENDS = frozenset(".!?…。！？")
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
    tokens = _parted(page.tokens(line.start, line.end))
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
    found = _rejoined(found)
    _mark_whole(found)
    return found


def _rejoined(found: list[Segment]) -> list[Segment]:
    """Sentences that words of saying part in two, made whole ("the plan, he said, will fail")."""
    joined: list[Segment] = []
    for segment in found:
        last = joined[-1] if joined else None
        if last is None or segment.statement is None or last.statement is not segment.statement:
            joined.append(segment)
            continue
        at, comma = len(last.tokens), 0
        while at > 0 and last.tokens[at - 1].text in _JOINTS:
            at -= 1
        while comma < len(segment.tokens) and segment.tokens[comma].text in _JOINTS:
            comma += 1
        if not comma or at == len(last.tokens) or last.tokens[at].text != ",":
            joined.append(segment)
            continue
        tokens = [*last.tokens[: at + 1], *segment.tokens[comma:]]
        joined[-1] = Segment(tokens, segment.statement, segment.question)
    return joined


def cut_speaker(segment: Segment, statements: Sequence[Statement]) -> Statement | None:
    """Take off the speaker that a stretch outside statements ends with ("…, X | considers").

    Returns:
        the statement of that speaker, null where the stretch ends with none.
    """
    tokens = segment.tokens
    if segment.statement is not None:
        return None
    for statement in statements:
        source, cue = statement.source, statement.cue
        if source is None or cue is None or not 0 <= cue.start - source.end <= 1:
            continue
        at = bisect_left([token.start for token in tokens], source.start)
        if at < 2 or tokens[-1].end != source.end or tokens[at - 1].text != ",":
            continue
        del tokens[at - 1 :]
        return statement
    return None


def _parted(tokens: list[Token]) -> list[Token]:
    """Tokens with sentences set apart where no space was printed ("at noon.Leaders met")."""
    if not any(token.kind == WORD and "." in token.text for token in tokens):
        return tokens
    parts: list[Token] = []
    for token in tokens:
        cut = token.text.find(".") if token.kind == WORD else -1
        left, right = token.text[:cut], token.text[cut + 1 :]
        if cut < 2 or not (left[-2:].islower() and right[:1].isupper() and right[1:2].islower()):
            parts.append(token)
            continue
        stop = token.start + cut
        parts.append(Token(token.start, stop, left, left.lower(), WORD))
        parts.append(Token(stop, stop + 1, ".", ".", PUNCTUATION))
        parts.append(Token(stop + 1, token.end, right, right.lower(), WORD))
    return parts


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
    return owners


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
def _abbreviations(pack: Pack) -> frozenset[str]:
    return frozenset(pack.table("text").get("abbreviations", ()))
