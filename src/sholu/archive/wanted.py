"""What somebody types to find documents, taken apart."""

import re
from dataclasses import dataclass

from sholu.archive.terms import stems_in_any_language, surfaces
from sholu.model import UsageError

_PIECE = re.compile(r'["“”„«»](?P<phrase>[^"“”„«»]+)["“”„«»]|(?P<word>\S+)')
# A shorter middle stands in half of all words.
_SHORTEST_MIDDLE = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that must stand in a text.

    Attributes:
        phrase: words as printed, one behind another.
        stems: base forms, any of which will do instead.
        begins: the last word of the phrase may go on.
        middle: the phrase is one word's part, wherever it stands in the word.
    """

    phrase: tuple[str, ...]
    stems: tuple[str, ...] = ()
    begins: bool = False
    middle: bool = False


def wanted(words: str) -> tuple[Wanted, ...]:
    """All that must stand in a text; `UsageError` where nothing of it could be looked for."""
    found = []
    for piece in _PIECE.finditer(words):
        if piece["phrase"]:
            one = Wanted(surfaces(piece["phrase"]))
        else:
            one = _word(piece["word"])
        if one.phrase:
            found.append(one)
    if words.strip() and not found:
        raise UsageError(f"{words!r} holds no word to look for")
    return tuple(found)


def _word(word: str) -> Wanted:
    bare = word.strip("*")
    phrase = surfaces(bare)
    if word.startswith("*") and phrase:
        if len(phrase) > 1 or len(phrase[0]) < _SHORTEST_MIDDLE:
            raise UsageError(f"{word!r} needs at least {_SHORTEST_MIDDLE} letters behind the *")
        return Wanted(phrase, middle=True)
    if word.endswith("*") or _is_one_ideograph(phrase):
        return Wanted(phrase, begins=True)
    return Wanted(phrase, stems_in_any_language(bare))


def _is_one_ideograph(phrase: tuple[str, ...]) -> bool:
    """Chinese is looked up by pairs of characters, so that one alone is a beginning."""
    return len(phrase) == 1 and len(phrase[0]) == 1 and phrase[0] >= "\u3400"
