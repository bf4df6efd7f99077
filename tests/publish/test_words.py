"""Dates, numbers and names as each language prints them."""

import pytest

from sholu.model import Period, UsageError
from sholu.publish.words import words


@pytest.mark.parametrize(
    ("start", "end", "kk", "ru", "en"),
    [
        (
            "2025-11-12",
            "2025-11-12",
            "2025 ж. 12 қараша",
            "12 ноября 2025 г.",
            "12 November 2025",
        ),
        (
            "2025-11-11",
            "2025-11-12",
            "2025 ж. 11–12 қараша",
            "11–12 ноября 2025 г.",
            "11–12 November 2025",
        ),
        ("2025-12-01", "2025-12-31", "2025 ж. желтоқсан", "декабрь 2025 г.", "December 2025"),
        ("2024-02-01", "2024-02-29", "2024 ж. ақпан", "февраль 2024 г.", "February 2024"),
        ("2030-01-01", "2030-12-31", "2030 жыл", "2030 год", "2030"),
        ("2026-01-01", "2028-12-31", "2026–2028 жылдар", "2026–2028 годы", "2026–2028"),
        (
            "2025-11-30",
            "2025-12-01",
            "2025 ж. 30 қараша – 2025 ж. 1 желтоқсан",
            "30 ноября 2025 г. – 1 декабря 2025 г.",
            "30 November 2025 – 1 December 2025",
        ),
        (
            "2025-11-12",
            None,
            "2025 ж. 12 қарашадан бастап",
            "с 12 ноября 2025 г.",
            "from 12 November 2025",
        ),
        (
            None,
            "2025-12-31",
            "2025 ж. 31 желтоқсанға дейін",
            "до 31 декабря 2025 г.",
            "by 31 December 2025",
        ),
        (None, None, None, None, None),
        ("soon", "soon", "soon", "soon", "soon"),
    ],
)
def test_periods(
    start: str | None, end: str | None, kk: str | None, ru: str | None, en: str | None
) -> None:
    period = Period(start=start, end=end)
    assert [words(lang).period(period) for lang in ("kk", "ru", "en")] == [kk, ru, en]


@pytest.mark.parametrize(
    ("number", "kk", "ru", "en"),
    [
        (1, "1 материал", "1 материал", "1 article"),
        (2, "2 материал", "2 материала", "2 articles"),
        (5, "5 материал", "5 материалов", "5 articles"),
        (21, "21 материал", "21 материал", "21 articles"),
        (11, "11 материал", "11 материалов", "11 articles"),
        (0, "0 материал", "0 материалов", "0 articles"),
    ],
)
def test_counts(number: int, kk: str, ru: str, en: str) -> None:
    counted = [words(lang).count("amount.documents", number) for lang in ("kk", "ru", "en")]
    assert counted == [kk, ru, en]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("GB", "Ұлыбритания"),
        ("XK", "Косово"),
        ("XA", None),
        ("XB", None),
        ("XZ", None),
        (None, None),
    ],
)
def test_countries_of_invented_states_are_not_named(code: str | None, name: str | None) -> None:
    assert words("kk").country(code) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [("ru", "орыс тілі"), ("und", "тілі анықталмады"), (None, "тілі анықталмады"), ("x-y", "x-y")],
)
def test_languages(code: str | None, name: str) -> None:
    assert words("kk").language(code) == name


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("kk", "Mira Holdane-ның пікірі"),
        ("ru", "Высказывание: Mira Holdane"),
        ("en", "Statement: Mira Holdane"),
    ],
)
def test_a_name_takes_the_case_the_sentence_asks_for(lang: str, label: str) -> None:
    assert words(lang).statement_of("Mira Holdane", stated=True) == label


def test_a_language_without_words_is_named_with_those_that_have_them() -> None:
    with pytest.raises(UsageError, match="'de'; choose one of en, kk, ru"):
        words("de")


@pytest.mark.parametrize(
    ("printed", "lang", "kk"),
    [
        ("политолог", "ru", "саясаттанушы"),
        ("Economist", "en", "экономист"),
        ("foreign-minister", None, "сыртқы істер министрі"),
        ("prime minister", "ru", "премьер-министр"),
        ("вице-президент", "ru", "вице-президент"),
        ("экономиста", "ru", "экономист"),
        ("талдаушысы", "kk", "талдаушы"),
        ("балконист", "ru", None),
        ("a.b", "en", None),
    ],
)
def test_roles_are_named_in_the_language_of_the_review(
    printed: str, lang: str | None, kk: str | None
) -> None:
    assert words("kk").role(printed, lang) == kk


@pytest.mark.parametrize(
    ("printed", "lang", "ru"),
    [
        ("experts", "en", "эксперты"),
        ("сарапшылары", "kk", "эксперты"),
        ("эксперт", "ru", None),
    ],
)
def test_the_role_of_several_is_not_brought_back_to_one(
    printed: str, lang: str, ru: str | None
) -> None:
    assert words("ru").role(printed, lang, several=True) == ru
