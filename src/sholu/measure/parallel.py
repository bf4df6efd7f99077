"""Whether the same news says as much in translation: statements a line, against English.

For a language without gold: texts that run line by line beside each other hold the same quotations,
so a line of the one should give as many statements as that of the other.
"""

from dataclasses import dataclass
from pathlib import Path

from sholu.language import available
from sholu.measure.articles import Reader
from sholu.measure.gold import load
from sholu.measure.score import Score
from sholu.model import Document

_PREFIX = "parallel."
_AGAINST = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How many statements a language's lines have in common with the English ones."""

    lang: str
    documents: int
    score: Score


def agreements(folder: Path, reader: Reader) -> list[Agreement]:
    """Every language with a pack and a parallel file beside the English one, by code.

    Args:
        folder: holds `parallel.<code>.jsonl` files, documents by id, line by line.
        reader: reads a document.
    """
    english = folder / f"{_PREFIX}{_AGAINST}.jsonl"
    if not english.is_file():
        return []
    wanted = {document.id: _by_line(document, reader) for document in _documents(english)}
    found = []
    for path in sorted(folder.glob(f"{_PREFIX}*.jsonl")):
        lang = path.name.removeprefix(_PREFIX).removesuffix(".jsonl")
        if path == english or lang not in available():
            continue
        documents = [document for document in _documents(path) if document.id in wanted]
        pairs = [(wanted[document.id], _by_line(document, reader)) for document in documents]
        found.append(
            Agreement(
                lang=lang,
                documents=len(documents),
                score=_agreement(pairs),
            )
        )
    return found


def _documents(path: Path) -> list[Document]:
    """The documents of a file of gold in which nothing is marked."""
    return [item.document for item in load(path.stem, "quotes", path).documents]


def _by_line(document: Document, reader: Reader) -> dict[int, int]:
    """How many statements begin in each line, those within others left out."""
    counts: dict[int, int] = {}
    for statement in reader(document).statements:
        if not statement.nested:
            line = document.text.count("\n", 0, statement.content.start)
            counts[line] = counts.get(line, 0) + 1
    return counts


def _agreement(pairs: list[tuple[dict[int, int], dict[int, int]]]) -> Score:
    gold = sum(sum(english.values()) for english, _ in pairs)
    found = sum(sum(other.values()) for _, other in pairs)
    hits = sum(
        min(count, other.get(line, 0))
        for english, other in pairs
        for line, count in english.items()
    )
    return Score(gold=gold, found=found, hits=hits)
