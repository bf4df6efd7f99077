"""Phrases that name a source ("according to X", "по его словам"), documents behind a clause."""

from sholu.read.initial.around import Found, around, is_set_off, is_too_short
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, noun_at
from sholu.read.initial.scan import Hit, Scan


def phrase(scan: Scan, hit: Hit) -> Found | None:
    """What is said "according to X", before the phrase, behind it or around it."""
    if hit.cue.form == "whose":
        return _whose(scan, hit)
    opens = hit.at == 0 or is_too_short(scan, hit.at)
    set_off = opens or is_set_off(scan, hit.at - 1)
    if scan.lexicon.cases and not set_off:
        return None
    source = noun_at(scan, hit.end, phrase=True, bare=opens)
    if source is None or not (
        scan.lexicon.cases or hit.end - hit.at > 1 or _is_named(scan, source)
    ):
        return None
    if scan.lexicon.prepositional and not _may_be_asked(scan, source, set_off):
        return None
    end = _behind_clause(scan, _phrase_end(scan, source[1]))
    return around(scan, hit, hit.at, end, source)


def written(scan: Scan, hit: Hit, source: Tokens | None) -> Found | None:
    """A clause with the document it is read in behind it ("..., говорится в заявлении")."""
    if source is None or source[0] < hit.end:
        return None
    return around(scan, hit, hit.start, source[1], source)


def _may_be_asked(scan: Scan, source: Tokens, set_off: bool) -> bool:
    """Whether the noun behind "selon", "según" can speak, not a rule or a case ("selon la loi")."""
    head = source[0]
    while head < source[1] - 1 and scan.is_(head, Word.DETERMINER | Word.QUANTIFIER):
        head += 1
    if any(scan.link(at, "rules") for at in range(head, min(source[1], head + 2))):
        return False
    known = Word.ROLE | Word.DOCUMENT | Word.PRONOUN | Word.HEARER | Word.TITLE
    named = scan.capital(head) or any(scan.is_(at, known) for at in range(*source))
    return named or set_off


def _is_named(scan: Scan, source: Tokens) -> bool:
    known = Word.DETERMINER | Word.PRONOUN | Word.HEARER
    if scan.lexicon.inverted:
        known |= Word.ROLE | Word.DOCUMENT
    return scan.capital(source[0]) or scan.is_(source[0], known)


def _behind_clause(scan: Scan, comma: int) -> int:
    """Behind what is told of the source between two commas ("источника, знакомого с делом,")."""
    if not scan.comma(comma) or comma + 1 >= scan.size:
        return comma
    told = scan.is_(comma + 1, Word.RELATIVE)
    if scan.lexicon.inverted and not scan.words[comma + 1] and len(scan.low(comma + 1)) > 5:
        told = told or scan.ends(comma + 1, "told")
    if not told:
        return comma
    return next((at for at in range(comma + 2, scan.size) if scan.comma(at)), comma)


def _phrase_end(scan: Scan, at: int) -> int:
    begin = at
    while at < scan.size and at - begin < 20 and not scan.comma(at) and not scan.dash(at):
        at += 1
    return at if scan.comma(at) or scan.dash(at) else begin


def _whose(scan: Scan, hit: Hit) -> Found | None:
    """ "По его словам, ...", "In his view, ..."."""
    at = hit.at
    if hit.end - at > 1:
        if at and not is_set_off(scan, at - 1) and not is_too_short(scan, at):
            return None
        return around(scan, hit, at, hit.end, (at + 1, at + 2))
    own = 1 if scan.link(at - 1, "own") else 0
    whose = at - 1 - own
    if whose < 1 or not scan.is_(whose, Word.POSSESSIVE) or not scan.link(whose - 1, "whose"):
        return None
    hit.start = whose - 1
    return around(scan, hit, whose - 1, hit.end, (whose, whose + 1))
