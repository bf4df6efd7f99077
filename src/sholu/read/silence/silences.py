"""Clauses that say somebody did not react, declined to comment, or has not answered.

The words stand in `silence.toml` of each pack: every cue names speech or a reaction itself ("to
comment", "a request"), so that what does not respond to treatment is no silence. Who is silent is
read from the clause; where the clause names nobody, there is no silence.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sholu.language import Pack
from sholu.model import Silence, SilenceKind, Span, Statement, Voice
from sholu.read.foretold.clause_bounds import bounds_of
from sholu.read.foretold.clause_words import Bounds, Sentence
from sholu.read.foretold.future_signs import Rule, Sign, future_of
from sholu.read.foretold.segments import Segment, segments
from sholu.read.page import WORD, Page, Token
from sholu.read.patterns import Match, Patterns
from sholu.read.silence.quiet_sources import Where, antecedent_of, names_of, source_ranges

Resolve: TypeAlias = Callable[[int, int], tuple[Voice, ...]]
_RULE = Rule(strength="certain")
_LONGEST_SUBJECT = 25
_BEHIND = 2
_LATER = 14
"""Words among which a cue that is finished later must be finished."""
_STOPS = frozenset(";:.!?")
_SENTENCE_ENDS = frozenset(".!?…\n")


@dataclass(frozen=True, slots=True)
class _Cue:
    """What words of silence mean.

    Attributes:
        neither: words of which one must deny the subject before them.
        later: words that must follow in the clause, with which the cue ends.
        where: where who is silent stands: "beside" the cue, right before it; "inside" it, behind
            its second word or between its ends; before or behind it where nothing is said.
    """

    kind: SilenceKind
    not_after: frozenset[str]
    neither: frozenset[str]
    later: Patterns | None = None
    where: Where = ""


def find_silences(
    page: Page, statements: Sequence[Statement], *, resolve: Resolve
) -> tuple[Silence, ...]:
    """Every stated silence of the page, in the order of the text.

    Args:
        statements: those of the document; a silence told in one is found like any other.
        resolve: the voices of a range of the text, called once for each source phrase.
    """
    cues = _cue_patterns(page.pack)
    found: list[Silence] = []
    names: frozenset[str] | None = None
    # No statement leaves its line.
    ordered = sorted(statements, key=lambda item: item.content.start)
    starts = [item.content.start for item in ordered]
    for line in page.lines:
        tokens = page.tokens(line.start, line.end)
        if not any(cues.at(tokens, at) for at in cues.beginnings(tokens)):
            continue
        names = names_of(page) if names is None else names
        here = ordered[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        for segment in segments(page, line, here):
            if segment.question:
                continue
            for item in _in_sentence(page, segment.tokens, cues, names, resolve, here):
                if not _repeats(item, found, segment):
                    found.append(item)
    return tuple(
        Silence(
            id=f"n{number}",
            content=item.content,
            voices=item.voices,
            kind=item.kind,
            sources=item.sources,
            cue=item.cue,
        )
        for number, item in enumerate(found, start=1)
    )


def _repeats(item: Silence, found: Sequence[Silence], segment: Segment) -> bool:
    """Whether quoted words only say again that somebody is silent who was just said to be."""
    statement = segment.statement
    if statement is None or statement.kind != "direct" or not found:
        return False
    return set(item.voices) <= set(found[-1].voices)


def _in_sentence(
    page: Page,
    tokens: list[Token],
    cues: Patterns,
    names: frozenset[str],
    resolve: Resolve,
    statements: Sequence[Statement],
) -> Iterator[Silence]:
    signs = list(_cues(tokens, cues))
    sentence = Sentence(tokens, [sign for sign, _ in signs], future_of(page.pack))
    free = 0
    for sign, cue in signs:
        if _is_over(page, tokens, sign):
            continue
        bounds = bounds_of(sentence, sign, page.pack.order)
        if bounds is None or bounds.first < free:
            continue
        ranges = source_ranges(page, sentence, bounds, sign, names, cue.where)
        sources = [Span.cut(page.text, tokens[a].start, tokens[b - 1].end) for a, b in ranges]
        if len(ranges) == 1 and (named := antecedent_of(page, sentence, ranges[0])):
            sources = [named]
        if not sources:
            sources = _speaker_before(page, tokens[0].start, statements)
        item = _silence(page, sentence, bounds, sign, cue, sources, resolve)
        if item is not None:
            free = bounds.end
            yield item


def _cues(tokens: list[Token], cues: Patterns) -> Iterator[tuple[Sign, _Cue]]:
    at = 0
    while at < len(tokens):
        matches = cues.longest_first(tokens, at) if tokens[at].kind == WORD else []
        match = next((m for m in matches if _has_neighbours(tokens, at, m.entry)), None)
        if match is None:
            at += 1
            continue
        end = _end_of(tokens, match)
        if end is not None:
            yield Sign(match.first, end, _RULE), match.entry
        at = end or match.end


def _end_of(tokens: list[Token], match: Match) -> int | None:
    """Where a cue ends that is finished later in its clause; null where it is not finished."""
    later: Patterns | None = match.entry.later
    if later is None:
        return match.end
    for at in range(match.end, min(len(tokens), match.end + _LATER)):
        if tokens[at].text[0] in _STOPS:
            return None
        found = later.at(tokens, at)
        if found is not None:
            return found.end
    return None


def _is_over(page: Page, tokens: list[Token], sign: Sign) -> bool:
    """Whether a word behind the cue says that the silence has ended ("until", "… келген еді")."""
    ended = page.pack.table("silence").get("words", {}).get("ended", ())
    return any(token.low in ended for token in tokens[sign.end : sign.end + _BEHIND])


def _speaker_before(page: Page, start: int, statements: Sequence[Statement]) -> list[Span]:
    """Whose words the sentence has told before the clause, where the clause names nobody."""
    for statement in reversed(statements):
        cue = statement.cue
        if cue is None or cue.end > start or statement.source is None:
            continue
        between = page.text[cue.end : start]
        return [statement.source] if not set(between) & _SENTENCE_ENDS else []
    return []


def _has_neighbours(tokens: list[Token], at: int, cue: _Cue) -> bool:
    """Whether what stands before a cue lets it be one."""
    if at and tokens[at - 1].low in cue.not_after:
        return False
    before = tokens[max(0, at - _LONGEST_SUBJECT) : at]
    return not cue.neither or any(token.low in cue.neither for token in before)


def _silence(
    page: Page,
    sentence: Sentence,
    bounds: Bounds,
    sign: Sign,
    cue: _Cue,
    sources: Sequence[Span],
    resolve: Resolve,
) -> Silence | None:
    tokens = sentence.tokens
    voices: list[Voice] = []
    for source in sources:
        voices += [voice for voice in resolve(source.start, source.end) if voice not in voices]
    if not voices:
        return None
    return Silence(
        id="",
        content=Span.cut(page.text, tokens[bounds.first].start, tokens[bounds.end - 1].end),
        voices=tuple(voices),
        kind=cue.kind,
        sources=tuple(sources),
        cue=Span.cut(page.text, tokens[sign.first].start, tokens[sign.end - 1].end),
    )


@cache
def _cue_patterns(pack: Pack) -> Patterns:
    table = pack.table("silence")
    neither = table.get("words", {}).get("neither", ())
    return Patterns(
        (line, _cue(entry, neither))
        for entry in table.get("cues", ())
        for line in entry["patterns"]
    )


def _cue(entry: Mapping[str, Any], neither: Sequence[str]) -> _Cue:
    return _Cue(
        entry["kind"],
        frozenset(entry.get("not_after", ())),
        frozenset(neither if entry.get("neither") else ()),
        Patterns((line, True) for line in entry["later"]) if "later" in entry else None,
        entry.get("where", ""),
    )
