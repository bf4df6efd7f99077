"""Clauses that say somebody did not react, declined to comment, or has not answered.

The words stand in `silence.toml` of each pack: every cue names speech or a reaction itself ("to
comment", "a request"), so that what does not respond to treatment is no silence. Who is silent is
read from the clause; where the clause names nobody, there is no silence.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sholu.language import Pack
from sholu.model import Silence, SilenceKind, Span, Statement, Voice
from sholu.read.clause_bounds import bounds_of
from sholu.read.clause_words import Bounds, Sentence
from sholu.read.future_signs import Rule, Sign, future_of
from sholu.read.page import WORD, Page, Token
from sholu.read.patterns import Patterns
from sholu.read.quiet_sources import names_of, source_ranges
from sholu.read.segments import segments

Resolve: TypeAlias = Callable[[int, int], tuple[Voice, ...]]
_RULE = Rule(strength="certain")
_LONGEST_SUBJECT = 25


@dataclass(frozen=True, slots=True)
class _Cue:
    """What words of silence mean; with `neither`, one of these words must deny the subject."""

    kind: SilenceKind
    not_after: frozenset[str]
    neither: frozenset[str]


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
    for line in page.lines:
        tokens = page.tokens(line.start, line.end)
        if not any(cues.at(tokens, at) for at in range(len(tokens))):
            continue
        names = names_of(page) if names is None else names
        here = [
            item
            for item in statements
            if item.content.start < line.end and line.start < item.content.end
        ]
        for segment in segments(page, line, here):
            if not segment.question:
                found += _in_sentence(page, segment.tokens, cues, names, resolve)
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


def _in_sentence(
    page: Page, tokens: list[Token], cues: Patterns, names: frozenset[str], resolve: Resolve
) -> Iterator[Silence]:
    signs = list(_cues(tokens, cues))
    sentence = Sentence(tokens, [sign for sign, _ in signs], future_of(page.pack))
    free = 0
    for sign, cue in signs:
        bounds = bounds_of(sentence, sign, page.pack.order)
        if bounds is None or bounds.first < free:
            continue
        item = _silence(page, sentence, bounds, sign, cue, names, resolve)
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
        yield Sign(match.first, match.end, _RULE), match.entry
        at = match.end


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
    names: frozenset[str],
    resolve: Resolve,
) -> Silence | None:
    tokens = sentence.tokens
    ranges = source_ranges(page, sentence, bounds, sign, names)
    sources = [Span.cut(page.text, tokens[a].start, tokens[b - 1].end) for a, b in ranges]
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
    )
