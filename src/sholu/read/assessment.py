"""Whether the words used praise, blame or warn; never what the topic suggests.

Three things show it, in this order: words of saying that judge ("hailed", "сынады"); in a language
that chains verbs, the judging verb the words of saying run on to; and in what is said a phrase
that judges and is said *of* something ("is a historic mistake", "сенімді серіктес"), or the
speaker's own act ("we condemn"). What a word of naming carries is said of something too ("called
it irresponsible"). The words stand in `assess.toml` of each pack. A denied word shows nothing; nor
do words that show opposite things, nor the blame of others that somebody rejects.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sholu.language import Pack
from sholu.model import Assessment, Span
from sholu.read.draft import Range
from sholu.read.page import PUNCTUATION, Page, Token
from sholu.read.patterns import Match, Patterns

_FARTHEST_COPULA = 5
_CHAIN = 40
"""How many words a chain of verbs may run on behind the words of saying."""
_NEIGHBOURS = 3
_NEIGHBOURHOOD = 80
"""Characters around the words of saying within which their neighbours are sought."""
_SENTENCE_ENDS = frozenset(".!?…;:")


@dataclass(slots=True)
class _Lexicon:
    cues: Patterns
    rejections: Patterns
    naming: Patterns
    heads: Patterns
    worth: Patterns
    acts: Patterns
    copulas: frozenset[str]
    negations: frozenset[str]
    lacking: frozenset[str]
    corrections: frozenset[str]
    negative_ends: tuple[str, ...]
    behind: frozenset[str]
    chain_ends: tuple[str, ...]
    final: bool


def assess(page: Page, content: Range, cue: Range | None) -> tuple[Assessment, Span] | None:
    """The assessment that a statement's words show, with those words; null where they show none.

    Args:
        content: range of what is said, in code points of the page's text.
        cue: range of the words of saying, null where there are none.
    """
    lexicon = _lexicon(page.pack)
    named = False
    if cue is not None:
        tokens, first, end = _around(page, *cue)
        if _touching(tokens, first, end, lexicon.rejections) is not None:
            return None
        match = _touching(tokens[:end], first, end, lexicon.cues)
        if match is not None and not _denied(tokens[:end], match, lexicon):
            return _shown(page, tokens, match)
        judged = _chained(page, cue, lexicon) if match is None else None
        if judged is not None:
            return judged
        naming = _touching(tokens[:end], first, end, lexicon.naming)
        named = naming is not None
        if naming is not None and _denied(tokens[:end], naming, lexicon):
            return None
    return _of_content(page, _within(page, *content), lexicon, named)


def _around(page: Page, start: int, end: int) -> tuple[list[Token], int, int]:
    """The words of saying between a few neighbours of their line, and where they stand in them."""
    size = len(page.text)
    start, end = max(0, min(start, size)), max(0, min(end, size))
    reach, stop = max(0, start - _NEIGHBOURHOOD), min(size, end + _NEIGHBOURHOOD)
    begin = page.text.rfind("\n", reach, start) + 1
    newline = page.text.find("\n", end, stop)
    inside = page.tokens(start, end)
    before = page.tokens(max(begin, reach), start)[-_NEIGHBOURS:]
    behind = page.tokens(end, newline if newline >= 0 else stop)[: 2 * _NEIGHBOURS]
    return [*before, *inside, *behind], len(before), len(before) + len(inside)


def _touching(tokens: Sequence[Token], first: int, end: int, patterns: Patterns) -> Match | None:
    """The first match that shares a token with `tokens[first:end]`."""
    for at in patterns.beginnings(tokens[:end]):
        match = patterns.at(tokens, at)
        if match is not None and match.end > first:
            return match
    return None


def _within(page: Page, start: int, end: int) -> list[Token]:
    size = len(page.text)
    return page.tokens(max(0, min(start, size)), max(0, min(end, size)))


def _shown(page: Page, tokens: Sequence[Token], match: Match) -> tuple[Assessment, Span]:
    start, end = tokens[match.first].start, tokens[match.end - 1].end
    return match.entry, Span.cut(page.text, start, end)


def _denied(tokens: Sequence[Token], match: Match, lexicon: _Lexicon) -> bool:
    """Whether the words, or what stands right beside them, are a denial."""
    around = tokens[max(0, match.first - 3) : match.first] if not lexicon.final else ()
    if any(token.low in lexicon.negations for token in around):
        return True
    if around and around[-1].low in lexicon.lacking:
        return True
    inside = tokens[match.first : match.end + 2 if lexicon.final else match.end]
    if any(token.low in lexicon.negations for token in inside):
        return True
    ends = lexicon.negative_ends
    return bool(ends) and tokens[match.end - 1].low.endswith(ends)


def _chained(page: Page, cue: Range, lexicon: _Lexicon) -> tuple[Assessment, Span] | None:
    """The judging verb that a cue in a linking form runs on to ("… деп бағалап, … құптады")."""
    words = page.pack.spelling(page.text[cue[0] : cue[1]])
    if not lexicon.chain_ends or not words.endswith(lexicon.chain_ends):
        return None
    line = page.line_of(cue[0])
    if line is None:
        return None
    tokens = page.tokens(cue[1], min(line.end, cue[1] + 20 * _CHAIN))
    for at, token in enumerate(tokens[:_CHAIN]):
        if token.kind == PUNCTUATION and token.text[0] in _SENTENCE_ENDS:
            return None
        match = lexicon.cues.at(tokens, at)
        if match is not None and not _denied(tokens, match, lexicon):
            return _shown(page, tokens, match)
    return None


def _of_content(
    page: Page, tokens: list[Token], lexicon: _Lexicon, named: bool
) -> tuple[Assessment, Span] | None:
    """What phrases that are said of something, or acts of the speaker, show; all must agree.

    Args:
        named: words of naming carry them ("called it …").
    """
    if tokens and tokens[-1].text[0] in "?？":
        return None
    found: list[tuple[Assessment, Span]] = []
    refused = False
    for at in _beginnings(tokens, lexicon, named):
        match = lexicon.acts.at(tokens, at)
        if match is not None and _denied(tokens, match, lexicon):
            # "We welcome the one; we do not welcome the other."
            refused = True
            continue
        if match is None:
            match = _head(tokens, at, lexicon, named)
        if match is not None and not _denied(tokens, match, lexicon):
            found.append(_shown(page, tokens, match))
    if not found or refused or any(kind != found[0][0] for kind, _ in found):
        return None
    return found[0]


def _beginnings(tokens: list[Token], lexicon: _Lexicon, named: bool) -> list[int]:
    """Where an act or a judging phrase may begin, by its first word."""
    kinds = (lexicon.acts, lexicon.heads, *((lexicon.worth,) if named else ()))
    return sorted({at for patterns in kinds for at in patterns.beginnings(tokens)})


def _head(tokens: list[Token], at: int, lexicon: _Lexicon, named: bool) -> Match | None:
    """A judging phrase at a token, where it is said of something."""
    match = lexicon.heads.at(tokens, at)
    if match is None and named:
        match = lexicon.worth.at(tokens, at)
        if match is not None and tokens[match.end : match.end + 1]:
            # "Called it a historic street" only describes.
            match = match if tokens[match.end].kind == PUNCTUATION else None
    if match is None or not (named or _is_predicate(tokens, match, lexicon)):
        return None
    return match


def _is_predicate(tokens: Sequence[Token], match: Match, lexicon: _Lexicon) -> bool:
    """Whether a phrase is said of something: it closes its clause, or a copula stands before it."""
    if lexicon.final:
        rest = tokens[match.end :]
        if not rest or rest[0].low in lexicon.behind:
            return True
        return rest[0].kind == PUNCTUATION and rest[0].text[0] in '.!?,;…»”"'
    begin = max(0, match.first - _FARTHEST_COPULA)
    before = tokens[begin : match.first]
    denied = any(token.low in lexicon.negations for token in tokens[: match.first])
    if denied and any(token.low in lexicon.corrections for token in before):
        # "Not a door, but a dangerous dependency".
        return True
    if match.first == 0 or any(token.low in lexicon.copulas for token in before):
        return True
    return match.first == 1 and tokens[0].low in lexicon.behind


@cache
def _lexicon(pack: Pack) -> _Lexicon:
    table = pack.table("assess")
    words = table.get("words", {})
    return _Lexicon(
        cues=_patterns(table.get("cues", ())),
        rejections=Patterns((line, True) for line in table.get("rejections", ())),
        naming=Patterns((line, True) for line in table.get("naming", ())),
        heads=_patterns(table.get("heads", ())),
        worth=_patterns(table.get("worth", ())),
        acts=_patterns(table.get("acts", ())),
        copulas=frozenset(words.get("copulas", ())),
        negations=frozenset(words.get("negations", ())),
        lacking=frozenset(words.get("lacking", ())),
        corrections=frozenset(words.get("corrections", ())),
        negative_ends=tuple(words.get("negative_ends", ())),
        behind=frozenset(words.get("behind", ())),
        chain_ends=tuple(words.get("chain_ends", ())),
        final=pack.order == "final",
    )


def _patterns(entries: Sequence[Mapping[str, Any]]) -> Patterns:
    return Patterns((line, entry["shows"]) for entry in entries for line in entry["patterns"])
