"""The voices of one document, in the order in which they speak.

"Риза", "the expert" and "he" are one voice: names are compared by the base forms of their words,
role nouns by the kinds in the language's tables, pronouns with the person the text spoke of last.
Where the document does not say who is meant, a voice stays under its own words.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from sholu.model import Voice, VoiceType
from sholu.read.draft import Draft, Range
from sholu.read.page import Page
from sholu.read.voices.introductions import Introductions, Member, NameKeys, slug
from sholu.read.voices.people import (
    anaphora,
    determiners,
    documents,
    is_woman,
    role_of,
    voice_nouns,
)
from sholu.world import Found, World

# Nouns of people who explain: a text calls the same person now one, now another.
_SCHOLARS = frozenset(
    {"experts", "analysts", "political-scientists", "economists", "historians", "scientists"}
)
# Ids of voices that nobody after them can be: "somebody", "we" of a quotation.
_NOBODY = "words:"
# A longer source is a clause, and names nobody.
_LONGEST_SOURCE = 24
# How many of those met last are asked whether a name or a role means them.
_MANY = 200


@dataclass(eq=False)
class Cast:
    """Who has been brought on so far. Feed it the drafts of a page in the order of the text.

    Attributes:
        mentions: places of the page's text where something the world knows is named.
        day: day of publication, for offices and memberships.
        sources: the words that the page's statements print as their sources.
    """

    page: Page
    world: World
    mentions: list[Found]
    day: str | None
    sources: frozenset[str] = frozenset()
    members: list[Member] = field(default_factory=list)
    said: list[tuple[int, Voice | None]] = field(default_factory=list)

    @cached_property
    def introductions(self) -> Introductions:
        """Whom the page brings on."""
        return Introductions(self.page, self.world, self.mentions, self.day, self.sources)

    def voice_of(self, draft: Draft, heading: Range | None) -> Voice | None:
        """The voice of a draft's source; null where the document shows none."""
        voice = self._voice_of(draft, heading)
        if not draft.nested:
            nobody = voice is None or voice.id.startswith(_NOBODY)
            self.said.append((draft.content[1], None if nobody else voice))
        return voice

    def _voice_of(self, draft: Draft, heading: Range | None) -> Voice | None:
        if draft.source is None:
            return self._unprinted(draft)
        source = self._without_recipient(draft.source)
        words = self.page.text[slice(*source)]
        if self._means_nobody(words):
            return None
        return self._named_before(words, source[0]) or self._resolved(words, source, heading)

    def _means_nobody(self, words: str) -> bool:
        """A relative pronoun, or one small word that is no noun for a voice."""
        low = words.lower()
        if low in anaphora(self.page.pack).relative or not any(map(str.isalpha, words)):
            return True
        if len(words.split()) > _LONGEST_SOURCE:
            return True
        if " " in words or words[0].isupper() or low in anaphora(self.page.pack).known:
            return False
        nouns = voice_nouns(self.page.pack)
        return not self.introductions.kinds(words) and not any(
            stem in nouns for stem in self.page.pack.stems(words)
        )

    def _without_recipient(self, source: Range) -> Range:
        """A Cyrillic name with a Latin one right behind it: "сказал Росс BBC Scotland"."""
        tokens = self.page.tokens(*source)
        for before, token in pairwise(tokens):
            turns = token.text.isascii() and not before.text.isascii()
            if (
                token.capital
                and before.capital
                and turns
                and not self.introductions.is_mentioned(before)
            ):
                return source[0], before.end
        return source

    def voices_of(self, source: Range) -> tuple[Voice, ...]:
        """The voices of a source phrase that stands in no statement, such as of a silence."""
        words = self.page.text[slice(*source)]
        voice = self._named_before(words, source[0]) or self._resolved(words, source, None)
        return voice.members or (voice,)

    def _unprinted(self, draft: Draft) -> Voice | None:
        """Nobody is named: whom the narration spoke of since the last statement, else its voice."""
        begin = draft.cue[0] if draft.cue else draft.content[0]
        found = self.introductions.latest_between(
            self._said_until(begin), min(begin, draft.content[0])
        )
        if found is not None:
            return self._join(found).voice
        last = self._last_voice(begin)
        if last is not None or draft.cue is None:
            return last
        before = self.introductions.before(draft.content[0])
        return self._join(before[-1]).voice if before else None

    # --- pronouns, surnames, role nouns ---------------------------------------------------------

    def _named_before(self, words: str, at: int) -> Voice | None:
        low = words.lower()
        pronouns = anaphora(self.page.pack)
        if low in pronouns.person:
            found = self._person_before(at, low)
            if found is not None or pronouns.gender_of(low) is not None:
                return found or Voice(id=f"{_NOBODY}{low}", name=words, type="unknown")
            return self._last_voice(at)
        if low in pronouns.group:
            return self._latest(at, lambda voice: voice.type in ("group", "institution", "outlet"))
        if low in pronouns.itself or low in pronouns.anyone:
            return Voice(id=f"{_NOBODY}{low}", name=words, type="unknown")
        return None

    def _person_before(self, at: int, pronoun: str) -> Voice | None:
        """Whom a pronoun means: the person spoken of since the last statement, else its voice."""
        language = self.page.pack
        woman = anaphora(language).gender_of(pronoun)

        def fits(voice: Voice) -> bool:
            told = is_woman(voice.name, language) if voice.type == "person" else None
            return _may_be_person(voice) and (woman is None or told is None or woman == told)

        found = self.introductions.latest_between(
            self._said_until(at), at, lambda who: fits(who.voice)
        )
        if found is not None:
            return self._join(found).voice
        voice = self._latest(at, fits)
        if voice is not None:
            return voice
        before = [who for who in self.introductions.before(at) if fits(who.voice)]
        return self._join(before[-1]).voice if before else None

    def _said_until(self, at: int) -> int:
        """Where the last statement before an offset ends."""
        return next((end for end, _ in reversed(self.said) if end <= at), 0)

    def _last_voice(self, at: int) -> Voice | None:
        """The voice of the last statement before an offset whose voice is known."""
        return self._latest(at, lambda voice: True)

    def _latest(self, at: int, fits: Callable[[Voice], bool]) -> Voice | None:
        for end, voice in reversed(self.said):
            if end <= at and voice is not None and fits(voice):
                return voice
        return None

    def _resolved(self, words: str, source: Range, heading: Range | None) -> Voice:
        resolution = self.world.resolve(words, self.page.pack.code, self.day)
        voice = resolution.voice if resolution else None
        names = self.introductions.name_keys(*source)
        kinds = self.introductions.kinds(words)
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
        """Whether a phrase without a name may point back: "the expert", not "two experts".

        Nor "a diplomat": who is brought on as somebody new is nobody named before.
        """
        if words.split()[0].lower() in anaphora(self.page.pack).newcomer:
            return False
        if voice is not None and voice.country is not None and voice.type != "person":
            return False
        return len(words.split()) <= 4

    def _latest_person(self, words: str, voice: Voice | None) -> Member | None:
        """A bare role noun in the singular, of whatever trade: the person who spoke last.

        Not an office: "the minister" is no president.
        """
        small = determiners(self.page.pack)
        nouns = [word for word in words.lower().split() if word not in small]
        if voice is not None or len(nouns) != 1 or self.introductions.is_office(words):
            return None
        if role_of(nouns[0], self.page.pack) is None:
            return None
        spoken = [who for who in self.members if who.names and _may_be_person(who.voice)]
        return max(spoken, key=lambda who: who.seen, default=None)

    def _by_name(self, names: NameKeys, at: int) -> Member | None:
        if not names:
            return None
        for who in (*reversed(self.members[-_MANY:]), *reversed(self.introductions.before(at))):
            if _same_name(names, who.names):
                return self._join(who)
        return None

    def _by_role(self, kinds: set[str], at: int, voice: Voice | None) -> Member | None:
        if not kinds:
            return None
        country = voice.country if voice else None
        candidates = [*self.introductions.before(at), *self.members[-_MANY:]]
        candidates.sort(key=lambda who: who.seen)
        for exact in (True, False):
            for who in reversed(candidates):
                if who.voice.type not in ("person", "unknown") or not who.names:
                    continue
                if country and who.voice.country and country != who.voice.country:
                    continue
                shared = _same_trade(kinds, who.kinds)
                alike = bool(kinds & _SCHOLARS) and bool(who.kinds & _SCHOLARS)
                if shared or (not exact and alike):
                    return self._join(who)
        return None

    # --- entering the cast ----------------------------------------------------------------------

    def _enter(self, voice: Voice, names: NameKeys, kinds: set[str], at: int) -> Member:
        kinds = kinds | self.introductions.offices(voice)
        for who in self.members:
            if who.voice.id == voice.id:
                who.kinds |= kinds
                who.seen = at
                return who
        member = Member(voice, names, kinds, at)
        self.members.append(member)
        return member

    def _join(self, who: Member) -> Member:
        if all(who is not member for member in self.members):
            self.members.append(who)
        return who

    def _fill_in(self, who: Member, voice: Voice | None) -> None:
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
        own_id = f"{voice.id}:{slug(voice.name)}"
        return replace(voice, id=own_id, country=place.country, blocs=place.blocs)

    def _is_world(self, voice: Voice) -> bool:
        return voice.id.startswith("group:world")

    def _under_own_words(
        self, words: str, source: Range, names: NameKeys, kinds: set[str]
    ) -> Voice:
        named = self.introductions.name_range(source)
        name = self.introductions.nominative(named or source)
        kind: VoiceType = "unknown"
        if kinds or named is not None:
            kind = "person"
            name = self.page.pack.full_name(name)
        elif self._is_document(words):
            kind = "document"
        return Voice(id=f"{kind}:{slug(name)}", name=name, type=kind)

    def _is_document(self, words: str) -> bool:
        """ "Сот құжаттары", "the statement": what is written speaks too."""
        language = self.page.pack
        return any(
            stem in documents(language)
            for word in words.split()
            for stem in language.stems(word.strip('«»"“”'))
        )


def _as_printed(voice: Voice, words: str) -> Voice:
    """An institution keeps its English name where the document prints it so."""
    english = voice.names.get("en")
    if voice.type == "institution" and english and english != voice.name and english in words:
        return replace(voice, name=english)
    return voice


def _same_trade(kinds: set[str], others: set[str]) -> bool:
    """Whether two sets of kinds share one; "the minister" may be a minister of anything."""
    if kinds & others:
        return True
    ministers = {"minister", "ministers"}
    return bool(kinds & ministers) and any(kind.endswith("minister") for kind in others)


def _may_be_person(voice: Voice) -> bool:
    return voice.type in ("person", "unknown")


def _same_name(names: NameKeys, others: NameKeys) -> bool:
    """Whether the shorter name's words all stand in the longer one, its last word among them."""
    if not names or not others:
        return False
    short, long = sorted((names, others), key=len)
    if not all(any(word & other for other in long) for word in short):
        return False
    return bool(short[-1] & long[-1]) or len(short) > 1 or bool(short[0] & long[0])
