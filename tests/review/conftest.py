"""Articles with readings made by hand, in the invented world of the sample."""

from collections.abc import Callable, Sequence
from importlib.resources import as_file, files

import pytest

from sholu.model import (
    Dating,
    Document,
    Mention,
    Outlet,
    Reading,
    Silence,
    Span,
    Statement,
    Voice,
)
from sholu.review.article import Article
from sholu.world import World


@pytest.fixture(scope="session")
def world() -> World:
    with as_file(files("sholu.sample") / "world.toml") as path:
        return World.load(path)


@pytest.fixture(scope="session")
def write(world: World) -> Callable[..., Article]:
    """Makes an article: `said` and `silent` are words of the text with a voice (or its id),
    `dated` words with first and last day, `unread` a language with words; known names are found
    by the world."""

    def make(
        name: str,
        text: str,
        *,
        lang: str | None = "en",
        title: str | None = None,
        outlet: str | None = None,
        published: str | None = "2026-03-11",
        said: Sequence[tuple[str, Voice | str | None]] = (),
        heading: str | None = None,
        silent: Sequence[tuple[str, Voice | str]] = (),
        dated: Sequence[tuple[str, str, str]] = (),
        unread: Sequence[tuple[str, str]] = (),
    ) -> Article:
        def span(words: str) -> Span:
            start = text.index(words)
            return Span.cut(text, start, start + len(words))

        def voice(who: Voice | str | None) -> Voice | None:
            return world.voice(who, lang or "en", published) if isinstance(who, str) else who

        carrier = world.outlet(outlet) or Outlet(id=outlet, name=outlet) if outlet else None
        document = Document(
            id=name, text=text, lang=lang or "fr", title=title, outlet=outlet, published=published
        )
        found = world.mentions(text, lang) if lang else []
        reading = Reading(
            id=name,
            lang=lang,
            published=published[:10] if published else None,
            outlet=carrier,
            sha256=document.sha256,
            statements=tuple(
                Statement(
                    id=f"s{number}",
                    kind="indirect",
                    content=span(words),
                    voice=voice(who),
                    heading=span(heading) if heading else None,
                )
                for number, (words, who) in enumerate(said, 1)
            ),
            silences=tuple(
                Silence(id=f"q{number}", content=span(words), voices=(spoken,), kind="silent")
                for number, (words, who) in enumerate(silent, 1)
                if (spoken := voice(who)) is not None
            ),
            dates=tuple(
                Dating(span=span(words), start=start, end=end) for words, start, end in dated
            ),
            mentions=tuple(
                Mention(span=Span.cut(text, f.start, f.end), id=f.id, type=f.type) for f in found
            ),
            unread=tuple((language, span(words)) for language, words in unread),
        )
        return Article(document=document, reading=reading)

    return make
