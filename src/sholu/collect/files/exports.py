"""Rows that other services export, as the records of "Documents in".

GDELT DOC 2.0 (url, title, seendate, domain, language, sourcecountry), news APIs (publishedAt,
source.name, content) and Event Registry (body, dateTimePub, source.uri, lang "eng").
"""

import re
from collections.abc import Mapping
from functools import cache

_TEXTS = ("body", "content", "full_text", "fulltext", "articleBody", "maintext")
_ADDRESSES = ("url", "link", "uri", "url_mobile")
_MOMENTS = ("publishedAt", "published_at", "dateTimePub", "dateTime", "pubDate", "date_published")
_OUTLETS = ("domain", "sourceName", "source_name", "publisher")
_LANGUAGES = ("language", "lang")
_COUNTRIES = ("sourcecountry", "sourceCountry", "country")
# How news APIs end the opening that they give in place of a text.
_CUT_OFF = re.compile(r"\[\+\d+ chars\]\s*$|(?:…|\.\.\.)\s*$")


def understood(row: Mapping[str, object]) -> Mapping[str, object]:
    """A row with a text of its own stays as it is; another gets the fields that its names mean.

    A day on which a service saw an article (GDELT's seendate) is not its day of publication, and a
    description or an opening that is cut off is not its text.
    """
    if isinstance(row.get("text"), str) or address_of(row) is None:
        return row
    text = next((value for name in _TEXTS if (value := _string(row, name))), None)
    return {
        **{name: row.get(name) for name in ("id", "title") if isinstance(row.get(name), str)},
        "text": text if text and not _CUT_OFF.search(text) else None,
        "url": address_of(row),
        "outlet": _outlet(row),
        "published": published_of(row),
        "lang": lang_of(row),
        "country": country_of(row),
    }


def why_no_text(row: Mapping[str, object]) -> str | None:
    """In words, where a row names an article that has to be fetched; null for other rows."""
    address = address_of(row)
    if address is None or _string(understood(row), "text"):
        return None
    carries = any(_string(row, name) for name in _TEXTS)
    what = "has only the opening of its text" if carries else "names an article without its text"
    return f"{what}: fetch it with `sholu collect {address}`"


def address_of(row: Mapping[str, object]) -> str | None:
    """The http or https address of the row's article."""
    written = (_string(row, name) or "" for name in _ADDRESSES)
    return next((found for found in written if re.match(r"https?://", found, re.I)), None)


def published_of(row: Mapping[str, object]) -> str | None:
    """The moment of publication in ISO 8601; null where it is not told or cannot be read."""
    own = _string(row, "published")
    for words in filter(None, [own, *(_string(row, name) for name in _MOMENTS)]):
        from sholu.collect.web.dating import published  # reads month names of twelve languages

        if found := published(words, zone=None, seen=None):
            return found
    return None


def lang_of(row: Mapping[str, object]) -> str | None:
    """ISO 639-1 of a language given by its code ("eng", "kk-KZ") or its English name."""
    stated = next((value for name in _LANGUAGES if (value := _string(row, name))), "")
    code = re.split("[-_]", stated)[0].lower()
    return code if len(code) == 2 else _languages().get(code)


def country_of(row: Mapping[str, object]) -> str | None:
    """ISO 3166-1 alpha-2 of a country given by its code or its English name."""
    stated = next((value for name in _COUNTRIES if (value := _string(row, name))), "")
    return stated.upper() if len(stated) == 2 else _countries().get(stated.lower())


def _outlet(row: Mapping[str, object]) -> str | None:
    source = row.get("source")
    named = (
        [_string(source, name) for name in ("name", "title", "uri", "id")]
        if isinstance(source, dict)
        else [_string(row, "source")]
    )
    own = [_string(row, "outlet"), *named, *(_string(row, name) for name in _OUTLETS)]
    return next(filter(None, own), None)


def _string(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    return value.strip() or None if isinstance(value, str) else None


@cache
def _languages() -> Mapping[str, str]:
    """Three letters of ISO 639-2, and English names, to two letters."""
    from babel import Locale
    from babel.core import get_global

    codes = {old: new for old, new in get_global("language_aliases").items() if len(new) == 2}
    names = Locale("en").languages.items()
    return codes | {name.lower(): code for code, name in names if len(code) == 2}


@cache
def _countries() -> Mapping[str, str]:
    from babel import Locale

    names = Locale("en").territories.items()
    codes = {name.lower(): code for code, name in names if re.fullmatch("[A-Z]{2}", code)}
    return codes | {"turkey": "TR", "czech republic": "CZ", "burma": "MM"}
