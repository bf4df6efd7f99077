"""Headings that name who says what behind them: "Roe: The pier is safe", "Poll: Most want it"."""

from sholu.read.draft import Draft
from sholu.read.initial.lexicon import Lexicon
from sholu.read.initial.look_up import look_up
from sholu.read.initial.scan import Scan
from sholu.read.initial.trim import cut
from sholu.read.page import QUOTED, Line, Page
from sholu.read.sentences import LONGEST_PIECE

_LONGEST_NAME = 5
_FEWEST_WORDS = 3


def headed(page: Page, words: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """What headings and the first line say of those whom the page quotes elsewhere.

    Args:
        page: the page.
        words: its lexicon.
        drafts: the statements found so far.
    """
    sources = [page.text[slice(*draft.source)].split() for draft in drafts if draft.source]
    quoted = {name[-1].lower() for name in sources if name}
    taken = {draft.line for draft in drafts}
    found = []
    for number, line in enumerate(page.lines):
        if (number == 0 or line.heading) and number not in taken:
            draft = _headed(page, line, words, quoted)
            if draft is not None:
                draft.line = number
                found.append(draft)
    return found


def _headed(page: Page, line: Line, words: Lexicon, quoted: set[str]) -> Draft | None:
    if not line.sentences or len(line.sentences[0].tokens) > LONGEST_PIECE:
        return None
    seen = look_up(page.text, line.sentences[0], words)
    colon = next((at for at in range(min(seen.size, _LONGEST_NAME)) if seen.low(at) == ":"), 0)
    if not colon or seen.size - colon <= _FEWEST_WORDS or not _names(seen, colon, quoted):
        return None
    said = cut(seen, colon + 1, seen.size)
    if said is None:
        return None
    if seen.tokens[colon + 1].kind == QUOTED and said[0] == "direct":
        return None
    source = seen.tokens[0].start, seen.tokens[colon - 1].end
    return Draft(kind=said[0], content=said[1], source=source)


def _names(seen: Scan, colon: int, quoted: set[str]) -> bool:
    """Whether the words before the colon name somebody quoted, or what such a heading sums up."""
    if colon == 1 and seen.link(0, "heading_sources"):
        return True
    return all(seen.capital(at) for at in range(colon)) and seen.low(colon - 1) in quoted
