"""Who speaks in a sentence whose verb stands last."""

from sholu.language import pack
from sholu.read.final.subject import subject
from sholu.read.final.words import words_of
from sholu.read.page import lay_out


def test_a_name_of_two_words_may_have_one_capital() -> None:
    text = "Ақ үй кеше жабық тұрды."
    tokens = lay_out(text, pack("kk"), None).sentences[0].tokens
    assert subject(tokens, 0, 4, words_of(pack("kk"))) == (0, 2)
