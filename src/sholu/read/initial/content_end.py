"""Where what is said ends."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import noun_at
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.subject import subject_of
from sholu.read.initial.unmarked import ASIDE, is_clause
from sholu.read.initial.verb import is_verb
from sholu.read.initial.withheld import clause_behind, withheld

_NO_CLAUSE = frozenset(
    ("infinitive", "order", "matter", "label", "fault", "blame", "about", "figure")
)
_JOINS = Word.OPENER | Word.SUBORDINATOR | Word.CONTRAST
_LABELS = frozenset(("label", "label_as"))


def content_end(scan: Scan, hit: Hit, start: int, subject: tuple[int, int] | None) -> int:
    """Behind the last token of what is said, which begins at `start`."""
    end = scan.size
    alone = scan.tokens[start - 1].text in ",:" or hit.cue.takes == {"quote"}
    if scan.quoted(start) and alone:
        end = _quotation_end(scan, start)
    elif scan.quoted(start) and hit.cue.takes & _LABELS:
        end = _label_end(scan, start)
    elif scan.quoted(start) and start == hit.end and scan.lexicon.prepositional:
        end = _chants_end(scan, start)
    end = min(end, _aside_end(scan, hit, start, subject))
    if _is_embedded(scan, hit, subject):
        end = _first_comma(scan, start, end)
    elif not _opens_clause(scan, hit, start) and hit.cue.takes & _NO_CLAUSE:
        end = _next_clause(scan, start, end)
    elif hit.takes("label_as") and scan.link(start - 1, "label_as"):
        end = clause_behind(scan, start, end)
    end = withheld(scan, start, end)
    if scan.lexicon.inverted and hit.cue.form == "finite":
        end = _second_predicate(scan, hit, start, end)
    for later in scan.hits:
        if later.at <= start or later.at >= end:
            continue
        cut = _boundary(scan, hit, later, start)
        if cut is not None and start < cut < end:
            return cut
    return end


def _second_predicate(scan: Scan, hit: Hit, start: int, end: int) -> int:
    """Where the verb of saying is joined by another of its subject (", и уехал"); else `end`.

    Only where no verb within what is said agrees with both.
    """
    past = _past(scan, hit.end - 1 if len(hit.cue.words) == 1 else hit.at)
    if not past or not scan.is_(start - 1, Word.COMPLEMENTISER):
        return end
    for at in range(start, end - 2):
        if _past(scan, at) == past and not scan.capital(at):
            return end
        if scan.comma(at) and scan.is_(at + 1, Word.COORDINATOR):
            verb = at + 2
            while scan.is_(verb, Word.ADVERB):
                verb += 1
            if _past(scan, verb) == past and is_verb(scan, verb):
                return at
    return end


def _past(scan: Scan, at: int) -> str:
    """The ending of a verb in the past, without what makes it reflexive; empty where it is none."""
    low = scan.low(at)
    low = low[:-2] if low.endswith(scan.lexicon.endings.get("reflexive", ())) else low
    for ending in scan.lexicon.endings.get("past", ()):
        if low.endswith(ending) and len(low) > 3:
            return ending
    return ""


def _label_end(scan: Scan, start: int) -> int:
    """Behind a label in marks: others joined to it and what depends on it ("of the year")."""
    at = start + 1
    while scan.is_(at, Word.COORDINATOR) and scan.quoted(at + 1):
        at += 2
    if scan.lexicon.prepositional:
        return next((i for i in range(at, scan.size) if scan.comma(i)), scan.size)
    return scan.size if scan.is_(at, Word.OF) or scan.lexicon.inverted else at


def _chants_end(scan: Scan, start: int) -> int:
    """Behind quotations that an apposition tells of ("« A » et « B », un slogan connu")."""
    at = start + 1
    while scan.is_(at, Word.COORDINATOR) and scan.quoted(at + 1):
        at += 2
    return at if scan.comma(at) and scan.is_(at + 1, Word.DETERMINER) else scan.size


def _quotation_end(scan: Scan, start: int) -> int:
    """Behind a quotation set off by a comma or colon, and those joined to it."""
    at = start + 1
    while scan.is_(at, Word.COORDINATOR) and scan.quoted(at + 1):
        at += 2
    quote = scan.tokens[start].quote
    if quote is not None and scan.text[quote.end - 1 : quote.end] in (",", ".", "?", "!", "…"):
        return at
    return at if scan.mark(at) or scan.is_(at, Word.COORDINATOR | Word.OPENER) else scan.size


def _is_embedded(scan: Scan, hit: Hit, subject: tuple[int, int] | None) -> bool:
    """Whether the saying stands in a clause inside another ("X, who said ..., left")."""
    at = hit.start - 1
    while at >= 0 and scan.is_(at, Word.ADVERB | Word.TIME):
        at -= 1
    if at >= 0 and scan.is_(at, Word.RELATIVE):
        return True
    if _opens_relative(scan, at):
        return True
    first = subject[0] if subject is not None else hit.start
    if first <= (3 if scan.lexicon.inverted else 1) and scan.is_(0, Word.SUBORDINATOR):
        return first > 0
    if hit.cue.form != "participle":
        return False
    if scan.lexicon.inverted and (scan.is_(0, Word.SUBORDINATOR) or _opens_predicate(scan, hit)):
        return True
    if scan.lexicon.inverted:
        return hit.at <= 1
    opening = scan.is_(0, Word.PREPOSITION) and not any(
        scan.comma(at) or is_verb(scan, at) for at in range(hit.start)
    )
    return hit.at <= 1 or opening


def _aside_end(scan: Scan, hit: Hit, start: int, subject: tuple[int, int] | None) -> int:
    """Where the brackets or dashes close in which the saying stands ("X - who said ... - left")."""
    first = min(subject[0], hit.start) if subject is not None else hit.start
    if sum(scan.low(at) == "(" for at in range(hit.start)) > sum(
        scan.low(at) == ")" for at in range(hit.start)
    ):
        return next((at for at in range(start, scan.size) if scan.low(at) == ")"), scan.size)
    if scan.lexicon.inverted:
        return scan.size
    opens = any(scan.dash(at) and at > 1 for at in range(max(0, first - 3), hit.start))
    if not opens:
        return scan.size
    return next((at for at in range(start, scan.size) if scan.dash(at)), scan.size)


def _opens_predicate(scan: Scan, hit: Hit) -> bool:
    """Whether the main verb is still to come ("он встал и, сказав, что …, ушёл")."""
    if not scan.comma(hit.start - 1):
        return False
    joined = scan.is_(hit.start - 2, Word.COORDINATOR)
    return joined or not any(is_verb(scan, at) for at in range(hit.start))


def _opens_clause(scan: Scan, hit: Hit, start: int) -> bool:
    """Whether what is said is a clause, with its complementiser or without."""
    if scan.is_(start - 1, Word.COMPLEMENTISER):
        return True
    if scan.lexicon.inverted or scan.quoted(start) or scan.is_(start, Word.QUESTION):
        return False
    return is_clause(scan, hit, start)


def _opens_relative(scan: Scan, at: int) -> bool:
    """Whether a relative clause with an adverbial leads to the verb ("who in March said")."""
    for index in range(at, max(0, at - 6), -1):
        if scan.mark(index):
            return False
        if scan.is_(index, Word.RELATIVE) and scan.comma(index - 1):
            return scan.lexicon.inverted or scan.is_(index + 1, Word.PREPOSITION)
    return False


def _next_clause(scan: Scan, start: int, end: int) -> int:
    """Where a clause of its own begins behind a comma (", but ...", ", even though ...")."""
    for at in range(start, end):
        opens = scan.comma(at) and scan.is_(at + 1, Word.CONTRAST | Word.NEGATION)
        more = scan.link(at + 2, "besides") or scan.is_(at + 2, Word.COMPLEMENTISER)
        if opens and not (more and not _is_conjunction(scan, at + 1)):
            return at
    return end


def _is_conjunction(scan: Scan, at: int) -> bool:
    """Whether a word makes a conjunction of the "que" behind it: "tandis que", "mientras que"."""
    return scan.is_(at, Word.SUBORDINATOR)


def _first_comma(scan: Scan, start: int, end: int) -> int:
    closes = start
    for at in range(start, end):
        if at < closes:
            continue
        if at > start and scan.quoted(at) and scan.pause(at):
            return at + 1
        if scan.comma(at) and not scan.is_(
            at + 1, Word.RELATIVE | Word.COMPLEMENTISER | Word.OPENER
        ):
            if not _goes_on_telling(scan, at):
                return at
            closes = next((i for i in range(at + 1, end) if scan.comma(i)), end)
    return end


def _goes_on_telling(scan: Scan, comma: int) -> bool:
    """Whether a comma opens what is told of a noun ("провокацией, устроенной врагом")."""
    at = comma + 1
    if at >= scan.size:
        return False
    if not scan.lexicon.inverted or scan.words[at] or scan.capital(at) or len(scan.low(at)) < 6:
        return False
    return scan.ends(at, "told") or scan.ends(at, "told_subject")


def _boundary(scan: Scan, hit: Hit, later: Hit, start: int) -> int | None:
    """Where the clause of a later cue of the same rank begins, if it is one."""
    if later.cue.form in ("phrase", "participle"):
        return _before_phrase(scan, later)
    if later.cue.form != "finite" or later.cue.sense != "say":
        return None
    if later.cue.takes == {"quote"} and not scan.quoted(later.end + 1):
        return None
    if scan.comma(later.start - 1) and (_closes(scan, later) or _cites(scan, later)):
        return later.start - 1
    subject = subject_of(scan, later)
    begin = subject[0] if subject is not None else later.start
    while begin - 1 > start and scan.is_(begin - 1, Word.ADVERB):
        begin -= 1
    at = begin - 1
    if at <= start:
        return None
    if scan.lexicon.prepositional:
        at = _before_aside(scan, start, at)
    if (scan.comma(at) or scan.dash(at)) and subject is not None:
        quotes = scan.quoted(later.end + 1) and scan.tokens[later.end].text in ",:"
        if quotes or _ends_sentence(scan, later):
            return at
    if subject is not None and scan.tokens[at].text == ";":
        return at
    if scan.dash(at - 1) and scan.is_(at, Word.OPENER | Word.CONTRAST):
        return at - 1
    if _joins_a_sentence(scan, subject, start):
        return at
    if not scan.is_(at, Word.CONTRAST):
        return None
    if scan.comma(at - 1):
        return at - 1
    if scan.lexicon.cases:
        return at if subject is None and _takes_phrase(scan, hit, start) else None
    return at if subject is None or not scan.is_(at, Word.COORDINATOR) else None


def _before_phrase(scan: Scan, later: Hit) -> int | None:
    """The comma, with the conjunction before it, that sets a phrase or participle off."""
    at = later.start - 1
    if scan.comma(at) and scan.comma(at - 2) and scan.is_(at - 1, _JOINS):
        return at - 2
    if scan.lexicon.inverted and scan.is_(at, Word.CONTRAST) and scan.comma(at - 1):
        return at - 1
    return (at if scan.comma(at) else at + 1) if scan.pause(at) else None


def _joins_a_sentence(scan: Scan, subject: tuple[int, int] | None, start: int) -> bool:
    """Whether a coordinator and a named source go on behind a whole clause ("and Roe said")."""
    if scan.lexicon.inverted or subject is None:
        return False
    at = subject[0] - 1
    if not scan.is_(at, Word.COORDINATOR) or scan.comma(at - 1):
        return False
    named = scan.capital(subject[0]) and not scan.words[subject[0]]
    return named and any(is_verb(scan, i) for i in range(start, at))


def _before_aside(scan: Scan, start: int, at: int) -> int:
    """The conjunction before a subject: past its "que", or past an aside ("mais, hier, X dit")."""
    if scan.is_(at, Word.COMPLEMENTISER) and scan.is_(at - 1, Word.CONTRAST):
        return at - 1
    if not scan.comma(at):
        return at
    for opening in range(at - 2, max(start, at - 14), -1):
        if scan.comma(opening):
            return opening - 1 if scan.is_(opening - 1, Word.CONTRAST) else at
    return at


def _takes_phrase(scan: Scan, hit: Hit, start: int) -> bool:
    """Whether the verb takes a noun phrase or an infinitive and no clause, here or ever."""
    if any(hit.takes(name) and scan.link(start - 1, name) for name in ("against", "about")):
        return True
    return bool(hit.cue.takes & _NO_CLAUSE) and not hit.takes("clause")


def _ends_sentence(scan: Scan, later: Hit) -> bool:
    """Whether nothing but adverbials follows the verb ("..., X said on Friday")."""
    behind = range(later.end, scan.size)
    if any(scan.comma(at) or scan.quoted(at) for at in behind) or len(behind) > 12:
        return False
    at = later.end
    return at >= scan.size or scan.is_(at, ASIDE) or scan.is_(at + 1, Word.TIME)


def _cites(scan: Scan, later: Hit) -> bool:
    """Whether an inverted cue stands right behind a quotation ("« … », a confié un proche")."""
    behind = scan.lexicon.prepositional and scan.quoted(later.start - 2)
    return behind and noun_at(scan, later.end) is not None


def _closes(scan: Scan, later: Hit) -> bool:
    """Whether an inverted cue closes the sentence ("..., said X")."""
    source = noun_at(scan, later.end)
    return source is not None and not any(
        scan.comma(at) or scan.quoted(at) for at in range(source[1], scan.size)
    )
