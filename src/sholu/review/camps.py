"""Sides of a theme: voices whose words praise it, and voices whose words blame or warn of it.

A side is never guessed from the topic: only statements with an assessment take one. Praise and
blame of one thing in two themes are one dispute where both speak of the same matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sholu.language import available
from sholu.model import Camp, ReviewStatement, Theme, Voice
from sholu.review.vocabulary import vocabulary

Stance = Literal["for", "against"]

_STANCES: dict[str, Stance] = {"positive": "for", "negative": "against", "warning": "against"}
# Voices of each side that must speak of a matter, or of it and its opposite, before two themes are
# one dispute over it. That both speak of the sea says less than chance here and danger there.
_SHARING, _SHARING_SAME = 2, 3
# Things that are two views of one matter: what one side calls the first the other calls the second.
_OPPOSED = (
    ("=opportunity", "=danger"),
    ("=opportunity", "=dependency"),
    ("=independence", "=dependency"),
    ("=balance", "=dependency"),
    ("=stability", "=tension"),
    ("=calm", "=tension"),
    ("=security", "=danger"),
    ("=peace", "=war"),
)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The assessed statements of a dispute, by stance."""

    theme: str
    taken: Mapping[Stance, tuple[ReviewStatement, ...]]

    def voices(self, stance: Stance) -> dict[str, Voice]:
        """Voices of a side by id, in order of their statements."""
        found: dict[str, Voice] = {}
        for item in self.taken.get(stance, ()):
            if item.statement.voice is not None:
                found.setdefault(item.statement.voice.id, item.statement.voice)
        return found


def find_camps(
    themes: Sequence[Theme], statements: Mapping[str, ReviewStatement]
) -> tuple[Camp, ...]:
    """Two camps, for and against, of every theme that divides its voices, in order of themes.

    Args:
        themes: in the order of the review.
        statements: by id.
    """
    sides = [_sides(theme, statements) for theme in themes]
    divided = [side for side in sides if _divided(side)]
    rest = [side for side in sides if not _divided(side)]
    divided += _across(rest)
    order = {theme.id: number for number, theme in enumerate(themes)}
    divided.sort(key=lambda side: order[side.theme])
    return tuple(camp for side in divided for camp in _camps(side))


def _sides(theme: Theme, statements: Mapping[str, ReviewStatement]) -> _Sides:
    taken: defaultdict[Stance, list[ReviewStatement]] = defaultdict(list)
    for name in theme.statements:
        item = statements[name]
        stance = _STANCES.get(item.statement.assessment or "")
        if stance is not None and item.statement.voice is not None:
            taken[stance].append(item)
    return _Sides(theme.id, {stance: tuple(items) for stance, items in taken.items()})


def _divided(side: _Sides) -> bool:
    """Whether each side has a voice that is not on the other."""
    pro, con = side.voices("for"), side.voices("against")
    return bool(set(pro) - set(con)) and bool(set(con) - set(pro))


def _across(sides: Sequence[_Sides]) -> list[_Sides]:
    """Themes of one side each that speak of one matter, put together, the strongest first."""
    pairs = [
        (_shared(first.taken.get("for", ()), second.taken.get("against", ())), first, second)
        for first in sides
        for second in sides
        if first.theme != second.theme
    ]
    # Where several would fit, those over whom most voices of either side divide; then by order.
    pairs.sort(key=lambda pair: -pair[0])
    found = []
    taken: set[str] = set()
    for weight, first, second in pairs:
        if weight < _SHARING or {first.theme, second.theme} & taken:
            continue
        name = min((first, second), key=lambda side: sides.index(side)).theme
        pro, con = first.taken.get("for", ()), second.taken.get("against", ())
        both = _Sides(name, {"for": pro, "against": con})
        if _divided(both):
            found.append(both)
            taken |= {first.theme, second.theme}
    return found


def _shared(pro: Sequence[ReviewStatement], con: Sequence[ReviewStatement]) -> int:
    """How many voices of each side speak of the same thing, or of one and its opposite."""
    mine, theirs = _matters(pro), _matters(con)
    same = max((min(len(mine[one]), len(theirs.get(one, ()))) for one in mine), default=0)
    opposed = max(
        min(len(mine.get(one, ())), len(theirs.get(other, ()))) for one, other in _OPPOSED
    )
    return max(opposed, same if same >= _SHARING_SAME else 0)


def _matters(items: Iterable[ReviewStatement]) -> dict[str, set[str]]:
    """Things that the statements speak of -> ids of the voices that do.

    A few words do not tell their language, so every pack is asked.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in items:
        text = item.statement.content.text
        voice = item.statement.voice
        if voice is None:
            continue
        for lang in available():
            for word in vocabulary(lang).words(text):
                for key in word.keys:
                    if key.startswith("="):
                        found[key].add(voice.id)
    return dict(found)


def _camps(side: _Sides) -> list[Camp]:
    """Both camps; a voice that has taken both sides stands where it has more statements."""
    pro, con = side.taken.get("for", ()), side.taken.get("against", ())
    both = set(side.voices("for")) & set(side.voices("against"))
    leaning = {name: _count(pro, name) - _count(con, name) for name in both}
    camps = []
    for stance, items, sign in (("for", pro, 1), ("against", con, -1)):
        kept = [i for i in items if leaning.get(_id(i), sign) * sign > 0]
        voices = {_id(item): item.statement.voice for item in reversed(kept)}
        camps.append(
            Camp(
                theme=side.theme,
                stance="for" if stance == "for" else "against",
                voices=tuple(v for _, v in sorted(voices.items()) if v is not None),
                statements=tuple(item.id for item in kept),
            )
        )
    return camps


def _count(items: Sequence[ReviewStatement], voice: str) -> int:
    return sum(_id(item) == voice for item in items)


def _id(item: ReviewStatement) -> str:
    return item.statement.voice.id if item.statement.voice is not None else ""
