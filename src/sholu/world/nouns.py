"""Common nouns that make a voice of a place: experts, officials, presidents, ministries."""

import re
from functools import cache, cached_property
from typing import Any

from sholu.language import available, pack
from sholu.world.names import Found, NameIndex, Target
from sholu.world.unspaced import UnspacedIndex

# The likelier reading of a noun that stands in two tables goes first.
_SORTS = ("spokes", "offices", "institution_nouns", "groups", "media_nouns", "titles")
PEOPLE = frozenset({"spokes", "offices", "groups", "titles"})


class Nouns:
    """The table `groups.toml` of one language; empty for a language without a pack.

    `find` gives each noun with its table as `type` ("groups", "offices", "spokes",
    "institution_nouns", "media_nouns", "titles") and its kind as `id` ("experts", "president").
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._known = lang in available()
        self._table: Any = pack(lang).table("groups") if self._known else {}
        self._stems = pack(lang).stems if self._known else lambda word: (word.lower(),)
        self._spelling = pack(lang).spelling if self._known else str.lower
        self.spaced = not self._known or pack(lang).cutter is None

    def find(self, text: str) -> list[Found]:
        """The nouns of the tables in a phrase, longest first, none overlapping."""
        return self._index.find(text)

    def is_title(self, word: str) -> bool:
        """Whether the word says what a person is, not who."""
        return any(noun.type in PEOPLE for noun in self.find(word)) or self.is_filler(word)

    def is_filler(self, word: str) -> bool:
        """Whether the word adds nothing to whom a phrase means ("the", «официальный»)."""
        return self._is_one_of(word, self._fillers)

    def is_former(self, word: str) -> bool:
        """Whether the word makes another office of an office («бывший», "deputy")."""
        return self._is_one_of(word, self._former)

    def counts(self, word: str) -> bool:
        """Whether the word says that several are meant («көптеген», «ряд», "many")."""
        return self._is_one_of(word, self._quantifiers)

    def singles_out(self, word: str) -> bool:
        """Whether the word singles one out of several ("one of the experts")."""
        return self._is_one_of(word, frozenset(self._table.get("one_of", ())))

    def is_world(self, word: str) -> bool:
        """Whether the word means the whole world («әлемдік», "international")."""
        return self._is_one_of(word, self._world)

    def is_plural(self, noun: Found) -> bool:
        """Whether the printed noun is a plural, or a collective such as "media"."""
        if noun.id in self._table["collective"]:
            return True
        word = self._spelling(noun.words)
        plural = self.plural(noun.id)
        lemma = self._lemma_in(word, noun.id)
        if lemma is not None and lemma != plural:
            return bool(self._plural_ending.fullmatch(word[len(lemma) :]))
        return word == plural or lemma is not None or bool(self._plural_word.search(word))

    def serves(self, noun: Found) -> bool:
        """Whether the noun means one who speaks or works for the person named beside it."""
        return noun.type == "spokes" or self._is_one_of(noun.words, self._serving)

    def joins(self, word: str) -> bool:
        """Whether the word joins several sources in one phrase ("and")."""
        return word in self._table.get("joiners", ())

    def hangs_on(self, before: str) -> bool:
        """Whether the words end in one with which what belongs to a head begins ("of")."""
        return any(m.end() == len(before.rstrip()) for m in self._behind_head.finditer(before))

    def leads_behind(self, between: str) -> bool:
        """Whether the words begin with one with which what belongs to a head begins ("of")."""
        return self._behind_head.match(between.lstrip()) is not None

    def opens(self, word: str) -> bool:
        """Whether the word may open a sentence before its subject, being no name.

        So do words of the table, and in a language that adds endings words that bear one.
        """
        if self._is_one_of(word, self._openings):
            return True
        bears_ending = self._stems(word)[0] != self._spelling(word)
        return bears_ending and str(self._table.get("one_name_after")) == "any"

    def names_behind(self, noun: Found) -> bool:
        """Whether one capitalised word right behind the noun is a person's name."""
        rule = self._table.get("one_name_after")
        if rule == "any" or self._is_one_of(noun.words, self._honorifics):
            return True
        return rule == "capital" and noun.words[0].isupper() and noun.type != "groups"

    def stands_behind_name(self, noun: Found) -> bool:
        """Whether the noun is a title that follows a name («мырза»)."""
        return self._is_one_of(noun.words, self._behind_name)

    def is_head(self, phrase: str, noun: Found, rest: list[re.Match[str]]) -> bool:
        """Whether a group noun is what its phrase is about; `rest` are words of no table.

        It is not where another noun follows it ("media reports") or, in a language whose heads
        come first, goes before it («партнерство инвесторов»).
        """
        plain = [w for w in rest if not self.is_filler(w.group()) and not self.counts(w.group())]
        if self._table.get("head") != "last":
            before = (word.group() for word in plain if word.end() <= noun.start)
            return all(w[0].isupper() or self._is_adjective(w) for w in before)
        behind = self._behind_head.search(phrase)
        if behind and behind.end() <= noun.start and any(w.end() <= behind.start() for w in plain):
            return False
        return not any(
            phrase[noun.end : word.start()] == " " and word.group()[0].islower() for word in plain
        )

    def head_of(self, phrase: str, nouns: list[Found]) -> Found | None:
        """Of nouns in order, the one on which the others hang."""
        if not nouns or self._table.get("head") != "last":
            return nouns[0] if nouns else None
        behind = self._behind_head.search(phrase, nouns[0].end)
        before = [noun for noun in nouns if behind is None or noun.end <= behind.start()]
        return (before or nouns)[-1]

    def group_name(self, kind: str, name: str | None, adjective: str | None) -> str | None:
        """The canonical name of a kind of group of a place, by its name or its adjective."""
        of_place = self._table.get("plurals_of_place", {}).get(kind)
        if of_place and name:
            return f"{name} {of_place}"
        plural = self.plural(kind)
        return f"{self._plural_adjective(adjective)} {plural}" if plural and adjective else None

    def plural(self, kind: str) -> str | None:
        """The canonical plural of a kind of group ("experts" is «сарапшылар»)."""
        plural: str | None = self._table.get("plurals", {}).get(kind)
        return plural

    def _plural_adjective(self, adjective: str) -> str:
        """The adjective as it stands before a plural noun."""
        for ending, plural in self._table.get("adjective_plurals", {}).items():
            if adjective.endswith(ending):
                return adjective.removesuffix(ending) + str(plural)
        return adjective

    def without_case(self, words: str, noun: Found) -> str | None:
        """The phrase without a case ending of the noun it ends in; None where none is sure."""
        if self._table.get("case") == "none":
            return _POSSESSIVE.sub("", words)
        if not words.endswith(noun.words):
            return None
        if noun.words.isupper() and "nominative" in self._table and words != noun.words:
            return words if self._is_nominative(words.split()[0]) else None
        printed = self._spelling(noun.words)
        lemma = self._lemma_in(printed, noun.id)
        if printed == self.plural(noun.id) or printed == lemma:
            return words
        if lemma is None or self._case is None:
            return None
        match = self._case.match(printed[len(lemma) :])
        return words[: len(words) - len(match["case"])] if match and match["case"] else words

    def _is_adjective(self, word: str) -> bool:
        """Whether the word has the ending of an adjective, or is one of the whole world's."""
        endings = self._table.get("adjectives")
        return self.is_world(word) or bool(endings and re.search(rf"(?:{endings})$", word))

    def _lemma_in(self, word: str, kind: str) -> str | None:
        """The longest base form of the kind with which the word begins."""
        fitting = (lemma for lemma in self._lemmas.get(kind, ()) if word.startswith(lemma))
        return max(fitting, key=len, default=None)

    def _is_nominative(self, word: str) -> bool:
        """Whether a word before a noun without cases shows the nominative."""
        return bool(re.search(rf"(?:{self._table['nominative']})$", word))

    def without_genitive(self, name: str) -> str:
        """A name without the ending or clitic of the genitive."""
        if self._table.get("case") == "none":
            return _POSSESSIVE.sub("", name)
        genitive = self._table.get("genitive")
        return re.sub(rf"(?<=\w{{3}})(?:[-'’]?(?:{genitive}))$", "", name) if genitive else name

    def is_genitive(self, words: str) -> bool:
        """Whether a printed name shows the ending of the genitive."""
        return self.without_genitive(words) != words

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every noun of the tables."""
        rows = (self._table.get(sort, {}) for sort in _SORTS)
        lists = (row.values() if isinstance(row, dict) else [row] for row in rows)
        return tuple(sorted({word for some in lists for words in some for word in words}))

    @property
    def leads_with_names(self) -> bool:
        """Whether a name before a noun tells which one is meant ("the Vostrikov campaign")."""
        return str(self._table.get("head")) == "last"

    @property
    def small_adjectives(self) -> bool:
        """Whether adjectives of places are written small inside a sentence."""
        return bool(self._table.get("small_adjectives"))

    def is_compass(self, word: str) -> bool:
        """Whether the name of a region is also the first word of other names ("West Bank")."""
        return self._is_one_of(word, self._compass)

    @property
    def inflects_names(self) -> bool:
        """Whether names change with the case without an ending that can be told by itself."""
        return str(self._table.get("head")) == "first"

    @cached_property
    def joiners(self) -> re.Pattern[str]:
        """What joins several sources in one phrase; group "word" where it is more than a comma."""
        words = "|".join(self._table.get("joiners", ()))
        if not self.spaced:
            return re.compile(rf"(?P<word>{words})|、")
        return re.compile(rf",?\s+(?P<word>{words})\s+|,\s*" if words else r",\s*")

    @cached_property
    def away(self) -> re.Pattern[str]:
        """Matches just before a place where something is and whose it is not ("in Paris")."""
        words = "|".join(self._table.get("away", ()))
        return re.compile(rf"(?<!\w)(?:{words})\s+(?:the\s+)?$" if words else r"(?!)", re.I)

    @cached_property
    def away_endings(self) -> tuple[str, ...]:
        """Endings of a place where something is and whose it is not (Париждегі)."""
        return tuple(self._table.get("away_endings", ()))

    @cached_property
    def particles(self) -> re.Pattern[str]:
        """Clitics at the end of one of several sources («Трамп та»)."""
        words = "|".join(self._table.get("particles", ()))
        return re.compile(rf"\s+(?:{words})$" if words else r"(?!)")

    @cached_property
    def _index(self) -> NameIndex | UnspacedIndex:
        pairs = []
        for rank, sort in enumerate(_SORTS):
            rows = self._table.get(sort, {})
            for kind, lemmas in rows.items() if isinstance(rows, dict) else [(sort, rows)]:
                pairs += [(lemma, Target(kind, sort, "name", rank)) for lemma in lemmas]
        if not self.spaced:
            return UnspacedIndex(pairs, pack(self.lang).fold)
        return NameIndex(pairs, self._stems, self._spelling, any_case=True)

    @cached_property
    def _lemmas(self) -> dict[str, frozenset[str]]:
        tables = {sort: self._table.get(sort, {}) for sort in _SORTS}
        rows = [t if isinstance(t, dict) else {sort: t} for sort, t in tables.items()]
        return {
            kind: frozenset(lemma.lower() for lemma in lemmas)
            for row in rows
            for kind, lemmas in row.items()
        }

    @cached_property
    def _plural_ending(self) -> re.Pattern[str]:
        return re.compile(self._table["plural_endings"])

    @cached_property
    def _plural_word(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._table['plural_endings']})$")

    @cached_property
    def _case(self) -> re.Pattern[str] | None:
        endings = self._table.get("noun_endings")
        return re.compile(rf"{endings}$") if endings else None

    @cached_property
    def _behind_head(self) -> re.Pattern[str]:
        words = "|".join(self._table.get("behind_head", ()))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.I)

    @cached_property
    def _serving(self) -> frozenset[str]:
        return frozenset(self._table.get("serves", ()))

    @cached_property
    def _compass(self) -> frozenset[str]:
        return frozenset(self._table.get("compass", ()))

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(self._table.get("openings", ()))

    @cached_property
    def _honorifics(self) -> frozenset[str]:
        return frozenset(self._table.get("honorifics", ()))

    @cached_property
    def _behind_name(self) -> frozenset[str]:
        return frozenset(self._table.get("behind_name", ()))

    @cached_property
    def _fillers(self) -> frozenset[str]:
        return frozenset(self._table.get("fillers", ()))

    @cached_property
    def _former(self) -> frozenset[str]:
        return frozenset(self._table.get("former", ()))

    @cached_property
    def _quantifiers(self) -> frozenset[str]:
        return frozenset(self._table.get("quantifiers", ()))

    @cached_property
    def _world(self) -> frozenset[str]:
        return frozenset(self._table.get("world", ()))

    def _is_one_of(self, word: str, lemmas: frozenset[str]) -> bool:
        return self._spelling(word) in lemmas or not lemmas.isdisjoint(self._stems(word))


_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@cache
def nouns(lang: str) -> Nouns:
    """The nouns of one language, read once a process."""
    return Nouns(lang)
