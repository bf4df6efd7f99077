"""The accuracy tables: every set of gold read and scored."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from sholu.measure.articles import Reader, article_blocks
from sholu.measure.foreseen import (
    ForeseenScore,
    judge_expectations,
    judge_silences,
    score_expectations,
    score_silences,
)
from sholu.measure.gold import GoldDocument, GoldSet, find, load
from sholu.measure.quotations import Judged, QuotationScore, judge_set, rows, score
from sholu.measure.score import Score
from sholu.measure.table import percent, table
from sholu.measure.voices import voices
from sholu.model import Reading, UsageError
from sholu.read import read
from sholu.world import World

_HEAD = (
    *("kind", "n", "found", "exact P", "exact R", "exact F"),
    *("ov50 P", "ov50 R", "ov50 F", "speaker", "e2e F", "same kind"),
)
_FORESEEN_HEAD = (
    *("strength", "n", "found", "ov50 P", "ov50 R", "ov50 F"),
    *("strength", "negated", "due", "due stated", "condition"),
)
_QUIET_HEAD = ("silences", "n", "found", "ov50 P", "ov50 R", "ov50 F", "kind")


def measure(gold: Path, *, world: World, sets: Iterable[str] | None = None) -> str:
    """Read every set of gold below `gold` and print how well it was read, a table a set.

    Args:
        gold: the folder of gold, or one file of it.
        world: who is who, for the reader.
        sets: keep the sets whose path contains one of these words.

    Raises:
        UsageError: where there is no gold, or a line of it is not as it should be.
    """
    reader = reader_for(world)
    wanted = None if sets is None else tuple(sets)
    blocks = [
        _set_block(load(name, subject, path), reader) for name, subject, path in find(gold, wanted)
    ]
    blocks += article_blocks(gold, reader, world=world, sets=wanted)
    if not blocks:
        raise UsageError(f"no set of gold below {gold}: a set is a .jsonl with text and quotes")
    return "\n\n".join(blocks) + "\n"


def reader_for(world: World) -> Reader:
    """The house's reader with its world filled in."""
    return partial(read, world=world)


def read_all(documents: Sequence[GoldDocument], reader: Reader) -> tuple[list[Reading], float]:
    """The readings of a set and its speed in characters a second, tables loaded beforehand."""
    if documents:
        reader(documents[0].document)
    start = perf_counter()
    readings = [reader(item.document) for item in documents]
    taken = perf_counter() - start
    characters = sum(len(item.document.text) for item in documents)
    return readings, characters / taken if taken else 0.0


def quotation_table(gold: GoldSet, judged: Sequence[Sequence[Judged]]) -> str:
    """The table of one set of quotations; rows that would be empty are left out."""
    kinds = {quote.kind for item in gold.documents for quote in item.quotes}
    lang = gold.documents[0].document.lang or ""
    flat = [item for part in judged for item in part]
    scores = [score(row, flat) for row in rows(lang, kinds)]
    body = [_row(line) for line in scores if line.overlap.gold or line.overlap.found]
    return table(_title(gold), _HEAD, body)


def expectation_tables(gold: GoldSet, readings: Sequence[Reading]) -> str:
    """The tables of one set of expectations and silences; shares are of the matched."""
    both = list(zip(gold.documents, readings, strict=True))
    foreseen = [pair for item, reading in both for pair in judge_expectations(item, reading)]
    quiet = [pair for item, reading in both for pair in judge_silences(item, reading)]
    body = [_foreseen_row(line) for line in score_expectations(foreseen)]
    score, kind = score_silences(quiet)
    silences = ["all", *_overlap(score), _of(kind, score.hits)]
    return "\n".join(
        [
            table(_title(gold), _FORESEEN_HEAD, body),
            table(_title(gold), _QUIET_HEAD, [silences]),
        ]
    )


def _set_block(gold: GoldSet, reader: Reader) -> str:
    readings, speed = read_all(gold.documents, reader)
    if gold.subject == "expectations":
        tables = expectation_tables(gold, readings)
    else:
        tables = _quotation_block(gold, readings)
    return f"{tables}\n{speed:,.0f} chars/s"


def _quotation_block(gold: GoldSet, readings: Sequence[Reading]) -> str:
    judged = judge_set(gold, readings)
    printed = quotation_table(gold, judged)
    if gold.names_voices:
        printed += "\n" + _voice_line(judged)
    return printed


def _foreseen_row(line: ForeseenScore) -> list[str]:
    hits = line.overlap.hits
    return [
        line.name,
        *_overlap(line.overlap),
        _of(line.strength, hits),
        _of(line.negated, hits),
        _of(line.due, hits),
        f"{line.due_dated}/{line.dated}",
        _of(line.condition, hits),
    ]


def _overlap(score: Score) -> list[str]:
    shares = (score.precision, score.recall, score.f1)
    return [str(score.gold), str(score.found), *map(percent, shares)]


def _of(part: int, whole: int) -> str:
    return percent(part / whole) if whole else "-"


def _row(line: QuotationScore) -> list[str]:
    shares = (line.speaker, line.end_to_end.f1, line.same_kind)
    return [
        line.name,
        str(line.overlap.gold),
        str(line.overlap.found),
        *map(percent, (line.exact.precision, line.exact.recall, line.exact.f1)),
        *map(percent, (line.overlap.precision, line.overlap.recall, line.overlap.f1)),
        *map(percent, shares),
    ]


def _voice_line(judged: Sequence[Sequence[Judged]]) -> str:
    result = voices(judged)
    return (
        f"voices of {result.matched} matched: B-cubed P {percent(result.precision)} "
        f"R {percent(result.recall)} F {percent(result.f1)}, given {percent(result.given)}, "
        f"wrong {percent(result.wrong)}"
    )


def _title(gold: GoldSet) -> str:
    return f"{gold.name} ({len(gold.documents)} documents)"
