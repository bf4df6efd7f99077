"""Acts that a text tells of, and in what form: done, not done, to come, never to come.

Verbs and nouns of doing stand in `[acts]` of a pack's `review.toml`, under one key for all
languages; what their endings and the words around them say of time and denial stands in
`[forms]`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sholu.language import available
from sholu.review.act import CONTRARY, FRAME, SUPPORT, Act, Finder, tokens_of
from sholu.review.acts_by_endings import ByEndings
from sholu.review.acts_by_words import ByForms, ByWords
from sholu.review.vocabulary import vocabulary

_STYLES: dict[str, type[Finder]] = {"endings": ByEndings, "words": ByWords, "inflected": ByForms}
# How far from a noun of doing the verb of making may stand, in code points.
_FARTHEST_SUPPORT = 60


def find_acts(text: str, lang: str | None) -> tuple[Act, ...]:
    """The acts of a sentence in order; nothing in a language without a pack."""
    finder = _finder(lang) if lang in available() and lang is not None else None
    if finder is None:
        return ()
    found = list(finder.find(tokens_of(text)))
    return tuple(act for act in _supported(found) if act.key != SUPPORT)


def is_contrary(act: Act) -> bool:
    """Whether the act makes others come to nothing ("cancelled", «отложен»)."""
    return act.key == CONTRARY


def is_frame(act: Act) -> bool:
    """Whether the act only says that another one is planned, awaited or promised."""
    return act.key == FRAME


def _supported(acts: Sequence[Act]) -> Iterator[Act]:
    """Nouns of doing take the form of the nearest verb of making near them."""
    for act in acts:
        carrier = _carrier(act, acts) if act.noun else None
        if carrier is None:
            yield act
        else:
            yield replace(act, form=carrier.form, so_far=carrier.so_far)


def _carrier(noun: Act, acts: Sequence[Act]) -> Act | None:
    """The nearest verb of making; the earlier of two as near."""
    near = [
        (max(act.start - noun.end, noun.start - act.end), act.start, act)
        for act in acts
        if act.key == SUPPORT and abs(act.start - noun.start) <= _FARTHEST_SUPPORT
    ]
    return min(near, key=lambda item: item[:2])[2] if near else None


@cache
def _finder(lang: str) -> Finder | None:
    """What finds the acts of a language; null where its pack has no words of doing."""
    words = vocabulary(lang)
    style = words.table.get("forms", {}).get("style")
    return _STYLES[style](words) if style else None
