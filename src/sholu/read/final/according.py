"""What is said according to somebody: "X-тің айтуынша, …", "X атап өткендей, …"."""

from sholu.read.final.cues import Cue
from sholu.read.final.emit import emit_clause, emit_quote
from sholu.read.final.sentence import SentenceReader, sentence_end, skip_marks, subject_in
from sholu.read.final.speaker import document_before
from sholu.read.final.subject import first_word_subject, genitive_phrase
from sholu.read.page import PUNCTUATION, QUOTED

# How many words may name those spoken to.
_LONGEST_RECIPIENT = 8


def according(reader: SentenceReader, cue: Cue) -> bool:
    case = "dative" if cue.kind == "dative" else "genitive"
    source = genitive_phrase(reader.tokens, reader.low, cue.first, reader.words, case)
    if source is None and case == "genitive":
        source = _before_recipient(reader, cue)
    if source is None and not _opens(reader, cue.first):
        return False
    begin = cue.last + 1
    while begin < len(reader.tokens) and reader.tokens[begin].kind == PUNCTUATION:
        begin += 1
    end = sentence_end(reader.tokens)
    if begin >= end:
        # "…, – X-тің мәліметінше": the clause stands before.
        begin, end = reader.low, source[0] if source else cue.first
    if end <= begin:
        return False
    if reader.tokens[begin].kind == QUOTED and _closes(reader, begin + 1, end):
        return emit_quote(reader, cue, begin, source)
    if reader.tokens[end - 1].low.startswith(reader.words.de_passive):
        # "X-ке сәйкес, … делінген": the verb says no more than the phrase.
        end -= 1
    if end - begin > 2 and reader.tokens[end - 1].kind == QUOTED:
        colon = reader.tokens[end - 2].text == ":"
        if colon:
            emit_quote(reader, cue, end - 1, source)
            end -= 2
    emit_clause(reader, cue, begin, end, source)
    reader.low = max(begin, cue.last + 1)
    reader.speaker = None
    reader.within = True
    return True


def _before_recipient(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """Whoever speaks stands before those spoken to: "Guvohning «Ufq» gazetasiga aytishicha"."""
    tokens, words = reader.tokens, reader.words
    if cue.first == reader.low or words.of(tokens[cue.first - 1]) not in ("dative", "locative"):
        return None
    low = max(reader.low, cue.first - _LONGEST_RECIPIENT)
    for index in range(cue.first - 1, low - 1, -1):
        token = tokens[index]
        if token.kind == PUNCTUATION:
            return None
        speaks = token.capital or words.noun_kind(token.low) is not None
        owns = words.of(token) == "genitive" and speaks
        if owns or token.low in words.genitive_pronouns:
            return genitive_phrase(tokens, reader.low, index + 1, words)
    return None


def _closes(reader: SentenceReader, index: int, end: int) -> bool:
    return index >= end or reader.tokens[index].text[0] in ")]"


def _opens(reader: SentenceReader, index: int) -> bool:
    return all(
        token.kind == PUNCTUATION or token.low in reader.words.openings
        for token in reader.tokens[:index]
    )


def as_said(reader: SentenceReader, cue: Cue) -> bool:
    """ "X атап өткендей, …": the clause follows; whoever is meant stands before."""
    if cue.kind not in ("say", "passive"):
        return False
    low, high = reader.low, cue.first
    if cue.kind == "passive":
        source, _ = document_before(reader, high)
    else:
        source = _whose_saying(reader, low, high)
    begin = skip_marks(reader, cue.last + 1, len(reader.tokens))
    end = sentence_end(reader.tokens)
    if source is None or end <= begin:
        return False
    emit_clause(reader, cue, begin, end, source)
    reader.low = begin
    reader.speaker = None
    reader.within = True
    return True


def _whose_saying(reader: SentenceReader, low: int, high: int) -> tuple[int, int] | None:
    """Who speaks before a participle: in the nominative, or where the language owns it so."""
    owner = genitive_phrase(reader.tokens, low, high, reader.words)
    if reader.words.relative and owner is not None:
        return owner
    return subject_in(reader, low, high) or first_word_subject(
        reader.tokens, low, high, reader.words
    )
