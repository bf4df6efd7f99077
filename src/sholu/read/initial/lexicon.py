"""What a language whose verb of saying stands first knows of saying, ready to be looked up."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from sholu.language import Pack
from sholu.read.cue import Cue, Form, by_first_word


class Word:
    """What a word may be, whatever stands beside it: bits, plain integers for speed."""

    DETERMINER = 1 << 0
    QUANTIFIER = 1 << 1
    PREPOSITION = 1 << 2
    LINKING = 1 << 3
    PLACE = 1 << 4
    AUXILIARY = 1 << 5
    PASSIVE = 1 << 6
    NEGATION = 1 << 7
    ADVERB = 1 << 8
    TIME = 1 << 9
    OPENER = 1 << 10
    RELATIVE = 1 << 11
    COORDINATOR = 1 << 12
    PRONOUN = 1 << 13
    OBJECT = 1 << 14
    POSSESSIVE = 1 << 15
    ROLE = 1 << 16
    DOCUMENT = 1 << 17
    TITLE = 1 << 18
    HEARER = 1 << 19
    COMPLEMENTISER = 1 << 20
    QUESTION = 1 << 21
    AS = 1 << 22
    OF = 1 << 23
    TO = 1 << 24
    NOUN = 1 << 25
    CONTRAST = 1 << 26
    SUBORDINATOR = 1 << 27
    VERB = 1 << 28


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of a pack that matter here.

    The four traits tell languages of this order apart: English has only `opinions`, French and
    Spanish have `inverted` too, Russian and Ukrainian `inverted`, `cases` and `commas`. Where
    `inverted` is false, the reader looks for what such a language has instead: clauses without a
    mark ("said he would"), nouns and participles printed as verbs are ("claims", "asked").

    Attributes:
        words: lower-cased word to what it may be.
        cues: first word of a verb or phrase of saying to its forms, longest first.
        verbs: first words of the verbs among them.
        inverted: whether the source freely follows its verb ("заявил министр", "dijo Roe").
        cases: whether the case of a noun, not its place and article, tells what it is in its
            clause, so that a plural verb needs no subject ("в министерстве заявили").
        commas: whether a comma sets a clause off ("заявил, что").
        opinions: whether a reported opinion is a statement without quoted words too.
        endings: endings of kinds of words ("verb", "adverb", ...).
        backward: words that open a sentence which names the source of the one before it.
        relays: first word of a phrase behind which stands the source that somebody passes on,
            to the phrase's words and whether a reason may stand there instead.
        may_be_verb: whether a lower-cased word with the ending of a verb is one.
        links: small words that a verb's frame or a noun phrase asks for ("fault": "of").
    """

    words: dict[str, int]
    cues: dict[str, tuple[Cue, ...]]
    verbs: frozenset[str]
    inverted: bool
    cases: bool
    commas: bool
    opinions: bool
    endings: dict[str, tuple[str, ...]]
    backward: frozenset[tuple[str, ...]]
    relays: dict[str, tuple[tuple[str, ...], bool]]
    links: dict[str, frozenset[str]]
    may_be_verb: Callable[[str], bool]

    @property
    def prepositional(self) -> bool:
        """Whether the source freely follows its verb, and no case but a preposition tells who
        is spoken to: "a dit à la presse le maire", "dijo el alcalde a la prensa"."""
        return self.inverted and not self.cases


