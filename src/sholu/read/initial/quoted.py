"""Quotations in marks with the cue behind them: `"Q," X said`, `«Q», — сказал X`."""

from dataclasses import dataclass

from sholu.read.draft import Draft, Range
from sholu.read.edges import inside
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import after, behind_adverbial
from sholu.read.initial.place import document, house
from sholu.read.initial.scan import Hit, Scan, dateline
from sholu.read.initial.subject import before, is_instrument
from sholu.read.initial.title import is_nickname, is_title
from sholu.read.initial.trim import cut

_FARTHEST = 26


@dataclass(slots=True)
class Group:
    """A cue with its source, as tokens: "Jane Roe, the mayor, said on Friday".

    Attributes:
        source: None where the sentence prints none.
        end: the token behind the group.
    """

    hit: Hit
    source: tuple[int, int] | None
    end: int


def span(scan: Scan, tokens: tuple[int, int] | None) -> Range | None:
    """The range of text of a range of tokens."""
    if tokens is None:
        return None
    return scan.tokens[tokens[0]].start, scan.tokens[tokens[1] - 1].end


def cue_span(scan: Scan, hit: Hit) -> Range:
    """The range of the words of saying."""
    return scan.tokens[hit.start].start, scan.tokens[hit.end - 1].end


def group_at(scan: Scan, at: int) -> Group | None:
    """The cue group that begins at `at`: "said X", "X said", "according to X"."""
    if at >= scan.size:
        return None
    for hit in scan.hits:
        if hit.at < at:
            continue
        between = range(at, hit.at)
        if hit.at > at + _FARTHEST or any(
            scan.quoted(i) and not is_nickname(scan, i) for i in between
        ):
            return None
        if hit.cue.form in ("infinitive", "participle") or (hit.passive and len(hit.cue.words) < 2):
            continue
        if _leads(scan, at, hit):
            group = _inverted(scan, hit)
        else:
            group = _straight(scan, at, hit) or _far(scan, at, hit)
        if group is not None:
            return group
    return None


def _far(scan: Scan, at: int, hit: Hit) -> Group | None:
    """Behind a quotation that ends in a comma, with more than one aside before the verb."""
    if hit.cue.form != "finite" or hit.negated:
        return None
    if not (scan.comma(hit.start - 1) or scan.low(hit.start - 1) == ")"):
        return None
    behind = at - 1
    while behind > 0 and (scan.comma(behind) or scan.dash(behind)):
        behind -= 1
    quote = scan.tokens[behind].quote if at else None
    if at and (quote is None or scan.text[quote.end - 1 : quote.end] not in (",", "?", "!")):
        return None
    source = after(scan, at)
    return Group(hit, source, _group_end(scan, hit.end)) if source is not None else None


_LEADS = Word.ADVERB | Word.AUXILIARY | Word.AS


def _leads(scan: Scan, at: int, hit: Hit) -> bool:
    leads = _LEADS | Word.OBJECT | Word.NEGATION if scan.lexicon.prepositional else _LEADS
    return all(
        scan.is_(i, leads) or i == hit.tied or scan.link(i, "objects") for i in range(at, hit.at)
    )


def _inverted(scan: Scan, hit: Hit) -> Group | None:
    at = hit.end
    if hit.tied is not None:
        end = max(hit.end, hit.tied + 1)
        return Group(hit, (hit.tied, hit.tied + 1), _group_end(scan, end))
    bare = scan.comma(hit.start - 1) and scan.is_(hit.start - 2, Word.AUXILIARY)
    bare = bare or (scan.lexicon.prepositional and scan.is_(0, Word.AS))
    if scan.quoted(at) and scan.lexicon.cases and scan.is_(at + 1, Word.ROLE | Word.TITLE):
        at += 1
    source = house(scan, hit) if scan.quoted(at) else None
    if source is None and not is_instrument(scan, at):
        source = after(scan, at, bare=bare)
    source = source or house(scan, hit)
    if source is None and hit.cue.form == "impersonal":
        source = document(scan, hit)
    while source is None and at < scan.size and at - hit.end < 16:
        further = behind_adverbial(scan, at)
        if further == at and _may_skip(scan, at):
            further = at + 1
        if further == at:
            break
        at = further
        source = after(scan, at) if _may_begin(scan, at) else None
    if source is None and hit.cue.form != "finite":
        return None
    if source is not None and hit.cue.sense == "judge" and scan.ends(source[1] - 1, "label"):
        return None
    end = source[1] if source else hit.end
    return Group(hit, source, _group_end(scan, end))


def _may_begin(scan: Scan, at: int) -> bool:
    """Whether a source may begin here: not behind a preposition, nor the hearer's own name."""
    if scan.is_(at - 1, Word.PREPOSITION) or at >= scan.size:
        return False
    named = scan.capital(at) or scan.is_(at, Word.PRONOUN | Word.ROLE | Word.TITLE)
    if scan.is_(at - 2, Word.PREPOSITION) and not scan.is_(at - 1, Word.TIME) and not named:
        return False
    foreign = scan.tokens[at].text.isascii() and scan.lexicon.cases
    return not foreign or not (
        scan.is_(at - 1, Word.HEARER)
        or (scan.capital(at - 1) and scan.tokens[at - 1].text.isascii())
    )


def _may_skip(scan: Scan, at: int) -> bool:
    """Words between the verb and the source behind it: "said on Friday X", "сказала мне X"."""
    if scan.is_(at, Word.ADVERB | Word.TIME | Word.OBJECT | Word.HEARER):
        return True
    if not scan.lexicon.cases or scan.mark(at):
        return False
    if is_instrument(scan, at):
        return True
    if scan.capital(at) and scan.tokens[at].text.isascii():
        return scan.is_(at - 1, Word.HEARER) or scan.tokens[at - 1].text.isascii()
    return scan.is_(at, Word.PLACE) or scan.is_(at - 1, Word.PLACE)


