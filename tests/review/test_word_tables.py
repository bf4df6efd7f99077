"""Every word of the review's tables is found where it is printed."""

import pytest

from sholu.language import available, pack
from sholu.review.event_words import event_words
from sholu.review.numbers import number_words

KINDS = [
    (lang, kind, phrase)
    for lang in available("events")
    for kind, phrases in pack(lang).table("events")["kinds"].items()
    for phrase in phrases
]
DONE = [
    (lang, done)
    for lang in available("events")
    for done in pack(lang).table("events")["outcome"]["done"]
]
OBJECTS = [
    (lang, noun)
    for lang in available("events")
    for noun in pack(lang).table("events")["outcome"]["objects"]
]
UNITS = [
    (lang, unit, word)
    for lang in available("numbers")
    for unit, words in pack(lang).table("numbers")["units"].items()
    for word in words
]
FACTS = [
    (lang, fact, word)
    for lang in available("numbers")
    for fact, words in pack(lang).table("numbers")["facts"].items()
    for word in words
]


@pytest.mark.parametrize(("lang", "kind", "phrase"), KINDS)
def test_a_kind(lang: str, kind: str, phrase: str) -> None:
    found = [hit.what for hit in event_words(lang).kinds(phrase)]
    assert found == ([] if kind == "none" else [kind])


@pytest.mark.parametrize("kind", sorted({kind for _, kind, _ in KINDS}))
def test_every_language_has_the_kind(kind: str) -> None:
    for lang in available("events"):
        assert kind in pack(lang).table("events")["kinds"]


@pytest.mark.parametrize(("lang", "done"), DONE)
def test_a_word_of_outcome(lang: str, done: str) -> None:
    noun = pack(lang).table("events")["outcome"]["objects"][0]
    text = f"{noun} {done}" if lang == "kk" else f"Everybody {done} {noun}"
    assert event_words(lang).outcomes(text)


@pytest.mark.parametrize(("lang", "noun"), OBJECTS)
def test_what_is_signed(lang: str, noun: str) -> None:
    done = pack(lang).table("events")["outcome"]["done"][0]
    assert event_words(lang).outcomes(f"{done}: {noun}")


@pytest.mark.parametrize(("lang", "unit", "word"), UNITS)
def test_a_unit(lang: str, unit: str, word: str) -> None:
    text = f"{word.upper()}7" if word[-1] in "$€£¥₽₸" else f"7 {word}"
    assert [(a.value, a.unit) for a in number_words(lang).amounts(text)] == [(7, unit)]


@pytest.mark.parametrize(("lang", "fact", "word"), FACTS)
def test_a_fact(lang: str, fact: str, word: str) -> None:
    assert fact in [found for _, _, found in number_words(lang).facts(word)]


@pytest.mark.parametrize("lang", available("numbers"))
def test_a_scale(lang: str) -> None:
    for scale, words in pack(lang).table("numbers")["scales"].items():
        for word in words:
            found = number_words(lang).amounts(f"$7 {word}")
            assert [amount.value for amount in found] == [7 * float(scale)], word
