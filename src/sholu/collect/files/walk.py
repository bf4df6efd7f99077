"""Files, folders and standard input to documents, in an order that does not change."""

import codecs
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, cast

from sholu.collect.files import csv_table, html, json_file, json_lines, parquet, plain, warc
from sholu.collect.files.fields import document
from sholu.collect.files.input import Input, Reader, Record
from sholu.model import Document, DocumentError, Skipped, UsageError

_KINDS: dict[str, Reader] = {
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
    ".json": json_file.read,
    ".txt": plain.read,
    ".md": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".csv": csv_table.read,
    ".parquet": parquet.read,
    ".warc": warc.read,
    ".warc.gz": warc.read,
}
_STDIN = Input(name="standard input", stem="stdin", relative="stdin")
# What a review consists of: one written among the articles is not read as one of them.
_REVIEW = frozenset({"index.html", "review.docx", "review.json", "review.md"})
_JSON_ARRAY = re.compile(rb"\s*\[\s*\{")
_BLANK = b" \t\r\n"
# Letters of a hash that tell the documents of an archive apart.
_HASH = 20


def gather(
    paths: Iterable[str | Path], *, stdin: BinaryIO | None = None, by_text: bool = False
) -> Iterator[Document | Skipped]:
    """Every document of the paths, in the order given; folders are read through, sorted by name.

    "-" is standard input (`stdin`, or the process's own): JSON Lines, or one plain text. What
    gives no document comes as one `Skipped` with its place and reason, and the rest goes on.
    A document without an id is called by its file's name, and by its line where the file holds
    several; or, `by_text`, by a hash of its text, which is the same wherever the file stands.
    Hidden files are passed over, and so are the files of a review written into the folder, and a
    file or a document that was there before.

    Raises `UsageError` at once where there is no path, or a path does not exist.
    """
    named = [str(path) for path in paths]
    if not named:
        raise UsageError("name at least one file or folder, or - for standard input")
    for path in named:
        if path != "-" and not os.path.lexists(path):
            raise UsageError(f"there is no file or folder {path!r}")
    return _Gathering(stdin, by_text).of(named)


@dataclass(slots=True)
class _Gathering:
    """What has been seen so far, so that nothing comes twice and no id means two texts."""

    stdin: BinaryIO | None
    by_text: bool = False
    read: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def of(self, paths: list[str]) -> Iterator[Document | Skipped]:
        for path in paths:
            if path == "-":
                yield from self._standard_input()
            elif Path(path).is_dir():
                yield from self._folder(Path(path))
            else:
                yield from self._file(Path(path), Path(path).name)

    def _standard_input(self) -> Iterator[Document | Skipped]:
        if "-" in self.read:
            return
        self.read.add("-")
        stream = _buffered(sys.stdin.buffer if self.stdin is None else self.stdin)
        yield from self._documents(_STDIN, stream, _kind_of_stream(stream))

    def _folder(self, root: Path) -> Iterator[Document | Skipped]:
        some = False
        for found in _files(root):
            some = True
            if isinstance(found, Skipped):
                yield found
            else:
                yield from self._file(found, found.relative_to(root).as_posix())
        if not some:
            yield Skipped(source=_printable(root), reason="is a folder without files")

    def _file(self, path: Path, relative: str) -> Iterator[Document | Skipped]:
        name = _printable(path)
        real = os.path.realpath(path)
        if real in self.read:
            return
        self.read.add(real)
        stem, suffix = _stem(path.name)
        if suffix not in _KINDS:
            yield Skipped(source=name, reason=_unknown_kind(suffix))
            return
        given = Input(name=name, stem=_printable(stem), relative=_printable(relative))
        try:
            with path.open("rb") as stream:
                yield from self._documents(given, stream, _KINDS[suffix])
        except OSError as error:
            yield Skipped(source=name, reason=_why_unreadable(error))

    def _documents(
        self, given: Input, stream: io.BufferedReader, kind: Reader
    ) -> Iterator[Document | Skipped]:
        stem = self._own_stem(given)
        try:
            for found in kind(given, stream):
                kept = found if isinstance(found, Skipped) else self._keep(found, stem)
                if kept is not None:
                    yield kept
        except DocumentError as error:
            yield Skipped(source=error.source, reason=error.reason)

    def _own_stem(self, given: Input) -> str:
        """What the source's documents are called by: its stem, or its path where that is taken."""
        for stem in (given.stem, given.relative, given.name):
            if stem not in self.stems and stem not in self.texts:
                break
        self.stems.add(stem)
        return stem

    def _keep(self, record: Record, stem: str) -> Document | Skipped | None:
        """The document of a record; null where the same one came before."""
        derived = stem if record.number is None else f"{stem}:{record.number}"
        try:
            found = document(record, derived)
        except DocumentError as error:
            return Skipped(source=error.source, reason=error.reason)
        if self.by_text and found.id == derived:
            found = replace(found, id=found.sha256[:_HASH])
        hashed, place = self.texts.setdefault(found.id, (found.sha256, record.place))
        if place == record.place:
            return found
        if hashed == found.sha256:
            return None
        return Skipped(
            source=record.place,
            reason=f"has the id {found.id!r} of another text, at {place}: give it an id of its own",
        )


def _files(folder: Path) -> Iterator[Path | Skipped]:
    """The files under a folder, sorted by name at each level; linked folders are not followed."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(source=_printable(folder), reason=_why_unreadable(error))
        return
    written = _REVIEW if {entry.name for entry in entries} >= _REVIEW else frozenset()
    for entry in entries:
        if entry.name.startswith(".") or entry.name in written:
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path)
        elif entry.is_dir():
            reason = "is a link to a folder and was not followed: name that folder itself"
            yield Skipped(source=_printable(path), reason=reason)
        elif entry.is_file() or entry.is_symlink():
            yield path
        else:
            yield Skipped(source=_printable(path), reason="is not a file (a pipe or a device)")


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast("io.RawIOBase", stream))


def _kind_of_stream(stream: io.BufferedReader) -> Reader:
    head = stream.peek(1024).removeprefix(codecs.BOM_UTF8)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:].replace(b"\0", b"")
    if head.lstrip(_BLANK).startswith(b"{"):
        return json_lines.read
    return json_file.read if _JSON_ARRAY.match(head) else plain.read


def _stem(name: str) -> tuple[str, str]:
    """A file's name without its last extension, and the extension, lower-cased."""
    for suffix in (".warc.gz", Path(name).suffix.lower()):
        if suffix and name.lower().endswith(suffix):
            return name[: -len(suffix)], suffix
    return name, ""


def _unknown_kind(suffix: str) -> str:
    if suffix == ".toml":
        return "is not a document: name a world file with `--world`"
    kind = f"the kind {suffix!r}" if suffix else "a file without an extension"
    return f"is {kind}, which is not read: the kinds are {', '.join(_KINDS)}"


def _why_unreadable(error: OSError) -> str:
    why = (error.strerror or type(error).__name__).lower()
    mend = ": run `chmod +r` on it" if isinstance(error, PermissionError) else ""
    return f"cannot be read ({why}){mend}"


def _printable(path: str | Path) -> str:
    """A path as text that can be written as UTF-8, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
