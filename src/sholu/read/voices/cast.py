"""The voices of one document, in the order in which they speak.

"Риза", "the expert" and "he" are one voice: names are compared by the base forms of their words,
role nouns by the kinds in the language's tables, pronouns with the person the text spoke of last.
Where the document does not say who is meant, a voice stays under its own words.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from sholu.model import Voice, VoiceType
from sholu.read.draft import Draft, Range
from sholu.read.page import Page
from sholu.read.voices.gender import Genders
from sholu.read.voices.introductions import Introductions, Member
from sholu.read.voices.members import Members, Said, may_be_person
from sholu.read.voices.people import (
    anaphora,
    sort_of,
    voice_nouns,
)
from sholu.read.voices.printed import NameKeys, Printed, slug
from sholu.read.voices.unspaced import UnspacedIntroductions
from sholu.world import Found, World

# Ids of voices that nobody after them can be: "somebody", "we" of a quotation.
_NOBODY = "words:"
# Types of voices that "they" may mean.
_SEVERAL = ("group", "institution", "outlet")
# How many characters behind a style its name may end.
_NAME_BEHIND = 24
# A longer source is a clause, and names nobody.
_LONGEST_SOURCE = 24


@dataclass(eq=False)
class Cast:
    """Who has been brought on so far. Feed it the drafts of a page in the order of the text.

    Attributes:
        mentions: places of the page's text where something the world knows is named.
        day: day of publication, for offices and memberships.
        sources: the words that the page's statements print as their sources.
        surnames: names of places that are somebody's surname here.
    """

    page: Page
    world: World
    mentions: list[Found]
    day: str | None
    sources: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    said: Said = field(default_factory=Said)

    @cached_property
    def genders(self) -> Genders:
        """Who is a woman and who a man, learnt as the page is read."""
        return Genders(self.page.pack, dict(self.introductions.genders))

    @cached_property
    def introductions(self) -> Introductions:
        """Whom the page brings on."""
        kind = Introductions if self.page.pack.cutter is None else UnspacedIntroductions
        return kind(self.page, self.world, self.mentions, self.day, self.sources)

    @cached_property
    def members(self) -> Members:
        """Who has been brought on so far."""
        return Members(self.introductions, self.genders, self.said)

    @property
    def printed(self) -> Printed:
        """The names on the page."""
        return self.introductions.printed

    def voice_of(self, draft: Draft, heading: Range | None) -> Voice | None:
        """The voice of a draft's source; null where the document shows none."""
        voice = self._voice_of(draft, heading)
        if draft.source is not None:
            self.genders.learn(voice, self._shown(draft))
        if not draft.nested:
            nobody = voice is None or voice.id.startswith(_NOBODY)
            spans = (draft.content, draft.cue, draft.source)
            end = max(span[1] for span in spans if span is not None)
            self.said.add(end, None if nobody else voice)
        return voice

    def _shown(self, draft: Draft) -> bool | None:
        """Whether the source and its verb show a woman, a man or neither."""
        text = self.page.text
        source = text[slice(*draft.source)] if draft.source else ""
        return self.genders.shown(source, text[slice(*draft.cue)] if draft.cue else None)

    def _voice_of(self, draft: Draft, heading: Range | None) -> Voice | None:
        if draft.source is None:
            return self._unprinted(draft)
        source = self._with_name(self._without_recipient(draft.source))
        words = self.page.text[slice(*source)]
        if self._means_nobody(words):
            return None
        return self._named_before(words, source[0]) or self._resolved(words, source, heading)

    def _means_nobody(self, words: str) -> bool:
        """A relative pronoun, or one small word that is no noun for a voice."""
        low = self.page.pack.spelling(words)
        if low in anaphora(self.page.pack).relative or not any(map(str.isalpha, words)):
            return True
        if len(words.split()) > _LONGEST_SOURCE:
            return True
        if " " in words or not words[0].islower() or low in anaphora(self.page.pack).known:
            return False
        nouns = voice_nouns(self.page.pack)
        return not self.printed.kinds(words) and not any(
            stem in nouns for stem in self.page.pack.stems(words)
        )

    def _without_recipient(self, source: Range) -> Range:
        """A Cyrillic name with a Latin one right behind it: "сказал Росс BBC Scotland"."""
        tokens = self.page.tokens(*source)
        for before, token in pairwise(tokens):
            turns = token.text.isascii() and not before.text.isascii()
            if token.capital and before.capital and turns and not self.printed.is_mentioned(before):
                return source[0], before.end
        return source

    def _with_name(self, source: Range) -> Range:
        """A style with the name right behind it, where only the style was taken for the source."""
        tokens = self.page.tokens(source[0], source[1] + _NAME_BEHIND)
        alone = len(tokens) > 1 and tokens[0].end == source[1] and tokens[1].capital
        if alone and self.printed.is_title(tokens[0].text):
            return source[0], min(tokens[1].end, source[1] + _NAME_BEHIND)
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
            self.said.until(begin),
            min(begin, draft.content[0]),
            unnamed=draft.cue is not None,
        )
        if found is not None:
            return self.members.join(found).voice
        last = self.said.last(begin)
        if last is not None or draft.cue is None:
            return last
        before = self.introductions.before(draft.content[0])
        return self.members.join(before[-1]).voice if before else None

    # --- pronouns, surnames, role nouns ---------------------------------------------------------

    def _named_before(self, words: str, at: int) -> Voice | None:
        low = self.page.pack.spelling(words)
        pronouns = anaphora(self.page.pack)
        if low in pronouns.person:
            found = self._person_before(at, low)
            if found is not None or pronouns.gender_of(low) is not None:
                return found or Voice(id=f"{_NOBODY}{low}", name=words, type="unknown")
            return self.said.last(at)
        if low in pronouns.group:
            return self.said.latest(at, lambda voice: voice.type in _SEVERAL)
        if low in pronouns.itself or low in pronouns.anyone:
            return Voice(id=f"{_NOBODY}{low}", name=words, type="unknown")
        return None

    def _person_before(self, at: int, pronoun: str) -> Voice | None:
        """Whom a pronoun means: the person spoken of since the last statement, else its voice."""
        woman = anaphora(self.page.pack).gender_of(pronoun)

        def fits(voice: Voice) -> bool:
            return may_be_person(voice) and self.genders.agrees(voice, woman)

        found = self.introductions.latest_between(
            self.said.until(at), at, lambda who: fits(who.voice), unnamed=True
        )
        if found is not None:
            return self.members.join(found).voice
        last = self.said.last(at)
        if last is not None and not may_be_person(last):
            # "Orn felt well, police said. He …": of whom they spoke.
            since = self.said.until(self.said.until(at) - 1)
            found = self.introductions.latest_between(since, at, lambda who: fits(who.voice))
            if found is not None:
                return self.members.join(found).voice
        voice = self.said.latest(at, fits)
        if voice is not None:
            return voice
        before = [who for who in self.introductions.before(at) if fits(who.voice)]
        return self.members.join(before[-1]).voice if before else None

    def _resolved(self, words: str, source: Range, heading: Range | None) -> Voice:
        resolution = self.world.resolve(words, self.page.pack.code, self.day)
        voice = resolution.voice if resolution else None
        if not self.surnames.isdisjoint(words.split()):
            voice = None
        names = self.printed.keys_of_source(source)
        kinds = self.printed.kinds(words)
        if self._is_newcomer(words) and self.printed.name_range(source) is None:
            # "One of Orn's advisers": the name is another's.
            names = []
        if voice is not None and voice.known:
            return self.members.enter(_as_printed(voice, words), names, kinds, source[0]).voice
        if voice is not None and voice.members:
            members = tuple(_as_printed(member, words) for member in voice.members)
            voice = replace(voice, members=members, name="; ".join(m.name for m in members))
            return self.members.enter(voice, [], kinds, source[0]).voice
        if voice is not None and voice.type == "group":
            return self.members.enter(
                self._under(voice, words, heading), [], kinds, source[0]
            ).voice
        known = self.members.by_name(names, source[0])
        if known is None and self.members.is_body(words):
            known = self.members.body(source[0])
            voice = voice or self._under_own_words(words, source, names, kinds)
            return known.voice if known else self.members.enter(voice, [], kinds, source[0]).voice
        points_back = not names and self._is_single(words, voice)
        if known is None and points_back:
            known = self.members.by_role(kinds, source[0], voice)
            known = known or self.members.latest_person(words, voice)
        if known is None and (voice is None or not voice.country):
            known = self.members.described(words, source, kinds)
        if known is None and points_back:
            known = self.members.by_role(kinds, source[0], voice, nameless=True)
            known = known or self.members.yet_to_come(words, kinds, source[0], voice)
        if known is None and voice is None and not kinds:
            known = self.members.named_now(names, source[0]) or self.members.by_surname(names)
        if known is not None:
            self._name(known, names, source)
            self.members.fill_in(self.members.meet(known, kinds, source[0]), voice)
            return known.voice
        voice = voice or self._under_own_words(words, source, names, kinds)
        return self.members.enter(voice, names, kinds, source[0]).voice

    def _name(self, known: Member, names: NameKeys, source: Range) -> None:
        """Whoever was called by an office or a surname alone has a full name from now on."""
        named = self.printed.name_range(source)
        if named is not None and len(known.names) < 2 <= len(names) and not known.voice.known:
            name = self.page.pack.full_name(self.printed.nominative(named))
            self.members.name(known, names, name)

    def in_the_end(self, voice: Voice | None) -> Voice | None:
        """A voice as the whole page has it: under the fullest name of a person."""
        return self.members.latest(voice) if voice is not None else None

    def _is_newcomer(self, words: str) -> bool:
        """Whether a phrase brings somebody on as new: "a diplomat"."""
        return self.page.pack.spelling(words.split()[0]) in anaphora(self.page.pack).newcomer

    def _is_single(self, words: str, voice: Voice | None) -> bool:
        """Whether a phrase without a name may point back: "the expert", not "two experts".

        Nor "a diplomat": who is brought on as somebody new is nobody named before.
        """
        if self._is_newcomer(words):
            return False
        if voice is not None and voice.country is not None and voice.type != "person":
            return False
        return len(words.split()) <= 4

    # --- entering the cast ----------------------------------------------------------------------

    def _under(self, voice: Voice, words: str, heading: Range | None) -> Voice:
        """A group without a country takes that of the heading it stands under.

        Not "many experts": whoever counts over the heads of a section may mean people elsewhere.
        """
        if voice.country is not None or voice.blocs or heading is None or self._is_world(voice):
            return voice
        phrase = self.world.phrase(words, self.page.pack.code)
        if phrase.lexicon.counts(words.split()[0]):
            return voice
        above = self.printed.mentioned(*heading)
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
        named = self.printed.name_range(source)
        name = self.printed.nominative(named or source)
        kind = self._type_of(words)
        if named is not None or (kinds and kind == "unknown"):
            kind = "person"
            name = self.page.pack.full_name(name)
        elif kind != "unknown":
            # "в министерстве заявили", «құжаттарда»: out of the case it stood in.
            name = self.page.pack.citation(name)
        return Voice(id=f"{kind}:{slug(name)}", name=name, type=kind)

    def _type_of(self, words: str) -> VoiceType:
        """What a phrase without a name is by its head noun: "the statement", "prosecutors"."""
        cutter = self.page.pack.cutter
        single = (
            words.split()
            if cutter is None
            else [words[start:end] for start, end in cutter.pieces(words, 0, len(words))]
        )
        sorts = [sort_of(word.strip('«»"“”,.'), self.page.pack) for word in single]
        if "documents" in sorts:
            return "document"
        if self.world.phrase(words, self.page.pack.code).lexicon.leads_with_names:
            sorts.reverse()
        head = next((sort for sort in sorts if sort is not None), None)
        return _TYPES.get(head or "", "unknown")


_TYPES: dict[str, VoiceType] = {
    "groups": "group",
    "institutions": "institution",
    "media": "institution",
}


def _as_printed(voice: Voice, words: str) -> Voice:
    """An institution keeps its English name where the document prints it so."""
    english = voice.names.get("en")
    if voice.type == "institution" and english and english != voice.name and english in words:
        return replace(voice, name=english)
    return voice
