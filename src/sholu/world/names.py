"""Where known names stand in running text, in any case form.

A name is kept as the sequence of its words; a printed word matches a word of a name where one of
its base forms does. Hyphens separate words, so that «АҚШ-тың» begins with «АҚШ» and «Ресей-Қытай»
names two states.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

By = Literal["name", "capital", "metonym", "adjective"]
Stems = Callable[[str], tuple[str, ...]]
Spelling = Callable[[str], str]

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽƏЀ-ЯӘҒҚҢӨҰҮҺҲІ"
_INNER = (
    r"(?:[&'’ʼ‘`](?=[^\W_])[^\W_]+|(?<=[A-Z])\.(?=[A-Z](?![a-z]))[^\W_]+|\.(?=[a-z]{2})[a-z]+)*"
)
WORD = re.compile(rf"[^\W_]+{_INNER}")
_CAPITALISED = re.compile(rf"(?<![\w&])[{_UPPER}0-9][^\W_]*{_INNER}")
_ANY_CASE = re.compile(rf"(?<![\w&])[^\W_]+{_INNER}")
_BETWEEN = re.compile(r"[\s\-–‑«»\"“”„]{1,3}")
# An ending behind a word in other letters or an acronym: Reuters'тің, CSISтің.
_FOREIGN = re.compile(r"(?P<base>[A-Za-z0-9.&]{2,})['’ʼ]?[а-яёәғқңөұүһіўҳ]{1,7}$")
_HYPHENED_ENDING = re.compile(r"[-‑][а-яёәғқңөұүһіўҳ]{1,7}(?!\w)")
_TURKISH_ENDING = re.compile(r"['’](?!s\b)[a-zçəğıöşü]{1,6}(?!\w)")
_MOST_CACHED = 200_000
# Letters by which a name waits until a text has a word that begins with them.
_HEAD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place in a text where a known thing is named.

    Attributes:
        start, end: code points of the text, half open.
        id, type: of the entry ("reuters", "outlet").
        words: the exact words, with their case ending.
        by: what of the entry stands there: its name, its capital, a metonym or its adjective.
        length: number of words of the name.
    """

    start: int
    end: int
    id: str
    type: str
    words: str
    by: By = "name"
    length: int = 1


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a name names. `rank` decides where two entries share a name; the lower wins."""

    id: str
    type: str
    by: By
    rank: int


@dataclass(frozen=True, slots=True)
class _Long:
    """A name of several words: those after the second, and whom it names.

    `proper` tells of every word from the second on whether it must be printed with a capital.
    """

    rest: tuple[str, ...]
    target: Target
    proper: tuple[bool, ...]


class NameIndex:
    """Names of one language, ready to be looked for.

    Most names stand in no text, and the base forms of their words cost more than all else: a name
    is kept by the head of its first word until a printed word may be a form of it. A base form
    that begins otherwise than its word does is not looked for ("Люди" is no "человек").

    Args:
        names: every name with whom it names.
        stems: base forms of a printed word, likeliest first (`Pack.stems`).
        spelling: a printed word as it stands in the tables (`Pack.spelling`).
        any_case: also find names that do not begin with a capital (adjectives in a phrase).
    """

    def __init__(
        self,
        names: Iterable[tuple[str, Target]],
        stems: Stems,
        spelling: Spelling = str.lower,
        *,
        any_case: bool = False,
    ) -> None:
        self._stems = stems
        self._spelling = spelling
        self._candidates = _ANY_CASE if any_case else _CAPITALISED
        self._single: dict[str, Target] = {}
        self._long: dict[str, dict[str, list[_Long]]] = {}
        self._starts: dict[str, tuple[str, ...]] = {}
        self._keys_of: dict[str, tuple[str, ...]] = {}
        self._waiting: dict[str, list[tuple[list[str], Target]]] = {}
        for name, target in names:
            if words := WORD.findall(name):
                self._waiting.setdefault(self._head(spelling(words[0])), []).append((words, target))

    def find(self, text: str) -> list[Found]:
        """Every name in the text, longest first, none overlapping, in order."""
        found, reached, starts = [], 0, self._starts
        for match in self._candidates.finditer(text):
            word = match.group()
            keys = starts.get(word)
            if keys is None:
                keys = self._note_start(word)
            if keys and match.start() >= reached:
                hit = self._match(text, match.start(), match.end(), keys)
                if hit:
                    found.append(hit)
                    reached = hit.end
        return found

    def forms(self, word: str) -> tuple[str, ...]:
        """Base forms of a printed word; an ending behind foreign letters is taken off."""
        if foreign := _FOREIGN.match(word):
            word = foreign["base"]
        forms = self._stems(word)
        if len(word) > 4 and word.isupper():
            forms = (*forms, *self._stems(word.capitalize()))
        return forms

    def _head(self, word: str) -> str:
        """The letters by which a name waits, with one spelling of ё; of an acronym small ones."""
        low = self._spelling(word) if word.isupper() else word
        return low[:_HEAD].replace("ё", "е")

    def _await(self, form: str) -> None:
        """Keep the names that `form` may begin."""
        head = self._head(form)
        for words, target in self._waiting.pop(head, ()):
            self._add(words, target, head)

    def _add(self, words: list[str], target: Target, head: str) -> None:
        """Keep one name that begins with `head`."""
        if len(words) == 1:
            for key in self._exact(words[0]):
                self._keep_single(key, target)
            return
        # "The diplomat said" is not The Diplomat: what is a name by its capitals alone needs them.
        by_capitals = target.type in ("outlet", "person")
        proper = tuple(by_capitals and word[0].isupper() for word in words[1:])
        long = _Long(tuple(words[2:]), target, proper)
        # Names of people and of foreign outlets stand in the base form already; other names may
        # hold inflected words.
        fixed = target.type == "person" or (target.type == "outlet" and words[0].isascii())
        keys = self._exact if fixed else self._keys
        for first in keys(words[0]):
            if self._head(first) != head:
                continue
            row = self._long.setdefault(first, {})
            for second in keys(words[1]):
                row.setdefault(second, []).append(long)

    def _keep_single(self, key: str, target: Target) -> None:
        """Of two entries with one name, the one of lower rank keeps it; else the first."""
        held = self._single.get(key)
        if held is None or target.rank < held.rank:
            self._single[key] = target

    def _exact(self, word: str) -> tuple[str, ...]:
        """A word of a name as it must be printed: acronyms by case, others in small letters."""
        if word.isupper() and len(word) > 1:
            return self._stems(word)
        lower = self._spelling(word)
        return (lower, lower.replace("ё", "е")) if "ё" in lower else (lower,)

    def _keys(self, word: str) -> tuple[str, ...]:
        """Under what a word of a name is kept: itself and its likeliest base form."""
        keys = self._keys_of.get(word)
        if keys is None:
            keys = tuple(dict.fromkeys((*self._exact(word), self._stems(word)[0])))
            self._keys_of[word] = keys
        return keys

    def _note_start(self, word: str) -> tuple[str, ...]:
        """Those base forms of the word with which a name begins, remembered."""
        if len(self._starts) >= _MOST_CACHED:
            self._starts.clear()
        forms = self.forms(word)
        for form in forms:
            self._await(form)
        keys = tuple(f for f in dict.fromkeys(forms) if f in self._single or f in self._long)
        self._starts[word] = keys
        return keys

    def _match(self, text: str, start: int, end: int, keys: tuple[str, ...]) -> Found | None:
        """The longest name that begins with the word from `start` to `end`."""
        best = self._match_long(text, end, keys)
        if best is None:
            single = next((self._single[key] for key in keys if key in self._single), None)
            if single is None:
                return None
            best = (end, 1, single)
        stop, length, target = best
        stop = _with_ending(text, stop)
        return Found(
            start=start,
            end=stop,
            id=target.id,
            type=target.type,
            words=text[start:stop],
            by=target.by,
            length=length,
        )

    def _match_long(
        self, text: str, end: int, keys: tuple[str, ...]
    ) -> tuple[int, int, Target] | None:
        """End, number of words and target of the longest name.

        Among names of one length, that of the likelier base form, then that of lower rank.
        """
        rows = [self._long[key] for key in keys if key in self._long]
        if not rows or (second := _next_word(text, end)) is None:
            return None
        best: tuple[int, int, Target] | None = None
        best_order = (0, 0, 0)
        for likelihood, form in enumerate(self.forms(second.group())):
            for row in rows:
                for long in row.get(form, ()):
                    order = (-len(long.rest), likelihood, long.target.rank)
                    if best is not None and best_order <= order:
                        continue
                    if long.proper[0] and not second.group()[0].isupper():
                        continue
                    stop = self._rest_end(text, second.end(), long)
                    if stop is not None:
                        best, best_order = (stop, len(long.rest) + 2, long.target), order
        return best

    def _rest_end(self, text: str, end: int, long: _Long) -> int | None:
        """Where the remaining words of a name end; None where they do not all follow."""
        for word, proper in zip(long.rest, long.proper[1:], strict=True):
            following = _next_word(text, end)
            if following is None or not set(self._keys(word)) & set(self.forms(following.group())):
                return None
            if proper and not following.group()[0].isupper():
                return None
            end = following.end()
        return end


def _next_word(text: str, end: int) -> re.Match[str] | None:
    """The word that follows with nothing but a space, a hyphen or a quotation mark between."""
    between = _BETWEEN.match(text, end)
    return WORD.match(text, between.end()) if between else None


def _with_ending(text: str, end: int) -> int:
    """The end, with a case ending set off by a hyphen or an apostrophe taken in."""
    before = text[end - 1]
    if before.isupper() or before.isdigit() or before.isascii():
        ending = _HYPHENED_ENDING.match(text, end) or _TURKISH_ENDING.match(text, end)
        if ending:
            return ending.end()
    return end


def words_of(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, hyphens separating."""
    return WORD.finditer(text)
