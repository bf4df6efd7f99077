"""What stands behind its verb: "bakan dedi ki …", "nazir bildirib ki, …"."""

from sholu.read.final.cues import Cue
from sholu.read.final.emit import emit_clause, emit_quote
from sholu.read.final.sentence import SentenceReader, sentence_end, skip_marks, subject_in
from sholu.read.final.speaker import document_before
from sholu.read.final.subject import first_word_subject, genitive_phrase


def joined_behind(reader: SentenceReader, cue: Cue) -> bool:
    """Whether the word that joins a clause to the verb before it stands behind the cue."""
    behind = cue.last + 1
    return behind + 1 < len(reader.tokens) and reader.tokens[behind].low in reader.words.that


def said_behind(reader: SentenceReader, cue: Cue) -> bool:
    """The clause or the quoted words behind "ki", to the end of the sentence."""
    tokens = reader.tokens
    if cue.kind in ("think", "quote") and not any(token.quote for token in tokens[cue.last :]):
        return False
    begin = skip_marks(reader, cue.last + 2, len(tokens))
    end = sentence_end(tokens)
    if end <= begin:
        return False
    source = subject_in(reader, reader.low, cue.first) or first_word_subject(
        tokens, reader.low, cue.first, reader.words
    )
    if source is None and cue.form in ("participle", "nominal"):
        source = genitive_phrase(tokens, reader.low, cue.first, reader.words)
    source = source or reader.speaker
    if cue.kind == "passive":
        source, _ = document_before(reader, cue.first)
    if cue.kind == "passive" and source is None and not reader.words.hearsay:
        return False
    if tokens[begin].quote is not None and end == begin + 1:
        return emit_quote(reader, cue, begin, source)
    emit_clause(reader, cue, begin, end, source)
    reader.low = begin
    reader.speaker = None
    reader.within = True
    return True
