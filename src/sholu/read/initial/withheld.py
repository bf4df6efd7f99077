"""Where a clause of the narration's own ends what is said: what the speaker does not tell, say."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import noun_at
from sholu.read.initial.scan import Scan
from sholu.read.initial.verb import is_verb

_SMALL = Word.ADVERB | Word.AUXILIARY


def withheld(scan: Scan, start: int, end: int) -> int:
    """Before a clause that tells of not saying more (", but did not elaborate"); else `end`.

    Args:
        scan: the sentence.
        start: the first token of what is said.
        end: behind its last one.
    """
    for at in range(start + 2, end - 1):
        contrast = scan.is_(at, Word.CONTRAST) and not scan.is_(at, Word.COORDINATOR)
        if contrast and _tells_of_silence(scan, at + 1):
            return at - 1 if scan.comma(at - 1) else at
    return end


def _tells_of_silence(scan: Scan, at: int) -> bool:
    """Whether somebody keeps something to himself there: "he declined", "gave no reason"."""
    if scan.is_(at, Word.PRONOUN) and not scan.is_(at, Word.DETERMINER):
        at += 1
    denied = False
    while scan.is_(at, _SMALL | Word.NEGATION):
        denied = denied or scan.is_(at, Word.NEGATION)
        at += 1
    if denied:
        return scan.link(at, "tells_more")
    if scan.link(at, "unsaid_by"):
        return True
    return scan.link(at, "gives") and scan.link(at + 1, "none")


def clause_behind(scan: Scan, start: int, end: int) -> int:
    """Before a clause with a subject of its own behind a label (", but Roe agreed"); else `end`."""
    for at in range(start + 1, end - 2):
        if not (scan.comma(at) and scan.is_(at + 1, Word.CONTRAST)):
            continue
        subject = noun_at(scan, at + 2)
        if subject is not None and subject[1] < end and is_verb(scan, subject[1]):
            return at
    return end
