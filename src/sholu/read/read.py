"""A document -> its reading: laid out, searched for statements, its voices told apart."""

import gc
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from sholu.language import Pack, available, pack, passages
from sholu.model import (
    Document,
    Mention,
    Outlet,
    Reading,
    Span,
    Statement,
    Voice,
)
from sholu.read.assessment import assess
from sholu.read.dating.dates import find_dates
from sholu.read.draft import Draft, Range
from sholu.read.foretold.expectations import find_expectations
from sholu.read.orders import find
from sholu.read.page import Page, lay_out
from sholu.read.silence.silences import find_silences
from sholu.read.translation import translation_of
from sholu.read.voices.carrier import carrier_of, credit_of
from sholu.read.voices.cast import Cast
from sholu.read.voices.surnames import surnames, without_surnames
from sholu.world import Found, World

_Item = TypeVar("_Item")


@dataclass(slots=True)
class _Part:
    """What one language pack reads of a document."""

    page: Page
    mentions: list[Found]
    cast: Cast


@contextmanager
def _without_collector() -> Iterator[None]:
    """Garbage is not searched for: reading makes no cycles, so nothing would be found.

    In a long document the search would walk over all that was read so far, again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read(document: Document, *, world: World) -> Reading:
    """Read a document: who said what, what is expected, who is silent, and when.

    A pure function of the document and the world. Passages in a language without a pack are named
    in `Reading.unread`; no text makes it raise.
    """
    with _without_collector():
        return _read(document, world)


def _read(document: Document, world: World) -> Reading:
    text = document.text
    runs = passages(text, hint=document.lang)
    parts, unread = _parts(document, runs, world)
    mentions = [mention for part in parts for mention in part.mentions]
    pages = [part.page for part in parts]
    outlet = carrier_of(document, pages, mentions, world)
    credit = credit_of(pages, mentions)
    chain = tuple(dict.fromkeys(name for name in (credit, outlet and outlet.id) if name))
    day = parts[0].page.day if parts else document.day
    lang = _main_language(runs)
    statements = _statements(parts, chain)
    narrator = _narrator(world.outlet(credit) if credit else outlet, world, lang, day)
    return Reading(
        id=document.id,
        lang=lang if lang in available() else None,
        published=day,
        outlet=outlet,
        sha256=document.sha256,
        statements=statements,
        expectations=tuple(
            replace(item, id=f"e{number}")
            for number, item in _in_order(
                (item.content.start, item)
                for part in parts
                for item in find_expectations(part.page, statements, outlet_voice=narrator)
            )
        ),
        silences=tuple(
            replace(item, id=f"n{number}")
            for number, item in _in_order(
                (item.content.start, item)
                for part in parts
                for item in find_silences(part.page, statements, resolve=_resolver(part.cast))
            )
        ),
        dates=tuple(
            item
            for _, item in _in_order(
                (item.span.start, item) for part in parts for item in find_dates(part.page)
            )
        ),
        mentions=tuple(
            Mention(span=Span.cut(text, found.start, found.end), id=found.id, type=found.type)
            for found in sorted(mentions, key=lambda found: found.start)
        ),
        headings=tuple(
            Span.cut(text, line.start, line.end)
            for _, line in _in_order(
                (line.start, line) for part in parts for line in part.page.lines if line.heading
            )
        ),
        unread=unread,
    )


def _in_order(found: Iterable[tuple[int, _Item]]) -> Iterator[tuple[int, _Item]]:
    """What every language's part found, in the order of the text, numbered from one."""
    ordered = sorted(found, key=lambda pair: pair[0])
    return enumerate((item for _, item in ordered), start=1)


def _parts(
    document: Document, runs: Sequence[tuple[int, int, str]], world: World
) -> tuple[list[_Part], tuple[tuple[str, Span], ...]]:
    by_language: dict[str, list[Range]] = {}
    unread = []
    for start, end, language in runs:
        if language in available():
            by_language.setdefault(language, []).append((start, end))
        elif document.text[start:end].strip():
            unread.append((language, Span.cut(document.text, start, end)))
    parts = []
    for language, spans in by_language.items():
        parts.append(_part(document, pack(language), spans, len(runs) > 1, world))
    return parts, tuple(unread)


def _part(
    document: Document, language: Pack, spans: list[Range], several: bool, world: World
) -> _Part:
    page = lay_out(document.text, language, document.day, spans if several else ())
    starts = [start for start, _ in spans]
    mentions = [
        found
        for found in world.mentions(document.text, language.code)
        if not several or found.start < _end_before(starts, spans, found.start)
    ]
    people = surnames(page, mentions)
    mentions = without_surnames(page, mentions, people)
    return _Part(page, mentions, Cast(page, world, mentions, page.day, surnames=people))


