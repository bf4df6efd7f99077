"""Words and numbers that say when something was published, and what may not be guessed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.collect.web.dating import published
from sholu.collect.web.dating_words import LANGUAGES

PIECES = [*"012:./-,TZ", "12", "31", "2025", "май", "vor", "ago", "hours", "+05:00", "am"]
SEEN = datetime(2025, 11, 15, 9, 30, tzinfo=UTC)
ALMATY, MOSCOW, ISTANBUL = "Asia/Almaty", "Europe/Moscow", "Europe/Istanbul"
BERLIN, PARIS = "Europe/Berlin", "Europe/Paris"


@pytest.mark.parametrize(
    ("words", "zone", "told"),
    [
        ("12 ноя 2025, 14:05", ALMATY, "2025-11-12T14:05:00+05:00"),
        ("15 қараша 2025", None, "2025-11-15"),
        ("2025 жылғы 15 қараша, 10:00", ALMATY, "2025-11-15T10:00:00+05:00"),
        ("2025 ж. 14 қарашада", None, "2025-11-14"),
        ("15.11.2025, 08:00 Астана уақыты", None, "2025-11-15T08:00:00+05:00"),
        ("Жарияланған: 12.11.2025 10:15 Жаңартылды: 13.11.2025", None, "2025-11-12T10:15:00"),
        ("15 ноября 2025 г., 09:05 (мск)", ALMATY, "2025-11-15T09:05:00+03:00"),
        ("Суббота, 15 ноября, 11:00", MOSCOW, "2025-11-15T11:00:00+03:00"),
        ("14 Kasım 2025 Cuma 10:32", ISTANBUL, "2025-11-14T10:32:00+03:00"),
        ("10:32 / 14.11.2025", ISTANBUL, "2025-11-14T10:32:00+03:00"),
        ("14.11.2025 - 10:00 Güncelleme: 15.11.2025 - 12:00", None, "2025-11-14T10:00:00"),
        ("15. November 2025, 10.05 Uhr", BERLIN, "2025-11-15T10:05:00+01:00"),
        ("Stand: 1. März 2025 um 7 Uhr", BERLIN, "2025-03-01T07:00:00+01:00"),
        ("publié le 3 février 2025 à 8h15", PARIS, "2025-02-03T08:15:00+01:00"),
        ("1er août 2025", None, "2025-08-01"),
        ("Nov. 13, 2025, 10:05 a.m. ET", None, "2025-11-13T10:05:00-05:00"),
        ("July 4th, 2025 12:30 am EDT", None, "2025-07-04T00:30:00-04:00"),
        ("15 de noviembre de 2025", None, "2025-11-15"),
        ("15 листопада 2025, 10:00", None, "2025-11-15T10:00:00"),
        ("2025-yil 15-noyabr", None, "2025-11-15"),
        ("15-ноябрь 2025", None, "2025-11-15"),
        ("15 noyabr 2025, 09:20", "Asia/Baku", "2025-11-15T09:20:00+04:00"),
        ("2025年11月15日 08:30", "Asia/Shanghai", "2025-11-15T08:30:00+08:00"),
        ("Sat, 15 Nov 2025 08:05:00 +0600", ALMATY, "2025-11-15T08:05:00+06:00"),
        ("Sat, 15 Nov 2025 08:05:00 GMT", ALMATY, "2025-11-15T08:05:00+00:00"),
        ("Sat Nov 15 08:05:00 CST 2025", "Asia/Shanghai", "2025-11-15T08:05:00+08:00"),
        ("2025-11-15T08:05:00.123Z", ALMATY, "2025-11-15T08:05:00+00:00"),
        ("2025-11-15T08:05:00-0300", None, "2025-11-15T08:05:00-03:00"),
        ("2025/11/15 08:05", None, "2025-11-15T08:05:00"),
        ("20251115T060000Z", None, "2025-11-15T06:00:00+00:00"),
        ("1763186400", None, "2025-11-15T06:00:00+00:00"),
        ("1763186400000", None, "2025-11-15T06:00:00+00:00"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_printed_date_is_read(words, zone, told):
    assert published(words, zone=zone, seen=SEEN) == told


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2024-02-29", "+06:00"), ("2024-03-01", "+05:00"), ("2025-11-15", "+05:00")],
)
def test_kazakhstan_left_its_eastern_time_on_the_first_of_march_2024(day, offset):
    assert published(f"{day} 12:00", zone=ALMATY, seen=SEEN) == f"{day}T12:00:00{offset}"


@pytest.mark.parametrize(
    ("words", "zone", "told"),
    [
        ("бүгін, 14:05", ALMATY, "2025-11-15T14:05:00+05:00"),
        ("Кеше 23:10", ALMATY, "2025-11-14T23:10:00+05:00"),
        ("сегодня в 11:20", MOSCOW, "2025-11-15T11:20:00+03:00"),
        ("Вчера", MOSCOW, "2025-11-14"),
        ("2 сағат бұрын", ALMATY, "2025-11-15T12:30:00+05:00"),
        ("час назад", MOSCOW, "2025-11-15T11:30:00+03:00"),
        ("vor 2 Stunden", BERLIN, "2025-11-15T08:30:00+01:00"),
        ("vor einer Minute", BERLIN, "2025-11-15T10:29:00+01:00"),
        ("5 mins ago", None, "2025-11-15T09:25:00+00:00"),
        ("il y a 3 heures", PARIS, "2025-11-15T07:30:00+01:00"),
        ("3 gün önce", ISTANBUL, "2025-11-12"),
        ("hace 2 horas", "Europe/Madrid", "2025-11-15T08:30:00+01:00"),
        ("2小时前", "Asia/Shanghai", "2025-11-15T15:30:00+08:00"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_words_count_from_the_moment_of_the_fetch(words, zone, told):
    assert published(words, zone=zone, seen=SEEN) == told
    assert published(words, zone=zone, seen=None) is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("бүгін, 14:05", "no zone, so nobody knows whose today"),
        ("3 days ago", "no zone"),
        ("03/04/2025", "April or March"),
        ("14.11.25", "a year of two digits may stand first"),
        ("30 февраля 2025", "no such day"),
        ("2025-13-01", "no such month"),
        ("18 November 2025", "three days ahead"),
        ("2025-11-17T09:31:00Z", "a minute over two days ahead"),
        ("Updated Nov. 13, 2025", "a change is no publication"),
        ("1970-01-01T00:00:00Z", "a clock that nobody set"),
        ("0001-01-01T00:00:00", "a field that nobody filled"),
        ("31 декабря", "last year, or the one to come"),
        ("November 2025", "no day"),
        ("2025-11-15T25:10:00", "no such hour, so the day is doubtful too"),
        ("Министр 12 марта приедет", "longer ago than a date without a year is printed"),
        ("", "nothing"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_does_not_tell_one_day_is_unknown(words, why):
    assert published(words, zone=None, seen=SEEN) is None, why


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en-US", "2025-03-04"), ("fr", "2025-04-03"), ("kk", "2025-04-03"), ("en", None)],
)
def test_the_language_decides_what_comes_first(lang, told):
    assert published("03/04/2025", zone=None, seen=SEEN, lang=lang) == told


def test_a_zone_of_many_meanings_is_believed_only_where_the_outlet_goes_by_it():
    words = "15 Nov 2025 10:00 IST"
    assert published(words, zone="Asia/Kolkata", seen=SEEN) == "2025-11-15T10:00:00+05:30"
    assert published(words, zone=BERLIN, seen=SEEN) == "2025-11-15T10:00:00"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_of_every_language(language):
    from babel.dates import format_date

    for month in range(1, 11):
        day = datetime(2025, month, 9)
        words = format_date(day, "long", locale=language)
        assert published(words, zone=None, seen=SEEN, lang=language) == f"2025-{month:02}-09", words


@given(st.text(max_size=60), st.sampled_from([None, ALMATY, "no/zone", "../x"]))
def test_any_words_give_a_moment_or_none(words, zone):
    told = published(words, zone=zone, seen=SEEN)
    assert told is None or datetime.fromisoformat(told)


@given(
    st.lists(
        st.sampled_from(
            [
                "0",
                "1",
                "2",
                "12",
                "31",
                "99",
                "2025",
                ":",
                ".",
                "/",
                "-",
                ",",
                "май",
                "vor",
                "ago",
                "hours",
                "today",
                "T",
                "Z",
                "+05:00",
                "am",
            ]
        )
    )
)
def test_pieces_of_dates_in_any_order_raise_nothing(pieces):
    for joint in ("", " "):
        published(joint.join(pieces), zone=ALMATY, seen=SEEN, lang="en-US")
