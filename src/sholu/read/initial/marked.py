"""Where what is said begins in languages that mark it: "que" opens a clause, "de" an infinitive."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import LONGEST_NAME, Hit, Scan

_FARTHEST = 45
_LABELS = frozenset(("label", "label_as"))
_CLAUSES = frozenset(("clause", "that"))
_INFINITIVES = frozenset(("infinitive", "order"))
_BEFORE_INFINITIVE = Word.NEGATION | Word.OBJECT | Word.ADVERB
_NO_INFINITIVE = (
    Word.PREPOSITION | Word.DETERMINER | Word.POSSESSIVE | Word.ADVERB | Word.ROLE | Word.TIME
)


def behind_mark(scan: Scan, hit: Hit) -> int | None:
    """The token what is said begins with; nothing where no mark of it follows the verb."""
    begin = hit.end + 1 if hit.tied == hit.end else hit.end
    if hit.cue.takes & _LABELS:
        label = _label(scan, hit, begin)
        if label is not None or not hit.cue.takes - _LABELS - {"quote", "self"}:
            return label
    if hit.takes("fault"):
        return _fault(scan, begin)
    if hit.takes("matter") and _has_object(scan, begin) and not _names_one(scan, begin):
        return _matter(scan, begin)
    at = begin
    farthest = min(scan.size, begin + _FARTHEST)
    while at < farthest:
        found = _opening(scan, hit, begin, at)
        if found is not None:
            return found if found < scan.size else None
        if _stops(scan, hit, begin, at):
            return None
        if scan.comma(at):
            return _behind_comma(scan, hit, at)
        at += 1
    return None


def _has_object(scan: Scan, begin: int) -> bool:
    """Whether a noun with its article stands right behind the verb."""
    return scan.is_(begin, Word.DETERMINER | Word.POSSESSIVE) and not scan.is_(begin, Word.PRONOUN)


def _names_one(scan: Scan, begin: int) -> bool:
    """Whether that noun may be the one who speaks ("a annoncé le maire que")."""
    near = range(begin + 1, min(scan.size, begin + 4))
    return any(scan.capital(at) or scan.is_(at, Word.ROLE | Word.TITLE) for at in near)


def _opening(scan: Scan, hit: Hit, begin: int, at: int) -> int | None:
    """What is said, where the token opens it."""
    if scan.quoted(at):
        several = scan.is_(at + 1, Word.COORDINATOR) and scan.quoted(at + 2)
        chanted = at == begin and several
        named = _is_name(scan, at) and not chanted
        return None if named or _is_part(scan, begin, at) else at
    if scan.low(at) == ":":
        return at + 1
    clause = scan.is_(at, Word.COMPLEMENTISER) and not _is_relative(scan, begin, at)
    takes_clause = hit.cue.takes - {"quote", "self", "fault"}
    if clause and takes_clause and not scan.link(at - 1, "correlative"):
        return at + 1
    if hit.takes("question") and _asks(scan, begin, at):
        return at
    if (
        hit.cue.sense == "say"
        and hit.cue.takes & _CLAUSES
        and at > begin
        and _is_bare_infinitive(scan, at)
    ):
        return at
    if hit.cue.takes & _INFINITIVES:
        return infinitive(scan, at, bare=at == begin and hit.takes("infinitive"))
    return None


def _is_bare_infinitive(scan: Scan, at: int) -> bool:
    """Whether an infinitive without a preposition follows: "a confié à X ne pas vouloir"."""
    if scan.is_(at - 1, Word.OF | Word.TO | Word.VERB | Word.AUXILIARY | Word.COORDINATOR):
        return False
    verb = at
    while scan.is_(verb, Word.NEGATION) and verb < at + 2:
        verb += 1
    bare = scan.is_(at - 1, Word.PREPOSITION) and not scan.is_(at - 1, Word.TIME)
    return scan.link(verb, "bare_infinitives") and not bare


def _is_relative(scan: Scan, begin: int, at: int) -> bool:
    """Whether "que" goes with the noun that is the verb's object ("recuerda un viaje que")."""
    if at == begin + 1:
        return _is_bare_noun(scan, begin)
    object_ = _has_object(scan, begin) or _is_bare_noun(scan, begin)
    return at > begin + 1 and object_ and not _names_one(scan, begin)


def _is_bare_noun(scan: Scan, at: int) -> bool:
    """Whether a plain noun without an article stands there ("reconoció errores que")."""
    if scan.mark(at) or scan.words[at] or scan.capital(at) or len(scan.low(at)) < 5:
        return False
    return not (scan.ends(at, "adverb") or scan.ends(at, "participle"))


def _is_part(scan: Scan, begin: int, at: int) -> bool:
    """Whether the marks stand inside the verb's object ("réitère son refus d'un « mur »")."""
    return at > begin and _has_object(scan, begin) and scan.low(at - 1) not in (",", ":")


def _asks(scan: Scan, begin: int, at: int) -> bool:
    """Whether a question opens there ("si", "comment", "s'il", "ce que")."""
    if scan.link(at, "correlative"):
        return scan.is_(at + 1, Word.COMPLEMENTISER | Word.RELATIVE)
    if scan.link(at, "if_elided"):
        return scan.is_(at + 1, Word.PRONOUN)
    if scan.is_(at, Word.PREPOSITION) and scan.is_(at + 1, Word.QUESTION):
        return not scan.is_(at + 1, Word.RELATIVE)
    if not scan.is_(at, Word.QUESTION) or scan.is_(at - 1, Word.PREPOSITION | Word.OF):
        return False
    return at == begin or not scan.is_(at, Word.RELATIVE) or scan.is_(at - 1, Word.OBJECT)


