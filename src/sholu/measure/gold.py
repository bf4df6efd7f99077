"""Hand-made gold: which files below a folder hold it, and what stands in them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from sholu.model import Document, UsageError

Range: TypeAlias = tuple[int, int]
Subject: TypeAlias = Literal["quotes", "expectations"]
_OTHER_MATTER = ("parallel", "kaznerd", "stories")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One gold quotation. `content` is the hull where a cue interrupts it.

    Attributes:
        speaker: the ranges of the source as printed; empty where none is printed.
        cue: the words of saying as printed; empty where there are none.
        voice: canonical name of the real source; null where the set does not give one.
    """

    content: Range
    kind: str
    speaker: tuple[Range, ...] = ()
    cue: str = ""
    voice: str | None = None
    nested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """One gold expectation."""

    content: Range
    strength: str
    negated: bool = False
    due: Range | None = None
    condition: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """One gold silence."""

    content: Range
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document with what people marked in it."""

    document: Document
    quotes: tuple[Quote, ...] = ()
    expectations: tuple[Foreseen, ...] = ()
    silences: tuple[Quiet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """One file of gold. `name` is its path below the gold folder, without the ending."""

    name: str
    subject: Subject
    documents: tuple[GoldDocument, ...]

    @property
    def names_voices(self) -> bool:
        """Whether it says of any quotation whose it is."""
        return any(quote.voice is not None for item in self.documents for quote in item.quotes)


def find(gold: Path, sets: Iterable[str] | None = None) -> Iterator[tuple[str, Subject, Path]]:
    """Name, subject and path of every set below `gold`, by path.

    `gold` may be one file. `sets` keeps the sets whose name contains one of the given words.
    Raises `UsageError` where `gold` does not exist.
    """
    if not gold.exists():
        raise UsageError(f"there is no gold at {gold}: give the folder that holds the sets")
    wanted = None if sets is None else tuple(sets)
    root = gold.parent if gold.is_file() else gold
    for path in [gold] if gold.is_file() else sorted(gold.rglob("*.jsonl")):
        if path.suffix != ".jsonl":
            continue
        name = path.relative_to(root).with_suffix("").as_posix()
        subject = _subject(path, name)
        if subject and (wanted is None or any(word in name for word in wanted)):
            yield name, subject, path


def load(name: str, subject: Subject, path: Path) -> GoldSet:
    """Read one set; raises `UsageError` naming the line that is not as it should be."""
    documents = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                documents.append(_document(line, f"{path}:{number}"))
    return GoldSet(name=name, subject=subject, documents=tuple(documents))


def _subject(path: Path, name: str) -> Subject | None:
    if any(part.startswith(_OTHER_MATTER) for part in name.split("/")):
        return None
    with path.open(encoding="utf-8") as lines:
        first = next((line for line in lines if line.strip()), "{}")
    keys = json.loads(first)
    if "text" not in keys or "lang" not in keys:
        return None
    return "quotes" if "quotes" in keys else "expectations" if "expectations" in keys else None


def _document(line: str, place: str) -> GoldDocument:
    try:
        item = json.loads(line)
        return GoldDocument(
            document=Document(
                id=str(item["id"]),
                text=item["text"],
                lang=item["lang"],
                published=item.get("date"),
                outlet=item.get("publisher"),
                source=place,
            ),
            quotes=tuple(_quote(entry) for entry in item.get("quotes", ())),
            expectations=tuple(_foreseen(entry) for entry in item.get("expectations", ())),
            silences=tuple(_quiet(entry) for entry in item.get("silences", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{place}: not a line of gold ({error!r})") from error


def _quote(entry: dict[str, Any]) -> Quote:
    return Quote(
        content=(entry["start"], entry["end"]),
        kind=entry["kind"],
        speaker=_ranges(entry.get("speaker")),
        cue=(entry.get("cue") or {}).get("text", ""),
        voice=entry.get("voice"),
        nested=bool(entry.get("nested")),
    )


def _foreseen(entry: dict[str, Any]) -> Foreseen:
    return Foreseen(
        content=(entry["content"]["start"], entry["content"]["end"]),
        strength=entry["strength"],
        negated=bool(entry.get("negated")),
        due=_range(entry.get("due")),
        condition=_range(entry.get("condition")),
    )


def _quiet(entry: dict[str, Any]) -> Quiet:
    return Quiet(content=(entry["content"]["start"], entry["content"]["end"]), kind=entry["kind"])


def _range(entry: dict[str, Any] | None) -> Range | None:
    return (entry["start"], entry["end"]) if entry else None


def _ranges(entry: dict[str, Any] | None) -> tuple[Range, ...]:
    if not entry:
        return ()
    return tuple((start, end) for start, end in entry.get("spans") or [_range(entry)])
