"""The title of an event in each language of a review."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from sholu.language.kk.suffixes import attach
from sholu.model import Period, Voice
from sholu.review.article import Article, title_of
from sholu.review.event_kind import is_visit
from sholu.review.event_words import event_words

_LOCALES = {"en": "en_GB", "kk": "kk", "ru": "ru"}


def titles(
    given: str | None,
    *,
    kind: str | None,
    period: Period | None,
    place: Mapping[str, str],
    participants: Sequence[Voice],
    host: str | None,
    articles: Sequence[Article],
) -> dict[str, str]:
    """Language -> title: the user's, else one put together, else the commonest of the articles.

    Args:
        place: its name by language; `host` is the state it lies in.
        articles: by date.
    """
    if given:
        return dict.fromkeys(_LOCALES, given)
    if kind is None or not (place or participants):
        return _commonest(articles)
    guest = next((voice for voice in participants if voice.country != host), None)
    return {
        lang: _composed(lang, kind, period, place.get(lang), participants, guest)
        for lang in _LOCALES
    }


def _composed(
    lang: str,
    kind: str,
    period: Period | None,
    place: str | None,
    participants: Sequence[Voice],
    guest: Voice | None,
) -> str:
    """The pattern of the language for what is known, filled in."""
    words = event_words(lang)
    values = {"kind": words.name(kind), "possessed": words.possessed(kind)}
    people = [voice.name_in(lang) for voice in participants]
    if people:
        values["people"] = str(format_list(people, locale=_LOCALES[lang]))
    if place:
        values["place"] = place
    if place and lang == "kk":
        values |= {
            "place_dative": attach(place, "dative"),
            "place_attributive": _attributive(place),
        }
    pattern = "people_place" if people and place else "people" if people else "place"
    if guest is not None and place and is_visit(kind):
        pattern = "visit"
        values["guest"] = guest.name_in(lang)
        if lang == "kk":
            values["guest_genitive"] = attach(values["guest"], "genitive")
    title = words.titles[pattern].format_map(values)
    title = title[:1].upper() + title[1:]
    days = _days(period, lang)
    return words.titles["dates"].format(title=title, dates=days) if days else title


def _attributive(place: str) -> str:
    """The Kazakh name of a place before what is in it: «Астанадағы»."""
    locative = attach(place, "locative")
    return locative + ("ғы" if locative.endswith("а") else "гі")


def _days(period: Period | None, lang: str) -> str | None:
    """The days in words: one, several of one month, or from one to another."""
    if period is None or not period.start or not period.end:
        return None
    locale = Locale.parse(_LOCALES[lang])
    first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
    if first == last or (first.year, first.month) != (last.year, last.month):
        ends = dict.fromkeys(str(format_date(day, "long", locale)) for day in (first, last))
        return " – ".join(ends)
    pattern = locale.date_formats["long"].pattern.replace("d", f"'{first.day}–'d")
    return str(format_date(last, pattern, locale))


def _commonest(articles: Sequence[Article]) -> dict[str, str]:
    """In each language the title most articles in it have, else that most of all have."""
    every = [title_of(article) for article in articles]
    if not every:
        return {}
    found = {}
    for lang in _LOCALES:
        own = [title_of(article) for article in articles if article.lang == lang]
        found[lang] = Counter(own or every).most_common(1)[0][0]
    return found
