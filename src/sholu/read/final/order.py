"""Who said what, in a language whose verb of saying stands last (Kazakh and its kin).

Each sentence is read cue by cue. What stands before a cue is its clause; who speaks is the first
noun phrase in the nominative that can, or the one behind the cue («…, – деді X»), or the genitive
before a phrase of attribution («X-тің айтуынша, …»).
"""

from dataclasses import replace

from sholu.read.draft import Draft
from sholu.read.final.according import according, as_said
from sholu.read.final.backward import clause_before, read_sentence_before
from sholu.read.final.bare import read_bare_quotes, read_named_line
from sholu.read.final.behind import behind
from sholu.read.final.between import named_between
from sholu.read.final.cited import cited
from sholu.read.final.clause import (
    called,
    clause_with_joint,
    embedded,
    nominal_clause,
    through_noun,
)
from sholu.read.final.cues import Cue, find_cues
from sholu.read.final.emit import add_part
from sholu.read.final.names import Names
from sholu.read.final.quoted import announced, colon_behind, names_speaker_last, quoted
from sholu.read.final.sentence import SentenceReader, clause_end, subject_in
from sholu.read.final.spoken import spoken, unmarked_speech
from sholu.read.final.that import joined_behind, said_behind
from sholu.read.final.words import Words, words_of
from sholu.read.page import DASHES, QUOTED, Line, Page, Sentence

# Code points of the shortest quotation that may hold another statement.
_SHORTEST_OUTER = 30


def find(page: Page) -> list[Draft]:
    """Every statement of a page, in the order of its lines."""
    words = words_of(page.pack)
    names = _names(page, words)
    drafts: list[Draft] = []
    for number, line in enumerate(page.lines):
        drafts += _read_line(page, words, names, number, line)
    # Where nobody is said to speak on all the page, sentences in marks are nobody's words.
    return drafts if any(draft.cue or draft.source for draft in drafts) else []


def _names(page: Page, words: Words) -> Names:
    """Base forms of what the page prints with a capital, within sentences and by itself."""
    inside: set[str] = set()
    runs: set[tuple[str, ...]] = set()
    for sentence in page.sentences:
        run: list[str] = []
        for index, token in enumerate(sentence.tokens):
            if token.capital:
                run.append(words.base(token))
                if index:
                    inside.add(run[-1])
            elif run:
                runs.add(tuple(run))
                run = []
        if run:
            runs.add(tuple(run))
    return Names(frozenset(inside), frozenset(runs))


def _read_line(page: Page, words: Words, names: Names, number: int, line: Line) -> list[Draft]:
    drafts: list[Draft] = []
    last: Draft | None = None
    before: SentenceReader | None = None
    free = _text_start(page, line)
    for sentence in _joined_sentences(line, words):
        if last is not None and sentence.start < last.content[1]:
            # "Ол былай деді: …" took in the rest of the line.
            continue
        reader = SentenceReader(page, words, number, sentence.tokens, line, free, names)
        _read_sentence(reader)
        if not reader.drafts and before is not None:
            read_sentence_before(reader, before)
        before = reader
        if last is not None and _carries_on(reader, last):
            add_part(last, reader.drafts.pop(0).content)
        if reader.drafts:
            last = reader.drafts[-1]
            free = sentence.end
            drafts += [*reader.drafts, *_read_inside(reader)]
    return drafts


def _read_inside(reader: SentenceReader) -> list[Draft]:
    """What is said within quoted words: only with its own cue and its own source."""
    found: list[Draft] = []
    page, words, names = reader.page, reader.words, reader.names
    for index in sorted(reader.used):
        quote = reader.tokens[index].quote
        if quote is None or quote.end - quote.start < _SHORTEST_OUTER:
            continue
        if any(draft.cue and quote.start <= draft.cue[0] < quote.end for draft in reader.drafts):
            continue
        outside = {draft.content for draft in reader.drafts}
        for sentence in page.sentences_inside(quote):
            inner = SentenceReader(
                page, words, reader.number, sentence.tokens, reader.line, sentence.start, names
            )
            _read_sentence(inner)
            found += [
                replace(draft, nested=True)
                for draft in inner.drafts
                if draft.content not in outside and _is_reported(page, words, draft)
            ]
    return found


def _is_reported(page: Page, words: Words, draft: Draft) -> bool:
    """Whether somebody is named and said it: not "I ask you to …"."""
    if draft.cue is None or draft.source is None:
        return False
    verb = page.pack.spelling(page.text[slice(*draft.cue)])
    return not verb.endswith((*words.performative, *words.converbs))


def _text_start(page: Page, line: Line) -> int:
    start = line.start
    while start < line.end and page.text[start] in "-–—―•* \t":
        start += 1
    return start


