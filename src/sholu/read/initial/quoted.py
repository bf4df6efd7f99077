"""Quotations in marks with the cue behind them: `"Q," X said`, `«Q», — сказал X`."""

from sholu.read.draft import Draft, Range
from sholu.read.edges import inside
from sholu.read.initial.group import Group, cue_span, group_at, span
from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Scan, dateline
from sholu.read.initial.subject import subject_of
from sholu.read.initial.title import is_title
from sholu.read.initial.trim import cut

_FARTHEST = 26
_FRAGMENT = 3


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
        if group is None or group.hit.at in cues or _says_more(scan, at, group):
            continue
        draft = _draft(scan, at, group, used)
        if draft is not None:
            drafts.append(draft)
            cues.add(group.hit.at)
            used.add(at)
    return drafts, cues, used


def _says_more(scan: Scan, at: int, group: Group) -> bool:
    """Whether the verb leads to something else than the fragment in marks before it.

    "After the «shutdown», the palace said on Friday that …", "«Stunned», she spoke of «a crisis»".
    """
    if not scan.lexicon.prepositional or len(scan.in_marks(at).split()) > _FRAGMENT:
        return False
    if scan.quoted(group.end) and group.end == group.hit.end:
        return True
    return any(scan.is_(i, Word.COMPLEMENTISER) for i in range(group.hit.end, group.end))


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
        hit.end == at - 1 and hit.cue.form == "finite" and subject_of(scan, hit) is not None
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
    if quote is not None and draft.kind == "mixed":
        more = quote.outer_start, quote.outer_end
    if more is None or group_at(scan, at + 1) is not None:
        return
    join(draft, more)
    used.add(at)


def _next_quote(scan: Scan, group: Group) -> int | None:
    """The quotation behind the group, an aside between two commas left out."""
    begin = group.end
    if not (scan.comma(begin) or scan.dash(begin)):
        return None
    if any(group.hit.end <= hit.at < begin for hit in scan.hits):
        # "A," X sang before asking, "B": the second is not sung.
        return None
    if scan.is_(begin + 1, Word.COORDINATOR | Word.CONTRAST) and scan.quoted(begin + 2):
        return begin + 2
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
