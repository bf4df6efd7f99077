"""Who is who, and whom the words of a text name."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from sholu.language import available, pack
from sholu.model import Outlet, Voice
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
    localised,
    type_of,
)
from sholu.world.files import Contents, bundled, local_names, read
from sholu.world.names import By, Found, NameIndex, Spelling, Stems, Target
from sholu.world.neighbours import Neighbours
from sholu.world.nouns import nouns
from sholu.world.outlets import OutletBook
from sholu.world.phrase import Phrase
from sholu.world.resolution import Resolution, Resolver
from sholu.world.sections import SectionBook
from sholu.world.unspaced import UnspacedIndex
from sholu.world.voices import Voices, office_kind

# Where two entries share a name, the first kind in this order has it.
_RANKS = {"state": 0, "bloc": 10, "region": 20, "person": 30, "institution": 40, "outlet": 50}
# Phrases looked up last; an article asks several times what the same words mean.
_MOST_PHRASES = 4_000
_BY_RANKS: dict[By, int] = {"name": 0, "adjective": 1, "metonym": 2, "capital": 3}
# Of another language's names, those that stand in texts of a language that takes them in
# (`names_from` of its pack): Latin ones everywhere, Russian forms of people's names in Kazakh.
_GUEST_KINDS = {"en": (Institution, Person), "ru": (Person,)}


class World:
    """Outlets, institutions, people, states, blocs and regions, with their names.

    Made by `bundled` or `load`. It does not change once made; indexes of names are built for each
    language when it is first asked for.

    Dates are ISO strings ("2025-11-15", a time behind them is ignored); without one, offices and
    memberships count where they have no end.
    """

    def __init__(self, contents: Contents) -> None:
        self._entries = contents.entries
        self._voices = Voices(self._entries)
        self._outlets = OutletBook(e for e in self._entries.values() if isinstance(e, OutletEntry))
        self._sections = SectionBook(tuple(contents.sections.values()), self._entries)
        self._local: dict[str, dict[str, Entry]] = {}
        self._phrases: dict[tuple[str, str], Phrase] = {}
        self._names: dict[str, NameIndex | UnspacedIndex] = {}
        self._adjectives: dict[str, NameIndex | UnspacedIndex] = {}

    @classmethod
    def bundled(cls) -> "World":
        """The world that comes with Sholu, read once a process."""
        return _bundled()

    @classmethod
    def load(cls, *paths: str | Path) -> "World":
        """The bundled world, extended by the files in order; raises `WorldError`.

        An entry whose id was seen before replaces the earlier one whole; a section keeps its place.
        """
        return cls(read(map(Path, paths), base=bundled()))

    @property
    def sections(self) -> tuple[Section, ...]:
        """How a review is divided, in order."""
        return self._sections.sections

    def entry(self, entry_id: str) -> Entry:
        """The entry with this id; `KeyError` where there is none."""
        return self._entries[entry_id]

    def mentions(self, text: str, lang: str) -> list[Found]:
        """Every place where a known thing is named, in any case form, in order.

        The longest name wins and none overlap. Names begin with a capital or a digit; acronyms
        match by case. A bare surname behind another capitalised word is somebody else's.
        """
        return self._mentions(text, lang)

    def resolve(self, words: str, lang: str, on: str | None = None) -> Resolution | None:
        """Whom the noun phrase of a source means, and by which rule; None where nothing shows it.

        Args:
            words: as printed ("Reuters агенттігі", "российские эксперты").
            lang: of the text they stand in.
            on: ISO date of the document, for offices and memberships.
        """
        return Resolver(self, nouns(lang), lang, on).resolve(words)

    def voice(
        self, entry_id: str, lang: str, on: str | None = None, role: str | None = None
    ) -> Voice:
        """The entry as a voice; `KeyError` where there is none. A role is as printed."""
        return self._voices.voice(self._entries[entry_id], lang, on, role)

    def blocs_of(self, country: str | None, on: str | None = None) -> tuple[str, ...]:
        """Ids of the blocs and regions a country belongs to on the date, sorted."""
        return self._voices.blocs_of(country, on)

    def outlet(self, name_or_domain: str) -> Outlet | None:
        """The outlet with this id, name, domain or address, whatever its letters' case."""
        return self._outlets.find(name_or_domain)

    def publisher_of(self, outlet_id: str) -> str:
        """The independent publisher of an outlet: its owner, else the outlet itself."""
        return self._outlets.publisher_of(outlet_id)

    def section_of(self, voice: Voice) -> Section:
        """The first section that fits the voice; of several voices that differ, the last."""
        return self._sections.section_of(voice)

    def phrase(self, words: str, lang: str) -> Phrase:
        """A noun phrase with the names and adjectives of known things found in it."""
        phrase = self._phrases.get((words, lang))
        if phrase is None:
            if len(self._phrases) >= _MOST_PHRASES:
                self._phrases.clear()
            names = self._mentions(words, lang, phrase=True)
            phrase = Phrase(words, names, self._adjective_index(lang).find(words), nouns(lang))
            self._phrases[words, lang] = phrase
        return phrase

    def holders(self, role: str, country: str) -> Iterator[Person]:
        """People of a country who hold or held a kind of office ("prime-minister")."""
        for entry in self._entries.values():
            if not isinstance(entry, Person) or entry.country != country:
                continue
            if role in map(office_kind, entry.roles):
                yield entry

    def institutions(self, country: str, lang: str) -> Iterator[Institution]:
        """The institutions of a country with their names in a language, in the world's order."""
        for entry in self._entries_in(lang).values():
            if isinstance(entry, Institution) and entry.country == country:
                yield entry

    def _mentions(self, text: str, lang: str, *, phrase: bool = False) -> list[Found]:
        """What is named in a text, or in the phrase of a source."""
        found = self._name_index(lang).find(text)
        kept = Neighbours(nouns(lang), self._given_names).keep(text, found, phrase=phrase)
        return [mention for mention in kept if not self._is_adjective(mention, lang)]

    def _given_names(self, person: str) -> frozenset[str]:
        """The first two letters of a person's given names, in small letters."""
        entry = self._entries[person]
        if isinstance(entry, OutletEntry):
            return frozenset()
        full = (name.split() for names in entry.names.values() for name in names)
        return frozenset(name[:2].lower() for names in full for name in names[:-1])

    def _is_adjective(self, mention: Found, lang: str) -> bool:
        """Whether a sentence opens with the adjective of a state («Ресейлік»), not its name."""
        state = self._entries_in(lang)[mention.id]
        if not isinstance(state, State) or not nouns(lang).small_adjectives:
            return False
        names = {_spelling(lang)(name) for name in state.names.get(lang, ())}
        adjectives = {*state.adjectives.get(lang, ())} - names
        return mention.length == 1 and not adjectives.isdisjoint(
            self._name_index(lang).forms(mention.words)
        )

    def _entries_in(self, lang: str) -> dict[str, Entry]:
        """The entries with what they are called in a language, put together at its first use."""
        if lang not in self._local:
            called = local_names(lang)
            self._local[lang] = (
                {key: localised(entry, lang, called) for key, entry in self._entries.items()}
                if called
                else self._entries
            )
        return self._local[lang]

    def _name_index(self, lang: str) -> NameIndex | UnspacedIndex:
        if lang not in self._names:
            names = _names(self._entries_in(lang).values(), lang)
            self._names[lang] = (
                NameIndex(names, _stems(lang), _spelling(lang))
                if nouns(lang).spaced
                else UnspacedIndex(names, pack(lang).fold, letters=_letters(lang))
            )
        return self._names[lang]

    def _adjective_index(self, lang: str) -> NameIndex | UnspacedIndex:
        if lang not in self._adjectives:
            pairs = _adjectives(self._entries_in(lang).values(), lang)
            self._adjectives[lang] = (
                NameIndex(pairs, _stems(lang), _spelling(lang), any_case=True)
                if nouns(lang).spaced
                else UnspacedIndex(pairs, pack(lang).fold, nouns(lang).words)
            )
        return self._adjectives[lang]


