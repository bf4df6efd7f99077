"""Kazakh words in Latin and Arabic letters, spelled as in Cyrillic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.language import pack

SENTENCE = "министрлік өкілі екі ел арасындағы сауда көлемі артып келе жатқанын айтты деп хабарлады"


@pytest.mark.parametrize(
    "text",
    [
        "Ministrlık ökılı ekı el arasyndağy sauda kölemı artyp kele jatqanyn aitty dep habarlady",
        "Ministrlik ókili eki el arasyndaǵy saýda kólemi artyp kele jatqanyn aıtty dep habarlady",
        "Ministrlik ökili eki el arasındağı sawda kölemi artıp kele jatqanın ayttı dep xabarladı",
        "مينيسترلىك وكىلى ەكى ەل اراسىنداعى ساۋدا كولەمى ارتىپ كەلە جاتقانىن ايتتى دەپ حابارلادى",
    ],
)
def test_a_sentence_in_every_script(text: str) -> None:
    assert " ".join(map(pack("kk").spelling, text.split())) == SENTENCE


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("aituynşa", "айтуынша"),
        ("aıtýynsha", "айтуынша"),
        ("aytuwınşa", "айтуынша"),
        ("ايتۋىنشا", "айтуынша"),
        ("boiynşa", "бойынша"),
        ("bız", "біз"),
        ("būl", "бұл"),
        ("ٴوز", "өз"),
        ("ٴبىز", "біз"),
        ("Prezidenttıñ", "президенттің"),
        ("kompaniasynyñ", "компаниясының"),
        ("پرەزيدەنت", "президент"),
        # Names and words of other languages stay as they are.
        ("Reuters", "reuters"),
        ("Facebook", "facebook"),
        ("Тоқаев", "тоқаев"),
    ],
)
def test_a_word(printed: str, spelled: str) -> None:
    assert pack("kk").spelling(printed) == spelled


def test_stems_of_a_name_in_latin_letters_hold_it_in_cyrillic() -> None:
    assert "тоқаев" in pack("kk").stems("Toqaevtyñ")
    assert pack("kk").stems("AQŞ") == ("АҚШ", "AQŞ")


@given(st.text(max_size=12))
def test_any_word_has_a_spelling(word: str) -> None:
    assert isinstance(pack("kk").spelling(word), str)
