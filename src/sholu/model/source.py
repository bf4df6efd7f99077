"""Where documents are collected from, and what became of each try."""

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["feed", "sitemap", "page"]

Outcome = Literal[
    "read",
    "unchanged",
    "refused",
    "disallowed",
    "blocked",
    "missing",
    "busy",
    "failed",
    "unreachable",
    "oversized",
    "unreadable",
]
"""What became of a try to fetch something.

read         it came, and gave documents or links to them
unchanged    the server says that nothing is new since the last time (304)
refused      we do not go there: another scheme than http or https, a private address
disallowed   the host's robots.txt asks us not to
blocked      the server does not let us (401, 402, 403, 407, 451)
missing      there is nothing any more (404, 410)
busy         the server asks us to come back later (429, 503)
failed       another status of the server (4xx, 5xx), or redirects without end
unreachable  no name, no connection, no answer in time
oversized    more than we take, before or after decompression
unreadable   it came, but no document or link could be found in it
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed, sitemap or page that documents are collected from again and again.

    Attributes:
        id: unique among the sources watched; by default the address without its scheme.
        address: http or https.
        kind: null where it is to be told from what comes.
        outlet: id or name of the outlet that stands behind it.
        country: ISO 3166-1 alpha-2 of the outlet.
        lang: ISO 639-1, where everything in it is in one language.
        zone: IANA time zone of times printed without one ("Asia/Almaty"), null where unknown.
        every: seconds between two looks at it.
    """

    id: str
    address: str
    kind: SourceKind | None = None
    outlet: str | None = None
    country: str | None = None
    lang: str | None = None
    zone: str | None = None
    every: int = 1800


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try to fetch an address.

    Attributes:
        address: as asked for.
        at: when it began, ISO 8601 in UTC to the second ("2025-11-15T06:00:00+00:00").
        outcome: what became of it.
        reason: in words, for people; null where it was read or unchanged.
        status: of HTTP, where a server answered.
        final: the address that answered, where redirects led elsewhere.
        size: bytes of the body as kept.
        wait: seconds the server asks us to stay away (Retry-After).
    """

    address: str
    at: str
    outcome: Outcome
    reason: str | None = None
    status: int | None = None
    final: str | None = None
    size: int = 0
    wait: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An article that a feed or sitemap names.

    Attributes:
        address: of the article's page, absolute.
        mark: of all that the source says of the article; another mark means it was edited.
        title, published, lang: as the source says, checked, null where it does not.
        text: the whole article where the source carries it, as plain text.
    """

    address: str
    mark: str
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    text: str | None = None
