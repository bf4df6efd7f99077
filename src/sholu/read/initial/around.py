"""What is said around the words that name its source: before them, behind them, or both."""

from sholu.read.draft import Draft, Range
from sholu.read.initial.group import cue_span, span
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, is_apposition
from sholu.read.initial.scan import Hit, Scan, dateline
from sholu.read.initial.trim import cut
from sholu.read.initial.verb import is_verb

_LONGEST_SUBJECT = 5

Found = tuple[Draft, Tokens | None]
_OPENS_ADVERBIAL = Word.TO | Word.PREPOSITION | Word.SUBORDINATOR | Word.ADVERB
_GOES_ON = Word.COORDINATOR | Word.CONTRAST | Word.OPENER | Word.SUBORDINATOR
_OPENS_CLAUSE = Word.OPENER | Word.SUBORDINATOR | Word.COMPLEMENTISER | Word.CONTRAST


def around(scan: Scan, hit: Hit, begin: int, end: int, source: tuple[int, int]) -> Found | None:
    """What stands around a group of tokens that names the source."""
    set_apart = begin > 0 and scan.tokens[begin - 1].text in ":;"
    edge = _behind_about(scan, _left_edge(scan, begin, end))
    left = cut(scan, edge, begin) if begin > 0 and not set_apart else None
    if scan.low(end) == "(":
        # The short form of a name: "selon la Fondation du port (FP)".
        near = range(end + 1, min(scan.size, end + 4))
        end = next((at + 1 for at in near if scan.low(at) == ")"), end)
    goes_on = end < scan.size and scan.low(end) != ")"
    right = cut(scan, end, _right_edge(scan, end)) if goes_on else None
    if left is not None and right is not None:
        if is_too_short(scan, begin) or _opens_clause(scan, begin):
            left = None
        elif not _goes_on(scan, (edge, begin), end, _is_only_source(hit, source, begin, end)):
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


def _may_be_clause(scan: Scan, end: int) -> bool:
    """Whether a clause stands before the group, not an adverbial ("at the debate, X cited")."""
    if any(is_verb(scan, at) or scan.quoted(at) for at in range(end)):
        return True
    first = dateline(scan)
    if scan.is_(first, _OPENS_ADVERBIAL):
        # "Under the rules, the first vote ...": the clause stands behind the adverbial.
        first = next((at for at in range(first, end - 1) if scan.comma(at)), end)
    if scan.lexicon.prepositional and _is_subject(scan, end):
        return False
    return end - first > 4


def _is_subject(scan: Scan, end: int) -> bool:
    """Whether only a subject with what is told of it stands before its verb at `end`.

    "Le roman, paru en mai, raconte la vie du port".
    """
    commas = [at for at in range(end - 1) if scan.comma(at)]
    if len(commas) != 1 or commas[0] > _LONGEST_SUBJECT:
        return False
    told = commas[0] + 1
    return scan.ends(told, "participle_perfect") or is_apposition(scan, told)


def _is_only_source(hit: Hit, source: Tokens, begin: int, end: int) -> bool:
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


def is_too_short(scan: Scan, begin: int) -> bool:
    """Whether nothing but small words stands before `begin` ("But according to X")."""
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
    if scan.hits and _closes_tied(scan, scan.hits[-1]) and scan.hits[-1].start - 1 > end:
        return scan.hits[-1].start - 1
    if scan.lexicon.inverted and scan.hits and scan.hits[-1].at > end:
        stop = next((at for at in range(end, scan.size) if scan.low(at) == ";"), scan.size)
        return stop if scan.hits[-1].at > stop else scan.size
    return scan.size


def _closes_tied(scan: Scan, hit: Hit) -> bool:
    """Whether a verb with its pronoun closes the sentence ("Selon X, « … », insiste-t-il")."""
    if hit.tied is None or not scan.comma(hit.start - 1):
        return False
    return max(hit.end, hit.tied + 1) >= scan.size


def is_set_off(scan: Scan, at: int) -> bool:
    """Whether a comma, a dash or a coordinator stands there."""
    return scan.comma(at) or scan.dash(at) or scan.is_(at, Word.COORDINATOR)
