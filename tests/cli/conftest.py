"""The command line with the rooms behind it replaced by small stand-ins."""

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from sholu.cli import run
from sholu.model import (
    DocumentCard,
    EventCard,
    Expectation,
    Outlet,
    Period,
    Reading,
    Review,
    Silence,
    Span,
    Statement,
    Voice,
)

NORTH = Outlet(id="north", name="North News", country="XA")
MINISTER = Voice(id="minister", name="Mira Talen", type="person", role="minister")


def read(document, *, world):
    """The whole text is one statement of the minister, an expectation and a silence."""
    if "crash" in document.text:
        raise ZeroDivisionError("division by zero")
    if "Foreign" in document.text:
        return Reading(
            id=document.id,
            lang=None,
            published=None,
            outlet=None,
            sha256=document.sha256,
            unread=(("fr", Span.cut(document.text, 0, len(document.text))),),
        )
    if "stop" in document.text:
        raise KeyboardInterrupt
    span = Span.cut(document.text, 0, len(document.text))
    return Reading(
        id=document.id,
        lang="en",
        published=document.day,
        outlet=NORTH,
        sha256=document.sha256,
        statements=(
            Statement(id="s1", kind="direct", content=span, voice=MINISTER, assessment="positive"),
        ),
        expectations=(
            Expectation(
                id="e1",
                content=span,
                voice=None,
                strength="planned",
                due=Period(start="2026-05-01", end=None),
            ),
        ),
        silences=(Silence(id="q1", content=span, voices=(MINISTER,), kind="declined"),),
    )


def review(
    documents, readings, *, world, skipped=(), event=None, lang="en", coverage=None, progress=None
):
    """A review of nothing but the documents."""
    progress("themes", 1, 2)
    cards = tuple(
        DocumentCard(
            id=document.id,
            title=event or document.id,
            url=None,
            outlet=reading.outlet,
            lang=reading.lang,
            published=reading.published,
            copy_of=None,
            sha256=reading.sha256,
            text=document.text,
        )
        for document, reading in zip(documents, readings, strict=True)
    )
    card = EventCard(
        title={lang: event or "untitled"},
        kind=None,
        period=None,
        place={},
        participants=(),
        outcome=(),
        evidence=(),
    )
    return Review(event=card, documents=cards, statements=(), sections=())


class World:
    """Nobody."""

    @classmethod
    def bundled(cls):
        return cls()

    @classmethod
    def load(cls, *paths):
        return cls()


@pytest.fixture
def empty_review() -> Review:
    """A review of no documents."""
    return review([], [], world=None, progress=lambda *_: None)


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-ins for the rooms that read, review, publish and measure."""
    doors = {
        "sholu.read": {"read": read},
        "sholu.review": {"review": review},
        "sholu.world": {"World": World},
        "sholu.measure": {"measure": lambda gold, *, world: f"measured {gold.name}\n"},
        "sholu.publish": {
            "html": lambda made, lang: f"<html lang={lang}>{made.event.title[lang]}",
            "markdown": lambda made, lang: "# Review\n",
            "docx": lambda made, lang: b"PK",
            "json": lambda made: b"{}",
        },
    }
    import sholu

    for name, door in doors.items():
        room = ModuleType(name)
        vars(room).update(door)
        monkeypatch.setitem(sys.modules, name, room)
        monkeypatch.setattr(sholu, name.removeprefix("sholu."), room, raising=False)
    for name in ("SHOLU_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "SHOLU_DEBUG", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def sholu(
    rooms: None, tmp_path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run a command line in an empty folder; its exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call
