"""The verbs of an archive: look things up in it, check it, move it."""

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from sholu.cli.archives import archive_name, open_named, selection
from sholu.cli.collecting import keep_files
from sholu.cli.lines import complain
from sholu.cli.options import ArchiveName, Countries, Format, Langs, Outlets, Since, Until, Voices
from sholu.cli.progress import Progress
from sholu.cli.reports import brought, coverage_lines, found_lines, history_lines
from sholu.cli.settings import checked_paths, load_world
from sholu.model import Selection, UsageError, Version

if TYPE_CHECKING:
    from sholu.archive import View

archive = App(name="archive", help="Check an archive, move it, and see what it holds.")

Words = Annotated[
    str,
    Parameter(
        help="All of them must stand in an article, in any form; begin* and *middle* by a part; "
        "a phrase in its own quotation marks as printed."
    ),
]


def search(
    *words: Words,
    archive: ArchiveName = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlets = (),
    country: Countries = (),
    lang: Langs = (),
    voice: Voices = (),
    most: Annotated[int, Parameter(help="How many articles to print at most.")] = 20,
    format: Format = "text",
) -> int:
    """Find articles in the archive by their words, in any form; the last kept come first.

    Example: sholu search қазақстан келісім --since 2025-11-01 --lang kk
    """
    from sholu.archive import snippet

    asked = " ".join(f'"{word}"' if " " in word else word for word in words)
    meant = selection(
        words=asked,
        since=since,
        until=until,
        outlets=outlet,
        countries=country,
        langs=lang,
        voices=voice,
    )
    if meant == Selection():
        raise UsageError("name words to look for, or a day, outlet, country, language or voice")
    with open_named(archive, load_world(())) as kept, kept.view() as view:
        found = list(view.find(meant, limit=most))
    for line in found_lines(((one, snippet(one, asked)) for one in found), format=format):
        print(line)
    if not found:
        complain("no article of the archive is such")
    return 0 if found else 1


@archive.command
def check(*, archive: ArchiveName = None, format: Format = "text") -> int:
    """Check that all that was kept is there and unchanged, and print its fingerprint.

    Two archives with one fingerprint hold the same, whichever database they are in.

    Example: sholu archive check --archive news.sqlite
    """
    with open_named(archive, load_world(())) as kept, kept.view() as view:
        problems = list(view.problems())
        counts, fingerprint = view.count(), view.fingerprint()
    for problem in problems:
        complain(f"{kept.address}: {problem}")
    if format == "jsonl":
        import msgspec

        row = {"archive": kept.address, "problems": problems, "fingerprint": fingerprint, **counts}
        print(msgspec.json.encode(row).decode())
    else:
        held = ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
        print(f"{kept.address}: {'sound' if not problems else f'{len(problems)} faults'}")
        print(f"  {held}")
        print(f"  fingerprint {fingerprint}")
    return 1 if problems else 0


@archive.command
def export(
    out: Annotated[
        Path | None, Parameter(help="File to write; standard output where not given.")
    ] = None,
    /,
    *,
    archive: ArchiveName = None,
    since: Since = None,
    until: Until = None,
    about: Words = "",
    outlet: Outlets = (),
    country: Countries = (),
    lang: Langs = (),
    format: Annotated[
        Literal["jsonl", "parquet"], Parameter(help="Form of the file; both can be imported.")
    ] = "jsonl",
) -> int:
    """Write the articles as they stand now, as JSON Lines or Parquet, in the order they were kept.

    Example: sholu archive export november.jsonl --since 2025-11-01 --until 2025-11-30
    """
    from sholu.archive import export as write

    meant = selection(
        words=about, since=since, until=until, outlets=outlet, countries=country, langs=lang
    )
    if format == "parquet" and out is None:
        raise UsageError("a Parquet file needs a name: `sholu archive export articles.parquet`")
    with open_named(archive, load_world(())) as kept, kept.view() as view:
        written = write(view.find(meant, oldest_first=True), out or sys.stdout.buffer, form=format)
    if out is not None:
        print(f"{out}: {written} articles")
    return 0 if written else 1


@archive.command(name="import")
def import_(
    *paths: Annotated[str, Parameter(allow_leading_hyphen=True, help="Files and folders, or -.")],
    archive: ArchiveName = None,
    format: Format = "text",
) -> int:
    """Keep the articles of files: those of an export, or any that can be read.

    Example: sholu archive import november.jsonl --archive other.sqlite
    """
    with open_named(archive, load_world(()), create=True) as kept, Progress() as progress:
        new, changed, problems = keep_files(kept, checked_paths(paths), progress)
    print(brought(new, changed, problems, kept.address, format=format))
    return 1 if problems else 0


@archive.command
def backup(
    out: Annotated[Path, Parameter(help="File to write; it must not be there yet.")],
    /,
    *,
    archive: ArchiveName = None,
) -> int:
    """Write the whole archive, with every version, page and try, into one file.

    The file is an archive itself, on SQLite, whichever database it comes from.

    Example: sholu archive backup monday.sqlite
    """
    with open_named(archive, load_world(())) as kept:
        kept.back_up(out)
    print(f"{out}: {out.stat().st_size:,} bytes")
    return 0


@archive.command
def restore(
    file: Annotated[Path, Parameter(help="What `sholu archive backup` wrote.")],
    /,
    *,
    archive: ArchiveName = None,
) -> int:
    """Fill a new archive from a backup; also the way from SQLite to PostgreSQL and back.

    Example: sholu archive restore monday.sqlite --archive postgresql://newsroom/sholu
    """
    from sholu.archive import restore as fill

    if not file.is_file():
        raise UsageError(f"there is no file {str(file)!r}")
    fill(file, archive_name(archive))
    return check(archive=archive)


@archive.command
def coverage(
    *,
    archive: ArchiveName = None,
    since: Since = None,
    until: Until = None,
    about: Words = "",
    country: Countries = (),
    lang: Langs = (),
    format: Format = "text",
) -> int:
    """Account for what was tried in a period: read, refused, blocked, lost, and in which languages.

    Example: sholu archive coverage --since 2025-11-10 --until 2025-11-16
    """
    meant = selection(words=about, since=since, until=until, countries=country, langs=lang)
    with open_named(archive, load_world(())) as kept, kept.view() as view:
        account = view.coverage(meant)
    for line in coverage_lines(account, format=format):
        print(line)
    return 0


@archive.command
def history(
    article: Annotated[str, Parameter(help="Id of an article, or its address.")],
    /,
    *,
    archive: ArchiveName = None,
    format: Format = "text",
) -> int:
    """Show the versions of an article, and what changed in which quotation.

    Example: sholu archive history https://example.org/2025/11/12/visit
    """
    from sholu.read import changes, read

    world = load_world(())
    with open_named(archive, world) as kept, kept.view() as view:
        versions = _versions(view, article)
    if not versions:
        raise UsageError(f"the archive has no article {article!r}")
    readings = [read(one.document, world=world) for one in versions]
    changed = [changes(before, after) for before, after in pairwise(readings)]
    for line in history_lines(versions, changed, format=format):
        print(line)
    return 0


def _versions(view: "View", article: str) -> tuple[Version, ...]:
    return view.versions(article) or view.versions(view.id_of(article) or "")
