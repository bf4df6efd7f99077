"""What somebody types to find documents, taken apart."""

import re
from dataclasses import dataclass

from sholu.language.terms import is_ideograph, stems_in_any_language, surfaces
from sholu.model import UsageError

_MARKS = '"“”„‟«»‹›「」『』〝〞＂'
_PIECE = re.compile(rf"[{_MARKS}](?P<phrase>[^{_MARKS}]+)[{_MARKS}]|(?P<word>\S+)")
# A shorter middle stands in half of all words.
_SHORTEST_MIDDLE = 3
# Nobody types more; a whole article pasted is not meant.
_MOST = 60


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
    """All that must stand in a text; `UsageError` where it could not be looked for."""
    pieces = (_piece(piece) for piece in _PIECE.finditer(words))
    found = tuple(dict.fromkeys(one for one in pieces if one.phrase))
    if words.strip() and not found:
        raise UsageError(f"{words!r} holds no word to look for")
    if sum(len(one.phrase) for one in found) > _MOST:
        raise UsageError(f"more than {_MOST} words cannot be looked for at once: leave some out")
    return found


def _piece(piece: re.Match[str]) -> Wanted:
    if piece["phrase"]:
        phrase = surfaces(piece["phrase"])
        return Wanted(phrase, begins=_may_go_on(piece["phrase"], phrase))
    word = piece["word"]
    phrase = surfaces(word)
    if word.startswith("*") and phrase:
        if len(phrase) > 1 or len(phrase[0]) < _SHORTEST_MIDDLE:
            raise UsageError(
                f"{word!r}: the * needs one word of at least {_SHORTEST_MIDDLE} letters behind it"
            )
        return Wanted(phrase, middle=True)
    if _may_go_on(word, phrase):
        return Wanted(phrase, begins=True)
    return Wanted(phrase, stems_in_any_language(word.strip("*")))


def _may_go_on(printed: str, phrase: tuple[str, ...]) -> bool:
    """Chinese is looked up by pairs of characters, so that one alone is a beginning."""
    return printed.rstrip().endswith("*") or (bool(phrase) and is_ideograph(phrase[-1]))
