"""What a pack's tables say of speech, ready to be looked for in text without spaces."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sholu.language import Finder, Pack

# What stands in the folded text of a line in the place of a quotation, and of brackets.
QUOTED = "\ufffc"
HIDDEN = "\ufffd"
_SPEAKERS = ("roles", "groups", "institutions")
# Who is spoken to is named in no more characters.
LONGEST_HEARER = 40


@dataclass(frozen=True, slots=True)
class Verb:
    """A word of saying. `takes` is what it takes besides quoted words; see `speech.toml`."""

    form: str
    takes: frozenset[str]
    thought: bool = False


class Ends:
    """Words that a text may end in, or begin with; the longest first."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words) - {""}
        self._sizes = sorted({len(word) for word in self._words}, reverse=True)

    def at_end(self, text: str) -> str:
        """The longest of the words that the text ends in; empty where it ends in none."""
        for size in self._sizes:
            if (last := text[-size:]) in self._words:
                return last
        return ""

    def at_start(self, text: str) -> str:
        """The longest of the words that the text begins with; empty where there is none."""
        for size in self._sizes:
            if (first := text[:size]) in self._words:
                return first
        return ""


class Lexicon:
    """The tables `speech.toml` and `people.toml` of one pack."""

    def __init__(self, pack: Pack) -> None:
        speech, people = pack.table("speech"), pack.table("people")
        self.fold = pack.fold
        self.verbs = dict(_verbs(speech["verbs"]))
        # Other words stand among them so that none is found across two: "总统称" holds no "统称".
        others = [*speech["adverbs"], *speech["protected"]]
        others += [noun for sort in _SPEAKERS for noun in people["nouns"][sort]]
        self.cues = Finder([*self.verbs, *speech["blocks"], *others])
        self.tails = Ends(speech["tails"])
        self.not_tails = Ends(speech["not_tails"])
        self.aspects = Ends(speech["aspects"])
        self.negations = Ends(speech["negations"])
        self.double_negations = Ends(speech["double_negations"])
        self.modals = Ends(speech["modals"])
        self.protected = Ends(speech["protected"])
        self.passives = Ends(speech["passives"])
        self.noun_marks = Ends(speech["noun_marks"])
        self.noun_verbs = frozenset(speech["noun_verbs"])
        self.noun_ends = Ends(speech["noun_ends"])
        self.not_noun_ends = Ends(speech["not_noun_ends"])
        self.adverbs = Ends([*speech["adverbs"], *speech["connectives"]])
        self.connectives = Ends(speech["connectives"])
        self.place_openers = frozenset(speech["place_openers"])
        self.hearer_openers = frozenset(speech["hearer_openers"])
        self.act_openers = frozenset(speech["act_openers"])
        openers = self.place_openers | self.hearer_openers | self.act_openers
        self.openers = Finder([*openers, *speech["protected"]])
        self.locatives = Ends(speech["locatives"])
        self.hearers = Ends(speech["hearers"])
        self.feelings = frozenset(speech["feelings"])
        self.matters = tuple(speech["matters"])
        hours = (part for part in speech["dayparts"] if len(part) > 1)
        self.bounds = frozenset([*speech["boundaries"], *hours])
        self.boundaries = Finder([*self.bounds, *speech["protected"]])
        self.surnames = frozenset(people["surnames"])
        self.impersonal = Ends(speech["impersonal"])
        self.according_to = Ends([*speech["according_to"], *speech["as_words"]])
        self.relays = frozenset(speech["relays"])
        self.relay_finder = Finder(
            [*speech["relays"], *speech["papers"], *speech["relay_nouns"], *speech["protected"]]
        )
        self.relay_nouns = frozenset(speech["relay_nouns"])
        self.papers = frozenset(speech["papers"])
        self.written = tuple(people["nouns"]["documents"])
        self.rules = frozenset(speech["rules"])
        self.shown = Ends(speech["shown"])
        self.whose_words: Mapping[str, list[str]] = speech["whose_words"]
        self.whose_openings = frozenset(
            opening[0] for openings in self.whose_words.values() for opening in openings
        )
        self.citing = Finder(speech["citing"])
        self.citing_ends = Ends(speech["citing_ends"])
        self.joiners = frozenset(speech["joiners"])
        self.questions = tuple(speech["questions"])
        self.labels = frozenset(speech["labels"])
        self.name_ends = tuple(speech["name_ends"])
        self.name_starts = tuple(speech["name_starts"])
        self.contrasts = Ends(speech["contrasts"])
        self.also = Ends(speech["also"])
        self.fronted = re.compile(f".{{1,20}}?(?:{'|'.join(speech['fronted'])})(?!的).{{2}}")
        # 新华社巴黎1月7日电（记者…）
        self.dateline = re.compile(rf".{{2,20}}?\d{{1,2}}日[电讯]{HIDDEN}*")
        self.other_verbs = frozenset(speech["other_verbs"])
        self.when_ends = tuple(speech["when_ends"])
        self.pronouns = Ends(people["pronouns"])
        self.kin = Ends(people["kin"])
        self.nobody = frozenset(people["nobody"])
        self.speakers = Finder(noun for sort in _SPEAKERS for noun in people["nouns"][sort])
        self.voices = Ends(entry for nouns in people["nouns"].values() for entry in nouns)
        self.time_at_end, self.time_at_start = _times(speech)


def _verbs(tables: list[Mapping[str, Any]]) -> Iterable[tuple[str, Verb]]:
    for table in tables:
        takes = frozenset(table.get("takes", ()))
        for forms in table["forms"]:
            for form in forms.split():
                yield form, Verb(form, takes, table["class"] == "think")


def _times(speech: Mapping[str, list[str]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Dates and hours, at the end of a text and at its beginning."""
    day, part = "|".join(speech["weekdays"]), "|".join(speech["dayparts"])
    clock = "|".join(speech["clocks"])
    number = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})\s?"
    date = (
        rf"(?:{number}年)?(?:{number}月份?)?\s?(?:{number}[日号])"
        rf"|(?:{number}年)?{number}月份?|\d{{4}}\s?年"
        rf"|{number}(?:多)?(?:个?小时|天|个?星期|周|个?月|年)[之以]?[前后]"
    )
    hour = r"\d{1,2}(?:[:：]\d\d|[时點点](?:\d{1,2}分)?)"
    time = (
        rf"(?:{clock})?(?:(?:{date})(?:[（(]?(?:{day})[）)]?)?|(?:上|本|下)?(?:{day}))"
        rf"(?:{part})?(?:{hour})?|(?:{clock})(?:{part})?(?:{hour})?"
    )
    return re.compile(rf"(?:于|在)?(?:{time})$"), re.compile(rf"(?:在|于)?(?:{time})")


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, made once a process."""
    return Lexicon(pack)
