"""What comes back through the door, and how much of it may."""

from dataclasses import dataclass, field

from sholu.model import Attempt, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long, how much and how often.

    Attributes:
        connect: seconds to find a host and get through to it.
        total: seconds on the network for one address, its redirects counted in and the
            waiting for a turn not; robots.txt has as many of its own.
        bytes: of a body, after decompression.
        redirects: followed from one address.
        pace: seconds from the end of one request to a host to the start of the next.
        patience: seconds that `get` itself waits for a turn; where more are needed it asks
            nothing and says "busy".
        longest_wait: seconds; what a server asks for beyond it (Retry-After, Crawl-delay) is cut.
        robots_bytes: of robots.txt that are read; RFC 9309 wants at least 500 KiB.
        robots_kept: seconds that robots.txt is kept; RFC 9309 wants at most a day.
        robots_retry: seconds until a robots.txt that could not be had is asked for again.
    """

    connect: float = 10.0
    total: float = 60.0
    bytes: int = 20_000_000
    redirects: int = 5
    pace: float = 2.0
    patience: float = 60.0
    longest_wait: int = 86_400
    robots_bytes: int = 512_000
    robots_kept: float = 86_400.0
    robots_retry: float = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server calls the version it sent, to be shown to it the next time (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of asking for an address.

    Attributes:
        attempt: its outcome is "read" where a 2xx body came whole.
        body: decompressed; empty unless read.
        media_type: lower case, without parameters ("text/html").
        charset: as Content-Type names it, lower case, unchecked.
        validators: to be kept only once the body was put to use.
    """

    attempt: Attempt
    body: bytes = field(default=b"", repr=False)
    media_type: str | None = None
    charset: str | None = None
    validators: Validators = Validators()


class NotFetchedError(Exception):
    """Nothing was fetched: the outcome, and the reason in words. It never leaves the door.

    Args:
        outcome: any but "read".
        reason: one plain phrase, without a final full stop; None where it is "unchanged".
        status: of HTTP, where a server answered.
        wait: seconds that the server asks us to stay away.
    """

    def __init__(
        self,
        outcome: Outcome,
        reason: str | None,
        *,
        status: int | None = None,
        wait: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason
        self.status = status
        self.wait = wait
