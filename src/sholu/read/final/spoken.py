"""Speech without marks, behind a dash or before one: "– Бәрі жақсы, – деді ол"."""

from sholu.read.draft import Draft, Range
from sholu.read.final.behind import behind, document_behind
from sholu.read.final.cues import Cue
from sholu.read.final.emit import add_part
from sholu.read.final.sentence import SentenceReader, inside, range_of, source_range, subject_in
from sholu.read.final.subject import first_word_subject, phrase_behind
from sholu.read.page import DASHES


def unmarked_speech(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """ "Бәрі жақсы болады, – деді ол": a comma or a dash, then the bare verb of speech."""
    marks = marks_between(reader, high, cue)
    if not marks or high - reader.low < 1:
        return False
    if reader.tokens[cue.verb].low.startswith(reader.words.de_passive):
        return marks[-1] in DASHES | {","} and document_behind(reader, cue) is not None
    if cue.kind == "any" and marks[-1] in DASHES:
        # "– …, – деп Төлен күлді": the dash says that it was spoken, whatever the verb.
        return True
    if cue.form != "finite" or cue.joined == "as":
        return False
    if cue.joined is None and cue.kind != "de":
        return cue.kind == "say" and marks[0] in ",?!" and marks[-1] in DASHES
    if any(mark in DASHES for mark in marks) or marks[0] in "?!":
        return True
    named = phrase_behind(reader.tokens, cue.last + 1, len(reader.tokens), reader.words)
    return marks[0] == "," and named is not None and high - reader.low > 2


def marks_between(reader: SentenceReader, high: int, cue: Cue) -> str:
    """The punctuation that stands between what is said and the cue."""
    return "".join(token.text for token in reader.tokens[high : cue.first])


def spoken(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """Read speech without marks, and all of its line that goes on behind its speaker."""
    passive = reader.tokens[cue.verb].low.startswith(reader.words.de_passive)
    source = document_behind(reader, cue) if passive else behind(reader, cue)
    start, named = _opening(reader, high)
    if cue.kind == "any":
        cue.last = cue.verb = cue.first
    content = inside(reader.page.text, start, reader.tokens[high - 1].end)
    if content is None:
        return False
    draft = Draft(
        kind="direct" if set(marks_between(reader, high, cue)) & DASHES else "indirect",
        content=content,
        cue=range_of(reader.tokens, cue.first, cue.last + 1),
        source=source_range(reader, source) or named,
        line=reader.number,
    )
    reader.drafts.append(draft)
    reader.used.update(range(high))
    if source is not None:
        reader.speaker = source
    if draft.kind == "direct":
        _speak_on(reader, draft, max(cue.last + 1, source[1] if source is not None else 0))
    return True


def _opening(reader: SentenceReader, high: int) -> tuple[int, Range | None]:
    """Where speech without marks begins, and who is named before it: "Көрші: – Кім бар?".

    Speech of several sentences begins in one before the sentence that has the verb.
    """
    start = reader.free if reader.low == 0 else reader.tokens[reader.low].start
    colon = _colon_before_dash(reader, high)
    if colon is not None:
        source = source_range(reader, _before_colon(reader, colon))
        return reader.tokens[colon + 1].start, source
    if reader.low == 0 and reader.free < reader.tokens[0].start:
        before = reader.page.tokens(reader.free, reader.tokens[0].start)
        head = SentenceReader(
            reader.page,
            reader.words,
            reader.number,
            before,
            reader.line,
            reader.free,
            reader.names,
        )
        colon = _colon_before_dash(head, len(before))
        if colon is not None:
            return before[colon + 1].start, source_range(head, _before_colon(head, colon))
    return start, None


def _colon_before_dash(reader: SentenceReader, high: int) -> int | None:
    """ "Көрші: – Кім бар? – деді": the colon behind which dash speech begins; null without one."""
    for index in range(reader.low, high - 2):
        if reader.tokens[index].text == ":" and reader.tokens[index + 1].text[0] in DASHES:
            return index
    return None


def _before_colon(reader: SentenceReader, colon: int) -> tuple[int, int] | None:
    """Who speaks before a colon: also plain nouns that stand there alone ("Қойшы: – …")."""
    found = subject_in(reader, reader.low, colon)
    if found is not None:
        return found
    found = first_word_subject(reader.tokens, reader.low, colon, reader.words)
    # "Атасы баласына: – …": between the two only those spoken to.
    told = reader.tokens[found[1] : colon] if found is not None else []
    if found is not None and all(reader.words.of(token) == "dative" for token in told):
        return found
    # "Үй иесі: – …".
    named = phrase_behind(reader.tokens, reader.low, colon, reader.words)
    return named if named == (reader.low, colon) else None


def _speak_on(reader: SentenceReader, draft: Draft, after: int) -> None:
    """ "– A, – деді X. – B": in a line of dash speech all behind the second dash is said too."""
    tokens, line = reader.tokens, reader.line
    if after + 2 >= len(tokens) or tokens[after].text not in (",", "."):
        return
    if tokens[after + 1].text[0] not in DASHES:
        return
    whole = reader.page.text[line.start] in DASHES
    part = inside(reader.page.text, tokens[after + 2].start, line.end if whole else tokens[-1].end)
    if part is not None:
        add_part(draft, part)
        reader.used.update(range(after, len(tokens)))
        reader.low = len(tokens)
