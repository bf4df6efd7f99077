"""Statements whose source a phrase names: "laut X", "nach Angaben von X", "X zufolge", ", so X"."""

from dataclasses import dataclass

from sholu.read.draft import Draft
from sholu.read.second.field import finite_in, is_finite, is_relative
from sholu.read.second.noun import begins, phrase_end
from sholu.read.second.scan import Scan, Tokens
from sholu.read.second.trim import around, draft_of

_FARTHEST = 6


@dataclass(slots=True)
class Phrase:
    """A phrase that names a source, as tokens.

    Attributes:
        begin, end: the whole phrase.
        aside: whether it stands between commas, outside the clause.
    """

    begin: int
    end: int
    cue: Tokens
    source: Tokens
    aside: bool = False


def phrases(scan: Scan) -> list[Draft]:
    """The statements of one sentence whose source a phrase names."""
    drafts = []
    at = 0
    while at < scan.size:
        found = _phrase_at(scan, at)
        if found is None:
            at += 1
            continue
        draft = _draft(scan, found)
        if draft is not None:
            drafts.append(draft)
        at = max(found.end, at + 1)
    return drafts


def _phrase_at(scan: Scan, at: int) -> Phrase | None:
    if scan.capital(at) and not scan.fresh(at):
        return None
    if scan.is_(at, "pointing") and not scan.comma(at - 1):
        # "Demnach": the word points back at the source, and is all that the sentence prints of it.
        return Phrase(at, at + 1, (at, at + 1), (at, at + 1))
    return _so(scan, at) or _with_noun(scan, at) or _plain(scan, at) or _after(scan, at)


def _plain(scan: Scan, at: int) -> Phrase | None:
    """ "laut X"."""
    low = scan.low(at)
    for words in scan.lexicon.phrases["according_to"]:
        if low != words[0] or tuple(scan.low(at + i) for i in range(len(words))) != words:
            continue
        first = at + len(words)
        if not _may_follow(scan, first) or not (words != ("gemäß",) or _tells(scan, first)):
            return None
        end = phrase_end(scan, first, apposition=True)
        return Phrase(at, end, (at, first), (first, end))
    return None


def _may_follow(scan: Scan, at: int) -> bool:
    if scan.quoted(at):
        return True
    if scan.stop(at) or scan.is_(at, "coordinators"):
        return False
    return scan.capital(at) or scan.is_(at, "determiners") or begins(scan, at)


def _tells(scan: Scan, at: int) -> bool:
    """Whether the noun phrase there is one that tells something."""
    noun = _noun(scan, at)
    return noun is not None and scan.is_(
        noun, "roles", "groups", "institutions", "media", "acts", "writings", "documents"
    )


def _noun(scan: Scan, at: int) -> int | None:
    """The first noun of the phrase that begins at `at`."""
    for later in range(at, min(scan.size, at + _FARTHEST)):
        if scan.capital(later):
            return later
        if not scan.word(later) and not scan.number(later):
            return None
        if scan.is_(later, "prepositions", "subordinators", "auxiliaries"):
            return None
    return None


def _with_noun(scan: Scan, at: int) -> Phrase | None:
    """ "nach Angaben der Polizei", "nach einem Bericht der Zeitung", "nach X' Worten"."""
    if not scan.is_(at, "according_with"):
        return None
    noun = _telling(scan, at + 1)
    if noun is None:
        return None
    if noun > at + 1 and scan.capital(noun - 1) and not scan.is_(noun - 1, "acts", "writings"):
        return Phrase(at, noun + 1, (at, at + 1), (at + 1, noun))
    end = max(noun + 1, phrase_end(scan, at + 1, apposition=True))
    source = (at + 1, end)
    cue = (at, at + 1)
    if _is_act(scan, noun):
        owner = _owner(scan, noun + 1, end)
        if owner is not None:
            source = owner, end
            cue = (at, noun + 1)
        elif scan.is_(noun - 1, "possessives"):
            source = noun - 1, noun
    return Phrase(at, end, cue, source)


def _owner(scan: Scan, at: int, end: int) -> int | None:
    """Where the owner of an act of telling begins: "der Polizei", "von X"."""
    if at >= end:
        return None
    if scan.is_(at, "linking") and not scan.is_(at, "genitive_determiners"):
        return at + 1 if at + 1 < end else None
    return at


def _telling(scan: Scan, at: int) -> int | None:
    """The noun of telling in the phrase that begins at `at`."""
    for later in range(at, min(scan.size, at + _FARTHEST)):
        if _is_act(scan, later) or _is_writing(scan, later):
            return later
        if scan.capital(later) and not (scan.capital(later + 1) or scan.low(later + 1) in "'’"):
            return None
        if scan.stop(later) or scan.quoted(later) or is_finite(scan, later):
            return None
    return None


def _is_act(scan: Scan, at: int) -> bool:
    return scan.capital(at) and _listed(scan, at, "acts")


def _is_writing(scan: Scan, at: int) -> bool:
    return scan.capital(at) and _listed(scan, at, "writings")


