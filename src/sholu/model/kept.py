"""What an archive keeps, and what it tells of it."""

from dataclasses import dataclass, field
from typing import Literal

from sholu.model.document import Document
from sholu.model.source import Outcome

Origin = Literal["page", "feed", "file"]
Fate = Literal["new", "changed", "known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """What a server sent, byte for byte."""

    body: bytes
    media_type: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """A document that a collector brings, and how it came by it.

    Attributes:
        addresses: every address under which it was met (as linked, as answered, canonical).
        origin: the page itself, the feed that carries the whole of it, or a file.
        page: the raw page, where it came from one.
    """

    document: Document
    origin: Origin
    addresses: tuple[str, ...] = ()
    page: RawPage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a document brought to the archive.

    Attributes:
        id: of the document in the archive.
        number: of its version, from 1.
        fate: new, changed (kept as one more version), or known already.
    """

    id: str
    number: int
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A document as it stood when it was kept.

    Attributes:
        document: its `id` is the same in all versions.
        number: from 1.
        kept: moment, ISO 8601 in UTC.
        lang: as told from the text ("und" where it cannot be told).
        outlet: id of the outlet, where the world knows it.
    """

    document: Document
    number: int
    kept: str
    lang: str
    origin: Origin
    outlet: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which documents of an archive are meant; what is null or empty sets no bounds.

    Attributes:
        words: all of them must stand in the text or title, in any form ("қазақстан" finds
            "Қазақстанға"); "in quotation marks" as printed; `begin*` and `*middle*` by their part.
        since, until: days of publication, both included; documents without a day are left out
            where one is given.
        outlets, countries, langs, voices: any of these ids.
    """

    words: str = ""
    since: str | None = None
    until: str | None = None
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How a source is.

    Attributes:
        id, address: of the source.
        tried, succeeded: moments of the last try, and of the last that was read or unchanged.
        brought: when it last named an article not known before.
        failures: tries in a row that failed, the last one among them.
        outcome, reason: of the last try; the reason is null where it went well.
        rhythm: hours that usually lie between two new articles (the median); null under five.
        quiet: hours without a new article, where that is longer than its rhythm lets expect.
        documents, waiting, quarantined: how many came from it, are still to be fetched, could not
            be had.
        dropped: no longer watched.
    """

    id: str
    address: str
    outlet: str | None
    country: str | None
    lang: str | None
    every: int
    due: str
    tried: str | None
    succeeded: str | None
    brought: str | None
    failures: int
    outcome: Outcome | None
    reason: str | None
    rhythm: float | None
    quiet: float | None
    documents: int
    waiting: int
    quarantined: int
    dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A source that never answered in a period.

    Attributes:
        outcome, reason: of the last try; null where it was not looked at.
    """

    source: str
    outcome: Outcome | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was tried and what came of it in a period: what every measured silence rests on.

    Attributes:
        since, until: days, both included; null where open.
        sources: how many were watched; `healthy` of them answered to at least one try in the
            period and to the last one.
        tries: of sources and pages together, by outcome.
        documents: kept in the period, by language and by country of the outlet.
        unread: sources that never answered in the period.
        lost: pages that were named by a source but could not be had, by outcome.
    """

    since: str | None
    until: str | None
    sources: int
    healthy: int
    tries: dict[str, int] = field(default_factory=dict)
    documents: int = 0
    by_lang: dict[str, int] = field(default_factory=dict)
    by_country: dict[str, int] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    lost: dict[str, int] = field(default_factory=dict)
