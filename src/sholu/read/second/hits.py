"""Verbs of saying in a sentence, the two halves of each put together.

"teilte … mit", "hat … erklärt", "wurde … vorgeworfen", "kündigte … an": the finite verb stands in
the second place, the rest at the end of the clause; in a subordinate clause both stand at its end.
"""

from dataclasses import replace

from sholu.read.cue import Cue
from sholu.read.second.field import is_surely_finite, opening, opens_subordinate
from sholu.read.second.scan import Hit, Scan

_FARTHEST = 45


def find_hits(scan: Scan) -> list[Hit]:
    """The verbs of saying of a sentence, in order."""
    hits: list[Hit] = []
    taken: set[int] = set()
    printed = {token.low for token in scan.tokens}
    for at in range(scan.size):
        if at in taken or not scan.word(at):
            continue
        options = scan.lexicon.cues.get(scan.low(at))
        if options is None or (scan.capital(at) and not scan.fresh(at)):
            continue
        whole = (cue for cue in options if cue.words[-1] in printed)
        hit = next((hit for cue in whole if (hit := _hit(scan, at, cue)) is not None), None)
        if hit is not None:
            hits.append(hit)
            taken.update(hit.at)
    return hits


def _hit(scan: Scan, at: int, cue: Cue) -> Hit | None:
    if cue.form == "participle":
        return _participle(scan, at, cue)
    if cue.form == "infinitive":
        return _infinitive(scan, at, cue)
    return _finite(scan, at, cue)


def _finite(scan: Scan, at: int, cue: Cue) -> Hit | None:
    """ "sagte", "teilte … mit" in a main clause; "sagte", "mitteilte" at the end of another."""
    if cue.form == "final" or len(cue.words) == 1:
        places = _adjacent(scan, at, cue.words)
    else:
        places = _apart(scan, at, cue.words)
    if places is None:
        return None
    last = places[-1]
    final = last - at + 1 == len(places) and _stands_last(scan, at, last)
    if cue.form == "final" and not final:
        return None
    if len(cue.words) == 1 and (_is_other_half(scan, at) or (not final and _has_prefix(scan, at))):
        return None
    return Hit(cue, places, at, last + 1, final=final, negated=_negated(scan, at, last + 1))


def _is_other_half(scan: Scan, at: int) -> bool:
    """Whether a form that may be finite is a participle or infinitive ("wurde berichtet")."""
    low = scan.low(at)
    forms = {cue.form for cue in scan.lexicon.cues[low] if len(cue.words) == 1}
    if "participle" in forms and _auxiliary(scan, at, at) is not None:
        return True
    if "infinitive" not in forms:
        return False
    return scan.low(at - 1) == "zu" or _modal(scan, at) is not None


def _has_prefix(scan: Scan, at: int) -> bool:
    """Whether a prefix at the end of the clause makes another verb of it ("findet … statt")."""
    end = at + 1
    while not scan.stop(end) and not scan.is_(end, "coordinators") and end - at < _FARTHEST:
        end += 1
    return end > at + 2 and scan.is_(end - 1, "prefixes") and not scan.capital(end - 1)


