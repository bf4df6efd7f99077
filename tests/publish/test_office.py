"""The DOCX: real styles, languages and links, and no clock."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx as word
import pytest
from docx.oxml.ns import qn

from sholu.publish import docx

from .press import empty_review, review_of, rich_review

LANGS = ("kk", "ru", "en")


def opened(content: bytes) -> Any:
    return word.Document(io.BytesIO(content))


@pytest.mark.parametrize("lang", LANGS)
def test_every_quotation_stands_over_its_source_line(lang: str) -> None:
    paragraphs = opened(docx(rich_review(), lang)).paragraphs
    styles = [paragraph.style.name for paragraph in paragraphs]
    quotes = [number for number, style in enumerate(styles) if style == "Quote"]
    assert len(quotes) > len(rich_review().statements)
    assert all(styles[number + 1] == "Source line" for number in quotes)
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2", "Heading 3"} <= set(styles)


def test_source_lines_link_to_where_the_words_were_printed() -> None:
    document = opened(docx(rich_review(), "kk"))
    links = {
        document.part.rels[link.get(qn("r:id"))].target_ref
        for link in document.element.iter(qn("w:hyperlink"))
    }
    assert links == {card.url for card in rich_review().documents if card.url}


@pytest.mark.parametrize(("lang", "tag"), [("kk", "kk-KZ"), ("ru", "ru-RU"), ("en", "en-GB")])
def test_languages_are_set(lang: str, tag: str) -> None:
    document = opened(docx(rich_review(), lang))
    normal = document.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert normal.get(qn("w:val")) == tag
    assert document.core_properties.language == tag
    quotes = [p for p in document.paragraphs if p.style.name == "Quote"]
    tags = {language.get(qn("w:val")) for q in quotes for language in q._p.iter(qn("w:lang"))}
    assert tags == {"kk-KZ", "ru-RU", "en-GB"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_ledger_and_the_matrix_are_tables(lang: str) -> None:
    review = rich_review()
    ledger, days, matrix = opened(docx(review, lang)).tables
    assert len(ledger.rows) == len(review.expectations) + 1
    assert len(days.rows) == len(review.balance) + 1
    assert len(matrix.rows) == len(review.sections) + 2


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_review_gives_the_same_bytes(lang: str) -> None:
    content = docx(rich_review(), lang)
    assert content == docx(rich_review(), lang)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {member.date_time for member in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert opened(content).core_properties.created.isoformat()[:10] == "2025-11-14"


def test_an_empty_review_is_published() -> None:
    document = opened(docx(empty_review(), "en"))
    assert document.paragraphs[0].text == "Press review"


@pytest.mark.parametrize("odd", ["a\x00b", "a\ud800b", "a<b&c"], ids=ascii)
def test_odd_characters_do_not_break_the_file(odd: str) -> None:
    quotes = [
        paragraph.text
        for paragraph in opened(docx(review_of(odd, (0, len(odd))), "en")).paragraphs
        if paragraph.style.name == "Quote"
    ]
    assert quotes == [f"“{odd}”".replace("\x00", "\ufffd").replace("\ud800", "\ufffd")]


def test_a_title_of_any_length_is_published() -> None:
    review = empty_review()
    long = replace(review, event=replace(review.event, title={"en": "long " * 200}))
    assert opened(docx(long, "en")).paragraphs[0].text == "long " * 200


def test_right_to_left_words_are_marked_so() -> None:
    document = opened(docx(review_of("قال الوزير", (0, 3), lang="ar"), "en"))
    (quote,) = [p for p in document.paragraphs if p.style.name == "Quote"]
    assert quote._p.pPr.find(qn("w:bidi")) is not None
