"""What stands beside a verb of saying and makes something of it: auxiliaries, "not", "se"."""

from dataclasses import replace

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Hit, Scan

_BESIDE_VERB = Word.AUXILIARY | Word.ADVERB | Word.NEGATION


def with_auxiliaries(scan: Scan, hit: Hit) -> Hit:
    """Take in the auxiliaries before the verb, and note what they make of it."""
    begin = hit.at
    while begin and (
        scan.words[begin - 1] & _BESIDE_VERB
        or (scan.tied(begin - 1) and scan.is_(begin - 2, Word.AUXILIARY))
        or (scan.ends(begin - 1, "adverb") and _may_part(scan, begin - 1))
    ):
        begin -= 1
        word = scan.words[begin]
        if word & (Word.AUXILIARY | Word.NEGATION) and not scan.tied(begin):
            hit.start = begin
        hit.passive = hit.passive or bool(word & Word.PASSIVE)
        hit.negated = hit.negated or bool(word & Word.NEGATION)
        hit.unreal = hit.unreal or scan.link(begin, "unreal")
        if scan.tied(begin):
            hit.tied = begin
    if hit.tied is None and scan.tied(hit.end) and scan.is_(hit.end, Word.PRONOUN):
        hit.tied = hit.end
    if hit.passive and scan.lexicon.links.get("self") and _itself(scan, hit) is not None:
        hit.passive = False
    return hit


def _may_part(scan: Scan, at: int) -> bool:
    """Whether a word with the ending of an adverb parts a verb from its auxiliary there.

    Where the verb may stand before its source it may belong to the verb alone, too.
    """
    return scan.lexicon.inverted or scan.is_(at - 1, Word.AUXILIARY | Word.NEGATION)


def _itself(scan: Scan, hit: Hit) -> int | None:
    """The reflexive pronoun before the verb and its auxiliaries ("s'est engagé")."""
    at = hit.start - 1
    while scan.is_(at, Word.OBJECT) and not scan.link(at, "self"):
        at -= 1
    return at if scan.link(at, "self") else None


def turns_on_itself(scan: Scan, hit: Hit) -> bool:
    """Take the reflexive pronoun into a verb that asks for it; whether it stands there."""
    at = _itself(scan, hit)
    if at is not None:
        hit.start = at
    return at is not None


def compound(scan: Scan, hit: Hit) -> Hit | None:
    """The past participle as the verb it makes with its auxiliary, its own or one before it."""
    if not hit.passive and not any(scan.is_(at, Word.AUXILIARY) for at in range(hit.start, hit.at)):
        joined = scan.is_(hit.start - 1, Word.COORDINATOR) and any(
            scan.is_(at, Word.AUXILIARY) and not scan.is_(at, Word.PASSIVE)
            for at in range(hit.start - 1)
        )
        if not joined or scan.link(hit.end, "by"):
            return None
    hit.cue = replace(hit.cue, form="finite")
    return hit
