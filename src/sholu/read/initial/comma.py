"""Where what is said begins in languages that set a clause off with a comma."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import LONGEST_NAME, Hit, Scan
from sholu.read.page import WORD

_FARTHEST = 45
_CLAUSES = frozenset(("clause", "question", "quote"))


def behind_comma(scan: Scan, hit: Hit) -> int | None:
    """Where what is said begins, where a comma sets the clause off ("заявил в среду, что …")."""
    at = hit.end
    if hit.takes("against") and scan.link(at, "against"):
        return at + 1 if at + 1 < scan.size else None
    if hit.takes("about") and scan.link(at, "about") and not scan.comma(at + 2):
        return _matter_or_clause(scan, at)
    return _label(scan, at) if hit.takes("label") else _clause(scan, hit)


def _label(scan: Scan, begin: int) -> int | None:
    """What somebody or something is called, behind a colon or right behind the verb."""
    farthest = min(scan.size, begin + _FARTHEST)
    for colon in range(begin, min(farthest, begin + 5)):
        if scan.low(colon) == ":" and scan.quoted(colon + 1):
            return colon + 1
    at = begin
    while at < farthest and scan.is_(at, Word.ADVERB):
        at += 1
    return at if at < farthest and not scan.comma(at) and not scan.dash(at) else None


def _clause(scan: Scan, hit: Hit) -> int | None:
    """A clause, a quotation, an infinitive or what somebody is accused of."""
    at = hit.end
    farthest = min(scan.size, hit.end + _FARTHEST)
    closed = hit.takes("fault") or hit.takes("matter")
    while at < farthest:
        if scan.quoted(at):
            aside = scan.comma(hit.start - 1) and scan.tokens[at - 1].text not in ",:"
            if not aside and not _names(scan, at):
                return at
        elif scan.tokens[at].text == ":":
            opens = scan.quoted(at + 1) or hit.cue.takes & _CLAUSES
            return at + 1 if opens and at + 1 < scan.size else None
        elif scan.comma(at):
            found = _behind_comma(scan, hit, at, farthest)
            return _matter(scan, hit) if found is None else found
        elif scan.mark(at):
            return None
        elif at > hit.end and scan.is_(at, Word.COORDINATOR | Word.RELATIVE) and not closed:
            if scan.tokens[at].low in scan.lexicon.cues or scan.cue(at + 1):
                return None
        elif hit.takes("infinitive") or hit.takes("order"):
            if scan.ends(at, "infinitive") and at - hit.end < 12:
                return at
        elif at > hit.end and any(
            hit.takes(name) and scan.link(at, name) for name in ("fault", "blame")
        ):
            return at + 1 if at + 1 < scan.size else None
        elif scan.cue(at) and not _phrase_at(scan, at):
            return None
        at += 1
    return _matter(scan, hit)


def _matter_or_clause(scan: Scan, about: int) -> int | None:
    """What is told of behind its preposition, or the clause behind a colon that tells it."""
    mark = next((i for i in range(about + 1, scan.size) if scan.mark(i)), scan.size)
    other = any(about < hit.at < mark for hit in scan.hits)
    start = mark + 1 if scan.low(mark) == ":" and not other else about + 1
    return start if start + 1 < scan.size else None


def _matter(scan: Scan, hit: Hit) -> int | None:
    """The noun phrase a verb takes as what is said ("отрицает обвинения")."""
    if not hit.takes("matter") or scan.mark(hit.end):
        return None
    blocked = scan.is_(hit.end, Word.PREPOSITION | Word.OPENER | Word.COORDINATOR | Word.ADVERB)
    return None if blocked else hit.end


def _behind_comma(scan: Scan, hit: Hit, comma: int, farthest: int) -> int | None:
    """Behind the comma that sets the clause off, or behind an aside that it opens."""
    at = comma + 1
    if scan.quoted(at):
        return at
    if scan.is_(at, Word.COMPLEMENTISER):
        if scan.link(at, "purpose") and comma - hit.end > 1 and not hit.takes("order"):
            return None
        return at + 1 if at + 1 < scan.size else None
    if hit.takes("question") and not scan.link(comma - 1, "asked"):
        if scan.is_(at, Word.QUESTION) and _asks(scan, hit, comma):
            return at
        if any(scan.link(later, "whether") for later in range(at, min(scan.size, at + 6))):
            return at
    for close in range(at, min(scan.size - 1, farthest, at + 20)):
        if scan.quoted(close) or scan.cue(close):
            return None
        if scan.tokens[close].text == ":":
            return close + 1
        if scan.comma(close):
            if scan.is_(close + 1, Word.COMPLEMENTISER):
                return close + 2
            if scan.quoted(close + 1):
                return close + 1
            if hit.takes("infinitive") and scan.ends(close + 1, "infinitive"):
                return close + 1
    return None


def _asks(scan: Scan, hit: Hit, comma: int) -> bool:
    """Whether the question goes with the verb, not with a noun behind it ("о зиме, когда")."""
    between = range(hit.end, comma)
    return not any(scan.is_(at, Word.PREPOSITION) for at in between) or comma - hit.end == 2


def _names(scan: Scan, at: int) -> bool:
    """Whether the quotation is a name in marks ("газета «Заря»"), not speech."""
    text = scan.tokens[at].text
    return (
        len(text) < LONGEST_NAME
        and at > 0
        and scan.tokens[at - 1].kind == WORD
        and text[1:2].isupper()
        and at + 1 < scan.size
        and (scan.comma(at + 1) or scan.tokens[at + 1].text == ":" or not scan.mark(at + 1))
    )


def _phrase_at(scan: Scan, at: int) -> bool:
    """Whether a source passed on is named there ("пишет со ссылкой на мэра, что")."""
    relay = scan.lexicon.relays.get(scan.low(at))
    return relay is not None and any(
        hit.at == at and hit.cue.words == relay[0] for hit in scan.hits
    )
