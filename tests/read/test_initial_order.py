"""Sentences with the statements that must be found in them, for every language that has some."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sholu.language import pack
from sholu.read.draft import Draft, Range
from sholu.read.final import order as final_order
from sholu.read.initial import order as initial_order
from sholu.read.page import Page, lay_out

CORPUS = Path(__file__).parents[1] / "corpus"
Shape = tuple[str, tuple[Range, ...], Range | None, Range | None]
MARKS = "\"“”„«»'‘’"
OPENING = re.compile(r"([\[{<])(?:(\d{1,2}) )?")
CLOSING = {"]": "content", "}": "cue", ">": "source"}
NAMES = {"[": "content", "{": "cue", "<": "source"}


@dataclass(slots=True)
class Said:
    """What a marked sentence says must be found."""

    content: list[Range] = field(default_factory=list)
    cue: Range | None = None
    source: Range | None = None


def unmark(marked: str) -> tuple[str, list[Said]]:
    """The plain sentence, and the statements its brackets mark."""
    text: list[str] = []
    said: dict[int, Said] = {}
    stack: list[tuple[str, str, int]] = []
    at = 0
    while at < len(marked):
        if (opening := OPENING.match(marked, at)) is not None:
            stack.append((NAMES[opening[1]], opening[2] or "1", len(text)))
            at = opening.end()
            continue
        if marked[at] in CLOSING:
            name, numbers, start = stack.pop()
            assert name == CLOSING[marked[at]], marked
            span = (start, len(text))
            for number in numbers:
                statement = said.setdefault(int(number), Said())
                if name == "content":
                    statement.content.append(span)
                else:
                    setattr(statement, name, span)
        else:
            text.append(marked[at])
        at += 1
    assert not stack, marked
    return "".join(text), [said[number] for number in sorted(said)]


def kind_of(text: str, said: Said) -> str:
    """Direct where every piece is in marks, mixed where marks stand inside, else indirect."""
    pieces = [text[start:end] for start, end in said.content]
    around = [text[start - 1 : start] + text[end : end + 2] for start, end in said.content]
    if all(part[:1] and part[0] in MARKS and set(part[1:]) & set(MARKS) for part in around):
        return "direct"
    return "mixed" if any(set(piece) & set('"“”„«»') for piece in pieces) else "indirect"


def cases() -> Iterator[Any]:
    """All marked sentences of all languages."""
    for file in sorted(CORPUS.glob("*.toml")):
        table = tomllib.loads(file.read_text("utf-8"))
        for case in table.get("case", ()):
            yield pytest.param(file.stem, case, id=f"{file.stem}-{case['id']}")
        for number, text in enumerate(table.get("lines", ()), start=1):
            yield pytest.param(file.stem, {"text": text}, id=f"{file.stem}-line-{number}")


def find(page: Page) -> list[Draft]:
    """Statements by the order of the page's language."""
    return (final_order if page.pack.order == "final" else initial_order).find(page)


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


@pytest.mark.parametrize("code", ["en", "ru"])
def test_every_verb_and_phrase_has_a_sentence(code: str) -> None:
    table = tomllib.loads((CORPUS / f"{code}.toml").read_text("utf-8"))
    marked = [case["text"] for case in table["case"]] + table.get("lines", [])
    cues = set()
    for sentence in marked:
        text, said = unmark(sentence)
        for statement in said:
            if statement.cue is not None:
                cues.add(text[slice(*statement.cue)].lower())
    speech = pack(code).table("speech")
    groups = [
        {form.replace("_", " ") for form in forms.replace(";", " ").split()}
        for verbs in speech["verbs"]
        for forms in verbs["forms"]
    ]
    for name in ("according_to", "according_to_whose", "impersonal"):
        groups += [{phrase} for phrase in speech.get(name, ())]
    missing = [
        sorted(forms)[0]
        for forms in groups
        if not any(re.search(rf"\b{re.escape(form)}\b", cue) for cue in cues for form in forms)
    ]
    assert missing == []


MARKS_AND_STOPS = [
    '"',
    "“",
    "”",
    "«",
    "»",
    "'",
    " - ",
    " — ",
    ", ",
    ". ",
    ": ",
    "? ",
    "\n",
    "(",
    ")",
]
ENGLISH = [
    " said ",
    " told ",
    "that ",
    "according to ",
    " Ada Brook",
    " the mayor",
    " who ",
    "U.S. ",
]
RUSSIAN = ["сказал ", "что ", "по словам ", " Ада Брук", "как ", "по его словам", "и ", "АДА: "]
SNIPPETS = st.sampled_from([*MARKS_AND_STOPS, *ENGLISH, *RUSSIAN])


@pytest.mark.parametrize("code", ["en", "ru"])
@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(st.one_of(SNIPPETS, st.text(max_size=6)), max_size=30))
@example(pieces=['"', ", said ", '"', " told ", '"'])
def test_spans_hold_on_any_text(code: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    page = lay_out(text, pack(code), None)
    drafts = initial_order.find(page)
    for draft in drafts:
        line = page.lines[draft.line]
        assert line.start <= draft.content[0] < draft.content[1] <= line.end
        for span in (*draft.parts, *(s for s in (draft.cue, draft.source) if s is not None)):
            assert 0 <= span[0] < span[1] <= len(text)
        if draft.parts:
            assert draft.content == (draft.parts[0][0], draft.parts[-1][1])
    assert drafts == initial_order.find(lay_out(text, pack(code), None))


@pytest.mark.parametrize(
    "piece",
    [
        'He said, and she told them, that "it" was so, ',
        "said ",
        '"Yes," said she, ',
        "according to the mayor, ",
        "Ada Brook, the mayor, ",
        '"',
    ],
    ids=["clauses", "cues", "quotations", "phrases", "appositions", "marks"],
)
def test_one_long_line_takes_time_in_proportion(piece: str) -> None:
    times = []
    for size in (10_000, 40_000):
        page = lay_out(piece * (size // len(piece)), pack("en"), None)
        start = perf_counter()
        initial_order.find(page)
        times.append(perf_counter() - start)
    assert times[1] < 12 * times[0] + 1.0
