"""The statements of all documents as the review lists them, each said once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sholu.model import ReviewStatement, Statement, Voice
from sholu.review.article import Article
from sholu.review.sections import NO_VOICE
from sholu.stories.words import words_of
from sholu.world import World

# Fewer words are said by many of themselves ("we are ready to talk").
_FEWEST_WORDS = 4


@dataclass(slots=True)
class _Said:
    """A statement under way: where it is first said, and who else carries it."""

    article: Article
    statement: Statement
    carriers: dict[str, None] = field(default_factory=dict)


def list_statements(
    articles: Sequence[Article],
    *,
    copies: Mapping[str, str],
    voices: Mapping[tuple[str, str], Voice],
    world: World,
) -> tuple[ReviewStatement, ...]:
    """Statements by date, document and place in the text.

    What a copy repeats of its original, and what another document has from the same voice in the
    same words, is one statement, carried by the others. `voices` gives the merged voice by
    document and voice id.
    """
    said: list[_Said] = []
    first: dict[tuple[str, tuple[str, ...]], _Said] = {}
    group = copies.keys() | copies.values()
    printed = {article.id: _printed(article.text) for article in articles if article.id in group}
    for article in sorted(articles, key=lambda a: a.id in copies):
        original = copies.get(article.id)
        for statement in sorted(article.reading.statements, key=lambda s: s.content.start):
            statement = _with_voice(article, statement, voices)
            if original is not None and _stands_in(statement, printed[original]):
                continue
            key = _key(statement)
            if key is not None and key in first and first[key].article is not article:
                first[key].carriers[article.id] = None
                continue
            item = _Said(article, statement)
            said.append(item)
            if key is not None:
                first.setdefault(key, item)
    _carry_copies(said, copies, printed)
    said.sort(key=lambda item: (item.article.order, item.statement.content.start))
    return tuple(_listed(item, world) for item in said)


def _carry_copies(
    said: Sequence[_Said], copies: Mapping[str, str], printed: Mapping[str, str]
) -> None:
    """Note the copies that print each statement of their original."""
    copies_of: dict[str, list[str]] = {}
    for copy, original in copies.items():
        copies_of.setdefault(original, []).append(copy)
    for item in said:
        for copy in copies_of.get(item.article.id, ()):
            if copy in printed and _stands_in(item.statement, printed[copy]):
                item.carriers[copy] = None


def _listed(item: _Said, world: World) -> ReviewStatement:
    voice = item.statement.voice
    return ReviewStatement(
        id=f"{item.article.id}/{item.statement.id}",
        document=item.article.id,
        statement=item.statement,
        section=world.section_of(voice).id if voice else NO_VOICE,
        carried_by=tuple(sorted(item.carriers)),
    )


def _with_voice(
    article: Article, statement: Statement, voices: Mapping[tuple[str, str], Voice]
) -> Statement:
    """The statement under the voice that the whole review knows it by."""
    if statement.voice is None:
        return statement
    merged = voices.get((article.id, statement.voice.id), statement.voice)
    return statement if merged is statement.voice else replace(statement, voice=merged)


def _key(statement: Statement) -> tuple[str, tuple[str, ...]] | None:
    """What makes two statements one; null where the words are too few or nobody says them."""
    words = tuple(words_of(statement.content.text))
    if statement.voice is None or len(words) < _FEWEST_WORDS:
        return None
    return (statement.voice.id, words)


def _printed(text: str) -> str:
    """The words of a text, with a blank before and behind each."""
    return f" {' '.join(words_of(text))} "


def _stands_in(statement: Statement, printed: str) -> bool:
    """Whether the words of the statement stand in the text."""
    return f" {' '.join(words_of(statement.content.text))} " in printed
