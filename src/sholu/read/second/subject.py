"""Who says it: the subject of the clause whose finite verb is one of saying.

In a main clause one constituent stands before the finite verb: it is the subject, or the subject
is the first noun phrase behind the verb.
"""

from sholu.read.second.field import (
    clause_start,
    finite_in,
    is_finite,
    is_relative,
    opening,
    segments,
)
from sholu.read.second.noun import apposition_end, begins, phrase_end, speaks
from sholu.read.second.scan import Hit, Scan, Tokens

_FARTHEST = 30


def subject_of(scan: Scan, hit: Hit, last: Tokens | None) -> Tokens | None:
    """The noun phrase that is the source of a hit.

    Args:
        scan: the sentence.
        hit: a verb of saying.
        last: the subject of the clause before, which a verb behind "und" shares.
    """
    if hit.passive:
        return agent(scan, hit)
    if hit.bare:
        return last or main_subject(scan)
    if hit.final:
        return _of_subordinate(scan, hit, last)
    start = clause_start(scan, hit.verb)
    if start == hit.verb and hit.verb > 0 and scan.is_(hit.verb - 1, "coordinators"):
        return last or main_subject(scan, hit.verb) or behind(scan, hit.verb + 1, hit)
    if start < hit.verb:
        found = before(scan, start, hit.verb)
        if found is not None:
            if not (_is_hearer(scan, found) or _is_object(scan, found, hit)):
                return found
            return behind(scan, hit.verb + 1, hit) or found
    found = behind(scan, hit.verb + 1, hit)
    if found is None and scan.is_(start, "noble") and scan.capital(start) and scan.fresh(start):
        # "Von der Leyen sagte": a name that begins with a preposition.
        return (start, hit.verb) if hit.verb - start < 4 else None
    if found is None and start == hit.verb and not scan.quoted(start - 2):
        return last or (main_subject(scan, start - 1) if start > 1 else None)
    return found


def _is_hearer(scan: Scan, found: Tokens) -> bool:
    """ "Der Zeitung sagte X": a medium in the dative, if a subject stands behind the verb."""
    dative = scan.low(found[0]) in ("der", "einer") and found[1] < scan.size
    if not dative or not any(scan.is_(at, "media") for at in range(*found)):
        return False
    return begins(scan, found[1] + 1) and not scan.is_(found[1] + 1, "determiners")


def _is_object(scan: Scan, found: Tokens, hit: Hit) -> bool:
    """ "Den Plan nannte X", "Die Lage bezeichnete er": nobody who speaks, but such a one behind."""
    if scan.is_(hit.verb + 1, "nominatives"):
        return True
    if speaks(scan, found) or hit.takes("question"):
        return False
    other = behind(scan, hit.verb + 1, hit)
    if other is None or other[0] > hit.verb + 2:
        return False
    head = next((at for at in range(*other) if scan.capital(at)), other[0])
    if _is_bare_name(scan, found):
        # "Roth beschrieb die Lage der Firma": what follows is no speaker by its first noun.
        return scan.capital(head) and speaks(scan, (head, head + 1))
    return speaks(scan, other) or (scan.capital(other[0]) and other[0] == hit.verb + 1)


def _is_bare_name(scan: Scan, found: Tokens) -> bool:
    """Whether one capital word stands there that may be a name."""
    alone = found[1] == found[0] + 1 and scan.capital(found[0])
    return alone and not scan.lists[found[0]] and not scan.ends(found[0], "common_noun")


def agent(scan: Scan, hit: Hit) -> Tokens | None:
    """The one by whom a passive is done: "von Kritikern wird befürchtet"."""
    low = min(hit.verb, *hit.at)
    for at in (*range(low, hit.end), *range(low - 1, max(-1, low - 14), -1)):
        if scan.is_(at, "by") and (scan.capital(at + 1) or scan.is_(at + 1, "determiners")):
            return at + 1, min(phrase_end(scan, at + 1, apposition=False), _until(hit, at))
        if at < low and scan.stop(at):
            break
    return None


def _until(hit: Hit, at: int) -> int:
    places = [place for place in (hit.verb, *hit.at) if place > at]
    return min(places, default=10_000)


def before(scan: Scan, start: int, verb: int) -> Tokens | None:
    """The subject in the field before the finite verb; None where something else stands there."""
    at = start
    while scan.is_(at, "focus", "contrasts") and at < verb - 1 and not scan.noun(at):
        at += 1
    if at >= verb or (scan.is_(at, "prepositions", "subordinators") and not scan.noun(at)):
        return None
    if not begins(scan, at) or _is_adverbial(scan, at, verb):
        return None
    end = at
    for first, last in segments(scan, at, verb):
        if first == at:
            end = last
        elif is_relative(scan, first) or scan.is_(first, "subordinators"):
            continue
        elif first == end + 1 and apposition_end(scan, first) is not None:
            end = last
    return at, _without_tail(scan, at, end)


def _without_tail(scan: Scan, start: int, end: int) -> int:
    """The phrase without the adverbs behind it ("Der Minister selbst")."""
    while end - 1 > start and scan.is_(end - 1, "adverbs") and not scan.capital(end - 1):
        end -= 1
    return end


