"""Whom a page brings on: people it names in full beside what they are, and those the world knows.

A pronoun or a role noun means somebody whom the text has brought on, not always somebody who has
spoken: `Introductions.latest_between` finds the person whom the narration spoke of last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from sholu.model import Voice
from sholu.read.draft import Range
from sholu.read.page import WORD, Page, Sentence, Token
from sholu.read.voices.people import anaphora, determiners, genitives, reach, role_of
from sholu.world import Found, World

NameKeys = list[frozenset[str]]

_PEOPLE_NOUNS = frozenset({"spokes", "offices", "groups", "titles"})
_BEFORE_A_NAME = 14
# How many sentences back a pronoun may point.
_LOOK_BACK = 8
# How many people, or forms of a name, are compared: more than any article brings on.
_MANY = 200
_NOT_IN_ID = re.compile(r"\s+")


@dataclass(slots=True)
class Member:
    """A voice with what the document calls it.

    Attributes:
        names: base forms of each word of the name, in order.
        kinds: kinds of the role nouns that stood beside it ("experts", "president").
        seen: offset where it was last met.
    """

    voice: Voice
    names: NameKeys
    kinds: set[str]
    seen: int


@dataclass(eq=False)
class Introductions:
    """Who is brought on where, of one page.

    Attributes:
        sources: the words that the page's statements print as their sources.
    """

    page: Page
    world: World
    mentions: list[Found]
    day: str | None
    sources: frozenset[str] = frozenset()

    def before(self, at: int) -> list[Member]:
        """Who was brought on before an offset, by when it was last; of many the latest."""
        last = bisect_left(self._offsets, at)
        found: dict[int, Member] = {}
        for _, who in reversed(self._occurrences[max(0, last - _MANY) : last]):
            found.setdefault(id(who), who)
        return list(reversed(found.values()))

    def latest_between(
        self, since: int, at: int, fits: Callable[[Member], bool] = lambda who: True
    ) -> Member | None:
        """The person named last in the narration of `[since, at)`: the first one of a sentence."""
        sentences = self._sentences
        last = bisect_left(self._starts, at)
        for sentence in reversed(sentences[max(0, last - _LOOK_BACK) : last]):
            if sentence.end <= since:
                return None
            found = self._first_person(sentence, since, at, fits)
            if found is not None:
                return found
        return None

    def _first_person(
        self, sentence: Sentence, since: int, at: int, fits: Callable[[Member], bool]
    ) -> Member | None:
        for token in sentence.tokens:
            if token.kind != WORD or not token.capital or not since <= token.start < at:
                continue
            for stem in self.page.pack.stems(token.text):
                who = self._by_stem.get(stem)
                if who is not None and who.seen <= token.start and fits(who):
                    return who
        return None

    def _is_inner(self, token: Token) -> bool:
        return token.text in self._inner_capitals

    @cached_property
    def _heads(self) -> frozenset[int]:
        """Where sentences begin."""
        return frozenset(self._starts)

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return self.page.sentences

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self._sentences]

    @cached_property
    def _by_stem(self) -> dict[str, Member]:
        """Every word of a person's name -> the person; the first who bears it."""
        table: dict[str, Member] = {}
        for _, who in self._occurrences:
            for word in who.names:
                for stem in sorted(word):
                    table.setdefault(stem, who)
        return table

    @cached_property
    def _offsets(self) -> list[int]:
        return [at for at, _ in self._occurrences]

    @cached_property
    def _occurrences(self) -> list[tuple[int, Member]]:
        """Where people are named in full beside what they are, and known ones named at all."""
        named = [self._known_person(name) for name in self.mentions if name.type == "person"]
        for sentence in self._sentences:
            tokens = sentence.tokens
            index = 0
            while index < len(tokens):
                end = _run_end(tokens, index)
                if end - index >= 2:
                    member = self._introduced(tokens, index, end)
                    if member is not None:
                        named.append(member)
                index = max(end, index + 1)
        named.sort(key=lambda who: who.seen)
        people: dict[str, Member] = {}
        places = []
        for who in named:
            person = people.setdefault(who.voice.id, who)
            person.kinds |= who.kinds
            places.append((who.seen, person))
        return places

    def _known_person(self, name: Found) -> Member:
        voice = self.world.voice(name.id, self.page.pack.code, self.day)
        names = self.name_keys(name.start, name.end)
        return Member(voice, names, self.offices(voice), name.start)

    def _introduced(self, tokens: list[Token], first: int, end: int) -> Member | None:
        before = max(0, first - _BEFORE_A_NAME)
        while first < end - 2 and self.kinds(tokens[first].text):
            # A role noun at the head of a sentence is capital too: "Экономист Риза Таңсық".
            first += 1
        told = self._told_behind(tokens, end)
        known = told or self._is_inner(tokens[0]) or self.page.pack.given_name(tokens[0].text)
        if first == 0 and not known and end >= 2:
            # So is every other word: "While Riza Tansyk …".
            first = 1
        start, stop = tokens[first].start, tokens[end - 1].end
        kinds = self._called(tokens, before, first) or told
        names = self.name_keys(start, stop)
        named = self._names_known(start, stop)
        if named or len(names) < 2 or not (kinds or self._is_spoken_of(tokens, first, end)):
            return None
        resolution = self.world.resolve(
            self.page.text[tokens[before].start : stop], self.page.pack.code, self.day
        )
        met = resolution.voice if resolution else None
        name = self.page.pack.full_name(self._shortest_form((start, stop), names))
        if met is None or met.known or met.type != "person" or met.members:
            met = Voice(id="", name=name, type="person")
        met = replace(met, id=f"person:{slug(name)}", name=name)
        return Member(met, names, kinds, start)

    def is_office(self, words: str) -> bool:
        """Whether a phrase names an office of a state, or one who speaks for somebody."""
        phrase = self.world.phrase(words, self.page.pack.code)
        return any(noun.type in ("offices", "spokes") for noun in phrase.nouns)

    def _called(self, tokens: list[Token], before: int, first: int) -> set[str]:
        """Kinds of the nouns before a name, where one of them stands right beside it."""
        near = max(before, first - 1 - reach(self.page.pack))
        if first == 0 or not self.kinds(self.page.text[tokens[near].start : tokens[first].start]):
            return set()
        return self.kinds(self.page.text[tokens[before].start : tokens[first].start])

    def _told_behind(self, tokens: list[Token], end: int) -> set[str]:
        """Kinds of the nouns of an apposition: "N, a banker from …"."""
        if self.page.pack.order == "final" or end >= len(tokens) or tokens[end].text != ",":
            return set()
        after = min(len(tokens), end + 9) - 1
        return self.kinds(self.page.text[tokens[end].start : tokens[after].end])

    def _is_spoken_of(self, tokens: list[Token], first: int, end: int) -> bool:
        """Whether a name beside no role noun is a person's: who speaks by its last word alone, or
        of whom a clause tells who it is ("N, who …")."""
        start, stop = tokens[first].start, tokens[end - 1].end
        if self._names_known(start, stop):
            return False
        if self.page.pack.given_name(tokens[first].text) is not None:
            return True
        behind = [token.low for token in tokens[end : end + 2]]
        told_of = len(behind) == 2 and behind[1] in anaphora(self.page.pack).relative
        return told_of or tokens[end - 1].text in self.sources

    @cached_property
    def _inner_capitals(self) -> frozenset[str]:
        """Words printed with a capital elsewhere than at the head of a sentence."""
        return frozenset(
            token.text
            for sentence in self._sentences
            for token in sentence.tokens[1:]
            if token.kind == WORD and token.capital
        )

    def _shortest_form(self, name: Range, keys: NameKeys) -> str:
        """The name as the page prints it with the least ending: its case is taken off by that."""
        forms = {self.nominative(name)}
        for stem in sorted(keys[-1]):
            for form, others in self._full_names.get((len(keys), stem), {}).items():
                if all(a & b for a, b in zip(keys, others, strict=True)):
                    forms.add(form)
        return self._with_surname(min(forms, key=lambda form: (len(form), form)), keys)

    def _with_surname(self, name: str, keys: NameKeys) -> str:
        """A name printed only in a case, made whole by its surname where that speaks alone."""
        *given, last = name.split()
        alone = sorted(
            word for word in self.sources if word.lower() in keys[-1] and len(word) < len(last)
        )
        if not alone or len(given) + 1 != len(keys):
            return name
        for index, word in enumerate(given):
            base = self.page.pack.stems(word)[0]
            if len(base) < len(word) and word.lower().startswith(base):
                given[index] = base.capitalize()
        return " ".join([*given, alone[0]])

    @cached_property
    def _full_names(self) -> dict[tuple[int, str], dict[str, NameKeys]]:
        """Longer names: (number of words, a stem of the last word) -> forms in print."""
        table: dict[tuple[int, str], dict[str, NameKeys]] = {}
        for start, end in self._capital_runs:
            keys = self.name_keys(start, end)
            for stem in keys[-1] if keys else ():
                forms = table.setdefault((len(keys), stem), {})
                if len(forms) < _MANY:
                    forms.setdefault(self.nominative((start, end)), keys)
        return table

    @cached_property
    def _capital_runs(self) -> list[Range]:
        """Runs of two capital words and more, anywhere on the page."""
        runs = []
        for sentence in self._sentences:
            tokens, index = sentence.tokens, 0
            while index < len(tokens):
                end = _run_end(tokens, index)
                if end - index >= 2:
                    runs.append((tokens[index].start, tokens[end - 1].end))
                index = max(end, index + 1)
        return runs

    def offices(self, voice: Voice) -> set[str]:
        """Offices of a person whom the world knows, as kinds of nouns."""
        if not voice.known or voice.type != "person" or voice.role is None:
            return set()
        return {voice.role.replace(" ", "-")}

    def name_keys(self, start: int, end: int) -> NameKeys:
        """Base forms of the words of a range that are neither nouns for people nor articles."""
        text = self.page.text[start:end]
        phrase = self.world.phrase(text, self.page.pack.code)
        shift = start + max(text.find(phrase.words), 0)
        nouns = [
            (shift + noun.start, shift + noun.end)
            for noun in phrase.nouns
            if noun.type in _PEOPLE_NOUNS
        ]
        return [
            frozenset(self.page.pack.stems(word))
            for token in self.page.tokens(start, end)
            if token.low not in determiners(self.page.pack)
            and not any(first <= token.start < last for first, last in nouns)
            and role_of(token.low, self.page.pack) is None
            for word in _name_words(token.text)
        ]

    def kinds(self, words: str) -> set[str]:
        """Kinds of the nouns in a phrase: "experts", "president"…"""
        phrase = self.world.phrase(words, self.page.pack.code)
        kinds = {noun.id for noun in phrase.nouns if noun.type in _PEOPLE_NOUNS}
        # Trades that make no group of a country: "banker", «эколог».
        trades = (role_of(word, self.page.pack) for word in words.lower().split())
        return kinds | {trade for trade in trades if trade is not None}

    def nominative(self, source: Range) -> str:
        """The printed words, the case ending of the last one taken off where it is sure."""
        text = self.page.text[slice(*source)].strip(" \t\"«»“”'‘’")
        for ending in genitives(self.page.pack):
            if text.lower().endswith(ending) and len(text) - len(ending) >= 3:
                return text[: -len(ending)].rstrip("-’'")
        return text

    def name_range(self, source: Range) -> Range | None:
        """A name of two words or more at either end of a phrase: of a person, beside what it is."""
        runs: list[list[Token]] = [[]]
        tokens = self.page.tokens(*source)
        for token in tokens:
            if token.capital and not token.text.isupper() and not self.kinds(token.text):
                runs[-1].append(token)
            elif runs[-1] and token.text not in ("-", ".", "’", "'"):
                runs.append([])
        best = max(runs, key=len)
        if len(best) > 2 and best[0].start in self._heads and not self._is_inner(best[0]):
            # A trade at the head of a sentence is capital too: "Докер Рита Орн".
            best = best[1:]
        if len(best) < 2 or any(self.is_mentioned(token) for token in best):
            return None
        at_an_end = best[0] in tokens[:2] or best[-1] is tokens[-1]
        titled = all(
            token.kind == WORD and not token.capital
            for token in tokens
            if token.start < best[0].start
        )
        return (best[0].start, best[-1].end) if at_an_end or titled else None

    def is_mentioned(self, token: Token) -> bool:
        """Whether the word belongs to something the world knows."""
        last = bisect_right(self._mention_starts, token.start) - 1
        return last >= 0 and token.start < self._mentions[last].end

    def _names_known(self, start: int, stop: int) -> bool:
        """Whether something the world knows begins in a range."""
        first = bisect_left(self._mention_starts, start)
        return first < len(self._mention_starts) and self._mention_starts[first] < stop

    @cached_property
    def _mentions(self) -> list[Found]:
        return sorted(self.mentions, key=lambda name: name.start)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [name.start for name in self._mentions]


def _name_words(text: str) -> list[str]:
    """The name in a word, of a hyphened one its parts: "аль-Муалем" is "Муалем"."""
    parts = [part for part in text.split("-") if part[:1].isupper() and len(part) > 1]
    return parts if "-" in text else [text] if text[0].isupper() else []


def _run_end(tokens: list[Token], index: int) -> int:
    """Index behind the capital words that stand together from `index` on."""
    end = index
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].capital:
        end += 1
    return end


def slug(name: str) -> str:
    """A name as part of an id."""
    return _NOT_IN_ID.sub(" ", name.casefold()).strip()
