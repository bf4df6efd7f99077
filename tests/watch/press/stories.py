"""Articles that appear, are corrected and are taken down, each at its moment."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import tomli

_WORDS = tomli.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Edition:
    """How an article stands from a moment on."""

    since: datetime
    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article of an outlet.

    Attributes:
        number: in the order of appearance at its outlet, from 1.
        editions: in order of time; the first is the one it appears as.
        gone: when it is taken down; null where it stays.
        twin: a second path under which the outlet shows it.
    """

    host: str
    number: int
    lang: str
    editions: tuple[Edition, ...]
    gone: datetime | None = None
    twin: str | None = None
    path: str = field(default="")

    @property
    def appears(self) -> datetime:
        return self.editions[0].since

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.path, self.twin) if self.twin else (self.path,)

    def at(self, now: datetime) -> Edition:
        """The edition that stands now."""
        return [one for one in self.editions if one.since <= now][-1]


def story(
    host: str,
    number: int,
    lang: str,
    appears: datetime,
    *,
    edits: tuple[timedelta, ...] = (),
    gone: timedelta | None = None,
    twin: bool = False,
) -> Story:
    """Write an article: the same one for the same host and number."""
    chance = Random(f"{host} {number}")
    words = _WORDS[lang]
    slots = {"town": chance.choice(words["town"]), "what": chance.choice(words["what"])}

    def said(sentence: str) -> str:
        return sentence.format(n=chance.randint(2, 990), **slots)

    chosen = chance.sample(words["sentences"], 10)
    thirds = (chosen[:3], chosen[3:6], chosen[6:])
    paragraphs = [" ".join(map(said, some)) for some in thirds]
    title = f"{said(words['title'])} ({number})"
    editions = [Edition(appears, title, tuple(paragraphs))]
    for after in edits:
        paragraphs = [*paragraphs, said(words["corrected"])]
        editions.append(Edition(appears + after, title, tuple(paragraphs)))
    return Story(
        host=host,
        number=number,
        lang=lang,
        editions=tuple(editions),
        gone=appears + gone if gone else None,
        twin=f"/m/{number:03}.html" if twin else None,
        path=f"/news/{number:03}.html",
    )
