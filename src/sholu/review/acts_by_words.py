"""Acts of languages whose verbs tell time and denial by forms and the words around them."""

import re
from collections.abc import Iterator, Sequence

from sholu.review.act import Act, Finder, Form, Token
from sholu.review.vocabulary import Vocabulary

_FARTHEST_BEFORE = 4
_LONGEST_CLAUSE = 6
# A verb behind one of these is a noun ("the end of the year").
_DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "its", "their", "his", "her", "our", "every", "each", "no")
)


class ByWords(Finder):
    """A language whose verbs are told by base form, ending and the words around (Russian)."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self.done = re.compile(self.forms["done"])
        self.before_coming = frozenset(self.forms.get("before_coming", ()))

    def find(self, tokens: Sequence[Token]) -> Iterator[Act]:
        for index, token in enumerate(tokens):
            noun = self.noun_at(token)
            if noun:
                yield Act(key=noun, start=token.start, end=token.end, form="open", noun=True)
            for stem in self.words.stems(token.word):
                if stem in self.verbs:
                    form = self._form(tokens, index, stem)
                    for key in self.verbs[stem]:
                        yield Act(
                            key=key,
                            start=token.start,
                            end=token.end,
                            form=form,
                            so_far=self.so_far(tokens, index),
                        )
                    break

    def _form(self, tokens: Sequence[Token], index: int, stem: str) -> Form:
        before = _clause_before(tokens, index)
        denied = any(word in self.negators for word in before[-3:])
        coming = any(word in self.before_coming for word in before)
        word = tokens[index].word
        past = bool(self.done.fullmatch(word)) and word != stem
        if past and not coming:
            return "undone" if denied else "done"
        if word == stem and not coming:
            return "open"
        return "never" if denied else "coming"


class ByForms(ByWords):
    """A language whose verbs have a few forms, told by the words before them (English)."""

    def __init__(self, words: Vocabulary) -> None:
        Finder.__init__(self, words)
        self.before_coming = frozenset(self.forms.get("before_coming", ()))
        self.before_to = frozenset(self.forms.get("before_to", ()))
        self.past: dict[str, list[str]] = {}
        self.plain: dict[str, list[str]] = {}
        self.behind: dict[str, str] = {}
        for verb, keys in self.verbs.items():
            forms, _, behind = verb.partition(" > ")
            base, *irregular = forms.split()
            if behind:
                known = (base, *irregular, *_other_forms(base))
                self.behind.update(dict.fromkeys(known, behind))
            for form in irregular or _past_forms(base):
                self.past.setdefault(form, []).extend(keys)
            for form in (base, *_other_forms(base)):
                self.plain.setdefault(form, []).extend(keys)

    def find(self, tokens: Sequence[Token]) -> Iterator[Act]:
        for index, token in enumerate(tokens):
            noun = self.noun_at(token)
            if noun:
                yield Act(key=noun, start=token.start, end=token.end, form="open", noun=True)
            keys = dict.fromkeys((*self.past.get(token.word, ()), *self.plain.get(token.word, ())))
            if not keys or (noun and token.word.endswith("ing")):
                continue
            if index and tokens[index - 1].word in _DETERMINERS:
                continue
            if not self._leads_on(tokens, index):
                continue
            form = self._form(tokens, index, "")
            for key in keys:
                yield Act(
                    key=key,
                    start=token.start,
                    end=token.end,
                    form=form,
                    so_far=self.so_far(tokens, index),
                )

    def _leads_on(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the word that must stand behind the verb ("go to") does."""
        behind = self.behind.get(tokens[index].word)
        return behind is None or (index + 1 < len(tokens) and tokens[index + 1].word == behind)

    def _form(self, tokens: Sequence[Token], index: int, stem: str) -> Form:
        before = _clause_before(tokens, index)[-_FARTHEST_BEFORE:]
        denied = any(word in self.negators or word.endswith("n't") for word in before)
        if before[-1:] == ["to"] and before[-2:-1] and before[-2] not in self.before_to:
            return "never" if denied else "open"
        coming = any(word in self.before_coming for word in before)
        if coming:
            return "never" if denied else "coming"
        if tokens[index].word in self.past:
            return "undone" if denied else "done"
        return "undone" if denied else "open"


def _clause_before(tokens: Sequence[Token], index: int) -> list[str]:
    """Words before a token back to the last mark that parts clauses."""
    before: list[str] = []
    for token in reversed(tokens[max(0, index - _LONGEST_CLAUSE) : index]):
        if not token.word[0].isalnum() and token.word not in "'’\"«»“”":
            break
        before.append(token.word.replace("’", "'"))
    return before[::-1]


def _past_forms(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base[:-1] + "ied",)
    return (base + "ed", base + base[-1] + "ed")


def _other_forms(base: str) -> tuple[str, ...]:
    stem = base[:-1] if base.endswith("e") else base
    plural = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return (plural, stem + "ing", base + base[-1] + "ing")