def _straight(scan: Scan, at: int, hit: Hit) -> Group | None:
    if hit.cue.form not in ("finite", "impersonal"):
        return None
    source = before(scan, hit)
    if source is None or source[0] < at or not _only_small(scan, at, source[0]):
        return None
    return Group(hit, source, _group_end(scan, hit.end))


def _only_small(scan: Scan, start: int, end: int) -> bool:
    return all(scan.is_(i, Word.ADVERB | Word.TIME | Word.AS) for i in range(start, end))


def _group_end(scan: Scan, at: int) -> int:
    """Behind the adverbials of a group: up to a comma, a colon, a dash or a quotation."""
    begin = at
    while at < scan.size and at - begin < _FARTHEST:
        if scan.comma(at) or scan.dash(at) or scan.quoted(at) or scan.tokens[at].text in ":;":
            break
        at += 1
    return at


def quoted(scan: Scan) -> tuple[list[Draft], set[int], set[int]]:
    """Quotations with the cue behind them.

    Returns:
        the drafts; positions of the cues used; tokens that are quotations used.
    """
    drafts: list[Draft] = []
    cues: set[int] = set()
    used: set[int] = set()
    at = 0
    for at, token in enumerate(scan.tokens):
        if token.quote is None or at in used or is_title(scan, at):
            continue
        behind = at + 1
        while scan.comma(behind) or scan.dash(behind):
            behind += 1
        group = group_at(scan, behind)
        if group is None or group.hit.at in cues:
            continue
        draft = _draft(scan, at, group, used)
        if draft is not None:
            drafts.append(draft)
            cues.add(group.hit.at)
            used.add(at)
    return drafts, cues, used


def _draft(scan: Scan, at: int, group: Group, used: set[int]) -> Draft | None:
    begin = _clause_start(scan, at, used, group.hit.cue.form == "phrase")
    if begin < at and not _ends_clause(scan, at):
        return None
    first = cut(scan, begin, at + 1)
    if first is None:
        return None
    kind, content = first
    draft = Draft(
        kind=kind,
        content=content,
        cue=cue_span(scan, group.hit),
        source=span(scan, group.source),
    )
    used.update(i for i in range(begin, at + 1) if scan.quoted(i))
    _carry_on(scan, draft, group, used)
    return draft


def _ends_clause(scan: Scan, at: int) -> bool:
    """Whether a comma ends the quotation, so that what stands before it belongs to it."""
    quote = scan.tokens[at].quote
    if quote is None or quote.end <= quote.start:
        return False
    return scan.comma(at + 1) or scan.dash(at + 1) or scan.text[quote.end - 1] in ",?!"


def _clause_start(scan: Scan, at: int, used: set[int], phrase: bool) -> int:
    """Where the clause begins that ends with the quotation at `at`."""
    if scan.comma(at - 1) and begins_low(scan, at) and not used and at < _FARTHEST:
        return dateline(scan)
    if not used and not phrase and _is_told_by_another(scan, at):
        return dateline(scan)
    if at == 0 or scan.comma(at - 1) or scan.tokens[at - 1].text in ":" or scan.dash(at - 1):
        return at
    if not phrase and any(hit.end == at for hit in scan.hits):
        return at
    begin = at
    while begin > 0 and begin - 1 not in used and at - begin < 60:
        if scan.low(begin - 1) == "(" and not any(scan.low(i) == ")" for i in range(begin, at)):
            break
        begin -= 1
    return begin


def _is_told_by_another(scan: Scan, at: int) -> bool:
    """Whether a cue and its source lead to the quotation already ("Он сказал: «Да», – пишет X")."""
    if not scan.lexicon.inverted or at < 3 or scan.low(at - 1) != ":":
        return False
    if any(scan.quoted(i) for i in range(at)):
        return False
    return any(
        hit.end == at - 1 and hit.cue.form == "finite" and before(scan, hit) is not None
        for hit in scan.hits
    )


def begins_low(scan: Scan, at: int) -> bool:
    """Whether a quotation begins in small letters and so goes on the clause before it."""
    quote = scan.tokens[at].quote
    return quote is not None and scan.text[quote.start : quote.start + 1].islower()


def _carry_on(scan: Scan, draft: Draft, group: Group, used: set[int]) -> None:
    """Take in what goes on behind the cue: `"A," X said, "B."`."""
    at = _next_quote(scan, group)
    if at is None or at in used:
        return
    quote = scan.tokens[at].quote
    more = inside(scan.text, quote) if quote is not None else None
    if more is None or group_at(scan, at + 1) is not None:
        return
    join(draft, more)
    used.add(at)


def _next_quote(scan: Scan, group: Group) -> int | None:
    """The quotation behind the group, an aside between two commas left out."""
    begin = group.end
    if not (scan.comma(begin) or scan.dash(begin)):
        return None
    for at in range(begin + 1, min(scan.size, begin + _FARTHEST)):
        if scan.quoted(at):
            return at if scan.comma(at - 1) or scan.dash(at - 1) else None
        if scan.tokens[at].text == ":" or scan.cue(at):
            return None
    return None


def join(draft: Draft, more: Range) -> None:
    """Add a piece to a draft: its content becomes the hull."""
    draft.parts = (*(draft.parts or (draft.content,)), more)
    draft.content = (draft.content[0], more[1])
