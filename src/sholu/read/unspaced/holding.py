"""Which word of saying stands in what another one brings, and which quotations are taken."""

from sholu.read.draft import Range
from sholu.read.unspaced.content import inside
from sholu.read.unspaced.hits import Hit
from sholu.read.unspaced.layout import Strip
from sholu.read.unspaced.lexicon import Lexicon


def holds(strip: Strip, outer: Hit, hit: Hit, words: Lexicon) -> bool:
    """Whether a word stands in what another one brings, and is no new statement itself."""
    if hit.clause in (outer.clause, outer.brings):
        return hit.clause == outer.brings or not (
            hit.source is not None and is_sure(hit) and hit.source[0] >= outer.behind
        )
    if sentence_of(strip, outer) != sentence_of(strip, hit) or hit.source is not None:
        return False
    if "core" in hit.verb.takes or hit.tail:
        return False
    clause = strip.clauses[hit.clause]
    return not words.also.at_start(strip.words(clause.start, clause.end))


def is_sure(hit: Hit) -> bool:
    """Whether a word surely tells of somebody else's words, wherever it stands."""
    return bool(hit.verb.takes & {"core", "label", "order"}) or hit.tail


def sentence_of(strip: Strip, hit: Hit) -> int:
    """The number of the clause that opens the sentence of a word."""
    return strip.clauses[hit.clause].first


def more_quotes(strip: Strip, number: int, ended: bool) -> Range | None:
    """The quotations that go on right behind the clause of a word of saying."""
    pieces: list[Range] = []
    for clause in strip.clauses[number + 1 :]:
        if not clause.only or clause.lead is None or (pieces and not ended):
            break
        content = inside(strip, clause.lead)
        if content is None:
            break
        pieces.append(content)
        use(strip, clause.start)
    following = number + 1 + len(pieces)
    if ended and pieces and following < len(strip.clauses):
        # What somebody else says behind its quotation: "…。"
        after = strip.clauses[following]
        if after.first == following and not strip.clauses[following - 1].ends:
            pieces.pop()
    return (pieces[0][0], pieces[-1][1]) if pieces else None


def use(strip: Strip, at: int) -> None:
    """Note that a statement holds the quotation that begins at an offset."""
    strip.used.add(at)


def is_used(strip: Strip, number: int) -> bool:
    """Whether a statement holds the quotation with which a clause begins."""
    return strip.clauses[number].start in strip.used
