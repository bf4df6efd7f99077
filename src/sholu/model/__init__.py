"""The words of the house: frozen values that everything else speaks in.

A `Document` is an article as published. A `Reading` is what was found in it: `Statement`,
`Expectation`, `Silence`, `Dating` and `Mention`, each made of `Span` and `Voice`. A `Review`
is what the readings of one event come to.

Offsets everywhere count Unicode code points of `Document.text` as given, half open:
`document.text[span.start:span.end] == span.text`.
"""

from sholu.model.document import Document, Outlet, Skipped
from sholu.model.errors import (
    ArchiveError,
    DocumentError,
    SholuError,
    SpanError,
    UsageError,
    WorldError,
)
from sholu.model.kept import (
    Collected,
    Coverage,
    Fate,
    Kept,
    Origin,
    RawPage,
    Selection,
    SourceHealth,
    Unread,
    Version,
)
from sholu.model.reading import (
    Assessment,
    Dating,
    Expectation,
    Mention,
    Period,
    Reading,
    Silence,
    SilenceKind,
    Statement,
    StatementKind,
    Strength,
)
from sholu.model.review import (
    Camp,
    Dispute,
    DocumentCard,
    EventCard,
    Evidence,
    ForeseenItem,
    Limit,
    ReportedValue,
    Review,
    ReviewStatement,
    Section,
    Settlement,
    SettlementStatus,
    SilenceItem,
    Theme,
)
from sholu.model.source import Attempt, Link, Outcome, Source, SourceKind
from sholu.model.span import Span
from sholu.model.voice import Voice, VoiceType

__all__ = [
    "ArchiveError",
    "Assessment",
    "Attempt",
    "Camp",
    "Collected",
    "Coverage",
    "Dating",
    "Dispute",
    "Document",
    "DocumentCard",
    "DocumentError",
    "EventCard",
    "Evidence",
    "Expectation",
    "Fate",
    "ForeseenItem",
    "Kept",
    "Limit",
    "Link",
    "Mention",
    "Origin",
    "Outcome",
    "Outlet",
    "Period",
    "RawPage",
    "Reading",
    "ReportedValue",
    "Review",
    "ReviewStatement",
    "Section",
    "Selection",
    "Settlement",
    "SettlementStatus",
    "SholuError",
    "Silence",
    "SilenceItem",
    "SilenceKind",
    "Skipped",
    "Source",
    "SourceHealth",
    "SourceKind",
    "Span",
    "SpanError",
    "Statement",
    "StatementKind",
    "Strength",
    "Theme",
    "Unread",
    "UsageError",
    "Version",
    "Voice",
    "VoiceType",
    "WorldError",
]
