"""Quoted words whose source no verb of saying names: "X: „…“", "X blieb ruhig: „…“"."""

from sholu.read.draft import Draft
from sholu.read.second.field import finite_in
from sholu.read.second.noun import begins, speaks
from sholu.read.second.scan import Scan, Tokens
from sholu.read.second.subject import main_subject
from sholu.read.second.trim import cut, draft_of

# Quoted words that somebody who is told of may be cited with, however they stand in the sentence.
_FEWEST = 4


def bare(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """The quotations of a sentence that are in none of its statements.

    Args:
        scan: the sentence.
        drafts: the statements found in it so far.
    """
    found: list[Draft] = []
    for at, token in enumerate(scan.tokens):
        if token.quote is None or any(_holds(draft, token.start) for draft in drafts):
            continue
        draft = _named(scan, at) or _with_words(scan, at) or _told(scan, at)
        if draft is not None:
            found.append(draft)
    return found


def _named(scan: Scan, at: int) -> Draft | None:
    """ "X: „…“", "X wörtlich: „…“", "Zitat von X: „…“"."""
    colon = at - 1
    if colon < 1 or scan.tokens[colon].text != ":" or finite_in(scan, 0, colon) is not None:
        return None
    begin = 0
    if scan.is_(colon - 1, "adverbs"):
        colon -= 1
    for i in range(colon):
        if scan.is_(i, "by") and i + 1 < colon:
            begin = i + 1
    if all(scan.is_(i, "adverbs", "contrasts", "focus") for i in range(colon)):
        piece = cut(scan, at, at + 1)
        return draft_of([piece], None, None) if piece is not None else None
    if not begins(scan, begin) and begin == 0:
        return None
    source = (begin, colon)
    if colon - begin > 20 or not (speaks(scan, source) or begin > 0):
        return None
    piece = cut(scan, at, at + 1)
    return draft_of([piece], None, scan.span(source)) if piece is not None else None


def _with_words(scan: Scan, at: int) -> Draft | None:
    """Quoted words that a verb of any kind brings: "lobte ihn mit den Worten: „…“"."""
    quote = scan.tokens[at].quote
    if quote is None or at < 2:
        return None
    colon = scan.tokens[at - 1].text == ":"
    word = next((i for i in (at - 1, at - 2) if scan.is_(i, "words_of_saying")), None)
    if word is None and not (colon and len(scan.tokens[at].text.split()) > 2):
        return None
    piece, source = cut(scan, at, at + 1), main_subject(scan, at)
    if source is None and word is not None:
        # "Mit den Worten „…“ verabschiedete er sich."
        source = main_subject(scan)
        if source is not None and not speaks(scan, source):
            return None
    if piece is None or source is None:
        return None
    speaking = speaks(scan, source) and not _is_work(scan, source)
    if word is None and not (speaking or _is_whole(scan.tokens[at].text)):
        return None
    cue = scan.span((word, word + 1)) if word is not None else None
    return draft_of([piece], cue, scan.span(source))


def _is_work(scan: Scan, source: Tokens) -> bool:
    """Whether something written stands there, which may be called by its title behind a colon."""
    return any(scan.is_(at, "documents") and scan.capital(at) for at in range(*source))


def _is_whole(quoted: str) -> bool:
    """Whether marked words are a sentence: its full stop stands inside the marks."""
    return len(quoted.split()) > _FEWEST and quoted[-2:-1] in (".", "!", "?", "…")


def _told(scan: Scan, at: int) -> Draft | None:
    """Words quoted of somebody who is told of: "will „in den kommenden Wochen prüfen“"."""
    quote = scan.tokens[at].quote
    words = scan.text[quote.start : quote.end].split() if quote is not None else []
    if len(words) < _FEWEST or not words[0][:1].islower():
        return None
    source = main_subject(scan, at)
    piece = cut(scan, at, at + 1)
    if source is None or piece is None or not (speaks(scan, source) or _is_name(scan, source)):
        return None
    return draft_of([piece], None, scan.span(source))


def _is_name(scan: Scan, source: Tokens) -> bool:
    """Whether one capital word stands there that is no common noun by its ending."""
    first, end = source
    if end > first + 1 or not scan.capital(first):
        return False
    return not scan.fresh(first) and not scan.ends(first, "common_noun")


def _holds(draft: Draft, at: int) -> bool:
    return draft.content[0] - 2 <= at < draft.content[1]
