"""What a feed or sitemap names: links to articles, and other lists to look into."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sholu.model import Skipped
from sholu.model.source import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What came of reading a feed or sitemap.

    Attributes:
        title: as the feed calls itself.
        links: in the order given, each address once.
        more: addresses of other sitemaps to look into.
        problems: items that give no link, with the reason in words.
    """

    title: str | None = None
    links: tuple[Link, ...] = ()
    more: tuple[str, ...] = ()
    problems: tuple[Skipped, ...] = ()


def mark(*said: object) -> str:
    """A short hash of all that a source says of an article; null counts as not said."""
    parts = "\x1f".join("" if part is None else str(part) for part in said)
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links, of several with one address the first."""
    return tuple({link.address: link for link in reversed(list(links))}.values())[::-1]
