"""Quoted words beside their cue, where the verb stands last."""

from sholu.read.draft import Draft
from sholu.read.final.behind import behind, described_by, document_behind
from sholu.read.final.circumstances import skip_circumstances
from sholu.read.final.clause import ends_as_clause, nominal_clause
from sholu.read.final.cues import Cue
from sholu.read.final.emit import emit_clause, emit_quote
from sholu.read.final.sentence import (
    SentenceReader,
    clause_end,
    enough_words,
    inside,
    own_clause,
    range_of,
    sentence_end,
    skip_marks,
    source_range,
    subject_in,
)
from sholu.read.final.speaker import (
    describes_speaker,
    document_before,
    genitive_subject,
    speaker_before,
)
from sholu.read.final.spoken import marks_between
from sholu.read.final.subject import first_word_subject, genitive_phrase, phrase_behind
from sholu.read.page import PUNCTUATION, QUOTED, WORD

# How many words may stand before a verb whose quoted words follow a comma.
_NEAREST = 8


def colon_behind(reader: SentenceReader, cue: Cue) -> bool:
    """Whether a colon and more stand behind a cue, or behind whoever follows it.

    Or quoted words alone, behind a comma: "sözini davom ettirdi, «…»".
    """
    after = _behind_speaker(reader, cue)
    if after + 1 >= len(reader.tokens):
        return False
    return reader.tokens[after].text == ":" or _comma_leads_on(reader, cue, after)


def _comma_leads_on(reader: SentenceReader, cue: Cue, after: int) -> bool:
    """Whether a comma stands for the colon before quoted words, which end the sentence."""
    tokens = reader.tokens
    if tokens[after].text != "," or tokens[after + 1].kind != QUOTED or cue.form != "finite":
        return False
    if cue.joined is not None or cue.kind not in ("say", "quote", "de"):
        return False
    if any(token.kind == QUOTED for token in tokens[reader.low : cue.first]):
        return False
    last = after + 2 >= len(tokens) or after + 2 == sentence_end(tokens)
    return last and cue.first - reader.low < _NEAREST and enough_words(reader, after + 1, 4)


def names_speaker_last(reader: SentenceReader, cue: Cue) -> bool:
    """Whether a participle is the verb of its sentence, which whoever speaks ends: "…, degan u"."""
    high = clause_end(reader, cue)
    if cue.kind not in ("say", "de") or not marks_between(reader, high, cue).startswith(","):
        return False
    after, end = cue.last + 1, sentence_end(reader.tokens)
    named = phrase_behind(reader.tokens, after, len(reader.tokens), reader.words, plain=False)
    if named is None or named[0] != after:
        return False
    rest = reader.tokens[named[1] : end]
    return not rest or (
        all(token.kind == WORD for token in rest)
        and reader.words.of(rest[-1]) in ("dative", "locative")
    )


def _behind_speaker(reader: SentenceReader, cue: Cue) -> int:
    """Index behind a cue, and behind the one named between it and a colon: "aytadi u: «…»"."""
    after = cue.last + 1
    if cue.form != "finite" or after >= len(reader.tokens) or reader.tokens[after].kind != WORD:
        return after
    named = phrase_behind(reader.tokens, after, len(reader.tokens), reader.words)
    if named is not None and named[0] == after and reader.tokens[named[1] :]:
        return named[1] if reader.tokens[named[1]].text == ":" else after
    return after


