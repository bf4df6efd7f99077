"""An act as a sentence tells it, and what finding acts has in common in all languages."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sholu.review.vocabulary import Vocabulary

Form = Literal["done", "undone", "coming", "never", "open"]

CONTRARY = "!contrary"
SUPPORT = "!support"
FRAME = "!frame"
_TOKEN = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*|[^\w\s]")
_FARTHEST_YET = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act as a text tells it.

    Attributes:
        key: of the act, the same in every language; "lang:verb" where no table has it.
        start, end: code points of the text, half open.
        form: "open" where the words tell neither time nor denial ("to sign", «қол қою»).
        so_far: it is denied only for the time being ("not yet").
        noun: told by a noun of doing.
    """

    key: str
    start: int
    end: int
    form: Form
    so_far: bool = False
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    word: str


def tokens_of(text: str) -> list[Token]:
    """Words and marks of a text, in small letters."""
    return [Token(m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text)]


class Finder(ABC):
    """What is common to languages: verbs by key, nouns by stem, words of "not yet"."""

    def __init__(self, words: Vocabulary) -> None:
        table: dict[str, Any] = dict(words.table)
        self.words = words
        self.forms: dict[str, Any] = table.get("forms", {})
        self.verbs: dict[str, list[str]] = {}
        self.nouns: dict[str, str] = {}
        for key, act in table.get("acts", {}).items():
            self._keep(key, act.get("verbs", ()))
            self.nouns.update(dict.fromkeys(act.get("nouns", ()), key))
        self._keep(SUPPORT, table.get("support", {}).get("verbs", ()))
        self._keep(CONTRARY, table.get("contrary", {}).get("verbs", ()))
        self._keep(FRAME, table.get("frames", ()))
        self.yet = frozenset(table.get("yet", ()))
        self.negators = frozenset(self.forms.get("negators", ()))

    def _keep(self, key: str, verbs: Sequence[str]) -> None:
        for verb in verbs:
            self.verbs.setdefault(verb, []).append(key)

    @abstractmethod
    def find(self, tokens: Sequence[Token]) -> Iterator[Act]:
        """Acts at every token, several keys of one verb as several acts."""

    def acts(
        self, keys: Sequence[str], tokens: Sequence[Token], index: int, form: Form
    ) -> Iterator[Act]:
        """One act a key at a token."""
        token = tokens[index]
        so_far = self.so_far(tokens, index)
        for key in keys:
            yield Act(key=key, start=token.start, end=token.end, form=form, so_far=so_far)

    def so_far(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a word of "not yet" stands near, within the clause."""
        first = max(0, index - _FARTHEST_YET)
        near = tokens[first : index + _FARTHEST_YET // 2]
        return any(token.word in self.yet for token in near)

    def noun_at(self, token: Token) -> str | None:
        """The act a noun of doing names."""
        for stem in self.words.stems(token.word):
            if stem in self.nouns:
                return self.nouns[stem]
        return None
