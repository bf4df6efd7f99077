"""Words for people in a language pack: pronouns, role nouns, what is written and speaks."""

import re
from dataclasses import dataclass
from functools import cache

from sholu.language import Pack, pack


@dataclass(frozen=True, slots=True)
class Anaphora:
    """Pronouns that stand for a voice named before, and those that stand for none.

    Attributes:
        newcomer: words that bring somebody on as new ("a", "another").
        definite: articles of what is known; none in a language without articles.
        bodies: nouns that by themselves mean a body named before ("the company").
    """

    person: frozenset[str]
    group: frozenset[str]
    itself: frozenset[str]
    anyone: frozenset[str]
    relative: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    newcomer: frozenset[str]
    definite: frozenset[str]
    bodies: frozenset[str]

    def gender_of(self, pronoun: str) -> bool | None:
        """True for a pronoun of a woman, False for one of a man, None where it tells neither."""
        if pronoun in self.feminine:
            return True
        return False if pronoun in self.masculine else None

    @property
    def known(self) -> frozenset[str]:
        """Every pronoun that may stand for a voice."""
        return self.person | self.group | self.itself | self.anyone


@cache
def anaphora(pack: Pack) -> Anaphora:
    """The pronouns of a pack."""
    table = pack.table("voices").get("anaphora", {})
    return Anaphora(
        frozenset(table.get("person", ())),
        frozenset(table.get("group", ())),
        frozenset(table.get("self", ())),
        frozenset(table.get("anyone", ())),
        frozenset(table.get("relative", ())),
        frozenset(table.get("feminine", ())),
        frozenset(table.get("masculine", ())),
        frozenset(table.get("newcomer", ())),
        frozenset(table.get("definite", ())),
        frozenset(table.get("bodies", ())),
    )


@cache
def determiners(language: Pack) -> frozenset[str]:
    """Words that open a noun phrase and belong to no name."""
    return frozenset(language.table("people").get("determiners", ()))


def is_given_name(word: str, language: Pack) -> bool:
    """Whether the word is a given name that the language knows, or one whose names it prints too.

    Only its own language tells whether it is a woman's: Joan is a man in Barcelona.
    """
    known = (language, *(pack(code) for code in language.names_from))
    return any(_given_name(word.lower(), one) is not None for one in known)


def _given_name(word: str, language: Pack) -> bool | None:
    """True for a woman's given name, False for a man's, None for what is none."""
    given = language.given_name(word)
    return _given_names(language).get(word) if given is None else given == "feminine"


@cache
def prepositions(language: Pack) -> frozenset[str]:
    """Small words before a noun that then is no subject."""
    return frozenset(language.table("speech").get("prepositions", ()))


@cache
def links(language: Pack) -> frozenset[str]:
    """Small words from a role noun to what it belongs to, which stand in names as well: "de"."""
    return frozenset(language.table("voices").get("introductions", {}).get("links", ()))


@cache
def openings(language: Pack) -> frozenset[str]:
    """Small words that may open a sentence, with a capital, and are no names."""
    speech, people = language.table("speech"), language.table("people")
    lists = [language.table("text").get("starters", ())]
    lists += [speech.get(name, ()) for name in _SMALL_WORDS]
    lists += [people.get(name, ()) for name in ("determiners", "object_pronouns", "possessives")]
    lists.append(people.get("phrases", {}).get("openings", ()))
    pronouns = people.get("pronouns", ())
    lists += pronouns.values() if isinstance(pronouns, dict) else [pronouns]
    return frozenset(word for words in lists for word in words)


_SMALL_WORDS = ("openers", "prepositions", "adverbs", "times", "subordinators", "contrasts")


