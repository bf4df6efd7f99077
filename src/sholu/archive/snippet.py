"""The words of an article around what was looked for."""

import re

from sholu.archive.wanted import Wanted, wanted
from sholu.language.terms import surfaces, terms
from sholu.model import Version

_PRINTED = re.compile(r"[^\W_]+(?:[-'’‘ʻʼ`´][^\W_]+)*")
_HALF = 110


def snippet(version: Version, words: str) -> str:
    """About two lines of the text around the first word that was looked for, else its beginning."""
    text = version.document.text
    asked = wanted(words)
    at = next(
        (
            match.start()
            for match in _PRINTED.finditer(text)
            if _meant(match[0], version.lang, asked)
        ),
        0,
    )
    start, end = max(0, at - _HALF), min(len(text), at + _HALF)
    start = text.find(" ", start, at) + 1 if start else 0
    end = text.rfind(" ", at, end) if end < len(text) else end
    shown = " ".join(text[start : max(end, at)].split())
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"


def _meant(word: str, lang: str, asked: tuple[Wanted, ...]) -> bool:
    found = {form for term in terms(word, lang) for form in (term.surface, *term.stems)}
    return any(_fits(found, one, word) for one in asked)


def _fits(found: set[str], one: Wanted, word: str) -> bool:
    first = one.phrase[0]
    if one.middle:
        return any(first in form for form in found)
    if one.begins and len(one.phrase) == 1:
        return any(form.startswith(first) for form in found)
    return not found.isdisjoint((first, *one.stems)) or surfaces(word) == one.phrase
