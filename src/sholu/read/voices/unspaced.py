"""Names of people in a language without spaces and capitals: what is left beside their trades.

No letter tells a name, so a page's names are those of its sources and those with a middle dot in
them ("玛尔塔·奥恩"); where else they stand on the page is where their people are brought on.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from sholu.language import Finder, Pack
from sholu.model import Voice
from sholu.read.draft import Range
from sholu.read.page import Sentence
from sholu.read.voices.introductions import Introductions, Member
from sholu.read.voices.people import anaphora, determiners, sort_of
from sholu.read.voices.printed import NameKeys, Printed, slug

_HAN = "\u3400-\u9fff"
_ACRONYM = re.compile(r"[A-Z0-9.&-]+")
_NAME = re.compile(rf"[{_HAN}]{{2,10}}|[{_HAN}]+(?:[·・ -]+[{_HAN}]+)+|[A-Za-z][\w.'’ -]*")
_PARTS = re.compile(r"[·・\s]+")
# A source that is nothing but a name is no longer than this.
_LONGEST_BARE = 6
# How far from the head of its sentence a subject may stand.
_EARLY = 40
_EDGES = " 、，,“”\"'《》()（）"


@dataclass(eq=False)
class UnspacedPrinted(Printed):
    """The names that a page without capitals prints."""

    def kinds(self, words: str) -> set[str]:
        """Kinds of the nouns in a phrase."""
        phrase = self.world.phrase(words, self.page.pack.code)
        people = {"spokes", "offices", "groups", "titles"}
        return {
            noun.words if noun.type in ("titles", "spokes") else noun.id
            for noun in phrase.nouns
            if noun.type in people
        }

    def keys_of_source(self, source: Range) -> NameKeys:
        """The parts of the name in a source."""
        named = self._named(source)
        return self.name_keys(*named) if named is not None else []

    def name_keys(self, start: int, end: int) -> NameKeys:
        """The parts of a name between its middle dots."""
        return self.parts_of(self.page.text[start:end])

    def parts_of(self, name: str) -> NameKeys:
        """The parts of a name, looked up as the tables spell them."""
        parts = [part for part in _PARTS.split(name) if part]
        return [frozenset(self.page.pack.stems(part)) for part in parts]

    def name_range(self, source: Range) -> Range | None:
        """The name in a source, where something beside it or in it shows that it is a person's."""
        named = self._named(source)
        if named is None:
            return None
        text = self.page.text[slice(*named)]
        if _ACRONYM.fullmatch(text):
            return None
        beside = named != source
        dotted = _dotted(self.page.pack).fullmatch(text)
        return named if beside or len(text) <= _LONGEST_BARE or dotted else None

    def _named(self, source: Range) -> Range | None:
        """What stands behind the last noun of a phrase, or before a title at its end."""
        start, end = source
        text = self.page.text[start:end]
        phrase = self.world.phrase(text, self.page.pack.code)
        shift = start + max(text.find(phrase.words), 0)
        if any(
            name.type not in ("person", "state", "bloc") and shift + name.end == end
            for name in phrase.names
        ):
            return None
        for noun in sorted(phrase.nouns, key=lambda noun: noun.start):
            if phrase.lexicon.stands_behind_name(noun) and shift + noun.end == end:
                end = shift + noun.start
                break
            start = shift + noun.end
        for token in reversed(self.page.tokens(start, end)):
            if token.low == "的" or token.low in determiners(self.page.pack):
                start = token.end
                break
            if sort_of(token.low, self.page.pack) is not None:
                start = token.end
                break
        start, end = _trimmed(self.page.text, start, end)
        name = self.page.text[start:end]
        if self.page.pack.spelling(name) in anaphora(self.page.pack).known:
            return None
        return (start, end) if _NAME.fullmatch(name) else None


@dataclass(eq=False)
class UnspacedIntroductions(Introductions):
    """Whom a page without capitals brings on."""

    @cached_property
    def printed(self) -> UnspacedPrinted:
        """The names on the page."""
        return UnspacedPrinted(self.page, self.world, self.mentions, self.sources)

    def _first_person(
        self, sentence: Sentence, since: int, at: int, fits: Callable[[Member], bool]
    ) -> Member | None:
        first = bisect_left(self._offsets, max(since, sentence.start))
        stop = bisect_left(self._offsets, min(at, sentence.start + _EARLY))
        return next((who for _, who in self._occurrences[first:stop] if fits(who)), None)

    @cached_property
    def _occurrences(self) -> list[tuple[int, Member]]:
        """Where known people are named, and those of the page's own names."""
        found: dict[str, Member] = {}
        places: list[tuple[int, Member]] = []
        for mention in self.mentions:
            if mention.type == "person":
                known = self._known_person(mention)
                places.append((mention.start, found.setdefault(known.voice.id, known)))
        taken = {at for mention in self.mentions for at in range(mention.start, mention.end)}
        for start, end in self._own_names():
            name = self._whole_names.get(self.page.text[start:end], self.page.text[start:end])
            if start in taken:
                continue
            member = found.get(name) or self._member(name, start)
            found[name] = member
            places.append((start, member))
        return sorted(places, key=lambda place: place[0])

    @cached_property
    def _whole_names(self) -> dict[str, str]:
        """The last part of a name with a middle dot -> the whole name; of several the first."""
        full: dict[str, str] = {}
        for match in _dotted(self.page.pack).finditer(self.page.text):
            last = _PARTS.split(match.group())[-1]
            if len(last) > 1:
                full.setdefault(last, match.group())
        return full

    def _member(self, name: str, start: int) -> Member:
        voice = Voice(id=f"person:{slug(name)}", name=name, type="person")
        return Member(voice, self.printed.parts_of(name), set(), start)

    def _own_names(self) -> list[Range]:
        """Where the page prints the names of its speakers, and names with a middle dot."""
        text = self.page.text
        names = {match.group() for match in _dotted(self.page.pack).finditer(text)}
        names |= self._whole_names.keys()
        for source in self.sources:
            if len(source) > 1 and len(source) <= _LONGEST_BARE and not self._is_noun(source):
                names.add(source)
        return [(start, end) for start, end, _ in Finder(sorted(names)).find(text)]

    def _is_noun(self, source: str) -> bool:
        """Whether a source is a pronoun or holds a noun or something known."""
        phrase = self.world.phrase(source, self.page.pack.code)
        known = self.page.pack.spelling(source) in anaphora(self.page.pack).known
        return known or bool(phrase.nouns) or bool(phrase.names)


@cache
def _dotted(pack: Pack) -> re.Pattern[str]:
    """Foreign names with a middle dot between their parts."""
    letters = "".join(pack.table("people").get("transliteration", "").split()) or _HAN
    return re.compile(rf"[{letters}]{{1,8}}(?:[·・-][{letters}]{{1,10}}){{1,3}}")


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end
