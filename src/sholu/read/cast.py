"""The voices of one document, in the order in which it brings them on.

"Риззат", "the expert" and "he" are one voice: names are compared by the base forms of their words,
role nouns by the kinds in the language's tables, pronouns with the voice that spoke last. Where the
document does not say who is meant, a voice stays under its own words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import pairwise

from sholu.language import Pack
from sholu.model import Voice, VoiceType
from sholu.read.draft import Draft, Range
from sholu.read.page import WORD, Page, Token
from sholu.world import Found, World

# Nouns of people who explain: a text calls the same person now one, now another.
_SCHOLARS = frozenset(
    {"experts", "analysts", "political-scientists", "economists", "historians", "scientists"}
)
_PEOPLE_NOUNS = frozenset({"spokes", "offices", "groups", "titles"})
# Ids of voices that nobody after them can be: "somebody", "we" of a quotation.
_NOBODY = "words:"
_BEFORE_A_NAME = 14
_NOT_IN_ID = re.compile(r"\s+")


@dataclass(slots=True)
class _Member:
    """A voice of the cast, with what the document calls it."""

    voice: Voice
    names: list[frozenset[str]]
    kinds: set[str]
    seen: int


@dataclass(frozen=True, slots=True)
class _Anaphora:
    person: frozenset[str]
    group: frozenset[str]
    itself: frozenset[str]
    anyone: frozenset[str]
    relative: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        """Every pronoun that may stand for a voice."""
        return self.person | self.group | self.itself | self.anyone


@cache
def _anaphora(pack: Pack) -> _Anaphora:
    table = pack.table("voices").get("anaphora", {})
    return _Anaphora(
        frozenset(table.get("person", ())),
        frozenset(table.get("group", ())),
        frozenset(table.get("self", ())),
        frozenset(table.get("anyone", ())),
        frozenset(table.get("relative", ())),
    )


@dataclass(eq=False)
class Cast:
    """Who has been brought on so far. Feed it the drafts of a page in the order of the text.

    Attributes:
        mentions: places of the page's text where something the world knows is named.
        day: day of publication, for offices and memberships.
    """

    page: Page
    world: World
    mentions: list[Found]
    day: str | None
    members: list[_Member] = field(default_factory=list)
    last: Voice | None = None

    def voice_of(self, draft: Draft, heading: Range | None) -> Voice | None:
        """The voice of a draft's source; null where the document shows none."""
        if draft.source is None:
            return self._unprinted(draft)
        source = self._without_recipient(draft.source)
        words = self.page.text[slice(*source)]
        if self._means_nobody(words, source):
            return None
        voice = self._named_before(words, source[0])
        if voice is None:
            voice = self._resolved(words, source, heading)
        if not draft.nested and not voice.id.startswith(_NOBODY):
            self.last = voice
        return voice

    def _means_nobody(self, words: str, source: Range) -> bool:
        """A relative pronoun, or one small word that is no noun for a voice."""
        low = words.lower()
        if low in _anaphora(self.page.pack).relative or not any(map(str.isalpha, words)):
            return True
        if " " in words or words[0].isupper() or low in _anaphora(self.page.pack).known:
            return False
        nouns = _voice_nouns(self.page.pack)
        return not self._kinds(words) and not any(
            stem in nouns for stem in self.page.pack.stems(words)
        )

    def _without_recipient(self, source: Range) -> Range:
        """A Cyrillic name with a Latin one right behind it: "сказал Росс BBC Scotland"."""
        tokens = self.page.tokens(*source)
        for before, token in pairwise(tokens):
            turns = token.text.isascii() and not before.text.isascii()
            if token.capital and before.capital and turns and not self._is_mentioned(before):
                return source[0], before.end
        return source

    def _is_mentioned(self, token: Token) -> bool:
        return any(name.start <= token.start < name.end for name in self.mentions)

    def voices_of(self, source: Range) -> tuple[Voice, ...]:
        """The voices of a source phrase that stands in no statement, such as of a silence."""
        words = self.page.text[slice(*source)]
        voice = self._named_before(words, source[0]) or self._resolved(words, source, None)
        return voice.members or (voice,)

    def _unprinted(self, draft: Draft) -> Voice | None:
        if self.last is not None or draft.cue is None:
            return self.last
        # "Айтуынша, …" at the head of a text: whoever was brought on before it.
        before = [who for who in self._brought_on if who.seen < draft.content[0]]
        self.last = self._join(before[-1]).voice if before else None
        return self.last

    # --- pronouns, surnames, role nouns ---------------------------------------------------------

    def _named_before(self, words: str, at: int) -> Voice | None:
        low = words.lower()
        anaphora = _anaphora(self.page.pack)
        if low in anaphora.person:
            return self._latest(_may_be_person) or self._brought_person(at) or self.last
        if low in anaphora.group:
            return self._latest(lambda voice: voice.type in ("group", "institution", "outlet"))
        if low in anaphora.itself or low in anaphora.anyone:
            return Voice(id=f"{_NOBODY}{low}", name=words, type="unknown")
        return None

    def _latest(self, fits: Callable[[Voice], bool]) -> Voice | None:
        if self.last is not None and fits(self.last):
            return self.last
        return next((who.voice for who in reversed(self.members) if fits(who.voice)), None)

    def _brought_person(self, at: int) -> Voice | None:
        before = self._brought_before(at)
        return self._join(before[-1]).voice if before else None

    def _resolved(self, words: str, source: Range, heading: Range | None) -> Voice:
        resolution = self.world.resolve(words, self.page.pack.code, self.day)
        voice = resolution.voice if resolution else None
        names = self._name_keys(*source)
        kinds = self._kinds(words)
        if voice is not None and voice.known:
            return self._enter(_as_printed(voice, words), names, kinds, source[0]).voice
        if voice is not None and voice.members:
            members = tuple(_as_printed(member, words) for member in voice.members)
            voice = replace(voice, members=members, name="; ".join(m.name for m in members))
            return self._enter(voice, [], kinds, source[0]).voice
        if voice is not None and voice.type == "group":
            return self._enter(self._under(voice, words, heading), [], kinds, source[0]).voice
        known = self._by_name(names, source[0])
        if known is None and not names and self._is_single(words, voice):
            known = self._by_role(kinds, source[0], voice) or self._latest_person(words, voice)
        if known is not None:
            known.kinds |= kinds
            known.seen = source[0]
            self._fill_in(known, voice)
            return known.voice
        voice = voice or self._under_own_words(words, source, names, kinds)
        return self._enter(voice, names, kinds, source[0]).voice

    def _is_single(self, words: str, voice: Voice | None) -> bool:
        """Whether a phrase without a name may point back: "the expert", not "two experts"."""
        if voice is not None and voice.country is not None and voice.type != "person":
            return False
        return len(words.split()) <= 4

    def _latest_person(self, words: str, voice: Voice | None) -> _Member | None:
        """A bare role noun in the singular, of whatever trade: the person who spoke last."""
        if voice is not None:
            return None
        noun = words.split()[-1].lower()
        if len(words.split()) > 2 or not _is_role(noun, self.page.pack):
            return None
        spoken = [who for who in self.members if who.names and _may_be_person(who.voice)]
        return max(spoken, key=lambda who: who.seen, default=None)

    def _by_name(self, names: list[frozenset[str]], at: int) -> _Member | None:
        if not names:
            return None
        for who in (*reversed(self.members), *reversed(self._brought_before(at))):
            if _same_name(names, who.names):
                return self._join(who)
        return None

    def _by_role(self, kinds: set[str], at: int, voice: Voice | None) -> _Member | None:
        if not kinds:
            return None
        country = voice.country if voice else None
        candidates = [*self._brought_before(at), *self.members]
        candidates.sort(key=lambda who: who.seen)
        for exact in (True, False):
            for who in reversed(candidates):
                if who.voice.type not in ("person", "unknown") or not who.names:
                    continue
                if country and who.voice.country and country != who.voice.country:
                    continue
                shared = kinds & who.kinds
                alike = bool(kinds & _SCHOLARS) and bool(who.kinds & _SCHOLARS)
                if shared or (not exact and alike):
                    return self._join(who)
        return None

    # --- entering the cast ----------------------------------------------------------------------

    def _enter(
        self, voice: Voice, names: list[frozenset[str]], kinds: set[str], at: int
    ) -> _Member:
        kinds = kinds | self._offices(voice)
        for who in self.members:
            if who.voice.id == voice.id:
                who.kinds |= kinds
                who.seen = at
                return who
        member = _Member(voice, names, kinds, at)
        self.members.append(member)
        return member

    def _offices(self, voice: Voice) -> set[str]:
        """Offices of a person whom the world knows, as kinds of nouns."""
        if not voice.known or voice.type != "person" or voice.role is None:
            return set()
        return {voice.role.replace(" ", "-")}

    def _join(self, who: _Member) -> _Member:
        if all(who is not member for member in self.members):
            self.members.append(who)
        return who

    def _fill_in(self, who: _Member, voice: Voice | None) -> None:
        if voice is not None and who.voice.country is None and voice.country is not None:
            who.voice = replace(who.voice, country=voice.country, blocs=voice.blocs)

    def _under(self, voice: Voice, words: str, heading: Range | None) -> Voice:
        """A group without a country takes that of the heading it stands under.

        Not "many experts": whoever counts over the heads of a section may mean people elsewhere.
        """
        if voice.country is not None or voice.blocs or heading is None or self._is_world(voice):
            return voice
        phrase = self.world.phrase(words, self.page.pack.code)
        if phrase.lexicon.counts(words.split()[0]):
            return voice
        above = [name for name in self.mentions if heading[0] <= name.start < heading[1]]
        places = [name for name in above if name.type in ("state", "region", "bloc")]
        named = self.world.resolve(
            self.page.text[slice(*heading)].split(":")[0], self.page.pack.code, self.day
        )
        if named is not None and named.voice.country is not None:
            place = named.voice
        elif len({name.id for name in places}) == 1:
            place = self.world.voice(places[0].id, self.page.pack.code, self.day)
        else:
            return voice
        own_id = f"{voice.id}:{_slug(voice.name)}"
        return replace(voice, id=own_id, country=place.country, blocs=place.blocs)

    def _is_world(self, voice: Voice) -> bool:
        return voice.id.startswith("group:world")

    def _under_own_words(
        self, words: str, source: Range, names: list[frozenset[str]], kinds: set[str]
    ) -> Voice:
        named = self._name_range(source)
        name = self._nominative(named or source)
        kind: VoiceType = "unknown"
        if kinds or named is not None:
            kind = "person"
        elif self._is_document(words):
            kind = "document"
        return Voice(id=f"{kind}:{_slug(name)}", name=name, type=kind)

    def _is_document(self, words: str) -> bool:
        """ "Сот құжаттары", "the statement": what is written speaks too."""
        language = self.page.pack
        return any(
            stem in _documents(language)
            for word in words.split()
            for stem in language.stems(word.strip('«»"“”'))
        )

    def _name_range(self, source: Range) -> Range | None:
        """A name of two words or more at either end of a phrase: of a person, beside what it is."""
        runs: list[list[Token]] = [[]]
        tokens = self.page.tokens(*source)
        for token in tokens:
            if token.capital and not token.text.isupper() and not self._kinds(token.text):
                runs[-1].append(token)
            elif runs[-1] and token.text not in ("-", ".", "’", "'"):
                runs.append([])
        best = max(runs, key=len)
        if len(best) < 2 or any(self._is_mentioned(token) for token in best):
            return None
        at_an_end = best[0] is tokens[0] or best[-1] is tokens[-1]
        return (best[0].start, best[-1].end) if at_an_end else None

    def _nominative(self, source: Range) -> str:
        """The printed words, the case ending of the last one taken off where it is sure."""
        text = self.page.text[slice(*source)].strip(" \t\"«»“”'‘’")
        for ending in _genitives(self.page.pack):
            if text.lower().endswith(ending) and len(text) - len(ending) >= 3:
                return text[: -len(ending)].rstrip("-’'")
        return text

    # --- names and nouns ------------------------------------------------------------------------

    def _name_keys(self, start: int, end: int) -> list[frozenset[str]]:
        return [
            frozenset(self.page.pack.stems(word))
            for token in self.page.tokens(start, end)
            if token.low not in _determiners(self.page.pack)
            for word in _name_words(token.text)
            if not self._kinds(word)
        ]

    def _kinds(self, words: str) -> set[str]:
        """Kinds of the nouns in a phrase: "experts", "president"…"""
        phrase = self.world.phrase(words, self.page.pack.code)
        return {noun.id for noun in phrase.nouns if noun.type in _PEOPLE_NOUNS}

    def _brought_before(self, at: int) -> list[_Member]:
        return [who for who in self._brought_on if who.seen < at]

    @cached_property
    def _brought_on(self) -> list[_Member]:
        """People whom the text names in full beside what they are, and known ones, in order."""
        found = [self._known_person(name) for name in self.mentions if name.type == "person"]
        for sentence in self.page.sentences:
            tokens = sentence.tokens
            index = 0
            while index < len(tokens):
                end = _run_end(tokens, index)
                if end - index >= 2:
                    member = self._introduced(tokens, index, end)
                    if member is not None:
                        found.append(member)
                index = max(end, index + 1)
        return sorted(found, key=lambda who: who.seen)

    def _known_person(self, name: Found) -> _Member:
        voice = self.world.voice(name.id, self.page.pack.code, self.day)
        names = self._name_keys(name.start, name.end)
        return _Member(voice, names, self._offices(voice), name.start)

    def _introduced(self, tokens: list[Token], first: int, end: int) -> _Member | None:
        before = max(0, first - _BEFORE_A_NAME)
        while first < end - 2 and self._kinds(tokens[first].text):
            # A role noun at the head of a sentence is capital too: "Экономист Риза Таңсық".
            first += 1
        start, stop = tokens[first].start, tokens[end - 1].end
        words = self.page.text[tokens[before].start : start]
        kinds = self._kinds(words)
        if not kinds and end < len(tokens) and tokens[end].text == ",":
            after = min(len(tokens), end + 9) - 1
            words = self.page.text[tokens[end].start : tokens[after].end]
            kinds = self._kinds(words)
        names = self._name_keys(start, stop)
        known = any(start <= n.start < stop and n.type == "person" for n in self.mentions)
        if known or not kinds or len(names) < 2:
            return None
        resolution = self.world.resolve(
            self.page.text[tokens[before].start : stop], self.page.pack.code, self.day
        )
        met = resolution.voice if resolution else None
        name = self._shortest_form((start, stop), names)
        if met is None or met.known or met.type != "person" or met.members:
            met = Voice(id="", name=name, type="person")
        met = replace(met, id=f"person:{_slug(name)}", name=name)
        return _Member(met, names, kinds, start)

    def _shortest_form(self, name: Range, keys: list[frozenset[str]]) -> str:
        """The name as the page prints it with the least ending: its case is taken off by that."""
        forms = [self._nominative(name)]
        for start, end in self._capital_runs:
            if (start, end) == name:
                continue
            others = self._name_keys(start, end)
            if len(others) == len(keys) and all(a & b for a, b in zip(keys, others, strict=True)):
                forms.append(self._nominative((start, end)))
        return min(forms, key=lambda form: (len(form), form))

    @cached_property
    def _capital_runs(self) -> list[Range]:
        """Runs of two capital words and more, anywhere on the page."""
        runs = []
        for sentence in self.page.sentences:
            tokens, index = sentence.tokens, 0
            while index < len(tokens):
                end = _run_end(tokens, index)
                if end - index >= 2:
                    runs.append((tokens[index].start, tokens[end - 1].end))
                index = max(end, index + 1)
        return runs


