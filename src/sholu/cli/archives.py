"""Archives as the command line names them, and what of them is meant."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sholu.model import Coverage, Document, Selection, Skipped, UsageError

if TYPE_CHECKING:
    from sholu.archive import Archive
    from sholu.world import World

_DEFAULT = "sholu-archive.sqlite"
_SQLITE = b"SQLite format 3\0"


def archive_name(given: str | None) -> str:
    """The archive named, else that of SHOLU_ARCHIVE, else the one in this folder."""
    return given or os.environ.get("SHOLU_ARCHIVE") or _DEFAULT


def open_named(given: str | None, world: "World", *, create: bool = False) -> "Archive":
    """Open the archive meant; `UsageError` where there is none and none is to be made."""
    from sholu.archive import open_archive

    name = archive_name(given)
    if not create and not is_archive(name):
        raise UsageError(
            f"there is no archive {name!r}: name it with `--archive` or SHOLU_ARCHIVE, or begin "
            "one with `sholu collect`"
        )
    return open_archive(name, world=world, create=create)


def is_archive(path: str) -> bool:
    """Whether the words name an archive: an address of PostgreSQL, or a file of SQLite."""
    if path.startswith(("postgresql:", "postgres:", "postgresql+psycopg:")):
        return True
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def selection(
    *,
    words: str = "",
    since: str | None = None,
    until: str | None = None,
    outlets: Sequence[str] = (),
    countries: Sequence[str] = (),
    langs: Sequence[str] = (),
    voices: Sequence[str] = (),
) -> Selection:
    """What is meant of an archive; `UsageError` where a day is no day."""
    for name, day in (("--since", since), ("--until", until)):
        if day is not None and not _is_day(day):
            raise UsageError(f"{name} is {day!r}: write it as a day like 2025-11-15")
    if since and until and since > until:
        raise UsageError(f"--since {since} is behind --until {until}")
    return Selection(
        words=words,
        since=since,
        until=until,
        outlets=tuple(outlets),
        countries=tuple(code.upper() for code in countries),
        langs=tuple(code.lower() for code in langs),
        voices=tuple(voices),
    )


def gather_all(
    paths: Sequence[str], meant: Selection, world: "World"
) -> Iterator[Document | Skipped]:
    """The documents of files, folders and archives, in the order named.

    Raises `UsageError` at once where a path does not exist, or where a selection is made but
    nothing named is an archive.
    """
    from sholu.collect import gather

    archives = [path for path in paths if is_archive(path)]
    if not archives:
        if meant != Selection():
            raise UsageError("--since, --until and --about choose from an archive: name one")
        return gather(paths)
    files = [path for path in paths if path not in archives]
    return _both(gather(files) if files else (), archives, meant, world)


def coverage_of(paths: Sequence[str], meant: Selection, world: "World") -> Coverage | None:
    """What of the watched sources could be read; null unless one archive is all that is named."""
    if len(paths) != 1 or not is_archive(paths[0]):
        return None
    from sholu.archive import open_archive

    with open_archive(paths[0], world=world, create=False) as archive, archive.view() as view:
        return view.coverage(replace(meant, words=""))


def _both(
    files: Iterable[Document | Skipped], archives: Sequence[str], meant: Selection, world: "World"
) -> Iterator[Document | Skipped]:
    from sholu.archive import open_archive

    yield from files
    for name in archives:
        with open_archive(name, world=world, create=False) as archive, archive.view() as view:
            found = [version.document for version in view.find(meant)]
        # The first kept comes first, as in an export.
        yield from reversed(found)
        if not found:
            yield Skipped(source=archive.address, reason="holds no article of those asked for")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
