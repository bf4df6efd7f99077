"""Which sources are watched: a sources file, an OPML list, or the list that comes with Sholu.

The form of a sources file is told in docs/sources.md.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import tomli

from sholu.collect.files.encoding import decode
from sholu.model import DocumentError, Source, UsageError
from sholu.watch.entry import check_keys, comparable, completed, is_web_address, read_entry, shown
from sholu.world import World

PACE = 2.0
LONGEST_PACE = 3600.0

_ONE_SOURCE = 'name a source: [[source]], and on the next line address = "https://…"'
_TOP = {
    "door": ((dict,), "[door]"),
    "source": ((list,), "[[source]] before each"),
    "verified": ((bool,), "true or false"),
}
_DOOR = {
    "allow": ((list,), 'hosts, such as ["intranet.example"]'),
    "contact": ((str,), "an address in quotation marks"),
    "pace": ((int, float), "seconds"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The sources of one list, and how the door to the network is to treat them.

    Attributes:
        sources: in the order of the file; ids and addresses are unique.
        allow: hosts ("intranet.example", "host:port") fetched although their address is private.
        contact: what the crawler tells about whoever runs it, a page or a mail address.
        pace: least seconds between two requests to one host.
        unverified: ids of sources marked as never fetched by whoever wrote the list.
    """

    sources: tuple[Source, ...]
    allow: tuple[str, ...] = ()
    contact: str | None = None
    pace: float = PACE
    unverified: tuple[str, ...] = ()

    def only(self, *, countries: Collection[str] = (), langs: Collection[str] = ()) -> "Sources":
        """Those of the countries and in the languages; an empty collection lets all through."""
        kept = tuple(
            source
            for source in self.sources
            if (not countries or source.country in countries)
            and (not langs or source.lang in langs)
        )
        ids = {source.id for source in kept}
        return replace(
            self, sources=kept, unverified=tuple(each for each in self.unverified if each in ids)
        )


def load(path: Path, *, world: World | None = None) -> Sources:
    """The sources that a TOML or OPML file names; `UsageError` for the first thing wrong in it.

    What a source does not say of its outlet, country and zone comes from the world (the bundled
    one by default).
    """
    place = str(path)
    data = _bytes(path)
    if path.suffix.lower() == ".opml" or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _of_opml(data, place, world or World.bundled())
    return _of_toml(_text(data, place), place, world or World.bundled())


def starting(*, countries: Collection[str] = (), langs: Collection[str] = ()) -> Sources:
    """The list that comes with Sholu, whole or of some countries and languages.

    Its addresses are as their publishers made them known; none of them has been verified.
    """
    file = resources.files("sholu.watch") / "data" / "starting-sources.toml"
    whole = _of_toml(file.read_text("utf-8"), file.name, World.bundled())
    return whole.only(countries=countries, langs=langs)


def merged(lists: Iterable[Sources], more: Iterable[Source] = ()) -> Sources:
    """Several lists as one, each address once; the strictest pace counts for all."""
    given = tuple(lists)
    by_address: dict[str, Source] = {}
    for source in (*(one for each in given for one in each.sources), *more):
        by_address.setdefault(comparable(source.address), source)
    return Sources(
        sources=tuple(by_address.values()),
        allow=tuple(dict.fromkeys(host for each in given for host in each.allow)),
        contact=next((each.contact for each in given if each.contact), None),
        pace=max((each.pace for each in given), default=PACE),
        unverified=tuple(id for each in given for id in each.unverified),
    )


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"there is no sources file {str(path)!r}; check the path") from None
    except OSError as error:
        raise UsageError(f"{path}: the sources file cannot be read ({error.strerror})") from error
    if not data.strip():
        raise UsageError(f"{path} is empty; {_ONE_SOURCE}")
    return data


def _text(data: bytes, place: str) -> str:
    try:
        return decode(data, place)
    except DocumentError as error:
        raise UsageError(str(error)) from error


