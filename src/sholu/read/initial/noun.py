"""The noun phrase that names a source, read from its beginning, without a parser."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import LONGEST_NAME, Scan
from sholu.read.initial.verb import is_verb
from sholu.read.page import NUMBER

Tokens = tuple[int, int]
FARTHEST = 28
STOPS = Word.OPENER | Word.RELATIVE | Word.AUXILIARY | Word.NEGATION | Word.VERB
_NO_BEGINNING = STOPS | Word.PREPOSITION | Word.ADVERB | Word.OBJECT | Word.TIME | Word.HEARER
_BEFORE_DETERMINER = Word.PREPOSITION | Word.LINKING | Word.COORDINATOR | Word.OF | Word.DETERMINER
_ALSO_NOUNS = Word.ROLE | Word.DOCUMENT | Word.NOUN
NAME_PARTS = frozenset(".&'’/-")
_NO_PHRASE = STOPS | Word.PREPOSITION | Word.DETERMINER | Word.TIME | Word.PRONOUN


def noun_at(scan: Scan, at: int, *, phrase: bool = False, bare: bool = False) -> Tokens | None:
    """The noun phrase that begins at `at`, behind a verb ("said Jane Roe, the mayor").

    Args:
        scan: the sentence.
        at: a token.
        phrase: behind a phrase ("по словам"), where those mostly spoken to may be the source.
        bare: a clause follows, so that only a role with its article is taken for an apposition.
    """
    if not _begins(scan, at) and not (phrase and scan.is_(at, Word.HEARER)):
        return None
    some = scan.is_(at, Word.QUANTIFIER) and scan.is_(at + 1, Word.LINKING)
    if scan.is_(at, Word.PRONOUN) and not scan.is_(at, Word.DETERMINER | Word.ROLE) and not some:
        return at, at + 1
    end = at + 1
    while end < scan.size and end - at < FARTHEST and continues(scan, end):
        end += 1
    while end > at + 1 and scan.is_(end - 1, Word.LINKING | Word.COORDINATOR | Word.OF):
        end -= 1
    return at, _with_apposition(scan, at, end, bare)


def _begins(scan: Scan, at: int) -> bool:
    if scan.quoted(at):
        return len(scan.tokens[at].text) < LONGEST_NAME and scan.lexicon.cases
    if is_date(scan, at):
        return False
    if scan.mark(at) or (scan.tokens[at].kind == NUMBER and scan.mark(at + 1)):
        return False
    word = scan.words[at]
    if word & (Word.DETERMINER | Word.ROLE | Word.TITLE | Word.PRONOUN):
        return not word & (Word.COMPLEMENTISER | Word.OBJECT) or bool(word & Word.PRONOUN)
    return not word & _NO_BEGINNING


def is_date(scan: Scan, at: int) -> bool:
    """Whether a determiner there opens a date ("ce lundi", "el 12 de marzo", "this week")."""
    if not scan.is_(at, Word.DETERMINER) or at + 1 >= scan.size:
        return False
    if scan.tokens[at + 1].kind == NUMBER:
        return any(scan.is_(later, Word.TIME) for later in (at + 2, at + 3))
    return scan.is_(at + 1, Word.TIME)


def behind_adverbial(scan: Scan, at: int) -> int:
    """The token behind a date or a preposition and its noun phrase that begin at `at`.

    `at` itself where neither begins there, and in languages that tell by case what a noun is.
    """
    if not scan.lexicon.prepositional or scan.mark(at):
        return at
    if is_date(scan, at) or scan.is_(at, Word.TIME):
        return _behind_date(scan, at)
    if not scan.is_(at, Word.PREPOSITION):
        return at
    begin = end = at + 1
    if is_date(scan, begin):
        return _behind_date(scan, begin)
    while end < scan.size and end - begin < FARTHEST and _in_phrase(scan, begin, end):
        end += 1
    return end


def _behind_date(scan: Scan, at: int) -> int:
    times = Word.TIME | Word.DETERMINER | Word.OF | Word.ADVERB
    while at < scan.size and (scan.is_(at, times) or scan.tokens[at].kind == NUMBER):
        if scan.is_(at, Word.DETERMINER) and not is_date(scan, at):
            break
        at += 1
    return at


def _in_phrase(scan: Scan, begin: int, at: int) -> bool:
    """Whether the token belongs to the noun phrase of the preposition before `begin`."""
    if scan.quoted(at):
        return scan.is_(at - 1, Word.DOCUMENT | Word.ROLE | Word.DETERMINER)
    if scan.mark(at):
        return (
            scan.tokens[at].text in NAME_PARTS and scan.tokens[at].end == scan.tokens[at + 1].start
        )
    if scan.is_(at, Word.OF):
        return True
    if at == begin or scan.is_(at - 1, Word.OF | Word.DETERMINER | Word.COORDINATOR):
        return not scan.is_(at, STOPS)
    if scan.is_(at, _NO_PHRASE):
        return False
    if scan.is_(at, Word.COORDINATOR):
        return True
    if scan.is_(at - 1, Word.HEARER):
        return False
    name, before = scan.tokens[at], scan.tokens[at - 1]
    if name.capital and (not before.capital or (before.text.isupper() and len(before.text) > 1)):
        return scan.is_(at - 1, Word.ROLE | Word.DOCUMENT)
    return True


def continues(scan: Scan, at: int) -> bool:
    """Whether the token goes on the noun phrase of the token before it."""
    token, word = scan.tokens[at], scan.words[at]
    if token.low in scan.lexicon.relays and scan.relay(at):
        return False
    if token.text in NAME_PARTS:
        return at + 1 < scan.size and not scan.mark(at + 1) and token.text != "-"
    if token.text == "(":
        return False
    if scan.quoted(at):
        named = scan.lexicon.cases or scan.in_marks(at)[:1].isupper()
        named = named or scan.is_(at - 1, Word.DETERMINER)
        return scan.lexicon.inverted and named and len(token.text) < LONGEST_NAME
    if scan.mark(at):
        return False
    if word & Word.OF:
        return True
    if word & Word.COORDINATOR:
        return at + 1 < scan.size and scan.capital(at + 1) and scan.capital(at - 1)
    if word & Word.LINKING or (word & Word.PLACE and name_behind_place(scan, at) is not None):
        return _links(scan, at)
    if word & Word.PRONOUN and not word & (Word.DETERMINER | Word.ROLE):
        return False
    if token.kind == NUMBER and scan.lexicon.cases:
        return False
    if scan.link(at, "by") and scan.is_(at - 1, Word.DOCUMENT):
        return True
    if word & (STOPS | Word.PREPOSITION | Word.ADVERB | Word.OBJECT | Word.TIME | Word.HEARER):
        return False
    if word & Word.DETERMINER:
        return scan.is_(at - 1, _BEFORE_DETERMINER)
    return token.low not in scan.lexicon.verbs or bool(word & _ALSO_NOUNS)


def name_behind_place(scan: Scan, at: int) -> int | None:
    """Where a full name begins behind a place that belongs to its title.

    "посол Тарвии в Норвике Олег Марш": `at` is the preposition; nothing where no name stands there.
    """
    if not scan.is_(at, Word.PLACE) or not (scan.capital(at + 1) if at + 3 < scan.size else False):
        return None
    for name in (at + 2, at + 3):
        if not (name + 1 < scan.size and scan.capital(name) and scan.capital(name + 1)):
            continue
        if not scan.ends(name + 1, "oblique") and not scan.mark(name - 1):
            return name
    return None


def _links(scan: Scan, at: int) -> bool:
    if at + 1 >= scan.size or scan.is_(at + 1, Word.TIME):
        return False
    if scan.lexicon.cases:
        if not scan.is_(at, Word.PLACE) or scan.is_(at - 1, Word.ROLE):
            return True
        return name_behind_place(scan, at) is not None
    if scan.link(at, "named_for") and scan.capital(at - 1) and scan.capital(at + 1):
        return True
    return is_noun(scan, at - 1) and not scan.capital(at - 1)


def _with_apposition(scan: Scan, start: int, end: int, bare: bool) -> int:
    """The end of the phrase with the role or name that stands behind a comma."""
    at = end
    while scan.comma(at) and at + 1 < scan.size and at - start < FARTHEST:
        if not is_apposition(scan, at + 1) or scan.is_(at + 1, Word.COMPLEMENTISER):
            break
        if bare and not _is_bare_apposition(scan, at + 1):
            break
        close = at + 1
        while close < scan.size and not scan.comma(close) and not scan.quoted(close):
            if scan.is_(close, Word.RELATIVE) and close > at + 2:
                return close if not scan.comma(close - 1) else close - 1
            if scan.is_(close, STOPS) or close - at > 16:
                return end
            if scan.tokens[close].low in scan.lexicon.cues and not scan.is_(close, Word.ROLE):
                return end
            if scan.dash(close) or scan.tokens[close].text in ":;":
                break
            close += 1
        end = at = close
    return end


def _is_bare_apposition(scan: Scan, at: int) -> bool:
    close = next((i for i in range(at, min(scan.size, at + 14)) if scan.comma(i)), None)
    if close is None or any(is_verb(scan, i) for i in range(at, close)):
        return False
    return any(scan.is_(i, Word.ROLE) for i in range(at, close))


def is_apposition(scan: Scan, at: int) -> bool:
    """Whether a name or a role, not a clause, stands behind the comma."""
    if scan.is_(at, Word.RELATIVE | Word.OPENER) or scan.is_(at, Word.PREPOSITION):
        return False
    if scan.tokens[at].kind == NUMBER:
        return True
    return scan.capital(at) or scan.is_(at, Word.DETERMINER | Word.ROLE | Word.TITLE)


def is_noun(scan: Scan, at: int) -> bool:
    """Whether a plain noun may stand there: a role, a document or a word of no other kind."""
    if at < 0 or scan.mark(at):
        return False
    word = scan.words[at]
    if word & (Word.ROLE | Word.DOCUMENT):
        return True
    if word or scan.tokens[at].low in scan.lexicon.cues:
        return False
    return not scan.ends(at, "participle_past")
