"""The verbs that go out: collect once, watch on a schedule, see how the sources are."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from sholu.cli.archives import open_named
from sholu.cli.lines import complain
from sholu.cli.options import ArchiveName, Format, Worlds
from sholu.cli.progress import Progress
from sholu.cli.reports import brought, health_lines
from sholu.cli.settings import checked_paths, load_world
from sholu.model import Collected, Document, DocumentError, Skipped, Source, UsageError

if TYPE_CHECKING:
    from sholu.archive import Archive
    from sholu.collect.fetch import Door
    from sholu.watch import Rounds, Sources, Tally
    from sholu.world import World

_SOURCES = Path("sources.toml")
SourcesFile = Annotated[
    Path, Parameter(help="A sources file (docs/sources.md) or an OPML list of feeds.")
]


def collect(
    *wanted: Annotated[
        str,
        Parameter(
            allow_leading_hyphen=True,
            help="Addresses of feeds, sitemaps and pages; files and folders with articles; a "
            "sources file; or - for standard input.",
        ),
    ],
    archive: ArchiveName = None,
    allow: Annotated[
        tuple[str, ...],
        Parameter(
            help="Host that may be fetched from although its address is private.", negative=()
        ),
    ] = (),
    format: Format = "text",
    world: Worlds = (),
) -> int:
    """Collect articles into the archive, once.

    Example: sholu collect https://example.org/feed.xml articles/ --archive news.sqlite
    """
    if not wanted:
        raise UsageError("name an address, a file or a folder, or - for standard input")
    addresses = [one for one in wanted if one.startswith(("http://", "https://"))]
    lists = [one for one in wanted if one.lower().endswith((".toml", ".opml"))]
    files = [one for one in wanted if one not in addresses and one not in lists]
    checked_paths(files)
    known = load_world(world)
    listed = [_load(Path(one), known) for one in lists]
    with open_named(archive, known, create=True) as kept, Progress() as progress:
        problems = new = changed = later = 0
        if files:
            new, changed, problems = keep_files(kept, files, progress)
        if addresses or listed:
            tally = _look_once(kept, known, addresses, listed, allow, progress)
            new, changed = new + tally.new, changed + tally.changed
            problems, later = problems + tally.problems, tally.later
        _read(kept, known, progress)
    print(brought(new, changed, problems, kept.address, later=later, format=format))
    return 1 if problems else 0


def watch(
    sources: SourcesFile = _SOURCES,
    /,
    *,
    archive: ArchiveName = None,
    once: Annotated[bool, Parameter(negative=(), help="Do what is due now, and end.")] = False,
    hours: Annotated[
        float | None, Parameter(help="End after so many hours; by default never.")
    ] = None,
    replay: Annotated[
        bool,
        Parameter(negative=(), help="Try again, too, what could not be had and was set aside."),
    ] = False,
    format: Format = "text",
    world: Worlds = (),
) -> int:
    """Watch sources on a schedule, and keep what they bring; Ctrl-C ends it at any moment.

    Example: sholu watch sources.toml --archive news.sqlite
    """
    known = load_world(world)
    listed = _load(sources, known)
    if hours is not None and hours <= 0:
        raise UsageError("--hours must be more than 0")
    with (
        open_named(archive, known, create=True) as kept,
        kept.only_watcher(),
        Progress() as progress,
    ):
        if replay:
            _replay(kept)
        rounds, door = _rounds(kept, known, listed, (), progress)
        with door:
            until = datetime.now(UTC) + timedelta(hours=hours) if hours else None
            try:
                if once:
                    rounds.once(listed.sources)
                else:
                    rounds.watch(listed.sources, until=until)
            except KeyboardInterrupt:
                print(_told(rounds.tally, kept.address, format), flush=True)
                raise
    print(_told(rounds.tally, kept.address, format))
    return 1 if rounds.tally.problems else 0


def _told(tally: "Tally", archive: str, format: str) -> str:
    return brought(
        tally.new, tally.changed, tally.problems, archive, later=tally.later, format=format
    )


def sources(
    *,
    archive: ArchiveName = None,
    known: Annotated[
        bool,
        Parameter(
            negative=(),
            help="Print the starting list of feeds that comes with Sholu, as a sources file.",
        ),
    ] = False,
    country: Annotated[
        tuple[str, ...], Parameter(help="Only of this country (KZ); may be repeated.", negative=())
    ] = (),
    source_lang: Annotated[
        tuple[str, ...],
        Parameter(
            name="--source-lang",
            help="Only in this language (kk); may be repeated.",
            negative=(),
        ),
    ] = (),
    format: Format = "text",
) -> int:
    """Show how every watched source is: last success, last error, rhythm, silence.

    Example: sholu sources --known --country KZ > sources.toml
    """
    from sholu.archive import moment

    if known:
        from sholu.watch import starting, written

        countries = tuple(code.upper() for code in country)
        print(written(starting(countries=countries, langs=source_lang)), end="")
        return 0
    with open_named(archive, load_world(())) as kept, kept.view() as view:
        found = [
            one
            for one in view.health(at=moment(datetime.now(UTC)))
            if (not country or one.country in {code.upper() for code in country})
            and (not source_lang or one.lang in source_lang)
        ]
    if not found:
        complain("no source is watched: `sholu watch sources.toml` begins to")
    for line in health_lines(found, format=format):
        print(line)
    return 1 if any(one.failures and not one.dropped for one in found) else 0


def _load(path: Path, world: "World") -> "Sources":
    from sholu.watch import load

    return load(path, world=world)


def keep_files(
    archive: "Archive", paths: Sequence[str], progress: Progress
) -> tuple[int, int, int]:
    """Keep the documents of files; gives how many are new, changed, and could not be kept."""
    from sholu.archive import moment
    from sholu.collect import gather

    fates = {"new": 0, "changed": 0, "known": 0}
    problems = done = 0
    for batch in _batches(gather(paths, by_text=True)):
        with archive.writing() as transaction:
            for found in batch:
                skipped = found if isinstance(found, Skipped) else None
                if not isinstance(found, Skipped):
                    collected = Collected(document=found, origin="file")
                    at = moment(datetime.now(UTC))
                    try:
                        fates[transaction.keep(collected, at=at).fate] += 1
                    except DocumentError as error:
                        skipped = Skipped(source=error.source, reason=error.reason)
                if skipped is not None:
                    problems += 1
                    progress.note(f"{skipped.source}: {skipped.reason}")
                done += 1
        progress("articles kept", done, None)
    return fates["new"], fates["changed"], problems


def _batches(
    found: Iterable[Document | Skipped], size: int = 50
) -> Iterator[list[Document | Skipped]]:
    rest = iter(found)
    while batch := list(islice(rest, size)):
        yield batch


def _look_once(
    archive: "Archive",
    world: "World",
    addresses: Sequence[str],
    listed: Sequence["Sources"],
    allow: Sequence[str],
    progress: Progress,
) -> "Tally":
    from sholu.watch import merged

    given = [Source(id=_named(one), address=one) for one in addresses]
    whole = merged(listed, given)
    rounds, door = _rounds(archive, world, whole, allow, progress)
    with door, archive.only_watcher():
        return rounds.collect(whole.sources)


def _named(address: str) -> str:
    return address.partition("://")[2].rstrip("/")


def _rounds(
    archive: "Archive",
    world: "World",
    listed: "Sources",
    allow: Sequence[str],
    progress: Progress,
) -> tuple["Rounds", "Door"]:
    from sholu.collect.fetch import Door, Limits, SystemClock
    from sholu.watch import Rounds, read_new

    door = Door(
        allowed=(*listed.allow, *allow), contact=listed.contact, limits=Limits(pace=listed.pace)
    )
    rounds = Rounds(
        archive,
        door,
        clock=SystemClock(),
        on_step=lambda tally: progress(
            "looks and articles fetched", tally.looks + tally.articles, None
        ),
        on_trouble=progress.note,
        between=lambda: read_new(archive, world),
    )
    return rounds, door


def _read(archive: "Archive", world: "World", progress: Progress) -> None:
    """Read what was kept, so that its voices can be looked up."""
    from sholu.watch import read_new

    done = 0
    while read := read_new(archive, world):
        done += read
        progress("articles read", done, None)


def _replay(archive: "Archive") -> None:
    from sholu.archive import moment

    with archive.writing() as transaction:
        again = transaction.replay(at=moment(datetime.now(UTC)))
    print(f"{again} articles that were set aside are tried again", file=sys.stderr)
