"""What is found in one document."""

from dataclasses import dataclass, field
from typing import Literal

from sholu.model.document import Outlet
from sholu.model.span import Span
from sholu.model.voice import Voice

StatementKind = Literal["direct", "indirect", "mixed"]
Assessment = Literal["positive", "negative", "warning", "neutral"]
Strength = Literal["certain", "planned", "likely", "possible", "unlikely"]
SilenceKind = Literal["silent", "declined", "no answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `start` to `end`, both included, as ISO dates; null where open."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A time expression and the days it means against the date of publication."""

    span: Span
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in the text where somebody or something the world knows is named."""

    span: Span
    id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One quotation or attribution.

    Attributes:
        id: unique in the document, stable over reruns.
        kind: `direct`, `indirect`, or `mixed` (an indirect clause with quoted words inside).
        content: what is said, without outer marks; the hull where a cue interrupts it.
        cue: the words of saying as printed; null where the text has none.
        source: who says it, as printed in or beside the sentence; null where not printed.
        parts: the pieces, where a cue interrupts the content; else empty.
        voice: whom the source is, also where only an earlier sentence names it.
        carriers: outlet ids, from the first that is named as having printed it to the last.
        assessment: only where the words show one; `assessment_words` are those words.
        heading: the heading the statement stands under, if any.
        nested: stands inside another statement of the same document.
        translated: the words in print that say it was made in another language; null where none do.
    """

    id: str
    kind: StatementKind
    content: Span
    cue: Span | None = None
    source: Span | None = None
    parts: tuple[Span, ...] = ()
    voice: Voice | None = None
    carriers: tuple[str, ...] = ()
    assessment: Assessment | None = None
    assessment_words: Span | None = None
    themes: tuple[str, ...] = ()
    heading: Span | None = None
    nested: bool = False
    translated: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A clause about what will or may happen, whose it is, how strong, and by when.

    Attributes:
        due: the days it falls due against the date of publication, null where not stated.
        due_words: the time expression as printed.
        strength_words: the words that show the strength.
        condition: the if-clause as printed.
        voice: whose expectation it is; the carrier's own where nobody else is named.
        negated: it is expected not to happen.
        statement: id of the statement it stands in.
    """

    id: str
    content: Span
    voice: Voice | None
    strength: Strength
    strength_words: Span | None = None
    due: Period | None = None
    due_words: Span | None = None
    condition: Span | None = None
    negated: bool = False
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A clause saying that somebody did not react, declined to, or has not answered."""

    id: str
    content: Span
    voices: tuple[Voice, ...]
    kind: SilenceKind
    sources: tuple[Span, ...] = ()
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one document.

    Attributes:
        lang: the language it was read as; null where no pack reaches it.
        published: day of publication, given or printed in the text; null where unknown.
        outlet: the carrier, given or named by the text itself.
        headings: headings inside the text, in order.
        unread: passages that no pack reaches, as (language, span).
    """

    id: str
    lang: str | None
    published: str | None
    outlet: Outlet | None
    sha256: str
    statements: tuple[Statement, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    silences: tuple[Silence, ...] = ()
    dates: tuple[Dating, ...] = ()
    mentions: tuple[Mention, ...] = ()
    headings: tuple[Span, ...] = ()
    unread: tuple[tuple[str, Span], ...] = field(default=())
