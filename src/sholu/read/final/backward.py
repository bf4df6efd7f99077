"""What was told stands before "this": "Бұл туралы министр хабарлады"."""

from sholu.read.draft import Draft, Range
from sholu.read.final.cues import Cue, find_cues
from sholu.read.final.emit import emit_clause
from sholu.read.final.sentence import (
    SentenceReader,
    inside,
    range_of,
    sentence_end,
    skip_marks,
    subject_in,
)
from sholu.read.final.subject import phrase_behind
from sholu.read.page import WORD


def read_sentence_before(reader: SentenceReader, before: SentenceReader) -> None:
    """ "Бұл туралы X хабарлады", "Осылай деді X": what was told is the sentence before."""
    tokens = reader.tokens
    if not _points_back(reader, 0):
        _told_so(reader, before)
        return
    if (
        before.drafts
        or before.tokens[-1].text[0] in "?!"
        or not any(t.kind == WORD for t in before.tokens)
    ):
        return
    cue = next((cue for cue in find_cues(tokens, reader.words) if cue.form == "finite"), None)
    source = subject_in(reader, 2, cue.first) if cue and cue.kind == "say" else None
    content = inside(reader.page.text, before.tokens[0].start, before.tokens[-1].end)
    if cue is None or source is None or content is None:
        return
    reader.drafts.append(
        Draft(
            kind="indirect",
            content=content,
            cue=range_of(tokens, cue.first, cue.last + 1),
            source=range_of(tokens, *source),
            line=reader.number,
        )
    )


def _told_so(reader: SentenceReader, before: SentenceReader) -> None:
    """ "Осылай деді министр": the sentence says nothing but whose words stand before it."""
    tokens, thus = reader.tokens, reader.words.thus
    cue = next((cue for cue in find_cues(tokens, reader.words) if cue.form == "finite"), None)
    if cue is None or cue.joined is not None or cue.kind not in ("de", "say"):
        return
    low, high, end = cue.first, cue.last + 1, sentence_end(tokens)
    if tokens[low].low not in thus:
        if low and tokens[low - 1].low in thus:
            low -= 1
        elif tokens[end - 1].low in thus:
            # "Деді министр осылайша".
            end -= 1
        else:
            return
    source = subject_in(reader, 0, low) if low else phrase_behind(tokens, high, end, reader.words)
    if source is None or source != ((0, low) if low else (high, end)):
        return
    _give_back(reader, before, range_of(tokens, low, high), range_of(tokens, *source))


def _give_back(reader: SentenceReader, before: SentenceReader, cue: Range, source: Range) -> None:
    """Give the words before to whoever said them: quoted ones that are nobody's yet, or all."""
    if before.drafts:
        draft = before.drafts[-1]
        if draft.cue is None and draft.source is None:
            draft.cue, draft.source = cue, source
        return
    content = inside(reader.page.text, before.tokens[0].start, before.tokens[-1].end)
    if content is not None:
        reader.drafts.append(
            Draft(kind="indirect", content=content, cue=cue, source=source, line=reader.number)
        )


def clause_before(reader: SentenceReader, cue: Cue) -> bool:
    """ "Koʻprik yopildi, bu haqda vazirlik xabar berdi": what was told is the clause before."""
    if cue.form not in ("finite", "participle") or cue.kind != "say" or cue.joined is not None:
        return False
    for comma in range(cue.first - 3, reader.low, -1):
        if reader.tokens[comma].text != "," or not _points_back(reader, comma + 1):
            continue
        source = subject_in(reader, comma + 3, cue.first)
        begin = skip_marks(reader, reader.low, comma)
        if source is None or comma - begin < 2:
            return False
        emit_clause(reader, cue, begin, comma, source)
        return True
    return False


def _points_back(reader: SentenceReader, at: int) -> bool:
    """Whether "this" and a word for "about" stand at a place."""
    words = [token.low for token in reader.tokens[at : at + 2]]
    return (
        len(words) == 2
        and words[0] in reader.words.demonstratives
        and words[1] in reader.words.about_words
    )
