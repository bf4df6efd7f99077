"""Who says a clause that stands before its verb, and where the clause begins."""

from dataclasses import dataclass

from sholu.read.final.behind import described_by, document_behind
from sholu.read.final.circumstances import skip_circumstances
from sholu.read.final.cues import Cue
from sholu.read.final.sentence import SentenceReader, subject_in
from sholu.read.final.subject import (
    first_word_subject,
    genitive_phrase,
    phrase_behind,
    skip_openings,
)
from sholu.read.page import PUNCTUATION, WORD

# How many words may describe a speaker with whom a new clause opens.
_NEAR_OPENING = 3


@dataclass(slots=True)
class Speaker:
    """Who says a clause (null where nobody is named), and where the clause begins."""

    source: tuple[int, int] | None
    begin: int


def speaker_of(reader: SentenceReader, cue: Cue, end: int, high: int) -> Speaker | None:
    """Who says the clause that ends at `end`, before a cue whose other words begin at `high`.

    Null where a participle describes nobody who could say it.
    """
    source = _speaker_behind(reader, cue)
    if source is None and end < high:
        # "… келгенін агенттік хабарлады": who speaks stands behind the clause.
        source = _ending_at(subject_in(reader, end, high), high)
    if source is not None:
        return Speaker(source, reader.low)
    if cue.kind == "passive":
        source, begin = document_before(reader, end)
    elif cue.form == "participle" and not describes_speaker(reader, cue):
        source = genitive_subject(reader, reader.low, end) or speaker_before(reader, end)
        begin = reader.low if source is None else max(source[1], reader.low)
    elif cue.form == "participle" and not _said_then(reader, cue):
        return None
    else:
        source = speaker_before(reader, end)
        begin = reader.low if source is None else max(source[1], reader.low)
    if source is None and cue.kind == "say":
        source, begin = document_before(reader, end)
    asked = _asks_of(reader, cue)
    if source is not None or asked:
        begin = skip_circumstances(reader, begin, end, asked=asked)
    return Speaker(source, begin)


def _speaker_behind(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """Who is named behind a cue that ends no quotation."""
    if cue.kind == "passive" and (document := document_behind(reader, cue)) is not None:
        return document
    if cue.form == "participle":
        return described_by(reader, cue) if describes_speaker(reader, cue) else None
    if cue.form == "finite" and cue.joined != "as":
        return _behind_joint(reader, cue) or _close_behind(reader, cue)
    return None


def _behind_joint(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """Who is named between "деп" and its verb: "… деп Der Spiegel сенбі күні хабарлады"."""
    if cue.joined != "that" or cue.verb < cue.first + 2:
        return None
    before = reader.tokens[: cue.verb]
    return phrase_behind(before, cue.first + 1, cue.verb, reader.words, plain=False)


def _ending_at(found: tuple[int, int] | None, high: int) -> tuple[int, int] | None:
    return found if found is not None and found[1] == high else None


def describes_speaker(reader: SentenceReader, cue: Cue) -> bool:
    """Whether a participle is of whoever says it ("söyleyen X"), not of words ("söylediği söz")."""
    words = reader.words
    return not words.relative or reader.tokens[cue.last].low.endswith(words.relative)


def genitive_subject(reader: SentenceReader, low: int, high: int) -> tuple[int, int] | None:
    """The first noun phrase in the genitive that can speak: "Bakanın … söylediği"."""
    words = reader.words
    for index in range(low, high - 1):
        token = reader.tokens[index]
        if token.kind != WORD or words.of(token) != "genitive":
            continue
        if reader.tokens[index + 1].low.endswith((*words.possessed, *words.owned)):
            continue
        speaks = token.capital or words.noun_kind(token.low) not in (None, "documents")
        return genitive_phrase(reader.tokens, low, index + 1, words) if speaks else None
    return None


def _said_then(reader: SentenceReader, cue: Cue) -> bool:
    """ "… мәлімдеген кезде", "… айтқан соң": the participle only says when."""
    following = reader.tokens[cue.last + 1].low
    return following in reader.words.postpositions or following in reader.words.openings


def _close_behind(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """A speaker behind a cue that ends no quotation: only right behind it."""
    after = cue.last + 1
    if after >= len(reader.tokens) or reader.tokens[after].kind != WORD:
        return None
    return phrase_behind(reader.tokens, after, len(reader.tokens), reader.words)


def speaker_before(reader: SentenceReader, high: int) -> tuple[int, int] | None:
    found = subject_in(reader, reader.low, high)
    if reader.low == 0 and (found is None or _behind_a_clause(reader, found[0])):
        found = first_word_subject(reader.tokens, reader.low, high, reader.words) or found
    if found is not None and found[1] >= high:
        found = None
    if reader.speaker is not None and reader.low > 0:
        # Verbs in a row share the subject of the first: "бағалап, … жазады"; a clause set against
        # it ("ал …") and one that opens with a pronoun bring their own.
        opening = next(
            (token.low for token in reader.tokens[reader.low : high] if token.kind != PUNCTUATION),
            "",
        )
        if found is None or (
            not _brings_its_own(reader, found[0], high)
            and opening not in reader.words.contrast
            and reader.tokens[found[0]].low not in reader.words.pronouns
        ):
            return reader.speaker
    return found or reader.speaker


def _brings_its_own(reader: SentenceReader, at: int, high: int) -> bool:
    """Whether a new clause opens with its speaker, told from others by their genitives."""
    if not reader.words.relative or reader.tokens[reader.low].low in reader.words.conjunctions:
        return False
    return at - skip_openings(reader.tokens, reader.low, high, reader.words) < _NEAR_OPENING


def _behind_a_clause(reader: SentenceReader, at: int) -> bool:
    """ "Джой … бар екенін, олардың көбі … екенін айтты": inside the second of two clauses."""
    tokens = reader.tokens
    return any(
        tokens[index].text == "," and tokens[index - 1].low.endswith(reader.words.accusative_clause)
        for index in range(1, at)
    )


def document_before(reader: SentenceReader, high: int) -> tuple[tuple[int, int] | None, int]:
    """ "X жариялаған материалда … көрсетілген": whose document it is, and where its words begin."""
    for index in range(reader.low, high):
        token = reader.tokens[index]
        if token.kind == PUNCTUATION:
            break
        if reader.words.noun_kind(token.low) == "documents":
            if reader.words.of(token) != "locative":
                break
            named = subject_in(reader, reader.low, index) or genitive_phrase(
                reader.tokens, reader.low, index, reader.words
            )
            return named or (reader.low, index + 1), index + 1
    return None, reader.low


def _asks_of(reader: SentenceReader, cue: Cue) -> bool:
    """Whether it is asked of somebody in the ablative: "министрден … сұрады"."""
    return words_said(reader, cue).startswith(reader.words.asks_of)


def words_said(reader: SentenceReader, cue: Cue) -> str:
    return " ".join(token.low for token in reader.tokens[cue.verb : cue.last + 1])
