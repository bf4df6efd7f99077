"""Quotation marks: which opens, which closes, and what stands inside.

Marks in print are unbalanced, nested in themselves and borrowed from other languages, so a mark is
judged by what stands on both sides of it first and by its own shape second. All double marks
(" “ ” „ « » and their kin) are one family: a quotation opened by one may be closed by another.
Single marks pair among themselves and only within a line, since most of them are apostrophes.

A quotation may run over several lines: a mark left open is carried on as long as a later line
closes it before another opens at its beginning.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.read.single_marks import lengthen

ALWAYS_OPEN = frozenset("«„‟「『《〈“‘‚‹")
ALWAYS_CLOSE = frozenset("»」』》〉›")
SINGLE = frozenset("'’‘‚‹›`´")
DOUBLE_OR_SINGLE = re.compile(r"''|``|[\"“”„‟«»″＂「」『』《》'’‘‚‹›]")

# A line that ends in a dash behind "…", – said X. –" breaks a quotation off: the next line goes on.
_BROKEN_OFF = re.compile(r"[.,!?…]\s*[–—-]\s*\Z")

_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{-–—:;,/=>…")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u202f)]}.,;:!?…-–—/<،؛؟")

# In a script without spaces: titles of works, marks in pairs, what a closing mark stands behind.
_TITLES = frozenset("《》〈〉")
_PARTNERS = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“"}
_PAUSES = frozenset("，,。.！!？?；;：:…、 ")
# A word that lost its vowel before a quotation ("d’« hommes »", "qu'\"ils\""): no mark at all.
_ELIDED = re.compile(r"(?:\b[cdjlmnst]|qu)\Z", re.IGNORECASE)
_OPENS_BEHIND = frozenset('«“„"')

# How many lines a quotation may run on before an open mark counts as a slip of the pen.
LONGEST_RUN = 12
# Code points that may follow an open mark to the end of its line before it counts as one, too.
LONGEST_UNCLOSED = 2_000
# How many marks left open a closing one looks past for its own.
_DEEPEST = 32


@dataclass(slots=True)
class Quote:
    """What stands between two marks of one line.

    Attributes:
        start, end: code points of the inside.
        outer_start, outer_end: with the marks, where they stand in this line.
        opened, closed: whether this line holds the opening and the closing mark.
        inner: quotations inside this one.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    opened: bool = True
    closed: bool = True
    inner: tuple["Quote", ...] = ()


@dataclass(slots=True)
class _Mark:
    """A mark in its line; `last` where it stands behind the full stop that ends the line."""

    at: int
    char: str
    opens: bool
    closes: bool
    last: bool = False

    @property
    def end(self) -> int:
        """Offset behind the mark: two apostrophes may make one."""
        return self.at + len(self.char)

    @property
    def single(self) -> bool:
        return self.char in SINGLE


def find_quotes(
    text: str,
    lines: Sequence[tuple[int, int]],
    *,
    letters: frozenset[str] = frozenset(),
    spaced: bool = True,
    inward: bool = False,
) -> list[list[Quote]]:
    """The outermost quotations of every line, in order.

    Args:
        text: the document.
        lines: half-open ranges of its lines, in order.
        letters: ends of a word, two letters each, behind which a single mark is a letter.
        spaced: whether spaces stand between words, and so tell which side of a mark is free.
        inward: whether angled marks point to what they hold: "»so«".
    """
    marks = [list(_marks(text, start, end, letters, inward)) for start, end in lines]
    if not spaced:
        for number, (start, end) in enumerate(lines):
            marks[number] = _in_turn(text, start, end, marks[number])
    lengthen(text, lines, marks, LONGEST_RUN)
    found: list[list[Quote]] = []
    carried_until = -1
    for number, (start, end) in enumerate(lines):
        carried = number <= carried_until
        quotes, is_open = _pair(text, start, end, marks[number], carried)
        is_open = is_open or (
            bool(quotes) and _BROKEN_OFF.search(text[max(start, end - 8) : end]) is not None
        )
        if is_open and not carried:
            carried_until = _last_line_of_run(marks, lines, number)
        found.append(quotes)
    return found


