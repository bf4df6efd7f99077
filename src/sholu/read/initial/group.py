"""A cue with its source: "Jane Roe, the mayor, said on Friday", "сказал X", "according to X"."""

from dataclasses import dataclass

from sholu.read.draft import Range
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import behind_adverbial, noun_at
from sholu.read.initial.place import document, house
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.subject import is_instrument, subject_of
from sholu.read.initial.title import is_nickname

_FARTHEST = 26
_LEADS = Word.ADVERB | Word.AUXILIARY | Word.AS


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
    source = noun_at(scan, at)
    return Group(hit, source, _group_end(scan, hit.end)) if source is not None else None


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
        source = noun_at(scan, at, bare=bare)
    source = source or house(scan, hit)
    if source is None and hit.cue.form == "impersonal":
        source = document(scan, hit)
    while source is None and at < scan.size and at - hit.end < 16:
        further = behind_adverbial(scan, at)
        if further == at and (_may_skip(scan, at) or _is_stray(scan, at, hit)):
            further = at + 1
        if further == at:
            break
        at = further
        source = noun_at(scan, at) if _may_begin(scan, at) else None
    if source is None and hit.cue.form != "finite":
        return None
    if source is not None and hit.cue.sense == "judge" and scan.ends(source[1] - 1, "label"):
        return None
    end = source[1] if source else hit.end
    return Group(hit, source, _group_end(scan, end))


def _is_stray(scan: Scan, at: int, hit: Hit) -> bool:
    """Whether a comma parts a source from what stands before it ("a dit hier, le maire")."""
    if not (scan.lexicon.prepositional and scan.comma(at) and at > hit.end):
        return False
    known = Word.ROLE | Word.TITLE
    return scan.is_(at + 1, Word.DETERMINER) and scan.is_(at + 2, known)


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
    source = subject_of(scan, hit)
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
