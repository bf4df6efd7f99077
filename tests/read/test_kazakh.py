"""Kazakh: every word of saying has a sentence, and readings hold on any text."""

import tomllib
from collections.abc import Iterable
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sholu.language import pack
from sholu.read.final import order as final_order
from sholu.read.final.subject import subject
from sholu.read.final.words import words_of
from sholu.read.page import lay_out
from tests.read.test_initial_order import CORPUS, unmark

SPEECH = pack("kk").table("speech")
TEXT = pack("kk").table("text")
CLASSES = ("say", "judge", "quote", "think", "passive", "other", "request")


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    """Every marked sentence of Kazakh."""
    table = tomllib.loads((CORPUS / "kk.toml").read_text("utf-8"))
    return [case["text"] for case in table["case"]] + table["lines"]


@pytest.fixture(scope="module")
def cues(corpus: list[str]) -> str:
    """The marked words of saying of every sentence, one a line."""
    found = []
    for marked in corpus:
        text, said = unmark(marked)
        found += [text[slice(*item.cue)].lower() for item in said if item.cue is not None]
    return "\n".join(f" {cue} " for cue in found)


def missing(entries: Iterable[str], text: str, end: str = "") -> list[str]:
    """Entries that no word of the text begins with; whole words where `end` is a space."""
    return [entry for entry in entries if f" {entry}{end}" not in text]


@pytest.mark.parametrize("kind", CLASSES[:5])
def test_every_verb_has_a_sentence(kind: str, cues: str) -> None:
    assert missing(SPEECH["verbs"][kind], cues) == []


@pytest.mark.parametrize("kind", CLASSES[5:])
def test_every_phrase_that_says_nothing_or_asks_has_a_sentence(
    kind: str, corpus: list[str]
) -> None:
    text = "\n".join(f" {unmark(marked)[0].lower()} " for marked in corpus)
    assert missing(SPEECH["verbs"][kind], text) == []


@pytest.mark.parametrize("case", ["genitive", "dative"])
def test_every_phrase_of_attribution_has_a_sentence(case: str, cues: str) -> None:
    assert missing(SPEECH["phrases"][case], cues, end=" ") == []


def test_every_join_has_a_sentence(corpus: list[str]) -> None:
    text = "\n".join(f" {unmark(marked)[0].lower()} " for marked in corpus)
    joins = SPEECH["joins"]
    groups = [name for name in joins if name not in ("auxiliaries", "unable")]
    whole = {entry for name in groups for entry in joins[name] if name != "naming"}
    assert missing(sorted(whole), text.translate(str.maketrans(",:.", "   ")), end=" ") == []
    assert missing([*joins["naming"], *joins["unable"], *joins["auxiliaries"]], text) == []


def test_every_short_form_has_a_sentence(corpus: list[str]) -> None:
    text = "\n".join(f" {unmark(marked)[0].lower()} " for marked in corpus)
    assert missing(TEXT["abbreviations"], text, end=".") == []


def test_a_name_of_two_words_may_have_one_capital() -> None:
    text = "Ақ үй кеше жабық тұрды."
    tokens = lay_out(text, pack("kk"), None).sentences[0].tokens
    assert subject(tokens, 0, 4, words_of(pack("kk"))) == (0, 2)


MARKS = ['"', "“", "”", "«", "»", "'", " - ", ", ", ". ", ": ", "? ", "\n", "(", ")"]
WORDS = [" – деді ", " деп ", "айтты", " мәлімдеді", "барғанын ", "Айша Төлен", "ол ", "министр "]
WORDS += ["-ның ", "айтуынша, ", "сәйкес ", "былай деді: ", "деген ", "делінген", "мен ", "жоқ "]
WORDS += [
    "Nordpress агенттігі ",
    "Проф. ",
    "атап өткендей",
    "ретінде ",
    "туралы ",
    "есепте ",
    "ал ",
]
WORDS += ["келіп, ", "5 млн. ", "журналистерге "]
SNIPPETS = st.sampled_from(MARKS + WORDS)


@settings(max_examples=400, deadline=None)
@given(pieces=st.lists(st.one_of(SNIPPETS, st.text(max_size=6)), max_size=30))
@example(pieces=["«", "Айша Төлен", " деп ", "«", "айтты", "»", "\n", "»"])
@example(pieces=[" деп ", ", ", "айтты"])
@example(pieces=["айтты", "былай деді: ", ": "])
def test_spans_hold_on_any_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    page = lay_out(text, pack("kk"), None)
    drafts = final_order.find(page)
    for draft in drafts:
        line = page.lines[draft.line]
        assert line.start <= draft.content[0] < draft.content[1] <= line.end
        for span in (*draft.parts, *(s for s in (draft.cue, draft.source) if s is not None)):
            assert line.start <= span[0] < span[1] <= line.end
        if draft.parts:
            assert draft.content == (draft.parts[0][0], draft.parts[-1][1])
            assert list(draft.parts) == sorted(draft.parts)
    assert drafts == final_order.find(lay_out(text, pack("kk"), None))


@pytest.mark.parametrize(
    "piece",
    [
        "министр барғанын, келгенін, айтқанын ",
        "айтты ",
        "«Иә», – деді ол, ",
        "Айша Төленнің айтуынша, ",
        "Айша Төлен ",
        "деп ",
        "«",
        "сот алқасына жұмыс ",
    ],
    ids=[
        "clauses",
        "cues",
        "quotations",
        "phrases",
        "names",
        "complementisers",
        "marks",
        "datives",
    ],
)
def test_one_long_line_takes_time_in_proportion(piece: str) -> None:
    times = []
    for size in (25_000, 100_000):
        page = lay_out(piece * (size // len(piece)), pack("kk"), None)
        start = perf_counter()
        final_order.find(page)
        times.append(perf_counter() - start)
    assert times[1] < 8 * times[0] + 1.0