_WORD_LISTS = (
    ("speech", "complementisers", Word.COMPLEMENTISER),
    ("speech", "questions", Word.QUESTION),
    ("speech", "as_words", Word.AS),
    ("speech", "auxiliaries", Word.AUXILIARY),
    ("speech", "passive", Word.PASSIVE),
    ("speech", "negations", Word.NEGATION),
    ("speech", "adverbs", Word.ADVERB),
    ("speech", "times", Word.TIME),
    ("speech", "coordinators", Word.COORDINATOR),
    ("speech", "openers", Word.OPENER),
    ("speech", "relatives", Word.RELATIVE),
    ("speech", "linking", Word.LINKING),
    ("speech", "when_where", Word.PLACE),
    ("speech", "of_words", Word.OF),
    ("speech", "to_words", Word.TO),
    ("speech", "nouns", Word.NOUN),
    ("speech", "contrasts", Word.CONTRAST),
    ("speech", "subordinators", Word.SUBORDINATOR),
    ("speech", "prepositions", Word.PREPOSITION),
    ("speech", "finite", Word.VERB),
    ("people", "pronouns", Word.PRONOUN),
    ("people", "object_pronouns", Word.OBJECT),
    ("people", "possessives", Word.POSSESSIVE),
    ("people", "hearers", Word.HEARER),
    ("people", "determiners", Word.DETERMINER),
    ("people", "quantifiers", Word.QUANTIFIER),
    ("people", "titles", Word.TITLE),
)
_NOUN_LISTS = (
    ("roles", Word.ROLE),
    ("groups", Word.ROLE),
    ("institutions", Word.ROLE),
    ("media", Word.ROLE),
    ("documents", Word.DOCUMENT),
)


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, made once."""
    words: dict[str, int] = {}
    for table, name, word in _WORD_LISTS:
        _mark(words, pack.table(table).get(name, ()), word)
    nouns = pack.table("people").get("nouns", {})
    for name, word in _NOUN_LISTS:
        _mark(words, nouns.get(name, ()), word)
    speech = pack.table("speech")
    cues = _cues(pack)
    return Lexicon(
        words,
        cues,
        frozenset(first for first, forms in cues.items() if any(map(_is_verb, forms))),
        bool(speech.get("inverted", False)),
        bool(speech.get("cases", False)),
        bool(speech.get("commas", False)),
        bool(speech.get("opinions", False)),
        {name: tuple(endings) for name, endings in speech.get("endings", {}).items()},
        frozenset(tuple(opening.split()) for opening in speech.get("backward", ())),
        _relays(speech.get("relays", ()), False)
        | _relays(speech.get("relays_or_reasons", ()), True),
        {name: frozenset(listed) for name, listed in speech.get("links", {}).items()},
        pack.may_be_verb,
    )


def _is_verb(cue: Cue) -> bool:
    return cue.form not in ("phrase", "whose", "impersonal", "noun")


def _relays(listed: Iterable[str], reason: bool) -> dict[str, tuple[tuple[str, ...], bool]]:
    phrases = [_words(printed) for printed in listed]
    return {words[0]: (words, reason) for words in phrases}


def _mark(words: dict[str, int], listed: Iterable[str], word: int) -> None:
    for entry in listed:
        words[entry] = words.get(entry, 0) | word


def _cues(pack: Pack) -> dict[str, tuple[Cue, ...]]:
    speech = pack.table("speech")
    found: list[Cue] = []
    for group in speech.get("verbs", ()):
        takes = frozenset(group["takes"])
        for forms in group["forms"]:
            found += _verb(forms, group["class"], takes)
    for form, name in (
        ("phrase", "according_to"),
        ("whose", "according_to_whose"),
        ("impersonal", "impersonal"),
        ("noun", "said_nouns"),
        ("idle", "idle"),
    ):
        for printed in speech.get(name, ()):
            words = _words(printed)
            found.append(Cue(words, form, "say", frozenset({"clause"})))  # type: ignore[arg-type]
    return by_first_word(found)


# A word that lost its vowel is a word of its own ("d'après"): see `words.py`.
_ELIDED = re.compile(r"\b(c|d|j|l|m|n|s|t|qu)'(?=[^\W\d_])")


def _words(printed: str) -> tuple[str, ...]:
    """The words of a phrase, as tokens."""
    return tuple(_ELIDED.sub(r"\1' ", printed).split())


def _verb(forms: str, sense: str, takes: frozenset[str]) -> list[Cue]:
    """The cues of one line of forms: "finite …; participle …; infinitive …; past participle …"."""
    names: tuple[Form, ...] = ("finite", "participle", "infinitive", "past")
    return [
        Cue(_words(printed.replace("_", " ")), form, sense, takes)
        for form, printed_forms in zip(names, forms.split(";"), strict=False)
        for printed in printed_forms.split()
    ]
