"""Stored news pages with what is to be found on them, and how near a reading comes to it.

`pages/<language>/<shape>.html` is a page as a server would send it, in the character set it names;
the `.json` beside it says where and when it was fetched, and its title, text and date.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sholu.collect.web import page
from sholu.model import DocumentError

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One page and what is on it; `text` is its paragraphs."""

    name: str
    body: bytes
    address: str
    zone: str
    seen: datetime
    lang: str
    title: str
    published: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a page was read: F1 over the multiset of its words, and what else was right."""

    stored: Stored
    f1: float
    date: bool
    title: bool
    lang: bool
    found: str
    published: str | None


def stored_pages() -> Iterator[Stored]:
    """All pages, by language and name."""
    for path in sorted(PAGES.glob("*/*.html")):
        told = json.loads(path.with_suffix(".json").read_text("utf-8"))
        told["seen"] = datetime.fromisoformat(told["seen"])
        told["text"] = tuple(told["text"])
        yield Stored(name=f"{path.parent.name}/{path.stem}", body=path.read_bytes(), **told)


def score(stored: Stored) -> Score:
    """Read a page as it would be after a fetch, and compare."""
    try:
        found = page.document(
            stored.body, address=stored.address, zone=stored.zone, seen=stored.seen
        )
    except DocumentError as error:
        nothing = f"({error.reason})"
        return Score(
            stored=stored, f1=0, date=False, title=False, lang=False, found=nothing, published=None
        )
    return Score(
        stored=stored,
        f1=f1(found.text, "\n".join(stored.text)),
        date=found.published is not None and _moment(found.published) == _moment(stored.published),
        title=found.title == stored.title,
        lang=found.lang == stored.lang,
        found=found.text,
        published=found.published,
    )


def f1(found: str, wanted: str) -> float:
    """The harmonic mean of precision and recall over words as they are printed."""
    one, other = Counter(re.findall(r"\w+", found)), Counter(re.findall(r"\w+", wanted))
    common = (one & other).total()
    return 2 * common / (one.total() + other.total()) if common else 0.0


def table(scores: Iterable[Score]) -> str:
    """The means per language, and the pages that fall short."""
    by_language: dict[str, list[Score]] = {}
    for one in scores:
        by_language.setdefault(one.stored.lang, []).append(one)
    lines = ["", "lang  pages  text F1  dates  titles"]
    for lang, those in [
        *by_language.items(),
        ("all", [s for t in by_language.values() for s in t]),
    ]:
        share = [
            sum(getattr(s, what) for s in those) / len(those) for what in ("f1", "date", "title")
        ]
        lines.append(f"{lang:4} {len(those):6} {share[0]:8.3f} {share[1]:6.2f} {share[2]:7.2f}")
    short = [s for those in by_language.values() for s in those if s.f1 < 0.93 or not s.date]
    lines += [f"  {s.stored.name}: F1 {s.f1:.3f}, date {s.published}" for s in short]
    return "\n".join(lines)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)
