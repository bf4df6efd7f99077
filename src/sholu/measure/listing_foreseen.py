"""The single mistakes behind a table of expectations and silences."""

from collections.abc import Iterator, Sequence

from sholu.measure.foreseen import ForeseenPair, QuietPair
from sholu.measure.gold import Foreseen, Range
from sholu.model import Expectation, Silence, Span


def foreseen_listing(
    judged: Sequence[ForeseenPair | QuietPair], *, mistake: str, kind: str | None, limit: int | None
) -> str:
    """The mistakes of one sort, each as a few lines, under their number.

    "kind" lists those of another strength (another kind, for silences) and `kind` keeps those of
    one strength or kind. The other sorts have no meaning here and list nothing.
    """
    chosen = [item for item in judged if _is(item, mistake) and kind in (None, *_kinds(item)[:1])]
    blocks = ["\n".join(_describe(item)) for item in chosen[:limit]]
    return "\n\n".join([f"{len(chosen)} {mistake}", *blocks]) + "\n"


def _is(item: ForeseenPair | QuietPair, mistake: str) -> bool:
    if mistake == "missed":
        return item.found is None
    if mistake == "spurious":
        return item.wanted is None
    return mistake == "kind" and len(set(_kinds(item))) == 2


def _kinds(item: ForeseenPair | QuietPair) -> list[str]:
    """The gold's strength or kind, then that of what was found."""
    if isinstance(item, ForeseenPair):
        return [side.strength for side in (item.wanted, item.found) if side]
    return [side.kind for side in (item.wanted, item.found) if side]


def _describe(item: ForeseenPair | QuietPair) -> Iterator[str]:
    document = item.gold.document
    start, end = _hull(item)
    yield f"{document.id}:{start}"
    if item.wanted:
        yield f"  gold  {_gold_parts(item)} [{document.text[slice(*item.wanted.content)]}]"
    if item.found:
        yield f"  found {_found_parts(item.found)} [{item.found.content.text}]"
    line_start, line_end = document.text.rfind("\n", 0, start) + 1, document.text.find("\n", end)
    yield f"  text  {document.text[line_start : line_end if line_end >= 0 else None]}"


def _hull(item: ForeseenPair | QuietPair) -> Range:
    if item.wanted:
        return item.wanted.content
    return (item.found.content.start, item.found.content.end) if item.found else (0, 0)


def _gold_parts(item: ForeseenPair | QuietPair) -> str:
    wanted, text = item.wanted, item.gold.document.text
    if not isinstance(wanted, Foreseen):
        return wanted.kind if wanted else ""
    due = text[slice(*wanted.due)] if wanted.due else "-"
    condition = text[slice(*wanted.condition)] if wanted.condition else "-"
    return f"{wanted.strength}{', negated' * wanted.negated} | due: {due} | if: {condition}"


def _found_parts(found: Expectation | Silence) -> str:
    if isinstance(found, Silence):
        return found.kind
    due, condition = _text(found.due_words), _text(found.condition)
    return f"{found.strength}{', negated' * found.negated} | due: {due} | if: {condition}"


def _text(span: Span | None) -> str:
    return span.text if span else "-"
