"""The noun phrase that names a source, read back from its last word."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import FARTHEST, NAME_PARTS, STOPS, Tokens, is_noun
from sholu.read.initial.scan import LONGEST_NAME, Scan

# Characters of the longest name in marks that stands within a noun phrase, likewise.
_LONGEST_WITHIN = 24
_NO_NOUN = STOPS | Word.PREPOSITION | Word.COORDINATOR | Word.OBJECT


def noun_to(scan: Scan, at: int) -> Tokens | None:
    """The noun phrase whose last token is `at`, without asides."""
    if scan.quoted(at):
        long = len(scan.tokens[at].text) > LONGEST_NAME or scan.pause(at)
        return None if long else _walk_left(scan, at)
    if scan.mark(at) and scan.tokens[at].text not in ".)":
        return None
    if scan.is_(at, Word.PRONOUN) and not _holds_more(scan, at):
        return at, at + 1
    if scan.is_(at, _NO_NOUN) and not scan.is_(at, Word.DETERMINER | Word.PRONOUN):
        return None
    return _walk_left(scan, at)


def _holds_more(scan: Scan, at: int) -> bool:
    """Whether a pronoun is an article with another before it ("all those")."""
    return at > 0 and scan.is_(at, Word.DETERMINER) and scan.is_(at - 1, Word.DETERMINER)


def _walk_left(scan: Scan, at: int) -> Tokens | None:
    start = at
    while start > 0 and at - start < FARTHEST:
        step = _step_left(scan, start)
        if not step:
            break
        start -= step
    while start < at and scan.is_(start, Word.ADVERB | Word.COORDINATOR | Word.PREPOSITION):
        start += 1
    if start == at and scan.is_(at, Word.TIME):
        return None
    return start, _without_tail(scan, start, at + 1)


def _without_tail(scan: Scan, start: int, end: int) -> int:
    """The end of a name without the place behind it ("Roe at a rally in Ohio said")."""
    for at in range(start + 1, end - 1):
        if scan.is_(at, Word.LINKING) and scan.capital(at - 1):
            named = scan.link(at, "named_for") and scan.capital(at + 1)
            noun = Word.ROLE | Word.QUANTIFIER if scan.lexicon.inverted else Word.ROLE
            if not named and not scan.is_(at - 1, noun) and not scan.is_(at, Word.OF):
                return at
    return end


def _step_left(scan: Scan, start: int) -> int:
    """How many tokens before `start` belong to the same noun phrase; none where it begins."""
    left = start - 1
    token, word = scan.tokens[left], scan.words[left]
    if token.text in NAME_PARTS:
        touches = token.end == scan.tokens[start].start or token.text in ".&"
        return 1 if touches and left > 0 and not scan.mark(left - 1) else 0
    if token.text == ")":
        return _bracket(scan, left)
    if scan.quoted(left):
        before_it = left > 0 and (scan.capital(left - 1) or scan.lexicon.inverted)
        named = before_it and not scan.mark(left - 1) and scan.capital(start)
        named = named and not scan.pause(left) and not scan.is_(left - 1, Word.PREPOSITION)
        return 1 if named and len(token.text) < _LONGEST_WITHIN else 0
    if scan.mark(left):
        return 0
    if scan.is_(start, Word.DETERMINER) and not scan.is_(start, Word.ROLE):
        return _before_determiner(scan, left)
    if word & Word.COORDINATOR:
        return _coordinated(scan, left)
    if word & Word.OF:
        return 1
    if word & Word.LINKING:
        some = scan.lexicon.inverted and scan.is_(left - 1, Word.QUANTIFIER)
        return 1 if (some or is_noun(scan, left - 1)) and not scan.is_(start, Word.TIME) else 0
    if word & (STOPS | Word.PREPOSITION | Word.OBJECT) and not word & Word.DETERMINER:
        return 0
    if word & Word.TIME and not scan.is_(left - 1, Word.DETERMINER):
        return 0
    if word & Word.ADVERB and not word & Word.DETERMINER:
        return 0
    if token.low in scan.lexicon.verbs and not scan.is_(left - 1, Word.DETERMINER):
        return 0 if not word & (Word.ROLE | Word.DOCUMENT) else 1
    return 1


def _bracket(scan: Scan, at: int) -> int:
    """How many tokens the bracket that closes at `at` holds, and itself."""
    for width in range(1, 7):
        if scan.low(at - width) == "(":
            return width + 1
    return 0


def _before_determiner(scan: Scan, left: int) -> int:
    """Whether the word before an article still belongs to its noun phrase (1, else 0)."""
    word = scan.words[left]
    if word & Word.OF:
        return 1
    if word & Word.LINKING:
        return 1 if is_noun(scan, left - 1) else 0
    if word & Word.COORDINATOR:
        return 1 if left > 0 and scan.capital(left - 1) and _opens(scan, left - 1) else 0
    if word & Word.DETERMINER and scan.is_(left + 1, Word.QUANTIFIER):
        return 1
    return 1 if word & Word.QUANTIFIER and scan.link(left, "together") else 0


def _opens(scan: Scan, at: int) -> bool:
    """Whether only capitals and determiners stand between the sentence's start and `at`."""
    return all(scan.capital(index) or scan.is_(index, Word.DETERMINER) for index in range(at + 1))


def _coordinated(scan: Scan, left: int) -> int:
    """Whether a coordinator joins two names (1, else 0)."""
    if left == 0 or scan.mark(left - 1):
        return 0
    return 1 if scan.capital(left - 1) and scan.capital(left + 1) else 0