def _of_toml(text: str, place: str, world: World) -> Sources:
    """The sources of a TOML text."""
    try:
        tables = tomli.loads(text)
    except (ValueError, RecursionError) as error:  # numbers without end, nesting without end
        raise UsageError(
            f"{place} is not valid TOML: {error}; compare it with the example in docs/sources.md"
        ) from error
    check_keys(tables, _TOP, place)
    rows = _rows(tables, place)
    found = [
        (where, read_entry(row, where), row.get("verified", tables.get("verified", True)))
        for where, row in rows
    ]
    _refuse_twins((where, source) for where, source, _ in found)
    return Sources(
        sources=tuple(completed(source, world) for _, source, _ in found),
        unverified=tuple(source.id for _, source, verified in found if not verified),
        **_door(tables.get("door", {}), f"{place}: [door]"),
    )


def _rows(tables: Mapping[str, Any], place: str) -> list[tuple[str, dict[str, Any]]]:
    """Each [[source]] with the words that name it in an error."""
    rows = tables.get("source", [])
    if not rows:
        raise UsageError(f"{place} has no source; {_ONE_SOURCE}")
    named = []
    for number, row in enumerate(rows, 1):
        where = f"{place}: source {number}"
        if not isinstance(row, dict):
            raise UsageError(f"{where} is {shown(row)}; write [[source]] before each")
        name = row.get("id") or row.get("address")
        named.append((f"{where} ({_plain(name)})" if name else where, row))
    return named


def _plain(name: object) -> str:
    """What a source is called in an error: without quotation marks, in one line."""
    return shown(name)[1:-1] if isinstance(name, str) else shown(name)


def _refuse_twins(named: Iterable[tuple[str, Source]]) -> None:
    """Raise `UsageError` where two sources have one id or one address."""
    ids: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for where, source in named:
        address = comparable(source.address)
        if address in addresses:
            raise UsageError(
                f"{where} has the address of source {addresses[address]}; take one of them out"
            )
        if source.id in ids:
            raise UsageError(
                f"{where} has the id of source {ids[source.id]}; give one of them another"
            )
        name = where.rpartition(": source ")[2]
        addresses[address] = ids[source.id] = name


def _door(row: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What [door] says, under the names of `Sources`; what it does not say is left out."""
    check_keys(row, _DOOR, where)
    said: dict[str, Any] = {}
    if "allow" in row:
        said["allow"] = tuple(_host(host, where) for host in row["allow"])
    if "contact" in row:
        said["contact"] = _contact(row["contact"], where)
    if "pace" in row:
        said["pace"] = _pace(row["pace"], where)
    return said


def _host(host: object, where: str) -> str:
    """A host or host:port in small letters."""
    if not isinstance(host, str) or "/" in host or not is_web_address(f"http://{host}"):
        raise UsageError(
            f"{where}: {shown(host)} in allow is not a host;"
            ' write its name alone, "intranet.example" or "intranet.example:8080"'
        )
    return host.lower()


def _contact(contact: str, where: str) -> str:
    """A page or a mail address."""
    if not is_web_address(contact) and not contact.startswith("mailto:"):
        raise UsageError(
            f"{where}: the contact {shown(contact)} is no address;"
            ' write "https://…" of a page, or "mailto:name@host"'
        )
    if not contact.isprintable():
        raise UsageError(f"{where}: the contact {shown(contact)} must stand in one line")
    return contact


def _pace(pace: float, where: str) -> float:
    """Seconds between two requests to a host."""
    if not (math.isfinite(pace) and 0 <= pace <= LONGEST_PACE):
        raise UsageError(
            f"{where}: the pace {shown(pace)} is not from 0 to {LONGEST_PACE:.0f} seconds"
        )
    return float(pace)


def _of_opml(data: bytes, place: str, world: World) -> Sources:
    """The sources of an OPML list: of those with one address the first.

    A feed's title is taken for its outlet only where the address does not tell that.
    """
    from sholu.collect.web import opml  # brings lxml along

    try:
        listed = opml.read(data, place=place)
    except DocumentError as error:
        raise UsageError(str(error)) from error
    firsts: dict[str, Source] = {}
    for source in listed:
        told = replace(source, outlet=None) if world.outlet(source.address) else source
        firsts.setdefault(comparable(source.address), completed(told, world))
    return Sources(sources=tuple(firsts.values()))
