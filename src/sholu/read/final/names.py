"""Names of a page, and words in capitals, in a language whose verb stands last."""

from dataclasses import dataclass

from sholu.read.final.words import Words
from sholu.read.page import Token


@dataclass(frozen=True, slots=True)
class Names:
    """What a page prints with a capital, by base form.

    Attributes:
        inside: within a sentence: names, not words that are capital at its head.
        runs: capital words that stand together with no other beside them: whole names.
    """

    inside: frozenset[str] = frozenset()
    runs: frozenset[tuple[str, ...]] = frozenset()


NO_NAMES = Names()


def next_name(tokens: list[Token], first: int, end: int, words: Words, names: Names) -> int:
    """Where in a run of capital words a second name begins: both stand alone elsewhere."""
    run = tuple(words.base(token) for token in tokens[first:end])
    if run in names.runs:
        return end
    for size in range(1, len(run)):
        if run[:size] in names.runs and run[size:] in names.runs:
            return first + size
    return end


def is_acronym(token: Token) -> bool:
    """Whether a word is a short form in capitals, with or without an ending: "БУУнун"."""
    return token.text[:2].isalpha() and token.text[:2].isupper()


def is_titled(tokens: list[Token], at: int, words: Words) -> bool:
    """Whether a title stands before a name in the nominative: not "janob Krikovning"."""
    end = at + 1
    while end < len(tokens) and tokens[end].capital:
        end += 1
    return end > at + 1 and words.of(tokens[end - 1]) == "nominative"
