"""Attributions that look back or through another source.

"Мост закроют. Об этом сообщил X" makes the sentence before it what X says; "X пишет со ссылкой
на Z" makes Z the one who says it and X the one who passes it on.
"""

from dataclasses import replace

from sholu.read.draft import Draft
from sholu.read.initial.group import cue_span, group_at, span
from sholu.read.initial.lexicon import Lexicon, Word
from sholu.read.initial.look_up import look_up
from sholu.read.initial.noun import Tokens, noun_at
from sholu.read.initial.place import document
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.subject import subject_of
from sholu.read.initial.trim import cut
from sholu.read.page import Page, Sentence
from sholu.read.sentences import LONGEST_PIECE


def backward(page: Page, words: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """Sentences whose source a sentence right behind them names, none of them said otherwise.

    Args:
        page: the page.
        words: its lexicon.
        drafts: the statements found so far.
    """
    found = []
    last: tuple[Sentence, int] | None = None
    for number, line in enumerate(page.lines):
        if line.heading:
            last = None
            continue
        for sentence in line.sentences:
            if last is not None and _looks_back(sentence, words):
                draft = _backward(page, words, last[0], sentence)
                if draft is not None and not _is_said(last[0], sentence, drafts):
                    draft.line = last[1]
                    found.append(draft)
            last = sentence, number
    return found


def _looks_back(sentence: Sentence, words: Lexicon) -> bool:
    opening = tuple(token.low for token in sentence.tokens[:2])
    return opening in words.backward and len(sentence.tokens) <= LONGEST_PIECE


def _is_said(said: Sentence, saying: Sentence, drafts: list[Draft]) -> bool:
    return any(d.content[0] < saying.end and said.start < d.content[1] for d in drafts)


def _backward(page: Page, words: Lexicon, said: Sentence, saying: Sentence) -> Draft | None:
    if len(said.tokens) > LONGEST_PIECE:
        return None
    found = look_up(page.text, saying, words)
    hit = next((hit for hit in found.hits if _may_name(hit)), None)
    source = _named(found, hit) if hit is not None else None
    if hit is None and found.hits and found.hits[0].cue.form == "impersonal":
        hit = found.hits[0]
        source = document(found, hit)
    if hit is None or source is None:
        return None
    whole = look_up(page.text, said, words)
    content = cut(whole, 0, whole.size)
    if content is None or whole.size < 3:
        return None
    return Draft(
        kind=content[0], content=content[1], cue=cue_span(found, hit), source=span(found, source)
    )


def _may_name(hit: Hit) -> bool:
    return hit.cue.form == "finite" and hit.cue.sense == "say" and not hit.negated


def _named(found: Scan, hit: Hit) -> Tokens | None:
    group = group_at(found, hit.start)
    if group is not None and group.hit is hit and group.source is not None:
        return group.source
    return subject_of(found, hit)


def relayed(found: Scan, drafts: list[Draft]) -> list[Draft]:
    """The statements of a sentence once more, as those of the source that it cites for them."""
    if len(drafts) != 1 or drafts[0].nested:
        return []
    outer = drafts[0]
    if outer.cue is None or outer.source is None:
        return []
    for at in range(found.size):
        words = _relay(found, at)
        if words == 0 or _inside(found, at, outer):
            continue
        source = noun_at(found, at + words, phrase=True)
        if source is None:
            continue
        cue = found.tokens[at].start, found.tokens[at + words - 1].end
        if cue != outer.cue:
            return [replace(outer, cue=cue, source=span(found, source), nested=True)]
    return []


def _relay(found: Scan, at: int) -> int:
    """How many words there name a source that is passed on; none where they do not."""
    words = found.relay(at)
    if not words:
        return 0
    reason = found.lexicon.relays[found.low(at)][1]
    return words if not reason or _is_named(found, at + words) else 0


def _inside(found: Scan, at: int, draft: Draft) -> bool:
    pieces = draft.parts or (draft.content,)
    return any(start <= found.tokens[at].start < end for start, end in pieces)


def _is_named(found: Scan, at: int) -> bool:
    """Whether somebody is cited there, not a reason ("citing the need for ...")."""
    if at >= found.size or found.quoted(at) or found.capital(at):
        return at < found.size
    return any(found.is_(i, Word.ROLE) for i in range(at, min(found.size, at + 4)))
