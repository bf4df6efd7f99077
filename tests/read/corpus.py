"""The marked sentences of every language: `tests/corpus/<code>.toml`, one file a language."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sholu.read.draft import Range

CORPUS = Path(__file__).parents[1] / "corpus"
Shape = tuple[str, tuple[Range, ...], Range | None, Range | None]
MARKS = "\"“”„«»'‘’「」"
NO_BREAK = "\u00a0\u202f"  # spaces that French sets inside its marks
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
    around = [
        text[:start].rstrip(NO_BREAK)[-1:] + text[end:].lstrip(NO_BREAK)[:2]
        for start, end in said.content
    ]
    if all(part[:1] and part[0] in MARKS and set(part[1:]) & set(MARKS) for part in around):
        return "direct"
    return "mixed" if any(set(piece) & set('"“”„«»') for piece in pieces) else "indirect"


@cache
def table(code: str) -> dict[str, Any]:
    """The corpus of one language; empty where it has none."""
    file = CORPUS / f"{code}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def codes() -> list[str]:
    """Languages that have a corpus."""
    return sorted(file.stem for file in CORPUS.glob("*.toml"))


def sentences(code: str) -> list[str]:
    """Every marked sentence of one language."""
    return [case["text"] for case in table(code).get("case", ())] + table(code).get("lines", [])


def cues(code: str) -> list[str]:
    """The words of saying marked in the sentences of one language, in small letters."""
    found = []
    for marked in sentences(code):
        text, said = unmark(marked)
        found += [text[slice(*item.cue)].lower() for item in said if item.cue is not None]
    return found


def cases() -> Iterator[Any]:
    """All marked sentences of all languages; one that `fails` says why it is not read yet."""
    for code in codes():
        for case in table(code).get("case", ()):
            why = case.get("fails")
            marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
            yield pytest.param(code, case, id=f"{code}-{case['id']}", marks=marks)
        for number, text in enumerate(table(code).get("lines", ()), start=1):
            yield pytest.param(code, {"text": text}, id=f"{code}-line-{number}")


def assessments() -> Iterator[Any]:
    """Language, marked sentence, what its words show, and the words that show it."""
    for code in codes():
        for marked, *shown in table(code).get("assessments", ()):
            shows, words = shown or (None, None)
            yield pytest.param(code, marked, shows, words, id=f"{code}-{marked[:40]}")
