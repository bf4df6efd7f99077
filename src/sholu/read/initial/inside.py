"""What stands inside one pair of marks: the cue that interrupts it, and speech quoted in it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from sholu.read.draft import Draft, Range
from sholu.read.edges import trim
from sholu.read.initial.lexicon import Lexicon, Word
from sholu.read.initial.look_up import look_up, may_speak
from sholu.read.initial.quoted import Group, cue_span, group_at, span
from sholu.read.initial.reported import reported
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.subject import main_subject
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


def signature(found: Scan) -> Draft | None:
    """A quotation signed behind a dash: `"Q" — Jane Roe`."""
    size = found.size
    dash = 2 if found.low(1) == "." else 1
    if size < 3 or not found.quoted(0) or not found.dash(dash) or size > 11:
        return None
    begin = dash + 1
    if not all(_in_name(found, at) for at in range(begin, size)) or not found.capital(begin):
        return None
    quote = found.tokens[0].quote
    content = trim(found.text, quote.start, quote.end) if quote is not None else None
    if content is None:
        return None
    return Draft(kind="direct", content=content, source=span(found, (begin, size)))


def _in_name(found: Scan, at: int) -> bool:
    return found.capital(at) or found.tokens[at].text in ".,'’-()" or found.is_(at, Word.OF)


def named(found: Scan) -> Draft | None:
    """A name and a colon before a quotation: `Jane Roe: "Q"`."""
    size = found.size
    at = next((i for i in range(min(size, 8)) if found.tokens[i].text == ":"), 0)
    if not at or at + 1 >= size or not found.capital(0):
        return None
    if not all(_in_name(found, i) for i in range(at)) or any(h.at < at for h in found.hits):
        return None
    quote = found.tokens[at + 1].quote
    if quote is None or size != at + 2:
        return None
    content = trim(found.text, quote.start, quote.end)
    if content is None:
        return None
    return Draft(kind="direct", content=content, source=span(found, (0, at)))


def introduced(found: Scan) -> Draft | None:
    """A sentence quoted behind a colon without a verb of saying ("Roe's answer was short: ...")."""
    at = found.size - 1
    if at < 2 or not found.quoted(at) or found.tokens[at - 1].text != ":":
        return None
    quote = found.tokens[at].quote
    content = trim(found.text, quote.start, quote.end) if quote is not None else None
    if content is None or not found.text[content[0]].isupper():
        return None
    if found.text.count(" ", *content) < 3:
        return None
    source = main_subject(found)
    named = source is not None and found.capital(source[0]) and source[0] > 0
    if source is None or not (named or _speaks(found, source)):
        source = _pronoun(found, at - 1)
    if source is None:
        return None
    return Draft(kind="direct", content=content, source=span(found, source))


def _pronoun(found: Scan, colon: int) -> tuple[int, int] | None:
    """The pronoun that is the subject of the clause before a colon, behind its object."""
    if not found.lexicon.inverted:
        return None
    for at in range(colon - 1, 0, -1):
        if found.comma(at) or found.quoted(at):
            return None
        if found.is_(at, Word.PRONOUN) and not found.is_(at, Word.DETERMINER | Word.OPENER):
            return at, at + 1
    return None


def _speaks(found: Scan, source: tuple[int, int]) -> bool:
    """Whether a name, a pronoun or a role stands there."""
    if any(found.is_(at, Word.ROLE | Word.TITLE) for at in range(*source)):
        return True
    if found.is_(source[0], Word.PRONOUN) and source[1] == source[0] + 1:
        return True
    return all(found.capital(at) for at in range(*source)) and source[1] - source[0] > 1


def transcript(page: Page, tokens: Sequence[Token], end: int) -> Draft | None:
    """A line of a transcript: the speaker in capitals, a colon, the words spoken."""
    at = next((i for i, token in enumerate(tokens[:6]) if token.text == ":"), 0)
    if not at or at + 2 >= len(tokens):
        return None
    if not all(token.text.isupper() or token.text in ".-'’" for token in tokens[:at]):
        return None
    if sum(len(token.text) for token in tokens[:at]) < 3:
        return None
    content = trim(page.text, tokens[at].end, end)
    if content is None:
        return None
    return Draft(kind="indirect", content=content, source=(tokens[0].start, tokens[at - 1].end))