def _marks(
    text: str, start: int, end: int, letters: frozenset[str], inward: bool
) -> Iterator[_Mark]:
    for match in DOUBLE_OR_SINGLE.finditer(text, start, end):
        at, char = match.start(), match.group()
        before = text[at - 1] if at > start else " "
        behind = match.end()
        after = text[behind] if behind < end else " "
        if char in SINGLE and before.isalnum() and after.isalnum():
            continue
        if char in "'’" and after in _OPENS_BEHIND and _ELIDED.search(text, max(start, at - 8), at):
            continue
        if letters and char in SINGLE and text[max(start, at - 2) : at].lower() in letters:
            continue
        free_before = before in _BEFORE_OPENING or (before in ALWAYS_OPEN and before != char)
        free_after = after in _AFTER_CLOSING
        if before in "\"'“‘" and not free_before:
            free_before = at - 1 == start or text[at - 2] in _BEFORE_OPENING
        if after in "\"'”’»“":
            free_after = free_after or behind + 1 >= end or text[behind + 1] in _AFTER_CLOSING
        if free_before and free_after and not before.isspace() and before not in "([{":
            # "…," said X: the comma belongs to what the mark closes.
            free_before = False
        if free_before and not free_after and before in ",.!?…" and after.islower():
            # "…,"said X: a space left out behind the mark.
            free_before, free_after = False, True
        shape = _TURNED.get(char, char) if inward and free_before != free_after else char
        if shape != char and free_before == (char in "«‹"):
            shape = char
        opens, closes = _direction(shape, free_before, free_after)
        last = at + 1 == end and before in ".!?…" and not opens
        yield _Mark(at, char, opens, closes, last)


def _in_turn(text: str, start: int, end: int, marks: list[_Mark]) -> list[_Mark]:
    """The double marks of a line in a script without spaces; those that do not pair, in turn.

    Marks typed on a keyboard of another script often have the wrong shape: behind a comma, or at
    the end of what it stands in, a mark closes what is open; where nothing is open it opens.
    """
    doubles = [mark for mark in marks if not mark.single and mark.char not in _TITLES]
    titles = [mark for mark in marks if mark.char in _TITLES]
    for mark in titles:
        mark.opens, mark.closes = mark.char in "《〈", mark.char in "》〉"
    if not _pairs(doubles):
        is_open: str = ""
        for index, mark in enumerate(doubles):
            ends = text[mark.at - 1 : mark.at] in _PAUSES and mark.at > start
            after = text[mark.end : mark.end + 1] if mark.end < end else "\n"
            more = len(doubles) - index - 1
            if not is_open:
                opens = not ends or not (after.isspace() or after in _PAUSES)
                opens = opens and (mark.char not in "”」』" or (more > 0 and not ends))
            elif mark.char in "“「『«„":
                opens = not (is_open in '"”' or ends or after.isspace() or after in _PAUSES)
                opens = opens and not (more == 0 and after == "\n")
            else:
                opens = False
            mark.opens, mark.closes = opens, not opens
            is_open = mark.char if opens else ""
    return sorted([*doubles, *titles, *(m for m in marks if m.single)], key=lambda mark: mark.at)


def _pairs(doubles: list[_Mark]) -> bool:
    """Whether every mark that opens is closed by one of its shape, as far as shapes tell."""
    stack: list[str] = []
    for mark in doubles:
        if mark.char in _PARTNERS:
            stack.append(_PARTNERS[mark.char])
        elif stack and stack[-1] == mark.char:
            stack.pop()
        else:
            return False
    return not stack


_TURNED = {"»": "«", "«": "»", "›": "‹", "‹": "›"}


def _direction(char: str, free_before: bool, free_after: bool) -> tuple[bool, bool]:
    if char in ALWAYS_CLOSE:
        return False, True
    if char in "«„‟「『《‚‹":
        return True, False
    if free_before and not free_after:
        return True, False
    if free_after and not free_before:
        return False, True
    # Both or neither side is free: the shape decides; a straight mark may do either.
    if char in ALWAYS_OPEN:
        return True, False
    if char in "”’":
        return False, True
    return True, True


