"""What tells whom or what somebody belongs to, in a phrase that means him: no name of his."""

from sholu.read.draft import Range
from sholu.read.page import WORD, Page, Token
from sholu.read.voices.people import determiners, genitives, links, prepositions, role_of

_OPENING_MARKS = frozenset("\"«“„‘'")
# Words that may tell to what somebody belongs, without a name behind them.
_BELONGING = 3
# The same, in tokens, with the small words and marks among them.
_LONGEST = 10


def without_owner(page: Page, source: Range, *, names_lead: bool) -> Range:
    """From behind whom something belongs to: "Orn's lawyers", «Орнның әріптестері»."""
    tokens = [token for token in page.tokens(*source) if token.kind == WORD]
    if len(tokens) < 2 or not names_lead:
        return source
    endings = genitives(page.pack) or ("'s", "’s")
    for before, token in zip(reversed(tokens[:-1]), reversed(tokens), strict=False):
        if before.capital and before.low.endswith(endings) and not token.capital:
            return token.start, source[1]
    return source


def without_belongings(page: Page, source: Range) -> Range:
    """Up to what somebody belongs to: "the MP for Norvik", «бывший тренер "Норвика"».

    Not "the Minister for Trade and Roads Rita Orn", where a name follows that.
    """
    pack = page.pack
    leads_away = prepositions(pack) | links(pack)
    small = determiners(pack) | leads_away
    tokens = page.tokens(*source)
    for at in range(max(1, len(tokens) - _LONGEST), len(tokens)):
        behind = [token for token in tokens[at:] if token.kind == WORD and token.low not in small]
        foreign = _is_cyrillic(tokens[at - 1]) and not any(map(_is_cyrillic, behind))
        if len(behind) > _BELONGING:
            continue
        if not foreign and not all(token.capital for token in behind):
            continue
        # "Rapper Mob" is a name, «бывший тренер Norvik» is not.
        body = at > 1 and _begins_body(tokens[at], tokens[at - 1])
        if not (body or tokens[at].low in leads_away):
            continue
        if role_of(tokens[at - 1].low, pack) is not None:
            return source[0], tokens[at].start
    return source


def is_belonging(first: Token, tokens: list[Token], page: Page) -> bool:
    """Whether a role noun and one small word stand right before a capital word of a phrase."""
    before = [token for token in tokens if token.end <= first.start][-2:]
    small = prepositions(page.pack) | links(page.pack)
    if len(before) < 2 or before[1].low not in small:
        return False
    return role_of(before[0].low, page.pack) is not None


def _begins_body(token: Token, noun: Token) -> bool:
    """Whether a word beside a noun begins the name of a body: marks, an acronym, other letters."""
    if token.kind != WORD:
        return token.text in _OPENING_MARKS
    other_letters = _is_cyrillic(noun) and not _is_cyrillic(token)
    return token.capital and (token.text.isupper() or other_letters)


def _is_cyrillic(token: Token) -> bool:
    return "\u0400" <= token.low[0] <= "\u04ff"