def _named_before_colon(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """ "Төлен былай деді:"; "Айша Төленнің айтқаны:"."""
    low, high = reader.low, cue.first
    source = None
    if cue.form == "nominal":
        source = genitive_phrase(reader.tokens, low, high, reader.words)
    return (
        source
        or subject_in(reader, low, high)
        or first_word_subject(reader.tokens, low, high, reader.words)
    )


def announced(reader: SentenceReader, cue: Cue) -> bool:
    """ "Ол былай деді: …"."""
    after = _behind_speaker(reader, cue)
    begin = after + 1
    source: tuple[int, int] | None = (cue.last + 1, after)
    if after == cue.last + 1:
        source = _named_before_colon(reader, cue)
    words_follow = reader.tokens[begin].kind == QUOTED or cue.announced or cue.kind == "de"
    if not (words_follow or _tells(reader, cue, source)):
        return False
    return given_behind(reader, cue, source)


def given_behind(reader: SentenceReader, cue: Cue, source: tuple[int, int] | None) -> bool:
    """What stands behind a colon, to the end of the line where no marks hold it."""
    begin = _behind_speaker(reader, cue) + 1
    if reader.tokens[begin].kind == QUOTED:
        return emit_quote(reader, cue, begin, source)
    end = sentence_end(reader.tokens)
    if end <= begin:
        return False
    content = inside(reader.page.text, reader.tokens[begin].start, reader.line.end)
    if content is None:
        return False
    reader.drafts.append(
        Draft(
            kind="direct",
            content=content,
            cue=range_of(reader.tokens, cue.first, cue.last + 1),
            source=source_range(reader, source),
            line=reader.number,
        )
    )
    reader.used.update(range(begin, len(reader.tokens)))
    reader.low = len(reader.tokens)
    return True


def _tells(reader: SentenceReader, cue: Cue, source: tuple[int, int] | None) -> bool:
    """ "Булак айтты: Ал келет": who speaks, a verb of saying and nothing else before the colon."""
    begin = cue.last + 2
    if cue.kind != "say" or cue.form != "finite" or source is None or reader.low:
        return False
    whole = source == (0, cue.first) and reader.tokens[begin - 1].text == ":"
    return whole and reader.tokens[begin].capital and len(reader.tokens) - begin > 3


def quoted(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """Quoted words right before their cue."""
    at = high - 1
    if not _may_quote(reader, cue, at):
        return False
    if ends_as_clause(reader, cue, at):
        return nominal_clause(reader, cue, high)
    source = _named_behind(reader, cue) or _thought_behind(reader, cue)
    if source is None and cue.form == "participle" and cue.kind in ("de", "any", "think"):
        return False
    if source is None and cue.kind == "passive":
        source, _ = document_before(reader, at)
    if source is None:
        source = _named_before(reader, cue, at)
    if source is None and cue.kind == "say":
        source, _ = document_before(reader, at)
    begin = reader.low
    if source is not None and source[0] < at:
        begin = skip_circumstances(reader, max(source[1], reader.low), at)
    begin = skip_marks(reader, begin, at)
    if _goes_on_into(reader, cue, begin, at):
        emit_clause(reader, cue, begin, high, source)
        return True
    return emit_quote(reader, cue, at, source)


def _may_quote(reader: SentenceReader, cue: Cue, at: int) -> bool:
    """Whether the verb can say the quoted words at `at`, and they are more than a name."""
    verb = reader.tokens[cue.verb].low
    if cue.joined == "as" and cue.kind == "say" and reader.words.said_so:
        # "«…» şeklinde konuştu"; "«…» olarak paylaştı" says how.
        return reader.tokens[cue.first].low in reader.words.said_so
    speech = cue.kind == "de" or verb.startswith(reader.words.de_passive)
    speech = speech or verb in reader.words.clause_nouns
    if cue.joined is None and cue.kind in ("think", "passive") and not speech:
        return False
    if cue.form == "nominal" and cue.kind == "say" and cue.joined is None:
        # "… «бірден жабуды» талап еткенін айтты": part of what the next verb says.
        return not reader.tokens[cue.last].low.endswith(reader.words.accusative_clause)
    if cue.form == "participle" and cue.kind == "de":
        return enough_words(reader, at, 3)
    return not (cue.kind == "passive" and cue.joined == "that") or enough_words(reader, at, 2)


def _named_behind(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    if cue.kind == "passive" and (document := document_behind(reader, cue)) is not None:
        return document
    if cue.form == "participle":
        return described_by(reader, cue) if describes_speaker(reader, cue) else None
    return behind(reader, cue) if cue.form == "finite" or cue.kind == "any" else None


def _thought_behind(reader: SentenceReader, cue: Cue) -> tuple[int, int] | None:
    """The thought that comes up in quoted words: "«…» деген ой келді"."""
    after = cue.last + 1
    if cue.form != "participle" or after + 1 >= len(reader.tokens):
        return None
    thought, verb = reader.tokens[after : after + 2]
    arises = thought.low in reader.words.thoughts and verb.low.startswith(reader.words.arising)
    return (after, after + 1) if arises else None


def _named_before(reader: SentenceReader, cue: Cue, at: int) -> tuple[int, int] | None:
    """Who speaks before the quoted words; behind a participle at a distance where nobody does."""
    reader.low = own_clause(reader, at + 1)
    if reader.words.relative and cue.form in ("nominal", "participle"):
        owner = genitive_subject(reader, reader.low, at + 1)
        if owner is not None and not (cue.form == "participle" and describes_speaker(reader, cue)):
            return owner
    source = speaker_before(reader, at + 1) or first_word_subject(
        reader.tokens, reader.low, at, reader.words
    )
    if source is None and cue.form == "participle":
        # "«…» деп ұрандаған келісімге қарсы топтар": words stand between.
        end = len(reader.tokens)
        source = phrase_behind(reader.tokens, cue.last + 1, end, reader.words, plain=False)
    return source


def _goes_on_into(reader: SentenceReader, cue: Cue, begin: int, at: int) -> bool:
    """Whether a clause outside the marks runs on into them, so that both are one statement."""
    quote = reader.tokens[at].quote
    if quote is None:
        return False
    if cue.kind == "judge" and reader.tokens[cue.verb].low.startswith(reader.words.calling):
        # "реформаны «сәтсіз қадам» деп атады": the thing judged is part of what is said.
        judged = reader.tokens[at - 1]
        return at > begin and (
            reader.words.may_be_object(judged) or judged.low in reader.words.oblique_pronouns
        )
    passive = reader.tokens[cue.verb].low.startswith(reader.words.de_passive)
    if not (cue.kind in ("say", "de") or passive) or at - begin < 2:
        return False
    named = cue.form == "nominal" or reader.tokens[cue.verb].low in reader.words.clause_nouns
    if reader.words.relative and not named:
        # Where what is said becomes a noun, its verb stands behind the marks.
        return False
    if cue.kind == "de" and cue.last - cue.verb > 1:
        # "бұған «…» деген баға берді": what stands before is what the noun is about.
        return False
    first = reader.page.text[quote.start : quote.start + 1]
    before = reader.tokens[at - 1]
    if not first.islower() or before.kind == PUNCTUATION:
        return False
    if reader.words.of(before) != "accusative":
        return True
    # "ауысуды «әзіл» дейді": what is called so is part of what is said; not "сөзін «…» деп түйді".
    named = cue.kind == "de" or passive
    return named and not before.low.startswith(reader.words.spoken_things)
