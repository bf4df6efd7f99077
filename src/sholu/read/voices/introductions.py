"""Whom a page brings on: people it names in full beside what they are, and those the world knows.

A pronoun or a role noun means somebody whom the text has brought on, not always somebody who has
spoken: `Introductions.latest_between` finds the person whom the narration spoke of last.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from sholu.model import Voice
from sholu.read.draft import Range
from sholu.read.page import WORD, Page, Sentence, Token
from sholu.read.voices.newcomers import newcomer
from sholu.read.voices.passing import Passing
from sholu.read.voices.people import (
    anaphora,
    gendered_words,
    is_given_name,
    openings,
    reach,
)
from sholu.read.voices.printed import NameKeys, Printed, slug
from sholu.read.voices.subjects import may_be_subject, may_be_topic
from sholu.world import Found, World

_BEFORE_A_NAME = 14
# How many sentences back a pronoun may point.
_LOOK_BACK = 8
# How many people, or forms of a name, are compared: more than any article brings on.
_MANY = 80


@dataclass(slots=True)
class Member:
    """A voice with what the document calls it.

    Attributes:
        names: base forms of each word of the name, in order.
        kinds: kinds of the role nouns that stood beside it ("experts", "president").
        seen: offset where it was last met.
        words: every base form of any word of the name.
    """

    voice: Voice
    names: NameKeys
    kinds: set[str]
    seen: int
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = frozenset().union(*self.names)


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
    # How many stood before the offset that was asked for last, and who they are.
    _before: tuple[int, list[Member]] = field(default_factory=lambda: (-1, []))

    @cached_property
    def printed(self) -> Printed:
        """The names on the page."""
        return Printed(self.page, self.world, self.mentions, self.sources)

    def before(self, at: int) -> list[Member]:
        """Who was brought on before an offset, by when it was last; of many the latest."""
        last = bisect_left(self._offsets, at)
        if last != self._before[0]:
            found: dict[int, Member] = {}
            for _, who in reversed(self._occurrences[max(0, last - _MANY) : last]):
                found.setdefault(id(who), who)
            self._before = last, list(reversed(found.values()))
        return self._before[1]

    def after(self, at: int, until: int) -> list[Member]:
        """Who is brought on in `[at, until)`; of many the first."""
        first, last = bisect_left(self._offsets, at), bisect_left(self._offsets, until)
        return [who for _, who in self._occurrences[first : min(last, first + _MANY)]]

    def latest_between(
        self,
        since: int,
        at: int,
        fits: Callable[[Member], bool] = lambda who: True,
        *,
        unnamed: bool = False,
    ) -> Member | None:
        """The person named last in the narration of `[since, at)`: the first one of a sentence.

        Or, `unnamed`, somebody new whom a sentence is about.
        """
        sentences = self.printed.sentences
        last = bisect_left(self.printed.starts, at)
        for sentence in reversed(sentences[max(0, last - _LOOK_BACK) : last]):
            if sentence.end <= since:
                return None
            found = self._first_person(sentence, since, at, fits)
            if found is None and unnamed:
                found = self._unnamed(sentence, since, at)
            if found is not None and fits(found):
                return found
        return None

    def _unnamed(self, sentence: Sentence, since: int, at: int) -> Member | None:
        voice = newcomer(sentence, since, at, self.page)
        if voice is None:
            return None
        return Member(voice, [], self.printed.kinds(voice.name), sentence.start)

    def _first_person(
        self, sentence: Sentence, since: int, at: int, fits: Callable[[Member], bool]
    ) -> Member | None:
        places = [
            (number, token)
            for number, token in enumerate(sentence.tokens)
            if token.kind == WORD and token.capital and since <= token.start < at
        ]
        subjects = [
            token for number, token in places if may_be_subject(sentence, number, self.printed)
        ]
        topics = [token for number, token in places if may_be_topic(sentence, number, self.printed)]
        passing = (self._in_passing.get(token.start) for token in subjects)
        return (
            self._named_first(subjects, fits)
            or next((who for who in passing if who is not None and fits(who)), None)
            or self._named_first(topics, fits)
        )

    def _named_first(self, tokens: list[Token], fits: Callable[[Member], bool]) -> Member | None:
        for token in tokens:
            for stem in self.page.pack.stems(token.text):
                who = self._by_stem.get(stem)
                if who is not None and who.seen <= token.start and fits(who):
                    return who
        return None

    @cached_property
    def genders(self) -> dict[str, bool]:
        """Ids of people beside whose names a word tells a woman (True) or a man (False)."""
        words, told = gendered_words(self.page.pack), dict[str, bool]()
        for tokens, first, end in self.printed.capital_runs:
            beside = [*tokens[max(0, first - 1) : first], *tokens[first : end - 1]]
            shown = {words[low] for token in beside if (low := token.low.rstrip(".")) in words}
            who = self._in_passing.get(tokens[first].start) if len(shown) == 1 else None
            stems = sorted(self.page.pack.stems(tokens[end - 1].text))
            for one in (who, *(self._by_stem.get(stem) for stem in stems)):
                if one is not None and len(shown) == 1:
                    told.setdefault(one.voice.id, shown == {True})
        return told

    @cached_property
    def _in_passing(self) -> dict[int, Member]:
        """Where a run of capital words begins that may be a person's name -> that person."""
        asked, table = Passing(self.printed), dict[int, Member]()
        for tokens, first, end in self.printed.capital_runs:
            begin = asked.name_from(tokens, first, end)
            if begin is None:
                continue
            start, stop = tokens[begin].start, tokens[end - 1].end
            names = self.printed.name_keys(start, stop)
            if names:
                name = self.page.pack.full_name(self.printed.nominative((start, stop)))
                voice = Voice(id=f"person:{slug(name)}", name=name, type="person")
                table[tokens[first].start] = Member(voice, names, set(), start)
        return table

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
        introduced = (
            self._introduced(tokens, first, end)
            for tokens, first, end in self.printed.names_side_by_side
            if end - first >= 2
        )
        named += [member for member in introduced if member is not None]
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
        names = self.printed.name_keys(name.start, name.end)
        return Member(voice, names, self.printed.offices(voice), name.start)

    def _introduced(self, tokens: list[Token], first: int, end: int) -> Member | None:
        before = max(0, first - _BEFORE_A_NAME)
        while first < end - 2 and self.printed.kinds(tokens[first].text):
            # A role noun at the head of a sentence is capital too: "Экономист Риза Таңсық".
            first += 1
        told = self._told_behind(tokens, end)
        if first == 0 and not (told or self._opens_as_name(tokens, end)):
            # Every word is capital at the head of a sentence: "While Riza Tansyk …".
            first = 1
        first = self.printed.given_from(tokens, first, end)
        start, stop = tokens[first].start, tokens[end - 1].end
        called = self._called(tokens, before, first)
        kinds = called or told
        names = self.printed.name_keys(start, stop)
        named = self.printed.is_known(start, stop)
        if named or len(names) < 2 or not (kinds or self._is_spoken_of(tokens, first, end)):
            return None
        met = self._resolved(tokens[before].start, stop) if called else None
        name = self.page.pack.full_name(self._shortest_form((start, stop), names))
        if met is None or met.known or met.type != "person" or met.members:
            met = Voice(id="", name=name, type="person")
        met = replace(met, id=f"person:{slug(name)}", name=name)
        return Member(met, names, kinds, start)

    def _resolved(self, start: int, stop: int) -> Voice | None:
        """Whom the world makes of a name with the words before it, which say what it is."""
        words = self.page.text[start:stop]
        resolution = self.world.resolve(words, self.page.pack.code, self.day)
        return resolution.voice if resolution else None

    def _opens_as_name(self, tokens: list[Token], end: int) -> bool:
        """Whether the first word of a sentence is a name by itself, not by its place there."""
        first = tokens[0]
        if self.printed.is_inner(first) or is_given_name(first.text, self.page.pack):
            return True
        plain = first.low in openings(self.page.pack) or self.printed.is_small(first)
        last = tokens[1].text
        alone = last in self.printed.source_words or last in self.printed.single
        return end == 2 and not plain and alone and self.page.pack.may_be_subject(first.text)

    def _called(self, tokens: list[Token], before: int, first: int) -> set[str]:
        """Kinds of the nouns before a name, where one of them stands right beside it."""
        near = max(before, first - 1 - reach(self.page.pack))
        if first == 0 or not self.printed.kinds(
            self.page.text[tokens[near].start : tokens[first].start]
        ):
            return set()
        return self.printed.kinds(self.page.text[tokens[before].start : tokens[first].start])

    def _told_behind(self, tokens: list[Token], end: int) -> set[str]:
        """Kinds of the nouns of an apposition: "N, a banker from …"."""
        if self.page.pack.order == "final" or end >= len(tokens) or tokens[end].text != ",":
            return set()
        after = min(len(tokens), end + 9) - 1
        return self.printed.kinds(self.page.text[tokens[end].start : tokens[after].end])

    def _is_spoken_of(self, tokens: list[Token], first: int, end: int) -> bool:
        """Whether a name beside no role noun is a person's: who speaks by its last word alone, or
        of whom a clause tells who it is ("N, who …")."""
        start, stop = tokens[first].start, tokens[end - 1].end
        if self.printed.is_known(start, stop):
            return False
        if is_given_name(tokens[first].text, self.page.pack):
            return True
        behind = [token.low for token in tokens[end : end + 2]]
        told_of = len(behind) == 2 and behind[1] in anaphora(self.page.pack).relative
        last = tokens[end - 1].text
        return told_of or last in self.printed.source_words or last in self.printed.single

    def _shortest_form(self, name: Range, keys: NameKeys) -> str:
        """The name as the page prints it with the least ending: its case is taken off by that."""
        forms = {self.printed.nominative(name)}
        for stem in sorted(keys[-1]):
            for form, others in self._full_names.get((len(keys), stem), {}).items():
                if all(a & b for a, b in zip(keys, others, strict=True)):
                    forms.add(form)
        return self._with_surname(min(forms, key=lambda form: (len(form), form)), keys)

    def _with_surname(self, name: str, keys: NameKeys) -> str:
        """A name printed only in a case, made whole by its surname where that speaks alone."""
        *given, last = name.split()
        alone = sorted(
            word
            for stem in keys[-1]
            for word in self._sources_by_low.get(stem, ())
            if len(word) < len(last)
        )
        if not alone or len(given) + 1 != len(keys):
            return name
        for index, word in enumerate(given):
            base = self.page.pack.stems(word)[0]
            if len(base) < len(word) and word.lower().startswith(base):
                given[index] = base.capitalize()
        return " ".join([*given, alone[0]])

    @cached_property
    def _sources_by_low(self) -> dict[str, list[str]]:
        """The words of the sources, by what they are in small letters."""
        table: dict[str, list[str]] = {}
        for words in self.sources:
            table.setdefault(words.lower(), []).append(words)
        return table

    @cached_property
    def _full_names(self) -> dict[tuple[int, str], dict[str, NameKeys]]:
        """Longer names: (number of words, a stem of the last word) -> forms in print."""
        table: dict[tuple[int, str], dict[str, NameKeys]] = {}
        for start, end in self.printed.runs:
            keys = self.printed.name_keys(start, end)
            for stem in keys[-1] if keys else ():
                forms = table.setdefault((len(keys), stem), {})
                if len(forms) < _MANY:
                    forms.setdefault(self.printed.nominative((start, end)), keys)
        return table