def _listed(scan: Scan, at: int, name: str) -> bool:
    """Whether a noun, or the last part of a compound, stands in a list ("Polizeiangaben")."""
    if scan.is_(at, name):
        return True
    low = scan.low(at)
    return any(
        name in scan.lexicon.lists.get(low[cut:], ()) for cut in range(4, max(4, len(low) - 5))
    )


def _after(scan: Scan, at: int) -> Phrase | None:
    """ "einem Bericht zufolge", "seiner Meinung nach"."""
    if (scan.low(at),) not in scan.lexicon.phrases["according_behind"] or at == 0:
        return None
    if scan.low(at) == "nach" and not (
        _is_act(scan, at - 1) and scan.is_(at - 2, "possessives", "genitive_determiners")
    ):
        return None
    begin = at
    while begin > 0 and at - begin < 20 and _belongs(scan, begin - 1):
        begin -= 1
    if begin == at:
        return None
    source = (begin, at)
    if scan.is_(begin, "possessives") and at - begin == 2:
        source = (begin, begin + 1)
    return Phrase(begin, at + 1, (at, at + 1), source)


def _belongs(scan: Scan, at: int) -> bool:
    """Whether a token belongs to the noun phrase that ends behind it."""
    if scan.stop(at) or is_finite(scan, at) or scan.is_(at, "pronouns", "adverbs"):
        return scan.noun(at) or scan.is_(at, "determiners")
    if scan.is_(at, "prepositions", "coordinators", "complementisers", "object_pronouns"):
        return scan.is_(at, "linking", "determiners") or scan.noun(at)
    return True


def _so(scan: Scan, at: int) -> Phrase | None:
    """ ", so der Minister"."""
    if (scan.low(at),) not in scan.lexicon.phrases["so_words"] or at == 0:
        return None
    if not (scan.comma(at - 1) or scan.quoted(at - 1) or scan.dash(at - 1)):
        return None
    first = at + 1
    while scan.is_(first, "adverbs", "focus") and not scan.capital(first):
        first += 1
    if not begins(scan, first):
        return None
    end = phrase_end(scan, first)
    close = end
    while close < scan.size and not scan.stop(close) and not scan.quoted(close):
        close += 1
    if any(is_finite(scan, i) for i in range(first, close)):
        return None
    return Phrase(at, close, (at, at + 1), (first, end), aside=True)


def _draft(scan: Scan, found: Phrase) -> Draft | None:
    left, right = _sides(scan, found)
    pieces = around(scan, left, right)
    if not pieces:
        return None
    return draft_of(pieces, scan.span(found.cue), scan.span(found.source))


def _sides(scan: Scan, found: Phrase) -> tuple[Tokens | None, Tokens | None]:
    """What stands before the phrase and what behind it, as far as it is what the source says."""
    end = _behind_relative(scan, found.end)
    begin = left_edge(scan, found)
    stop = right_edge(scan, end)
    if found.begin <= begin or all(
        scan.is_(i, "contrasts", "adverbs", "focus") for i in range(begin, found.begin)
    ):
        return None, (end, stop)
    return (begin, found.begin), ((end, stop) if end < stop else None)


def _behind_relative(scan: Scan, end: int) -> int:
    """Behind what a relative clause tells of the source."""
    while scan.comma(end) and is_relative(scan, end + 1):
        end = next((i for i in range(end + 1, scan.size) if scan.stop(i)), scan.size)
    return end


def left_edge(scan: Scan, found: Phrase) -> int:
    """Where the clause begins that a phrase belongs to."""
    at = found.begin
    while at > 0:
        if scan.tokens[at - 1].text in ":;":
            return at
        if scan.comma(at - 1) and at < found.begin:
            if scan.is_(at, "contrasts") and finite_in(scan, 0, at) is not None:
                return at + 1
            if not found.aside and _is_said(scan, at):
                return at + 1 if scan.is_(at, "complementisers") else at
            inner = is_relative(scan, at) or scan.is_(at, "complementisers")
            if inner and not found.aside and not any(scan.stop(i) for i in range(at, found.begin)):
                return at + 1 if scan.is_(at, "complementisers") else at
        at -= 1
    return 0


def _is_said(scan: Scan, at: int) -> bool:
    """Whether a verb of saying stands in the piece before the comma before `at`."""
    begin = at - 1
    while begin > 0 and not scan.stop(begin - 1):
        begin -= 1
    return any(begin <= hit.verb < at and hit.takes("clause") for hit in scan.hits)


def right_edge(scan: Scan, end: int) -> int:
    """Where what is said ends behind a phrase: before another attribution of the same rank."""
    for at in range(end, scan.size):
        if scan.tokens[at].text == ";":
            return at
        if not scan.comma(at):
            continue
        if scan.low(at + 1) == "so" and begins(scan, at + 2):
            return at
        for hit in scan.hits:
            if hit.verb == at + 1 and not hit.final and not scan.is_(at + 1, "reported"):
                return at
    return scan.size
