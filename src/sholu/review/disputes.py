"""Facts on which reports differ: one fact, in one unit, with different numbers.

Two reports tell one fact where a word beside the number shows it (a cost, a lease, the dead) and
the passages speak of the same things, or where at least two words beside both numbers are the
same. Only reports of different publishers differ, and only by what no rounding explains.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from math import inf

from sholu.model import Dispute, ReportedValue, Span
from sholu.review.article import Article, publisher
from sholu.review.figures import PEOPLE, TIME, Figure, Words, find_figures
from sholu.review.numbers import number_words
from sholu.world import World

_SAME_VALUE = 0.01
_SAME_ROUNDED = 0.15
# Crowds and casualties are others a few days later.
_MOST_DAYS = 2
# Numbers further apart count different things.
_LARGEST_RATIO = 20
_RATIO_OF_PEOPLE = 3
# A figure that every report has anew is a series, not a dispute.
_MOST_VALUES = 4
_SIDES = 2
_FEWEST_SHARED = 2
# Hours and years are counted of everything.
_FEWEST_OF_TIME = 3
_LONGEST_ABOUT = 4
# Words further from the one that shows the fact do not belong to its phrase.
_NEAR = 12


def find_disputes(
    articles: Sequence[Article], *, copies: Collection[str], world: World, lang: str = "en"
) -> tuple[Dispute, ...]:
    """Disputes in the order in which they come up; `articles` by date.

    The words that the reports share are given in `lang` where a report is in it, the unit always.
    """
    read = [a for a in articles if a.lang is not None and a.id not in copies]
    figures = [figure for article in read for figure in find_figures(article)]
    publishers = {article.id: publisher(article, world) for article in read}
    return tuple(_dispute(group, lang) for group in _groups(figures) if _differ(group, publishers))


def _groups(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures that tell one fact, by place of the first."""
    heads = list(range(len(figures)))

    def head(position: int) -> int:
        while heads[position] != position:
            heads[position] = heads[heads[position]]
            position = heads[position]
        return position

    for first, second in _comparable(figures):
        if head(first) != head(second) and _one_fact(figures[first], figures[second]):
            low, high = sorted((head(first), head(second)))
            heads[high] = low
    groups: dict[int, list[Figure]] = {}
    for position, figure in enumerate(figures):
        groups.setdefault(head(position), []).append(figure)
    return [group for group in groups.values() if len(group) > 1]


def _comparable(figures: Sequence[Figure]) -> Iterable[tuple[int, int]]:
    """Pairs in one unit, of one size and of different articles."""
    by_unit: dict[str, list[int]] = {}
    for position, figure in enumerate(figures):
        row = by_unit.setdefault(figure.unit, [])
        for earlier in row:
            other = figures[earlier]
            ratio = _RATIO_OF_PEOPLE if figure.unit in PEOPLE else _LARGEST_RATIO
            if other.article is figure.article or not _near(other.value, figure.value, ratio):
                continue
            if figure.unit not in PEOPLE or _days_apart(other, figure) <= _MOST_DAYS:
                yield earlier, position
        row.append(position)


def _days_apart(first: Figure, second: Figure) -> float:
    """Days between the reports; without end where one has no date."""
    if first.article.day is None or second.article.day is None:
        return inf
    days = date.fromisoformat(second.article.day) - date.fromisoformat(first.article.day)
    return abs(days.days)


def _near(first: float, second: float, ratio: float) -> bool:
    low, high = sorted((abs(first), abs(second)))
    return low > 0 and high / low < ratio


def _one_fact(first: Figure, second: Figure) -> bool:
    """Whether two figures tell one fact."""
    one_language = first.article.lang == second.article.lang
    if first.fact is not None and first.fact == second.fact:
        beside = _shared(first.beside, second.beside)
        return bool(beside) or _shared(first.around, second.around) >= _FEWEST_SHARED
    if first.fact is not None and second.fact is not None:
        return False
    fewest = _FEWEST_OF_TIME if first.unit in TIME else _FEWEST_SHARED
    return one_language and _shared(first.beside, second.beside) >= fewest


def _shared(first: Words, second: Words) -> int:
    """How many different words of the first are among those of the second."""
    return len({word.stems for word in first if any(word.same(other) for other in second)})


def _differ(group: Sequence[Figure], publishers: dict[str, str]) -> bool:
    """Whether two publishers give different numbers, and all together only a few."""
    values: list[float] = []
    for figure in group:
        if not any(_equal(figure.value, value, _SAME_VALUE) for value in values):
            values.append(figure.value)
    if not 1 < len(values) <= _MOST_VALUES or _is_series(group):
        return False
    return any(
        publishers[first.article.id] != publishers[second.article.id]
        and not _equal(first.value, second.value, _tolerance(first, second))
        for position, first in enumerate(group)
        for second in group[position + 1 :]
    )


def _is_series(group: Sequence[Figure]) -> bool:
    """Whether one report alone gives more numbers than there are sides.

    Where no word shows the fact, a report that gives two numbers gives them of two things.
    """
    own: dict[str, set[float]] = {}
    for figure in group:
        own.setdefault(figure.article.id, set()).add(figure.value)
    sides = _SIDES if all(figure.fact for figure in group) else 1
    return any(len(values) > sides for values in own.values())


def _tolerance(first: Figure, second: Figure) -> float:
    return _SAME_ROUNDED if first.rounded or second.rounded else _SAME_VALUE


def _equal(first: float, second: float, tolerance: float) -> bool:
    return abs(first - second) <= tolerance * max(abs(first), abs(second))


def _dispute(group: Sequence[Figure], lang: str) -> Dispute:
    values = {(f.article.id, f.value): f for f in reversed(group)}
    told = sorted(values.values(), key=lambda f: (f.article.order, f.start))
    return Dispute(
        about=_about(group, lang),
        unit=number_words(lang).unit(group[0].unit),
        values=tuple(
            ReportedValue(
                value=figure.printed,
                document=figure.article.id,
                span=Span.cut(figure.article.text, figure.start, figure.end),
            )
            for figure in told
        ),
    )


def _about(group: Sequence[Figure], lang: str) -> str:
    """The words beside the number that show the fact, with the one next to them that reports share.

    Where no word shows the fact, the words that they share.
    """
    own = [figure for figure in group if figure.article.lang == lang] or list(group)
    first = max(own, key=lambda figure: figure.fact is not None)
    text = first.article.text
    counts = _sharing(first, group)
    if not first.fact_words:
        return " ".join(text[start:end] for start, end in sorted(counts)[:_LONGEST_ABOUT])
    start, end = first.fact_words[0]
    near = [
        (-counts[word], distance, min(start, word[0]), max(end, word[1]))
        for word in counts
        if 0 <= (distance := max(word[0] - end, start - word[1])) < _NEAR
    ]
    _, _, low, high = min(near, default=(0, 0, start, end))
    return text[start:end] if low < first.start < high else text[low:high]


def _sharing(first: Figure, group: Sequence[Figure]) -> Counter[tuple[int, int]]:
    """How many other reports have each of the words beside the first, by where it stands."""
    counts: Counter[tuple[int, int]] = Counter()
    for word in first.beside:
        sharing = {f.article.id for f in group if f is not first and _shared((word,), f.beside)}
        if sharing:
            counts[word.start, word.end] = len(sharing)
    return counts
