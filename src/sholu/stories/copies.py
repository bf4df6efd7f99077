"""Wire copies: documents that carry another's text, cut, extended, reordered or edited.

Sampled runs of words find the candidates, the passages in common decide. What two documents quote
alike, what an outlet prints every day, and the same words around other numbers make no copy.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from sholu.model import Document, Span
from sholu.stories.alignment import align
from sholu.stories.carried import Carried, judge, measure
from sholu.stories.hashing import Short, hashes, short
from sholu.stories.order import Order, order
from sholu.stories.postings import Found, Postings
from sholu.stories.runs import sampled
from sholu.stories.templates import frame

# Of the documents that share most sampled runs so many are looked at, those that share at least
# two and such a part of them: of two texts of which three words in ten differ, a quarter is left.
_MOST_COMPARED = 3
_FEWEST_SHARED = 2
_SMALLEST_PART = 0.06
# Nothing better is looked for.
_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyText:
    """A document as it is searched for copies.

    Attributes:
        id: unique among those that are compared.
        text: as printed, without the title.
        lang: ISO 639-1; only texts in one language are compared.
        outlet: id or name of the outlet, null where unknown.
        published: ISO date, or date and time.
        credit: id of the outlet whose text it says it is (`credit.credited`).
    """

    id: str
    text: str
    lang: str | None = None
    outlet: str | None = None
    published: str | None = None
    credit: str | None = None

    @property
    def day(self) -> str | None:
        """The day of publication."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What a document carries of another's text.

    Attributes:
        original: id of the document that had it first, which is no copy itself.
        share: of its words that stand in the original, from 0 to 1.
        passages: those of its text that stand in the original, in order.
    """

    original: str
    share: float
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a document has in common with those before it.

    Attributes:
        kind: "copy" where one of the two is the other's text, "part" where it has a passage of it.
        copy: id of the copy: the document just added, unless it came late.
        original: id of the original of the two and all that were found to be copies with them.
        share: of the words of the document just added that stand in the other.
        passages: of the text of the document just added.
    """

    kind: Literal["copy", "part"]
    copy: str
    original: str
    share: float
    passages: tuple[Span, ...]


@dataclass(slots=True)
class _Group:
    """Documents with one text, as they came."""

    members: list["_Kept"] = field(default_factory=list)

    @property
    def original(self) -> "_Kept":
        """The first of the outlet that most of the others credit; the first of all where none is.

        What came late is not taken for the original unless its date or the others' credit says so.
        """
        credits = Counter(m.credit for m in self.members if m.credit not in (None, m.outlet))
        return min(self.members, key=lambda m: (-credits[m.outlet] if m.outlet else 0, m.order))


@dataclass(slots=True, eq=False)
class _Kept:
    """What is remembered of a document."""

    id: str
    words: bytes
    outlet: str | None
    day: str | None
    order: Order
    credit: str | None
    group: _Group | None = None


