"""Stated silences, with how much was read and who has spoken since."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sholu.model import ReviewStatement, Silence, SilenceItem, Voice
from sholu.review.article import Article, speakers
from sholu.stories.publishers import independent_publishers
from sholu.world import World

_WORD = re.compile(r"[^\W\d_]+")
# Words of a name that is one person's everywhere.
_FULL_NAME = 2
# Institutions that speak for their state, and words of an office that do not tell its matter.
_OF_STATE = frozenset(("ministry", "government"))
_OFFICE = frozenset(
    ("spokesperson", "spokesman", "spokeswoman", "minister", "ministry", "deputy", "first", "vice",
     "head", "of", "the", "for")
)  # fmt: skip


def find_silences(
    articles: Sequence[Article],
    statements: Sequence[ReviewStatement],
    *,
    copies: Mapping[str, str],
    voices: Mapping[tuple[str, str], Voice],
    world: World,
) -> tuple[SilenceItem, ...]:
    """Every silence that a document states, by date and place in the text.

    A copy does not state it again. `documents_read` counts documents that a pack reaches,
    `publishers_read` their independent publishers without copies. `voices` gives the merged voice
    by document and voice id.
    """
    read = [article for article in articles if article.lang is not None]
    publishers = independent_publishers(
        (article.id for article in read),
        outlets={article.id: article.outlet for article in articles},
        copies=copies,
        world=world,
    )
    days = {article.id: article.day for article in articles}
    return tuple(
        SilenceItem(
            document=article.id,
            silence=silence,
            documents_read=len(read),
            publishers_read=len(publishers),
            broken_by=_broken_by(silence.voices, article, statements, days, world),
        )
        for article in read
        if article.id not in copies
        for silence in _stated(article, voices)
    )


def _stated(article: Article, voices: Mapping[tuple[str, str], Voice]) -> list[Silence]:
    """The silences of an article in order, under the voices that the whole review knows."""
    return [
        replace(silence, voices=tuple(voices.get((article.id, v.id), v) for v in silence.voices))
        for silence in sorted(article.reading.silences, key=lambda s: s.content.start)
    ]


def _broken_by(
    silent: Collection[Voice],
    article: Article,
    statements: Sequence[ReviewStatement],
    days: Mapping[str, str | None],
    world: World,
) -> tuple[str, ...]:
    """Statements of the silent voices on the first day on which they speak afterwards.

    Afterwards is a later day, or the same day in another document.
    """
    spoken = [
        (days[item.document], item.id)
        for item in statements
        if _later(item.document, article, days) and _speaks(item.statement.voice, silent, world)
    ]
    first = min((day for day, _ in spoken if day is not None), default=None)
    return tuple(name for day, name in spoken if day == first)


def _later(document: str, article: Article, days: Mapping[str, str | None]) -> bool:
    """Whether the document tells of a time after the silence; never so without dates."""
    day, silent_on = days[document], article.day
    if day is None or silent_on is None or document == article.id:
        return False
    return day >= silent_on


def _speaks(voice: Voice | None, silent: Collection[Voice], world: World) -> bool:
    """Whether the voice is one of the silent, or speaks in its office for one of them."""
    if voice is None:
        return False
    return any(
        (single.id == other.id and _is_somebody(other)) or _speaks_for(single, other, world)
        for single in speakers(voice)
        for other in silent
    )


def _is_somebody(voice: Voice) -> bool:
    """Whether the id means one speaker in every document ("the ministry" does not)."""
    named = [word for word in voice.name.split() if word[:1].isupper()]
    return voice.known or (voice.type == "person" and len(named) >= _FULL_NAME)


def _speaks_for(voice: Voice, silent: Voice, world: World) -> bool:
    """Whether a person or body speaks for the silent state, or for the silent body of a state.

    For a state speak its offices; for a body those whose office names what the body is named
    after ("spokesperson of the foreign ministry", "Ministry of Foreign Affairs").
    """
    if not (voice.known and silent.known) or voice.country != silent.country:
        return False
    if silent.type == "state":
        return voice.role is not None or _kind(voice, world) in _OF_STATE
    if silent.type != "institution" or voice.role is None:
        return False
    matter = set(_WORD.findall(voice.role.lower())) - _OFFICE
    return bool(matter) and matter <= set(_WORD.findall(silent.names.get("en", "").lower()))


def _kind(voice: Voice, world: World) -> str | None:
    return getattr(world.entry(voice.id), "kind", None) if voice.type == "institution" else None
