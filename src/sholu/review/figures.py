"""Numbers of a document with the words beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.review.article import Article
from sholu.review.numbers import Amount, NumberWords, number_words
from sholu.review.sentences import sentences
from sholu.review.vocabulary import Word, vocabulary

Words = tuple[Word, ...]
_MONEY = frozenset(("USD", "EUR", "GBP", "RUB", "KZT", "CNY", "JPY"))
TIME = frozenset(("minutes", "hours", "days", "months", "years"))
PEOPLE = frozenset(("people",))
# In which units each fact of `numbers.toml` is told.
_UNITS = {
    "cost": _MONEY, "debt": _MONEY, "investment": _MONEY, "turnover": _MONEY, "fine": _MONEY,
    "damage": _MONEY, "lease": TIME, "wait": TIME, "killed": PEOPLE, "injured": PEOPLE,
    "arrested": PEOPLE, "gathered": PEOPLE, "vote": frozenset(("percent",)),
    "length": frozenset(("km", "m")), "area": frozenset(("ha", "km")), "cargo": frozenset(("t",)),
}  # fmt: skip
_BESIDE = 60
_SIDE_BY_SIDE = 60
_ALIKE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount in its article; offsets count code points of the article's text.

    Attributes:
        fact: which fact a word of the sentence shows it to be, `fact_words` where it stands.
        beside: words of content near the number, `around`: those of its paragraph.
    """

    article: Article
    start: int
    end: int
    value: float
    unit: str
    printed: str
    rounded: bool
    fact: str | None
    fact_words: tuple[tuple[int, int], ...]
    beside: Words
    around: Words


def find_figures(article: Article) -> list[Figure]:
    """The amounts of an article with a unit, in order."""
    lang = article.lang
    if lang is None:
        return []
    words = number_words(lang)
    figures = []
    for start, end in sentences(article.text):
        text = article.text[start:end]
        for amount in words.amounts(text):
            figures.append(_figure(article, start, end, amount, words))
    return [_of_neighbour(figures, position) for position in range(len(figures))]


def _of_neighbour(figures: Sequence[Figure], position: int) -> Figure:
    """The figure, with the fact of the next one where it tells none and the two stand side by side
    ("Olmera speaks of $3 billion. According to Lazmir it will cost $2 billion.")."""
    figure = figures[position]
    if figure.fact is not None or position + 1 == len(figures):
        return figure
    following = figures[position + 1]
    between = figure.article.text[figure.end : following.start]
    alike = following.unit == figure.unit and following.value < _ALIKE * figure.value
    alike = alike and figure.value < _ALIKE * following.value
    if not alike or len(between) > _SIDE_BY_SIDE or "\n" in between:
        return figure
    return replace(figure, fact=following.fact)


def _figure(article: Article, start: int, end: int, amount: Amount, words: NumberWords) -> Figure:
    fact, where = _fact(article.text[start:end], amount, words)
    first, last = start + amount.start, start + amount.end
    beside = max(start, first - _BESIDE), min(end, last + _BESIDE)
    skip = (first, last)
    return Figure(
        article=article,
        start=first,
        end=last,
        value=amount.value,
        unit=amount.unit or "",
        printed=amount.printed,
        rounded=amount.rounded,
        fact=fact,
        fact_words=tuple((start + a, start + b) for a, b in where),
        beside=_words(article, *beside, skip, words),
        around=_words(article, *_paragraph(article.text, first), skip, words),
    )


def _fact(
    text: str, amount: Amount, words: NumberWords
) -> tuple[str | None, list[tuple[int, int]]]:
    """The fact whose word stands nearest to the number, among those told in its unit."""
    near = [
        (min(abs(start - amount.end), abs(amount.start - end)), start, end, fact)
        for start, end, fact in words.facts(text)
        if amount.unit in _UNITS.get(fact, ())
    ]
    if not near:
        return None, []
    _, start, end, fact = min(near)
    return fact, [(start, end)]


def _paragraph(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def _words(
    article: Article, start: int, end: int, skip: tuple[int, int], words: NumberWords
) -> Words:
    """Words of content from `start` to `end`, without the amount and other scales and units."""
    text = article.text[start:end]
    return tuple(
        replace(word, start=word.start + start, end=word.end + start)
        for word in _content(article.lang or "", text)
        if not (skip[0] <= word.start + start < skip[1])
        and not words.is_of_number(text[word.start : word.end])
    )


def _content(lang: str, text: str) -> Sequence[Word]:
    return vocabulary(lang).words(text)
