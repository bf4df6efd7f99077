"""Verbs and phrases of saying, as the languages whose words are looked up one by one hold them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Form = Literal[
    "finite",
    "participle",
    "infinitive",
    "past",
    "final",
    "impersonal",
    "phrase",
    "whose",
    "noun",
    "idle",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a verb or phrase of saying.

    Attributes:
        words: as printed, lower-cased; in a verb-second language those behind the first may stand
            apart from it.
        form: what form it is; a phrase names its source behind it ("according to"), `whose`
            holds it as a possessive ("по его словам"); a noun is said by whose it is ("his claim");
            a past participle asks for its auxiliary ("a déclaré"); "final" is a finite form of a
            verb in two words, written in one at a clause's end ("mitteilte"); idle words say
            nothing ("autrement dit").
        sense: "say", "judge", "think" or "find".
        takes: what may follow it besides quoted words.
    """

    words: tuple[str, ...]
    form: Form
    sense: str
    takes: frozenset[str]


def by_first_word(cues: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    """The cues by the first of their words, in the order of the alphabet, longest first."""
    found: dict[str, list[Cue]] = {}
    for cue in cues:
        found.setdefault(cue.words[0], []).append(cue)
    return {
        first: tuple(sorted(options, key=lambda cue: -len(cue.words)))
        for first, options in sorted(found.items())
    }
