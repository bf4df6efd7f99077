"""Base forms of Russian words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language.ru.morphology import citation, fold, full_name, given_name, stems

# The base form, and printed forms that must lead back to it.
BASES = {
    # A country that no dictionary knows.
    "тарвия": "Тарвии Тарвию Тарвией",
    "казахстан": "Казахстан Казахстана Казахстану Казахстаном Казахстане",
    "россия": "Россия России Россию Россией",
    "украина": "Украина Украины Украине Украину Украиной",
    "токаев": "Токаев Токаева Токаеву Токаевым Токаеве Токаевой",
    "токаева": "Токаева Токаевой",
    "путин": "Путин Путина Путину Путиным",
    "байден": "Байден Байдена Байдену Байденом",
    "мерц": "Мерц Мерца Мерцу Мерцем",
    "шольц": "Шольца Шольцем Шольцу",
    "столтенберг": "Столтенберга Столтенбергу Столтенбергом",
    "эрдоган": "Эрдогана Эрдогану Эрдоганом",
    "макрон": "Макрона Макрону Макроном",
    "зеленский": "Зеленский Зеленского Зеленскому Зеленским Зеленская",
    "касым-жомарт": "Касым-Жомарт Касым-Жомарта Касым-Жомарту Касым-Жомартом",
    "министр": "министра министру министром министры министров министрами",
    "страна": "страны стране страной стран странами",
    "эксперт": "эксперты экспертов экспертам экспертами",
    "еще": "ещё еще Ещё",
    "королев": "Королёв Королёва Королева Королёву",
    "reuters": "Reuters reuters",
}


@pytest.mark.parametrize(
    ("base", "printed"), [(base, form) for base, forms in BASES.items() for form in forms.split()]
)
def test_a_printed_form_leads_to_its_base(base: str, printed: str) -> None:
    assert base in stems(printed)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("МИД", ("МИД",)),
        ("МИДа", ("МИД",)),
        ("МИДом", ("МИД",)),
        ("США", ("США",)),
        ("ООН", ("ООН",)),
        ("ТАССу", ("ТАСС",)),
        ("G7", ("G7",)),
        ("BAQ.KZ", ("BAQ.KZ",)),
        ("CSIS", ("CSIS",)),
        ("Bloomberg", ("bloomberg",)),
        ("2025", ("2025",)),
        ("Я", ("я",)),
        ("", ("",)),
    ],
)
def test_capitals_and_latin_letters(printed: str, expected: tuple[str, ...]) -> None:
    assert stems(printed) == expected


def test_a_headline_in_capitals_is_read_both_ways() -> None:
    found = stems("ПРЕЗИДЕНТА")
    assert found[0] == "ПРЕЗИДЕНТА"
    assert "президент" in found


@settings(deadline=None)
@given(st.text("аеёиоуыэюяйбвдзклмнрстшА-МИД'’7Rs", max_size=12) | st.text(max_size=12))
def test_stems_hold_the_word_or_its_acronym(word: str) -> None:
    found = stems(word)
    folded = fold(word)
    held = fold(word.lower()) in found or any(folded.startswith(form) for form in found)
    assert held
    assert len(set(found)) == len(found)
    assert not any("ё" in form for form in found)


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        ("опасную зависимость", "опасная зависимость"),
        ("Северного моря", "Северное море"),
        ("договор о мосте", "договор о мосте"),
        ("чужие договоры", "чужие договоры"),
        ("открыть границу", "открыть границу"),
    ],
)
def test_a_heading_stands_in_the_nominative(printed: str, heading: str) -> None:
    assert citation(printed) == heading


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Бориса Тарнака", "Борис Тарнак"),
        ("Борису Тарнаку", "Борис Тарнак"),
        ("Борис Тарнак", "Борис Тарнак"),
        ("Вера Ландо", "Вера Ландо"),
        ("Гульмира Орн", "Гульмира Орн"),
    ],
)
def test_a_name_out_of_its_case(printed: str, name: str) -> None:
    assert full_name(printed) == name


def test_given_names_and_whose_they_are() -> None:
    assert given_name("Вера") == "feminine"
    assert given_name("Борис") == "masculine"
    assert given_name("Бориса") is None
    assert given_name("Мост") is None
