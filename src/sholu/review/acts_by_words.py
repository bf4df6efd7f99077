"""Acts of languages whose verbs tell time and denial by forms and the words around them."""

import re
from collections.abc import Iterator, Sequence

from sholu.review.act import Act, Finder, Form, Token
from sholu.review.vocabulary import Vocabulary

_FARTHEST_BEFORE = 4
_LONGEST_CLAUSE = 6
_SHORTEST = 4


class ByWords(Finder):
    """A language whose verbs are told by base form, ending and the words around (Russian)."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self.done = re.compile(self.forms["done"])
        self.infinitive = re.compile(self.forms["infinitive"])
        self.before_coming = frozenset(self.forms.get("before_coming", ()))

    def find(self, tokens: Sequence[Token]) -> Iterator[Act]:
        for index, token in enumerate(tokens):
            noun = self.noun_at(token)
            if noun:
                yield Act(key=noun, start=token.start, end=token.end, form="open", noun=True)
            stem, keys = self._keys(token.word)
            if keys:
                form = self._form(tokens, index, stem)
                yield from self.acts(keys, tokens, index, form)

    def _keys(self, word: str) -> tuple[str, Sequence[str]]:
        """The base form that is a verb, with the keys of its act; its own where no table has it."""
        stems = self.words.stems(word)
        for stem in stems:
            if stem in self.verbs:
                return stem, self.verbs[stem]
        if self.infinitive.fullmatch(stems[0]) and not self.words.is_stop(word):
            return stems[0], (f"{self.words.lang}:{stems[0]}",)
        return "", ()

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
        if denied:
            return "never" if coming or stem in self.verbs else "undone"
        return "coming"


class ByForms(ByWords):
    """A language whose verbs have a few forms, told by the words before them (English)."""

    def __init__(self, words: Vocabulary) -> None:
        Finder.__init__(self, words)
        self.before_coming = frozenset(self.forms.get("before_coming", ()))
        self.before_to = frozenset(self.forms.get("before_to", ()))
        self.determiners = frozenset(self.forms.get("determiners", ()))
        self.modals = frozenset(self.forms.get("modals", ()))
        self.between = frozenset(self.forms.get("between", ()))
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
            if noun and token.word.endswith("ing"):
                continue
            if index and tokens[index - 1].word in self.determiners:
                continue
            known = (*self.past.get(token.word, ()), *self.plain.get(token.word, ()))
            keys = tuple(dict.fromkeys(known)) or self._own_key(tokens, index)
            if keys and self._leads_on(tokens, index):
                yield from self.acts(keys, tokens, index, self._form(tokens, index, ""))

    def _own_key(self, tokens: Sequence[Token], index: int) -> tuple[str, ...]:
        """The key of a verb that no table has: one in -ed, or behind a word of what is to come."""
        word = tokens[index].word
        if len(word) < _SHORTEST or not word.isalpha() or self.words.is_stop(word):
            return ()
        if word.endswith("ed"):
            return (f"{self.words.lang}:{_root(word)}",)
        before = _clause_before(tokens, index)[-2:]
        if before and (before[-1] in self.modals or before[-1] == "to"):
            return (f"{self.words.lang}:{_root(word)}",)
        if len(before) == 2 and before[0] in self.modals and before[1] in self.between:
            return (f"{self.words.lang}:{_root(word)}",)
        return ()

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
        word = tokens[index].word
        if word in self.past or (word not in self.plain and word.endswith("ed")):
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


def _root(word: str) -> str:
    """What a regular verb keeps in all its forms."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("ed"):
        word = word[:-2]
        doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls"
        return word[:-1] if doubled else word
    return word[:-1] if word.endswith("e") else word


def _other_forms(base: str) -> tuple[str, ...]:
    stem = base[:-1] if base.endswith("e") else base
    plural = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return (plural, stem + "ing", base + base[-1] + "ing")
