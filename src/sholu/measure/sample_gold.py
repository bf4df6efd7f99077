"""Gold for whole articles: statements, voices, expectations, silences, sections and the event."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sholu.measure.gold import Foreseen, GoldDocument, Quiet, Quote, Range
from sholu.model import Document, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVoice:
    """A voice as people named it; several who speak together are joined by "; "."""

    name: str
    country: str | None = None
    bloc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEvent:
    """The event that the articles are about, all names in English."""

    kind: str
    start: str
    end: str
    place: str
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSettlement:
    """What became of an expectation of the first article; `statuses` are all that are accepted."""

    expectation: int
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleGold:
    """One article with everything that must be found in it.

    Attributes:
        marked: its quotations, expectations and silences.
        voices: for each quotation of `marked`.
        due_ends: last day due for each expectation of `marked`, null where not stated.
        expecting: whose expectation it is, for each of `marked`.
        silent: who is silent, for each silence of `marked`.
        headings: where each section begins, with its name in English.
    """

    marked: GoldDocument
    voices: tuple[NamedVoice, ...] = ()
    due_ends: tuple[str | None, ...] = ()
    expecting: tuple[NamedVoice, ...] = ()
    silent: tuple[tuple[NamedVoice, ...], ...] = ()
    headings: tuple[tuple[int, str], ...] = ()
    event: SampleEvent | None = None
    settlements: tuple[SampleSettlement, ...] = ()


def sample_files(gold: Path) -> Iterator[Path]:
    """The files of whole articles that stand directly in the gold folder, by name.

    `gold` may be one such file.
    """
    if gold.is_dir() or gold.suffix == ".json":
        for path in sorted(gold.glob("*.json")) if gold.is_dir() else [gold]:
            entries = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(entries, list) and all("statements" in entry for entry in entries):
                yield path


def sample_ids(path: Path) -> list[str]:
    """Ids of the articles that a file of gold is about, in its order."""
    return [entry["id"] for entry in json.loads(path.read_text(encoding="utf-8"))]


def load_sample(path: Path, documents: dict[str, Document]) -> list[SampleGold]:
    """The gold of each article, laid over the documents with the same ids.

    Raises `UsageError` where an article is missing or does not hold the words the gold names.
    """
    entries = json.loads(path.read_text(encoding="utf-8"))
    for entry in entries:
        if entry["id"] not in documents:
            raise UsageError(f"{path}: the article {entry['id']} is not among the samples")
        _check(entry, documents[entry["id"]], path)
    return [_sample(entry, documents[entry["id"]]) for entry in entries]


def _check(entry: dict[str, Any], document: Document, path: Path) -> None:
    for part in ("statements", "expectations", "silences"):
        for item in entry.get(part, ()):
            start, end = _range(item["content"])
            if document.text[start:end] != item["content"]["text"]:
                raise UsageError(f"{path}: {document.id} does not hold the words at {start}")


def _sample(entry: dict[str, Any], document: Document) -> SampleGold:
    statements = entry["statements"]
    expectations = entry.get("expectations", ())
    silences = entry.get("silences", ())
    return SampleGold(
        marked=GoldDocument(
            document=document,
            quotes=tuple(_quote(item) for item in statements),
            expectations=tuple(
                Foreseen(content=_range(item["content"]), strength=item["strength"])
                for item in expectations
            ),
            silences=tuple(
                Quiet(content=_range(item["content"]), kind=item.get("kind", "silent"))
                for item in silences
            ),
        ),
        voices=tuple(
            NamedVoice(name=item["voice"], country=item.get("country")) for item in statements
        ),
        due_ends=tuple(item["due"] for item in expectations),
        expecting=tuple(NamedVoice(name=item["voice"]) for item in expectations),
        silent=tuple(tuple(NamedVoice(**voice) for voice in item["voices"]) for item in silences),
        headings=tuple(
            (section["heading"]["start"], section["bloc"]) for section in entry.get("sections", ())
        ),
        event=_event(entry.get("event")),
        settlements=tuple(
            SampleSettlement(
                expectation=item["expectation"],
                statuses=tuple(filter(None, (item["status"], item.get("also_accepted")))),
            )
            for item in entry.get("settlement", ())
        ),
    )


def _quote(item: dict[str, Any]) -> Quote:
    source, cue = item["source"], item.get("cue")
    return Quote(
        content=_range(item["content"]),
        kind=item["kind"],
        speaker=(_range(source),) if source else (),
        cue=cue["text"] if cue else "",
        voice=item["voice"],
    )


def _event(entry: dict[str, Any] | None) -> SampleEvent | None:
    if entry is None:
        return None
    return SampleEvent(
        kind=entry["type"],
        start=entry["start"],
        end=entry["end"],
        place=entry["place"],
        participants=tuple(entry["participants"]),
    )


def _range(entry: dict[str, Any]) -> Range:
    return entry["start"], entry["end"]
