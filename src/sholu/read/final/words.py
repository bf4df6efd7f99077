"""Words of a language whose verb of saying stands last: what each may be in a sentence.

Compiled once a pack from `speech.toml`, `people.toml` and `clauses.toml`.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from sholu.language import Pack
from sholu.read.final.tables import (
    by_last_word,
    ending_kinds,
    noun_stems,
    phrase_table,
    softened_stems,
)
from sholu.read.page import WORD, Token

# Words before the verb and its class; the kinds of its ending.
VerbForm = tuple[tuple[tuple[str, ...], str], frozenset[str]]


class Words:
    """The compiled lexicon of one pack.

    Attributes:
        verbs: stem of a verb's last word -> [(words before it, class)].
        first_words: the words that begin a verb of several.
        endings: ending of a verb -> its kinds ("finite", "converb", "participle", "nominal"…).
        nouns: stem of a noun that can speak -> kind ("roles", "groups", "institutions"…).
    """

    def __init__(self, pack: Pack) -> None:
        speech, people, clauses = pack.table("speech"), pack.table("people"), pack.table("clauses")
        self.verbs = by_last_word(speech["verbs"])
        self.first_words = frozenset(
            before[0] for entries in self.verbs.values() for before, _ in entries if before
        )
        stems = speech.get("stems", {})
        self.de = (str(speech["verbs"]["de"]), *stems.get("de", ()))
        self.dropping = tuple(stems.get("dropping", ()))
        self.stem_vowels = str(stems.get("vowels", ""))
        self.softened_verbs = softened_stems(self.verbs, stems.get("softened", {}))
        self.show = str(speech["verbs"]["show"])
        self.appraise = str(speech["verbs"]["appraise"])
        self.endings = ending_kinds(speech["endings"])
        self.genitive_phrases = phrase_table(speech["phrases"]["genitive"])
        self.dative_phrases = frozenset(speech["phrases"]["dative"])
        self.dative_nouns = frozenset(speech["phrases"].get("dative_nouns", ("documents", "media")))
        self.by = frozenset(speech["phrases"]["by"])
        joins = speech["joins"]
        self.complementisers = frozenset(joins["complementisers"])
        self.labels = frozenset(joins["labels"])
        self.said_so = frozenset(joins.get("said_so", ()))
        self.said_in = frozenset(joins.get("said_in", ()))
        self.speech_converbs = frozenset(joins.get("speech_converbs", ()))
        self.that = frozenset(joins.get("that", ()))
        self.as_words = frozenset(joins.get("as_words", ()))
        self.clause_nouns = frozenset(joins.get("clause_nouns", ()))
        self.connectives = frozenset(joins["connectives"])
        self.de_passive = tuple(speech["verbs"]["de_passive"])
        self.requests = tuple(speech["verbs"]["request"])
        self.wishes = tuple(speech["verbs"].get("wishes", ()))
        self.wished = tuple(clauses.get("wished", ()))
        self.hearsay = bool(speech["verbs"].get("hearsay", True))
        self.denials = tuple(speech["verbs"].get("denials", ()))
        self.claims = frozenset(clauses.get("claims", ()))
        self.calling = tuple(speech["verbs"]["calling"])
        self.participles = tuple(speech["endings"]["participle"])
        self.asks_of = tuple(speech["verbs"]["asks_of"])
        self.performative = tuple(speech["endings"]["performative"])
        self.unable = tuple(speech["joins"]["unable"])
        self.hearers = tuple(people["phrases"].get("hearers", ()))
        self.also_describes = frozenset(people["phrases"].get("also_describes", ()))
        self.no_subject = tuple(clauses.get("no_subject", ()))
        self.surnames = tuple(clauses.get("names", {}).get("surname_ends", ()))
        self.not_clauses = frozenset(clauses.get("not_clauses", ()))
        self.plural_noun = re.compile(clauses.get("plural_noun", r"\b\B"))
        self.going_on = tuple(joins.get("going_on", ()))
        self.intention = tuple(clauses.get("intention", ()))
        self.converbs = tuple(clauses["converbs"])
        self.adverbial_clause = tuple(clauses["adverbial"])
        self.request_clause = tuple(clauses["request"])
        self.naming = tuple(joins["naming"])
        self.auxiliaries = frozenset(joins["auxiliaries"])
        self.after_perfect = frozenset(joins["after_perfect"])
        self.negations = frozenset(joins["negations"])
        self.spoken_things = tuple(clauses.get("spoken_things", ("",)))
        self.thoughts = frozenset(joins.get("thoughts", ()))
        self.arising = tuple(clauses.get("arising", ()))
        self.thus = frozenset(joins.get("thus", ()))
        self.announcing = frozenset(joins["announcing"])
        self.adverbs = frozenset(joins["adverbs"])
        self.pronouns = frozenset(people["pronouns"]["nominative"])
        self.oblique_pronouns = frozenset(people["pronouns"]["oblique"])
        self.dative_pronouns = frozenset(people["pronouns"].get("dative", ()))
        self.genitive_pronouns = frozenset(people["pronouns"]["genitive"])
        self.speech_only = frozenset(people["pronouns"]["speech_only"])
        self.nouns = noun_stems(people["nouns"])
        self.before_name = frozenset(people["nouns"].get("before_name", ()))
        self.after_name = frozenset(people["nouns"]["after_name"])
        self.titles_of_others = tuple(
            title + end[0]
            for title in sorted(self.after_name)
            for ends in clauses["cases"].values()
            for end in ends
        )
        self.openings = frozenset(people["phrases"]["openings"])
        self.when = frozenset(people["phrases"]["when"])
        self.venues = frozenset(people["phrases"]["venues"])
        self.postpositions = frozenset(people["phrases"]["postpositions"])
        self.conjunctions = frozenset(people["phrases"]["conjunctions"])
        self.accusative_clause = tuple(clauses["accusative"])
        self.nominative_clause = tuple(clauses["nominative"])
        self.nominative_request = tuple(clauses.get("nominative_request", ()))
        self.relative = tuple(clauses.get("relative", ()))
        self.short_ends = tuple(clauses.get("short_ends", ()))
        self.subject_comma = bool(clauses.get("subject_comma", False))
        self.dative_clause = tuple(clauses["dative"])
        self.about_clause = tuple(clauses["about"])
        self.copulas = tuple(clauses.get("copulas", ("",)))
        self.blamed = frozenset(clauses.get("blamed", ()))
        self.purpose = frozenset(clauses.get("purpose", ()))
        self.demonstratives = frozenset(clauses["demonstratives"])
        self.about_words = frozenset(clauses["about_words"])
        self.finite_ends = tuple(clauses["finite"])
        self.present = tuple(clauses.get("present", ()))
        self.contrast = frozenset(clauses["contrast"])
        self.possessed = tuple(clauses["possessed"])
        self.surely_possessed = tuple(end for end in self.possessed if len(end) > 2)
        self.owned = tuple(clauses["owned"])
        self.agentive = tuple(clauses.get("agentive", ()))
        self.plural = tuple(clauses["plural"])
        self.agents = tuple(people["phrases"]["agents"])
        self.places = tuple(people["phrases"]["places"])
        self.particles = frozenset(people["phrases"]["particles"])
        self.cases: dict[str, tuple[str, ...]] = {
            name: tuple(ends) for name, ends in clauses["cases"].items()
        }
        self.split_cases: dict[str, frozenset[str]] = {
            name: frozenset(ends) for name, ends in clauses.get("apostrophe", {}).items()
        }
        self.name_cases: dict[str, tuple[str, ...]] = {
            name: tuple(ends) for name, ends in clauses["names"].get("cases", {}).items()
        }
        self.all_ends = frozenset(
            end for ends in (*self.cases.values(), *self.split_cases.values()) for end in ends
        )
        self.sure_ends = tuple(
            end
            for name in ("genitive", "accusative", "dative", "ablative", "instrumental")
            for end in self.cases[name]
            if len(end) >= 2
        )
        self.noun_ending = re.compile(clauses["nouns"]["ending"])
        self.softened: tuple[tuple[str, str], ...] = tuple(clauses["nouns"]["softened"].items())
        self.softened_short = frozenset(clauses["nouns"]["softened_short"])
        self.named_in_marks = bool(clauses["names"].get("in_marks", False))
        self.norms = tuple(speech["phrases"].get("norms", ()))
        self.clause_joiners = frozenset(clauses.get("joiners", ()))
        self.accusing = tuple(speech["verbs"].get("accusing", ("\0",)))
        self.locative_clause = tuple(clauses.get("locative", ()))
        self.latin = bool(pack.table("text").get("latin"))
        self.back, self.front = clauses["vowels"]["back"], clauses["vowels"]["front"]
        self.neutral, self.free = clauses["vowels"]["neutral"], clauses["vowels"]["free_endings"]
        self.describing = frozenset(people["phrases"]["describing"])
        self.pointed_at = frozenset(people["pronouns"]["pointed_at"])
        self.pairs = frozenset(tuple(pair.split()) for pair in people["phrases"]["pairs"])
        self.infinitives = tuple(speech["endings"]["infinitive"])
        self.pointing = frozenset(people["pronouns"]["pointing"])
        self.possessives = frozenset(clauses["possessive_accusative"])
        self.nominative_names = frozenset(clauses["names"]["nominative"])
        self.nominative_ends = tuple(clauses["names"]["nominative_ends"])
        self.noun_kind: Callable[[str], str | None] = lru_cache(maxsize=50_000)(self._noun_kind)
        self.case: Callable[[str, bool], str] = lru_cache(maxsize=50_000)(self._case)
        self.verb_forms: Callable[[str], tuple[VerbForm, ...]] = lru_cache(maxsize=50_000)(
            self._verb_forms
        )

    def _verb_forms(
        self, low: str
    ) -> tuple[tuple[tuple[tuple[str, ...], str], frozenset[str]], ...]:
        """Every listed verb that `low` may end, with the kinds of its ending."""
        found = []
        for cut in range(2, len(low) + 1):
            kinds = self.endings.get(low[cut:])
            if kinds is None:
                continue
            for stem in self._stems_before(low[:cut], low[cut:]):
                found += [(entry, kinds) for entry in self.verbs.get(stem, ())]
        return tuple(found)

    def _stems_before(self, stem: str, ending: str) -> list[str]:
        """The stems that may stand as `stem` before an ending: söyle- as söyl- before -üyor."""
        stems = [stem, *self.softened_verbs.get(stem, ())]
        if self.dropping and ending.startswith(self.dropping):
            stems += [stem + vowel for vowel in self.stem_vowels]
        return stems

    def _noun_kind(self, low: str) -> str | None:
        """Whether a word is a noun that can speak, in whatever form: its kind."""
        found = self._noun(low)
        return found[0] if found else None

    def _noun(self, low: str) -> tuple[str, str] | None:
        """Kind and case of a noun that can speak."""
        if low in self.nominative_names and low not in self.nouns:
            # "askeri" describes, and is no form of "asker".
            return None
        for cut in range(len(low), 1, -1):
            kind = self.nouns.get(low[:cut]) or self.nouns.get(self._whole(low[:cut]))
            if kind is None and cut > 5 and low.endswith(self.agents, 0, cut):
                kind = "roles"
            ending = self.noun_ending.fullmatch(low, cut) if kind else None
            if kind and ending:
                return kind, ending.lastgroup or "nominative"
        return None

    def _whole(self, stem: str) -> str:
        """A stem as its dictionary form ends: "агенттіг-і" -> агенттік, "журналис-тер"."""
        for printed, whole in self.softened:
            if stem.endswith(printed) and (len(stem) > 3 or whole in self.softened_short):
                return stem[: -len(printed)] + whole
        return stem

    def is_foreign(self, token: Token) -> bool:
        """Whether a word is in Latin letters in a language that has others: a name."""
        return not self.latin and token.text.isascii()

    def is_owned(self, low: str) -> bool:
        """Whether a noun ends as one that another owns: "өкілі", but not "елші"."""
        return low.endswith(self.owned) and not (
            low.endswith(self.agentive) and (low in self.nouns or low.endswith(self.agents))
        )

    def _case(self, low: str, proper: bool) -> str:
        """The case a word's end shows; "nominative" where it shows none."""
        if "-" in low or "’" in low or "'" in low:
            tail = low.replace("’", "-").replace("'", "-").rsplit("-", 1)[1]
            for name, split in (self.split_cases or self.cases).items():
                if tail in split:
                    return name
        if not low.isalpha() and "-" not in low:
            return "nominative"
        noun = self._noun(low)
        if noun is not None:
            return noun[1]
        if low in self.oblique_pronouns:
            fitting = (name for name, ends in self.cases.items() if low.endswith(ends))
            return next(fitting, "oblique")
        if low in self.nominative_names or (proper and low.endswith(self.nominative_ends)):
            return "nominative"
        if proper and self.name_cases:
            return self._case_of_name(low)
        for name, ends in self.cases.items():
            for end in ends:
                stem = low[: -len(end)]
                if not (
                    low.endswith(end) and len(stem) >= (2 if len(end) > 2 and not proper else 3)
                ):
                    continue
                # Names from elsewhere break the harmony (Петровтың), and long endings are sure.
                if (proper and len(end) >= 3) or self._agrees(stem, end):
                    if proper and end in self.possessives:
                        continue
                    return name
        return "nominative"

    def _case_of_name(self, low: str) -> str:
        """The case of a name where an apostrophe sets case endings off: few are joined to it."""
        for name, ends in self.name_cases.items():
            if low.endswith(ends):
                return name
        return "nominative"

    def _agrees(self, stem: str, ending: str) -> bool:
        """Whether an ending's vowel agrees with the last vowel of the stem it would join."""
        vowels = self.back + self.front
        vowel = next((letter for letter in ending if letter in vowels), None)
        last = next((letter for letter in reversed(stem) if letter in vowels), None)
        if vowel is None or last is None or last in self.neutral or ending in self.free:
            return True
        return (vowel in self.back) == (last in self.back)

    def describes_doer(self, token: Token) -> bool:
        """Whether a verb describes whoever does it: "kararı eleştiren"."""
        return (
            token.kind == WORD
            and not token.capital
            and len(token.low) > 3
            and token.low.endswith(self.relative)
            and self.is_participle(token.low)
            and self.of(token) == "nominative"
        )

    def may_be_object(self, token: Token) -> bool:
        """Whether a word is in the accusative, or in a form that this case and another share."""
        case = self.of(token)
        shared = bool(self.relative) and token.kind == WORD and token.low.endswith(self.owned)
        return case == "accusative" or (case == "nominative" and shared)

    def is_participle(self, low: str) -> bool:
        """Whether a word ends as a verb before a noun does, and is none that only sounds so."""
        if not low.endswith(self.participles) or len(low) < 4:
            return False
        return not self.relative or (
            self.noun_kind(low) is None and low not in self.nominative_names
        )

    def is_bare_speech(self, low: str) -> bool:
        """Whether a word is a form of the bare verb of speech."""
        return self.speech_kinds(low) is not None

    def speech_kinds(self, low: str) -> frozenset[str] | None:
        """The kinds of the ending of a form of the bare verb of speech; null for other words."""
        for stem in self.de:
            if low.startswith(stem) and low[len(stem) :] in self.endings:
                return self.endings[low[len(stem) :]]
        ending = low[len(self.de[0]) - 1 :]
        if self.dropping and low.startswith(self.de[0][:-1]) and ending.startswith(self.dropping):
            return self.endings.get(ending)
        return None

    def base(self, token: Token) -> str:
        """The word without its case ending, lower-cased."""
        low = token.low
        for mark in "-’'":
            if mark in low and low.rsplit(mark, 1)[1] in self.all_ends:
                return low.rsplit(mark, 1)[0]
        ends = self.cases.get(self.of(token), ())
        for end in sorted(ends, key=len, reverse=True):
            if low.endswith(end):
                return low[: -len(end)]
        return low

    def of(self, token: Token) -> str:
        """Case of a token."""
        if token.kind != WORD:
            return "nominative"
        return self.case(token.low, token.capital)


@cache
def words_of(pack: Pack) -> Words:
    """The compiled lexicon of a pack, made once."""
    return Words(pack)
