"""Who said what in languages whose verb of saying stands first (English, French, Russian)."""

from typing import TypeAlias

from sholu.read.draft import Draft, Range
from sholu.read.edges import inside
from sholu.read.initial.back import backward, relayed
from sholu.read.initial.group import Group, cue_span, group_at, span
from sholu.read.initial.heading import headed
from sholu.read.initial.inside import interrupted, spoken
from sholu.read.initial.lexicon import Lexicon, lexicon
from sholu.read.initial.look_up import look_up, may_speak
from sholu.read.initial.quoted import join, quoted
from sholu.read.initial.reported import reported
from sholu.read.initial.scan import Scan
from sholu.read.initial.subject import main_subject, subject_of
from sholu.read.initial.verbless import introduced, named, signature, speaks, transcript
from sholu.read.marks import Quote
from sholu.read.page import PUNCTUATION, QUOTED, Line, Page, Sentence, Token
from sholu.read.sentences import LONGEST_PIECE, in_pieces

# A lone quotation in single marks with fewer letters is a heading or a title.
_SHORTEST_SINGLE = 40
_DASHES = frozenset("-–—―")
# Cue and source of the line before a quotation.
Opening: TypeAlias = tuple[Range | None, Range | None]
_SINGLE = frozenset("'‘’‚‹›")


def find(page: Page) -> list[Draft]:
    """The statements of a page, in the order of their contents.

    Offsets count code points of `page.text`; a content never leaves its line. The voice of a draft
    without a source is left to be carried over from the statement before it.
    """
    words = lexicon(page.pack)
    drafts: list[Draft] = []
    for number, line in enumerate(page.lines):
        opening = _opening(page, page.lines[number - 1], words) if number else None
        for draft in _line(page, line, words, opening):
            draft.line = number
            drafts.append(draft)
    drafts += backward(page, words, drafts)
    drafts += headed(page, words, drafts)
    return sorted(drafts, key=lambda draft: (draft.content[0], -draft.content[1]))


def _opening(page: Page, line: Line, words: Lexicon) -> Opening | None:
    """Cue and source of a line that ends in a colon and so opens the next one."""
    if page.text[line.end - 1] != ":" or not line.sentences:
        return None
    tokens = line.sentences[-1].tokens[-LONGEST_PIECE:]
    found = look_up(page.text, Sentence(tokens[0].start, tokens[-1].end, tokens), words)
    verbs = [hit for hit in found.hits if hit.cue.form in ("finite", "participle")]
    if not verbs:
        source = main_subject(found)
        known = source is not None and speaks(found, source)
        return (None, span(found, source)) if known else None
    source = subject_of(found, verbs[-1]) or main_subject(found)
    return cue_span(found, verbs[-1]), span(found, source)


def _line(page: Page, line: Line, words: Lexicon, opening: Opening | None) -> list[Draft]:
    dialogue = _dialogue(page, line, words)
    if dialogue is not None:
        return [dialogue]
    drafts: list[Draft] = []
    open_draft: Draft | None = None
    for index, sentence in enumerate(in_pieces(line.sentences)):
        if not may_speak(sentence.tokens, words):
            open_draft = None
            continue
        before = len(drafts)
        found = look_up(page.text, sentence, words)
        if index == 0 and (spoken_line := transcript(page, found.tokens, line.end)) is not None:
            return [spoken_line]
        if _only_quote(sentence):
            open_draft = _lone(page, sentence, words, drafts, open_draft)
            if index == 0 and opening is not None and drafts and drafts[-1].source is None:
                drafts[-1].cue, drafts[-1].source = opening
        elif sentence.after_quote and _names_speaker(found, drafts):
            open_draft = drafts[-1]
        else:
            of_sentence, open_draft = _sentence(page, found, words)
            drafts += of_sentence
        drafts += _nested(page, sentence, words, drafts[before:])
    return drafts


def _dialogue(page: Page, line: Line, words: Lexicon) -> Draft | None:
    """A line of speech behind a dash, without marks: "— Да, — сказал он."."""
    if page.text[line.start] not in _DASHES:
        return None
    speech = Quote(line.start + 1, line.end, line.start, line.end, inner=tuple(line.quotes))
    return interrupted(page, page.tokens_inside(speech), speech, words)


