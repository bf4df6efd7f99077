"""How much of what was foreseen a sentence tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from sholu.language import pack
from sholu.model import Evidence
from sholu.review.act import Act
from sholu.review.foreseen import GO, Part
from sholu.review.told import Archive, Told, country_of
from sholu.review.vocabulary import Word
from sholu.world import World

# Shares of the weight of a part's words that a sentence must print, in its language and another.
_SAME_LANGUAGE = 0.5
_OTHER_LANGUAGE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sentence that tells what became of a part."""

    told: Told
    cover: float
    start: int
    end: int

    @property
    def evidence(self) -> Evidence:
        return self.told.evidence(self.start, self.end)


class Measure:
    """How much of a part a sentence tells."""

    def __init__(self, part: Part, lang: str, archive: Archive, world: World) -> None:
        self._part = part
        self._lang = lang
        self._weights = [_weight(word, archive) for word in part.words]
        self._actors = _with_countries(part.actors, world)

    def fits(self, told: Told, act: Act) -> bool:
        """Whether the sentence tells of the same actors, place and matter."""
        part = self._part
        if part.target is not None and part.target not in told.ids:
            return False
        words = self._near(told, act)
        acting = self._acted(told, words)
        if (part.actors or part.actor_words) and not acting:
            return False
        if GO in part.keys and part.target is not None and acting:
            return True
        matched = self._matched(told, words)
        if not matched:
            return False
        least = _SAME_LANGUAGE if told.lang == self._lang else _OTHER_LANGUAGE
        few = len(matched) < min(2, len(part.words))
        return not few and self._cover(matched) >= least

    def found(self, told: Told, act: Act) -> Found:
        """The sentence as evidence, cut to the clause that tells it."""
        matched = self._matched(told, self._near(told, act))
        places = [(w.start, w.end) for _, w in matched if w is not None]
        start, end = _clause(told, act, places)
        return Found(told=told, cover=self._cover(matched), start=start, end=end)

    def _near(self, told: Told, act: Act) -> list[Word]:
        """The words of the sentence; where it tells the act twice, those nearer to this telling."""
        same = [a for a in told.acts if a.key in self._part.keys and a.start != act.start]
        return [
            word
            for word in told.words()
            if all(_apart(word, act) <= _apart(word, other) for other in same)
        ]

    def _acted(self, told: Told, words: Sequence[Word]) -> bool:
        if not self._actors.isdisjoint(told.ids):
            return True
        names = self._part.actor_words
        return bool(names) and any(name.same(word) for name in names for word in words)

    def _matched(self, told: Told, words: Sequence[Word]) -> list[tuple[int, Word | None]]:
        """Words of the part that the sentence tells, by place in the part."""
        found: list[tuple[int, Word | None]] = []
        for index, word in enumerate(self._part.words):
            same = next((other for other in words if word.same(other)), None)
            known = [i for (s, e), i in self._part.known.items() if s <= word.start < e]
            if same is not None or any(i in told.ids for i in known):
                found.append((index, same))
        return found

    def _cover(self, matched: Sequence[tuple[int, Word | None]]) -> float:
        total = sum(self._weights)
        return sum(self._weights[i] for i, _ in matched) / total if total else 0.0


def _apart(word: Word, act: Act) -> int:
    """Code points between a word and an act; none where they overlap."""
    return max(0, act.start - word.end, word.start - act.end)


def _weight(word: Word, archive: Archive) -> float:
    """The rarer a word is among the documents, the more it tells."""
    return log((archive.documents + 1) / max(2, archive.share(word))) + 0.1


def _with_countries(actors: Iterable[str], world: World) -> frozenset[str]:
    """Actors and the countries of those who are persons."""
    ids = set(actors)
    for actor in sorted(ids):
        country = country_of(actor, world)
        if country:
            ids.add(country)
    return frozenset(ids)


def _clause(told: Told, act: Act, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch from the sentence's first word to the last that tells the act or its matter."""
    if pack(told.lang).order == "final":
        return 0, max([act.end, *(end for _, end in places if end <= act.end)])
    end = len(told.text.rstrip(" .!?…"))
    return 0, max(end, act.end)
