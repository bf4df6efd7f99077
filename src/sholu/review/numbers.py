"""Amounts in a text: a number with its scale and unit, and the fact it tells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from sholu.language import available, pack

_NUMBER = re.compile(
    r"(?<![\w.,–-])(?P<sign>[$€£¥₽₸]|US\$)?[ \u00a0]?"
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,]*\d|\d)"
)
_NEXT = re.compile(r"[\s\u00a0-]?(?P<word>[^\W\d_]+|%)\.?")
_WORD = re.compile(r"[^\W\d_]+")
Meaning = TypeVar("Meaning")
# Numbers that are years ("2025 жылы") and not a count of them.
_FIRST_YEAR, _LAST_YEAR = 1500, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as printed; offsets count code points of the text it was found in, half open.

    Attributes:
        value: with its scale ("3,2 млрд" is 3.2e9).
        unit: of `numbers.toml`; null where none is printed.
        scale: 1 where no word of scale is printed.
        printed: the number with its scale, without the unit.
        rounded: words before it say that it is not exact.
    """

    start: int
    end: int
    value: float
    unit: str | None
    scale: float
    printed: str
    rounded: bool


class NumberWords:
    """The `numbers.toml` of one pack; made once a process by `number_words`."""

    def __init__(self, lang: str) -> None:
        self._pack = pack(lang) if lang in available() else None
        table: Mapping[str, Any] = self._pack.table("numbers") if self._pack else {}
        self._decimal: str = table.get("decimal", ".")
        self._about = frozenset(table.get("about", ()))
        self._against = frozenset(table.get("against", ()))
        self._names: Mapping[str, list[str]] = table.get("units", {})
        self._units = _inverted(self._names)
        self._scales = {w: float(s) for w, s in _inverted(table.get("scales", {})).items()}
        self._facts: dict[str, list[str]] = {}
        for fact, words in table.get("facts", {}).items():
            for word in words:
                self._facts.setdefault(word, []).append(fact)

    def unit(self, unit: str) -> str:
        """What a unit is called; itself where the language has no word for it."""
        return next(iter(self._names.get(unit, ())), unit)

    def amounts(self, text: str) -> list[Amount]:
        """Numbers with a unit, in order.

        One without takes that of the one before it in the text where both have the same word of
        scale ("3.2 billion dollars, not 2.8 billion") or a word sets it against that one
        ("25 years rather than the 49").
        """
        found: list[Amount] = []
        for match in _NUMBER.finditer(text):
            amount = self._amount(text, match)
            if amount is None:
                continue
            if amount.unit is None and found and self._follows(text, found[-1], amount):
                amount = replace(amount, unit=found[-1].unit)
            if amount.unit is not None and not _is_year(amount):
                found.append(amount)
        return found

    def facts(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Words that show which fact is told: where they begin and end, and each it may be."""
        for match in _WORD.finditer(text):
            stems = dict.fromkeys(self._stems(match.group()))
            facts = [fact for stem in stems for fact in self._facts.get(stem, ())]
            for fact in dict.fromkeys(facts):
                yield match.start(), match.end(), fact

    def is_of_number(self, word: str) -> bool:
        """Whether the word is a scale or a unit."""
        return any(stem in self._units or stem in self._scales for stem in self._stems(word))

    def _follows(self, text: str, before: Amount, amount: Amount) -> bool:
        """Whether the number is one more of the amount before it."""
        if amount.scale != before.scale:
            return False
        between = text[before.end : amount.start].lower()
        return amount.scale > 1 or not self._against.isdisjoint(_WORD.findall(between))

    def _amount(self, text: str, match: re.Match[str]) -> Amount | None:
        number = self._value(match["number"])
        if number is None:
            return None
        scale, end = self._next(text, match.end(), self._scales)
        unit, stop = self._next(text, end, self._units)
        if unit is None and match["sign"]:
            unit = self._units.get(match["sign"].lower())
        start = match.start("sign") if match["sign"] else match.start("number")
        return Amount(
            start=start,
            end=stop,
            value=number * (scale or 1.0),
            unit=unit,
            scale=scale or 1.0,
            printed=text[match.start("number") : end],
            rounded=self._is_rounded(text, start),
        )

    def _value(self, printed: str) -> float | None:
        """The number by the language's signs; null for dates and the like."""
        digits = re.sub(r"\s", "", printed)
        grouped = re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", digits)
        if grouped and grouped[1] != self._decimal:
            return float(digits.replace(grouped[1], ""))
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+", digits) and self._decimal == ".":
            return float(digits.replace(",", ""))
        if re.fullmatch(r"\d+(?:[.,]\d+)?", digits):
            return float(digits.replace(",", "."))
        return None

    def _next(
        self, text: str, start: int, meanings: Mapping[str, Meaning]
    ) -> tuple[Meaning | None, int]:
        """What the next word means, and its end; null and `start` where it is none of them."""
        match = _NEXT.match(text, start)
        if match is None:
            return None, start
        for stem in self._stems(match["word"]):
            if stem in meanings:
                return meanings[stem], match.end("word")
        return None, start

    def _is_rounded(self, text: str, start: int) -> bool:
        words = _WORD.findall(text[max(0, start - 30) : start])
        return any(word.lower() in self._about for word in words[-2:])

    def _stems(self, word: str) -> tuple[str, ...]:
        if self._pack is None:
            return ()
        return (word.lower(), *(stem.lower() for stem in self._pack.stems(word)))


@cache
def number_words(lang: str) -> NumberWords:
    """The words of a language; without any where no pack has them."""
    return NumberWords(lang)


def _inverted(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Word -> what it stands for, the first where several do."""
    inverted: dict[str, str] = {}
    for meaning, words in table.items():
        for word in words:
            inverted.setdefault(word, meaning)
    return inverted


def _is_year(amount: Amount) -> bool:
    is_count = amount.unit != "years" or amount.scale != 1
    return not is_count and _FIRST_YEAR <= amount.value <= _LAST_YEAR
