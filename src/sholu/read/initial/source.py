"""Who says what begins behind a verb of saying."""

from sholu.read.initial.group import group_at
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, noun_at
from sholu.read.initial.place import document, house, is_plural
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.shared import shared_subject
from sholu.read.initial.subject import ending_at, main_subject, subject_of


def speaker(scan: Scan, hit: Hit, last: Tokens | None, start: int) -> tuple[Tokens | None, bool]:
    """Who says what begins at `start`, and whether the sentence prints it."""
    if hit.cue.form == "impersonal":
        return document(scan, hit), True
    source = _quoted_one(scan, hit, start)
    if source is None and hit.cue.form == "finite":
        source = subject_of(scan, hit) if hit.tied is None else (hit.tied, hit.tied + 1)
        if source is not None and is_plural(scan, hit):
            source = _whole_house(scan, hit, source)
        if source is None and (scan.lexicon.inverted or hit.start == 0):
            source = _behind_its_verb(scan, hit, start) or house(scan, hit)
    if (
        source is None
        and hit.cue.form == "participle"
        and not (scan.comma(hit.start - 1) or scan.quoted(hit.start - 1))
        and not scan.link(hit.start, "gerund")
    ):
        behind = scan.is_(hit.start - 1, Word.PREPOSITION | Word.SUBORDINATOR)
        source = _cited(scan, hit) or _seen(scan, hit)
        source = source or (None if behind else subject_of(scan, hit))
    if source is None and hit.cue.form in ("finite", "participle"):
        source = shared_subject(scan, hit)
    if source is None and hit.cue.form == "infinitive":
        prepositional = scan.lexicon.prepositional
        source = _willing(scan, hit) if prepositional else _governor(scan, hit)
    if source is None and is_plural(scan, hit) and scan.is_(hit.start - 1, Word.OBJECT):
        return None, True
    if source is None:
        source = last
    if source is None:
        source = main_subject(scan)
        if source is not None and source[0] <= hit.at < source[1]:
            source = None
    return source, source is not None


def _whole_house(scan: Scan, hit: Hit, source: Tokens) -> Tokens:
    """The institution a source is only the last word of ("в пресс-службе МВД сообщили")."""
    whole = house(scan, hit)
    if whole is not None and whole[0] < source[0] and source[1] <= whole[1]:
        return whole
    return source


def _behind_its_verb(scan: Scan, hit: Hit, start: int) -> Tokens | None:
    group = group_at(scan, hit.start)
    if group is None or group.hit is not hit or group.source is None:
        return None
    return group.source if group.source[1] < start else None


def _governor(scan: Scan, hit: Hit) -> Tokens | None:
    """The subject of the verb an infinitive hangs on ("he appeared to say")."""
    verb = hit.start - 2
    if verb < 1 or scan.mark(verb):
        return None
    source = ending_at(scan, verb - 1)
    if source is None or source[1] - source[0] > 6:
        return None
    named = scan.capital(source[1] - 1) or scan.is_(source[0], Word.PRONOUN | Word.DETERMINER)
    return source if named else None


def _willing(scan: Scan, hit: Hit) -> Tokens | None:
    """The pronoun before the verb that an infinitive hangs on: "qu'il veut interpeller"."""
    at = hit.start - 2
    pronoun = scan.is_(at, Word.PRONOUN) and not scan.is_(at, Word.DETERMINER | Word.OBJECT)
    return (at, at + 1) if pronoun and not scan.mark(hit.start - 1) else None


def _seen(scan: Scan, hit: Hit) -> Tokens | None:
    """The one shown or heard to say it ("footage of Roe saying")."""
    begin = hit.start
    while begin > 0 and scan.capital(begin - 1) and not scan.words[begin - 1]:
        begin -= 1
    if begin == hit.start or not scan.is_(begin - 1, Word.OF):
        return None
    return begin, hit.start


def _quoted_one(scan: Scan, hit: Hit, start: int) -> Tokens | None:
    """The one whose words are quoted ("цитирует мэра: «…»", "цитирует его слова: «…»")."""
    if not hit.takes("cited") or scan.low(start - 1) != ":":
        return None
    if scan.is_(hit.end, Word.POSSESSIVE):
        return hit.end, hit.end + 1
    source = noun_at(scan, hit.end)
    return source if source is not None and source[1] == start - 1 else None


def _cited(scan: Scan, hit: Hit) -> Tokens | None:
    """The one quoted "as saying"."""
    if not scan.is_(hit.start - 1, Word.AS):
        return None
    for other in scan.hits:
        if other.takes("saying") and other.end < hit.start and not other.passive:
            source = noun_at(scan, other.end)
            return source if source is not None and source[1] == hit.start - 1 else None
    return None
