"""The statements of a strip: each word of saying with what it brings, in order."""

from sholu.read.draft import Draft, Range
from sholu.read.unspaced.attributed import attributed
from sholu.read.unspaced.behind import behind, closes
from sholu.read.unspaced.front import front
from sholu.read.unspaced.hits import Hit, hits_of
from sholu.read.unspaced.holding import holds, is_sure, sentence_of
from sholu.read.unspaced.layout import Strip
from sholu.read.unspaced.lexicon import Lexicon
from sholu.read.unspaced.source import subject


def statements(strip: Strip, words: Lexicon, *, plain: bool = True) -> list[Draft]:
    """Whatever words of saying and of attribution bring in a strip.

    Args:
        plain: whether the strip is the narrator's; inside somebody's words only what surely tells
            of somebody else's words counts.
    """
    drafts = attributed(strip, words)
    hits = [
        hit for hit in hits_of(strip, words) if not _within(hit, drafts) and (plain or is_sure(hit))
    ]
    starts = sorted(draft.cue[0] for draft in drafts if draft.cue)
    carried: Hit | None = None
    for number, hit in enumerate(hits):
        if not hit.inner and carried is not None and holds(strip, carried, hit, words):
            continue
        if carried is not None and sentence_of(strip, carried) != sentence_of(strip, hit):
            carried = None
        if closes(strip, hit):
            found = behind(strip, hit, hits, words, drafts)
        else:
            found = front(strip, hit, hits[number + 1 :], words, carried, starts)
        for item in found:
            item.nested = hit.inner
            item.cue = (hit.start, hit.end)
            item.source = item.source or hit.source or _source_before(strip, hit, carried, words)
        drafts += found
        if found and not hit.inner:
            carried = hit
            hit.source = found[0].source
    return drafts


def _within(hit: Hit, drafts: list[Draft]) -> bool:
    """Whether a phrase of attribution holds the word already."""
    return any(
        draft.cue is not None
        and (
            draft.cue[0] <= hit.start < draft.cue[1]
            or (draft.source is not None and draft.source[0] <= hit.start < draft.source[1])
        )
        for draft in drafts
    )


def _source_before(strip: Strip, hit: Hit, carried: Hit | None, words: Lexicon) -> Range | None:
    """Whom an earlier clause of the sentence names: it spoke before, or is what that is about."""
    if carried is not None:
        return carried.source
    for number in range(hit.clause - 1, strip.clauses[hit.clause].first - 1, -1):
        clause = strip.clauses[number]
        if clause.only or words.according_to.at_start(strip.words(clause.start, clause.end)):
            continue
        start = clause.lead.outer_end if clause.lead is not None else clause.start
        found = subject(strip, start, clause.end, words)
        if found is None and clause.lead is not None:
            found = subject(strip, clause.start, clause.end, words)
        if found is not None:
            return found
    return None
