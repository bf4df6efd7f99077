"""A verb of saying behind its clause or within it: "..., X said", "as X said, ..."."""

from sholu.read.initial.around import Found, around, is_set_off
from sholu.read.initial.group import group_at
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.subject import subject_of

FREE = Word.PREPOSITION | Word.ADVERB | Word.TIME | Word.OPENER | Word.OBJECT


def aside(scan: Scan, hit: Hit) -> Found | None:
    """A clause with its cue behind it, or in the middle: "..., X said(, ...)"."""
    if scan.lexicon.inverted and scan.ends(hit.end, "infinitive") and hit.takes("infinitive"):
        return None
    set_off = scan.comma(hit.start - 1) or scan.dash(hit.start - 1)
    if set_off and (scan.lexicon.inverted or subject_of(scan, hit) is None):
        group = group_at(scan, hit.start)
        if group is not None and group.hit is hit and group.source is not None:
            return around(scan, hit, hit.start, group.end, group.source)
    source = subject_of(scan, hit)
    begin = source[0] if source is not None else hit.start
    while begin > 0 and scan.is_(begin - 1, Word.ADVERB):
        begin -= 1
    if not (scan.comma(begin - 1) or scan.dash(begin - 1)):
        return _as_aside(scan, hit, begin, source)
    if source is None or not _is_free(scan, hit):
        return None
    group = group_at(scan, begin)
    if group is None or group.hit is not hit:
        return None
    return around(scan, hit, begin, group.end, source)


def _is_free(scan: Scan, hit: Hit) -> bool:
    """Whether only adverbials or the one spoken to follow the verb, no object."""
    at = hit.end
    if scan.mark(at) or scan.is_(at, FREE) or hit.takes("hearer"):
        return True
    return scan.is_(at + 1, Word.TIME) or scan.ends(at, "adverb") or scan.ends(at, "participle")


def _as_aside(scan: Scan, hit: Hit, begin: int, source: Tokens | None) -> Found | None:
    """ "As X said, ..." and "..., as X said"."""
    if "clause" not in hit.cue.takes and "that" not in hit.cue.takes:
        return None
    if source is None or not scan.is_(begin - 1, Word.AS):
        begin = hit.start
        while begin > 0 and (scan.is_(begin - 1, Word.ADVERB) or _is_object(scan, begin - 1)):
            begin -= 1
        group = group_at(scan, hit.start) if scan.is_(begin - 1, Word.AS) else None
        source = group.source if group is not None and group.hit is hit else None
    behind = begin - 2
    while behind >= 0 and scan.lexicon.prepositional and scan.is_(behind, Word.ADVERB):
        behind -= 1
    if source is None or not (behind < 0 or is_set_off(scan, behind)):
        return None
    begin = behind + 2
    end = max(source[1], hit.end)
    closes = ")" if _in_brackets(scan, begin) else ","
    while end < scan.size and not scan.dash(end) and scan.low(end) not in (",", closes):
        end += 1
    return around(scan, hit, begin - 1, end, source)


def _in_brackets(scan: Scan, at: int) -> bool:
    """Whether a bracket opened before `at` is still open there."""
    marks = [scan.low(i) for i in range(at)]
    return marks.count("(") > marks.count(")")


def _is_object(scan: Scan, at: int) -> bool:
    """Whether a pronoun stands there for what is said ("comme l'a dit X", "como lo dijo X")."""
    if not scan.lexicon.prepositional:
        return False
    return scan.is_(at, Word.OBJECT) or scan.link(at, "objects")
