"""Speech told by a noun: "Roe's claim that ...", "a warning from the port that ..."."""

from sholu.read.draft import Draft, Range
from sholu.read.initial.content_end import content_end
from sholu.read.initial.group import cue_span, span
from sholu.read.initial.hits import clause_of_noun
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import NAME_PARTS, Tokens, noun_at
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.trim import cut
from sholu.read.initial.verb import is_verb

_MOST_ADJECTIVES = 3


def claimed(scan: Scan, hit: Hit) -> tuple[Draft, Tokens | None] | None:
    """What a noun of saying says, where it is told whose it is.

    Not where the noun opens the sentence: its own verb would stand behind what is said.
    """
    that = clause_of_noun(scan, hit.end)
    if that is None or not any(is_verb(scan, at) for at in range(hit.at)):
        return None
    source = _owner(scan, hit, that)
    if source is None:
        return None
    said = cut(scan, that + 1, content_end(scan, hit, that + 1, None))
    if said is None:
        return None
    return Draft(kind=said[0], content=said[1], cue=cue_span(scan, hit), source=source), None


def _owner(scan: Scan, hit: Hit, that: int) -> Range | None:
    """Whose it is: behind the noun with its preposition, or before it as a possessive."""
    if that > hit.end:
        found = noun_at(scan, hit.end + 1)
        return span(scan, found) if found is not None and found[1] == that else None
    for at in range(hit.at - 1, max(-1, hit.at - 2 - _MOST_ADJECTIVES), -1):
        if scan.link(at, "owners"):
            return span(scan, (at, at + 1))
        if scan.ends(at, "possessive"):
            return span(scan, (_name_start(scan, at), at + 1))
        if scan.mark(at) or scan.words[at] or scan.capital(at):
            return None
    return None


def _name_start(scan: Scan, at: int) -> int:
    """Where the possessive begins: a name's capitals, or up to an article ("the old mayor's")."""
    begin = at
    while begin > 0 and (scan.capital(begin - 1) or scan.tokens[begin - 1].text in NAME_PARTS):
        if not scan.capital(at):
            break
        begin -= 1
    for first in range(begin - 1, max(-1, begin - 2 - _MOST_ADJECTIVES), -1):
        if scan.is_(first, Word.DETERMINER):
            return first
        if scan.mark(first) or scan.words[first] or scan.capital(first):
            break
    return begin
