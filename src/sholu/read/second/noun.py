"""The noun phrase that names a source, read from its beginning."""

from sholu.read.second.field import finite_in, is_finite, is_relative
from sholu.read.second.scan import Scan, Tokens

FARTHEST = 30
_LONGEST_NAME = 44
_LONGEST_APPOSITION = 18
_SPEAKERS = frozenset(("roles", "groups", "institutions", "media", "documents"))


def begins(scan: Scan, at: int) -> bool:
    """Whether a noun phrase that can be a subject begins there."""
    if not 0 <= at < scan.size:
        return False
    if scan.quoted(at):
        return len(scan.tokens[at].text) < _LONGEST_NAME
    if scan.is_(at, "oblique_determiners", "object_pronouns"):
        return False
    if scan.is_(at, "pronouns", "determiners"):
        return True
    if scan.is_(at, "adverbs", "prepositions", "subordinators", "negations", "modals"):
        return scan.noun(at)
    if scan.capital(at):
        return not scan.is_(at, "times")
    if scan.number(at):
        return scan.capital(at + 1) or _is_adjective(scan, at + 1)
    return _is_adjective(scan, at) and not is_finite(scan, at)


def _opens(scan: Scan, at: int) -> bool:
    """Whether a noun phrase in any case begins there."""
    if not 0 <= at < scan.size:
        return False
    return scan.capital(at) or scan.is_(at, "determiners") or _is_adjective(scan, at)


def _is_adjective(scan: Scan, at: int) -> bool:
    """Whether small words lead to a noun ("übereinstimmenden lokalen Berichten")."""
    for later in range(at, min(scan.size, at + 4)):
        if scan.capital(later):
            return later > at
        if not scan.word(later) or scan.lists[later] or not scan.low(later).endswith(_ADJECTIVE):
            return False
    return False


_ADJECTIVE = ("e", "en", "er", "es", "em")


def phrase_end(scan: Scan, at: int, *, apposition: bool = True) -> int:
    """Behind the noun phrase that begins at `at`."""
    if _is_pronoun(scan, at):
        return at + 1
    end = _core(scan, at)
    while end < scan.size and end - at < FARTHEST:
        more = _attached(scan, end)
        if more == end:
            break
        end = more
    return _with_apposition(scan, at, end) if apposition else end


def _is_pronoun(scan: Scan, at: int) -> bool:
    if not scan.is_(at, "pronouns") or scan.noun(at):
        return False
    return not scan.is_(at, "determiners") or not (
        scan.capital(at + 1)
        or _is_adjective(scan, at + 1)
        or scan.number(at + 1)
        or (scan.quoted(at + 1) and len(scan.tokens[at + 1].text) < _LONGEST_NAME)
    )


def _core(scan: Scan, at: int) -> int:
    """Behind article, adjectives, noun and the name that follows it."""
    end = at
    while end < scan.size and not scan.capital(end) and not scan.quoted(end):
        if end > at and (scan.mark(end) or is_finite(scan, end)):
            return end
        if end > at and scan.is_(end, "adverbs", "subordinators") and not scan.number(end):
            return end
        end += 1
    while end < scan.size and _goes_on(scan, end):
        end += 1
    return max(end, at + 1)


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether a noun or name goes on there."""
    token = scan.tokens[at]
    if scan.capital(at):
        return not scan.is_(at, "times") or scan.tokens[at - 1].text in "./-"
    if token.text in ".&’'/":
        joined = token.start == scan.tokens[at - 1].end
        return joined and (scan.capital(at + 1) or scan.number(at + 1))
    if scan.quoted(at):
        named = len(token.text) < _LONGEST_NAME and not scan.comma(at - 1)
        return named and token.text[1:2].isupper()
    if scan.is_(at, "name_words") and scan.capital(at - 1) and scan.capital(at + 1):
        plain = not scan.is_(at, "determiners", "prepositions", "coordinators")
        return plain or scan.is_(at, "noble")
    return False


def _attached(scan: Scan, at: int) -> int:
    """Behind what belongs to the noun before `at`: a genitive, "von …", "(SPD)", "und …"."""
    if scan.low(at) == "(":
        close = next((i for i in range(at, min(scan.size, at + 14)) if scan.low(i) == ")"), None)
        return at if close is None else close + 1
    if scan.number(at) and scan.word(at - 1) and not scan.word(at + 1):
        return at + 1
    if scan.is_(at, "genitive_determiners") and (
        scan.capital(at + 1) or _is_adjective(scan, at + 1)
    ):
        return at if _is_hearer(scan, at) else _core(scan, at)
    linked = scan.is_(at, "linking") and not scan.is_(at, "genitive_determiners")
    if linked and not scan.is_(at + 1, "times") and _opens(scan, at + 1):
        return _core(scan, at + 1)
    if scan.is_(at, "coordinators") and not scan.capital(at) and _opens(scan, at + 1):
        end = _core(scan, at + 1)
        return at if end < scan.size and is_finite(scan, end) and _own_clause(scan, at) else end
    return at


def _own_clause(scan: Scan, at: int) -> bool:
    """Whether a finite verb stands before "und", so that a clause of its own may follow it."""
    return finite_in(scan, max(0, at - 12), at) is not None


def _is_hearer(scan: Scan, at: int) -> bool:
    """Whether "der Zeitung X" behind a name is the one spoken to."""
    if not scan.is_(at, "oblique_determiners") and scan.low(at) not in ("der", "einer"):
        return False
    if scan.is_(at - 1, "roles", "groups", "institutions", "documents", "acts", "writings"):
        return False
    return any(scan.is_(i, "media") for i in range(at + 1, min(scan.size, at + 4)))


def _with_apposition(scan: Scan, start: int, end: int) -> int:
    """The end of the phrase with the role or name that stands behind a comma."""
    at = end
    while scan.comma(at) and at - start < FARTHEST:
        close = apposition_end(scan, at + 1)
        if close is None:
            break
        end = at = close
    return end


def apposition_end(scan: Scan, at: int) -> int | None:
    """Behind the apposition that begins at `at`; None where something else begins there."""
    if not _opens(scan, at) or is_relative(scan, at) or scan.is_(at, "subordinators"):
        return None
    if scan.is_(at, "object_pronouns") and not scan.capital(at):
        return None
    close = at
    while close < scan.size and close - at < _LONGEST_APPOSITION and not scan.stop(close):
        if is_finite(scan, close) or scan.is_(close, "negations"):
            return None
        close += 1
    return close if scan.stop(close) and _names(scan, at, close) else None


def _names(scan: Scan, at: int, close: int) -> bool:
    return any(scan.capital(i) for i in range(at, close))


def speaks(scan: Scan, source: Tokens) -> bool:
    """Whether a name, a pronoun or a noun for somebody who speaks stands there."""
    if scan.is_(source[0], "pronouns") and source[1] == source[0] + 1:
        return scan.low(source[0]) not in ("es", "das", "dieses")
    if any(_is_speaker(scan, at) for at in range(*source)):
        return True
    names = [at for at in range(*source) if scan.capital(at)]
    return len(names) > 1 and not scan.is_(source[0], "determiners")


def _is_speaker(scan: Scan, at: int) -> bool:
    """Whether a noun, or the last part of a compound, is one for somebody who speaks."""
    if not scan.capital(at):
        return False
    low = scan.low(at)
    return any(
        names & _SPEAKERS
        for cut in range(max(1, len(low) - 4))
        if (names := scan.lexicon.lists.get(low[cut:]))
    )
