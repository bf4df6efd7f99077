"""A document laid out: lines, headings, sentences and tokens, all by offset."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sholu.language import pack
from sholu.read.page import QUOTED, Page, lay_out

LONG = (
    "Бұл – тақырыптан кейін келетін ұзын мәтін жолы, оның ішінде бірнеше сөз, үтір және нүкте бар."
)


def page_of(text: str, code: str = "kk", day: str | None = None) -> Page:
    """A text laid out in one language."""
    return lay_out(text, pack(code), day)


SENTENCES = {
    "two": ("kk", "Жол жабық. Көпір ашық.", ["Жол жабық.", "Көпір ашық."]),
    "question": ("kk", "Кім келді? Ешкім.", ["Кім келді?", "Ешкім."]),
    "abbreviation": ("kk", "Үй 1930 ж. Орын салған.", ["Үй 1930 ж. Орын салған."]),
    "abbreviated-title": ("kk", "Проф. Әлібай келді.", ["Проф. Әлібай келді."]),
    "initials": ("kk", "Р. Т. Сабыр келді. Ол отырды.", ["Р. Т. Сабыр келді.", "Ол отырды."]),
    "initials-en": ("en", "J. R. Vale left. He ran.", ["J. R. Vale left.", "He ran."]),
    "title-en": ("en", "Dr. Vale left. He ran.", ["Dr. Vale left.", "He ran."]),
    "decimal": ("kk", "Баға 3.5 есе өсті. Халық күтті.", ["Баға 3.5 есе өсті.", "Халық күтті."]),
    "address": (
        "kk",
        "Сайт baq.example.kz ашық. Кіріңіз.",
        ["Сайт baq.example.kz ашық.", "Кіріңіз."],
    ),
    "ellipsis": ("kk", "Ол күтті… Ешкім келмеді.", ["Ол күтті…", "Ешкім келмеді."]),
    "lower-case-behind": ("kk", "Ол 5 млн. теңге алды.", ["Ол 5 млн. теңге алды."]),
    "stop-inside-marks": (
        "kk",
        "«Жол жабық. Көпір ашық», – деді ол.",
        ["«Жол жабық. Көпір ашық», – деді ол."],
    ),
    "quotation-ends-sentence": ("kk", "«Жол жабық.» Ол кетті.", ["«Жол жабық.»", "Ол кетті."]),
    "dash-behind-stop": ("kk", "Жол жабық. – деді ол.", ["Жол жабық. – деді ол."]),
    "question-then-dash": ("kk", "Кім келді? – деп сұрады ол.", ["Кім келді? – деп сұрады ол."]),
}


@pytest.mark.parametrize(("code", "text", "sentences"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(code: str, text: str, sentences: list[str]) -> None:
    found = page_of(text, code).sentences
    assert [text[sentence.start : sentence.end] for sentence in found] == sentences


def test_a_sentence_knows_that_a_finished_quotation_stands_before_it() -> None:
    found = page_of("«Жол жабық.» Ол кетті. Түн болды.").sentences
    assert [sentence.after_quote for sentence in found] == [False, True, False]


HEADINGS = {
    "short-line-before-text": (f"Жаңа көпір\n{LONG}", [True, False]),
    "ends-in-a-full-stop": (f"Жаңа көпір ашылды.\n{LONG}", [False, False]),
    "ends-in-a-colon": (f"Ол былай деді:\n{LONG}", [False, False]),
    "before-a-short-line": ("Жаңа көпір\nЕскі көпір", [False, False]),
    "last-line": (f"{LONG}\nЖаңа көпір", [False, False]),
    "bullet": (f"• Жаңа көпір\n{LONG}", [False, False]),
    "wholly-quoted": (f"«Жаңа көпір»\n{LONG}", [False, False]),
    "with-a-name-in-marks": (f"«Дала үні»: он жыл\n{LONG}", [True, False]),
    "question": (f"Көпір қашан бітеді?\n{LONG}", [True, False]),
    "too-long": (f"{LONG} {LONG}\n{LONG}", [False, False]),
}


@pytest.mark.parametrize(("text", "headings"), HEADINGS.values(), ids=HEADINGS)
def test_headings(text: str, headings: list[bool]) -> None:
    assert [line.heading for line in page_of(text).lines] == headings


@pytest.mark.parametrize("text", ["- бір", "– бір", "• бір", "1. бір", "12) бір"])
def test_bullets(text: str) -> None:
    assert page_of(text).lines[0].bullet


@pytest.mark.parametrize("text", ["бір", "1990 жыл", "-5 градус", "«бір»"])
def test_no_bullets(text: str) -> None:
    assert not page_of(text).lines[0].bullet


def test_the_date_line_is_no_text() -> None:
    text = " date 2031-03-04 Жол жабық."
    page = page_of(text)
    assert (page.day, text[page.body :]) == ("2031-03-04", "Жол жабық.")
    assert [text[line.start : line.end] for line in page.lines] == ["Жол жабық."]


def test_a_given_day_wins_over_the_printed_one() -> None:
    assert page_of("date 2031-03-04 Жол жабық.", day="2031-01-01").day == "2031-01-01"


def test_only_the_passages_given_are_laid_out() -> None:
    text = "Жол жабық.\nThe road is closed.\nКөпір ашық."
    last = text.index("Көпір")
    page = lay_out(text, pack("kk"), None, [(0, 10), (last, len(text))])
    assert [text[line.start : line.end] for line in page.lines] == ["Жол жабық.", "Көпір ашық."]


TOKENS = {
    "hyphen": ("АҚШ-тың елшісі", ["АҚШ-тың", "елшісі"]),
    "apostrophe": ("Don't go", ["Don't", "go"]),
    "number-with-ending": ("11-тен 3,5% артты", ["11-тен", "3,5%", "артты"]),
    "time": ("14:30-да", ["14:30-да"]),
    "dots": ("иә… жоқ...", ["иә", "…", "жоқ", "..."]),
    "quotation-is-one": ("Ол «бәрі дайын» деді", ["Ол", "«бәрі дайын»", "деді"]),
}


@pytest.mark.parametrize(("text", "tokens"), TOKENS.values(), ids=TOKENS)
def test_tokens(text: str, tokens: list[str]) -> None:
    (sentence,) = page_of(text).sentences
    assert [token.text for token in sentence.tokens] == tokens


def test_sentences_inside_a_quotation() -> None:
    text = "«Жол жабық. Біздің “Дала” ашық», – деді ол."
    page = page_of(text)
    inside = page.sentences_inside(page.lines[0].quotes[0])
    assert [text[part.start : part.end] for part in inside] == ["Жол жабық.", "Біздің “Дала” ашық"]
    assert [token.text for token in inside[1].tokens if token.kind == QUOTED] == ["“Дала”"]


PIECES = st.sampled_from(
    [
        "Жол ",
        "жабық",
        ". ",
        "? ",
        "\n",
        "«",
        "»",
        '"',
        "5.5 ",
        "ж. ",
        "– ",
        "А. ",
        "date 2031-03-04 ",
        "\r",
        "\u2028",
    ]
)


@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30))
@example(pieces=["«", "Жол ", ". ", "»", "\n", "»"])
def test_sentences_cover_the_tokens_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    at = 0
    for line in page_of(text).lines:
        assert at <= line.start < line.end <= len(text)
        at = line.start
        for sentence in line.sentences:
            assert (sentence.start, sentence.end) == (
                sentence.tokens[0].start,
                sentence.tokens[-1].end,
            )
            for token in sentence.tokens:
                assert at <= token.start < token.end <= line.end
                printed = text[token.start : token.end]
                # A mark of the Arabic script is read as its like of others.
                assert printed == token.text or (printed in "،؛؟۔" and len(token.text) == 1)
                assert token.kind == QUOTED or token.low == pack("kk").spelling(token.text)
                assert not text[at : token.start].strip() or at == line.start
                at = token.end
        assert not text[at : line.end].strip()
