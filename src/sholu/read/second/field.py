"""The fields of a clause: where it begins, what opens it, and which verb is finite in it."""

from sholu.read.cue import Cue
from sholu.read.second.scan import Scan

_FARTHEST = 60


def is_finite(scan: Scan, at: int) -> bool:
    """Whether the token looks like a finite verb, by list or by its ending."""
    if not scan.word(at) or (scan.capital(at) and not scan.fresh(at)):
        return False
    if is_surely_finite(scan, at):
        return True
    if scan.lists[at] or len(scan.low(at)) < 4 or not scan.ends(at, "verb") or scan.capital(at):
        return False
    # "die geplante Reise" is an adjective, "die Firma plante den Bau" a verb.
    behind = scan.capital(at + 1) and not scan.is_(at + 1, "times")
    return not behind or scan.capital(at - 1)


def is_surely_finite(scan: Scan, at: int) -> bool:
    """Whether the token is a finite form that stands in a list."""
    if not scan.word(at) or (scan.capital(at) and not scan.fresh(at)):
        return False
    if scan.low(at - 1) == "zu" and at > 0:
        # "zu lassen": an infinitive.
        return False
    if scan.is_(at, "auxiliaries", "modals", "finite", "reported", "reported_or_not"):
        return True
    return any(_is_verb(cue) for cue in scan.lexicon.cues.get(scan.low(at), ()))


def _is_verb(cue: Cue) -> bool:
    """Whether the first word of a cue is a finite verb ("teilte … mit", not "zu Protokoll gab")."""
    return cue.form == "finite" or (cue.form == "final" and len(cue.words) == 1)


def is_relative(scan: Scan, at: int) -> bool:
    """Whether a relative clause begins at `at`, behind its comma."""
    if scan.is_(at, "prepositions") and not scan.capital(at):
        at += 1
    if not scan.is_(at, "relatives") or scan.capital(at):
        return False
    if not scan.is_(at, "determiners"):
        return True
    # "die Behörden sagten" or "die Behörden, die das sagten": the verb at the end tells.
    end = next((i for i in range(at + 1, scan.size + 1) if scan.stop(i)), scan.size)
    if end <= at + 2:
        return is_finite(scan, at + 1)
    sure = next((i for i in range(at + 1, end) if is_surely_finite(scan, i)), None)
    if sure is None:
        return is_finite(scan, end - 1)
    # "aufgerufen haben soll": verbs and nothing else follow.
    return all(scan.is_(i, "auxiliaries", "modals", "passive") for i in range(sure + 1, end))


def opens_subordinate(scan: Scan, at: int) -> bool:
    """Whether a clause that begins at `at` has its verb at its end."""
    while scan.is_(at, "coordinators", "focus") and not scan.is_(at, "subordinators"):
        at += 1
    if scan.is_(at, "subordinators") and scan.is_(at, "prepositions"):
        # "seit Mai" or "seit er da ist": the verb at the end tells.
        close = next((i for i in range(at, scan.size) if scan.stop(i)), scan.size)
        return is_finite(scan, close - 1)
    return scan.is_(at, "subordinators") or (scan.comma(at - 1) and is_relative(scan, at))


def opening(scan: Scan, at: int) -> int:
    """The token that opens the subordinate clause whose verb stands at `at`.

    What stands between two commas before the verb may be an aside: "wie X, der Chef, sagte".
    """
    nearest = begin = _piece_start(scan, at)
    for _ in range(3):
        if opens_subordinate(scan, begin):
            return begin
        aside = begin == nearest or finite_in(scan, begin, at) is None
        if begin < 2 or not scan.comma(begin - 1) or not aside or scan.is_(begin, "contrasts"):
            break
        begin = _piece_start(scan, begin - 1)
    return nearest


def _piece_start(scan: Scan, at: int) -> int:
    while at > 0 and not scan.stop(at - 1):
        at -= 1
    return at