def _name_words(text: str) -> list[str]:
    """The name in a word, of a hyphened one its parts: "аль-Муалем" is "Муалем"."""
    parts = [part for part in text.split("-") if part[:1].isupper() and len(part) > 1]
    return parts if "-" in text else [text] if text[0].isupper() else []


@cache
def _determiners(language: Pack) -> frozenset[str]:
    return frozenset(language.table("people").get("determiners", ()))


def _is_role(noun: str, language: Pack) -> bool:
    """Whether a printed word is a role noun in the singular."""
    plural = language.table("groups").get("plural_endings", "")
    if plural and re.search(f"(?:{plural})$", noun):
        return False
    return any(stem in _roles(language) for stem in language.stems(noun))


@cache
def _roles(language: Pack) -> frozenset[str]:
    return frozenset(language.table("people").get("nouns", {}).get("roles", ()))


@cache
def _voice_nouns(language: Pack) -> frozenset[str]:
    """Every noun of the pack's people that can speak, documents too."""
    nouns = language.table("people").get("nouns", {})
    listed = {entry.split()[-1] for entries in nouns.values() for entry in entries}
    return frozenset(listed) | _documents(language)


@cache
def _documents(language: Pack) -> frozenset[str]:
    people = language.table("people")
    return frozenset(people.get("documents") or people.get("nouns", {}).get("documents", ()))


def _as_printed(voice: Voice, words: str) -> Voice:
    """An institution keeps its English name where the document prints it so."""
    english = voice.names.get("en")
    if voice.type == "institution" and english and english != voice.name and english in words:
        return replace(voice, name=english)
    return voice


@cache
def _genitives(pack: Pack) -> tuple[str, ...]:
    return tuple(pack.table("clauses").get("cases", {}).get("genitive", ()))


def _may_be_person(voice: Voice) -> bool:
    return voice.type in ("person", "unknown")


def _run_end(tokens: list[Token], index: int) -> int:
    """Index behind the capital words that stand together from `index` on."""
    end = index
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].capital:
        end += 1
    return end


def _same_name(names: list[frozenset[str]], others: list[frozenset[str]]) -> bool:
    """Whether the shorter name's words all stand in the longer one, its last word among them."""
    if not names or not others:
        return False
    short, long = sorted((names, others), key=len)
    if not all(any(word & other for other in long) for word in short):
        return False
    return bool(short[-1] & long[-1]) or len(short) > 1 or bool(short[0] & long[0])


def _slug(name: str) -> str:
    return _NOT_IN_ID.sub(" ", name.casefold()).strip()
