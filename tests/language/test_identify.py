"""The language of a text, and of the passages in it."""

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import identify, passages

KAZAKH = "Министрлік өкілі кездесуде екі ел арасындағы сауда көлемі артып келе жатқанын айтты."
RUSSIAN = "Представитель министерства сообщил, что объем торговли между двумя странами вырос."
ENGLISH = "A spokesman for the ministry said that trade between the two countries has grown."
TEXTS = {
    "kk": KAZAKH,
    "ru": RUSSIAN,
    "en": ENGLISH,
    "uk": "Речниця міністерства повідомила, що обсяг торгівлі між країнами цього року зріс.",
    "be": "Прадстаўнік міністэрства заявіў, што аб'ём гандлю паміж краінамі сёлета вырас.",
    "ky": "Министрликтин өкүлү эки өлкөнүн ортосундагы соода көлөмү өскөнүн билдирди.",
    "tt": "Министрлык вәкиле ике ил арасындагы сәүдә күләме артуы турында әйтте.",
    "bg": "Говорителят на министерството каза, че търговията между двете страни е нараснала.",
    "tr": "Bakanlık sözcüsü, iki ülke arasındaki ticaret hacminin bu yıl arttığını söyledi.",
    "az": "Nazirliyin nümayəndəsi iki ölkə arasında ticarət həcminin artdığını bildirdi.",
    "uz": "Vazirlik vakili ikki mamlakat o‘rtasidagi savdo hajmi oshganini ma’lum qildi.",
    "de": "Ein Sprecher des Ministeriums sagte, der Handel zwischen den Ländern sei gewachsen.",
    "fr": "Un porte-parole du ministère a déclaré que le commerce entre les deux pays augmente.",
    "es": "Un portavoz del ministerio dijo que el comercio entre los dos países ha crecido.",
    "it": "Un portavoce del ministero ha detto che il commercio tra i due paesi è cresciuto.",
    "pl": "Rzecznik ministerstwa powiedział, że handel między oboma krajami wzrósł.",
    "zh": "该部发言人表示,两国之间的贸易额今年有所增长。",
    "ja": "同省の報道官は、両国間の貿易が今年増加したと述べた。",
    "ko": "부처 대변인은 양국 간 무역이 올해 증가했다고 밝혔다.",
    "ar": "قال متحدث باسم الوزارة إن حجم التجارة بين البلدين ارتفع هذا العام.",
    "fa": "سخنگوی وزارتخانه گفت که حجم تجارت میان دو کشور امسال افزایش یافته است.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_told(language: str) -> None:
    assert identify(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_clear_evidence_beats_what_is_stated(language: str) -> None:
    wrong = "kk" if language != "kk" else "ru"
    assert identify(TEXTS[language], hint=wrong) == language


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("Президент Тоқаев", None, "und"),
        ("Президент Тоқаев", "kk", "kk"),
        ("Президент Тоқаев", "kk-KZ", "kk"),
        ("Президент Тоқаев", "kz", "kk"),
        ("Президент Тоқаев", "en", "und"),
        ("Reuters, London", "en_GB", "en"),
        ("Reuters, London", "ru", "und"),
        ("", None, "und"),
        ("", "ru", "ru"),
        ("12.11.2025", "kk", "kk"),
        ("12.11.2025", None, "und"),
        ("Ok", None, "und"),
        ("Ok", "not a language", "und"),
        ("Ўзбекистон", None, "uz"),
        ("https://example.org/the/and/that/with/from", None, "und"),
    ],
)
def test_short_texts_follow_what_is_stated(text: str, hint: str | None, language: str) -> None:
    assert identify(text, hint=hint) == language


@pytest.mark.parametrize(
    "text",
    [
        "Ministrlik ókili eki el arasynda sauda jáne ekonomika boıynsha osy kelisim jasaldy dedi.",
        "Ministrlik ökili eki el arasında sauda jäne ekonomika boyınşa osı kelisim jasaldı dedi.",
    ],
)
def test_kazakh_in_latin_letters(text: str) -> None:
    assert identify(text) == "kk"


def lines() -> Iterator[Any]:
    """Lines of news that stand alone, by language and script."""
    table = tomllib.loads(Path(__file__).with_name("lines.toml").read_text("utf-8"))
    for group in table["lines"]:
        for number, text in enumerate(group["texts"], start=1):
            name = f"{group['language']}-{group['script'].replace(' ', '-')}-{number}"
            yield pytest.param(group["language"], text, id=name)