def _is_adverbial(scan: Scan, at: int, verb: int) -> bool:
    """Whether a time or an adverb fills the field ("Vergangene Woche", "Möglicherweise")."""
    if scan.is_(at, "pronouns") and verb == at + 1:
        return scan.low(at) == "es"
    if verb == at + 1 and (scan.is_(at, "adverbs", "times") or scan.ends(at, "adverb")):
        return True
    named = [i for i in range(at, verb) if scan.capital(i)]
    return (
        bool(named)
        and all(scan.is_(i, "times") or i == at for i in named)
        and any(scan.is_(i, "times") for i in range(at, min(verb, at + 4)))
    )


def behind(scan: Scan, at: int, hit: Hit | None = None) -> Tokens | None:
    """The subject in the middle field, behind the finite verb."""
    halves = hit.at if hit is not None else ()
    begin = at
    while at < scan.size and at - begin < _FARTHEST:
        if at in halves and not scan.is_(at, "object_pronouns"):
            return None
        if scan.comma(at) or scan.tokens[at].text in ":;" or scan.dash(at):
            return None
        if scan.quoted(at) and not begins(scan, at):
            return None
        if scan.is_(at, "oblique_determiners") and not scan.stop(at + 1):
            at = phrase_end(scan, at, apposition=False)
        elif scan.is_(at, "adverbs", "object_pronouns", "negations") and not scan.noun(at):
            at += 1
        elif scan.is_(at, "prepositions") and not scan.noun(at):
            at = _behind_adverbial(scan, at)
        elif (
            scan.is_(at, "times")
            or (scan.number(at) and not scan.capital(at + 1))
            or (scan.low(at) == "es" and not scan.stop(at + 1))
        ):
            at += 1
        elif begins(scan, at):
            end = phrase_end(scan, at)
            return at, min([end, *(half for half in halves if half > at)])
        else:
            at += 1
    return None


def _behind_adverbial(scan: Scan, at: int) -> int:
    """Behind a preposition and its noun phrase ("am Montag in Berlin")."""
    end = at + 1
    if scan.is_(end, "prepositions"):
        end += 1
    if scan.stop(end):
        return end
    if scan.is_(end, "determiners") or not scan.capital(end):
        end = phrase_end(scan, end, apposition=False)
    else:
        end += 1
        while scan.capital(end) and scan.is_(end, "times"):
            end += 1
        if scan.capital(end) and scan.is_(at + 1, "titles", "roles"):
            end = phrase_end(scan, end, apposition=False)
    return end


def _of_subordinate(scan: Scan, hit: Hit, last: Tokens | None) -> Tokens | None:
    """The subject of a clause whose verb stands last: "wie X sagte", "der … sagte"."""
    limit = min(hit.verb, *hit.at)
    begin = opening(scan, limit)
    at = begin
    if scan.comma(begin - 1) and is_relative(scan, begin) and not scan.is_(begin, "subordinators"):
        if scan.is_(begin, "prepositions") or not _is_subject_pronoun(scan, begin, limit):
            at = begin + (2 if scan.is_(begin, "prepositions") else 1)
        else:
            return _antecedent(scan, begin)
    else:
        while scan.is_(at, "subordinators", "coordinators", "focus") and at < limit:
            at += 1
    found = behind(scan, at, hit)
    if found is None or found[0] >= limit:
        return last if scan.is_(begin, "coordinators") else None
    return found[0], min(found[1], limit)


def _is_subject_pronoun(scan: Scan, at: int, limit: int) -> bool:
    """Whether a relative pronoun is the subject of its clause ("der … sagte")."""
    if scan.is_(at, "oblique_determiners", "object_pronouns"):
        return False
    found = behind(scan, at + 1)
    if found is None or found[0] >= limit:
        return True
    # "die der Minister nannte": another subject, where it stands right behind the pronoun.
    named = sum(scan.capital(i) for i in range(*found)) > 1 and scan.capital(found[0])
    near = found[0] == at + 1 and not scan.is_(found[0], "determiners")
    return not (near and (named or found[1] >= limit))


def _antecedent(scan: Scan, at: int) -> Tokens | None:
    """The noun phrase that a relative clause tells of: it ends before the comma."""
    end = at - 1
    begin = end - 1
    while begin > 0 and not scan.stop(begin - 1) and not scan.quoted(begin - 1):
        ends = is_finite(scan, begin - 1) or scan.is_(begin - 1, "prepositions")
        if ends and not scan.is_(begin - 1, "linking"):
            break
        begin -= 1
    while begin < end and not begins(scan, begin):
        begin += 1
    return (begin, end) if begin < end else None


def main_subject(scan: Scan, end: int | None = None) -> Tokens | None:
    """The subject of the first main clause of a sentence."""
    stop = scan.size if end is None else end
    for first, last in segments(scan, 0, stop):
        if scan.comma(first - 1) and is_relative(scan, first):
            continue
        verb = finite_in(scan, first, last)
        if verb is None:
            continue
        start = clause_start(scan, verb)
        found = before(scan, start, verb) if start < verb else None
        if scan.is_(verb + 1, "nominatives"):
            return verb + 1, verb + 2
        if found is not None and not speaks(scan, found):
            other = behind(scan, verb + 1)
            return other if other is not None and speaks(scan, other) else found
        return found or behind(scan, verb + 1)
    return None
