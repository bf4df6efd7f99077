"""Statements of all languages that say the same, gathered into themes.

Two statements are alike by the weight of the concepts they share and by the vectors of what they
mean; groups that are alike on average become themes where a concept is at their core. Naming the
concept first and keeping only groups that it describes is the way of Lingo (Osiński and Weiss,
2005, doi:10.1109/MIS.2005.38).
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from typing import Any

from sholu.language import available, pack
from sholu.model import DocumentCard, EventCard, ReviewStatement, Theme
from sholu.review.clusters import average, clusters
from sholu.review.concepts import Concepts
from sholu.review.labels import label
from sholu.review.meaning import Meaning
from sholu.stories.publishers import publisher
from sholu.world import World

Progress = Callable[[str, int, int], None]

# Part of the vectors in the likeness of two statements; the concepts have the rest.
_MEANING = 0.4
_ALIKE = 0.11
# A statement left over joins a theme whose core it shares where it is at least this much alike.
_AKIN = 0.05
# Share of a theme's statements that must speak of its core.
_CORE = 0.5
# A concept that more statements speak of than this power of their number is the event's own.
_COMMON = 0.52
_FEW = 4.0
_OPENING = 6
_MOST_EMBEDDED = 400
_MOST_COMPARED = 3000
_MOST_THEMES = 20
# Mean likeness within a theme times the root of its size; two statements must be close.
_STRONG = 0.3
_CLOSE = 0.3
# What is left over becomes a theme where so many voices speak of one concept, so much alike.
_SEED_VOICES = 3
_SEED = 0.08


@dataclass(frozen=True, slots=True)
class _Group:
    """A theme under way: rows of its statements, and the concepts at its core."""

    rows: tuple[int, ...]
    core: tuple[str, ...]


def find_themes(
    statements: Sequence[ReviewStatement],
    documents: Mapping[str, DocumentCard],
    *,
    world: World,
    event: EventCard,
    lang: str,
    progress: Progress | None = None,
    meaning: Meaning | None = None,
) -> tuple[Theme, ...]:
    """Themes by independent publishers, then by statements; each statement is in one at most.

    A theme has two statements of two voices or more. The order of the statements plays no part.

    Args:
        statements: all of the review.
        documents: cards by document id.
        event: what is reviewed; who takes part in it tells nothing of a theme.
        lang: in which themes are named where one of their statements is in it.
        meaning: made where not given.
    """
    told = partial(progress, "themes") if progress is not None else None
    ranked = _ranked(statements, documents, world)
    if len(ranked) < 2:
        return ()
    finder = _Finder(ranked, documents, world, meaning or Meaning(), told)
    groups = finder.groups()
    themes = [finder.theme(group, lang) for group in groups]
    themes.sort(key=lambda theme: (-len(theme.publishers), -len(theme.statements), theme.typical))
    return tuple(
        replace(theme, id=f"t{number}") for number, theme in enumerate(themes[:_MOST_THEMES], 1)
    )


def _ranked(
    statements: Sequence[ReviewStatement], documents: Mapping[str, DocumentCard], world: World
) -> list[ReviewStatement]:
    """Statements that stand in no other, first one of every publisher, then a second of each."""
    own = sorted((s for s in statements if not s.statement.nested), key=lambda s: s.id)
    seen: Counter[str] = Counter()
    ranked = []
    for item in own:
        owner = _publisher(item, documents, world)
        ranked.append((seen[owner], item.id, item))
        seen[owner] += 1
    return [item for _, _, item in sorted(ranked, key=lambda entry: entry[:2])][:_MOST_COMPARED]


def _publisher(item: ReviewStatement, documents: Mapping[str, DocumentCard], world: World) -> str:
    """Whose view it is: the voice's outlet where an outlet speaks, else the carrier's."""
    voice = item.statement.voice
    if voice is not None and voice.type == "outlet":
        return world.publisher_of(voice.id)
    outlet = documents[item.document].outlet
    return publisher(item.document, outlet.id if outlet else None, world)


def _voice(item: ReviewStatement) -> str:
    """Who says it; the document itself where nobody is told."""
    voice = item.statement.voice
    return voice.id if voice is not None else f"document:{item.document}"


class _Finder:
    """The statements of a review, laid out for comparison.

    Only as many as `_MOST_EMBEDDED` have vectors and are grouped; the others join the groups by
    the concepts they share with them.
    """

    def __init__(
        self,
        ranked: Sequence[ReviewStatement],
        documents: Mapping[str, DocumentCard],
        world: World,
        meaning: Meaning,
        told: Callable[[int, int], None] | None,
    ) -> None:
        first = {item.id for item in ranked[:_MOST_EMBEDDED]}
        statements = sorted(ranked, key=lambda item: item.id)
        self.statements = statements
        self.first = [row for row, item in enumerate(statements) if item.id in first]
        self.documents = documents
        self.world = world
        self.texts = [item.statement.content.text for item in statements]
        self.langs = [documents[item.document].lang or "" for item in statements]
        self.concepts = Concepts(self.texts, self.langs, world=world, meaning=meaning, told=told)
        self.likeness: Any = (1 - _MEANING) * self.concepts.overlap()
        texts, langs = zip(*((self.texts[r], self.langs[r]) for r in self.first), strict=True)
        vectors = meaning.vectors(texts, langs, told=told)
        for row, vector in zip(self.first, vectors, strict=True):
            self.likeness[row, self.first] += _MEANING * (vectors @ vector)

    def groups(self) -> list[_Group]:
        """Groups with a core, joined where they share it, with what was left over and is akin."""
        among_first = self.likeness[self.first][:, self.first]
        grouped = (
            self._group([self.first[place] for place in places])
            for places in clusters(among_first, _ALIKE)
        )
        found = self._joined([group for group in grouped if group is not None])
        taken = {row for group in found for row in group.rows}
        left = [row for row in range(len(self.statements)) if row not in taken]
        whole = [self._with(group, left, found) for group in found]
        strong = [group for group in whole if self._strong(group)]
        taken = {row for group in strong for row in group.rows}
        rest = [row for row in range(len(self.statements)) if row not in taken]
        return strong + self._seeded(rest)

    def _seeded(self, left: Sequence[int]) -> list[_Group]:
        """Groups of what is left over that speaks of one concept in enough voices."""
        found: list[_Group] = []
        left = list(left)
        while len(found) < _MOST_THEMES:
            users: dict[str, list[int]] = {}
            for row in left:
                for concept in self.concepts.sets[row]:
                    if self._telling(concept) and not self.concepts.is_name(concept):
                        users.setdefault(concept, []).append(row)
            seed = self._seed(users)
            if seed is None:
                break
            found.append(_Group(tuple(users[seed]), (seed,)))
            left = [row for row in left if row not in users[seed]]
        return found

    def _seed(self, users: Mapping[str, Sequence[int]]) -> str | None:
        """The concept that most voices speak of, of those whose statements are alike."""
        seeds = []
        for concept, rows in users.items():
            voices = len({_voice(self.statements[row]) for row in rows})
            if voices >= _SEED_VOICES and average(self.likeness, rows, rows) >= _SEED:
                seeds.append((-voices, concept))
        return min(seeds)[1] if seeds else None

    def _close(self, rows: Sequence[int], core: Sequence[str]) -> bool:
        """Whether two statements are alike, or share two concepts that tell something."""
        telling = [concept for concept in core if self._telling(concept)]
        return len(telling) > 1 or average(self.likeness, rows, rows) >= _CLOSE

    def _strong(self, group: _Group) -> bool:
        """Whether the statements are alike enough for their number."""
        if len(group.rows) == 2:
            return self._close(group.rows, group.core)
        alike = average(self.likeness, group.rows, group.rows)
        return alike >= _STRONG / sqrt(len(group.rows))

    def theme(self, group: _Group, lang: str) -> Theme:
        """The theme of a group, typical statement first, then those nearest to the middle."""
        rows = sorted(group.rows, key=lambda row: (-average(self.likeness, [row], group.rows), row))
        items = [self.statements[row] for row in rows]
        spoken = [row for row in rows if self.langs[row] == lang] or [
            row for row in rows if self.langs[row] == self.langs[rows[0]]
        ]
        words = self._label(spoken, group)
        publishers = {_publisher(item, self.documents, self.world) for item in items}
        carriers = {name for item in items for name in (item.document, *item.carried_by)}
        return Theme(
            id="",
            label=_heading(words, self.langs[spoken[0]]),
            label_lang=self.langs[spoken[0]],
            typical=items[0].id,
            statements=tuple(item.id for item in items),
            publishers=tuple(sorted(publishers)),
            documents=len(carriers),
        )

    def _label(self, rows: Sequence[int], group: _Group) -> str:
        """The phrase that tells most of what the theme's statements share."""
        spread = self._spread(group.rows)
        telling = {
            concept: share**1.5 * self.concepts.weight(concept)
            for concept, share in spread.items()
            if not self.concepts.is_name(concept) and self.concepts.users(concept) > 1
        }
        texts = [(row, self.texts[row], self.langs[row], self.concepts.places[row]) for row in rows]
        found = label(texts, telling, frozenset(group.core))
        return found.words if found else _opening(self.texts[rows[0]])

    def _spread(self, rows: Sequence[int]) -> dict[str, float]:
        """Concept -> share of the rows that speak of it."""
        counted = Counter(concept for row in rows for concept in self.concepts.sets[row])
        return {concept: count / len(rows) for concept, count in sorted(counted.items())}

    def _group(self, rows: Sequence[int]) -> _Group | None:
        """The rows with their core; null where they have none, or one voice alone speaks."""
        core = self._core(rows)
        if not core or len({_voice(self.statements[row]) for row in rows}) < 2:
            return None
        if len(rows) == 2 and not self._close(rows, core):
            return None
        return _Group(tuple(rows), core)

    def _core(self, rows: Sequence[int]) -> tuple[str, ...]:
        """Concepts, no names, that enough of the rows speak of in two voices or more."""
        spread = self._spread(rows)
        core = []
        for concept, share in spread.items():
            voices = {
                _voice(self.statements[row]) for row in rows if concept in self.concepts.sets[row]
            }
            if share >= _CORE and len(voices) > 1 and not self.concepts.is_name(concept):
                core.append(concept)
        return tuple(sorted(core, key=lambda c: (-spread[c] * self.concepts.weight(c), c)))

    def _joined(self, groups: Sequence[_Group]) -> list[_Group]:
        """Groups of one core made one, those most alike first."""
        groups = list(groups)
        while True:
            pairs = [
                (-average(self.likeness, one.rows, other.rows), i, j)
                for i, one in enumerate(groups)
                for j, other in enumerate(groups)
                if i < j and self._share_core(one, other)
            ]
            pairs = [pair for pair in pairs if -pair[0] >= _AKIN]
            if not pairs:
                return groups
            _, i, j = min(pairs)
            rows = tuple(sorted((*groups[i].rows, *groups[j].rows)))
            both = _Group(rows, self._core(rows) or groups[i].core)
            groups = [group for k, group in enumerate(groups) if k not in (i, j)] + [both]

    def _share_core(self, one: _Group, other: _Group) -> bool:
        """Whether a concept that is not common to the whole event is at the core of both."""
        return any(concept in other.core and self._telling(concept) for concept in one.core)

    def _telling(self, concept: str) -> bool:
        """Whether the concept tells a theme from the event itself."""
        most: float = (len(self.statements) + 1) ** _COMMON
        return self.concepts.users(concept) <= max(_FEW, most)

    def _with(self, group: _Group, left: Sequence[int], groups: Sequence[_Group]) -> _Group:
        """The group with the rows left over that share its core and are nearest to it."""
        akin = []
        for row in left:
            near = [
                (-average(self.likeness, [row], other.rows), number)
                for number, other in enumerate(groups)
                if any(c in self.concepts.sets[row] and self._telling(c) for c in other.core)
            ]
            if near and -min(near)[0] >= _AKIN and groups[min(near)[1]] is group:
                akin.append(row)
        return _Group(tuple(sorted((*group.rows, *akin))), group.core)


def _opening(text: str) -> str:
    """The first words of a statement, as printed."""
    words = list(re.finditer(r"\S+", text))
    return text[words[0].start() : words[min(len(words), _OPENING) - 1].end()] if words else text


def _heading(words: str, lang: str) -> str:
    """The words as a heading prints them."""
    return pack(lang).citation(words) if lang in available() else words
