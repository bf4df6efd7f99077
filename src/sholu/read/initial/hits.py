"""Verbs and phrases of saying in a sentence: which forms of the lexicon say something here."""

from dataclasses import replace

from sholu.read.cue import Cue
from sholu.read.initial.auxiliary import compound, turns_on_itself, with_auxiliaries
from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.verb import acts_as_verb, is_name, is_participle, may_be_noun
from sholu.read.page import WORD

_NO_VERB_BEHIND = Word.DETERMINER | Word.POSSESSIVE
_QUOTE = frozenset(("quote",))


def find_hits(scan: Scan) -> list[Hit]:
    """The verbs and phrases of saying of a sentence, in order."""
    hits = []
    cues, tokens = scan.lexicon.cues, scan.tokens
    inverted = scan.lexicon.inverted
    at = 0
    while at < scan.size:
        options = cues.get(tokens[at].low)
        if options is not None:
            hit = _hit(scan, at, options)
            if hit is not None:
                if hit.cue.form != "idle":
                    hits.append(hit)
                at = hit.end
                continue
        elif inverted and (_is_manner(scan, at) or _is_tied_manner(scan, at)):
            hit = Hit(Cue((tokens[at].low,), "finite", "say", _QUOTE), at, at + 1, at)
            hits.append(with_auxiliaries(scan, hit))
        at += 1
    return hits


def _is_manner(scan: Scan, at: int) -> bool:
    """Whether any verb stands behind a quotation and its dash ("«Едем!» – машет он")."""
    token = scan.tokens[at]
    if not scan.dash(at - 1) or scan.words[at] or token.capital:
        return False
    before = at - 3 if scan.comma(at - 2) else at - 2
    if token.kind != WORD or not scan.quoted(before) or scan.ends(at + 1, "infinitive"):
        return False
    return scan.ends(at, "verb") and scan.lexicon.may_be_verb(token.low)


def _is_tied_manner(scan: Scan, at: int) -> bool:
    """Whether any verb with its pronoun tied to it follows a quotation ("« … », sourit-elle")."""
    tied = at + 1 if scan.tied(at + 1) else at - 1
    if not scan.tied(tied) or not scan.is_(tied, Word.PRONOUN) or scan.is_(at, Word.AUXILIARY):
        return False
    if scan.tokens[at].kind != WORD or (tied < at and not scan.ends(at, "participle_perfect")):
        return False
    first = min(tied - 1, at)
    while first > 0 and scan.is_(first - 1, Word.OBJECT | Word.NEGATION):
        first -= 1
    return scan.comma(first - 1) and scan.quoted(first - 2)


def _hit(scan: Scan, at: int, options: tuple[Cue, ...]) -> Hit | None:
    tokens = scan.tokens
    for cue in options:
        end = at + len(cue.words)
        if end > scan.size:
            continue
        if len(cue.words) > 1 and (
            tokens[at + 1].low != cue.words[1]
            or any(tokens[at + i].low != word for i, word in enumerate(cue.words))
        ):
            continue
        hit = _as_verb(scan, Hit(cue, at, end, at))
        if hit is not None:
            return hit
    return None


def _as_verb(scan: Scan, hit: Hit) -> Hit | None:
    """The hit with its auxiliaries; nothing where the word is a noun here."""
    if hit.cue.form in ("phrase", "whose", "impersonal", "idle"):
        return hit
    if hit.cue.form == "noun":
        return hit if clause_of_noun(scan, hit.end) is not None else None
    if _is_other_word(scan, hit):
        return None
    before = _word_before(scan, hit.at)
    if before & Word.TO and not scan.lexicon.inverted:
        if hit.cue.form != "finite":
            return None
        hit.cue = replace(hit.cue, form="infinitive")
    elif _rules_out_verb(scan, hit, before):
        return None
    if hit.cue.form == "finite" and is_participle(scan, hit.at):
        return None
    asks = before & Word.QUESTION and not before & Word.RELATIVE and not scan.lexicon.inverted
    if asks and hit.cue.sense == "think":
        return None
    return _in_its_clause(scan, with_auxiliaries(scan, hit))


def _is_other_word(scan: Scan, hit: Hit) -> bool:
    """Whether the form is part of another verb, of a name, or a noun here."""
    at = hit.at
    if scan.link(hit.end, "particles"):
        return True
    if scan.tokens[at].capital and at and is_name(scan, at):
        return True
    if scan.words[at] & Word.NOUN and len(hit.cue.words) == 1 and not acts_as_verb(scan, at):
        return True
    owned = scan.ends(at - 1, "possessive") and not scan.link(at - 1, "contracted")
    return hit.cue.form == "participle" and owned


def _word_before(scan: Scan, at: int) -> int:
    """What the word before a verb may be: no article where it can only be the verb's object."""
    before = scan.words[at - 1] if at else 0
    if scan.lexicon.prepositional and scan.link(at - 1, "objects") and not may_be_noun(scan, at):
        before &= ~Word.DETERMINER
    return before


def _rules_out_verb(scan: Scan, hit: Hit, before: int) -> bool:
    """Whether no verb stands behind such a word: an article, a possessive, a preposition."""
    if hit.cue.form == "finite" and before & Word.PREPOSITION and not before & Word.OPENER:
        return True
    return bool(
        before & _NO_VERB_BEHIND
        and not before & (Word.QUANTIFIER | Word.PRONOUN | Word.RELATIVE)
        and not (scan.lexicon.inverted and before & Word.OBJECT)
    )


def _in_its_clause(scan: Scan, hit: Hit) -> Hit | None:
    """The hit as what its auxiliaries and pronouns make of it; nothing where they do not fit."""
    governor = hit.start - 2 if hit.cue.form == "infinitive" else hit.start - 1
    hit.negated = hit.negated or scan.link(governor, "unsaid")
    if hit.passive and hit.cue.form == "participle":
        hit.cue = replace(hit.cue, form="finite")
        hit.passive = False
    if hit.cue.form == "participle" and scan.link(hit.at - 1, "gerund"):
        hit.start = hit.at - 1
    if hit.takes("self") and not turns_on_itself(scan, hit):
        return None
    if scan.link(hit.start - 1, "reflexive") and not hit.cue.takes & {"self", "itself"}:
        return None
    return compound(scan, hit) if hit.cue.form == "past" else hit


def clause_of_noun(scan: Scan, end: int) -> int | None:
    """The complementiser behind a noun of saying, who says it between them or not.

    "his claim that ...", "a warning from the port that ...".
    """
    for at in range(end, min(scan.size - 1, end + 8)):
        if scan.is_(at, Word.COMPLEMENTISER):
            said = at == end or scan.link(end, "said_by")
            relative = scan.is_(at + 1, Word.AUXILIARY) or scan.mark(at + 1)
            return at if said and (scan.quoted(at + 1) or not relative) else None
        if scan.mark(at) or scan.is_(at, Word.AUXILIARY):
            return None
    return None
