"""Entries of the world as voices in a language and on a date."""

from collections.abc import Iterable
from datetime import date

from sholu.model import Voice, VoiceType
from sholu.world.entries import (
    Bloc,
    Entry,
    Institution,
    Membership,
    OutletEntry,
    Person,
    Region,
    Role,
    State,
    type_of,
)

_VOICE_TYPES: dict[str, VoiceType] = {
    "outlet": "outlet",
    "institution": "institution",
    "person": "person",
    "state": "state",
    "bloc": "institution",
    "region": "group",
}


def day(on: str | None) -> date | None:
    """The day of an ISO date or date and time; None where there is none or it is not one."""
    if not on:
        return None
    try:
        return date.fromisoformat(on[:10])
    except ValueError:
        return None


def holds(span: Membership | Role, on: date | None) -> bool:
    """Whether a membership or an office holds on the day; without a day, whether it is open."""
    if on is None:
        return span.until is None
    return (span.since is None or span.since <= on) and (span.until is None or on <= span.until)


class Voices:
    """Makes voices of entries. `blocs_of` a country are worked out once for each day."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._entries = entries
        self._blocs = [e for e in entries.values() if isinstance(e, Bloc)]
        self._regions = [e for e in entries.values() if isinstance(e, Region)]
        self._blocs_of: dict[tuple[str, date | None], tuple[str, ...]] = {}

    def blocs_of(self, country: str | None, on: str | None) -> tuple[str, ...]:
        """Ids of the blocs and regions the country belongs to on the day, sorted."""
        if country is None:
            return ()
        key = (country, day(on))
        if key not in self._blocs_of:
            self._blocs_of[key] = tuple(sorted(self._memberships(*key)))
        return self._blocs_of[key]

    def _memberships(self, country: str, on: date | None) -> Iterable[str]:
        """Ids of the blocs and regions, in the order of the world."""
        for bloc in self._blocs:
            if any(m.state == country and holds(m, on) for m in bloc.members):
                yield bloc.id
        for region in self._regions:
            if country in region.states:
                yield region.id

    def voice(self, entry: Entry, lang: str, on: str | None, role: str | None = None) -> Voice:
        """The entry as a voice. A person's office on the day stands for a role not given."""
        names = canonical_names(entry)
        country = entry.id if isinstance(entry, State) else getattr(entry, "country", None)
        if isinstance(entry, Person):
            role = office_of(entry, on) or role
        return Voice(
            id=entry.id,
            name=names.get(lang) or names.get("en") or next(iter(names.values()), entry.id),
            type=_VOICE_TYPES[type_of(entry)],
            country=country,
            blocs=self._blocs_of_entry(entry, country, on),
            role=role,
            names=names,
            known=True,
        )

    def _blocs_of_entry(self, entry: Entry, country: str | None, on: str | None) -> tuple[str, ...]:
        """Of a bloc or region itself; of a body of a bloc, that bloc; else of its country."""
        if isinstance(entry, Bloc | Region):
            return (entry.id,)
        if isinstance(entry, Institution) and entry.bloc and not country:
            return (entry.bloc,)
        return self.blocs_of(country, on)


def office_of(person: Person, on: str | None) -> str | None:
    """The office the person holds on the day, the one taken last where there are several."""
    held = [role for role in person.roles if holds(role, day(on))]
    return max(held, key=lambda role: role.since or date.min).role if held else None


def office_kind(role: Role) -> str:
    """The kind of an office as the tables of nouns write it ("prime-minister")."""
    return role.role.replace(" ", "-")


def canonical_names(entry: Entry) -> dict[str, str]:
    """The canonical name by language code."""
    if isinstance(entry, OutletEntry):
        return dict.fromkeys(("en", "kk", "ru"), entry.name)
    if isinstance(entry, Institution) and entry.short:
        return dict.fromkeys(("en", "kk", "ru"), entry.short)
    return {lang: names[0] for lang, names in sorted(entry.names.items()) if names}
