"""Names of places that are somebody's surname on a page: "Rita Jordan", later "Jordan"."""

from collections import Counter
from collections.abc import Sequence

from sholu.read.page import WORD, Page, Token
from sholu.read.voices.people import determiners, is_given_name, openings, sort_of
from sholu.world import Found

_PLACES = ("state", "region", "bloc")


def surnames(page: Page, mentions: Sequence[Found]) -> frozenset[str]:
    """Words of one-word places that stand behind a given name, or twice behind the same word."""
    if page.pack.cutter is not None:
        return frozenset()
    places = {_word(page, mention) for mention in mentions if _is_word(page, mention)}
    taken = {mention.end for mention in mentions}
    pairs: Counter[tuple[str, str]] = Counter()
    for sentence in page.sentences if places else ():
        tokens = sentence.tokens
        for at in range(1, len(tokens)):
            surname = _bare(tokens[at].text)
            if surname not in places or tokens[at - 1].end in taken:
                continue
            if _may_be_given(tokens, at - 1, page):
                pairs[tokens[at - 1].text, surname] += 1
    return frozenset(
        surname
        for (given, surname), count in pairs.items()
        if count > 1 or is_given_name(given, page.pack)
    )


def _word(page: Page, mention: Found) -> str:
    return _bare(page.text[mention.start : mention.end])


def _is_word(page: Page, mention: Found) -> bool:
    return mention.type in _PLACES and " " not in page.text[mention.start : mention.end]


def _bare(word: str) -> str:
    """The word without the mark of whom something belongs to."""
    return word.removesuffix("'s").removesuffix("’s")


def _may_be_given(tokens: list[Token], at: int, page: Page) -> bool:
    """Whether a word may be a given name: no noun, and nothing with a capital before it."""
    token = tokens[at]
    if token.kind != WORD or not token.capital or token.text.isupper():
        return False
    if token.low in openings(page.pack) or sort_of(token.text, page.pack) is not None:
        return False
    before = tokens[at - 1] if at else None
    return before is None or not (before.capital or before.low in determiners(page.pack))


def without_surnames(
    page: Page, mentions: list[Found], surnames_here: frozenset[str]
) -> list[Found]:
    """The mentions but for those that are somebody's surname."""
    return [
        mention
        for mention in mentions
        if not _is_word(page, mention) or _word(page, mention) not in surnames_here
    ]
