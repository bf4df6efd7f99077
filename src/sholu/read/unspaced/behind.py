"""What stands before its word of saying: "…", 他说."""

from sholu.read.draft import Draft, Range
from sholu.read.unspaced.content import draft, inside, trim
from sholu.read.unspaced.hits import Hit
from sholu.read.unspaced.holding import is_used, more_quotes, use
from sholu.read.unspaced.layout import Clause, Strip
from sholu.read.unspaced.lexicon import LONGEST_HEARER, QUOTED, Lexicon


def closes(strip: Strip, hit: Hit) -> bool:
    """Whether nothing that could be said follows the word in its sentence, but more in marks."""
    clause = strip.clauses[hit.clause]
    rest = strip.words(hit.behind, clause.end).strip()
    if rest and not (
        "hearer" in hit.verb.takes and len(rest) <= LONGEST_HEARER and QUOTED not in rest
    ):
        return False
    quote = _quote_before(strip, hit)
    if not clause.ends and not (quote and not _opens_clause(strip, hit)):
        return False
    if not clause.ends and clause.lead is not None and not _stops_inside(strip, clause):
        # “…”表示，: the marks are those of a name.
        return False
    if rest:
        return quote
    return quote or ("core" in hit.verb.takes and clause.ends)


def _stops_inside(strip: Strip, clause: Clause) -> bool:
    quote = clause.lead
    return quote is not None and strip.text[quote.end - 1] in "，,。.！!？?…"


def _opens_clause(strip: Strip, hit: Hit) -> bool:
    """Whether a comma or a colon sets off reported words behind."""
    clause = strip.clauses[hit.clause]
    following = hit.clause + 1
    if clause.ends or following >= len(strip.clauses):
        return False
    return strip.clauses[following].lead is None and clause.stop in ("：", ":")


def _quote_before(strip: Strip, hit: Hit) -> bool:
    clause = strip.clauses[hit.clause]
    if clause.lead is not None:
        return True
    before = strip.clauses[hit.clause - 1] if hit.clause else None
    if before is None or (before.only and before.start in strip.used):
        return False
    return _ends_in_quote(strip, before)


def _ends_in_quote(strip: Strip, clause: Clause) -> bool:
    return strip.flat[clause.end - 1 - strip.shift] == QUOTED


def behind(
    strip: Strip, hit: Hit, hits: list[Hit], words: Lexicon, drafts: list[Draft]
) -> list[Draft]:
    """What stands before its word of saying: "…", 他说; and what goes on behind it."""
    clause = strip.clauses[hit.clause]
    first: Range | None = None
    number = hit.clause
    if clause.lead is not None and not clause.only:
        first = inside(strip, clause.lead)
        use(strip, clause.lead.outer_start)
    elif hit.clause and strip.clauses[hit.clause - 1].only:
        number = hit.clause - 1
        while number and strip.clauses[number - 1].only and not is_used(strip, number - 1):
            number -= 1
        begin, end = strip.clauses[number].lead, strip.clauses[hit.clause - 1].lead
        if begin is not None and end is not None and not is_used(strip, hit.clause - 1):
            first = trim(strip, begin.start, end.end)
            for at in range(number, hit.clause):
                use(strip, strip.clauses[at].start)
    if first is None:
        return _trailing(strip, hit, hits, words, drafts)
    found = Draft(kind="direct", content=first)
    more = more_quotes(strip, hit.clause, clause.ends)
    if more is not None:
        found.content, found.parts = (first[0], more[1]), (first, more)
    return [found]


def _trailing(
    strip: Strip, hit: Hit, hits: list[Hit], words: Lexicon, drafts: list[Draft]
) -> list[Draft]:
    """A reported clause before its word of saying: "…, 他说"."""
    clause = strip.clauses[hit.clause]
    if "core" not in hit.verb.takes or hit.source is None or hit.clause <= clause.first:
        return []
    begin = strip.clauses[clause.first].start
    for other in hits:
        if other is hit:
            break
        if strip.clauses[other.clause].first == clause.first and other.clause < hit.clause:
            return []
    if any(item.content[1] > begin for item in drafts):
        return []
    found = draft(strip, begin, strip.clauses[hit.clause - 1].end, words)
    return [found] if found is not None else []
