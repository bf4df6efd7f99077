"""Who has been brought on so far, and whom a name, a role noun or a description means."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice

from sholu.model import Voice
from sholu.read.draft import Range
from sholu.read.page import QUOTED, WORD, Page
from sholu.read.voices.belongings import without_belongings
from sholu.read.voices.descriptions import describes_somebody
from sholu.read.voices.gender import Genders
from sholu.read.voices.introductions import Introductions, Member
from sholu.read.voices.people import anaphora, determiners, is_given_name, role_of
from sholu.read.voices.printed import NameKeys
from sholu.world import World

# Nouns of people who explain: a text calls the same person now one, now another.
_SCHOLARS = frozenset(
    {"experts", "analysts", "political-scientists", "economists", "historians", "scientists"}
)
# Every style and title is of this kind: "Mr", "chairman".
_NO_TRADE = frozenset({"titles"})
# How many of those met last are asked whether a name or a role means them.
_MANY = 80
# Between a statement and a description of who made it.
_NEAR_LINES = 2
_NEAR = 300
# How far behind an office its holder may be named, and in which first lines a trade stands so.
_AHEAD = 2500
_OPENING_LINES = 2
# How many words a full name has at least.
_FULL = 2
# How many words a verb of saying may have between a quotation and who said it.
_LONGEST_CUE = 4


@dataclass(slots=True)
class Said:
    """Where each statement so far ends, its cue and source with it, and whose voice it has."""

    _ends: list[int] = field(default_factory=list)
    _voices: list[tuple[int, Voice]] = field(default_factory=list)

    def add(self, end: int, voice: Voice | None) -> None:
        """Keep a statement; null where nobody is known to have made it."""
        self._ends.append(end)
        if voice is not None:
            self._voices.append((end, voice))

    def until(self, at: int) -> int:
        """Where the last statement before an offset ends."""
        return next((end for end in reversed(self._ends) if end <= at), 0)

    def last(self, at: int) -> Voice | None:
        """The voice of the last statement before an offset whose voice is known."""
        return self.latest(at, lambda voice: True)

    def latest(self, at: int, fits: Callable[[Voice], bool]) -> Voice | None:
        """The last voice before an offset that fits, of those heard not long before."""
        for end, voice in self._voices[: -_MANY - 1 : -1]:
            if end <= at and fits(voice):
                return voice
        return None


@dataclass(eq=False)
class Members:
    """The cast of one page so far.

    Attributes:
        all: in the order in which they were first met; nobody leaves, and no voice's id changes.
    """

    introductions: Introductions
    genders: Genders
    said: Said
    all: list[Member] = field(default_factory=list)
    # The same by identity, whoever was met last at the end, and by the id of the voice: the first
    # one who has it.
    _met: dict[int, Member] = field(default_factory=dict)
    _by_voice: dict[str, Member] = field(default_factory=dict)

    @property
    def _page(self) -> Page:
        return self.introductions.page

    @property
    def _world(self) -> World:
        return self.introductions.world

    def by_name(self, names: NameKeys, at: int) -> Member | None:
        """Who was met last before an offset under a name, whole or in part."""
        if not names:
            return None
        words = frozenset().union(*names)
        for who in (*reversed(self.all[-_MANY:]), *reversed(self.introductions.before(at))):
            if not words.isdisjoint(who.words) and _same_name(names, who.names):
                return self.join(who)
        return None

    def by_role(
        self, kinds: set[str], at: int, voice: Voice | None, *, nameless: bool = False
    ) -> Member | None:
        """Who was met last before an offset as one of such a kind, in no other country.

        Somebody with a name; or, `nameless`, known by country and trade alone.
        """
        if not kinds:
            return None
        country = voice.country if voice else None
        shared: Member | None = None
        alike: Member | None = None
        for who in (*self.introductions.before(at), *self.all[-_MANY:]):
            told = who.voice.country is not None if nameless else bool(who.names)
            if who.voice.type not in ("person", "unknown") or not told:
                continue
            if country and who.voice.country and country != who.voice.country:
                continue
            if same_trade(kinds, who.kinds):
                shared = _later(shared, who)
            elif kinds & _SCHOLARS and who.kinds & _SCHOLARS:
                alike = _later(alike, who)
        found = shared or alike
        return self.join(found) if found is not None else None

    def yet_to_come(
        self, words: str, kinds: set[str], at: int, voice: Voice | None
    ) -> Member | None:
        """Who is brought on a little later as one of such a kind: an office before its holder.

        The only one in an office of a state; at the head of the text, in any one trade.
        """
        office = voice is not None and voice.role is not None
        opening = self._page.text.count("\n", 0, at) <= _OPENING_LINES
        if not (office or opening) or not self._is_singular(words):
            return None
        country = voice.country if voice else None
        found: Member | None = None
        for who in self.introductions.after(at, at + _AHEAD):
            known = who.voice.country
            if not (kinds & who.kinds) - _NO_TRADE or (country and known and known != country):
                continue
            if found is not None and found is not who:
                return None
            found = who
        return self.join(found) if found is not None else None

    def by_surname(self, names: NameKeys) -> Member | None:
        """Whose surname a longer name begins with: "Orn Norvik" where Norvik begins the rest.

        Where no verb stands between a subject and what follows it, the two may be read as one.
        """
        if len(names) < _FULL or self._page.pack.order != "final":
            return None
        for who in reversed(self.all[-_MANY:]):
            if len(who.names) >= _FULL and may_be_person(who.voice) and who.names[-1] & names[0]:
                return who
        return None

    def named_now(self, names: NameKeys, at: int) -> Member | None:
        """Who was called by an office alone in the opening lines and is named right behind.

        "Norvik's foreign minister said … Rita Orn said …": a full name that nothing explains.
        """
        last = self.said.last(at)
        who = self._by_voice.get(last.id) if last is not None else None
        if who is None or who.names or who.voice.role is None or len(names) < _FULL:
            return None
        if self._page.text.count("\n", 0, at) > _OPENING_LINES or self._is_far(who.seen, at):
            return None
        return who

    def _is_singular(self, words: str) -> bool:
        """Whether a phrase has a role noun in the singular."""
        spelled = self._page.pack.spelling(words).split()
        return any(role_of(word, self._page.pack) is not None for word in spelled)

    def name(self, who: Member, names: NameKeys, name: str) -> None:
        """Give somebody of the cast a name, or a fuller one."""
        who.names, who.words = names, frozenset().union(*names)
        who.voice = replace(who.voice, name=name, type="person")

    def latest(self, voice: Voice) -> Voice:
        """A voice as the page has it in the end: under the fullest name of a person."""
        who = self._by_voice.get(voice.id)
        return who.voice if who is not None and voice.type in ("person", "unknown") else voice

    @property
    def _offices(self) -> frozenset[str]:
        """Kinds of offices of a state."""
        return frozenset(self._page.pack.table("groups").get("offices", ()))

    def latest_person(self, words: str, voice: Voice | None) -> Member | None:
        """A bare role noun in the singular, of whatever trade: the person who spoke last.

        Not an office: "the minister" is no president.
        """
        if self._page.pack.cutter is not None and not words.startswith(
            tuple(anaphora(self._page.pack).definite)
        ):
            return None
        small = determiners(self._page.pack)
        nouns = [word for word in words.lower().split() if word not in small]
        if voice is not None or len(nouns) != 1 or self.introductions.printed.is_office(words):
            return None
        if role_of(nouns[0], self._page.pack) is None:
            return None
        latest = islice(reversed(self._met.values()), _MANY)
        spoken = [who for who in latest if who.names and may_be_person(who.voice)]
        return max(spoken, key=lambda who: who.seen, default=None)

    def is_body(self, words: str) -> bool:
        """Whether a phrase is one noun that means a body named before: "the company"."""
        pack = self._page.pack
        pronouns, small = anaphora(pack), determiners(pack) | anaphora(pack).definite
        spelled = [word for word in pack.spelling(words).split() if word not in small]
        if len(spelled) != 1 or (pronouns.definite and len(words.split()) == 1):
            return False
        return any(stem in pronouns.bodies for stem in (spelled[0], *pack.stems(spelled[0])))

    def body(self, at: int) -> Member | None:
        """The body that spoke last before an offset, or what may be one: a name and no more."""
        last = self.said.latest(at, self._may_be_body)
        return self._by_voice.get(last.id) if last is not None else None

    def _may_be_body(self, voice: Voice) -> bool:
        if voice.type == "institution":
            return True
        who = self._by_voice.get(voice.id)
        if who is None or not who.names or who.kinds - _NO_TRADE or voice.known:
            return False
        given = is_given_name(voice.name.split()[0], self._page.pack)
        return len(who.names) > 1 and not given and self.genders.of(voice) is None

    def described(self, words: str, source: Range, kinds: set[str]) -> Member | None:
        """Whom a description means: who was spoken of since the last statement, or spoke last."""
        lexicon = self._world.phrase(words, self._page.pack.code).lexicon
        tokens = self._page.tokens(*without_belongings(self._page, source))
        if not describes_somebody(tokens, self._page.pack, names_lead=lexicon.leads_with_names):
            return None
        woman = self.genders.shown(words, None)

        def fits(who: Member) -> bool:
            alike = self.genders.agrees(who.voice, woman)
            return may_be_person(who.voice) and bool(who.names) and alike

        def agrees(who: Member) -> bool:
            return not who.kinds or not kinds or same_trade(kinds, who.kinds)

        since = self.said.until(source[0])
        found = self.introductions.latest_between(since, source[0], fits)
        if found is not None:
            return self.join(found) if agrees(found) else None
        last = self.said.last(source[0])
        spoken = self._by_voice.get(last.id) if last is not None else None
        if spoken is None or not fits(spoken) or self._is_far(since, source[0]):
            return None
        if agrees(spoken) or (self._opens_sentence(source[0]) and not kinds & self._offices):
            return spoken
        return None

    def _opens_sentence(self, at: int) -> bool:
        """Whether nothing but a quotation and its verb stands before an offset in its sentence."""
        printed = self.introductions.printed
        number = bisect_right(printed.starts, at) - 1
        if number < 0:
            return True
        before = [token for token in printed.sentences[number].tokens if token.start < at]
        quoted = [place for place, token in enumerate(before) if token.kind == QUOTED]
        words = before[quoted[-1] :] if quoted else before
        words = [token for token in words if token.kind == WORD]
        return len(words) <= (_LONGEST_CUE if quoted else 0)

    def _is_far(self, since: int, at: int) -> bool:
        """Whether more than a sentence or two stand between two offsets."""
        return self._page.text.count("\n", since, at) > _NEAR_LINES or at - since > _NEAR

    def enter(self, voice: Voice, names: NameKeys, kinds: set[str], at: int) -> Member:
        """Bring a voice on, or meet it once more."""
        kinds = kinds | self.introductions.printed.offices(voice)
        known = self._by_voice.get(voice.id)
        if known is not None:
            return self.meet(known, kinds, at)
        return self._bring_on(Member(voice, names, kinds, at))

    def meet(self, who: Member, kinds: set[str], at: int) -> Member:
        """Meet somebody of the cast once more, as one of these kinds."""
        who.kinds |= kinds
        who.seen = at
        self._met[id(who)] = self._met.pop(id(who), who)
        return who

    def join(self, who: Member) -> Member:
        """Bring somebody on; who is in the cast already under the same name stays one."""
        if id(who) in self._met:
            return who
        for member in reversed(self.all[-_MANY:]):
            shared = not member.words.isdisjoint(who.words) and may_be_person(member.voice)
            same = shared and _same_name(member.names, who.names)
            if same or member.voice.id == who.voice.id:
                member.kinds |= who.kinds
                return member
        return self._bring_on(who)

    def _bring_on(self, who: Member) -> Member:
        self.all.append(who)
        self._met[id(who)] = who
        self._by_voice.setdefault(who.voice.id, who)
        return who

    def fill_in(self, who: Member, voice: Voice | None) -> None:
        """Add the country of a voice to somebody of whom none was known."""
        if voice is not None and who.voice.country is None and voice.country is not None:
            who.voice = replace(who.voice, country=voice.country, blocs=voice.blocs)


def _later(one: Member | None, other: Member) -> Member:
    """Of two the one met later, the second where both were met at once."""
    return one if one is not None and one.seen > other.seen else other


def same_trade(kinds: set[str], others: set[str]) -> bool:
    """Whether two sets of kinds share one; "the minister" may be a minister of anything."""
    if (kinds & others) - _NO_TRADE:
        return True
    ministers = {"minister", "ministers"}
    return bool(kinds & ministers) and any(kind.endswith("minister") for kind in others)


def may_be_person(voice: Voice) -> bool:
    """Whether it is a person, or nothing is known of it but what may be a name."""
    if voice.type == "unknown":
        return all(word[:1].isupper() for word in voice.name.split())
    return voice.type == "person"


def _same_name(names: NameKeys, others: NameKeys) -> bool:
    """Whether the shorter name's words all stand in the longer one, its last word among them."""
    if not names or not others:
        return False
    short, long = sorted((names, others), key=len)
    if not all(any(word & other for other in long) for word in short):
        return False
    return bool(short[-1] & long[-1]) or len(short) > 1 or bool(short[0] & long[0])
