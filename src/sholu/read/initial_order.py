"""Who said what in languages whose verb of saying stands first (English, Russian)."""

from sholu.read.draft import Draft
from sholu.read.initial_lexicon import Lexicon, lexicon
from sholu.read.initial_quoted import cue_span, group_at, join, quoted, span
from sholu.read.initial_reported import reported
from sholu.read.initial_scan import Scan, may_speak, scan
from sholu.read.initial_trim import inside
from sholu.read.page import PUNCTUATION, Line, Page, Sentence


def find(page: Page) -> list[Draft]:
    """The statements of a page, in the order of their contents.

    Offsets count code points of `page.text`; a content never leaves its line. The voice of a draft
    that `follows` is left to be carried over from the statement before it.
    """
    words = lexicon(page.pack)
    drafts: list[Draft] = []
    for number, line in enumerate(page.lines):
        for draft in _line(page, line, words):
            draft.line = number
            drafts.append(draft)
    return sorted(drafts, key=lambda draft: (draft.content[0], -draft.content[1]))


def _line(page: Page, line: Line, words: Lexicon) -> list[Draft]:
    drafts: list[Draft] = []
    open_draft: Draft | None = None
    for sentence in line.sentences:
        if not may_speak(sentence.tokens, words):
            open_draft = None
            continue
        found = scan(page.text, sentence, words)
        if _only_quote(sentence):
            open_draft = _lone(page, sentence, drafts, open_draft)
            continue
        if sentence.after_quote and _names_speaker(found, drafts):
            open_draft = drafts[-1]
            continue
        of_sentence, cues, used = quoted(found)
        open_draft = of_sentence[-1] if of_sentence and _is_last(found, of_sentence[-1]) else None
        of_sentence += reported(found, cues, used)
        drafts += of_sentence
    return drafts


def _is_last(found: Scan, draft: Draft) -> bool:
    """Whether only the cue group follows the quotation in its sentence."""
    return not any(
        token.quote is not None and token.start > draft.content[1] for token in found.tokens
    )


def _only_quote(sentence: Sentence) -> bool:
    return sentence.tokens[0].quote is not None and all(
        token.kind == PUNCTUATION for token in sentence.tokens[1:]
    )


def _lone(
    page: Page, sentence: Sentence, drafts: list[Draft], open_draft: Draft | None
) -> Draft | None:
    """A sentence that is a quotation and nothing else: it goes on what stands before it."""
    quote = sentence.tokens[0].quote
    content = inside(page.text, quote) if quote is not None else None
    if content is None:
        return open_draft
    if open_draft is not None and open_draft.cue is not None:
        join(open_draft, content)
        return open_draft
    draft = Draft(kind="direct", content=content, follows=True)
    drafts.append(draft)
    return draft


def _names_speaker(found: Scan, drafts: list[Draft]) -> bool:
    """Give the quotation before this sentence the speaker this sentence names."""
    if not drafts or drafts[-1].cue is not None:
        return False
    group = group_at(found, 0)
    if group is None or group.end < found.size or group.source is None:
        return False
    draft = drafts[-1]
    draft.cue, draft.source = cue_span(found, group.hit), span(found, group.source)
    draft.follows = False
    return True
