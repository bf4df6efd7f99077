"""What stands in a world file, entry by entry (the schema is in docs/house.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

EntryType = Literal["outlet", "institution", "person", "state", "bloc", "region"]
Names = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEntry:
    """A newspaper, agency, broadcaster or site. Outlets of one owner are one publisher."""

    id: str
    name: str
    country: str | None = None
    kind: Literal["agency", "newspaper", "magazine", "broadcaster", "site"] = "site"
    domain: str | None = None
    owner: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A ministry, think tank, party, company or international body."""

    id: str
    kind: str = "other"
    country: str | None = None
    bloc: str | None = None
    short: str | None = None
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held from `since` to `until`, both days included; null where open or unknown."""

    role: str
    since: date | None = None
    until: date | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person in public life, with the offices held."""

    id: str
    country: str | None = None
    roles: tuple[Role, ...] = ()
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state; `id` is ISO 3166-1 alpha-2, XA to XZ for invented ones.

    `capital` and `metonyms` are names that stand for its power ("Astana", "Ақорда").
    """

    id: str
    names: Names = field(default_factory=dict)
    capital: Names = field(default_factory=dict)
    metonyms: Names = field(default_factory=dict)
    adjectives: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A state in a bloc from `since` to `until`, both days included; null where open."""

    state: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc:
    """A union of states that speaks as one body."""

    id: str
    names: Names = field(default_factory=dict)
    metonyms: Names = field(default_factory=dict)
    adjectives: Names = field(default_factory=dict)
    members: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the world that can speak ("Central Asian experts")."""

    id: str
    names: Names = field(default_factory=dict)
    adjectives: Names = field(default_factory=dict)
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a review.

    A voice fits where its country is one of `states`, or it belongs to one of `blocs` or
    `regions`, or, having no country, is of one of `types`; `all` fits every voice.
    """

    id: str
    names: dict[str, str]
    states: tuple[str, ...] = ()
    blocs: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    all: bool = False


Entry = OutletEntry | Institution | Person | State | Bloc | Region

TYPES: dict[type, EntryType] = {
    OutletEntry: "outlet",
    Institution: "institution",
    Person: "person",
    State: "state",
    Bloc: "bloc",
    Region: "region",
}


def type_of(entry: Entry) -> EntryType:
    """The kind of table the entry stands in."""
    return TYPES[type(entry)]


def localised(entry: Entry, lang: str, called: Mapping[str, Names]) -> Entry:
    """The entry with what it is called in one more language, behind what stands with it.

    Args:
        entry: of any kind; an outlet keeps the names it has everywhere.
        lang: the language.
        called: "names", "adjectives" and so on to an entry's id to what it is called.
    """
    if isinstance(entry, OutletEntry):
        added = called.get("names", {}).get(entry.id, ())
        return replace(entry, names=(*entry.names, *added)) if added else entry
    more: dict[str, Names] = {}
    for sort, by_id in called.items():
        names: Names | None = getattr(entry, sort, None)
        if names is not None and (given := by_id.get(entry.id)):
            more[sort] = {**names, lang: tuple(dict.fromkeys((*names.get(lang, ()), *given)))}
    return replace(entry, **more) if more else entry  # type: ignore[arg-type]