def segments(scan: Scan, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The pieces of a range between commas and other stops."""
    stop = scan.size if end is None else end
    pieces = []
    begin = start
    for at in range(start, stop + 1):
        if at == stop or scan.stop(at):
            if at > begin:
                pieces.append((begin, at))
            begin = at + 1
    return pieces


def finite_in(scan: Scan, start: int, end: int) -> int | None:
    """The first finite verb of a range."""
    return next((at for at in range(start, end) if is_finite(scan, at)), None)


def main_verb(scan: Scan, start: int = 0, end: int | None = None) -> int | None:
    """The finite verb in the second place of a range's main clause."""
    for first, last in segments(scan, start, end):
        if opens_subordinate(scan, first):
            continue
        verb = finite_in(scan, first, last)
        if verb is not None:
            return verb
    return None


def clause_start(scan: Scan, verb: int) -> int:
    """The token with which the clause begins whose finite verb stands second at `verb`.

    Appositions and relative clauses before the verb belong to the clause: "X, der Chef, sagte".
    """
    at = verb
    while at > 0 and verb - at < _FARTHEST:
        if scan.tokens[at - 1].text in ":;" or scan.dash(at - 1):
            return at
        if scan.quoted(at - 1) and (_ends_speech(scan, at - 1) or _fills_field(scan, at, verb)):
            return at
        if scan.comma(at - 1):
            inner = _inner(scan, at, verb)
            if inner is None:
                return at
            at = inner
            continue
        joined = scan.is_(at - 1, "coordinators") and at - 1 > 0 and not scan.capital(at)
        if joined and (at == verb or not scan.capital(at - 2)):
            return at
        at -= 1
    return at


def _fills_field(scan: Scan, at: int, verb: int) -> bool:
    """Whether a quotation stands right before the verb, and nothing before it."""
    if at != verb or (at > 1 and scan.tokens[at - 2].text != ":"):
        return False
    return len(scan.tokens[at - 1].text.split()) > 2


def _ends_speech(scan: Scan, at: int) -> bool:
    quote = scan.tokens[at].quote
    return quote is not None and scan.text[quote.end - 1 : quote.end] in (",", "!", "?", ".")


def _inner(scan: Scan, at: int, verb: int) -> int | None:
    """Where what stands between two commas before the verb begins: at its first comma.

    None where the comma before `at` is the clause's own beginning.
    """
    if at < verb:
        return None
    close = at - 1
    begin = close
    while begin > 0 and not scan.stop(begin - 1):
        if scan.quoted(begin - 1) and _ends_speech(scan, begin - 1):
            return None
        begin -= 1
    if scan.is_(begin, "complementisers", "questions") and not scan.is_(begin, "subordinators"):
        return None
    if begin == 0:
        # "Als er kam, sagte X": what stands first is a clause of its own.
        return 0 if _is_adverbial(scan, begin, close) else None
    if not scan.comma(begin - 1):
        return None
    if is_relative(scan, begin) or _may_be_relative(scan, begin, close):
        return begin - 1
    if finite_in(scan, begin, close) is None and not _holds_clause(scan, begin - 1):
        return begin - 1
    if _is_adverbial(scan, begin, close):
        return begin - 1
    return None


def _may_be_relative(scan: Scan, begin: int, close: int) -> bool:
    """Whether a relative pronoun opens a piece whose verb no list holds ("die ihn schrieben")."""
    if not scan.is_(begin, "relatives") or scan.capital(close - 1) or close - begin < 3:
        return False
    return not any(is_surely_finite(scan, at) for at in range(begin + 1, close - 1))


def _is_adverbial(scan: Scan, begin: int, close: int) -> bool:
    if not scan.is_(begin, "subordinators"):
        return False
    return not scan.is_(begin, "complementisers") and finite_in(scan, begin, close) is not None


def _holds_clause(scan: Scan, comma: int) -> bool:
    """Whether a whole main clause stands before a comma."""
    begin = comma
    while begin > 0 and scan.tokens[begin - 1].text not in ":;":
        begin -= 1
    return main_verb(scan, begin, comma) is not None
