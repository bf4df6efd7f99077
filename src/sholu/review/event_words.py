"""The words of one language that show what kind of event is told of, and what came of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sholu.language import available, pack

_NO_KIND = "none"
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
# A negation stands among this many words before the verb ("has not yet been signed").
_NEGATED_WITHIN = 4
# Words looked at before a place's name: "in the city of …".
_BEFORE_PLACE = re.compile(r"([^\W\d_]+)\s+(?:the\s+)?[«\"“]?$")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found in a text: what they show, and their code points, half open."""

    what: str
    start: int
    end: int


class EventWords:
    """The `events.toml` of one pack; made once a process by `event_words`."""

    def __init__(self, lang: str) -> None:
        self._pack = pack(lang) if lang in available() else None
        table: Mapping[str, Any] = self._pack.table("events") if self._pack else {}
        self._names: Mapping[str, list[str]] = table.get("kinds", {})
        self._possessed: Mapping[str, str] = table.get("possessed", {})
        self.titles: Mapping[str, str] = table.get("title", {})
        outcome: Mapping[str, list[str]] = table.get("outcome", {})
        self._done = _alternatives(outcome.get("done", []))
        self._not_behind = frozenset(outcome.get("not_behind", ()))
        self._not_before = frozenset(outcome.get("not_before", ()))
        self._negations = frozenset(outcome.get("negations", ()))
        self._objects = frozenset(outcome.get("objects", ()))
        place: Mapping[str, list[str]] = table.get("place", {})
        self._before_place = frozenset(place.get("before", ()))
        self._place_endings = tuple(place.get("endings", ()))
        self._phrases = _by_first_word(self._names)

    def name(self, kind: str) -> str:
        """What the kind is called; the kind itself where the language has no word for it."""
        return next(iter(self._names.get(kind, ())), kind)

    def possessed(self, kind: str) -> str:
        """What the kind is called behind its owner."""
        return self._possessed.get(kind, self.name(kind))

    def kinds(self, text: str) -> list[Hit]:
        """Words that show a kind of event, the longest where several begin at one word.

        Longer phrases that show none ("press conference") hide the shorter ones in them.
        """
        words = [(m.start(), m.end(), self._stems(m.group())) for m in _WORD.finditer(text)]
        hits: list[Hit] = []
        reached = 0
        for position, (start, _, _) in enumerate(words):
            if start < reached:
                continue
            hit = self._longest(words, position)
            if hit is not None:
                hits.append(hit)
                reached = hit.end
        return [hit for hit in hits if hit.what != _NO_KIND]

    def outcomes(self, text: str) -> list[Hit]:
        """Words that say it was signed or adopted, where the text also names what was."""
        hits = [hit for hit in self._said_done(text) if not self._is_undone(text, hit)]
        return hits if hits and self._names_object(text) else []

    def is_place(self, text: str, start: int, end: int) -> bool:
        """Whether the name from `start` to `end` is told as where something happens."""
        if self._place_endings:
            return text[start:end].endswith(self._place_endings)
        before = _BEFORE_PLACE.search(text, max(0, start - 20), start)
        return before is not None and before[1].lower() in self._before_place

    def _longest(self, words: list[tuple[int, int, frozenset[str]]], position: int) -> Hit | None:
        best: tuple[int, str] | None = None
        for stem in words[position][2]:
            for phrase, kind in self._phrases.get(stem, ()):
                length = len(phrase)
                if (best is None or length > best[0]) and _follows(phrase, words, position):
                    best = (length, kind)
        if best is None:
            return None
        return Hit(best[1], words[position][0], words[position + best[0] - 1][1])

    def _said_done(self, text: str) -> Iterator[Hit]:
        if self._done is not None:
            for match in self._done.finditer(text):
                yield Hit("outcome", match.start(), match.end())

    def _is_undone(self, text: str, hit: Hit) -> bool:
        """Whether a word close before, or the one behind, makes it something not done."""
        behind = _WORD.search(text, hit.end)
        if behind is not None and behind.group().lower() in self._not_before:
            return True
        before = [word.lower() for word in _WORD.findall(text[max(0, hit.start - 30) : hit.start])]
        near = self._negations.intersection(before[-_NEGATED_WITHIN:])
        return bool(near) or (bool(before) and before[-1] in self._not_behind)

    def _names_object(self, text: str) -> bool:
        return any(
            not self._objects.isdisjoint(self._stems(match.group()))
            for match in _WORD.finditer(text)
        )

    def _stems(self, word: str) -> frozenset[str]:
        return frozenset(self._pack.stems(word)) | {word.lower()} if self._pack else frozenset()


@cache
def event_words(lang: str) -> EventWords:
    """The words of a language; without any where no pack has them."""
    return EventWords(lang)


def _alternatives(phrases: list[str]) -> re.Pattern[str] | None:
    """Any of the phrases as whole words."""
    if not phrases:
        return None
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)


def _by_first_word(names: Mapping[str, list[str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> the phrases that begin with it, each with its kind."""
    rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in names.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            rows.setdefault(words[0], []).append((words, kind))
    return rows


def _follows(
    phrase: tuple[str, ...], words: list[tuple[int, int, frozenset[str]]], position: int
) -> bool:
    """Whether the words from `position` on are those of the phrase, in any form."""
    printed = words[position : position + len(phrase)]
    return len(printed) == len(phrase) and all(
        word in stems for word, (_, _, stems) in zip(phrase, printed, strict=True)
    )
