"""The subject that a verb of saying shares with a verb before it ("X came and said that")."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, noun_at
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.subject import subject_of
from sholu.read.initial.verb import is_verb

_FARTHEST = 40
_SMALL = Word.ADVERB | Word.TIME | Word.OBJECT
_OWN_CLAUSE = Word.SUBORDINATOR | Word.COMPLEMENTISER


def shared_subject(scan: Scan, hit: Hit) -> Tokens | None:
    """The subject of the verb that this one is joined to, before that verb or behind it.

    For languages with cases: "Вышел мэр и сказал", "когда она вышла и".
    """
    if not scan.lexicon.cases:
        return None
    if hit.cue.form == "participle":
        return _of_opening_clause(scan, hit)
    at = hit.start - 1
    while at > 0 and scan.is_(at, _SMALL) and not scan.is_(at, Word.COORDINATOR):
        at -= 1
    if at < 1 or not scan.is_(at, Word.COORDINATOR):
        return None
    verb = _verb_before(scan, at)
    return None if verb is None else _subject_of(scan, hit, verb)


def _of_opening_clause(scan: Scan, hit: Hit) -> Tokens | None:
    """The subject of the clause a sentence opens with ("когда она вышла, объявляя, что")."""
    if not scan.is_(0, Word.SUBORDINATOR) or not scan.comma(hit.start - 1):
        return None
    found = noun_at(scan, 1, bare=True)
    return found if found is not None and found[1] < hit.start - 1 else None


def _verb_before(scan: Scan, end: int) -> int | None:
    """The nearest verb before `end` that no clause between two commas holds."""
    at = end - 1
    apart = scan.comma(at)
    while at >= max(0, end - _FARTHEST):
        if scan.tokens[at].text in ":;" or (scan.quoted(at) and scan.comma(at - 1)):
            return None
        if is_verb(scan, at):
            mark = at
            while mark > 0 and not scan.mark(mark - 1):
                mark -= 1
            if not _is_aside(scan, mark, apart):
                return at
            at = mark
        apart = apart or scan.comma(at)
        at -= 1
    return None


def _is_aside(scan: Scan, first: int, apart: bool) -> bool:
    """Whether a clause that begins at `first` stands between two commas, told of a noun."""
    if scan.is_(first, Word.RELATIVE) or scan.is_(first + 1, Word.RELATIVE):
        return first > 0
    return apart and first > 0 and scan.is_(first, _OWN_CLAUSE)


def _subject_of(scan: Scan, hit: Hit, verb: int) -> Tokens | None:
    found = subject_of(scan, Hit(hit.cue, verb, verb + 1, verb))
    if found is not None and found[0] < verb:
        return found
    begin = verb
    while begin > 0 and not scan.mark(begin - 1):
        begin -= 1
    small = all(scan.is_(at, _SMALL | Word.OPENER) for at in range(begin, verb))
    if not small and not scan.is_(begin, Word.PREPOSITION):
        return None
    found = noun_at(scan, verb + 1, bare=True)
    return found if found is not None and found[1] < hit.start else None
