"""Speech in single marks that runs over several lines: 'We did not.⏎We will not.'"""

from collections.abc import Sequence
from typing import Protocol

_OPENING = frozenset("'‘")
_ENDS = frozenset(".,!?…")


class Mark(Protocol):
    """A mark in its line, as `marks` makes it."""

    at: int
    char: str
    opens: bool
    closes: bool

    @property
    def single(self) -> bool:
        """Whether it is one of the single marks, most of which are apostrophes."""


def lengthen(
    text: str, lines: Sequence[tuple[int, int]], marks: Sequence[Sequence[Mark]], most: int
) -> None:
    """Give double marks to speech that single ones open in one line and close in a later one.

    A line that begins with a single mark of its own goes on with what the line before it left
    open, as paragraphs of one speech do.

    Args:
        text: the document.
        lines: half-open ranges of its lines, in order.
        marks: the marks of every line; those of such speech are changed.
        most: how many lines it may run on.
    """
    for number, (start, _) in enumerate(lines):
        opener = _left_open(text, start, marks[number])
        if opener is None:
            continue
        for later in range(number + 1, min(len(lines), number + 1 + most)):
            singles = [mark for mark in marks[later] if mark.single]
            if singles and singles[0].opens and singles[0].at == lines[later][0]:
                _turn(opener, None)
                break
            closer = next((mark for mark in singles if _closes(text, mark)), None)
            if closer is not None:
                _turn(opener, closer)
                break
            if any(mark.opens and not mark.closes for mark in singles):
                break


def _left_open(text: str, start: int, marks: Sequence[Mark]) -> Mark | None:
    """The single mark of a line behind which a sentence begins and no single mark closes."""
    singles = [mark for mark in marks if mark.single]
    opener = next((mark for mark in reversed(singles) if mark.opens), None)
    if opener is None or opener.char not in _OPENING or any(not mark.single for mark in marks):
        return None
    # Behind an s it may be an apostrophe: "'The pilots' boat is late."
    behind_it = [mark for mark in singles if mark.at > opener.at and mark.closes]
    if any(text[mark.at - 1] != "s" for mark in behind_it):
        return None
    behind = text[opener.at + 1 : opener.at + 2]
    begins = opener.at == start or text[opener.at - 2 : opener.at] in (": ", ", ")
    return opener if begins and behind.isupper() else None


def _closes(text: str, mark: Mark) -> bool:
    return mark.closes and text[mark.at - 1] in _ENDS


def _turn(opener: Mark, closer: Mark | None) -> None:
    opener.char, opener.opens, opener.closes = "“", True, False
    if closer is not None:
        closer.char, closer.opens, closer.closes = "”", False, True
