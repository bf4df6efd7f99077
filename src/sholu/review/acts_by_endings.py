"""Acts of a language whose verbs tell time and denial by endings (Kazakh)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from sholu.review.act import FRAME, Act, Finder, Form, Token
from sholu.review.vocabulary import Vocabulary

_BREAK = frozenset(".!?;:…")
_SHORTEST = 3
_ENDINGS: tuple[tuple[Form | Literal["chain"], str], ...] = (
    ("done", "done"),
    ("undone", "undone"),
    ("never", "never"),
    ("coming", "coming"),
    ("chain", "chain"),
    ("open", "noun"),
)
# Denials first, for the ending of what is done stands behind theirs.
_FINITE: tuple[Form, ...] = ("undone", "never", "coming", "done")


class ByEndings(Finder):
    """A language whose verbs tell time and denial by endings (Kazakh)."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self.patterns = [(form, re.compile(self.forms[name])) for form, name in _ENDINGS]
        # Endings of two letters or more behind any root; shorter ones may be a noun's last letters.
        self.finite: list[tuple[Form, re.Pattern[str]]] = [
            (form, re.compile(rf"(?P<root>..+?)(?=..)(?:{self.forms[form]})")) for form in _FINITE
        ]
        self.auxiliaries = frozenset(map(_spelled, self.forms.get("auxiliaries", ())))
        self.lasting = frozenset(map(_spelled, self.forms.get("lasting", ())))
        self.softeners = frozenset(self.forms.get("softeners", ()))
        # Verbs by their last word; the words before it must stand before the token.
        self.by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for verb, keys in self.verbs.items():
            *before, last = verb.split()
            for key in keys:
                self.by_last.setdefault(_spelled(last), []).append((tuple(before), key))

    def find(self, tokens: Sequence[Token]) -> Iterator[Act]:
        for index, token in enumerate(tokens):
            noun = self.noun_at(token)
            if noun:
                yield Act(key=noun, start=token.start, end=token.end, form="open", noun=True)
            root, form = self._parse(token.word)
            if root in self.auxiliaries and self._behind_chain(tokens, index):
                continue
            if root in self.by_last:
                yield from self._known(tokens, index, root, form)
            elif self._closes(tokens, index) and not self.words.is_stop(token.word):
                yield from self._own(tokens, index)

    def _closes(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the word is the last of its clause, as finite verbs are, and stands alone."""
        if self._behind_chain(tokens, index):
            return False
        behind = tokens[index + 1].word if index + 1 < len(tokens) else "."
        return not behind[0].isalnum() or behind in self.negators

    def _own(self, tokens: Sequence[Token], index: int) -> Iterator[Act]:
        """An act of the language's own where a word that no table has ends like a finite verb."""
        spelled = _spelled(tokens[index].word)
        for form, pattern in self.finite:
            match = pattern.fullmatch(spelled)
            if match:
                told, end = self._told(tokens, index, form)
                yield Act(
                    key=f"{self.words.lang}:{match['root']}",
                    start=tokens[index].start,
                    end=tokens[end].end,
                    form=told,
                    so_far=self.so_far(tokens, index),
                )
                return

    def _known(self, tokens: Sequence[Token], index: int, root: str, form: str) -> Iterator[Act]:
        entries = self.by_last.get(root, ())
        fitting = [(before, key) for before, key in entries if self._stand(tokens, index, before)]
        longest = max((len(before) for before, _ in fitting), default=0)
        told, end = self._told(tokens, index, form)
        for before, key in fitting:
            if len(before) == longest:
                yield Act(
                    key=key,
                    start=tokens[index - len(before)].start,
                    end=tokens[end].end,
                    form=told,
                    so_far=self.so_far(tokens, index),
                )

    def _parse(self, word: str) -> tuple[str, Form | Literal["chain"]]:
        """The longest root of a known verb or auxiliary, and what the ending behind it tells."""
        spelled = _spelled(word)
        for cut in range(len(spelled) - 1, 1, -1):
            root = spelled[:cut]
            if root in self.by_last or root in self.auxiliaries:
                for form, pattern in self.patterns:
                    if pattern.fullmatch(spelled, cut):
                        return root, form
        return "", "open"

    def _stand(self, tokens: Sequence[Token], index: int, before: tuple[str, ...]) -> bool:
        first = index - len(before)
        return first >= 0 and tuple(t.word for t in tokens[first:index]) == before

    def _behind_chain(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the token only carries the tense of a verb in -п right before it."""
        before = tokens[index - 1].word if index else ""
        return len(before) > _SHORTEST and before.endswith("п")

    def _told(self, tokens: Sequence[Token], index: int, form: str) -> tuple[Form, int]:
        """The form with what stands behind, and the last token that tells it."""
        if form == "chain":
            return self._carried(tokens, index)
        if index + 1 < len(tokens):
            behind = tokens[index + 1].word
            if form == "done" and behind in self.negators:
                return "undone", index + 1
            if form == "open" and behind in self.softeners:
                return "coming", index + 1
        told: Form = form  # type: ignore[assignment]
        return told, index

    def _carried(self, tokens: Sequence[Token], index: int) -> tuple[Form, int]:
        """The form of a verb in -п: of the verb right behind it, else of the clause's last."""
        for other in range(index + 1, len(tokens)):
            word = tokens[other].word
            if word in _BREAK:
                break
            form = self._finite(word)
            if form is None or (other > index + 1 and not self._closes(tokens, other)):
                continue
            last = other if other == index + 1 else index
            root, _ = self._parse(word)
            if any(key == FRAME for _, key in self.by_last.get(root, ())):
                return "coming", last
            negated = other + 1 < len(tokens) and tokens[other + 1].word in self.negators
            if form == "done" and negated:
                return "undone", last
            if form == "done" and root in self.lasting:
                return "open", last
            return form, last
        return "open", index

    def _finite(self, word: str) -> Form | None:
        """The form of a finite verb by its ending alone."""
        spelled = _spelled(word)
        return next((form for form, pattern in self.finite if pattern.fullmatch(spelled)), None)


def _spelled(word: str) -> str:
    """A Kazakh verb with я and ю taken apart, so that endings begin with their own vowel."""
    return word.replace("я", "йа").replace("ю", "йу")
