"""World files: TOML tables to entries, with errors that name the file and what is wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import tomli

from sholu.model import WorldError
from sholu.world.entries import (
    Bloc,
    Entry,
    Institution,
    Names,
    OutletEntry,
    Person,
    Region,
    Section,
    State,
)

_KINDS: dict[str, type] = {
    "outlet": OutletEntry,
    "institution": Institution,
    "person": Person,
    "state": State,
    "bloc": Bloc,
    "region": Region,
    "section": Section,
}
_SORTS = ("names", "adjectives", "capital", "metonyms")
_ID = re.compile(r"[a-z0-9.-]+$")
_STATE_ID = re.compile(r"[A-Z]{2}$")


@dataclass(slots=True)
class Contents:
    """Entries and sections by id, in the order in which they were first read."""

    entries: dict[str, Entry] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)

    def add(self, entry: Entry | Section) -> None:
        """Take the entry in; one seen before under its id is replaced whole.

        An institution that is the body of a bloc under the bloc's own id adds nothing to the bloc.
        """
        if isinstance(entry, Section):
            self.sections[entry.id] = entry
        elif not _is_bloc_itself(entry, self.entries.get(entry.id)):
            self.entries[entry.id] = entry


@cache
def bundled() -> Contents:
    """The world that comes with Sholu, read once a process (0.2 s)."""
    return read(bundled_files())


def _is_bloc_itself(entry: Entry, held: Entry | None) -> bool:
    """Whether the entry is a bloc that is held already, told once more as an institution."""
    return isinstance(held, Bloc) and isinstance(entry, Institution) and entry.bloc == entry.id


def bundled_files() -> list[Traversable]:
    """The world files that come with Sholu, by name."""
    folder = resources.files("sholu.world") / "data"
    return sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


@cache
def local_names(lang: str) -> dict[str, Names]:
    """What the bundled entries are called in one language, beside what stands with them.

    Of `data/names/<lang>.toml`: a table of "names", "adjectives", "capital" or "metonyms" to an
    entry's id to what it is called, canonical first. Raises `WorldError` for the first thing wrong.
    """
    file = resources.files("sholu.world") / "data" / "names" / f"{lang}.toml"
    if not file.is_file():
        return {}
    tables = _parsed(file)
    unknown = sorted(tables.keys() - set(_SORTS))
    if unknown:
        raise WorldError(f"{file}: there is no table {unknown[0]!r}; it has {', '.join(_SORTS)}")
    try:
        return msgspec.convert(tables, dict[str, Names])
    except msgspec.ValidationError as error:
        raise WorldError(f"{file}: {error}") from error


def read(files: Iterable[Path | Traversable], base: Contents | None = None) -> Contents:
    """The entries of the files in order, behind those of `base`, which stays as it is.

    Raises `WorldError` for the first thing wrong.
    """
    contents = Contents(dict(base.entries), dict(base.sections)) if base else Contents()
    for file in files:
        for entry in _entries(file):
            contents.add(entry)
    return contents


def _entries(file: Path | Traversable) -> list[Entry | Section]:
    """The entries of one file."""
    tables = _parsed(file)
    unknown = sorted(tables.keys() - _KINDS.keys())
    if unknown:
        raise WorldError(
            f"{file}: there is no table {unknown[0]!r}; a world file has {', '.join(_KINDS)}"
        )
    return [
        _entry(file, kind, raw) for kind, rows in tables.items() for raw in _rows(file, kind, rows)
    ]


def _parsed(file: Path | Traversable) -> dict[str, Any]:
    """The file as TOML."""
    try:
        return tomli.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise WorldError(f"{file}: there is no such world file; check the path") from None
    except OSError as error:
        raise WorldError(f"{file}: the world file cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise WorldError(f"{file}: the world file is not UTF-8 (byte {error.start})") from error
    except tomli.TOMLDecodeError as error:
        raise WorldError(f"{file}: not valid TOML: {error}") from error


def _rows(file: Path | Traversable, kind: str, rows: object) -> list[dict[str, Any]]:
    """The tables of one kind, which must be written [[kind]]."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise WorldError(f"{file}: {kind!r} must be written [[{kind}]], one for each entry")
    return rows


def _entry(file: Path | Traversable, kind: str, raw: dict[str, Any]) -> Entry | Section:
    """One table as an entry of its kind."""
    where = f"{file}: {kind} {raw.get('id', 'without an id')!r}"
    unknown = sorted(raw.keys() - _allowed(kind))
    if unknown:
        raise WorldError(
            f"{where} has a field {unknown[0]!r}, which is none of "
            + ", ".join(sorted(_allowed(kind)))
        )
    try:
        entry: Entry | Section = msgspec.convert(raw, _KINDS[kind])
    except msgspec.ValidationError as error:
        raise WorldError(f"{where}: {error}") from error
    _check_id(where, kind, entry.id)
    return entry


def _check_id(where: str, kind: str, entry_id: str) -> None:
    """An id is of the letters that the schema allows."""
    pattern = _STATE_ID if kind == "state" else _ID
    if not pattern.match(entry_id):
        wanted = (
            "two capital letters" if kind == "state" else "small letters, digits, dot and hyphen"
        )
        raise WorldError(f"{where}: the id of a {kind} is made of {wanted}")


@cache
def _allowed(kind: str) -> frozenset[str]:
    """The fields of one kind of entry."""
    return frozenset(f.name for f in fields(_KINDS[kind]))
