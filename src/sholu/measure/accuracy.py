"""How well every set of gold is read, as figures: for the page of accuracy and its floors."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sholu.language import available
from sholu.measure.articles import Reader
from sholu.measure.gold import GoldSet, find, load
from sholu.measure.quotations import QuotationScore, judge_set, rows, score
from sholu.measure.report import read_all
from sholu.measure.voices import VoiceScore, voices

# Rows with fewer gold quotations tell nothing.
_FEWEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAccuracy:
    """One set of quotations as read.

    Attributes:
        name: its path below the gold folder, without the ending.
        rows: kinds of quotations and their sums, those with few in gold left out.
        voices: null where the set names no voices.
    """

    name: str
    lang: str
    documents: int
    rows: tuple[QuotationScore, ...]
    voices: VoiceScore | None


def accuracies(gold: Path, reader: Reader, sets: Iterable[str] | None = None) -> list[SetAccuracy]:
    """Every set of quotations below a folder whose language has a pack, by name.

    Sets held for training ("train" in their name) are left out.
    """
    found = [
        _accuracy(load(name, subject, path), reader)
        for name, subject, path in find(gold, sets)
        if subject == "quotes" and "train" not in name
    ]
    return [each for each in found if each.lang in available()]


def _accuracy(gold: GoldSet, reader: Reader) -> SetAccuracy:
    lang = gold.documents[0].document.lang or ""
    readings, _ = read_all(gold.documents, reader)
    judged = judge_set(gold, readings)
    flat = [item for part in judged for item in part]
    kinds = {quote.kind for item in gold.documents for quote in item.quotes}
    scores = (score(row, flat) for row in rows(lang, kinds))
    return SetAccuracy(
        name=gold.name,
        lang=lang,
        documents=len(gold.documents),
        rows=tuple(line for line in scores if line.overlap.gold >= _FEWEST),
        voices=voices(judged) if gold.names_voices else None,
    )