def _sentence(page: Page, found: Scan, words: Lexicon) -> tuple[list[Draft], Draft | None]:
    """The statements of a sentence, and the quotation the next one may go on with."""
    whole = signature(found) or named(found)
    if whole is not None:
        return [whole], None
    drafts, cues, used = quoted(found)
    last = drafts[-1] if drafts and _ends_open(found, drafts[-1]) else None
    told = reported(found, cues, used)
    for draft in told:
        draft.nested = draft.nested or any(
            outer.kind == "mixed" and outer.content[0] < draft.content[0] < outer.content[1]
            for outer in drafts
        )
    drafts += told
    first = found.tokens[0].quote
    if not drafts and first is not None and not first.closed:
        split = interrupted(page, page.tokens_inside(first), first, words)
        return ([split] if split is not None else []), split
    if not any(draft.kind == "direct" for draft in drafts):
        more = introduced(found)
        if more is not None and all(more.content[0] >= draft.content[1] for draft in drafts):
            drafts.append(more)
    drafts += relayed(found, drafts)
    return sorted(drafts, key=lambda draft: draft.content), last


def _nested(page: Page, sentence: Sentence, words: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """Speech reported inside the quotations of a sentence."""
    return [
        draft
        for token in sentence.tokens
        if token.kind == QUOTED and token.quote is not None and token.end - token.start > 30
        for part in _between_cues(page.tokens_inside(token.quote), token.quote, drafts)
        for draft in spoken(page, part, words)
    ]


def _between_cues(tokens: list[Token], quote: Quote, drafts: list[Draft]) -> list[list[Token]]:
    """The tokens of a quotation, without the cue that stands between its own marks."""
    for draft in drafts:
        if draft.cue is not None and quote.start <= draft.cue[0] < quote.end:
            pieces = draft.parts or (draft.content,)
            if pieces[0][0] >= quote.start:
                return [[t for t in tokens if a <= t.start < b] for a, b in pieces]
    return [tokens]


def _ends_open(found: Scan, draft: Draft) -> bool:
    """Whether no other speech follows the quotation in its sentence."""
    return not any(
        token.quote is not None
        and token.start > draft.content[1]
        and (found.comma(at - 1) or found.tokens[at - 1].text == ":")
        for at, token in enumerate(found.tokens)
    )


def _only_quote(sentence: Sentence) -> bool:
    return sentence.tokens[0].quote is not None and all(
        token.kind == PUNCTUATION for token in sentence.tokens[1:]
    )


def _lone(
    page: Page,
    sentence: Sentence,
    words: Lexicon,
    drafts: list[Draft],
    open_draft: Draft | None,
) -> Draft | None:
    """A sentence that is a quotation and nothing else: it goes on what stands before it."""
    token = sentence.tokens[0]
    quote = token.quote
    content = inside(page.text, quote) if quote is not None else None
    if quote is None or content is None:
        return open_draft
    tokens = page.tokens_inside(quote)
    spoken_line = transcript(page, tokens, quote.end)
    if spoken_line is not None:
        drafts.append(spoken_line)
        return None
    split = interrupted(page, tokens, quote, words)
    if split is not None:
        drafts.append(split)
        return split
    if open_draft is not None and open_draft.cue is not None:
        join(open_draft, content)
        return open_draft
    if page.text[content[0]] in "([" and page.text[content[1] - 1] in ")]":
        # "(CROSSTALK.)" in a transcript.
        return open_draft
    if token.text[0] in _SINGLE and token.end - token.start < _SHORTEST_SINGLE:
        return None
    draft = Draft(kind="direct", content=content)
    drafts.append(draft)
    return draft


def _only_accompanies(found: Scan, group: Group) -> bool:
    """Whether what follows the verb tells only what the speaker did ("X said, smiling at us")."""
    told = group.end > max(group.hit.end, group.source[1] if group.source else 0)
    participle = found.ends(group.end + 1, "participle") and not found.cue(group.end + 1)
    return not told and participle and not any(map(found.quoted, range(group.end, found.size)))


def _names_speaker(found: Scan, drafts: list[Draft]) -> bool:
    """Give the quotation before this sentence the speaker this sentence names."""
    draft = next((draft for draft in reversed(drafts) if not draft.nested), None)
    if draft is None or draft.cue is not None:
        return False
    group = group_at(found, 0)
    if group is None or group.source is None:
        return False
    if group.end < found.size and not _only_accompanies(found, group):
        return False
    draft.cue, draft.source = cue_span(found, group.hit), span(found, group.source)
    return True