def _adjacent(scan: Scan, at: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The words one behind the other, the first of which stands at `at`."""
    end = at + len(words)
    if end > scan.size:
        return None
    for place in range(at + 1, end):
        if scan.tokens[place].low != words[place - at]:
            return None
    return tuple(range(at, end))


def _apart(scan: Scan, at: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The rest of the words behind the first, in order, the last at the end of the clause."""
    places = [at]
    wanted = 1
    for later in range(at + 1, min(scan.size, at + _FARTHEST)):
        if scan.tokens[later].text in ":;" or (scan.quoted(later) and scan.comma(later - 1)):
            return None
        if scan.low(later) != words[wanted]:
            continue
        last = wanted == len(words) - 1
        if last and scan.is_(later, "particles") and not _closes(scan, later):
            continue
        places.append(later)
        wanted += 1
        if last:
            return tuple(places)
    return None


def _closes(scan: Scan, at: int) -> bool:
    """Whether a clause may end behind the token."""
    behind = at + 1
    if scan.stop(behind) or scan.is_(behind, "coordinators", "complementisers", "as_words"):
        return True
    return scan.quoted(behind) or scan.low(behind) in (")", "(")


def _stands_last(scan: Scan, first: int, last: int) -> bool:
    """Whether a finite verb ends its clause, and something opens that clause."""
    behind = last + 1
    if not (scan.stop(behind) or scan.is_(behind, "coordinators") or scan.quoted(behind)):
        return False
    begin = opening(scan, first)
    return begin < first and opens_subordinate(scan, begin)


def _participle(scan: Scan, at: int, cue: Cue) -> Hit | None:
    places = _adjacent(scan, at, cue.words)
    if places is None:
        return None
    last = places[-1]
    found = _auxiliary(scan, at, last)
    if found is None:
        return None
    verb, final = found
    passive = scan.is_(verb, "passive") and not scan.is_(verb, "have")
    passive = passive or scan.low(last + 1) == "worden"
    end = max(verb, last) + 1
    if scan.low(last + 1) == "worden":
        end = max(end, last + 2)
    if final and not _final(scan, at):
        final = False
    negated = _negated(scan, min(verb, at), end)
    return Hit(cue, places, verb, end, final=final, passive=passive, negated=negated)


def _final(scan: Scan, at: int) -> bool:
    return opens_subordinate(scan, opening(scan, at))


def _auxiliary(scan: Scan, first: int, last: int) -> tuple[int, bool] | None:
    """The auxiliary of a participle, and whether it stands behind it."""
    behind = last + 1
    if scan.low(behind) == "worden":
        behind += 1
    if scan.is_(behind, "have", "passive") and scan.low(behind) != "worden":
        modal = _modal(scan, behind) if scan.is_(behind, "perfect") else None
        return (modal, False) if modal is not None else (behind, True)
    ends = scan.stop(behind) or scan.quoted(behind) or behind > last + 1
    if not (ends or scan.is_(behind, "coordinators", "as_words", "prepositions")):
        return None
    for at in range(first - 1, max(-1, first - _FARTHEST), -1):
        if scan.tokens[at].text in ":;" or (scan.quoted(at) and scan.comma(at + 1)):
            return None
        if scan.is_(at, "have", "passive") and not scan.capital(at) and not scan.stop(at + 1):
            return at, False
        if scan.is_(at, "have", "passive") and at == 0:
            return at, False
        if is_surely_finite(scan, at) and not scan.stop(at + 1) and not _is_adjectival(scan, at):
            return None
    return None


def _is_adjectival(scan: Scan, at: int) -> bool:
    return scan.capital(at + 1) and not scan.is_(at, "finite", "modals", "auxiliaries")


def _infinitive(scan: Scan, at: int, cue: Cue) -> Hit | None:
    """ "um zu sagen", "mitzuteilen", "wollte … mitteilen"."""
    places = _adjacent(scan, at, cue.words)
    if places is None:
        return None
    last = places[-1]
    if scan.low(at - 1) == "zu" or scan.low(last).find("zu") > 0:
        return Hit(cue, places, at, last + 1, bare=True)
    modal = _modal(scan, at)
    if modal is None:
        return None
    negated = _negated(scan, modal, last + 1)
    return Hit(cue, places, modal, last + 1, negated=negated)


def _modal(scan: Scan, at: int) -> int | None:
    """The modal verb of an infinitive that ends its clause."""
    if not (scan.stop(at + 1) or scan.quoted(at + 1) or scan.is_(at + 1, "coordinators")):
        return None
    for before in range(at - 1, max(-1, at - _FARTHEST), -1):
        if scan.stop(before) and scan.tokens[before].text != ",":
            return None
        if scan.is_(before, "modals") and not scan.stop(before + 1):
            return before
        if is_surely_finite(scan, before) and not scan.stop(before + 1):
            return None
    return None


def _negated(scan: Scan, start: int, end: int) -> bool:
    """Whether a negation stands between the halves of the verb, or right behind it."""
    stop = end
    while stop < scan.size and not scan.stop(stop) and not scan.quoted(stop) and stop - end < 6:
        stop += 1
    return any(scan.is_(at, "negations") for at in range(start, min(stop, scan.size)))


def joined(hit: Hit, end: int) -> Hit:
    """The hit with its end moved."""
    return replace(hit, end=end)
