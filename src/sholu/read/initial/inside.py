"""What stands inside one pair of marks: the cue that interrupts it, and speech quoted in it."""

from collections.abc import Iterator
from itertools import chain

from sholu.read.draft import Draft, Range
from sholu.read.edges import trim
from sholu.read.initial.group import Group, cue_span, group_at, span
from sholu.read.initial.lexicon import Lexicon, Word
from sholu.read.initial.look_up import look_up, may_speak
from sholu.read.initial.reported import reported
from sholu.read.initial.scan import Hit, Scan
from sholu.read.marks import Quote
from sholu.read.page import PUNCTUATION, QUOTED, Page, Sentence, Token
from sholu.read.sentences import LONGEST_PIECE, pieces

_ENDS = frozenset(".!?…")


def interrupted(page: Page, tokens: list[Token], quote: Quote, words: Lexicon) -> Draft | None:
    """A quotation whose cue stands between its own marks: «A, — говорит X. — B»."""
    if not words.inverted or len(tokens) > 4 * LONGEST_PIECE or not may_speak(tokens, words):
        return None
    found = look_up(page.text, Sentence(quote.start, quote.end, tokens), words)
    for hit in found.hits:
        at = _before_cue(found, hit)
        if at is None:
            continue
        group = group_at(found, at + 1)
        if group is None or group.hit is not hit or group.source is None:
            continue
        if found.dash(at) or hit.tied is not None or _is_aside(found, at, group):
            return _around(page, found, group, at, quote)
    return None


def _before_cue(found: Scan, hit: Hit) -> int | None:
    """The dash, or the comma, that sets the cue off from the words before it."""
    at = hit.start - 1
    if not found.lexicon.prepositional:
        while found.is_(at, Word.ADVERB):
            at -= 1
        set_off = found.dash(at) and at >= 1 and found.tokens[at - 1].text[0] in ",.!?…"
        return at if set_off else None
    while found.is_(at, Word.OBJECT) or found.link(at, "objects"):
        at -= 1
    return at if at >= 1 and (found.dash(at) or found.comma(at)) else None


def _is_aside(found: Scan, at: int, group: Group) -> bool:
    """Whether a verb and its source stand between two commas of the first sentence."""
    if any(found.tokens[i].text[0] in _ENDS for i in range(at)):
        return False
    end = group.source[1] if group.source is not None else group.hit.end
    return found.comma(end) or end >= found.size


def _around(page: Page, found: Scan, group: Group, dash: int, quote: Quote) -> Draft | None:
    first = trim(page.text, quote.start, found.tokens[dash - 1].end)
    if first is None:
        return None
    draft = Draft(
        kind="direct",
        content=first,
        cue=cue_span(found, group.hit),
        source=span(found, group.source),
    )
    rest = _rest(page, found, group, quote)
    if rest is not None:
        draft.parts = (first, rest)
        draft.content = (first[0], rest[1])
    return draft


def _rest(page: Page, found: Scan, group: Group, quote: Quote) -> Range | None:
    """What goes on behind the group's closing mark and dash."""
    begin = max(group.hit.end, group.source[1] if group.source else 0)
    if found.lexicon.prepositional:
        return _behind_cue(page, found, begin, quote)
    for at in range(begin, min(len(found.tokens), begin + 20)):
        if found.dash(at) and found.tokens[at - 1].text[0] in ",.!?…":
            return trim(page.text, found.tokens[at].end, quote.end)
    return None


def _behind_cue(page: Page, found: Scan, begin: int, quote: Quote) -> Range | None:
    """What goes on behind the first comma, dash or full stop behind the cue."""
    for at in range(begin, min(len(found.tokens), begin + 20)):
        if found.comma(at) or found.dash(at) or found.tokens[at].text in (".", "!", "?", "…"):
            if at + 1 < len(found.tokens) and found.tokens[at + 1].text in (".", ","):
                at += 1
            return trim(page.text, found.tokens[at].end, quote.end)
    return None


def spoken(page: Page, tokens: list[Token], words: Lexicon) -> Iterator[Draft]:
    """Speech that a quotation itself reports, with its own cue and source."""
    for part in chain.from_iterable(map(pieces, _sentences(tokens))):
        if not may_speak(part, words):
            continue
        found = look_up(page.text, Sentence(part[0].start, part[-1].end, part), words)
        for draft in reported(found, set(), set()):
            if draft.source is not None and draft.cue is not None and _is_told(found, draft):
                draft.nested = True
                yield draft


def _is_told(found: Scan, draft: Draft) -> bool:
    """Whether it is quoted in its turn, or a clause behind its complementiser."""
    hit = next(hit for hit in found.hits if cue_span(found, hit) == draft.cue)
    if hit.cue.sense != "say" or hit.unreal:
        return False
    if draft.kind != "indirect":
        return True
    before_it = [at for at, token in enumerate(found.tokens) if token.end <= draft.content[0]]
    return bool(before_it) and found.is_(before_it[-1], Word.COMPLEMENTISER)


def _sentences(tokens: list[Token]) -> Iterator[list[Token]]:
    begin = 0
    for at in range(len(tokens) - 1):
        token, following = tokens[at], tokens[at + 1]
        ends = token.kind == PUNCTUATION and token.text[0] in _ENDS
        opens = following.kind == QUOTED or following.text[0].isupper()
        if ends and opens and following.start > token.end:
            yield tokens[begin : at + 1]
            begin = at + 1
    if begin < len(tokens):
        yield tokens[begin:]