def _end_before(starts: list[int], spans: list[Range], at: int) -> int:
    """Where the last of the spans ends that begin before an offset or there, or 0."""
    number = bisect_right(starts, at)
    return spans[number - 1][1] if number else 0


def _main_language(runs: Sequence[tuple[int, int, str]]) -> str | None:
    """The language with most of the text; the first of equals."""
    totals: dict[str, int] = {}
    for start, end, language in runs:
        totals[language] = totals.get(language, 0) + end - start
    return max(totals, key=lambda language: totals[language]) if totals else None


def _statements(parts: list[_Part], chain: tuple[str, ...]) -> tuple[Statement, ...]:
    found: list[tuple[Draft, Statement]] = []
    for part in parts:
        drafts = _distinct(part.page.text, find(part.page))
        found += _cast(part, drafts, chain)
    found.sort(key=lambda pair: (pair[1].content.start, pair[1].content.end))
    return tuple(
        _numbered(statement, number) for number, (_, statement) in enumerate(found, start=1)
    )


def _distinct(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts in the order of the text; the same content is one statement, blank content none.

    Unless it stands in itself: "X writes, citing Z, that …" is X's and, within it, Z's.
    """
    seen: dict[tuple[Range, bool], Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.content, draft.source is None)):
        if text[slice(*draft.content)].strip():
            seen.setdefault((draft.content, draft.nested), draft)
    return sorted(
        seen.values(), key=lambda draft: (draft.content[0], -draft.content[1], draft.nested)
    )


def _cast(
    part: _Part, drafts: list[Draft], chain: tuple[str, ...]
) -> list[tuple[Draft, Statement]]:
    page, text = part.page, part.page.text
    part.cast.sources = frozenset(text[slice(*draft.source)] for draft in drafts if draft.source)
    headings = _headings(page)
    found = []
    outer: Statement | None = None
    for index, draft in enumerate(drafts):
        heading = headings[draft.line] if draft.line < len(headings) else None
        voice = part.cast.voice_of(draft, heading)
        if voice is None:
            voice = _named_next(part.cast, drafts, index)
        nested = draft.nested or (outer is not None and draft.content[1] <= outer.content.end)
        judged = assess(page, draft.content, draft.cue)
        statement = Statement(
            id="",
            kind=draft.kind,
            content=Span.cut(text, *draft.content),
            cue=Span.cut(text, *draft.cue) if draft.cue else None,
            source=Span.cut(text, *draft.source) if draft.source else None,
            parts=tuple(Span.cut(text, *piece) for piece in draft.parts),
            voice=voice,
            carriers=_carriers(outer if nested else None, chain),
            assessment=judged[0] if judged else None,
            assessment_words=judged[1] if judged else None,
            heading=Span.cut(text, *heading) if heading else None,
            nested=nested,
            translated=translation_of(page, draft),
        )
        if not nested:
            outer = statement
        found.append((draft, statement))
    return [
        (draft, replace(statement, voice=part.cast.in_the_end(statement.voice)))
        for draft, statement in found
    ]


def _headings(page: Page) -> list[Range | None]:
    """For every line the heading it stands under."""
    current: Range | None = None
    above = []
    for line in page.lines:
        above.append(None if line.heading else current)
        if line.heading:
            current = (line.start, line.end)
    return above


def _named_next(cast: Cast, drafts: list[Draft], index: int) -> Voice | None:
    """The first lines of a quotation whose speaker is named in a line right behind them."""
    for draft in drafts[index + 1 : index + 3]:
        if draft.line - drafts[index].line > 2:
            return None
        if draft.source is not None and draft.kind == "direct":
            return cast.voices_of(draft.source)[0]
    return None


def _carriers(outer: Statement | None, chain: tuple[str, ...]) -> tuple[str, ...]:
    """The carriers of a document, behind an outlet that a statement around this one quotes."""
    voice = outer.voice if outer is not None else None
    upstream = (voice.id,) if voice is not None and voice.type == "outlet" else ()
    return tuple(dict.fromkeys((*upstream, *chain)))


def _numbered(statement: Statement, number: int) -> Statement:
    return replace(statement, id=f"s{number}")


def _narrator(
    outlet: Outlet | None, world: World, lang: str | None, day: str | None
) -> Voice | None:
    """The carrier as a voice: whose an expectation is that nobody else is named for."""
    if outlet is None:
        return None
    resolution = world.resolve(outlet.name, lang or "en", day)
    if resolution is not None and resolution.voice.id == outlet.id:
        return resolution.voice
    return Voice(id=outlet.id, name=outlet.name, type="outlet", country=outlet.country)


def _resolver(cast: Cast) -> Callable[[int, int], tuple[Voice, ...]]:
    return lambda start, end: cast.voices_of((start, end))
