"""Voices that no entry of the world is: groups, people without a name, strangers."""

from sholu.language import available
from sholu.model import Voice
from sholu.world.entries import Bloc, Entry, Region, State
from sholu.world.names import Found
from sholu.world.nouns import nouns
from sholu.world.phrase import Phrase


def group_voice(phrase: Phrase, noun: Found, place: Entry | None, blocs: tuple[str, ...]) -> Voice:
    """A group such as "Russian experts". Of one place and kind, it is one voice everywhere."""
    lexicon = phrase.lexicon
    wide = any(lexicon.is_world(word.group()) for word in phrase.rest)
    whose = place.id.lower() if place else "world" if wide else None
    names = _canonical(noun.id, place)
    printed = lexicon.without_case(phrase.words, noun)
    return Voice(
        id=":".join(part for part in ("group", whose, noun.id) if part),
        name=printed or names.get(lexicon.lang) or phrase.words,
        type="group",
        country=place.id if isinstance(place, State) else None,
        blocs=blocs,
        names=names,
    )


def unnamed_person(
    phrase: Phrase,
    noun: Found,
    country: str | None,
    blocs: tuple[str, ...],
    *,
    former: bool = False,
) -> Voice:
    """One person known by an office or trade alone ("the president of ...", «ресейлік сарапшы»)."""
    kind = f"former-{noun.id}" if former else noun.id
    return Voice(
        id=":".join(part for part in ("person", (country or "").lower(), kind) if part),
        name=phrase.lexicon.without_case(phrase.words, noun) or phrase.words,
        type="person",
        country=country,
        blocs=blocs,
        role=noun.words,
    )


def own_words(phrase: Phrase, country: str | None) -> Voice:
    """A person known by the words of the phrase alone: "a rival of …"."""
    return Voice(
        id=f"person:{phrase.words.casefold()}",
        name=phrase.words,
        type="person",
        country=country,
    )


def stranger(
    phrase: Phrase, name: str, noun: Found | None, country: str | None, blocs: tuple[str, ...]
) -> Voice:
    """A person with a name the world does not know."""
    name = phrase.lexicon.without_genitive(name)
    return Voice(
        id=f"person:{name.casefold()}",
        name=name,
        type="person",
        country=country,
        blocs=blocs,
        role=noun.words if noun else None,
    )


def joint_voice(members: list[Voice]) -> Voice:
    """Several voices that speak one statement together, named "A; B"."""
    types = {member.type for member in members}
    countries = {member.country for member in members}
    blocs = set.intersection(*(set(member.blocs) for member in members))
    roles = {member.role for member in members}
    langs = set.intersection(*(set(member.names) for member in members))
    return Voice(
        id="+".join(member.id for member in members),
        name="; ".join(member.name for member in members),
        type=types.pop() if len(types) == 1 else "group",
        country=countries.pop() if len(countries) == 1 else None,
        blocs=tuple(sorted(blocs)),
        role=roles.pop() if len(roles) == 1 else None,
        names={lang: "; ".join(m.names[lang] for m in members) for lang in sorted(langs)},
        members=tuple(members),
        known=all(member.known for member in members),
    )


def _canonical(kind: str, place: Entry | None) -> dict[str, str]:
    """The name of a group of a place by language, where there is one."""
    if not isinstance(place, State | Bloc | Region):
        return {}
    made = {
        lang: nouns(lang).group_name(
            kind,
            next(iter(place.names.get(lang, ())), None),
            next(iter(place.adjectives.get(lang, ())), None),
        )
        for lang in available()
    }
    return {lang: name for lang, name in made.items() if name}
