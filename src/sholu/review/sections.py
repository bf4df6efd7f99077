"""The statements divided by the world's blocs, in its order."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sholu.model import Evidence, ReviewStatement, Section, Span
from sholu.review.article import Article
from sholu.world import World

# Where a statement stands that nobody is known to have made.
NO_VOICE = "other"
# A heading whose words name no bloc belongs where most of its statements fall.
_MOST = 0.5
_FEWEST = 2


def divide(
    statements: Sequence[ReviewStatement], articles: Sequence[Article], *, world: World
) -> tuple[Section, ...]:
    """Sections that have a statement, in the world's order; statements in the order given.

    The section that takes every voice comes last.
    """
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for item in statements:
        rows[item.section].append(item.id)
    headings = _headings(statements, {article.id: article for article in articles}, world)
    return tuple(
        Section(
            id=section.id,
            names=dict(section.names),
            statements=tuple(rows[section.id]),
            headings=tuple(headings.get(section.id, ())),
        )
        for section in sorted(world.sections, key=lambda section: section.all)
        if rows[section.id]
    )


def _headings(
    statements: Sequence[ReviewStatement], articles: Mapping[str, Article], world: World
) -> dict[str, list[Evidence]]:
    """Section id -> the headings of documents that open it, by document and place."""
    below: defaultdict[tuple[str, Span], list[str]] = defaultdict(list)
    for item in statements:
        if item.statement.heading is not None:
            below[item.document, item.statement.heading].append(item.section)
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for (document, heading), sections in below.items():
        section = _opened(heading, articles[document], sections, world)
        if section is not None:
            found[section].append(Evidence(document=document, span=heading))
    return found


def _opened(heading: Span, article: Article, sections: Sequence[str], world: World) -> str | None:
    """The section that a heading opens.

    It is the first that its words name and one of its statements falls in, else the one most of
    its statements fall in, where it has several.
    """
    counts = Counter(sections)
    for named in _named(heading, article, world):
        if counts[named]:
            return named
    section, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    takes_all = any(other.all for other in world.sections if other.id == section)
    several = len(sections) >= _FEWEST and not takes_all
    return section if several and count > _MOST * len(sections) else None


def _named(heading: Span, article: Article, world: World) -> list[str]:
    """Sections of the known things that the heading names, without its quotation, in order."""
    if article.lang is None:
        return []
    words = re.split(r"[:\"«“„]", heading.text, maxsplit=1)[0]
    mentions = world.mentions(words, article.lang)
    voices = [world.voice(found.id, article.lang, article.day) for found in mentions]
    return list(dict.fromkeys(world.section_of(voice).id for voice in voices))