@cache
def _bundled() -> World:
    return World(bundled())


def _letters(lang: str) -> str:
    """Characters in which foreign names are written, where the language has some of their own."""
    return "".join(pack(lang).table("people").get("transliteration", "").split())


def _stems(lang: str) -> Stems:
    """Base forms by the pack of the language; the word in small letters where there is none."""
    return pack(lang).stems if lang in available() else _plain


def _spelling(lang: str) -> Spelling:
    """A printed word as it stands in the tables of its language; in small letters elsewhere."""
    return pack(lang).spelling if lang in available() else str.lower


def _plain(word: str) -> tuple[str, ...]:
    return (word if word.isupper() and len(word) > 1 else word.lower(),)


def _names(entries: Iterable[Entry], lang: str) -> Iterator[tuple[str, Target]]:
    """Every name that may stand in a text of the language, with whom it names."""
    for entry in entries:
        for by, names in _sorts(entry):
            target = _target(entry, by)
            for name in _names_in(entry, names, lang):
                yield name, target


def _sorts(entry: Entry) -> list[tuple[By, Names]]:
    """The names of an entry by what they are to it."""
    if isinstance(entry, OutletEntry):
        return [("name", {"": (entry.name, *entry.names)})]
    sorts: list[tuple[By, Names]] = [("name", entry.names)]
    if isinstance(entry, State):
        sorts += [("metonym", entry.metonyms), ("capital", entry.capital)]
    if isinstance(entry, Bloc):
        sorts.append(("metonym", entry.metonyms))
    if isinstance(entry, Institution) and entry.short:
        sorts.append(("name", {"": (entry.short,)}))
    return sorts


def _names_in(entry: Entry, names: Names, lang: str) -> Iterator[str]:
    """Names in the language itself, in none, and those of other languages that stand in it."""
    yield from names.get("", ())
    yield from names.get(lang, ())
    if lang not in available():
        yield from names.get("en", ())
        return
    for guest in pack(lang).names_from:
        if isinstance(entry, _GUEST_KINDS[guest]):
            yield from names.get(guest, ())


def _adjectives(entries: Iterable[Entry], lang: str) -> Iterator[tuple[str, Target]]:
    """Every adjective of a state, bloc or region in the language."""
    for entry in entries:
        if isinstance(entry, State | Bloc | Region):
            target = _target(entry, "adjective")
            for adjective in entry.adjectives.get(lang, ()):
                yield adjective, target


def _target(entry: Entry, by: By) -> Target:
    """Whom the names of one sort name, and how they rank among equals."""
    kind = type_of(entry)
    return Target(entry.id, kind, by, _RANKS[kind] + _BY_RANKS[by])
