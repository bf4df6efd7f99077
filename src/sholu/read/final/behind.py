"""Who speaks behind words of saying, in a language whose verb of saying stands last."""

from sholu.read.final.cues import Cue
from sholu.read.final.sentence import SentenceReader
from sholu.read.final.subject import oblique_behind, phrase_behind
from sholu.read.page import QUOTED, WORD


def behind(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """Who speaks behind a cue, or between its "деп" and its verb: "– деп Төлен айтты"."""
    if cue.joined == "that":
        joint = cue.first + cue.announced
        stop = cue.verb if cue.kind != "any" else len(reader.tokens)
        joint += joint + 1 < stop and reader.tokens[joint + 1].text == ","
        if stop > joint + 1:
            between = reader.tokens[:stop]
            found = phrase_behind(between, joint + 1, stop, reader.words, plain=False)
            if found is not None:
                return found
    return phrase_behind(reader.tokens, cue.last + 1, len(reader.tokens), reader.words)


def described_by(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """Who speaks behind a participle: "деп мәлімдеген Төлен"."""
    found = phrase_behind(
        reader.tokens, cue.last + 1, len(reader.tokens), reader.words, plain=False
    )
    if found is None or found[0] > cue.last + 1:
        words = reader.words
        return oblique_behind(reader.tokens, cue.last + 1, words) if words.relative else None
    return found


def document_behind(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """The document or outlet that says it, behind a verb in the passive: "делінген есепте"."""
    low = cue.last + 1
    high = low
    while high < len(reader.tokens) and reader.tokens[high].kind in (WORD, QUOTED):
        high += 1
    for index in range(low, high):
        token = reader.tokens[index]
        if reader.words.noun_kind(token.low) in ("documents", "media") and (
            reader.words.of(token) == "locative"
        ):
            return low, index + 1
    return None
