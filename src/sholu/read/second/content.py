"""Where what is said begins behind its verb, and where it ends."""

from sholu.read.second.field import finite_in, is_finite, is_relative, is_surely_finite
from sholu.read.second.scan import Hit, Scan, Tokens

_LONGEST_LABEL = 16


def behind(scan: Scan, hit: Hit, source: Tokens | None) -> Tokens | None:
    """The tokens that are said, behind the verb; None where nothing said follows."""
    at = hit.end
    if source is not None and source[0] >= hit.verb:
        at = max(at, source[1])
    while at < scan.size:
        if scan.quoted(at):
            found = _quotation(scan, hit, at)
            if found is not None:
                return found
        if scan.tokens[at].text == ":":
            return _behind_colon(scan, hit, at)
        if any(other.verb == at and not other.bare for other in scan.hits):
            return None
        if scan.comma(at):
            start = _behind_comma(scan, hit, at, source)
            if start is not None:
                return start, end_of(scan, hit, start)
            if not _may_skip(scan, at):
                return None
        elif scan.tokens[at].text == ";" or scan.dash(at):
            return None
        elif scan.is_(at, "complementisers"):
            return at + 1, end_of(scan, hit, at + 1)
        elif hit.takes("infinitive") and is_to_infinitive(scan, at):
            return at, end_of(scan, hit, at)
        elif scan.is_(at, "coordinators") and any(
            other.verb in (at + 1, at + 2) for other in scan.hits
        ):
            return None
        at += 1
    return None


def _behind_colon(scan: Scan, hit: Hit, colon: int) -> Tokens | None:
    """What stands behind a colon, unless it has a verb of saying of its own."""
    at = colon + 1
    if at >= scan.size or (hit.cue.sense != "say" and not scan.quoted(at)):
        return None
    quote = next((i for i in range(at, scan.size) if scan.quoted(i)), None)
    for other in scan.hits:
        if quote is None or other.verb < at or other.final or other.bare:
            continue
        behind_quote = quote == at and scan.comma(at + 1) and other.verb == at + 2
        if other.verb < quote or behind_quote:
            return None
    return at, end_of(scan, hit, at)


def _quotation(scan: Scan, hit: Hit, at: int) -> Tokens | None:
    """A quotation behind a verb without a colon: speech, or a label ("nannte es „…“")."""
    if scan.tokens[at - 1].text in ",:":
        return at, end_of(scan, hit, at)
    named = scan.is_(at - 1, "about", "label_as") or hit.takes("label")
    if named or _is_whole(scan, at) or at == hit.end:
        return _joined(scan, at)
    begin = at
    while begin > hit.end and not scan.stop(begin - 1) and at - begin < _LONGEST_LABEL:
        if scan.is_(begin - 1, "label_as", "about"):
            marked = hit.takes("label_as", "about")
            return _joined(scan, at) if marked else None
        begin -= 1
    return None


def _joined(scan: Scan, at: int) -> Tokens:
    """A quotation and others joined to it by "und"."""
    end = at + 1
    while scan.is_(end, "coordinators") and scan.quoted(end + 1):
        end += 2
    return at, end


def _is_whole(scan: Scan, at: int) -> bool:
    """Whether the quotation is a sentence of its own."""
    quote = scan.tokens[at].quote
    if quote is None or quote.end - quote.start < 2:
        return False
    words = scan.text[quote.start : quote.end].split()
    return len(words) > 2 and words[0][:1].isupper() and words[-1][-1] in ".?!…"


def _behind_comma(scan: Scan, hit: Hit, comma: int, source: Tokens | None) -> int | None:
    """Where a clause begins that is said, behind a comma."""
    at = comma + 1
    if scan.quoted(at):
        return at
    if scan.is_(at, "complementisers"):
        return at + 1
    close = _close(scan, at)
    infinitive = hit.cue.form == "infinitive"
    if _is_infinitive_clause(scan, at, close):
        return at if hit.takes("infinitive", "clause") and not (hit.negated or infinitive) else None
    asks = scan.is_(at, "questions") and hit.takes("question", "clause")
    asks = asks and (hit.takes("question") or not scan.is_(at, "relatives"))
    if asks and (finite_in(scan, at, close) == close - 1 or not scan.is_(at, "as_words")):
        return None if _is_about_saying(scan, at, close) else at
    if infinitive and not any(scan.is_(i, "reported") for i in range(at, close)):
        return None
    if hit.negated or not hit.takes("clause", "infinitive", "question"):
        return None
    if scan.is_(at, "contrasts", "relative_questions") or is_relative(scan, at):
        return None
    if scan.is_(at + 1, "complementisers"):
        # "so dass", "als dass": what follows from it, not what is said.
        return None
    if scan.is_(at, "subordinators"):
        return at if _is_reported_behind(scan, at, close) else None
    return _main_clause(scan, hit, (comma, close), source)


def _main_clause(scan: Scan, hit: Hit, comma: Tokens, source: Tokens | None) -> int | None:
    """The beginning of a clause with its verb second, between a comma and the next stop.

    In the mood of report it is what is said; else only right behind a plain verb of saying.
    """
    at, close = comma[0] + 1, comma[1]
    verb = finite_in(scan, at, close)
    if verb is None:
        # "sagte, die Brücke, die alt sei, werde …"
        later = next((i for i in range(close, scan.size) if scan.is_(i, "reported")), None)
        if any(scan.quoted(i) for i in range(at + 1, close)) and comma[0] == hit.end:
            return at
        return at if later is not None and not _is_apposed(scan, close) else None
    direct = hit.takes("question") and comma[0] <= _group_end(scan, hit, source)
    reported = any(scan.is_(i, "reported", "reported_or_not") for i in range(at, scan.size))
    return at if verb > at and (direct or reported) else None


