"""What the kinds of files read from, and what they find there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader

from sholu.model import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file, or standard input.

    Attributes:
        name: as the user named it, for messages.
        stem: the file's name without its last extension; documents without an id take it.
        relative: its path inside the folder the user named.
    """

    name: str
    stem: str
    relative: str

    def line(self, number: int) -> str:
        """The place of a line, "folder/file.jsonl:12"."""
        return f"{self.name}:{number}"

    def item(self, noun: str, number: int) -> str:
        """The place of an item where lines say nothing, "folder/file.parquet, row 12"."""
        return f"{self.name}, {noun} {number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one document of a source says of itself, unchecked.

    Attributes:
        fields: by the names of `Document`; others are passed over.
        place: where it stands, for messages.
        number: its line or position; null where the source is one document.
    """

    fields: Mapping[str, object]
    place: str
    number: int | None = None


Reader = Callable[[Input, BufferedReader], Iterator[Record | Skipped]]
"""A kind of file: yields its records in order; a `DocumentError` or `OSError` ends the source."""
