"""A subject whose verb stands behind asides ("Jane Roe, 59, of Norvik, who saw it, said")."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, continues, is_apposition
from sholu.read.initial.scan import Scan
from sholu.read.initial.verb import is_verb
from sholu.read.page import NUMBER

_FARTHEST = 50
_NO_BEGINNING = Word.PREPOSITION | Word.OPENER | Word.ADVERB | Word.OBJECT | Word.TIME
_BREAKS = frozenset(":;")


def over_asides(scan: Scan, comma: int) -> Tokens | None:
    """The noun phrase a clause begins with, where nothing but asides leads up to the comma.

    Args:
        scan: the sentence.
        comma: the mark that closes the last aside, right before the verb.
    """
    if scan.lexicon.inverted or not scan.comma(comma):
        return None
    begin = _clause_start(scan, comma)
    if begin is None or not _may_begin(scan, begin):
        return None
    end = begin + 1
    while end < comma and continues(scan, end):
        end += 1
    if (
        end >= comma
        or not (scan.comma(end) or scan.low(end) == "(")
        or not _only_asides(scan, end, comma)
    ):
        return None
    return begin, end


def _clause_start(scan: Scan, comma: int) -> int | None:
    """Behind the last quotation, colon or semicolon, or where the sentence begins."""
    for at in range(comma - 1, max(-1, comma - _FARTHEST), -1):
        nickname = scan.quoted(at) and scan.capital(at - 1) and scan.capital(at + 1)
        if (scan.quoted(at) and not nickname) or scan.tokens[at].text in _BREAKS:
            return at + 1
    return 0 if comma < _FARTHEST else None


def _may_begin(scan: Scan, at: int) -> bool:
    if scan.mark(at) or scan.is_(at, _NO_BEGINNING):
        return False
    return scan.capital(at) or scan.is_(at, Word.DETERMINER | Word.ROLE | Word.TITLE)


def _only_asides(scan: Scan, start: int, comma: int) -> bool:
    """Whether no verb stands between but in a relative clause, and an aside closes the stretch."""
    last = max(at for at in range(start, comma) if scan.comma(at) or scan.low(at) == "(")
    opens = scan.is_(last + 1, Word.RELATIVE | Word.PREPOSITION) or is_apposition(scan, last + 1)
    opens = opens or scan.low(last) == "(" or scan.tokens[last + 1].kind == NUMBER
    if not (opens or scan.ends(last + 1, "participle")):
        return False
    verb = next((at for at in range(start, comma) if is_verb(scan, at)), comma)
    relative = next((at for at in range(start, comma) if scan.is_(at, Word.RELATIVE)), comma)
    return verb == comma or relative < verb
