"""What a theme is called: a few words in a row, taken from one of its statements."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sholu.review.act import Act
from sholu.review.acts import find_acts
from sholu.review.concepts import Place
from sholu.review.vocabulary import Vocabulary, vocabulary

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
_MARK = re.compile(r"[.,;:!?…()\[\]{}«»\"“”„—–\n]|\s[-–—]\s")
_FEWEST, _MOST = 2, 5
# What words cost a label: one that tells nothing, one of another matter, one that tells something.
_IDLE = 0.6
_OTHER = 0.5
_TELLING = 0.05
_BASE_FORM = 0.25


@dataclass(frozen=True, slots=True)
class Label:
    """Words in print: which text they stand in and where."""

    text: int
    start: int
    end: int
    words: str
    score: float


def label(
    texts: Sequence[tuple[int, str, str, Sequence[Place]]],
    telling: Mapping[str, float],
    core: frozenset[str],
) -> Label | None:
    """The best phrase of the texts, or their best word; null where nothing names the core.

    Args:
        texts: number, text, language and the concepts in it.
        telling: how much each concept tells of the theme.
        core: concepts of which a label names one at least.
    """
    best: Label | None = None
    for number, text, lang, places in texts:
        for found in _phrases(number, text, lang, places, telling, core):
            if best is None or (found.score, -len(found.words)) > (best.score, -len(best.words)):
                best = found
    return best or _word(texts, telling, core)


def _word(
    texts: Sequence[tuple[int, str, str, Sequence[Place]]],
    telling: Mapping[str, float],
    core: frozenset[str],
) -> Label | None:
    """The first word that names the most telling concept of the core."""
    named = [
        (-telling.get(place.concept, 0.0), order, place.start, place.end)
        for order, (_, _, _, places) in enumerate(texts)
        for place in places
        if place.concept in core
    ]
    if not named:
        return None
    score, order, start, end = min(named)
    number, text = texts[order][:2]
    return Label(number, start, end, text[start:end], -score)


def _phrases(
    number: int,
    text: str,
    lang: str,
    places: Sequence[Place],
    telling: Mapping[str, float],
    core: frozenset[str],
) -> list[Label]:
    """Every run of two words or more that begins and ends with a word of content."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    acts = [act for act in find_acts(text, lang) if not act.noun]
    found = []
    for first in range(len(words)):
        for last in range(first + _FEWEST - 1, min(len(words), first + _MOST)):
            start, end = words[first][0], words[last][1]
            if _MARK.search(text, start, end):
                break
            inside = {p.concept for p in places if start <= p.start and p.end <= end}
            if not inside & core:
                continue
            score = _score(text, lang, words[first : last + 1], places, acts, telling)
            if score is not None:
                found.append(Label(number, start, end, text[start:end], score))
    return found


def _score(
    text: str,
    lang: str,
    words: Sequence[tuple[int, int]],
    places: Sequence[Place],
    acts: Sequence[Act],
    telling: Mapping[str, float],
) -> float | None:
    """How well the run names the theme; null where it is no phrase."""
    start, end = words[0][0], words[-1][1]
    known = vocabulary(lang)
    if known.is_stop(text[slice(*words[0])]) or known.is_stop(text[slice(*words[-1])]):
        return None
    if any(act.start < end and start < act.end and act.form != "open" for act in acts):
        return None
    if _begins_anew(text, words, known, places):
        return None
    inside = {place.concept for place in places if start <= place.start and place.end <= end}
    told = sum(telling.get(concept, 0.0) for concept in sorted(inside))
    if told <= 0:
        return None
    cost = sum(_cost(text, word, known, places, telling) for word in words)
    final = text[slice(*words[-1])].lower()
    if final.endswith(tuple(known.table.get("unfinished", ()))):
        return None
    base = _BASE_FORM if known.stems(final)[0] == final else 0.0
    return told + base * told - cost * max(telling.values())


def _begins_anew(
    text: str, words: Sequence[tuple[int, int]], known: Vocabulary, places: Sequence[Place]
) -> bool:
    """Whether an article inside the run begins another noun phrase ("the sea a calmer place").

    Behind a verb or a preposition it does not.
    """
    articles = known.table.get("forms", {}).get("determiners", ())
    verbs = {place.start for place in places if place.concept.startswith("!")}
    return any(
        text[slice(*word)].lower() in articles
        and before[0] not in verbs
        and not known.is_stop(text[slice(*before)])
        for before, word in pairwise(words)
    )


def _cost(
    text: str,
    word: tuple[int, int],
    known: Vocabulary,
    places: Sequence[Place],
    telling: Mapping[str, float],
) -> float:
    """What one word of a phrase takes from its score, in shares of the most telling concept."""
    start, end = word
    if known.is_stop(text[start:end]):
        return _IDLE
    most = max(telling.values())
    here = [telling.get(p.concept, 0.0) for p in places if p.start < end and start < p.end]
    return _TELLING if here and max(here) > 0.2 * most else _OTHER
