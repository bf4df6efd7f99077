"""What statements speak of, one concept for the words of all languages that mean it.

A concept is an act or a thing that the packs list, a name the world knows, or a base form. Base
forms of two languages become one where they sound alike as loans do, or where the vectors of the
two words are nearest to each other among all words of the other language (mutual nearest
neighbours; Artetxe and Schwenk, 2019, arXiv:1811.01136, use the same test for sentences).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from sholu.language.sounds import skeleton
from sholu.review.act import Act
from sholu.review.acts import find_acts, is_contrary, is_frame
from sholu.review.meaning import Meaning, Told
from sholu.review.vocabulary import vocabulary
from sholu.world import World

# Cosines of centred word vectors from which mutual neighbours, and words that sound alike, are one.
_NEIGHBOURS = 0.45
_SOUNDING = 0.25
_LONGEST_SOUND = 5
_FEWEST_CONSONANTS = 4
# Acts that every report is full of, whatever its matter.
_IDLE_ACTS = frozenset(
    ("go", "hold", "begin", "end", "show", "convey", "decide", "return", "receive", "travel_by")
)
# Behind this a capital is no beginning of a sentence.
_INSIDE = re.compile(r"[\w,;][\s«\"“„(–—-]+$")
_MOST_WORDS = 600
# A name tells less of what is said than of whom.
_NAME_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text speaks of a concept, in code points of the text."""

    start: int
    end: int
    concept: str


class Concepts:
    """The concepts of a set of texts, with how much each tells.

    Args:
        texts: contents of statements.
        langs: the language of each.
    """

    def __init__(
        self,
        texts: Sequence[str],
        langs: Sequence[str],
        *,
        world: World,
        meaning: Meaning,
        told: Told | None = None,
    ) -> None:
        printed = [_printed(text, lang, world) for text, lang in zip(texts, langs, strict=True)]
        heads = _linked(printed, meaning, told)
        self.places: list[tuple[Place, ...]] = [
            tuple(
                Place(place.start, place.end, heads.get(place.concept, place.concept))
                for place in places
            )
            for places in printed
        ]
        self.sets = [frozenset(place.concept for place in places) for places in self.places]
        self._names = _names(texts, self.places)
        self._spread = Counter(concept for concepts in self.sets for concept in concepts)
        self.count = len(texts)

    def weight(self, concept: str) -> float:
        """The rarer a concept is, the more it tells; a name half of that."""
        rare = log((self.count + 1) / max(1, self._spread[concept]))
        return rare * _NAME_WEIGHT if self.is_name(concept) else rare

    def is_name(self, concept: str) -> bool:
        """Whether it names somebody or something, known to the world or not."""
        return concept.startswith("@") or concept in self._names

    def users(self, concept: str) -> int:
        """How many of the texts speak of it."""
        return self._spread[concept]

    def overlap(self) -> Any:
        """Matrix of the weight that two texts share, against the lighter of the two.

        The lighter one counts as a word heavier than it is, so that two texts of one common word
        each are not the same.
        """
        import numpy as np

        known = sorted(self._spread)
        column = {concept: index for index, concept in enumerate(known)}
        bags = np.zeros((self.count, len(known)), dtype=np.float32)
        for row, concepts in enumerate(self.sets):
            for concept in concepts:
                bags[row, column[concept]] = 1.0
        weights = np.array([self.weight(concept) for concept in known], dtype=np.float32)
        whole = bags @ weights
        lighter = np.minimum(whole[:, None], whole[None, :]) + 0.8 * log(self.count + 1)
        return (bags * weights) @ bags.T / np.maximum(lighter, 1e-6)


def _names(texts: Sequence[str], places: Sequence[Sequence[Place]]) -> frozenset[str]:
    """Concepts printed with a capital wherever no sentence begins."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text, found in zip(texts, places, strict=True):
        for place in found:
            if _INSIDE.search(text, 0, place.start):
                (capital if text[place.start].isupper() else small)[place.concept] += 1
    return frozenset(concept for concept in capital if not small[concept])


def _printed(text: str, lang: str, world: World) -> list[Place]:
    """Concepts of one text in order, words of each language still apart."""
    names = world.mentions(text, lang)
    acts = [act for act in find_acts(text, lang) if _told_by_a_table(act)]
    places = [Place(name.start, name.end, f"@{name.id}") for name in names]
    taken = [(name.start, name.end) for name in names] + [(act.start, act.end) for act in acts]
    places += [
        Place(act.start, act.end, f"!{act.key}") for act in acts if act.key not in _IDLE_ACTS
    ]
    for word in vocabulary(lang).words(text):
        if any(word.start < end and start < word.end for start, end in taken):
            continue
        things = sorted(key for key in word.keys if key.startswith("="))
        places.append(Place(word.start, word.end, things[0] if things else word.base))
    return sorted(set(places), key=lambda place: (place.start, place.end, place.concept))


def _told_by_a_table(act: Act) -> bool:
    """Whether all languages know the act; a verb of one language is a word like others."""
    return ":" not in act.key and not is_contrary(act) and not is_frame(act)


def _linked(
    printed: Sequence[Sequence[Place]], meaning: Meaning, told: Told | None
) -> Mapping[str, str]:
    """Base form -> the concept it belongs to, for those of several languages that are one."""
    spread = Counter(place.concept for places in printed for place in set(places))
    words = [concept for concept in spread if _is_word(concept)]
    words = sorted(words, key=lambda word: (-spread[word], word))[:_MOST_WORDS]
    langs = [word.partition(":")[0] for word in words]
    if len(set(langs)) < 2 or meaning.kind == "words":
        return {}
    vectors = meaning.vectors([word.partition(":")[2] for word in words], langs, told=told)
    groups = {word: word for word in words}
    for first, second in (*_sounding(words, vectors), *_neighbours(words, langs, vectors)):
        _join(groups, words[first], words[second])
    return {word: _head(groups, word) for word in words}


def _is_word(concept: str) -> bool:
    return concept[0] not in "@!="


def _sounding(words: Sequence[str], vectors: Any) -> list[tuple[int, int]]:
    """Pairs of words of two languages that sound alike and do not mean too unlike."""
    by_sound: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        sound = skeleton(word.partition(":")[2])
        if len(sound) >= _FEWEST_CONSONANTS:
            by_sound[sound[:_LONGEST_SOUND]].append(index)
    return [
        (first, second)
        for same in by_sound.values()
        for first in same
        for second in same
        if words[first][:2] < words[second][:2]
        and float(vectors[first] @ vectors[second]) >= _SOUNDING
    ]


def _neighbours(words: Sequence[str], langs: Sequence[str], vectors: Any) -> list[tuple[int, int]]:
    """Pairs of words of two languages that are each other's nearest."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for index in sorted(range(len(words)), key=lambda i: words[i]):
        rows[langs[index]].append(index)
    pairs = []
    for one in sorted(rows):
        for other in sorted(rows):
            if one < other:
                likeness = vectors[rows[one]] @ vectors[rows[other]].T
                forth, back = likeness.argmax(axis=1), likeness.argmax(axis=0)
                pairs += [
                    (rows[one][i], rows[other][j])
                    for i, j in enumerate(forth.tolist())
                    if int(back[j]) == i and float(likeness[i, j]) >= _NEIGHBOURS
                ]
    return pairs


def _head(groups: dict[str, str], word: str) -> str:
    while groups[word] != word:
        word = groups[word]
    return word


def _join(groups: dict[str, str], first: str, second: str) -> None:
    first, second = _head(groups, first), _head(groups, second)
    groups[max(first, second)] = min(first, second)