def _group_end(scan: Scan, hit: Hit, source: Tokens | None) -> int:
    """Behind the verb, its source and the adverbials that follow them."""
    end = max(hit.end, source[1] if source is not None and source[0] >= hit.verb else 0)
    while end < scan.size and not scan.stop(end):
        end += 1
    return end


def _is_apposed(scan: Scan, close: int) -> bool:
    """Whether a clause of its own, with its complementiser, follows: an apposition ends there."""
    behind_it = close + 1
    if scan.is_(behind_it, "complementisers") or scan.tokens[min(close, scan.size - 1)].text == ":":
        return True
    return not is_relative(scan, behind_it) and finite_in(scan, behind_it, scan.size) is not None


def _is_about_saying(scan: Scan, at: int, close: int) -> bool:
    """Whether "wie X sagte" stands there, an aside."""
    if not scan.is_(at, "as_words"):
        return False
    return any(at < hit.verb < close and hit.final for hit in scan.hits)


def _is_reported_behind(scan: Scan, at: int, close: int) -> bool:
    """Whether a condition opens what is said ("sagte, wenn es regne, werde er gehen")."""
    verbs = [i for i in range(at, scan.size) if is_finite(scan, i)]
    if any(at < i < close and scan.is_(i, "reported") for i in verbs):
        return True
    return any(i == close + 1 for i in verbs)


def _may_skip(scan: Scan, comma: int) -> bool:
    """Whether an aside stands behind the comma, behind which what is said may begin."""
    if scan.is_(comma + 1, "contrasts"):
        return False
    return _close(scan, comma + 1) < scan.size


def _close(scan: Scan, at: int) -> int:
    """Where the piece of a sentence ends that begins at `at`."""
    return next((i for i in range(at, scan.size) if scan.stop(i)), scan.size)


def _is_infinitive_clause(scan: Scan, at: int, close: int) -> bool:
    """Whether an infinitive with "zu" ends the piece, without a finite verb."""
    if scan.is_(at, "subordinators") and not scan.is_(at, "infinitive"):
        return False
    for later in range(max(at, close - 4), close):
        if is_to_infinitive(scan, later):
            return not any(
                is_surely_finite(scan, i) and not scan.ends(i, "infinitive")
                for i in range(at, later)
            )
    return False


def is_to_infinitive(scan: Scan, at: int) -> bool:
    """Whether "zu gehen" or "mitzuteilen" stands there."""
    if scan.low(at) == "zu":
        verb = at + 1
        return scan.word(verb) and not scan.capital(verb) and scan.ends(verb, "infinitive")
    low = scan.low(at)
    infix = low.find("zu", 2)
    return infix > 0 and not scan.capital(at) and scan.ends(at, "infinitive") and len(low) > 7


def end_of(scan: Scan, hit: Hit | None, start: int) -> int:
    """Behind the last token of what is said, which begins at `start`."""
    if scan.quoted(start) and scan.tokens[start - 1].text in ",:":
        end = _joined(scan, start)[1]
        while scan.quoted(end):
            end += 1
        if scan.stop(end) or scan.is_(end, "coordinators") or _is_whole(scan, end - 1):
            return end
    embedded = hit is not None and hit.final
    seen_verb = False
    for at in range(start, scan.size):
        seen_verb = seen_verb or is_finite(scan, at)
        if scan.tokens[at].text == ";":
            return at
        if scan.comma(at) and at > start and _ends_at(scan, at, hit):
            return at
        if embedded and scan.comma(at) and seen_verb and _resumes(scan, at + 1):
            return at
        if at > start and scan.is_(at, "contrasts") and _new_saying(scan, at, hit):
            return at - 1 if scan.comma(at - 1) else at
    return scan.size


def _resumes(scan: Scan, at: int) -> bool:
    """Whether the main clause goes on with its verb behind a subordinate one."""
    return is_finite(scan, at) and not scan.is_(at, "reported") and not scan.capital(at)


def _ends_at(scan: Scan, comma: int, hit: Hit | None) -> bool:
    """Whether an aside that names another source, or the same again, begins behind the comma."""
    at = comma + 1
    if scan.low(at) == "so" and not any(is_finite(scan, i) for i in range(at, _close(scan, at))):
        return True
    for later in scan.hits:
        if later is hit or later.verb <= comma or later.verb >= _close(scan, at):
            continue
        if later.verb == at and not later.final and not scan.is_(at, "reported"):
            return True
        if later.final and scan.is_(at, "as_words"):
            return True
    return False


def _new_saying(scan: Scan, at: int, hit: Hit | None) -> bool:
    """Whether "und", "aber" lead to another verb of saying of the same rank."""
    close = _close(scan, at + 1)
    for later in scan.hits:
        if later is hit or later.final or later.bare or scan.is_(later.verb, "reported"):
            continue
        if later.verb <= at or later.verb >= close:
            continue
        if later.verb == at + 1 or (later.verb == at + 2 and scan.is_(at + 1, "adverbs")):
            return True
        if scan.comma(at - 1) and finite_in(scan, at, close) == later.verb:
            return True
    return False
