"""Institutions that speak through a place: "в министерстве заявили", «…», – пояснили в мэрии."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, noun_at
from sholu.read.initial.scan import LONGEST_NAME, Hit, Scan

_BETWEEN = Word.ADVERB | Word.TIME | Word.OBJECT


def is_plural(scan: Scan, hit: Hit) -> bool:
    """Whether the verb stands in the plural, where it needs no subject ("говорят, что")."""
    return scan.lexicon.cases and hit.cue.form == "finite" and scan.ends(hit.at, "plural")


def house(scan: Scan, hit: Hit) -> Tokens | None:
    """The institution in which a plural verb without a subject is said, its preposition left out.

    It stands right before the verb or right behind it.
    """
    if not is_plural(scan, hit):
        return None
    return _before(scan, hit) or _behind(scan, hit.end)


def _before(scan: Scan, hit: Hit) -> Tokens | None:
    for at in range(hit.start - 1, max(-1, hit.start - 12), -1):
        if scan.mark(at):
            return None
        if not scan.link(at, "inside"):
            continue
        found = _named(scan, at + 1)
        between = range(found[1], hit.start) if found is not None else ()
        if found is not None and all(scan.is_(i, _BETWEEN) for i in between):
            return found
    return None


def _behind(scan: Scan, at: int) -> Tokens | None:
    while (scan.is_(at, _BETWEEN) or _is_hearer(scan, at)) and not scan.link(at, "inside"):
        at += 1
    return _named(scan, at + 1) if scan.link(at, "inside") else None


def _is_hearer(scan: Scan, at: int) -> bool:
    """Whether somebody told stands there, by role or by a name in marks ("заявили «Вестнику»")."""
    return scan.is_(at, Word.HEARER) or (
        scan.quoted(at) and len(scan.tokens[at].text) < LONGEST_NAME
    )


def _named(scan: Scan, at: int) -> Tokens | None:
    """The noun phrase there, where it is an institution's."""
    first = at
    while first < scan.size and scan.is_(first, Word.POSSESSIVE):
        first += 1
    found = noun_at(scan, first)
    if found is None or scan.is_(first, Word.TIME):
        return None
    heads = range(first, min(found[1], first + 3))
    if not (scan.capital(first) or any(scan.link(i, "houses") for i in heads)):
        return None
    return at, found[1]


def fronted(scan: Scan, hit: Hit, source: Tokens | None) -> Tokens | None:
    """The label before a place and its verb: "главной темой в министерстве называют"."""
    if source is None or not hit.takes("label") or source[1] > hit.start:
        return None
    place = source[0] - 1
    if place < 1 or not scan.link(place, "inside") or not is_plural(scan, hit):
        return None
    begin = place
    while begin > 0 and not scan.mark(begin - 1) and not scan.is_(begin - 1, Word.CONTRAST):
        begin -= 1
    named = range(begin, place)
    if scan.is_(begin, Word.PREPOSITION | Word.ADVERB | Word.TIME):
        return None
    return (begin, place) if any(scan.ends(at, "oblique_noun") for at in named) else None


def document(scan: Scan, hit: Hit) -> Tokens | None:
    """The document that says it ("в заявлении говорится")."""
    for at in range(max(0, hit.at - 12), min(scan.size, hit.end + 6)):
        if scan.is_(at, Word.DOCUMENT):
            end = at + 1
            while end < scan.size and end < at + 6 and end != hit.at and not scan.mark(end):
                if scan.words[end] & (Word.PREPOSITION | Word.TIME | Word.ADVERB):
                    break
                end += 1
            return at, end
    return None
