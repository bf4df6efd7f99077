"""Where inside a text the language changes: from line to line, and inside a line.

A report in one language prints sentences of another as they were said. A line is taken apart only
at the ends of sentences, and only where the words leave no doubt.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from sholu.language.common import common_words
from sholu.language.identify import (
    OWN_LETTERS,
    identify,
    language_of_line,
    plain_language,
    without_own_letters,
)

Run = tuple[int, int, str]

# Code points of a line that are looked at first, and under which a sentence shows nothing.
_LINE: Final = 300
_SHORT: Final = 20
# Letters of a sentence in another language, and common words of that in its line.
_FEWEST_LETTERS: Final = 30
_FEWEST_WORDS: Final = 2

_END: Final = re.compile(r"[.!?…][.!?…\"»”’)]*\s+(?=[\"«“„(–—-]*\s*(\w))")
_MARK: Final = re.compile('[«“„»”"]')
_OPENING: Final = frozenset("«“„")
_MARKED: Final = re.compile('«[^»]*»|[“„][^“”]*[“”]|"[^"]*"')


def passages(text: str, *, hint: str | None = None) -> list[Run]:
    """The text as maximal runs in one language: (start, end, language).

    Offsets are code points, half-open; the runs cover the text without gaps, in order. A line too
    short to tell takes the language of the line before it, at the start of a text of the one after.
    A line is held to be in another language than the document only on clear evidence, and so is a
    sentence in a line.
    """
    whole = identify(text, hint=hint)
    lines = text.splitlines(keepends=True)
    languages = _filled(list(_of_lines(lines, whole)), whole)
    return list(_joined(lines, languages))


def _joined(lines: list[str], languages: list[str]) -> Iterator[Run]:
    pieces = (
        piece
        for line, language in zip(lines, languages, strict=True)
        for piece in _pieces(line, language)
    )
    start = 0
    for language, group in groupby(pieces, key=lambda piece: piece[1]):
        end = start + sum(length for length, _ in group)
        yield start, end, language
        start = end


def _filled(languages: list[str | None], whole: str) -> list[str]:
    """The undecided lines given the language before them, the first ones that after them."""
    current = next((language for language in languages if language), whole)
    filled = []
    for language in languages:
        current = language or current
        filled.append(current)
    return filled


def _of_lines(lines: list[str], whole: str) -> Iterator[str | None]:
    """The language of each line; None for those too short to tell.

    A line of which a third are words of the lines already known to be in the document's language
    is in it too: that spares the model most lines of a long text.
    """
    familiar: set[str] = set()
    for line in lines:
        words = line[:_LINE].lower().split()
        known = sum(word in familiar for word in words)
        if known > 3 and known * 3 > len(words):
            yield whole
            continue
        language = language_of_line(line[:_LINE], whole)
        if language == whole:
            familiar.update(word for word in words if word.isalpha())
        yield language


def _pieces(line: str, language: str) -> list[tuple[int, str]]:
    """A line as pieces in one language: (length, language)."""
    sentences = _sentences(line) if _may_be_mixed(line, language) else [line]
    if len(sentences) == 1:
        return [(len(line), language)]
    return [(len(sentence), _of_sentence(sentence, language)) for sentence in sentences]


def _may_be_mixed(line: str, language: str) -> bool:
    """Whether words that are common in another language, and not in this one, stand in a line."""
    if not _END.search(line):
        return False
    foreign = common_words(line, besides=language, most=len(line))
    return max(foreign.counts.values(), default=0) >= _FEWEST_WORDS


def _sentences(line: str) -> list[str]:
    """A line cut behind its sentences, but not inside marks; short pieces go with the next one."""
    sentences, start, depth, seen = [], 0, 0, 0
    for end in _END.finditer(line):
        depth = _depth(depth, _MARK.findall(line, seen, end.end()))
        seen = end.end()
        if depth == 0 and seen - start >= _SHORT and end[1].isupper():
            sentences.append(line[start:seen])
            start = seen
    return [*sentences, line[start:]]


def _depth(depth: int, marks: list[str]) -> int:
    """How many quotations are open behind some marks."""
    for mark in marks:
        if mark == '"':
            depth = 0 if depth else 1
        else:
            depth = max(0, depth + (1 if mark in _OPENING else -1))
    return depth


def _of_sentence(sentence: str, language: str) -> str:
    """The language of a sentence in a line that is in `language` otherwise.

    What stands in marks may be in any language: the words around it tell whose sentence it is.
    """
    outside = _MARKED.sub(" ", sentence)
    other = plain_language(sentence)
    if other is None and language in OWN_LETTERS:
        other = without_own_letters(sentence)
    if other in (None, language):
        return language
    if outside != sentence and plain_language(outside) != other:
        words = common_words(outside).counts
        if words.get(other, 0) <= words.get(language, 0):
            return language
    return other if sum(map(str.isalpha, sentence)) >= _FEWEST_LETTERS else language
