"""Whom the noun phrase of a source means: a handful of rules, the first that fits decides."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sholu.model import Voice
from sholu.world.entries import Entry, Institution, Person, State
from sholu.world.groups import group_voice, joint_voice, own_words, stranger, unnamed_person
from sholu.world.names import Found
from sholu.world.nouns import Nouns
from sholu.world.phrase import Phrase
from sholu.world.voices import day, holds, office_kind

if TYPE_CHECKING:
    from sholu.world.world import World

_QUOTES = ' \t\r\n\u00a0«»"“”„‘’,;:.()'
_SPEAKS_FOR = ("spoke", "press", "represent", "envoy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A voice, and the key of the rule that found it.

    `rule` is one of: person, person-by-office, outlet, institution, institution-by-noun, stranger,
    state, bloc, region, spokes, group, unnamed, joint.
    """

    voice: Voice
    rule: str


class Resolver:
    """Resolves phrases of one language on one date against a world."""

    def __init__(self, world: "World", nouns: Nouns, lang: str, on: str | None) -> None:
        self._world = world
        self._nouns = nouns
        self._lang = lang
        self._on = on

    def resolve(self, words: str) -> Resolution | None:
        """Whom the words mean; None where no rule fits."""
        phrase = self._phrase(words)
        if not phrase.words:
            return None
        return self._joint(phrase) or self._single(phrase)

    def _phrase(self, words: str) -> Phrase:
        bare = self._nouns.particles.sub("", words.strip(_QUOTES)).strip(_QUOTES)
        return self._world.phrase(bare, self._lang)

    def _single(self, phrase: Phrase) -> Resolution | None:
        """The first rule that fits; none where an unknown name opens and the rest explains it."""
        if phrase.opens_with_name:
            return self._stranger(phrase)
        return next((hit for rule in _RULES if (hit := rule(self, phrase))), None)

    def _joint(self, phrase: Phrase) -> Resolution | None:
        """Voices joined by "and", where every part means somebody by itself."""
        parts, by_words = self._parts(phrase)
        if len(parts) < 2:
            return None
        parts = self._with_shared_noun(parts)
        found = [self._single(part) for part in parts]
        if by_words and any(hit and hit.voice.type == "person" for hit in found):
            found = [hit or self._bare_name(part) for hit, part in zip(found, parts, strict=True)]
        hits = [hit for hit in found if hit]
        if len(hits) < len(parts):
            return None
        if not by_words and any(hit.rule in ("stranger", "unnamed") for hit in hits):
            return None
        if not by_words and self._is_apposition(parts, hits):
            return None
        voices = list({hit.voice.id: hit.voice for hit in hits}.values())
        if len(voices) == 1:
            return replace(hits[0], voice=voices[0])
        return Resolution(voice=joint_voice(voices), rule="joint")

    def _bare_name(self, part: Phrase) -> Resolution | None:
        """A name alone, joined to a person: a person too."""
        if part.bare_name is None:
            return None
        return Resolution(voice=stranger(part, part.bare_name, None, None, ()), rule="stranger")

    def _is_apposition(self, parts: list[Phrase], hits: list[Resolution]) -> bool:
        """ "N, a fellow at the institute": what stands behind the comma says who N is."""
        return hits[0].rule == "person" and any(part.person_noun for part in parts[1:])

    def _parts(self, phrase: Phrase) -> tuple[list[Phrase], bool]:
        """The phrase cut at joiners outside names; whether a word joins, not commas alone."""
        parts, start, by_words = [], 0, False
        for joiner in self._nouns.joiners.finditer(phrase.words):
            if any(n.start < joiner.end() and joiner.start() < n.end for n in phrase.names):
                continue
            parts.append(phrase.words[start : joiner.start()])
            start = joiner.end()
            by_words = by_words or bool(joiner.groupdict().get("word"))
        parts.append(phrase.words[start:])
        by_words = by_words or any(self._nouns.particles.search(part) for part in parts)
        return [p for p in map(self._phrase, parts) if p.words], by_words

    def _with_shared_noun(self, parts: list[Phrase]) -> list[Phrase]:
        """ "American and Russian experts": the noun of the last or first part is that of all."""
        for giver in (parts[-1], parts[0]):
            noun = giver.noun("groups", "spokes", "titles", "offices")
            others = [part for part in parts if part is not giver]
            if noun and all(self._lacks_noun(part) for part in others):
                return [part if part is giver else self._lend(part, noun, giver) for part in parts]
        return parts

    def _lacks_noun(self, part: Phrase) -> bool:
        """Whether the part is a place or an institution and nothing else."""
        bare = bool(part.places) or bool(part.named("institution"))
        return bare and not part.nouns and part.adds_nothing

    def _lend(self, part: Phrase, noun: Found, giver: Phrase) -> Phrase:
        """The part with the noun of the giver behind it, or before it as there."""
        first = noun.start == 0
        words = f"{noun.words} {part.words}" if first else f"{part.words} {noun.words}"
        return self._phrase(words)

    def _person(self, phrase: Phrase) -> Resolution | None:
        """A known person is named, and is not only the one whom somebody serves."""
        people = phrase.named("person")
        person = self._entry(people[0]) if people else None
        if not isinstance(person, Person) or self._leads_on(phrase, people[0]):
            return None
        body = phrase.noun_behind(people[0], "institution_nouns")
        if body:
            return self._government_of(person, body)
        noun = phrase.person_noun
        servant = phrase.servant
        if servant and self._is_served(phrase, people[0], person, servant):
            hit = self._stranger(phrase)
            blocs = self._blocs(person.country)
            voice = unnamed_person(phrase, servant, person.country, blocs)
            return hit or Resolution(voice=voice, rule="unnamed")
        if self._depends(phrase, people[0]):
            # "A rival of N", «жена N»: nobody whom the phrase names.
            return Resolution(voice=own_words(phrase, person.country), rule="unnamed")
        role = noun.words if noun else None
        return Resolution(voice=self._voice(people[0], role), rule="person")

    def _depends(self, phrase: Phrase, named: Found) -> bool:
        """Whether a noun of no table stands before the name and has it hang on itself."""
        person = self._entry(named)
        heads = [
            word
            for word in phrase.rest
            if word.end() <= named.start
            and (word.group()[0].islower() or word.start() == 0)
            and not self._nouns.is_filler(word.group())
            and not _is_like_a_name_of(person, word.group())
        ]
        if not heads:
            return False
        between = phrase.words[heads[-1].end() : named.start]
        if self._nouns.leads_behind(between):
            return True
        inflected = isinstance(person, Person) and named.words not in _all_names(person)
        return self._nouns.inflects_names and inflected and len(between.split()) <= 1

    def _government_of(self, person: Person, noun: Found) -> Resolution | None:
        """ "The Vostrikov administration" is the government of the state."""
        if noun.id != "government" or person.country is None:
            return None
        voice = self._world.voice(person.country, self._lang, self._on)
        return Resolution(voice=voice, rule="state")

    def _leads_on(self, phrase: Phrase, named: Found) -> bool:
        """Whether the person's name only tells which other noun is meant."""
        return phrase.leads_on(named) and not self._nouns.is_genitive(named.words)

    def _is_served(self, phrase: Phrase, named: Found, person: Person, servant: Found) -> bool:
        """«пресс-секретарь N», "N's adviser", «N кеңесшісі»: somebody else than N is meant."""
        if any(word in held.role for held in person.roles for word in _SPEAKS_FOR):
            return False
        if self._nouns.is_genitive(named.words) or servant.start >= named.end:
            return True
        if self._nouns.leads_behind(phrase.words[servant.end : named.start]):
            # "An aide to N".
            return True
        if not self._nouns.inflects_names or named.words in _all_names(person):
            return False
        between = (w for w in phrase.rest if servant.end <= w.start() < named.start)
        if any(not self._nouns.is_filler(word.group()) for word in between):
            return True
        offices = {noun.id for noun in phrase.nouns if noun.type == "offices"}
        held = {office_kind(role) for role in person.roles}
        return bool(offices & held) or phrase.words[servant.end : named.start].isspace()

    def _stranger(self, phrase: Phrase) -> Resolution | None:
        """A person the world does not know, with a noun or an adjective that says who it is."""
        name, noun = phrase.stranger, phrase.person_noun
        if name is None or (noun is None and not phrase.of_body):
            return None
        country = self._country(phrase)
        voice = stranger(phrase, name, noun, country, self._blocs(country))
        return Resolution(voice=voice, rule="stranger")

    def _body(self, phrase: Phrase) -> Resolution | None:
        """A known outlet or institution is named; the noun beside it is the voice's role."""
        noun = phrase.person_noun
        role = noun.words if noun else None
        for kind in ("outlet", "institution"):
            for named in phrase.named(kind):
                return Resolution(voice=self._voice(named, role), rule=kind)
        return None

    def _office(self, phrase: Phrase) -> Resolution | None:
        """A state and an office: whoever held it on the date, else a person without a name."""
        noun, country = phrase.noun("offices"), self._state(phrase)
        if noun is None or country is None or phrase.noun("spokes"):
            return None
        servant = phrase.servant
        if servant is not None and servant is not noun:
            # "An adviser to the president of …": somebody else than the president.
            voice = unnamed_person(phrase, servant, country.id, self._blocs(country.id))
            return Resolution(voice=voice, rule="unnamed")
        if self._is_several(phrase, noun):
            return self._group_of(phrase, noun, country)
        holder = None if self._is_former(phrase) else self._holder(noun.id, country.id)
        if holder:
            voice = self._world.voice(holder.id, self._lang, self._on, noun.words)
            return Resolution(voice=voice, rule="person-by-office")
        voice = unnamed_person(
            phrase, noun, country.id, self._blocs(country.id), former=self._is_former(phrase)
        )
        return Resolution(voice=voice, rule="unnamed")

    def _ministry(self, phrase: Phrase) -> Resolution | None:
        """A state and a noun for an institution of it: a known one, else one without an entry."""
        noun, country = phrase.noun("institution_nouns"), self._state(phrase)
        if noun is None or country is None:
            return None
        role = phrase.person_noun.words if phrase.person_noun else None
        if phrase.person_noun and phrase.person_noun.type == "groups":
            return self._group(phrase)
        known = self._institution(noun, country.id)
        if known:
            voice = self._world.voice(known.id, self._lang, self._on, role)
            return Resolution(voice=voice, rule="institution-by-noun")
        if noun.id in ("government", "side"):
            voice = self._world.voice(country.id, self._lang, self._on, role)
            return Resolution(voice=voice, rule="state")
        return Resolution(
            voice=self._nameless(phrase, noun, country, role), rule="institution-by-noun"
        )

    def _group(self, phrase: Phrase) -> Resolution | None:
        """A noun for people, in the plural or counted, or one of them where a place is stated."""
        noun = phrase.group()
        if noun is None:
            return None
        if phrase.servant is not None and not self._nouns.is_plural(phrase.servant):
            noun = phrase.servant
        place = self._entry(phrase.places[0]) if phrase.places else None
        if self._nouns.is_plural(noun) or self._is_counted(phrase):
            return self._group_of(phrase, noun, place)
        if place is None:
            return None
        country = place.id if isinstance(place, State) else None
        blocs = self._blocs(country) or (place.id,)
        return Resolution(voice=unnamed_person(phrase, noun, country, blocs), rule="unnamed")

    def _group_of(self, phrase: Phrase, noun: Found, place: Entry | None) -> Resolution:
        """The group as a voice."""
        blocs = self._blocs(place.id) if isinstance(place, State) else (place.id,) if place else ()
        return Resolution(voice=group_voice(phrase, noun, place, blocs), rule="group")

    def _spokes(self, phrase: Phrase) -> Resolution | None:
        """ "Kremlin spokesman", "EU representative": the state or bloc speaks."""
        noun = phrase.noun("spokes")
        if noun is None or not phrase.places:
            return None
        return Resolution(voice=self._voice(phrase.places[0], noun.words), rule="spokes")

    def _place(self, phrase: Phrase) -> Resolution | None:
        """A state, bloc or region by itself, or the place that stands for its power."""
        named = phrase.named("state", "bloc", "region")
        if len(named) != 1 or phrase.nouns or not phrase.adds_nothing:
            return None
        if named[0] not in phrase.places:
            return None
        return Resolution(voice=self._voice(named[0]), rule=named[0].type)

    def _entry(self, found: Found) -> Entry:
        return self._world.entry(found.id)

    def _voice(self, found: Found, role: str | None = None) -> Voice:
        return self._world.voice(found.id, self._lang, self._on, role)

    def _blocs(self, country: str | None) -> tuple[str, ...]:
        return self._world.blocs_of(country, self._on)

    def _state(self, phrase: Phrase) -> State | None:
        """The first state that the phrase is about."""
        entries = [self._entry(place) for place in phrase.places]
        return next((entry for entry in entries if isinstance(entry, State)), None)

    def _country(self, phrase: Phrase) -> str | None:
        """The state that the phrase is about, else that of an institution or outlet in it."""
        state = self._state(phrase)
        if state:
            return state.id
        bodies = [self._entry(named) for named in phrase.named("institution", "outlet")]
        countries = (getattr(body, "country", None) for body in bodies)
        return next((country for country in countries if country), None)

    def _is_former(self, phrase: Phrase) -> bool:
        return any(self._nouns.is_former(word.group()) for word in phrase.rest) or any(
            self._nouns.is_former(noun.words) for noun in phrase.nouns
        )

    def _is_counted(self, phrase: Phrase) -> bool:
        return any(self._nouns.counts(word.group()) for word in phrase.rest)

    def _is_several(self, phrase: Phrase, noun: Found) -> bool:
        return self._nouns.is_plural(noun) or self._is_counted(phrase)

    def _holder(self, role: str, country: str) -> Person | None:
        """Who alone held the office on the date; None without a date, or where several did."""
        if self._on is None:
            return None
        on = day(self._on)
        holders = [
            person
            for person in self._world.holders(role, country)
            if any(office_kind(held) == role and holds(held, on) for held in person.roles)
        ]
        return holders[0] if len(holders) == 1 else None

    def _institution(self, noun: Found, country: str) -> Institution | None:
        """The institution of the country whose names have the noun in them; None where unclear."""
        if noun.id == "ministry":
            return None
        fitting = [
            body
            for body in self._world.institutions(country, self._lang)
            if any(
                found.type == "institution_nouns" and found.id == noun.id
                for name in body.names.get(self._lang, ())
                for found in self._nouns.find(name)
            )
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _nameless(self, phrase: Phrase, noun: Found, country: State, role: str | None) -> Voice:
        """An institution of a state that has no entry of its own."""
        return Voice(
            id=f"institution:{country.id.lower()}:{noun.id}",
            name=phrase.words,
            type="institution",
            country=country.id,
            blocs=self._blocs(country.id),
            role=role,
        )


_RULES: tuple[Callable[[Resolver, Phrase], Resolution | None], ...] = (
    Resolver._person,
    Resolver._stranger,
    Resolver._body,
    Resolver._office,
    Resolver._ministry,
    Resolver._group,
    Resolver._spokes,
    Resolver._place,
)


def _all_names(person: Person) -> set[str]:
    return {name for names in person.names.values() for name in names}


def _is_like_a_name_of(entry: Entry, word: str) -> bool:
    """Whether a word looks like one of a person's names in some case: «Радмила»."""
    if not isinstance(entry, Person):
        return False
    return any(
        part[:4].lower() == word[:4].lower() for name in _all_names(entry) for part in name.split()
    )
