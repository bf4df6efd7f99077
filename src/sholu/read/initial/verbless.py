"""Quotations whose source no verb tells: signed, behind a name and a colon, transcripts."""

from collections.abc import Sequence

from sholu.read.draft import Draft
from sholu.read.edges import trim
from sholu.read.initial.group import span
from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Scan
from sholu.read.initial.subject import main_subject
from sholu.read.page import Page, Token


def signature(found: Scan) -> Draft | None:
    """A quotation signed behind a dash: `"Q" — Jane Roe`."""
    size = found.size
    dash = 2 if found.low(1) == "." else 1
    if size < 3 or not found.quoted(0) or not found.dash(dash) or size > 11:
        return None
    begin = dash + 1
    if not all(_in_name(found, at) for at in range(begin, size)) or not found.capital(begin):
        return None
    quote = found.tokens[0].quote
    content = trim(found.text, quote.start, quote.end) if quote is not None else None
    if content is None:
        return None
    return Draft(kind="direct", content=content, source=span(found, (begin, size)))


def _in_name(found: Scan, at: int) -> bool:
    return found.capital(at) or found.tokens[at].text in ".,'’-()" or found.is_(at, Word.OF)


def named(found: Scan) -> Draft | None:
    """A name and a colon before a quotation: `Jane Roe: "Q"`."""
    size = found.size
    at = next((i for i in range(min(size, 8)) if found.tokens[i].text == ":"), 0)
    if not at or at + 1 >= size or not found.capital(0):
        return None
    if not all(_in_name(found, i) for i in range(at)) or any(h.at < at for h in found.hits):
        return None
    quote = found.tokens[at + 1].quote
    if quote is None or size != at + 2:
        return None
    content = trim(found.text, quote.start, quote.end)
    if content is None:
        return None
    return Draft(kind="direct", content=content, source=span(found, (0, at)))


def introduced(found: Scan) -> Draft | None:
    """A sentence quoted behind a colon without a verb of saying ("Roe's answer was short: ...")."""
    at = found.size - 1
    if at < 2 or not found.quoted(at) or found.tokens[at - 1].text != ":":
        return None
    quote = found.tokens[at].quote
    content = trim(found.text, quote.start, quote.end) if quote is not None else None
    if content is None or not found.text[content[0]].isupper():
        return None
    if found.text.count(" ", *content) < 3:
        return None
    source = main_subject(found)
    if source is None or not speaks(found, source):
        source = _pronoun(found, at - 1)
    if source is None:
        return None
    return Draft(kind="direct", content=content, source=span(found, source))


def _pronoun(found: Scan, colon: int) -> tuple[int, int] | None:
    """The pronoun that is the subject of the clause before a colon, behind its object."""
    if not found.lexicon.inverted:
        return None
    for at in range(colon - 1, 0, -1):
        if found.comma(at) or found.quoted(at):
            return None
        if found.is_(at, Word.PRONOUN) and not found.is_(at, Word.DETERMINER | Word.OPENER):
            return at, at + 1
    return None


def speaks(found: Scan, source: tuple[int, int]) -> bool:
    """Whether a name, a pronoun or a role stands there."""
    if found.capital(source[0]) and source[0] > 0:
        return True
    if any(found.is_(at, Word.ROLE | Word.TITLE) for at in range(*source)):
        return True
    if found.is_(source[0], Word.PRONOUN) and source[1] == source[0] + 1:
        return True
    return all(found.capital(at) for at in range(*source)) and source[1] - source[0] > 1


def transcript(page: Page, tokens: Sequence[Token], end: int) -> Draft | None:
    """A line of a transcript: the speaker in capitals, a colon, the words spoken."""
    at = next((i for i, token in enumerate(tokens[:6]) if token.text == ":"), 0)
    if not at or at + 2 >= len(tokens):
        return None
    if not all(token.text.isupper() or token.text in ".-'’" for token in tokens[:at]):
        return None
    if sum(len(token.text) for token in tokens[:at]) < 3:
        return None
    content = trim(page.text, tokens[at].end, end)
    if content is None:
        return None
    return Draft(kind="indirect", content=content, source=(tokens[0].start, tokens[at - 1].end))
