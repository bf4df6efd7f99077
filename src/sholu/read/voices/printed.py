"""The names that a page prints: where, in which words, and which of them the world knows."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from sholu.model import Voice
from sholu.read.draft import Range
from sholu.read.page import WORD, Page, Sentence, Token
from sholu.read.voices.belongings import is_belonging, without_belongings, without_owner
from sholu.read.voices.people import (
    determiners,
    genitives,
    is_given_name,
    role_of,
    sort_of,
)
from sholu.read.words import PARTICLES
from sholu.world import Found, World

NameKeys = list[frozenset[str]]

_PEOPLE_NOUNS = frozenset({"spokes", "offices", "groups", "titles"})
_NOT_IN_ID = re.compile(r"\s+")


@dataclass(eq=False)
class Printed:
    """What one page prints with capitals.

    Attributes:
        mentions: places of its text where something the world knows is named.
        sources: the words that its statements print as their sources.
    """

    page: Page
    world: World
    mentions: list[Found]
    sources: frozenset[str] = frozenset()

    def kinds(self, words: str) -> set[str]:
        """Kinds of the nouns in a phrase: "experts", "president"…"""
        phrase = self.world.phrase(words, self.page.pack.code)
        kinds = {noun.id for noun in phrase.nouns if noun.type in _PEOPLE_NOUNS}
        kinds |= {noun.words.lower() for noun in phrase.nouns if noun.type == "titles"}
        # Trades that make no group of a country: "banker", «эколог».
        trades = (role_of(word, self.page.pack) for word in self.page.pack.spelling(words).split())
        return kinds | {trade for trade in trades if trade is not None}

    def keys_of_source(self, source: Range) -> NameKeys:
        """Base forms of the name in a source: of the full name, where one stands in it.

        Where names lead, one before a noun only tells which one is meant ("the Norvik MP").
        """
        named = self.name_range(source)
        if named is not None:
            return self.name_keys(*named)
        source = self.own(source)
        phrase = self.world.phrase(self.page.text[slice(*source)], self.page.pack.code)
        if phrase.lexicon.leads_with_names:
            begin = source[0] + max(self.page.text[slice(*source)].find(phrase.words), 0)
            heads = [
                begin + noun.end
                for noun in phrase.nouns
                if noun.type in _PEOPLE_NOUNS and not phrase.lexicon.stands_behind_name(noun)
            ]
            source = max([source[0], *heads]), source[1]
        return self.name_keys(*source)

    def _may_be_named(self, token: Token) -> bool:
        if not token.capital or token.text.isupper() or self.kinds(token.text):
            return False
        # "The Norvik MP": the article has a capital too.
        return token.start not in self._heads or token.low not in determiners(self.page.pack)

    def own(self, source: Range) -> Range:
        """A phrase without whom or what somebody belongs to."""
        phrase = self.world.phrase(self.page.text[slice(*source)], self.page.pack.code)
        source = without_belongings(self.page, source)
        return without_owner(self.page, source, names_lead=phrase.lexicon.leads_with_names)

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
            and not self._names_no_person(token)
            for word in _name_words(token.text)
        ]

    def name_range(self, source: Range) -> Range | None:
        """A name of two words or more at either end of a phrase: of a person, beside what it is."""
        runs: list[list[Token]] = [[]]
        tokens = self.page.tokens(*source)
        for token in tokens:
            if self._may_be_named(token):
                runs[-1].append(token)
            elif runs[-1] and token.text not in ("-", ".", "’", "'"):
                runs.append([])
        if len(runs) > 1:
            # "The minister of Foreign Affairs, Rita Orn": the first is what she is minister of.
            names = [
                run for run in runs if len(run) > 1 and not is_belonging(run[0], tokens, self.page)
            ]
            runs = names or runs
        best = max(runs, key=len)
        owned, until = self.own(source)
        if best and not owned <= best[0].start < until:
            return None
        if len(best) > 2 and best[0].start in self._heads and not self.is_inner(best[0]):
            # A trade at the head of a sentence is capital too: "Докер Рита Орн".
            best = best[1:]
        if len(best) > 2:
            best = best[self.given_from(best, 0, len(best)) :]
        if len(best) < 2 or any(self.is_mentioned(token) for token in best):
            return None
        at_an_end = best[0] in tokens[:2] or best[-1] is tokens[-1]
        titled = all(
            token.kind == WORD and not token.capital
            for token in tokens
            if token.start < best[0].start
        )
        return (best[0].start, best[-1].end) if at_an_end or titled else None

    def nominative(self, source: Range) -> str:
        """The printed words, the case ending of the last one taken off where it is sure."""
        text = self.page.text[slice(*source)].strip(" \t\"«»“”'‘’")
        for ending in genitives(self.page.pack):
            if self.page.pack.spelling(text).endswith(ending) and len(text) - len(ending) >= 3:
                return text[: -len(ending)].rstrip("-’'")
        return text

    def given_from(self, tokens: list[Token], first: int, end: int) -> int:
        """Where in a run of capital words the person's own name begins: at a given name."""
        for at in range(first, end - 1):
            if is_given_name(tokens[at].text, self.page.pack):
                return at
        return first

    def is_title(self, word: str) -> bool:
        """Whether a word is a title and nothing else: "Lord", «мисс»."""
        nouns = self.world.phrase(word, self.page.pack.code).nouns
        return bool(nouns) and all(noun.type == "titles" for noun in nouns)

    def style_behind(self, tokens: list[Token], end: int) -> Token | None:
        """The word behind a name that follows names of people: «ханым», «ханымның»."""
        if end >= len(tokens) or tokens[end].kind != WORD:
            return None
        phrase = self.world.phrase(tokens[end].text, self.page.pack.code)
        styled = any(phrase.lexicon.stands_behind_name(noun) for noun in phrase.nouns)
        return tokens[end] if styled else None

    def is_inner(self, token: Token) -> bool:
        return token.text in self._inner

    def is_small(self, token: Token) -> bool:
        """Whether the page prints the word in small letters, too."""
        return token.low in self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(
            token.text
            for sentence in self.sentences
            for token in sentence.tokens
            if token.kind == WORD and not token.capital
        )

    def is_mentioned(self, token: Token) -> bool:
        """Whether the word belongs to something the world knows."""
        last = bisect_right(self._mention_starts, token.start) - 1
        return last >= 0 and token.start < self._mentions[last].end

    def mentioned(self, start: int, stop: int) -> list[Found]:
        """What the world knows and is named in a range."""
        starts = self._mention_starts
        return self._mentions[bisect_left(starts, start) : bisect_left(starts, stop)]

    def _names_no_person(self, token: Token) -> bool:
        """Whether the word belongs to a place or a body that the world knows."""
        last = bisect_right(self._mention_starts, token.start) - 1
        if last < 0 or token.start >= self._mentions[last].end:
            return False
        return self._mentions[last].type != "person"

    def is_known(self, start: int, stop: int) -> bool:
        """Whether something the world knows begins in a range."""
        first = bisect_left(self._mention_starts, start)
        return first < len(self._mention_starts) and self._mention_starts[first] < stop

    @cached_property
    def _inner(self) -> frozenset[str]:
        """Words printed with a capital elsewhere than at the head of a sentence."""
        return frozenset(
            token.text
            for sentence in self.sentences
            for token in sentence.tokens[1:]
            if token.kind == WORD and token.capital
        )

    @cached_property
    def source_words(self) -> frozenset[str]:
        """Words of the sources that name somebody by one word: "Tansyk", "Ms Tansyk"."""
        short = (source.split() for source in self.sources)
        return frozenset(word for words in short if len(words) < 3 for word in words)

    @cached_property
    def single(self) -> frozenset[str]:
        """Words that stand by themselves as names, too: a surname without the given name."""
        return frozenset(
            tokens[end - 1].text
            for tokens, first, end in self.capital_runs
            if (end == first + 1 or (end == first + 2 and self.is_title(tokens[first].text)))
            and (end > 1 or self.is_inner(tokens[first]))
            and sort_of(tokens[end - 1].text, self.page.pack) is None
        )

    @cached_property
    def names_side_by_side(self) -> list[tuple[list[Token], int, int]]:
        """The runs of capital words, one that holds two names cut in two.

        Where no verb stands between a subject and what follows it, its name and the next stand
        side by side; the page prints its last word by itself, too.
        """
        if self.page.pack.order != "final":
            return self.capital_runs
        alone, found = self.single | self.sources, []
        for tokens, first, end in self.capital_runs:
            for at in range(first + 2, end):
                named = at - first > 2 or not self.kinds(tokens[first].text)
                if named and tokens[at - 1].text in alone and at - first >= 2:
                    found.append((tokens, first, at))
                    first = at
            found.append((tokens, first, end))
        return found

    @cached_property
    def runs(self) -> list[Range]:
        """Where two capital words and more stand together, anywhere on the page."""
        return [
            (tokens[first].start, tokens[end - 1].end)
            for tokens, first, end in self.capital_runs
            if end - first >= 2
        ]

    @cached_property
    def capital_runs(self) -> list[tuple[list[Token], int, int]]:
        """Every run of capital words: the sentence's tokens, and those of the run, half open."""
        found = []
        for sentence in self.sentences:
            tokens, index = sentence.tokens, 0
            while index < len(tokens):
                end = run_end(tokens, index)
                if end > index:
                    found.append((tokens, index, end))
                index = max(end, index + 1)
        return found

    @cached_property
    def _heads(self) -> frozenset[int]:
        """Where sentences begin."""
        return frozenset(self.starts)

    @cached_property
    def sentences(self) -> list[Sentence]:
        return self.page.sentences

    @cached_property
    def starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _mentions(self) -> list[Found]:
        return sorted(self.mentions, key=lambda name: name.start)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [name.start for name in self._mentions]

    def is_office(self, words: str) -> bool:
        """Whether a phrase names an office of a state, or one who speaks for somebody."""
        phrase = self.world.phrase(words, self.page.pack.code)
        return any(noun.type in ("offices", "spokes") for noun in phrase.nouns)

    def offices(self, voice: Voice) -> set[str]:
        """Offices of a person whom the world knows, as kinds of nouns."""
        if not voice.known or voice.type != "person" or voice.role is None:
            return set()
        return {voice.role.replace(" ", "-")}


def _name_words(text: str) -> list[str]:
    """The name in a word, of a hyphened one its parts: "аль-Муалем" is "Муалем"."""
    if "-" not in text:
        return [text] if text[0].isupper() else []
    parts = [part for part in text.split("-") if part[:1].isupper() and len(part) > 1]
    # "Al-Haris" at the head of a sentence.
    return parts[1:] if len(parts) > 1 and parts[0].lower() in PARTICLES else parts


def run_end(tokens: list[Token], index: int) -> int:
    """Index behind the capital words that stand together from `index` on."""
    end = index
    while end < len(tokens) and tokens[end].capital:
        end += 1
    return end


def slug(name: str) -> str:
    """A name as part of an id."""
    return _NOT_IN_ID.sub(" ", name.casefold()).strip()
