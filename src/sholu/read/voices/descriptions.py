"""Descriptions that stand for somebody named before: "the Norvik MP", «бұрынғы төраға»."""

from sholu.language import Pack
from sholu.read.page import WORD, Token
from sholu.read.voices.people import anaphora, determiners, role_of

_LONGEST = 7


def describes_somebody(tokens: list[Token], language: Pack, *, names_lead: bool) -> bool:
    """Whether a phrase describes one person without naming anybody.

    A role noun in the singular, behind an article of what is known where the language has one, and
    nothing with a capital that could be a name: where names lead, one before the noun only tells
    which one is meant.

    Args:
        tokens: of the phrase.
        names_lead: whether a name before a noun tells which one is meant ("the Norvik MP").
    """
    words = [token for token in tokens if token.kind == WORD]
    if not 0 < len(words) <= _LONGEST or len(words) < len(tokens) - 1:
        return False
    pronouns = anaphora(language)
    first = words[0].low
    if first in pronouns.newcomer or (pronouns.definite and first not in pronouns.definite):
        return False
    role = next((at for at, word in enumerate(words) if _is_role(word, language)), None)
    if role is None:
        return False
    named = [at for at, word in enumerate(words) if at not in (0, role) and word.capital]
    if pronouns.definite and first in pronouns.definite:
        # "Der ehemalige Chef": an article before a noun that has a capital as every noun has.
        return all(at < role for at in named)
    return all(names_lead and at < role for at in named) and (names_lead or not words[role].capital)


def _is_role(word: Token, language: Pack) -> bool:
    return word.low not in determiners(language) and role_of(word.low, language) is not None
