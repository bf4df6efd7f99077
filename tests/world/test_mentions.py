"""Where known things are named in running text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.world import World

# text | words and ids found, in order
CASES = {
    "kk": [
        ("Келіссөз Мәскеумен жалғасады", [("Мәскеумен", "RU")]),
        ("Рейтерстің тілшісі келді", [("Рейтерстің", "reuters")]),
        ("Reuters-тің тілшісі келді", [("Reuters-тің", "reuters")]),
        ("Востриковтың сапары", [("Востриковтың", "elmar-vostrikov")]),
        ("Кеше Эльмар Востриковпен кездесті", [("Эльмар Востриковпен", "elmar-vostrikov")]),
        ("АҚШ-тың шешімі, ақша емес", [("АҚШ-тың", "US")]),
        ("ақша қаражаты", []),
        ("BPCX-тің есебі", [("BPCX-тің", "harbour-policy-centre")]),
        ("Қазақстан Республикасының заңы", [("Қазақстан Республикасының", "KZ")]),
        (
            "Норландия Сыртқы істер министрлігінің өкілі",
            [("Норландия Сыртқы істер министрлігінің", "norlandian-mfa")],
        ),
        ("Орталық Азиядан Еуропаға", [("Орталық Азиядан", "central-asia"), ("Еуропаға", "europe")]),
        ("Ресей-Қытай қатынастары", [("Ресей", "RU"), ("Қытай", "CN")]),
        ("Батыс Қазақстан облысы", [("Қазақстан", "KZ")]),
        ("Батыспен сауда", [("Батыспен", "west")]),
        ("Ресейлік сарапшы келді", []),
        ("Бұл сөзді Анар Востриков айтты", []),
    ],
    "ru": [
        (
            "О Вострикове, к Вострикову",
            [("Вострикове", "elmar-vostrikov"), ("Вострикову", "elmar-vostrikov")],
        ),
        ("в Соединенных Штатах Америки", [("Соединенных Штатах Америки", "US")]),
        ("в Соединённых Штатах", [("Соединённых Штатах", "US")]),
        ("из Москвы в Пекин", [("Москвы", "RU"), ("Пекин", "CN")]),
        ("для МИД Норландии", [("МИД Норландии", "norlandian-mfa")]),
        ("по данным Reuters", [("Reuters", "reuters")]),
        ("в Организации Объединённых Наций", [("Организации Объединённых Наций", "un")]),
        ("на западе страны", []),
        ("странам Запада", [("Запада", "west")]),
        ("Того же мнения он", []),
        ("саммит НАТО", [("НАТО", "nato")]),
        ("на Филиппинах и Мальдивах", [("Филиппинах", "PH"), ("Мальдивах", "MV")]),
        ("в Нью-Дели", [("Нью-Дели", "IN")]),
    ],
    "en": [
        ("Russia's envoy met us in the US", [("Russia's", "RU"), ("US", "US")]),
        ("the U.S. and the EU", [("U.S", "US"), ("EU", "eu")]),
        ("Vostrikov's plan", [("Vostrikov's", "elmar-vostrikov")]),
        ("He said John Vostrikov left", []),
        ("the European Union's leaders", [("European Union's", "eu")]),
        ("the west of the country, not the West", [("West", "west")]),
        ("West Bank", []),
        ("Turkey and turkey", [("Turkey", "TR")]),
        ("chad, Chad", [("Chad", "TD")]),
        ("a Norland Post reporter", [("Norland Post", "norland-post")]),
    ],
}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [pytest.param(lang, *case, id=f"{lang}: {case[0]}") for lang in CASES for case in CASES[lang]],
)
def test_what_is_named(world: World, lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.words, found.id) for found in world.mentions(text, lang)] == expected


PIECES = st.sampled_from(
    ["Ресей", "Қытаймен", "АҚШ-тың", "Reuters", "U.S.", "Востриков", " ", ".", "\n", "-", "«", "ы"]
)


@given(st.lists(PIECES | st.text(max_size=6)).map("".join), st.sampled_from(["kk", "ru", "en"]))
def test_mentions_are_slices_in_order_without_overlap(text: str, lang: str) -> None:
    found = World.bundled().mentions(text, lang)
    assert all(text[f.start : f.end] == f.words for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_language_without_a_pack_is_searched_for_latin_names(world: World) -> None:
    found = world.mentions("Wie Reuters berichtet", "de")
    assert [f.id for f in found] == ["reuters"]


@pytest.mark.parametrize("lang", CASES)
def test_what_a_text_names_does_not_depend_on_the_texts_before(lang: str) -> None:
    texts = [text for text, _ in CASES[lang]]
    file = Path(__file__).parent / "world.toml"
    forth, back = World.load(file), World.load(file)
    found = {text: forth.mentions(text, lang) for text in texts}
    assert {text: back.mentions(text, lang) for text in reversed(texts)} == found
