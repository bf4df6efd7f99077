"""Patterns of words, written in the tables of a language pack and matched on tokens.

A pattern is a line of elements set apart by spaces:

    week            the word itself
    week|month      either word
    week*           any word that begins so
    week~           the word with any ending of the table's `endings`
    {unit}          a word of the slot `unit`; its value is kept under that name
    {day:last}      the same, kept under the name "last"
    ...             up to three words of any kind
    element?        the element may be absent

Marks are elements like words ("–", ","). A slot is a table of words to values, a test on a token
that is no word, or both.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sholu.read.page import WORD, Token

Test: TypeAlias = Callable[[Token], object]
Slot: TypeAlias = tuple[Mapping[str, object], Test | None]

LONGEST_GAP = 3
_HEAD = 3
"""Letters of a word by which patterns that begin with an open word are looked up."""


@dataclass(slots=True)
class Element:
    """One place of a pattern; `value` gives what stands there, null where it does not fit."""

    exact: Mapping[str, object] = field(default_factory=dict)
    prefixes: tuple[str, ...] = ()
    test: Test | None = None
    name: str = ""
    optional: bool = False
    gap: bool = False

    def value(self, token: Token) -> object:
        """The value of a token in this place; null where it does not fit."""
        found = self.exact.get(token.low)
        if found is not None:
            return found
        if self.prefixes and token.kind == WORD and token.low.startswith(self.prefixes):
            return token.low
        return self.test(token) if self.test is not None else None


@dataclass(slots=True)
class Pattern:
    """A compiled pattern and the entry it stands for.

    Attributes:
        second: the words of its second place, where it must be one of them: most patterns that
            begin with a common word fail there, and are not tried further.
        straight: every element stands for one word, so that it is matched word by word.
    """

    elements: tuple[Element, ...]
    entry: Any
    second: Mapping[str, object] | None = field(init=False)
    straight: bool = field(init=False)

    def __post_init__(self) -> None:
        first, *others = self.elements
        must = bool(others) and not (first.optional or first.gap or _is_open(others[0]))
        self.second = others[0].exact if must else None
        self.straight = not any(element.optional or element.gap for element in self.elements)


@dataclass(slots=True)
class Match:
    """Where a pattern was found: tokens `first` to `end` (half open), with its slots' values."""

    first: int
    end: int
    entry: Any
    values: dict[str, object]


