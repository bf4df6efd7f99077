"""Whether a form is a verb here, or a noun, a name or a participle."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Scan
from sholu.read.page import QUOTED, WORD


def is_verb(scan: Scan, at: int) -> bool:
    """Whether the token looks like a finite verb, by list or by its ending."""
    token = scan.tokens[at]
    if scan.words[at] & (Word.AUXILIARY | Word.VERB) or token.low in scan.lexicon.verbs:
        return True
    if token.kind != WORD or scan.words[at] or token.capital or len(token.low) < 4:
        return False
    return scan.ends(at, "verb") and scan.lexicon.may_be_verb(token.low)


def acts_as_verb(scan: Scan, at: int) -> bool:
    """Whether a form that may be a noun is a verb here ("critics claim that", "she notes")."""
    if scan.lexicon.prepositional and at and not scan.is_(at - 1, Word.OF):
        # An article or a preposition would stand before the noun.
        return True
    before = at - 1
    while before >= 0 and scan.is_(before, Word.ADVERB):
        before -= 1
    if before >= 0 and scan.is_(before, Word.AUXILIARY | Word.TO):
        return True
    if before >= 0 and scan.is_(before, Word.PRONOUN) and not scan.is_(before, Word.DETERMINER):
        return True
    if before < 0 or scan.ends(before, "possessive") or _behind_adjective(scan, at, before):
        return False
    if scan.link(before, "several") and scan.ends(at, "plural"):
        return False
    quoted = next((i for i in range(at - 1, max(-1, at - 9), -1) if scan.quoted(i)), None)
    if quoted is not None and not any(is_verb(scan, i) for i in range(quoted + 1, at)):
        return scan.pause(quoted) or scan.comma(quoted + 1)
    return _leads_on(scan, at, before)


def _leads_on(scan: Scan, at: int, before: int) -> bool:
    """Whether what follows tells that the form is a verb, behind the word at `before`."""
    after = at + 1
    while scan.is_(after, Word.TIME | Word.ADVERB):
        after += 1
    known = scan.is_(before, Word.ROLE | Word.DOCUMENT)
    if after >= scan.size:
        return before >= 1 and (scan.capital(before) or known)
    if scan.quoted(after):
        return True
    if scan.tokens[after].text == ":":
        return not scan.is_(before, Word.DETERMINER) or scan.is_(before, Word.PRONOUN)
    if scan.comma(after):
        return scan.quoted(after + 1) and not scan.ends(before, "possessive")
    if scan.is_(after, Word.COMPLEMENTISER | Word.OBJECT):
        return True
    if scan.capital(after) and not scan.words[after] and _is_main(scan, at, after):
        return True
    if scan.is_(after, Word.PRONOUN | Word.DETERMINER) and not scan.is_(after, Word.AUXILIARY):
        if scan.comma(before) and scan.ends(at, "plural"):
            return True
        return scan.capital(before) or known or scan.ends(before, "plural")
    return False


def _behind_adjective(scan: Scan, at: int, before: int) -> bool:
    """Whether an article and an adjective make it a noun ("a narrow ruling", "the new report")."""
    if scan.ends(at, "plural") or before < 1 or scan.words[before]:
        return False
    if scan.capital(before):
        return False
    return scan.is_(before - 1, Word.DETERMINER) or scan.ends(before - 1, "possessive")


def _is_main(scan: Scan, at: int, after: int) -> bool:
    """Whether no verb stands before the form and one behind it ("Roe claims Doe was there")."""
    if not (scan.ends(at, "plural") or scan.ends(at - 1, "plural")):
        return False
    if at == 0 or scan.mark(at - 1) or any(is_verb(scan, index) for index in range(at)):
        return False
    return any(is_verb(scan, index) for index in range(after, min(scan.size, after + 8)))


def may_be_noun(scan: Scan, at: int) -> bool:
    """Whether a form behind a word that is an article or an object may be a noun."""
    return bool(scan.words[at] & Word.NOUN) and not scan.is_(at - 2, Word.PRONOUN | Word.NEGATION)


def is_name(scan: Scan, at: int) -> bool:
    """Whether a capital letter makes a name of a verb form ("the Rules Committee")."""
    before = scan.tokens[at - 1]
    if before.kind != WORD and before.text not in ",":
        return False
    if scan.titled is None:
        whole = " ".join(token.text for token in scan.tokens if token.kind in (WORD, QUOTED))
        plain = [word for word in whole.split() if len(word) > 3]
        scan.titled = 3 * sum(word.lower() != word for word in plain) > 2 * len(plain)
    return not scan.titled


def is_participle(scan: Scan, at: int) -> bool:
    """Whether a past form has no subject ("when asked", "from publicly disclosed figures")."""
    if scan.lexicon.inverted or not scan.ends(at, "participle_past"):
        return False
    before = at - 1
    while before >= 0 and (scan.is_(before, Word.ADVERB) or scan.ends(before, "adverb")):
        before -= 1
    if before < 0:
        return False
    if scan.is_(before, Word.SUBORDINATOR):
        return True
    return before < at - 1 and scan.is_(before, Word.PREPOSITION) and not scan.is_(before, Word.TO)
