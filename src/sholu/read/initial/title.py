"""Marks that hold a name and no speech: titles of works, nicknames."""

from sholu.read.initial.lexicon import Word
from sholu.read.initial.scan import Scan

_LONGEST_TITLE = 7
_LONGEST_NICKNAME = 20


def is_title(scan: Scan, at: int) -> bool:
    """Whether the marks hold a title that the words before them call for.

    `on "The Late Hour,"`, `NBC's "Late Hour"`, `in his book, "The Late Hour"`.
    """
    before = at - 2 if scan.comma(at - 1) else at - 1
    if before < 0:
        return False
    calls = scan.is_(before, Word.DOCUMENT) or scan.link(before, "works")
    if before == at - 1:
        calls = calls or scan.is_(before, Word.PREPOSITION | Word.DETERMINER)
        calls = calls or scan.ends(before, "possessive")
    elif not scan.is_(0, Word.PREPOSITION):
        calls = False
    words = [word for word in scan.tokens[at].text.split() if len(word) > 4]
    if not calls or not 0 < len(words) < _LONGEST_TITLE:
        return False
    return all(word.lstrip("\"“«'‘")[:1].isupper() for word in words)


def is_nickname(scan: Scan, at: int) -> bool:
    """Whether the marks hold a nickname inside a name (`Marcia "Cia" Price`)."""
    token = scan.tokens[at]
    if token.end - token.start > _LONGEST_NICKNAME or at == 0 or at + 1 >= scan.size:
        return False
    return scan.capital(at - 1) and scan.capital(at + 1) and not scan.pause(at)
