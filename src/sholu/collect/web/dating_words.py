"""The words of dates and times: CLDR's month names in twelve languages and a table of our own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import tomli

from sholu.collect.web.folded import fold

LANGUAGES = ("kk", "ru", "en", "de", "fr", "tr", "es", "uk", "uz", "ky", "az", "zh")
_CASE_ENDING = 5
_LEAST_STEM = 4
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a date mean; all words are folded.

    Attributes:
        months: a whole word to the number of its month.
        days: words of a day counted back from today ("yesterday" is 1).
        units: words of a length of time.
        ago, before: patterns of "2 hours ago" with the groups `count` and `unit`.
        now: the pattern of "just now".
        updated: the pattern of what announces the time of a change.
        zones: a zone's printed name to its offset or its IANA name.
        shared: names of zones that mean several offsets.
        zone: the pattern of all of them.
    """

    months: Mapping[str, int]
    days: tuple[tuple[re.Pattern[str], int], ...]
    units: Mapping[str, timedelta]
    ago: tuple[re.Pattern[str], ...]
    now: re.Pattern[str]
    updated: re.Pattern[str]
    zones: Mapping[str, timezone | str]
    shared: frozenset[str]
    zone: re.Pattern[str]

    def month(self, word: str) -> int | None:
        """The month a word names, with or without the ending of a case («қарашада»)."""
        if (found := self.months.get(word)) is not None:
            return found
        for length in range(len(word) - 1, max(_LEAST_STEM, len(word) - _CASE_ENDING) - 1, -1):
            if (found := self.months.get(word[:length])) is not None:
                return found
        return None


@cache
def words() -> Words:
    """The tables, read once."""
    table = tomli.loads(files(__package__).joinpath("dating.toml").read_text("utf-8"))
    ago = table["ago"]
    units = {
        fold(word): timedelta(**{f"{unit}s": 1})
        for unit, listed in ago["units"].items()
        for word in listed
    }
    zones: dict[str, timezone | str] = {}
    for offset, listed in table["zones"].items():
        zones |= {fold(name): _fixed(offset) for name in listed}
    for place, listed in table["places"].items():
        zones |= {fold(name): place for name in listed}
    shared = frozenset(map(fold, table["shared"]["names"]))
    return Words(
        months=MappingProxyType(_months(table["months"])),
        days=tuple((_any(listed), int(back)) for back, listed in table["days"].items()),
        units=MappingProxyType(units),
        ago=_ago(ago["words"], ago["one"], units),
        now=_any(ago["now"]),
        updated=_any(table["updated"]["words"]),
        zones=MappingProxyType(zones),
        shared=shared,
        zone=_any([*zones, *sorted(shared)]),
    )


def _months(own: Mapping[str, list[str]]) -> dict[str, int]:
    """Every printed form; one that means different months in two languages is left out."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, language).items():
                    _put(found, name, number)
    for key, names in own.items():
        for name in names:
            _put(found, name, int(key))
    return {name: number for name, number in found.items() if number}


def _put(found: dict[str, int], name: str, number: int) -> None:
    word = fold(name).rstrip(".")
    if not word or any(letter.isdigit() for letter in word):
        return
    for form in (word, word.rstrip("ь")):  # Kyrgyz puts its endings on the stem without «ь»
        found[form] = number if found.get(form, number) == number else 0


def _ago(listed: list[str], one: list[str], units: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    count = rf"(?:(?P<count>\d{{1,3}}|{_one_of(one)})\s?)"
    unit = rf"(?P<unit>{_one_of(units)})\.?"
    ago = _one_of(listed)
    return (
        re.compile(rf"(?<![^\W\d_])(?:{ago})\s(?:\S+\s)?{count}{unit}(?![^\W_])"),
        re.compile(rf"(?<![^\W_]){count}?{unit}\s?(?:{ago})(?![^\W_])"),
    )


def _any(listed: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words, the longest first; Chinese has no space between words."""
    han = [word for word in listed if _HAN.search(word)]
    spaced = [word for word in listed if not _HAN.search(word)]
    whole = rf"(?<![^\W\d_])(?:{_one_of(spaced)})(?![^\W_])"
    return re.compile(f"{whole}|{_one_of(han)}" if han else whole)


def _one_of(listed: Iterable[str]) -> str:
    folded = sorted({fold(word) for word in listed}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, folded))


def _fixed(offset: str) -> timezone:
    found = _OFFSET.fullmatch(offset)
    assert found is not None, offset
    sign = -1 if found[1] == "-" else 1
    return timezone(sign * timedelta(hours=int(found[2]), minutes=int(found[3])))
