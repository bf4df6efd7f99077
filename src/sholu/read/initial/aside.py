"""Statements whose cue stands behind or within the clause ("..., X said", "according to X")."""

from sholu.read.draft import Draft, Range
from sholu.read.initial.group import cue_span, group_at, span
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, noun_at
from sholu.read.initial.scan import Hit, Scan, dateline
from sholu.read.initial.subject import subject_of
from sholu.read.initial.trim import cut
from sholu.read.initial.verb import is_verb

Found = tuple[Draft, Tokens | None]


def aside(scan: Scan, hit: Hit) -> Found | None:
    """A clause with its cue behind it, or in the middle: "..., X said(, ...)"."""
    if scan.lexicon.inverted and scan.ends(hit.end, "infinitive") and hit.takes("infinitive"):
        return None
    set_off = scan.comma(hit.start - 1) or scan.dash(hit.start - 1)
    if set_off and (scan.lexicon.inverted or subject_of(scan, hit) is None):
        group = group_at(scan, hit.start)
        if group is not None and group.hit is hit and group.source is not None:
            return _around(scan, hit, hit.start, group.end, group.source)
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
    return _around(scan, hit, begin, group.end, source)


FREE = Word.PREPOSITION | Word.ADVERB | Word.TIME | Word.OPENER | Word.OBJECT


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
    if source is None or not (behind < 0 or _is_set_off(scan, behind)):
        return None
    begin = behind + 2
    end = max(source[1], hit.end)
    closes = ")" if _in_brackets(scan, begin) else ","
    while end < scan.size and not scan.dash(end) and scan.low(end) not in (",", closes):
        end += 1
    return _around(scan, hit, begin - 1, end, source)


def _in_brackets(scan: Scan, at: int) -> bool:
    """Whether a bracket opened before `at` is still open there."""
    marks = [scan.low(i) for i in range(at)]
    return marks.count("(") > marks.count(")")


def _is_object(scan: Scan, at: int) -> bool:
    """Whether a pronoun stands there for what is said ("comme l'a dit X", "como lo dijo X")."""
    if not scan.lexicon.prepositional:
        return False
    return scan.is_(at, Word.OBJECT) or scan.link(at, "objects")


def _is_set_off(scan: Scan, at: int) -> bool:
    return scan.comma(at) or scan.dash(at) or scan.is_(at, Word.COORDINATOR)


def _around(scan: Scan, hit: Hit, begin: int, end: int, source: tuple[int, int]) -> Found | None:
    """What stands around a group of tokens that names the source."""
    set_apart = begin > 0 and scan.tokens[begin - 1].text in ":;"
    edge = _behind_about(scan, _left_edge(scan, begin, end))
    left = cut(scan, edge, begin) if begin > 0 and not set_apart else None
    goes_on = end < scan.size and scan.low(end) != ")"
    right = cut(scan, end, _right_edge(scan, end)) if goes_on else None
    if left is not None and right is not None:
        if _too_short(scan, begin) or _opens_clause(scan, begin):
            left = None
        elif not _goes_on(scan, (edge, begin), end, _is_bare(hit, source, begin, end)):
            right = None
    if right is None and hit.cue.form == "finite" and not _may_be_clause(scan, begin):
        return None
    if left is None and right is None:
        return None
    kinds = {said[0] for said in (left, right) if said is not None}
    pieces: list[Range] = [said[1] for said in (left, right) if said is not None]
    kind = "indirect" if kinds == {"indirect"} else "direct" if kinds == {"direct"} else "mixed"
    if kind == "mixed":
        pieces = [_with_marks(scan, piece) for piece in pieces]
    draft = Draft(
        kind=kind,  # type: ignore[arg-type]
        content=(pieces[0][0], pieces[-1][1]),
        cue=cue_span(scan, hit),
        source=span(scan, source),
        parts=tuple(pieces) if len(pieces) > 1 else (),
    )
    return draft, source


def _with_marks(scan: Scan, piece: Range) -> Range:
    """A piece with the marks around it, where it is a quotation beside words without marks."""
    for token in scan.tokens:
        quote = token.quote
        if quote is not None and quote.start <= piece[0] and piece[1] <= quote.end:
            return quote.outer_start, quote.outer_end
    return piece


_OPENS_ADVERBIAL = Word.TO | Word.PREPOSITION | Word.SUBORDINATOR | Word.ADVERB


def _may_be_clause(scan: Scan, end: int) -> bool:
    """Whether a clause stands before the group, not an adverbial ("at the debate, X cited")."""
    if any(is_verb(scan, at) or scan.quoted(at) for at in range(end)):
        return True
    first = dateline(scan)
    if scan.is_(first, _OPENS_ADVERBIAL):
        # "Under the rules, the first vote ...": the clause stands behind the adverbial.
        first = next((at for at in range(first, end - 1) if scan.comma(at)), end)
    return end - first > 4


_GOES_ON = Word.COORDINATOR | Word.CONTRAST | Word.OPENER | Word.SUBORDINATOR


