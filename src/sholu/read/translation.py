"""Words in print that say that a quotation was translated: "through an interpreter", «по-казахски».

Only what stands in the sentence of the words of saying counts, outside what is said: which language
a carrier writes in tells nothing of the language somebody spoke.
"""

from functools import cache

from sholu.language import Pack
from sholu.model import Span
from sholu.read.draft import Draft
from sholu.read.page import Page, Sentence, Token
from sholu.read.patterns import Patterns


def translation_of(page: Page, draft: Draft) -> Span | None:
    """The words that say a statement was made in another language; null where none do."""
    patterns = _patterns(page.pack)
    if patterns is None or draft.cue is None:
        return None
    sentence = page.sentence_of(draft.cue[0])
    return _in(page, sentence, draft, patterns) if sentence is not None else None


def _in(page: Page, sentence: Sentence, draft: Draft, patterns: Patterns) -> Span | None:
    tokens = sentence.tokens
    for at in patterns.beginnings(tokens):
        match = patterns.at(tokens, at)
        if match is None:
            continue
        first, last = tokens[match.first], tokens[match.end - 1]
        if not _is_said(draft, first) and not _is_said(draft, last):
            return Span.cut(page.text, first.start, last.end)
    return None


def _is_said(draft: Draft, token: Token) -> bool:
    return any(start <= token.start < end for start, end in draft.parts or (draft.content,))


@cache
def _patterns(pack: Pack) -> Patterns | None:
    listed = pack.table("voices").get("translation", {}).get("patterns", ())
    return Patterns((line, True) for line in listed) if listed else None
