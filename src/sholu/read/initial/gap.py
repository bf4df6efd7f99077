"""Two sources with one verb of saying, left out with the second: "А называет X, Б – Y"."""

from dataclasses import replace

from sholu.read.draft import Draft
from sholu.read.initial.group import span
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.trim import cut

_LONGEST = 5
_NO_SOURCE = Word.PREPOSITION | Word.OPENER | Word.RELATIVE | Word.COMPLEMENTISER | Word.OBJECT
_FRAMES = frozenset(("label", "order", "infinitive", "matter"))


def gapped(scan: Scan, hit: Hit, draft: Draft) -> list[Draft]:
    """The draft alone, or cut before the second source and that source's own beside it."""
    gap = _gap(scan, hit, draft)
    if gap is None:
        return [draft]
    source, dash = gap
    first = scan.token_at(draft.content[0])
    end = next((i for i in range(dash + 1, scan.size) if scan.comma(i)), scan.size)
    comma = max(i for i in range(source[0]) if scan.comma(i))
    begin = dash + 2 if scan.is_(dash + 1, Word.COMPLEMENTISER) else dash + 1
    said, more = cut(scan, first, comma), cut(scan, begin, end)
    if said is None or more is None:
        return [draft]
    return [
        replace(draft, kind=said[0], content=said[1]),
        replace(draft, kind=more[0], content=more[1], source=span(scan, source)),
    ]


def _gap(scan: Scan, hit: Hit, draft: Draft) -> tuple[Tokens, int] | None:
    """The second source and the dash behind it."""
    if not scan.lexicon.cases or draft.parts:
        return None
    if hit.cue.form != "finite" or draft.source is None:
        return None
    dash = next((at for at in range(hit.end + 1, scan.size - 1) if scan.dash(at)), None)
    if dash is None or not (hit.cue.takes & _FRAMES or scan.is_(dash + 1, Word.COMPLEMENTISER)):
        return None
    begin = dash
    while begin > hit.end and not scan.mark(begin - 1) and dash - begin <= _LONGEST:
        begin -= 1
    if not scan.comma(begin - 1) or scan.tokens[begin - 1].start > draft.content[1]:
        return None
    if scan.is_(begin, Word.CONTRAST):
        begin += 1
    return ((begin, dash), dash) if begin < dash and _may_be_source(scan, begin) else None


def _may_be_source(scan: Scan, at: int) -> bool:
    named = scan.capital(at) or scan.is_(at, Word.ROLE | Word.PRONOUN)
    return named and not scan.is_(at, _NO_SOURCE)
