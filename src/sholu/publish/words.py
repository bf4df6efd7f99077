"""The fixed words of a review in one language: `locale/<lang>.toml`, and CLDR for the rest."""

import datetime
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import tomli
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from sholu.language import available, pack
from sholu.language.kk.sounds import Case
from sholu.language.kk.suffixes import attach
from sholu.model import Period, UsageError

# The review's language -> the CLDR locale whose dates, numbers and names it uses.
LANGUAGES = {"kk": "kk", "ru": "ru", "en": "en_GB"}

_SPACES = re.compile("[\u00a0\u202f]")


class Words:
    """Sentences, dates, numbers and names in one language. Made once a process by `words`.

    Attributes:
        lang: "kk", "ru" or "en".
    """

    def __init__(self, lang: str) -> None:
        file = resources.files(__package__) / "locale" / f"{lang}.toml"
        self.lang = lang
        self._table: dict[str, Any] = tomli.loads(file.read_text("utf-8"))
        self._locale = Locale.parse(LANGUAGES[lang])

    def __call__(self, key: str, **values: str) -> str:
        """The sentence under a dotted key, filled in; `KeyError` where there is none."""
        sentence = self._find(key)
        if not isinstance(sentence, str):
            raise KeyError(key)
        return sentence.format_map(values)

    def has(self, key: str) -> bool:
        """Whether a sentence stands under the dotted key."""
        try:
            return isinstance(self._find(key), str)
        except KeyError:
            return False

    def count(self, key: str, number: int, **values: str) -> str:
        """The sentence in the plural form that CLDR gives the number ("{n}")."""
        forms = self._find(key)
        form = forms.get(self._locale.plural_form(number), forms["other"])
        return str(form).format_map({"n": self.number(number), **values})

    def number(self, number: int) -> str:
        """A whole number with the language's digits and grouping."""
        return str(format_decimal(number, locale=self._locale))

    def listing(self, items: Iterable[str]) -> str:
        """Names one after another, as the language strings them together."""
        return str(format_list(list(items), locale=self._locale))

    def language(self, code: str | None) -> str:
        """The name of a language; the code itself where CLDR has none."""
        if code is None or code == "und":
            return self("language-unknown")
        return str(self._locale.languages.get(code, code))

    def country(self, code: str | None) -> str | None:
        """The name of a country; null for invented states (XA to XZ, but for Kosovo's XK)."""
        if code is None or (code.startswith("X") and code != "XK"):
            return None
        if self.has(f"countries.{code}"):
            return self(f"countries.{code}")
        name = self._locale.territories.get(code)
        return str(name) if name else None

    def day(self, iso: str | None) -> str | None:
        """A day in words; as given where it is not a full date."""
        if iso is None:
            return None
        date = _date(iso)
        return self._formatted(date, "long") if date else iso

    def joined_day(self, iso: str, case: Case) -> str:
        """A day in words, in Kazakh in the case that the sentence asks for."""
        day = self.day(iso) or iso
        return attach(day, case) if self.lang == "kk" else day

    def short_day(self, iso: str) -> str:
        """A day without its year, as short as the language has it."""
        date = _date(iso)
        if date is None:
            return iso
        return _SPACES.sub(" ", format_skeleton("MMMd", date, locale=self._locale))

    def period(self, period: Period | None) -> str | None:
        """Days in words: a day, a range, a whole month or year; null where both ends are open."""
        if period is None or (period.start is None and period.end is None):
            return None
        if period.start is None or period.end is None:
            return self._open(period)
        return self._closed(period.start, period.end)

    def quoted(self, text: str) -> str:
        """The text between the outer marks of the review's language."""
        return f"{self('marks.open')}{text}{self('marks.close')}"

    def role(self, printed: str, lang: str | None, *, several: bool = False) -> str | None:
        """An office or trade in this language; null where it is not among those it names.

        `printed` is its English name ("prime minister", "prime-minister") or its name in `lang`, in
        any language where that is not known; there also with an ending. Where `several` hold it,
        only a plural will do.
        """
        name = printed.lower()
        for language in (lang,) if lang is not None else LANGUAGES:
            for form in (name, *stems_of(name, language)):
                key = words(language).role_key(form) if language in LANGUAGES else None
                if key is not None and key.endswith("s") == several:
                    return self(f"roles.{key}")
        english = name.replace("-", " ")
        return self(f"roles.{english}") if self.has(f"roles.{english}") else None

    def role_key(self, name: str) -> str | None:
        """The English name of an office or trade whose name in this language is given."""
        return next((key for key, word in self._table["roles"].items() if word == name), None)

    def statement_of(self, name: str, *, stated: bool) -> str:
        """ "A statement of …", the name in the genitive where the language has one to attach."""
        if not stated:
            return self("quote.unstated")
        owner = attach(name, "genitive") if self.lang == "kk" else name
        return self("quote.label", name=owner)

    def _find(self, key: str) -> Any:
        found: Any = self._table
        for step in key.split("."):
            if not isinstance(found, dict):
                raise KeyError(key)
            found = found[step]
        return found

    def _open(self, period: Period) -> str:
        if period.start is not None:
            return self("period.from", day=self.joined_day(period.start, "ablative"))
        return self("period.until", day=self.joined_day(period.end or "", "dative"))

    def _closed(self, start: str, end: str) -> str:
        first, last = _date(start), _date(end)
        if first is None or last is None:
            return start if start == end else f"{start} – {end}"
        if first == last:
            return self.day(start) or start
        if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
            return self._years(first.year, last.year)
        if (first.year, first.month) == (last.year, last.month):
            return self._within_month(first, last)
        return f"{self.day(start)} – {self.day(end)}"

    def _years(self, first: int, last: int) -> str:
        years = str(first) if first == last else f"{first}–{last}"
        return self("period.year" if first == last else "period.years", year=years)

    def _within_month(self, first: datetime.date, last: datetime.date) -> str:
        if first.day == 1 and (last + datetime.timedelta(days=1)).day == 1:
            return _SPACES.sub(" ", format_skeleton("yMMMM", last, locale=self._locale))
        pattern = self._locale.date_formats["long"].pattern.replace("d", f"'{first.day}–'d")
        return self._formatted(last, pattern)

    def _formatted(self, date: datetime.date, pattern: str) -> str:
        """A date by a CLDR pattern, its spaces plain: releases of CLDR differ in them."""
        return _SPACES.sub(" ", format_date(date, pattern, self._locale))


@cache
def words(lang: str) -> Words:
    """The words of a language; `UsageError` where a review cannot be written in it."""
    if lang not in LANGUAGES:
        known = ", ".join(sorted(LANGUAGES))
        raise UsageError(f"a review cannot be written in {lang!r}; choose one of {known}")
    return Words(lang)


def stems_of(word: str, lang: str | None) -> tuple[str, ...]:
    """The base forms of a word; none where no pack reaches the language."""
    return pack(lang).stems(word) if lang in available() else ()


def _date(iso: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return None
