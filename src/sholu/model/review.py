"""The finished product: what the readings of one event come to.

Every object that holds spans names its `document`, so that anyone can slice them again.
Documents, statements and voices are held once and referred to by id everywhere else.
"""

from dataclasses import dataclass, field
from typing import Literal

from sholu.model.document import Outlet
from sholu.model.reading import Expectation, Period, Silence, Statement
from sholu.model.span import Span
from sholu.model.voice import Voice

SettlementStatus = Literal[
    "fulfilled", "partly fulfilled", "contradicted", "no evidence", "not yet due", "void"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span and the document it stands in."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCard:
    """A document of the review. `text` is kept so that every quotation opens in its place."""

    id: str
    title: str
    url: str | None
    outlet: Outlet | None
    lang: str | None
    published: str | None
    copy_of: str | None
    sha256: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """What is reviewed. Every field but the title rests on `evidence`.

    Attributes:
        title: given by the user, or put together from kind, participants and place.
        kind: "state visit", "summit", "protests"… (a key of the kinds in the language packs).
        period: first and last day of the event, null where not stated.
        place: name of a city or state by language code; empty where not stated.
        participants: voices that take part, most often named first.
        outcome: spans that say what was signed, adopted or decided.
    """

    title: dict[str, str]
    kind: str | None
    period: Period | None
    place: dict[str, str]
    participants: tuple[Voice, ...]
    outcome: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStatement:
    """A statement in its document. `carried_by` are documents that carry the same words."""

    id: str
    document: str
    statement: Statement
    section: str
    carried_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The statements of one bloc, in the reader's own order of blocs.

    Attributes:
        id: of the section in the world's data ("west", "central-asia-turkiye").
        names: what it is called, by language code.
        statements: ids of review statements, by date and document.
        headings: headings of documents that open this section, as evidence.
    """

    id: str
    names: dict[str, str]
    statements: tuple[str, ...]
    headings: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Statements that say the same, in whatever language.

    Attributes:
        label: words taken from the statements themselves, as a heading prints them.
        typical: id of the statement nearest to the middle of the theme.
        statements: ids, typical first.
        publishers: ids of the independent publishers that carry it, copies counted once.
        documents: raw number of documents.
    """

    id: str
    label: str
    label_lang: str
    typical: str
    statements: tuple[str, ...]
    publishers: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """One side of a disputed theme: which voices take it, in which statements.

    `stance` is what the words of the side show: "for" (positive) or "against" (negative, warning).
    """

    theme: str
    stance: Literal["for", "against"]
    voices: tuple[Voice, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceItem:
    """A stated silence in its document, with the counts it rests on."""

    document: str
    silence: Silence
    documents_read: int
    publishers_read: int
    broken_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What became of an expectation, proposed with its evidence; a person decides.

    Attributes:
        reason: key of the fixed sentence that says why, with `found` and `missing` as its
            matter: names of what was found done and what no later document tells.
        evidence: spans for; `against`: spans against.
    """

    status: SettlementStatus
    reason: str
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeseenItem:
    """A line of the ledger: an expectation in its document and its proposed settlement."""

    id: str
    document: str
    published: str | None
    expectation: Expectation
    settlement: Settlement


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedValue:
    """One value that a report gives for a fact."""

    value: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A fact on which reports differ. `about` is the words the reports share."""

    about: str
    unit: str
    values: tuple[ReportedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What could not be seen: a language, a source or a passage, and how much of it.

    Attributes:
        kind: "language" (no pack), "source" (could not be read), "lost" (an article that a watched
            source named and that could not be had), "passage", "date", "off-topic".
        name: the language code or the source as the user named it; empty for "lost".
        reason: one plain phrase, or the `Outcome` of a try; empty where the kind says it all.
    """

    kind: Literal["language", "source", "lost", "passage", "date", "off-topic"]
    name: str
    count: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The press review of one event.

    Attributes:
        new_since: day before which nothing counts as new; null where there was no review before.
        new: ids of statements published on the latest day covered.
        balance: day -> section id -> number of statements, days sorted.
    """

    event: EventCard
    documents: tuple[DocumentCard, ...]
    statements: tuple[ReviewStatement, ...]
    sections: tuple[Section, ...]
    themes: tuple[Theme, ...] = ()
    camps: tuple[Camp, ...] = ()
    silences: tuple[SilenceItem, ...] = ()
    expectations: tuple[ForeseenItem, ...] = ()
    balance: dict[str, dict[str, int]] = field(default_factory=dict)
    disputes: tuple[Dispute, ...] = ()
    limits: tuple[Limit, ...] = ()
    new: tuple[str, ...] = ()
    new_since: str | None = None

    def statement(self, statement_id: str) -> ReviewStatement:
        """The statement with this id; `KeyError` where there is none."""
        for item in self.statements:
            if item.id == statement_id:
                return item
        raise KeyError(statement_id)

    def document(self, document_id: str) -> DocumentCard:
        """The document with this id; `KeyError` where there is none."""
        for item in self.documents:
            if item.id == document_id:
                return item
        raise KeyError(document_id)
