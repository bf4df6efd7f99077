"""Where what is said begins in languages that need not mark it ("said he would come")."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.skipped import behind_hearer, behind_phrase
from sholu.read.initial.title import is_title
from sholu.read.initial.verb import is_verb
from sholu.read.page import NUMBER, WORD

_FARTHEST = 45
_CLAUSES = frozenset(("clause", "that", "question", "hearer", "infinitive", "order"))
_LABELS = frozenset(("label", "label_as", "fault"))
_INFINITIVES = frozenset(("infinitive", "order"))
ASIDE = Word.PREPOSITION | Word.TIME | Word.ADVERB


def behind_verb(scan: Scan, hit: Hit) -> int | None:
    """The token what is said begins with; nothing where nothing follows."""
    at = hit.end
    if hit.takes("figure"):
        if _is_figure(scan, at):
            return at
        if len(hit.cue.takes) == 1:
            return None
    if hit.takes("hearer") or hit.takes("order"):
        at = behind_hearer(scan, at)
    farthest = min(scan.size, hit.end + _FARTHEST)
    while at < farthest:
        if scan.quoted(at):
            if not _is_object(scan, hit, at) and not (at > hit.end and is_title(scan, at)):
                return at
            at += 1
            continue
        if scan.tokens[at].text == ":":
            return at + 1 if at + 1 < scan.size else None
        if scan.comma(at):
            return _behind_aside(scan, at, at == hit.end)
        if at == hit.end and _says_nothing(scan, at):
            return None
        word = scan.words[at]
        if word & Word.COMPLEMENTISER and hit.cue.takes & _CLAUSES:
            return _behind_complementiser(scan, hit, at)
        if word & Word.QUESTION and hit.takes("question") and not _is_relative(scan, hit, at):
            return at
        if word & Word.TO and hit.cue.takes & _INFINITIVES:
            return _infinitive(scan, hit, at)
        special = _special(scan, hit, at)
        if special is not None:
            return special
        further = _behind_adverbial(scan, hit, at)
        if further is None:
            if is_clause(scan, hit, at):
                return at
            if not hit.cue.takes & _LABELS:
                return _matter(scan, hit, at, farthest)
            further = at + 1
        at = further
    return None


def _says_nothing(scan: Scan, at: int) -> bool:
    """Whether no content follows the verb: another verb, "as much", when it was said and no more.

    "Whoever said and did the same", "said as much", "said as she entered the talks".
    """
    if scan.is_(at, Word.COORDINATOR):
        return True
    if scan.is_(at, Word.AS) or scan.link(at, "as_when"):
        bare = scan.is_(at + 1, Word.PRONOUN) and not any(
            scan.pause(later) for later in range(at + 1, scan.size)
        )
        return bare or scan.link(at + 1, "as_much")
    return False


def _behind_complementiser(scan: Scan, hit: Hit, at: int) -> int | None:
    """The clause behind its complementiser, or a pronoun that only looks like one ("that is").

    Nothing where it is the article of what is judged ("rejected that argument").
    """
    if (
        at == hit.end
        and hit.takes("label_as")
        and not any(
            is_verb(scan, later) or scan.quoted(later) for later in range(at + 1, scan.size)
        )
    ):
        return None
    if at == hit.end and hit.plain and scan.is_(at + 1, Word.AUXILIARY):
        return at
    return at + 1 if _opens_clause(scan, at) else None


def _infinitive(scan: Scan, hit: Hit, at: int) -> int | None:
    """The infinitive whose "to" stands there, its negation taken in."""
    ordered = hit.takes("infinitive") or _is_ordered(scan, hit, at)
    if not ordered or not _is_infinitive(scan, at + 1):
        return None
    return at - 1 if at > hit.end and scan.is_(at - 1, Word.NEGATION) else at


def _behind_adverbial(scan: Scan, hit: Hit, at: int) -> int | None:
    """The token behind an adverbial that begins there; nothing where none does.

    The sentence's end where nothing that is said can follow.
    """
    word = scan.words[at]
    if word & (Word.DETERMINER | Word.ADVERB) and scan.is_(at + 1, Word.TIME):
        return at + 2
    if word & (Word.ADVERB | Word.TIME) and not word & Word.DETERMINER:
        return at + 1
    if scan.link(at, "nearly") and _counts(scan, hit, at):
        return None
    if word & Word.PREPOSITION:
        thought_of = hit.cue.sense == "think" and at == hit.end
        if thought_of and scan.ends(at - 1, "participle_past"):
            return scan.size
        return behind_phrase(scan, at)
    if scan.mark(at):
        return scan.size
    adverb = not word and scan.ends(at, "adverb") and scan.is_(at + 1, Word.COMPLEMENTISER)
    return at + 1 if adverb else None


def _matter(scan: Scan, hit: Hit, at: int, farthest: int) -> int | None:
    """The noun that begins there, or what a complementiser a few words on opens."""
    if hit.takes("matter"):
        return at
    later = at > hit.end or hit.takes("quote")
    return _later_complementiser(scan, at, farthest) if later else None


def _opens_clause(scan: Scan, at: int) -> bool:
    """Whether a clause follows the complementiser there, not a noun or nothing ("say that, ")."""
    behind = at + 1
    if behind >= scan.size:
        return False
    if scan.is_(behind, Word.AUXILIARY) and scan.is_(at, Word.RELATIVE):
        return False
    if not scan.comma(behind) or scan.quoted(behind + 1):
        return scan.size - behind > 1 or scan.quoted(behind) or scan.lexicon.inverted
    return any(scan.comma(later) for later in range(behind + 1, scan.size))


def _is_infinitive(scan: Scan, at: int) -> bool:
    """Whether "to" leads to a verb there, not to a name or a thing ("opposed to the king")."""
    if scan.quoted(at):
        return True
    no_verb = Word.DETERMINER | Word.PRONOUN | Word.PREPOSITION | Word.TIME | Word.POSSESSIVE
    return not scan.mark(at) and not scan.capital(at) and not scan.is_(at, no_verb)


def _counts(scan: Scan, hit: Hit, at: int) -> bool:
    """Whether a clause begins with a number of something there ("said about 20 people came")."""
    if at + 1 >= scan.size or scan.tokens[at + 1].kind != NUMBER or not hit.plain:
        return False
    if any(scan.is_(later, Word.COMPLEMENTISER | Word.TIME) for later in range(at + 2, at + 6)):
        return False
    return is_clause(scan, hit, at)


def _is_ordered(scan: Scan, hit: Hit, at: int) -> bool:
    """Whether somebody stands between the verb and "to" (not in "asked not to be named")."""
    return not all(scan.is_(between, Word.NEGATION) for between in range(hit.end, at))


def _is_figure(scan: Scan, at: int) -> bool:
    """Whether a noun phrase and its figure stand there ("put the damage at $3 million")."""
    if scan.mark(at) or scan.is_(at, Word.PREPOSITION | Word.OBJECT):
        return False
    for later in range(at + 1, min(scan.size - 1, at + 14)):
        if scan.link(later, "figure"):
            behind = scan.tokens[later + 1 : later + 5]
            return any(token.kind == NUMBER for token in behind)
        if scan.comma(later) or scan.is_(later, Word.AUXILIARY | Word.COMPLEMENTISER):
            return False
    return False


def _is_object(scan: Scan, hit: Hit, at: int) -> bool:
    """Whether the marks hold a word of what is judged, not the judgement behind "as"."""
    if not hit.takes("label_as") or scan.tokens[at - 1].text in ",:":
        return False
    return any(scan.link(later, "label_as") for later in range(at + 1, min(scan.size, at + 6)))


def _is_relative(scan: Scan, hit: Hit, at: int) -> bool:
    """Whether "who" or "which" goes with the one spoken to ("told a man who ...")."""
    return scan.is_(at, Word.RELATIVE) and at > hit.end and not scan.is_(at - 1, Word.OBJECT)


def _special(scan: Scan, hit: Hit, at: int) -> int | None:
    """A label, or what the small word leads to that the verb asks for ("called", "accused of")."""
    if hit.takes("label_as") and scan.link(at, "label_as") and not _as_well(scan, at):
        return at + 1 if at + 1 < scan.size else None
    if hit.takes("fault") and scan.link(at, "fault") and at > hit.end:
        return at + 1 if at + 1 < scan.size else None
    for name in ("against", "about", "of", "on"):
        if at == hit.end and hit.takes(name) and scan.link(at, name):
            return at if name == "against" else at + 1 if at + 1 < scan.size else None
    if hit.takes("label") and at == hit.end and not scan.mark(at):
        if scan.is_(at, Word.OBJECT) and not scan.mark(at + 1):
            at += 1
        quote = next((i for i in range(at, min(scan.size, at + 12)) if scan.quoted(i)), None)
        if quote is None:
            return at
        begin = quote
        while begin > at and scan.link(begin - 1, "articles"):
            begin -= 1
        return begin
    return None


def _as_well(scan: Scan, at: int) -> bool:
    """Whether "as" makes no label of what follows ("as well as", "as usual")."""
    return scan.link(at + 1, "as_well") or scan.link(at - 2, "label_as")


def _behind_aside(scan: Scan, comma: int, any_aside: bool) -> int | None:
    """Behind a comma: a quotation, a complementiser, or either behind an aside.

    Args:
        scan: the sentence.
        comma: where it stands.
        any_aside: it stands right behind the verb, so that what follows can only be an aside.
    """
    at = comma + 1
    if scan.quoted(at):
        return at
    if scan.is_(at, Word.COMPLEMENTISER) and scan.is_(at - 2, Word.OBJECT | Word.TIME):
        return at + 1
    place = at < scan.size and scan.capital(at) and not scan.is_(at, Word.PRONOUN)
    if place or scan.is_(at, ASIDE) or scan.ends(at, "participle"):
        for close in range(at, min(scan.size - 1, at + 16)):
            if scan.comma(close) and scan.quoted(close + 1):
                return close + 1
            if scan.comma(close) and scan.is_(close + 1, Word.COMPLEMENTISER):
                return close + 2
            if scan.tokens[close].text == ":":
                return close + 1
    elif any_aside:
        for close in range(at, min(scan.size - 1, at + 16)):
            if scan.comma(close):
                return close + 2 if scan.is_(close + 1, Word.COMPLEMENTISER) else None
    return None


def _later_complementiser(scan: Scan, at: int, farthest: int) -> int | None:
    """A complementiser or colon a few words on ("made clear to all of them that")."""
    for later in range(at, min(farthest - 1, at + 5)):
        if scan.tokens[later].text == ":" or scan.is_(later, Word.COMPLEMENTISER):
            return later + 1
        if scan.mark(later) or scan.is_(later, Word.AUXILIARY):
            return None
    return None


def is_clause(scan: Scan, hit: Hit, at: int) -> bool:
    """Whether a clause without complementiser begins at `at`."""
    if not hit.takes("clause"):
        return False
    if scan.is_(at, Word.PRONOUN) and not scan.is_(at, Word.DETERMINER | Word.OBJECT):
        return True
    if hit.plain:
        near = next((i for i in range(at, min(scan.size, at + 5)) if scan.comma(i)), None)
        if scan.link(at, "nothing"):
            return False
        if near is None or not scan.ends(near + 1, "participle"):
            return True
        return any(is_verb(scan, i) for i in range(at, near))
    for later in range(at + 1, min(scan.size, at + 16)):
        if scan.is_(later, Word.AUXILIARY):
            return True
        token = scan.tokens[later]
        if (
            token.kind == WORD
            and scan.ends(later, "verb")
            and not scan.is_(later - 1, Word.DETERMINER)
        ):
            return True
        if scan.comma(later) or scan.is_(later, Word.COMPLEMENTISER | Word.RELATIVE):
            return False
    return False
