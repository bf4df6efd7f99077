"""What is done with one source or one article: fetched and understood, nothing kept yet."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sholu.archive import Due, Task, parsed
from sholu.collect.fetch import Answer, Door, Validators
from sholu.collect.web import feed, json_feed, page, sitemap, told
from sholu.collect.web.listing import Listing
from sholu.model import (
    Attempt,
    Collected,
    Document,
    DocumentError,
    Link,
    RawPage,
    Source,
    SourceKind,
)

# What a source may be for ever, once it was that; a page may be an apology for a feed.
_LASTING: dict[str | None, SourceKind] = {
    "feed": "feed",
    "json feed": "feed",
    "sitemap": "sitemap",
}
# Of a sitemap that names others, so many are looked into at one time: the last of them, because
# new ones are added at the end, and those first that are for news.
_MOST_SITEMAPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What came of a look at a source.

    Attributes:
        tries: the first is of the source's own address, and says how the source is.
        validators: to be kept with what was found; null where nothing was read.
        links: articles that it names, in its order.
        page: the article that it is itself, where it is a page.
        dated: whether it says of its articles when they appeared.
        kind: what it has proved to be, where that will last.
    """

    due: Due
    tries: tuple[Attempt, ...]
    validators: Validators | None = None
    links: tuple[Link, ...] = ()
    page: Collected | None = None
    dated: bool = True
    kind: SourceKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of fetching an article: the document, or the last try with its reason."""

    task: Task
    tries: tuple[Attempt, ...]
    found: Collected | None = None


def look(due: Due, door: Door) -> Look:
    """Look at a source: what does it name now?"""
    source = due.source
    shown = Validators(etag=due.etag, last_modified=due.last_modified)
    answer = door.get(source.address, validators=shown)
    if answer.attempt.outcome != "read":
        return Look(due=due, tries=(answer.attempt,))
    kind = source.kind or told.kind(answer.body, answer.media_type)
    try:
        if kind == "page":
            itself = _article(answer, source.address, source=source)
            return Look(due=due, tries=(answer.attempt,), validators=answer.validators, page=itself)
        listing = _listing(answer, source, kind)
    except DocumentError as error:
        return Look(due=due, tries=(_unreadable(answer, error.reason),))
    if listing.problems and not listing.links and not listing.more:
        return Look(due=due, tries=(_unreadable(answer, listing.problems[0].reason),))
    found = Look(
        due=due,
        tries=(answer.attempt,),
        validators=answer.validators,
        links=listing.links,
        dated=kind != "sitemap" or any(link.published for link in listing.links),
        kind=_LASTING.get(kind),
    )
    return _with_its_sitemaps(found, answer, listing, door) if listing.more else found


def fetch(task: Task, source: Source | None, door: Door) -> Fetched:
    """Fetch an article; where its page was never to be had, what the feed carries will do."""
    link = task.link
    answer = door.get(link.address)
    attempt = answer.attempt
    if attempt.outcome == "read":
        try:
            found = _article(answer, link.address, link=link, source=source)
            return Fetched(task=task, tries=(attempt,), found=found)
        except DocumentError as error:
            attempt = _unreadable(answer, error.reason)
    carried = _as_carried(link, source, attempt) if task.visits == 0 else None
    return Fetched(task=task, tries=(attempt,), found=carried)


def given_up(job: Due | Task, reason: str, *, at: str) -> Look | Fetched:
    """What comes of a job that Sholu itself fails at."""
    address = job.source.address if isinstance(job, Due) else job.link.address
    attempt = Attempt(address=address, at=at, outcome="unreadable", reason=reason)
    if isinstance(job, Due):
        return Look(due=job, tries=(attempt,))
    return Fetched(task=job, tries=(attempt,))


def _listing(answer: Answer, source: Source, kind: str | None) -> Listing:
    readers: dict[str, Callable[..., Listing]] = {
        "feed": feed.read,
        "json feed": json_feed.read,
        "sitemap": sitemap.read,
    }
    if kind == "feed" and told.kind(answer.body, answer.media_type) == "json feed":
        kind = "json feed"
    if kind not in readers:
        what = "a list of sources: name it as a file" if kind == "opml" else "no feed or sitemap"
        raise DocumentError(source.address, f"is {what}")
    return readers[kind](
        answer.body,
        address=answer.attempt.final or source.address,
        charset=answer.charset,
        zone=source.zone,
        seen=parsed(answer.attempt.at),
    )


def _with_its_sitemaps(found: Look, answer: Answer, listing: Listing, door: Door) -> Look:
    """The same with what is named in the sitemaps that this one names.

    Where none of them can be read, nothing of the source could.
    """
    newest_first = listing.more[::-1]
    chosen = sorted(newest_first, key=lambda address: "news" not in address)[:_MOST_SITEMAPS]
    tries: list[Attempt] = []
    links = list(found.links)
    for address in chosen:
        attempt, named = _sitemap(replace(found.due.source, address=address), door)
        tries.append(attempt)
        links += named
    first = found.tries[0]
    if not links and all(one.outcome != "read" for one in tries):
        why = f"{tries[0].address}: {tries[0].reason or tries[0].outcome}"
        first = _unreadable(answer, f"none of its sitemaps could be read ({why})")
    return replace(
        found,
        tries=(first, *tries),
        validators=found.validators if first.outcome == "read" else None,
        links=tuple(links),
        dated=any(link.published for link in links),
    )


def _sitemap(source: Source, door: Door) -> tuple[Attempt, tuple[Link, ...]]:
    answer = door.get(source.address)
    if answer.attempt.outcome != "read":
        return answer.attempt, ()
    try:
        return answer.attempt, _listing(answer, source, "sitemap").links
    except DocumentError as error:
        return _unreadable(answer, error.reason), ()


def _article(
    answer: Answer, address: str, *, link: Link | None = None, source: Source | None = None
) -> Collected:
    attempt = answer.attempt
    document = page.document(
        answer.body,
        address=attempt.final or address,
        charset=answer.charset,
        zone=source.zone if source else None,
        seen=parsed(attempt.at),
        link=link,
        source=source,
    )
    met = (address, attempt.final, document.canonical)
    raw = RawPage(body=answer.body, media_type=answer.media_type, charset=answer.charset)
    return Collected(
        document=document, origin="page", addresses=tuple(a for a in met if a), page=raw
    )


def _as_carried(link: Link, source: Source | None, attempt: Attempt) -> Collected | None:
    """The article as its feed carries it whole; null where it does not, or may yet be had."""
    if link.text is None or attempt.outcome in ("busy", "unreachable", "failed"):
        return None
    document = Document(
        id=link.address,
        text=link.text,
        title=link.title,
        url=link.address,
        outlet=source.outlet if source else None,
        country=source.country if source else None,
        lang=link.lang or (source.lang if source else None),
        published=link.published,
        source=link.address,
    )
    return Collected(document=document, origin="feed", addresses=(link.address,))


def _unreadable(answer: Answer, reason: str) -> Attempt:
    return replace(answer.attempt, outcome="unreadable", reason=reason)
