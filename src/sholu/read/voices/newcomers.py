"""Somebody brought on as new without a name: "A woman came up", «бір егде әйел тоқтатты»."""

from sholu.model import Voice
from sholu.read.page import WORD, Page, Sentence, Token
from sholu.read.voices.people import anaphora, determiners, role_of, role_words
from sholu.read.voices.printed import slug

# How many words may stand between the word for somebody new and the noun for what they are.
_BETWEEN = 3
# The same where clauses stand between them, and the words are short.
_FAR = 10
# How many tokens may stand before somebody new whom a sentence is about.
_EARLY = 1


def newcomer(sentence: Sentence, since: int, at: int, page: Page) -> Voice | None:
    """Whom a sentence is about, where it is somebody new and unnamed; null where none is.

    Where nouns have cases, a role noun without one is what the sentence is about; elsewhere one
    at its head.
    """
    tokens = [token for token in sentence.tokens if since <= token.start < at]
    final, between = page.pack.order == "final", _BETWEEN
    if page.pack.cutter is not None:
        tokens, between = page.tokens(max(since, sentence.start), min(at, sentence.end)), _FAR
    new = anaphora(page.pack).newcomer
    for number, token in enumerate(tokens if final or between > _BETWEEN else tokens[: _EARLY + 1]):
        if token.low not in new:
            continue
        noun = _noun_behind(tokens[number + 1 : number + 2 + between], page)
        if noun is None or (final and noun.low not in role_words(page.pack)):
            continue
        words = page.text[token.start : noun.end]
        return Voice(id=f"person:{slug(words)}", name=words, type="person")
    return None


def _noun_behind(tokens: list[Token], page: Page) -> Token | None:
    """The role noun behind the word for somebody new, with nothing but small words between."""
    for token in tokens:
        if token.kind != WORD or token.low in determiners(page.pack):
            return None
        if role_of(token.low, page.pack) is not None:
            return token
    return None