@pytest.mark.parametrize(("language", "text"), list(lines()))
def test_one_line_is_told_from_its_kin(language: str, text: str) -> None:
    assert identify(text) == language
    assert identify(text, hint="kk" if language != "kk" else "tr") == language


def test_kazakh_in_arabic_letters_is_told_by_its_hamza() -> None:
    assert identify("مينيسترلىك وكىلى ەكى ەل اراسىنداعى ساۋدا كولەمى ٴوستى دەپ ايتتى") == "kk"


def test_one_kazakh_name_leaves_a_russian_page_russian() -> None:
    assert identify(f"{RUSSIAN} Его зовут Ғалымжан Әубәкір. {RUSSIAN}") == "ru"


def named(text: str, hint: str | None = None) -> list[tuple[str, str]]:
    return [(language, text[start:end]) for start, end, language in passages(text, hint=hint)]


def test_a_russian_passage_in_a_kazakh_page() -> None:
    kazakh, russian = f"{KAZAKH}\n{KAZAKH}\n", f"{RUSSIAN}\n"
    assert named(kazakh + russian + kazakh) == [("kk", kazakh), ("ru", russian), ("kk", kazakh)]


def test_a_short_line_takes_the_language_before_it() -> None:
    text = f"{KAZAKH}\n{RUSSIAN}\nДалее\n{KAZAKH}\n"
    assert [language for language, _ in named(text)] == ["kk", "ru", "kk"]
    assert named(text)[1][1] == f"{RUSSIAN}\nДалее\n"


def test_a_short_first_line_takes_the_language_after_it() -> None:
    text = f"Reuters\n{RUSSIAN}\n{RUSSIAN}"
    assert named(text) == [("ru", text)]


def test_lines_of_one_language_are_one_passage() -> None:
    text = f"{ENGLISH}\n\n{ENGLISH}\r\n— {ENGLISH}"
    assert named(text) == [("en", text)]


def test_a_long_text_keeps_its_foreign_line() -> None:
    turkish, german = TEXTS["tr"] + "\n", TEXTS["de"] + "\n"
    text = turkish * 6 + german + turkish * 6
    assert [language for language, _ in named(text)] == ["tr", "de", "tr"]


RUSSIAN_SPEECH = "«Мы построим сто школ до конца года», – сказал министр Асан Ахметов."


@pytest.mark.parametrize(
    ("inside", "language"), [(RUSSIAN, "ru"), (RUSSIAN_SPEECH, "ru"), (ENGLISH, "en")]
)
def test_a_sentence_of_another_language_in_a_line(inside: str, language: str) -> None:
    text = f"{KAZAKH} {inside} {KAZAKH}"
    assert named(text) == [("kk", f"{KAZAKH} "), (language, f"{inside} "), ("kk", KAZAKH)]


def test_a_kazakh_sentence_in_a_russian_line() -> None:
    text = f"{RUSSIAN} {KAZAKH} {RUSSIAN} {RUSSIAN}"
    assert [language for language, _ in named(text)] == ["ru", "kk", "ru"]


@pytest.mark.parametrize(
    "quoting",
    [
        f"«{RUSSIAN} Это очень важно для нас всех», – деді министр Асан Ахметов.",
        f"Министр былай деді: «{RUSSIAN} Это очень важно для нас всех».",
    ],
)
def test_what_is_quoted_in_another_language_stays_with_its_sentence(quoting: str) -> None:
    text = f"{KAZAKH} {quoting} {KAZAKH}"
    assert named(text) == [("kk", text)]


def test_an_empty_text_has_no_passages() -> None:
    assert passages("") == []


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*TEXTS.values(), "", "Ok", "—"]) | st.text(max_size=30), max_size=8),
    st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]),
    st.sampled_from([None, "kk", "ru", "xx"]),
)
def test_passages_cover_the_text_in_order(lines: list[str], end: str, hint: str | None) -> None:
    text = end.join(lines)
    found = passages(text, hint=hint)
    assert "".join(text[start:stop] for start, stop, _ in found) == text
    assert all(a[1] == b[0] and a[2] != b[2] for a, b in pairwise(found))
    assert all(start < stop for start, stop, _ in found)
