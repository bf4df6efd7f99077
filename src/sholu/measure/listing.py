"""The single mistakes behind a table, with the words around them, for whoever mends the reader."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from sholu.measure.foreseen import judge_expectations, judge_silences
from sholu.measure.gold import Range, find, load
from sholu.measure.listing_foreseen import foreseen_listing
from sholu.measure.listing_voices import voice_listing
from sholu.measure.quotations import Judged, judge
from sholu.measure.report import read_all, reader_for
from sholu.model import Statement, UsageError
from sholu.world import World

Mistake: TypeAlias = Literal["missed", "spurious", "speaker", "kind", "inexact", "voice"]
MISTAKES: tuple[str, ...] = get_args(Mistake)
_AROUND = 120

_IS: dict[str, Callable[[Judged], bool]] = {
    "missed": lambda item: item.statement is None,
    "spurious": lambda item: item.quote is None,
    "speaker": lambda item: _is_pair(item) and not item.speaker,
    "kind": lambda item: _is_pair(item) and _kind(item) != _kind_found(item),
    "inexact": lambda item: _is_pair(item) and not item.exact,
}


def errors(
    set_path: Path,
    *,
    world: World,
    mistake: Mistake = "missed",
    kind: str | None = None,
    limit: int | None = None,
) -> str:
    """The mistakes of one sort in one set, in the order of the set.

    Args:
        set_path: one file of gold.
        mistake: "missed", "spurious", "speaker" (wrong), "kind" (another),
            "inexact" or "voice" (somebody else's, or not that of the speaker's other statements).
        kind: keep quotations of this kind (expectations of this strength); for spurious ones,
            what was found of this kind.
        limit: at most so many; null for all.

    Raises:
        UsageError: where the file is not a set of gold.
    """
    found = list(find(set_path))
    if not found:
        raise UsageError(f"{set_path} is not a set of gold: give a .jsonl with text and quotes")
    gold = load(*found[0])
    readings, _ = read_all(gold.documents, reader_for(world))
    both = list(zip(gold.documents, readings, strict=True))
    if gold.subject == "expectations":
        pairs = [pair for item, reading in both for pair in judge_expectations(item, reading)]
        quiet = [pair for item, reading in both for pair in judge_silences(item, reading)]
        return foreseen_listing([*pairs, *quiet], mistake=mistake, kind=kind, limit=limit)
    if mistake == "voice":
        parts = [judge(item, reading) for item, reading in both]
        return voice_listing(parts, kind=kind, limit=limit)
    judged = [judged for item, reading in both for judged in judge(item, reading)]
    return listing(judged, mistake=mistake, kind=kind, limit=limit)


def listing(
    judged: Sequence[Judged], *, mistake: Mistake, kind: str | None, limit: int | None
) -> str:
    """The mistakes of one sort among the judged, each as a few lines, under their number."""
    chosen = [item for item in judged if _IS[mistake](item) and kind in (None, _kind(item))]
    blocks = ["\n".join(_describe(item)) for item in chosen[:limit]]
    return "\n\n".join([f"{len(chosen)} {mistake}", *blocks]) + "\n"


def _describe(item: Judged) -> Iterator[str]:
    document = item.gold.document
    hull = item.quote.content if item.quote else _hull(item.statement)
    yield f"{document.id}:{hull[0]}"
    if item.quote:
        speakers = " + ".join(document.text[a:b] for a, b in item.quote.speaker) or "-"
        yield _line("gold", item.quote.kind, speakers, item.quote.cue, item.quote.nested)
        yield f"        [{document.text[slice(*item.quote.content)]}]"
    if item.statement:
        source, cue = item.statement.source, item.statement.cue
        place = f"{source.text} @{source.start}" if source else "-"
        words = cue.text if cue else ""
        yield _line("found", item.statement.kind, place, words, item.statement.nested)
        yield f"        [{item.statement.content.text}]"
    yield "  text  " + _around(document.text, hull)


def _line(side: str, kind: str, source: str, cue: str, nested: bool) -> str:
    return f"  {side:<5} {kind}{', nested' * nested} | source: {source} | cue: {cue or '-'}"


def _around(text: str, hull: Range) -> str:
    start, end = hull
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    inside = text[start:end] if end - start <= _AROUND else f"{text[start : start + 40]} […]"
    return f"…{before}>>{inside}<<{after}…".replace("\n", "⏎")


def _is_pair(item: Judged) -> bool:
    return item.quote is not None and item.statement is not None


def _kind(item: Judged) -> str:
    return item.quote.kind if item.quote else _kind_found(item)


def _kind_found(item: Judged) -> str:
    return item.statement.kind if item.statement else ""


def _hull(statement: Statement | None) -> Range:
    return (statement.content.start, statement.content.end) if statement else (0, 0)