def _pair(
    text: str, start: int, end: int, marks: list[_Mark], carried: bool
) -> tuple[list[Quote], bool]:
    """Pair the marks of one line; whether its last double mark stays open."""
    stack: list[tuple[_Mark | None, list[Quote]]] = []
    done: list[Quote] = []
    reopened = bool(marks) and marks[0].opens and not text[start : marks[0].at].strip(" –—-")
    if carried and not reopened:
        stack.append((None, []))
    closing = (at for at in reversed(range(len(marks))) if marks[at].single and marks[at].closes)
    last_single = next(closing, -1)
    for index, mark in enumerate(marks):
        top = _closable(stack, mark)
        if top is not None and (not mark.opens or _would_close(stack, mark)):
            del_from = top
            while len(stack) > del_from:
                opener, inner = stack.pop()
                quote = _quote(opener, mark, inner, start)
                if len(stack) == del_from:
                    (stack[-1][1] if stack else done).append(quote)
                elif stack:
                    # An inner mark that never closed: what it held belongs to the outer one.
                    stack[-1][1].extend(inner)
        elif mark.opens and (not mark.single or _single_closes(marks, index, last_single)):
            stack.append((mark, []))
        elif mark.closes and not mark.single and not stack and not done:
            # A closing mark without an opening one: all before it, if nothing else is quoted.
            done.append(_quote(None, mark, [], start))
    left_open = any(opener is None or not opener.single for opener, _ in stack)
    if stack:
        opener, inner = stack[0]
        for _, more in stack[1:]:
            inner.extend(more)
        begin = start if opener is None else opener.end
        # A mark that a whole article follows without closing it was a slip of the pen.
        slip = end - begin > LONGEST_UNCLOSED
        if (opener is None or not opener.single) and not slip:
            outer = start if opener is None else opener.at
            done.append(Quote(begin, end, outer, end, opener is not None, False, tuple(inner)))
        else:
            done.extend(inner)
            left_open = left_open and not slip
    return done, left_open


def _closable(stack: list[tuple[_Mark | None, list[Quote]]], mark: _Mark) -> int | None:
    """Depth to fall back to when `mark` closes something of its own family."""
    if not mark.closes:
        return None
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        opener = stack[depth][0]
        single = opener.single if opener is not None else mark.last and mark.single
        if single == mark.single:
            return depth
    return None


def _would_close(stack: list[tuple[_Mark | None, list[Quote]]], mark: _Mark) -> bool:
    opener = stack[-1][0]
    return opener is None or opener.single == mark.single


def _single_closes(marks: list[_Mark], index: int, last: int) -> bool:
    """Whether a single mark opens a quotation that the line's last closing one may end."""
    if marks[index].char in "’´":
        return False
    return index < last


def _quote(opener: _Mark | None, closer: _Mark, inner: list[Quote], start: int) -> Quote:
    begin = start if opener is None else opener.end
    outer = start if opener is None else opener.at
    return Quote(begin, closer.at, outer, closer.end, opener is not None, True, tuple(inner))


def _last_line_of_run(
    marks: list[list[_Mark]], lines: Sequence[tuple[int, int]], opened: int
) -> int:
    """The line that closes what line `opened` left open; `opened` itself where none does."""
    last = min(len(lines), opened + 1 + LONGEST_RUN)
    kinds = {mark.char for mark in marks[opened] if not mark.single and mark.opens}
    for number in range(opened + 1, last):
        depth = 0
        doubles = [mark for mark in marks[number] if not mark.single]
        singles = [mark for mark in marks[number] if mark.single]
        if not doubles and singles and singles[-1].last and not any(s.opens for s in singles):
            # A single mark closes what a double one opened: a slip, but nothing else is open.
            return number
        if doubles and doubles[0].char in kinds and _balanced(doubles):
            # The same marks, in order, in a line of its own: nothing is open any more.
            return opened
        first = doubles[0] if doubles else None
        opens_anew = first is not None and first.opens and not first.closes and first.char in kinds
        if first and opens_anew and first.at <= lines[number][0] + 2:
            return opened
        for mark in doubles:
            if mark.opens and not (mark.closes and depth > 0):
                depth += 1
            elif depth == 0:
                return number
            else:
                depth -= 1
    return opened


def _balanced(marks: list[_Mark]) -> bool:
    """Whether the marks open and close in turn, the first opening."""
    return len(marks) % 2 == 0 and all(
        mark.opens if index % 2 == 0 else mark.closes for index, mark in enumerate(marks)
    )