def _joined_sentences(line: Line, words: Words) -> list[Sentence]:
    """A sentence that only names the speaker of the quotation before it joins that quotation."""
    joined: list[Sentence] = []
    for sentence in line.sentences:
        first = sentence.tokens[0]
        if joined and sentence.after_quote and words.is_bare_speech(first.low):
            last = joined[-1]
            tokens = last.tokens + sentence.tokens
            joined[-1] = Sentence(last.start, sentence.end, tokens, last.after_quote)
        else:
            joined.append(sentence)
    return joined


def _carries_on(reader: SentenceReader, last: Draft) -> bool:
    """Whether a bare quotation goes on with the attributed one before it in the same line."""
    if not reader.drafts:
        return False
    first = reader.drafts[0]
    return first.cue is None and first.source is None and last.kind == "direct"


def _read_sentence(reader: SentenceReader) -> None:
    cues = find_cues(reader.tokens, reader.words)
    for position, cue in enumerate(cues):
        if cue.first < reader.low:
            continue
        following = cues[position + 1] if position + 1 < len(cues) else None
        if _told_further(reader, cue, following):
            # "… көрсетуді сұрады, деп хабарлады полиция": read with what the last cue takes.
            continue
        if _read_cue(reader, cue, following):
            reader.low = max(reader.low, cue.last + 1)
        elif cue.form == "finite" and _comma_behind(reader, cue, following):
            # A main clause of another kind ends here: "… деп қауіптенеді, себебі …".
            reader.speaker = subject_in(reader, reader.low, cue.first) or reader.speaker
            reader.low = cue.last + 2
    read_bare_quotes(reader)
    if not reader.drafts and reader.tokens[0].start <= reader.line.start + 2:
        read_named_line(reader)


def _told_further(reader: SentenceReader, cue: Cue, following: Cue | None) -> bool:
    """Whether another's "…, деп" behind a comma takes in a finite verb with its clause."""
    if following is None or cue.form != "finite" or following.joined != "that":
        return False
    if following.form != "finite" or following.kind != "say" or following.first != cue.last + 2:
        return False
    comma = reader.tokens[cue.last + 1].text == ","
    named = behind(reader, following)
    return comma and named is not None and not cue.joined and not reader.low


def _read_cue(reader: SentenceReader, cue: Cue, following: Cue | None) -> bool:
    """Read one cue; whether it gave a statement."""
    if cue.form == "according":
        return according(reader, cue)
    if cue.kind == "other":
        return False
    if cited(reader, cue, following):
        return True
    if cue.kind == "cite":
        cue.kind = "say"
    if cue.form == "like":
        return as_said(reader, cue)
    if cue.form == "participle" and names_speaker_last(reader, cue):
        cue.form = "finite"
    if joined_behind(reader, cue) and cue.kind != "judge":
        return said_behind(reader, cue)
    high = clause_end(reader, cue)
    if colon_behind(reader, cue):
        return _clause_and_quotation(reader, cue, high)
    if high > reader.low and reader.tokens[high - 1].kind == QUOTED:
        if cue.form == "participle" and cue.kind == "de":
            through_noun(reader, cue, following)
        return quoted(reader, cue, high)
    if named_between(reader, cue, high):
        return True
    if cue.form == "nominal" and reader.words.relative:
        return embedded(reader, cue, high)
    if cue.form == "nominal" or cue.announced or _does_it(reader, cue):
        return False
    if unmarked_speech(reader, cue, high):
        return spoken(reader, cue, high)
    if cue.form == "participle" and cue.kind == "de":
        return called(reader, cue, high, following)
    if cue.joined is not None or cue.kind == "de":
        return clause_with_joint(reader, cue, high)
    return clause_before(reader, cue) or nominal_clause(reader, cue, high)


def _clause_and_quotation(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """Quoted words behind a colon, and the clause before the cue they share, if there is one."""
    low = reader.low
    found = announced(reader, cue)
    if not found or cue.kind != "say" or cue.announced or high <= low:
        return found
    behind, reader.low = reader.low, low
    if (cue.joined is None and nominal_clause(reader, cue, high)) and len(reader.drafts) > 1:
        reader.drafts[-2:] = reversed(reader.drafts[-2:])
    reader.low = max(reader.low, behind)
    return True


def _does_it(reader: SentenceReader, cue: Cue) -> bool:
    """ "… шақырамын", "… дейміз": the carrier's own words, said of nobody."""
    verb = reader.tokens[cue.last].low
    return cue.form == "finite" and verb.endswith(reader.words.performative)


def _comma_behind(reader: SentenceReader, cue: Cue, following: Cue | None) -> bool:
    """Whether a clause goes on behind the cue; not where ", –" ends a quotation with its word.

    Nor where the next cue follows at once: "… қайталап жатыр, деп атап өтті ол".
    """
    if following is not None and following.first == cue.last + 2:
        return False
    behind = [token.text for token in reader.tokens[cue.last + 1 : cue.last + 3]]
    return behind[:1] == [","] and not (len(behind) > 1 and behind[1][0] in DASHES)
