"""Every language reads its corpus, has a sentence for each of its words, and holds on any text."""

import re
from collections.abc import Iterator
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import available, pack
from sholu.read.draft import Range
from sholu.read.orders import find
from sholu.read.page import lay_out
from tests.read.corpus import (
    MARKS,
    assessments,
    cases,
    codes,
    cues,
    kind_of,
    sentences,
    table,
    unmark,
)

FEWEST_SENTENCES = 150
FEWEST_ASSESSMENTS = 15
CLASSES = ("say", "judge", "quote", "think", "passive", "cite")
VERB_FINAL = [code for code in available() if pack(code).order == "final"]


def shown(
    text: str, drafts: list[tuple[str, tuple[Range, ...], Range | None, Range | None]]
) -> list[str]:
    """Statements as lines that read well in a report of a failure."""
    lines = []
    for kind, pieces, cue, source in drafts:
        content = " … ".join(text[start:end].strip(" .,!?…" + MARKS) for start, end in pieces)
        words = [text[span[0] : span[1]].strip(" ,") if span else "-" for span in (cue, source)]
        lines.append(f"{kind} [{content}] {{{words[0]}}} <{words[1]}>")
    return sorted(lines)


@pytest.mark.parametrize(("code", "case"), list(cases()))
def test_marked_sentence(code: str, case: dict[str, Any]) -> None:
    text, said = unmark(case["text"])
    kinds = case.get("kinds", [kind_of(text, statement) for statement in said])
    expected = [
        (kind, tuple(statement.content), statement.cue, statement.source)
        for kind, statement in zip(kinds, said, strict=True)
    ]
    found = [
        (draft.kind, draft.parts or (draft.content,), draft.cue, draft.source)
        for draft in find(lay_out(text, pack(code), None))
    ]
    assert shown(text, found) == shown(text, expected)


def test_every_language_has_a_corpus() -> None:
    assert codes() == list(available())
    short = {
        code: len(sentences(code)) for code in codes() if len(sentences(code)) < FEWEST_SENTENCES
    }
    assert short == {}


def test_every_language_has_a_table_of_assessments() -> None:
    count = dict.fromkeys(available(), 0)
    for case in assessments():
        count[case.values[0]] += 1
    assert {code: n for code, n in count.items() if n < FEWEST_ASSESSMENTS} == {}


def groups_of_cues(code: str) -> list[set[str]]:
    """Of every verb its forms and of every phrase its words; one of each must be marked."""
    speech = pack(code).table("speech")
    if pack(code).order == "final":
        phrases = [*speech["phrases"]["genitive"], *speech["phrases"]["dative"]]
        return [{entry} for kind in CLASSES for entry in speech["verbs"][kind]] + [
            {entry} for entry in phrases
        ]
    groups = [
        {form.replace("_", " ") for form in forms.replace(";", " ").split()}
        for verbs in speech["verbs"]
        for forms in verbs["forms"]
    ]
    for name in ("according_to", "according_to_whose", "impersonal"):
        groups += [{phrase} for phrase in speech.get(name, ())]
    return groups


@pytest.mark.parametrize("code", available())
def test_every_verb_and_phrase_has_a_sentence(code: str) -> None:
    printed = "\n".join(cues(code))
    end = "" if pack(code).order == "final" else r"(?!\w)"
    missing = [
        sorted(forms)[0]
        for forms in groups_of_cues(code)
        if not any(re.search(rf"(?<!\w){re.escape(form.lower())}{end}", printed) for form in forms)
    ]
    assert missing == []


@pytest.mark.parametrize("code", available())
def test_every_abbreviation_has_a_sentence_that_it_does_not_end(code: str) -> None:
    """Each of the corpus's `abbreviations` is one sentence; each of the pack's stands in one."""
    shown = table(code).get("abbreviations", [])
    broken = [
        text
        for text in shown
        if [len(line.sentences) for line in lay_out(text, pack(code), None).lines] != [1]
    ]
    assert broken == []
    printed = "\n".join(shown).lower()
    missing = [
        short
        for short in pack(code).table("text").get("abbreviations", ())
        if not re.search(rf"(?<!\w){re.escape(short.lower())}\.", printed)
    ]
    assert missing == []


def plain_text(code: str) -> str:
    """The sentences of a language without their brackets and marks, in small letters."""
    text = "\n".join(f" {unmark(marked)[0].lower()} " for marked in sentences(code))
    return text.translate(str.maketrans(",:.", "   "))


@pytest.mark.parametrize("code", VERB_FINAL)
def test_every_word_beside_a_verb_that_stands_last_has_a_sentence(code: str) -> None:
    speech, text = pack(code).table("speech"), plain_text(code)
    joins = dict(speech["joins"])
    begun = [name for name in ("naming", "auxiliaries", "unable") if name in joins]
    open_ended = [*speech["verbs"]["other"], *speech["verbs"]["request"]]
    open_ended += [entry for name in begun for entry in joins.pop(name)]
    whole = sorted({entry for entries in joins.values() for entry in entries})
    missing = [entry for entry in open_ended if f" {entry}" not in text]
    assert missing + [entry for entry in whole if f" {entry} " not in text] == []


def words_of(code: str) -> list[str]:
    """Words of a language's corpus, the unmarked sentences cut into them."""
    plain = " ".join(unmark(marked)[0] for marked in sentences(code)[:80])
    return sorted({f"{word} " for word in plain.split()} | {f" {cue} " for cue in cues(code)[:60]})


PUNCTUATION = ['"', "“", "”", "«", "»", "„", "'", " - ", " — ", ", ", ". ", ": ", "? ", "\n", "("]
SNIPPETS = {code: st.sampled_from([*PUNCTUATION, *words_of(code)]) for code in codes()}


@pytest.mark.parametrize("code", codes())
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_spans_hold_on_any_text(code: str, data: st.DataObject) -> None:
    some = st.lists(st.one_of(SNIPPETS[code], st.text(max_size=6)), max_size=30)
    text = "".join(data.draw(some))
    page = lay_out(text, pack(code), None)
    drafts = find(page)
    for draft in drafts:
        line = page.lines[draft.line]
        assert line.start <= draft.content[0] < draft.content[1] <= line.end
        for span in (*draft.parts, *(s for s in (draft.cue, draft.source) if s is not None)):
            assert 0 <= span[0] < span[1] <= len(text)
        if draft.parts:
            assert draft.content == (draft.parts[0][0], draft.parts[-1][1])
            assert list(draft.parts) == sorted(draft.parts)
    assert drafts == find(lay_out(text, pack(code), None))


def lines_that_repeat() -> Iterator[Any]:
    """For each language pieces of text that a line may be made of, over and over."""
    for code in codes():
        plain = " ".join(unmark(marked)[0] for marked in sentences(code)[:200])
        yield pytest.param(code, plain.replace(".", ","), id=f"{code}-everything")
        for piece in table(code).get("repeated", ()):
            yield pytest.param(code, piece, id=f"{code}-{piece.strip()}")


@pytest.mark.parametrize(("code", "piece"), list(lines_that_repeat()))
def test_one_long_line_takes_time_in_proportion(code: str, piece: str) -> None:
    times = []
    for size in (10_000, 40_000):
        page = lay_out((piece * (size // len(piece) + 1))[:size], pack(code), None)
        start = perf_counter()
        find(page)
        times.append(perf_counter() - start)
    assert times[1] < 12 * times[0] + 1.0