class Patterns:
    """Many patterns, looked up by the word they begin with.

    Args:
        entries: (pattern, entry) pairs; of several that match at a place the longest is taken,
            of equally long ones the first given.
        slots: the tables and tests that patterns name.
        endings: what `~` stands for; the bare word always among them.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Any]],
        slots: Mapping[str, Slot] | None = None,
        endings: Sequence[str] = (),
    ) -> None:
        self._exact: dict[str, list[Pattern]] = {}
        self._open: dict[str, list[Pattern]] = {}
        self._tests: list[tuple[Test, Pattern]] = []
        for line, entry in entries:
            elements = tuple(_element(word, slots or {}, ("", *endings)) for word in line.split())
            self._file(Pattern(elements, entry))

    def beginnings(self, tokens: Sequence[Token]) -> list[int]:
        """The tokens at which a pattern may begin, by their first word alone."""
        exact, open_, tests = self._exact, self._open, bool(self._tests)
        return [
            at
            for at, token in enumerate(tokens)
            if token.low in exact or (token.low[:_HEAD] in open_ if token.kind == WORD else tests)
        ]

    def at(self, tokens: Sequence[Token], first: int, stop: int | None = None) -> Match | None:
        """The longest pattern that begins at token `first`; one that ends at `stop`, if given."""
        best: Match | None = None
        for match in self.matches(tokens, first):
            if stop is not None and match.end != stop:
                continue
            if best is None or match.end > best.end:
                best = match
        return best

    def longest_first(self, tokens: Sequence[Token], first: int) -> list[Match]:
        """Every pattern that begins at token `first`, equally long ones in the order given."""
        return sorted(self.matches(tokens, first), key=lambda match: -match.end)

    def matches(self, tokens: Sequence[Token], first: int) -> list[Match]:
        """Every pattern that begins at token `first`, in the order in which they were given."""
        token = tokens[first]
        candidates = self._exact.get(token.low, _NONE)
        if token.kind == WORD:
            if more := self._open.get(token.low[:_HEAD]):
                candidates = [*candidates, *more]
        elif self._tests:
            tested = [pattern for test, pattern in self._tests if test(token) is not None]
            candidates = [*candidates, *tested]
        if not candidates:
            return _NO_MATCH
        found = []
        following = tokens[first + 1].low if first + 1 < len(tokens) else None
        for pattern in candidates:
            if pattern.second is not None and following not in pattern.second:
                continue
            values: dict[str, object] = {}
            if pattern.straight:
                end = _match_straight(tokens, first, pattern.elements, values)
            else:
                end = _match(tokens, first, pattern.elements, 0, values)
            if end is not None:
                found.append(Match(first, end, pattern.entry, values))
        return found

    def _file(self, pattern: Pattern) -> None:
        """File a pattern under every word it may begin with."""
        for element in pattern.elements:
            for word in element.exact:
                _add(self._exact, word, pattern)
            for prefix in element.prefixes:
                if len(prefix) < _HEAD:
                    raise ValueError(f"too short to begin a pattern: {prefix}*")
                _add(self._open, prefix[:_HEAD], pattern)
            if element.test is not None:
                self._tests.append((element.test, pattern))
            if not element.optional:
                return


def _is_open(element: Element) -> bool:
    """Whether more than listed words may stand in the place, or nothing."""
    return element.optional or element.gap or bool(element.prefixes) or element.test is not None


_NONE: list[Pattern] = []
_NO_MATCH: list[Match] = []


def _add(table: dict[str, list[Pattern]], key: str, pattern: Pattern) -> None:
    patterns = table.setdefault(key, [])
    # A pattern is filed under all its words before the next one is.
    if not patterns or patterns[-1] is not pattern:
        patterns.append(pattern)


def _match_straight(
    tokens: Sequence[Token],
    at: int,
    elements: tuple[Element, ...],
    values: dict[str, object],
) -> int | None:
    """The same as `_match` where no element is optional and none a gap."""
    end = at + len(elements)
    if end > len(tokens):
        return None
    for element, token in zip(elements, tokens[at:end], strict=True):
        value = element.exact.get(token.low)
        if value is None:
            if not element.prefixes and element.test is None:
                return None
            value = element.value(token)
            if value is None:
                return None
        if element.name:
            values.setdefault(element.name, value)
    return end


def _match(
    tokens: Sequence[Token],
    at: int,
    elements: tuple[Element, ...],
    place: int,
    values: dict[str, object],
) -> int | None:
    """Index behind the last token of the match of `elements[place:]` at `at`."""
    if place == len(elements):
        return at
    element = elements[place]
    if element.gap:
        return _match_gap(tokens, at, elements, place, values)
    if at < len(tokens):
        value = element.value(tokens[at])
        if value is not None:
            end = _match(tokens, at + 1, elements, place + 1, values)
            if end is not None:
                if element.name:
                    values.setdefault(element.name, value)
                return end
    if element.optional:
        return _match(tokens, at, elements, place + 1, values)
    return None


def _match_gap(
    tokens: Sequence[Token],
    at: int,
    elements: tuple[Element, ...],
    place: int,
    values: dict[str, object],
) -> int | None:
    for skipped in range(LONGEST_GAP + 1):
        end = _match(tokens, at + skipped, elements, place + 1, values)
        if end is not None:
            return end
        if at + skipped >= len(tokens) or tokens[at + skipped].kind != WORD:
            return None
    return None


def _element(word: str, slots: Mapping[str, Slot], endings: Sequence[str]) -> Element:
    if word == "...":
        return Element(gap=True)
    optional = len(word) > 1 and word.endswith("?")
    if optional:
        word = word[:-1]
    if word.startswith("{"):
        slot, _, name = word[1:-1].partition(":")
        table, test = slots[slot]
        return Element(
            exact=expand(table, endings), test=test, name=name or slot, optional=optional
        )
    choices = word.split("|") if word != "|" else [word]
    prefixes = tuple(choice[:-1] for choice in choices if len(choice) > 1 and choice[-1] == "*")
    exact = {choice: choice for choice in choices if not (len(choice) > 1 and choice[-1] == "*")}
    return Element(exact=expand(exact, endings), prefixes=prefixes, optional=optional)


def expand(table: Mapping[str, object], endings: Sequence[str]) -> dict[str, object]:
    """A table of words with every `word~` written out with each ending."""
    full: dict[str, object] = {}
    for word, value in table.items():
        if word.endswith("~"):
            for ending in endings:
                full.setdefault(word[:-1] + ending, value)
        else:
            full.setdefault(word, value)
    return full
