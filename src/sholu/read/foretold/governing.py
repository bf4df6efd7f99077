"""What a clause hangs on: a predicate that says how sure it is, or somebody whose view it is.

"It is unlikely that", "I doubt", "вероятность того, что … ничтожна", "-атынына сенбейді" weigh more
than the verb of the clause that they govern. A clause that somebody fears, hopes or reckons with is
theirs, also where no statement was found. The words stand in `future.toml` of each pack.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sholu.language import Pack
from sholu.model import Span, Statement, Strength
from sholu.read.foretold.clause_words import Bounds, Sentence
from sholu.read.foretold.segments import Segment
from sholu.read.page import Line, Page, Token
from sholu.read.patterns import Match, Patterns

_BEFORE = 18
_BEHIND = 3
_ASIDE = 10
_DEGREE = 8
"""Words behind a clause among which "is slim" is sought."""
_VIEW = 25
_STOPS = frozenset(".!?…:;")


@dataclass(frozen=True, slots=True)
class Governor:
    """How sure a governing predicate is, with its words, and where the clause ends before it."""

    strength: Strength
    words: Span
    end: int | None = None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    governing: Patterns
    degrees: Patterns
    views: Patterns
    backward: Patterns


def governor_of(
    page: Page, sentence: Sentence, bounds: Bounds, statement: Statement | None
) -> Governor | None:
    """The predicate that a clause depends on, where it says how sure the clause is."""
    lexicon = _lexicon(page.pack)
    tokens, match = _beside(page, sentence, bounds, lexicon)
    if match is None and statement is not None and statement.kind == "indirect":
        cue = statement.cue
        tokens = page.tokens(cue.start, cue.end) if cue is not None else []
        match = _first(tokens, 0, len(tokens), lexicon.governing)
    if match is None:
        return None
    if match.entry == "degree":
        return _degree(page, sentence, bounds, lexicon)
    words = Span.cut(page.text, tokens[match.first].start, tokens[match.end - 1].end)
    return Governor(match.entry, words)


def _beside(
    page: Page, sentence: Sentence, bounds: Bounds, lexicon: _Lexicon
) -> tuple[list[Token], Match | None]:
    """The governing words behind a clause, or before it as printed, words of saying among them."""
    tokens = sentence.tokens
    if page.pack.order == "final":
        end = min(sentence.size, bounds.end + _BEHIND)
        return tokens, _first(tokens, bounds.end, end, lexicon.governing)
    start = tokens[bounds.first].start
    reach = max(0, start - 12 * _BEFORE)
    low = max(page.text.rfind("\n", reach, start) + 1, reach)
    before = page.tokens(low, start)[-_BEFORE:]
    for at in range(len(before)):
        match = lexicon.governing.at(before, at)
        if match is not None and _leads(sentence, before[match.end :]):
            return before, match
    return before, None


def _leads(sentence: Sentence, between: Sequence[Token]) -> bool:
    """Whether only joining words, marks and one aside stand between predicate and clause."""
    joins = sentence.words.get("complementisers", frozenset())
    left = [at for at, token in enumerate(between) if token.text != "," and token.low not in joins]
    if not left:
        return True
    first, last = left[0], left[-1]
    if len(left) > _ASIDE or last - first + 1 != len(left) or last + 1 >= len(between):
        return False
    marks = any(between[at].text[0] in _STOPS for at in left)
    return not marks and first > 0 and between[first - 1].text == between[last + 1].text == ","


def _degree(page: Page, sentence: Sentence, bounds: Bounds, lexicon: _Lexicon) -> Governor | None:
    """How likely "the chance that …" is said to be, in the sentence or right behind it."""
    tokens = sentence.tokens
    stop = min(sentence.size, bounds.end + _DEGREE)
    match = _first(tokens, bounds.first + 2, stop, lexicon.degrees)
    end = None
    if match is not None:
        end = _before_predicate(sentence, bounds.first + 1, match.first)
    else:
        start = tokens[bounds.end - 1].end
        tokens = page.tokens(start, min(len(page.text), start + 20 * _DEGREE))[:_DEGREE]
        match = _first(tokens, 0, len(tokens), lexicon.degrees)
    if match is None:
        return None
    words = Span.cut(page.text, tokens[match.first].start, tokens[match.end - 1].end)
    return Governor(match.entry, words, min(end, bounds.end) if end is not None else None)


def _before_predicate(sentence: Sentence, first: int, at: int) -> int:
    """Without the comma, the name and the verbs between a clause and what is said of it."""
    comma = sentence.comma_before(at) - 1
    if comma > first and sentence.comma(comma):
        return comma
    while at > first and sentence.is_(at - 1, "auxiliaries"):
        at -= 1
    return at


def _first(tokens: Sequence[Token], first: int, end: int, patterns: Patterns) -> Match | None:
    found = (patterns.at(tokens, at) for at in range(first, end))
    return next((match for match in found if match is not None), None)


def is_view(page: Page, line: Line, segment: Segment, bounds: Bounds) -> bool:
    """Whether a clause outside statements is told as somebody's view, not as the carrier's own.

    A word of view in its sentence shows it ("she fears", "по её оценке", "-уынша"), or a sentence
    right behind that says who told it ("Об этом сообщил X", "Бұл туралы X хабарлады").
    """
    lexicon = _lexicon(page.pack)
    tokens = segment.tokens
    first, end = max(0, bounds.first - _VIEW), min(len(tokens), bounds.end + _VIEW)
    if _first(tokens, first, end, lexicon.views) is not None:
        return True
    behind = page.tokens(tokens[-1].end, min(line.end, tokens[-1].end + 20 * _VIEW))
    return _first(behind, 0, min(2, len(behind)), lexicon.backward) is not None


@cache
def _lexicon(pack: Pack) -> _Lexicon:
    table = pack.table("future")
    governing = [
        (line, entry.get("strength", "degree"))
        for entry in table.get("governing", ())
        for line in entry["patterns"]
    ]
    degrees = [
        (line, entry["strength"])
        for entry in table.get("degrees", ())
        for line in entry["patterns"]
    ]
    endings = tuple(table.get("endings", ()))
    return _Lexicon(
        governing=Patterns(governing, endings=endings),
        degrees=Patterns(degrees, endings=endings),
        views=Patterns(((line, True) for line in table.get("views", ())), endings=endings),
        backward=Patterns(((line, True) for line in table.get("backward", ())), endings=endings),
    )
