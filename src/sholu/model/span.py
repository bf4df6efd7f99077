"""A stretch of one document's text, with the words it holds."""

from dataclasses import dataclass

from sholu.model.errors import SpanError


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of Unicode code points, with its text.

    Attributes:
        start: offset of the first code point.
        end: offset behind the last code point.
        text: exactly the words in print, `document.text[start:end]`.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"span [{self.start}, {self.end}) is not ordered")
        if len(self.text) != self.end - self.start:
            raise SpanError(
                f"span [{self.start}, {self.end}) holds {len(self.text)} code points, "
                f"not {self.end - self.start}"
            )

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> "Span":
        """Cut `text[start:end]`; raises `SpanError` where the range leaves the text."""
        if end > len(text):
            raise SpanError(f"span [{start}, {end}) leaves a text of {len(text)} code points")
        return cls(start=start, end=end, text=text[start:end])

    def check(self, text: str) -> None:
        """Raise `SpanError` unless the span still says what `text` says there."""
        if text[self.start : self.end] != self.text:
            raise SpanError(f"span [{self.start}, {self.end}) does not hold: {self.text[:40]!r}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