def _is_bare(hit: Hit, source: Tokens, begin: int, end: int) -> bool:
    """Whether the group is nothing but the source and its verb (", she said, and ...")."""
    return (
        hit.cue.sense == "say"
        and hit.cue.form == "finite"
        and end - begin == source[1] - source[0] + hit.end - hit.start
    )


def _goes_on(scan: Scan, left: Tokens, end: int, bare: bool) -> bool:
    """Whether the clause before a group needs what stands behind it ("The deal, X said, is")."""
    at = end
    while scan.comma(at) or scan.dash(at):
        at += 1
    if scan.quoted(at) or scan.is_(at, Word.AUXILIARY) or _resumes(scan, at):
        return True
    if scan.comma(left[1] - 1) and scan.is_(left[1] - 2, Word.AUXILIARY):
        return True
    if scan.is_(at, Word.COMPLEMENTISER) and any(is_verb(scan, i) for i in range(*left)):
        return True
    if scan.ends(at, "participle") and not any(
        _goes_further(scan, i) for i in range(at, scan.size)
    ):
        return False
    if bare and scan.is_(at, _GOES_ON) and not scan.is_(at, Word.RELATIVE):
        return True
    first = left[0]
    if scan.is_(first, _OPENS_ADVERBIAL) or scan.ends(first, "participle"):
        return not scan.is_(at, Word.PREPOSITION | Word.RELATIVE | Word.OPENER)
    return not any(is_verb(scan, i) for i in range(*left))


_OPENS_CLAUSE = Word.OPENER | Word.SUBORDINATOR | Word.COMPLEMENTISER | Word.CONTRAST


def _opens_clause(scan: Scan, begin: int) -> bool:
    """Whether the group opens a clause of its own ("..., but, according to X, ...")."""
    if not scan.comma(begin - 1) or not scan.is_(begin - 2, _OPENS_CLAUSE):
        return False
    return scan.comma(begin - 3) or scan.tokens[begin - 3].text in ";:"


def _goes_further(scan: Scan, at: int) -> bool:
    return scan.pause(at) or scan.is_(at, Word.AUXILIARY)


def _resumes(scan: Scan, at: int) -> bool:
    """Whether the clause goes on with its verb ("бюджет, считает он, возьмёт ...")."""
    if scan.is_(at, Word.NEGATION):
        at += 1
    if not scan.lexicon.inverted or at >= scan.size or scan.cue(at):
        return False
    return is_verb(scan, at)


def _too_short(scan: Scan, begin: int) -> bool:
    return all(
        scan.comma(i) or scan.is_(i, Word.ADVERB | Word.COORDINATOR | Word.OPENER | Word.TIME)
        for i in range(begin)
    )


def _left_edge(scan: Scan, begin: int, end: int) -> int:
    """Where the clause begins that the group interrupts or closes."""
    at = begin
    resumes = scan.comma(end) and (_resumes(scan, end + 1) or scan.quoted(end + 1))
    inside = resumes and scan.lexicon.inverted
    first = dateline(scan)
    while at > first and scan.tokens[at - 1].text != ";":
        if scan.tokens[at - 1].text == ":" and resumes:
            break
        if scan.low(end) == ")" and scan.low(at - 1) == "(":
            break
        if inside and scan.is_(at - 1, Word.COMPLEMENTISER) and scan.comma(at - 2):
            break
        at -= 1
    return at


def _behind_about(scan: Scan, edge: int) -> int:
    """Behind what only leads to a clause ("О том, что мост закроют, сообщил мэр")."""
    leads = scan.lexicon.commas and scan.link(edge, "about") and scan.comma(edge + 2)
    return edge + 4 if leads and scan.is_(edge + 3, Word.COMPLEMENTISER) else edge


def _right_edge(scan: Scan, end: int) -> int:
    for hit in scan.hits:
        if hit.at > end and hit.cue.form == "participle" and scan.comma(hit.start - 1):
            return max(end, hit.start - 1)
    if scan.lexicon.inverted and scan.hits and scan.hits[-1].at > end:
        stop = next((at for at in range(end, scan.size) if scan.low(at) == ";"), scan.size)
        return stop if scan.hits[-1].at > stop else scan.size
    return scan.size


def phrase(scan: Scan, hit: Hit) -> Found | None:
    if hit.cue.form == "whose":
        return _whose(scan, hit)
    opens = hit.at == 0 or _too_short(scan, hit.at)
    set_off = opens or _is_set_off(scan, hit.at - 1)
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
    return _around(scan, hit, hit.at, end, source)


def written(scan: Scan, hit: Hit, source: Tokens | None) -> Found | None:
    """A clause with the document it is read in behind it ("..., говорится в заявлении")."""
    if source is None or source[0] < hit.end:
        return None
    return _around(scan, hit, hit.start, source[1], source)


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
        if at and not _is_set_off(scan, at - 1) and not _too_short(scan, at):
            return None
        return _around(scan, hit, at, hit.end, (at + 1, at + 2))
    own = 1 if scan.link(at - 1, "own") else 0
    whose = at - 1 - own
    if whose < 1 or not scan.is_(whose, Word.POSSESSIVE) or not scan.link(whose - 1, "whose"):
        return None
    hit.start = whose - 1
    return _around(scan, hit, whose - 1, hit.end, (whose, whose + 1))
