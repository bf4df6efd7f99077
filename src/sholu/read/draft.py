"""A statement as found on the page, before anybody knows whose voice it is."""

from dataclasses import dataclass

from sholu.model import StatementKind

Range = tuple[int, int]


@dataclass(slots=True, kw_only=True)
class Draft:
    """Offsets of one quotation or attribution in the text of its page.

    Attributes:
        kind: direct, indirect or mixed.
        content: what is said, without outer marks, complementiser and final punctuation.
        cue: the words of saying; none where the line only carries a quotation on.
        source: the noun phrase that names the source, as printed in the sentence.
        parts: the pieces, where a cue interrupts the content; else empty.
        line: number of the line it stands in.
        nested: stands inside another statement.
    """

    kind: StatementKind
    content: Range
    cue: Range | None = None
    source: Range | None = None
    parts: tuple[Range, ...] = ()
    line: int = 0
    nested: bool = False