def infinitive(scan: Scan, at: int, *, bare: bool = False) -> int | None:
    """The first token of an infinitive behind its preposition at `at`, or at `at` itself."""
    if scan.is_(at, Word.TO):
        first = at + 1
    elif bare:
        first = at
    else:
        return None
    verb = first
    while (
        verb < scan.size
        and verb - first < 4
        and (scan.is_(verb, _BEFORE_INFINITIVE) or scan.link(verb, "objects"))
    ):
        verb += 1
    if scan.mark(verb):
        return first if verb < scan.size and scan.quoted(verb) and _is_verbal(scan, verb) else None
    known = scan.is_(verb, _NO_INFINITIVE) or scan.capital(verb)
    return first if scan.ends(verb, "infinitive") and not known else None


def _is_verbal(scan: Scan, at: int) -> bool:
    """Whether a quotation begins with an infinitive ("menacé de « tout brûler »")."""
    quote = scan.tokens[at].quote
    words = scan.text[quote.start : quote.end].split(None, 1) if quote is not None else []
    return bool(words) and words[0].lower().endswith(scan.lexicon.endings.get("infinitive", ()))


def _is_name(scan: Scan, at: int) -> bool:
    """Whether the marks hold a name ("au journal « Le Phare » que"), not what is said."""
    text = scan.in_marks(at)
    if len(text) > LONGEST_NAME or not text[:1].isupper() or scan.mark(at - 1):
        return False
    return scan.is_(at - 1, Word.ROLE | Word.DOCUMENT) or not scan.mark(at + 1)


def _stops(scan: Scan, hit: Hit, begin: int, at: int) -> bool:
    """Whether the clause of the verb ends there without anything that it says."""
    if scan.comma(at):
        return False
    if scan.quoted(at):
        return _is_part(scan, begin, at) and not _is_name(scan, at)
    if scan.mark(at):
        return scan.tokens[at].text not in ".&'’/-%"
    if scan.is_(at, Word.VERB | Word.AUXILIARY) and not scan.is_(at, Word.DETERMINER):
        return True
    return any(other.start <= at < other.end and other.at > hit.at for other in scan.hits)


def _behind_comma(scan: Scan, hit: Hit, comma: int) -> int | None:
    """Behind an aside between the verb and what it says ("a déclaré, vendredi, que")."""
    at = comma + 1
    if scan.quoted(at):
        return at
    if scan.is_(at, Word.COMPLEMENTISER) and scan.is_(hit.end, Word.PREPOSITION):
        return at + 1 if at + 1 < scan.size else None
    for close in range(at, min(scan.size - 1, at + 30)):
        if scan.low(close) == ":" and (scan.quoted(close + 1) or close < at + 16):
            return close + 1
        if scan.is_(close, Word.COMPLEMENTISER) and scan.is_(
            close - 1, Word.RELATIVE | Word.OPENER
        ):
            continue
        if scan.comma(close) and scan.is_(close + 1, Word.COMPLEMENTISER):
            return close + 2
        if scan.comma(close) and scan.quoted(close + 1):
            return close + 1
        if scan.quoted(close) or scan.cue(close):
            return None
    return None


def _label(scan: Scan, hit: Hit, begin: int) -> int | None:
    """What somebody or something is called, with the one called where it stands inside."""
    while scan.is_(begin, Word.ADVERB) and not scan.is_(begin, Word.DETERMINER):
        begin += 1
    if scan.mark(begin) and not scan.quoted(begin):
        return None
    for name in _LABELS & hit.cue.takes:
        if scan.link(begin, name):
            return begin + 1 if begin + 1 < scan.size else None
        for at in range(begin, min(scan.size, begin + 30)):
            if scan.link(at, name) and (name == "label_as" or _opens_label(scan, begin, at)):
                return begin + 1 if scan.is_(begin, Word.TO) else begin
            if scan.quoted(at) and name == "label" and hit.takes("quote"):
                return begin
            if scan.comma(at) or scan.is_(at, Word.COMPLEMENTISER | Word.VERB) or scan.cue(at):
                break
    return None


def _opens_label(scan: Scan, begin: int, at: int) -> bool:
    """Whether "de" leads to the label, not to what belongs to the noun before it."""
    behind = at + 1
    while scan.is_(behind, Word.ADVERB) or scan.ends(behind, "adverb"):
        behind += 1
    return scan.quoted(behind) or (at > begin + 1 and not scan.is_(behind, Word.DETERMINER))


def _fault(scan: Scan, begin: int) -> int | None:
    """What somebody is accused of: the infinitive, else the noun without an article."""
    nouns = []
    for at in range(begin, min(scan.size, begin + 30)):
        if scan.comma(at) or scan.low(at) in (":", ";") or scan.is_(at, Word.COMPLEMENTISER):
            break
        if not scan.link(at, "fault"):
            continue
        if infinitive(scan, at) is not None or scan.quoted(at + 1):
            return at + 1
        if not scan.is_(at + 1, Word.DETERMINER) and not scan.capital(at + 1):
            nouns.append(at + 1)
    fitting = [at for at in nouns if at < scan.size and not scan.mark(at)]
    return fitting[0] if fitting else None


def _matter(scan: Scan, begin: int) -> int | None:
    """A noun phrase that tells a plan or holds quoted words ("son intention de partir")."""
    for at in range(begin + 1, min(scan.size, begin + 16)):
        if scan.comma(at) or scan.low(at) in (":", ";") or scan.cue(at):
            return None
        if scan.quoted(at) or (at < begin + 4 and infinitive(scan, at) is not None):
            return begin
    return None
