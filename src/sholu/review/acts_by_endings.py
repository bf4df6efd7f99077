"""Acts of a language whose verbs tell time and denial by endings (Kazakh)."""

import re
from collections.abc import Iterator, Sequence

from sholu.review.act import FRAME, Act, Finder, Form, Token
from sholu.review.vocabulary import Vocabulary

_BREAK = frozenset(".!?;:…")


class ByEndings(Finder):
    """A language whose verbs tell time and denial by endings (Kazakh)."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self.patterns = [
            (form, re.compile(self.forms[name]))
            for form, name in (
                ("done", "done"),
                ("undone", "undone"),
                ("never", "never"),
                ("coming", "coming"),
                ("chain", "chain"),
                ("open", "noun"),
            )
        ]
        self.auxiliaries = frozenset(map(_spelled, self.forms.get("auxiliaries", ())))
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
            for root, form in self._parses(token.word):
                if root in self.auxiliaries and self._behind_chain(tokens, index):
                    continue
                yield from self._known(tokens, index, root, form)

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

    def _parses(self, word: str) -> Iterator[tuple[str, str]]:
        """Roots of known verbs or auxiliaries with the form of the ending behind them."""
        spelled = _spelled(word)
        for cut in range(len(spelled) - 1, 1, -1):
            root = spelled[:cut]
            if root in self.by_last or root in self.auxiliaries:
                for form, pattern in self.patterns:
                    if pattern.fullmatch(spelled, cut):
                        yield root, form
                        return

    def _stand(self, tokens: Sequence[Token], index: int, before: tuple[str, ...]) -> bool:
        first = index - len(before)
        return first >= 0 and tuple(t.word for t in tokens[first:index]) == before

    def _behind_chain(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the token only carries the tense of a verb in -п right before it."""
        if index == 0:
            return False
        return bool(re.search(r"(?:ып|іп|[аәеө]п|уп|йп|йа|а|е)$", tokens[index - 1].word)) and any(
            form == "chain" for _, form in self._any_parse(tokens[index - 1].word)
        )

    def _any_parse(self, word: str) -> Iterator[tuple[str, str]]:
        """The form of any verb, known or not, that ends in -п."""
        if len(word) > 3 and word.endswith("п"):
            yield word[:-1], "chain"

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
            if form is None:
                continue
            last = other if other == index + 1 else index
            if any(FRAME in self._keys_of(root) for root, _ in self._parses(word)):
                return "coming", last
            negated = other + 1 < len(tokens) and tokens[other + 1].word in self.negators
            if form == "done" and negated:
                return "undone", last
            if form == "done" and self._root_is(word, ("отыр", "жатыр", "тұр", "жүр")):
                return "open", last
            return form, last
        return "open", index

    def _finite(self, word: str) -> Form | None:
        """The form of a finite verb by its ending alone."""
        spelled = _spelled(word)
        for form, pattern in self.patterns:
            if form in ("done", "undone", "never", "coming") and len(spelled) > 3:
                for cut in range(2, len(spelled) - 1):
                    if pattern.fullmatch(spelled, cut) and _like_verb(spelled[cut:]):
                        told: Form = form  # type: ignore[assignment]
                        return told
        return None

    def _keys_of(self, root: str) -> list[str]:
        return [key for _, key in self.by_last.get(root, ())]

    def _root_is(self, word: str, roots: Sequence[str]) -> bool:
        return any(word.startswith(root) for root in roots)


def _spelled(word: str) -> str:
    """A Kazakh verb with я and ю taken apart, so that endings begin with their own vowel."""
    return word.replace("я", "йа").replace("ю", "йу")


def _like_verb(ending: str) -> bool:
    """Endings long enough not to be a noun's last letters."""
    return len(ending) >= 2
