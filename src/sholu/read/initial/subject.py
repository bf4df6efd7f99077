"""The subject of a verb of saying that stands before it, and the subject of a sentence."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import Tokens, continues, is_apposition, name_behind_place
from sholu.read.initial.noun_back import noun_to
from sholu.read.initial.over_asides import over_asides
from sholu.read.initial.scan import LONGEST_NAME, Hit, Scan, dateline
from sholu.read.page import NUMBER, WORD

_LONGEST_ASIDE = 40
_NO_ASIDE = Word.AUXILIARY | Word.COORDINATOR | Word.NEGATION | Word.CONTRAST


def subject_of(scan: Scan, hit: Hit) -> Tokens | None:
    """The noun phrase that ends before the verb, as a range of tokens."""
    if hit.start not in scan.subjects:
        scan.subjects[hit.start] = _before(scan, hit)
    return scan.subjects[hit.start]


def _before(scan: Scan, hit: Hit) -> Tokens | None:
    at = hit.start - 1
    for _ in range(4):
        at = _behind_adverbs(scan, at)
        found = ending_at(scan, at)
        if found is None:
            return None
        if found[0] == 0 or not _is_adverbial(scan, found[0] - 1):
            fits = not _is_oblique(scan, found[0]) and not is_instrument(scan, found[1] - 1)
            return _alone(scan, found) if fits else None
        if (titled := _with_place(scan, found)) is not None:
            return titled
        inner = _second_noun(scan, found)
        if inner is not None:
            return inner
        at = found[0] - 2
    return None


def _with_place(scan: Scan, found: Tokens) -> Tokens | None:
    """A name with a title that holds a place ("Посол Тарвии в Норвике Олег Марш")."""
    preposition = found[0] - 1
    if not scan.lexicon.inverted or name_behind_place(scan, preposition) is None:
        return None
    title = ending_at(scan, preposition - 1)
    if title is None or not any(scan.is_(at, Word.ROLE) for at in range(*title)):
        return None
    return title[0], found[1]


def _alone(scan: Scan, found: Tokens) -> Tokens:
    """A pronoun without the verb behind it ("He left Norvik in July saying")."""
    first = found[0]
    alone = scan.is_(first, Word.PRONOUN) and not scan.is_(first, Word.DETERMINER | Word.ROLE)
    if not alone or found[1] == first + 1 or scan.words[first + 1] or scan.capital(first + 1):
        return found
    return (first, first + 1) if scan.tokens[first + 1].kind == WORD else found


def _behind_adverbs(scan: Scan, at: int) -> int:
    """The last token before the adverbs and times that end at `at`."""
    while at >= 0:
        if scan.link(at, "latter") and scan.is_(at - 1, Word.DETERMINER):
            break
        if _is_adverb(scan, at) or _is_object(scan, at):
            at -= 1
        elif scan.is_(at, Word.TIME) and at > 0:
            near = range(at - 1, max(-1, at - 4), -1)
            word = next((i for i in near if _is_adverbial(scan, i)), at)
            at = word - 1
        else:
            break
    return at


def _is_object(scan: Scan, at: int) -> bool:
    """Whether a pronoun before the verb is its object ("он этого не боится", "мне говорят")."""
    if scan.lexicon.prepositional and scan.is_(at, Word.OBJECT):
        # "L'institut ne nous dit pas", "il nous dit".
        both = scan.is_(at, Word.PRONOUN) and at > 1
        if both and scan.is_(at - 1, Word.NEGATION):
            return True
    if not scan.lexicon.inverted or scan.is_(at, Word.PRONOUN):
        return False
    if scan.lexicon.prepositional and scan.is_(at, Word.DETERMINER) and at + 1 < scan.size:
        return scan.is_(at + 1, Word.AUXILIARY) or scan.low(at + 1) in scan.lexicon.verbs
    return scan.is_(at, Word.OBJECT) or scan.link(at, "objects")


def _second_noun(scan: Scan, found: Tokens) -> Tokens | None:
    """The subject that stands behind an adverbial without a comma ("in his speech Roe said")."""
    for at in range(found[0] + 1, found[1]):
        if scan.is_(at - 1, Word.OF | Word.LINKING | Word.DETERMINER | Word.COORDINATOR):
            continue
        if scan.is_(at, Word.ROLE | Word.TITLE | Word.PRONOUN) and scan.lexicon.cases:
            return at, found[1]
        named = _is_acronym(scan, at - 1) and not scan.ends(at, "inflected")
        starts = not scan.capital(at - 1) or named
        if scan.capital(at) and starts and not scan.mark(at - 1):
            return at, found[1]
    return None


def _is_acronym(scan: Scan, at: int) -> bool:
    """Whether an acronym there is what a preposition asks for ("в ООН Роу заявил")."""
    printed = scan.tokens[at].text
    return scan.lexicon.inverted and len(printed) > 1 and printed.isupper()


def _is_oblique(scan: Scan, at: int) -> bool:
    """Whether an adjective there is in a case no subject has ("новую", "главной темой")."""
    if len(scan.low(at)) < 5:
        return False
    return scan.ends(at, "oblique") or (scan.ends(at, "oblique_if") and is_instrument(scan, at + 1))


def is_instrument(scan: Scan, at: int) -> bool:
    """Whether a plain noun there is in a case no subject has ("темой")."""
    if at >= scan.size or not scan.tokens[at].text.islower() or len(scan.low(at)) < 5:
        return False
    return scan.ends(at, "oblique_noun")


def _is_adverbial(scan: Scan, at: int) -> bool:
    """Whether a preposition there makes the noun phrase behind it an adverbial."""
    return scan.is_(at, Word.PREPOSITION) and not scan.is_(at, Word.OPENER | Word.OF)


def ending_at(scan: Scan, at: int) -> Tokens | None:
    """The noun phrase whose last token is `at`, an aside behind it taken in or left out."""
    if at < 0:
        return None
    if scan.comma(at) or scan.dash(at) or scan.low(at) == ")":
        return _before_aside(scan, at) or over_asides(scan, at)
    if scan.is_(at, Word.RELATIVE) and not scan.is_(at, Word.DETERMINER):
        return _antecedent(scan, at)
    return noun_to(scan, at)


def _antecedent(scan: Scan, at: int) -> Tokens | None:
    last = at - 1
    if scan.comma(last) or (scan.dash(last) and not scan.lexicon.inverted):
        last -= 1
    if scan.lexicon.prepositional and scan.quoted(last) and last == at - 1:
        # Those « gilets jaunes » qui dénoncent: what the marks call them.
        return (last, last + 1) if len(scan.tokens[last].text) < LONGEST_NAME else None
    if last < 0 or (scan.mark(last) and scan.low(last) != ")"):
        return None
    return ending_at(scan, last) if not scan.comma(last) else None


def _before_aside(scan: Scan, at: int) -> Tokens | None:
    """Behind an aside ("X, who was there, said"): the noun phrase before it."""
    opening = {",": ",", ")": "("}.get(scan.low(at), scan.low(at))
    begin = at - 1
    while begin > 0 and at - begin < _LONGEST_ASIDE and scan.low(begin) != opening:
        begin -= 1
    if begin <= 0 or scan.low(begin) != opening or scan.mark(begin - 1):
        return None
    if scan.lexicon.prepositional and scan.link(begin - 1, "who"):
        # "Celui qui, hier, se disait prêt".
        return _antecedent(scan, begin - 1)
    named = noun_to(scan, begin - 1)
    if named is None or scan.is_(begin + 1, _NO_ASIDE):
        return None
    if opening == "," and not scan.lexicon.inverted and not _is_aside(scan, begin + 1):
        return None
    if opening != "," or not is_apposition(scan, begin + 1):
        # "Roe, 54 ans, agent de nettoyage, a dit": the age is no name.
        aged = scan.lexicon.prepositional and opening == "," and _is_age(scan, begin - 1)
        return (_before_aside(scan, begin) if aged and begin > 1 else None) or named
    again = _before_aside(scan, begin) if begin > 1 else None
    if again is not None and again[1] <= begin and _is_age(scan, begin - 1):
        return again[0], at
    return named[0], at


def _is_age(scan: Scan, at: int) -> bool:
    """Whether an age ends there: "Roe, 54, the coach", "Roe, 54 ans, le patron"."""
    if scan.tokens[at].kind == NUMBER:
        return True
    return at > 1 and scan.is_(at, Word.TIME) and scan.tokens[at - 1].kind == NUMBER


def _is_aside(scan: Scan, at: int) -> bool:
    """Whether an aside may begin there, not a verb ("Prices, which rose, fell, ...")."""
    begins = Word.RELATIVE | Word.PREPOSITION | Word.OPENER | Word.ADVERB | Word.TIME | Word.AS
    if is_apposition(scan, at) or scan.words[at] & begins or scan.quoted(at):
        return True
    names = ("participle", "participle_past", "adverb")
    return any(scan.ends(at, name) for name in names)


def _is_adverb(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    if word & (Word.ADVERB | Word.AUXILIARY):
        return not word & Word.PRONOUN
    if scan.tokens[at].kind != WORD or word or scan.capital(at):
        return False
    return scan.ends(at, "adverb")


def _behind_opening(scan: Scan, at: int) -> int | None:
    """Behind the adverbial a sentence opens with: a comma, or a date and nothing else."""
    pauses = (i for i in range(at, min(scan.size, at + 30)) if scan.comma(i) or scan.pause(i))
    comma = next(pauses, None)
    if comma is not None:
        return comma + 1
    dated = at + 1
    while scan.is_(dated, Word.TIME) or (dated < scan.size and scan.tokens[dated].kind == NUMBER):
        dated += 1
    return dated if dated > at + 1 else None


def main_subject(scan: Scan) -> Tokens | None:
    """The noun phrase the sentence begins with, an opening adverbial left out."""
    at = dateline(scan)
    for _ in range(3):
        while at < scan.size and (
            _is_adverb(scan, at) or scan.is_(at, Word.COORDINATOR) or (at and scan.comma(at))
        ):
            at += 1
        if at >= scan.size:
            return None
        if (
            scan.is_(at, Word.PREPOSITION | Word.OPENER)
            or scan.ends(at, "participle")
            or scan.ends(at, "participle_past")
        ):
            behind = _behind_opening(scan, at)
            if behind is None:
                return None
            at = behind
            continue
        break
    if at >= scan.size or scan.mark(at) or _is_oblique(scan, at):
        return None
    if _is_object(scan, at) and not scan.is_(at, Word.POSSESSIVE):
        return None
    if scan.lexicon.inverted and scan.is_(at, Word.RELATIVE):
        return None
    if scan.is_(at, Word.PRONOUN) and not scan.is_(at, Word.DETERMINER | Word.ROLE):
        return at, at + 1
    end = at + 1
    while end < scan.size and end - at < 14 and continues(scan, end):
        named = scan.capital(end - 1) and not scan.is_(end - 1, Word.DETERMINER)
        named = named or scan.is_(end - 1, Word.ROLE)
        plain = not scan.capital(end) and scan.tokens[end].kind == WORD
        if named and plain and not scan.words[end]:
            break
        end += 1
    return at, end