class CopyBook:
    """Finds copies among documents as they come.

    Args:
        window: days after which a document is forgotten, by the newest that came; null for never.
    """

    def __init__(self, *, window: int | None = 14) -> None:
        self._window = window
        self._newest = date.min.toordinal()
        self._postings = Postings()
        self._kept: dict[int, _Kept] = {}
        self._in_order: deque[tuple[int, int]] = deque()
        self._next = 0

    def __len__(self) -> int:
        """How many documents are remembered."""
        return len(self._kept)

    def add(self, text: CopyText) -> Match | None:
        """Remember a document, and say whether it has the text of an earlier one."""
        added = _Kept(
            text.id, b"", text.outlet, text.day, order(text.id, text.published), text.credit
        )
        words = hashes(text.text)
        keys, starts = sampled(words, text.lang)
        holders = self._postings.find(keys)
        mine = short(words)
        found = self._best(text, mine, starts.tolist(), holders)
        added.words = mine.tobytes()
        self._remember(added, keys, holders)
        if found is None:
            return None
        other, carried = found
        if not carried.whole:
            first, second = sorted((other, added), key=lambda kept: kept.order)
            return _match("part", second, first, carried)
        group = _joined(added, other)
        original = group.original
        return _match("copy", added if original is not added else other, original, carried)

    def _best(
        self, text: CopyText, words: Short, starts: Sequence[int], found: Found
    ) -> tuple[_Kept, Carried] | None:
        """The document whose text this one carries most of."""
        found = found.some(self._in_order[0][1] if self._in_order else self._next)
        numbers, counts = np.unique(found.documents, return_counts=True)
        enough = counts >= max(_FEWEST_SHARED, _SMALLEST_PART * len(starts))
        shared = {self._kept[n]: c for n, c in _pairs(numbers[enough], counts[enough])}
        if not shared:
            return None
        printed: list[list[_Kept]] = [[] for _ in starts]
        for place, number in _pairs(found.places, found.documents):
            printed[place].append(self._kept[number])
        mask = frame(starts, printed, text, len(words))
        likely = sorted(shared, key=lambda kept: (-shared[kept], kept.order))
        best: tuple[_Kept, Carried] | None = None
        for kept in likely[:_MOST_COMPARED]:
            if best is not None and best[1].rank >= (True, _SURE):
                break
            other = np.frombuffer(kept.words, np.uint16)
            carried = judge(
                text.text,
                align(words, other),
                frame=mask,
                other_words=len(other),
                same_outlet=text.outlet is not None and text.outlet in _printers(kept),
            )
            if carried is not None and (best is None or carried.rank > best[1].rank):
                best = (kept, carried)
        return best

    def _remember(self, added: _Kept, keys: NDArray[np.uint32], holders: Found) -> None:
        number = self._next
        self._next += 1
        self._kept[number] = added
        self._postings.add(number, keys, holders)
        day = _ordinal(added.day)
        self._newest = max(self._newest, day or self._newest)
        self._in_order.append((day or self._newest, number))
        if self._window is not None:
            while self._in_order[0][0] < self._newest - self._window:
                self._kept.pop(self._in_order.popleft()[1]).words = b""
        self._postings.tidy(self._in_order[0][1])

    def copies(self) -> dict[str, str]:
        """Id of each copy remembered -> id of its original as it is known now."""
        return {
            kept.id: kept.group.original.id
            for kept in self._kept.values()
            if kept.group is not None and kept.group.original is not kept
        }


def find_copies(documents: Iterable[Document | CopyText]) -> dict[str, Copy]:
    """Id of each copy -> what it carries of its original, which is no copy itself.

    Documents are compared by date, whatever order they are given in. The original is the earliest,
    or the one whose outlet the others credit.
    """
    texts, book, _ = _compared(documents)
    return {
        copy: _copy(texts[copy], texts[original])
        for copy, original in sorted(book.copies().items())
    }


def find_parts(documents: Iterable[Document | CopyText]) -> dict[str, Copy]:
    """Id of each document that is no copy, but has a passage of an earlier one -> that passage."""
    texts, book, matches = _compared(documents)
    copies = book.copies()
    return {
        match.copy: _copy(texts[match.copy], texts[match.original])
        for match in sorted(matches, key=lambda match: match.copy)
        if match.kind == "part" and match.copy not in copies
    }


def _compared(
    documents: Iterable[Document | CopyText],
) -> tuple[dict[str, CopyText], CopyBook, list[Match]]:
    texts = sorted(map(_as_text, documents), key=lambda text: order(text.id, text.published))
    book = CopyBook(window=None)
    matches = [match for text in texts if (match := book.add(text)) is not None]
    return {text.id: text for text in texts}, book, matches


def _as_text(document: Document | CopyText) -> CopyText:
    if isinstance(document, CopyText):
        return document
    return CopyText(
        id=document.id,
        text=document.text,
        lang=document.lang,
        outlet=document.outlet,
        published=document.published,
    )


def _copy(text: CopyText, original: CopyText) -> Copy:
    share, passages = measure(text.text, original.text)
    return Copy(original=original.id, share=share, passages=passages)


def _match(kind: Literal["copy", "part"], copy: _Kept, original: _Kept, carried: Carried) -> Match:
    return Match(
        kind=kind,
        copy=copy.id,
        original=original.id,
        share=carried.share,
        passages=carried.passages,
    )


def _pairs(first: NDArray[Any], second: NDArray[Any]) -> Iterator[tuple[int, int]]:
    return zip(first.tolist(), second.tolist(), strict=True)


def _printers(kept: _Kept) -> set[str | None]:
    """The outlets whose own text it may be: its printer's, and the printer's of its original."""
    return {kept.outlet, kept.group.original.outlet if kept.group else None}


def _joined(added: _Kept, other: _Kept) -> _Group:
    """The group of both, with the one that is new."""
    group = other.group or _Group([other])
    group.members.append(added)
    added.group = other.group = group
    return group


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None
