"""One article as published, and the outlet that printed it."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper, agency, broadcaster or site that carries documents."""

    id: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as published. Its text never changes once kept.

    Attributes:
        id: unique in a collection.
        text: as given; nothing is normalised.
        lang: ISO 639-1 code as stated by whoever gave the document, null where unstated.
        outlet: name or id of the outlet as given, null where unstated.
        country: ISO 3166-1 alpha-2 of the outlet as given.
        published: ISO 8601 date or date and time as given, null where unstated.
        source: where it was read from ("folder/file.jsonl:12"), for messages only.
    """

    id: str
    text: str
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    country: str | None = None
    published: str | None = None
    source: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the text as UTF-8 (surrogates that stand alone are kept as they are)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def day(self) -> str | None:
        """The day of publication, "YYYY-MM-DD"."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A source that gave no document, with the reason in words."""

    source: str
    reason: str