def is_woman(name: str, language: Pack) -> bool | None:
    """Whether a full name is a woman's, by the ends of its words; null where they do not tell."""
    ends = language.table("voices").get("introductions", {})
    words = name.lower().split()
    if not words:
        return None
    told = _given_name(words[0], language)
    if told is not None:
        return told
    if words[-1].endswith(tuple(ends.get("feminine_surnames", ()))):
        return True
    if words[-1].endswith(tuple(ends.get("masculine_surnames", ()))):
        return False
    # "Тимура Саргалдака" may be a man's name in the genitive.
    given_ends = tuple(ends.get("feminine_given", ()))
    woman = words[0].endswith(given_ends) and not words[-1].endswith(given_ends)
    return True if woman else None


@cache
def _given_names(language: Pack) -> dict[str, bool]:
    """Given names of women (True) and of men (False) that the pack lists."""
    table = language.table("voices").get("introductions", {})
    women = dict.fromkeys(table.get("feminine_names", ()), True)
    return women | dict.fromkeys(table.get("masculine_names", ()), False)


@cache
def gendered_words(language: Pack) -> dict[str, bool]:
    """Titles and nouns of women (True) and of men (False): "Ms", "woman", «г-жа»."""
    table = language.table("voices").get("introductions", {})
    women = dict.fromkeys(table.get("feminine_words", ()), True)
    return women | dict.fromkeys(table.get("masculine_words", ()), False)


@cache
def gendered_endings(language: Pack) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Endings of verbs that tell a woman (True) or a man (False) speaks, the longer ones first."""
    table = language.table("voices").get("introductions", {})
    women, men = tuple(table.get("feminine_verbs", ())), tuple(table.get("masculine_verbs", ()))
    return tuple(pair for pair in ((women, True), (men, False)) if pair[0])


def sort_of(noun: str, language: Pack) -> str | None:
    """The table of `people.toml` a noun stands in, in whatever form: "roles", "groups"…

    A role in the plural is a group.
    """
    sorts, low = _sorts(language), language.spelling(noun)
    sort = next((sorts[stem] for stem in (low, *language.stems(noun)) if stem in sorts), None)
    return "groups" if sort == "roles" and _is_plural(low, language) else sort


@cache
def _sorts(language: Pack) -> dict[str, str]:
    nouns = language.table("people").get("nouns", {})
    found = {
        entry.split()[-1]: sort
        for sort, entries in nouns.items()
        if isinstance(entries, list)
        for entry in entries
    }
    return found | dict.fromkeys(documents(language), "documents")


def reach(language: Pack) -> int:
    """How many words may stand between a role noun and the name of whom it calls so."""
    return int(language.table("voices").get("introductions", {}).get("reach", 0))


def role_of(noun: str, language: Pack) -> str | None:
    """The base form of a role noun printed in the singular; None where it is none."""
    if _is_plural(noun, language):
        return None
    return next((stem for stem in language.stems(noun) if stem in role_words(language)), None)


def _is_plural(noun: str, language: Pack) -> bool:
    """Whether a role noun ends as a plural does; "boss" and "Spieler" are base forms."""
    return noun not in role_words(language) and _plural(language).search(noun) is not None


@cache
def _plural(language: Pack) -> re.Pattern[str]:
    endings = language.table("groups").get("plural_endings", "")
    return re.compile(f"(?:{endings})$" if endings else r"(?!)")


@cache
def role_words(language: Pack) -> frozenset[str]:
    """Nouns for what somebody is, in their base form."""
    return frozenset(language.table("people").get("nouns", {}).get("roles", ()))


@cache
def voice_nouns(language: Pack) -> frozenset[str]:
    """Every noun of the pack's people that can speak, documents too."""
    nouns = language.table("people").get("nouns", {})
    listed = {entry.split()[-1] for entries in nouns.values() for entry in entries}
    return frozenset(listed) | documents(language)


@cache
def documents(language: Pack) -> frozenset[str]:
    """Nouns of what is written and speaks: "statement", «мәлімдеме»."""
    people = language.table("people")
    return frozenset(people.get("documents") or people.get("nouns", {}).get("documents", ()))


@cache
def genitives(pack: Pack) -> tuple[str, ...]:
    """Endings of the genitive, where the pack lists them."""
    return tuple(pack.table("clauses").get("cases", {}).get("genitive", ()))
