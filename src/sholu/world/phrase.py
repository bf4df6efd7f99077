"""What stands in the noun phrase of a source: known names, adjectives, nouns, and the rest."""

import re
from collections.abc import Iterable
from functools import cached_property

from sholu.world.names import Found, words_of
from sholu.world.nouns import PEOPLE, Nouns

# Of a language without spaces: what stands between names and nouns, and what may be a name in it.
_STRETCH = re.compile(r"[^\s\0的，、。“”「」『』《》（）()]+")
_HAN = "\u3400-\u9fff"
_UNSPACED_NAME = re.compile(rf"[{_HAN}]{{2,9}}|[{_HAN}]+(?:[·・-][{_HAN}]+)+|[A-Z][\w.'-]+")
_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les", "el"})


class Phrase:
    """One source's words, taken apart. Offsets count code points of `words`.

    Attributes:
        words: the phrase as printed, without blanks and quotation marks around it.
        names: known things named, `adjectives`: states, blocs, regions as adjectives,
        nouns: of the tables of the language; none of the three overlap.
    """

    def __init__(
        self, words: str, names: list[Found], adjectives: list[Found], nouns: Nouns
    ) -> None:
        self.words = words
        self.lexicon = nouns
        self.names = names
        self.nouns = nouns.find(_masked(words, names))
        self.adjectives = _clear_of([*names, *self.nouns], adjectives)

    def named(self, *types: str) -> list[Found]:
        """The known things of these types that are named, in order."""
        return [name for name in self.names if name.type in types]

    def noun(self, *sorts: str) -> Found | None:
        """The head among the nouns of these tables."""
        nouns = [noun for noun in self.nouns if noun.type in sorts]
        return self.lexicon.head_of(self.words, nouns)

    @cached_property
    def places(self) -> list[Found]:
        """States, blocs and regions, as names or adjectives, without those where something is."""
        found = [*self.named("state", "bloc", "region"), *self.adjectives]
        ordered = sorted(found, key=lambda place: place.start)
        here = [place for place in ordered if not self._is_away(place)]
        return here or [place for place in ordered if place.by == "adjective"]

    @cached_property
    def rest(self) -> list[re.Match[str]]:
        """The words that belong to no name, adjective or noun."""
        known = [*self.names, *self.nouns, *self.adjectives]
        if not self.lexicon.spaced:
            return list(_STRETCH.finditer(_masked(self.words, known)))
        return [
            word
            for word in words_of(self.words)
            if not any(k.start <= word.start() < k.end for k in known)
        ]

    @cached_property
    def adds_nothing(self) -> bool:
        """Whether every word of the rest is a filler."""
        return all(self.lexicon.is_filler(word.group()) for word in self.rest)

    @cached_property
    def person_noun(self) -> Found | None:
        """The noun that says what a person is."""
        return self.noun(*PEOPLE)

    @cached_property
    def servant(self) -> Found | None:
        """The noun for one who speaks or works for the person named beside it."""
        return next((n for n in self.nouns if n.type in PEOPLE and self.lexicon.serves(n)), None)

    @cached_property
    def stranger(self) -> str | None:
        """The name of a person the world does not know, as printed; None where there is none.

        It opens the phrase with a comma behind, stands right behind a noun that says what the
        person is, or ends the phrase; two words or more, one only behind certain nouns.
        """
        runs = [run for run in map(_one_script, self._runs()) if run]
        for fits in (self._opens_phrase, self._behind_noun, self._ends_phrase):
            for run in reversed(runs):
                if fits(run) and not self._is_served(run):
                    return self.words[run[0].start() : run[-1].end()]
        return None

    @cached_property
    def opens_with_name(self) -> bool:
        """Whether an unknown name opens the phrase and, behind a comma, the rest explains it."""
        run = next((run for run in self._runs() if run), None)
        if not run or run[0].start() > 0:
            return False
        return self.words[run[-1].end() :].startswith(",")

    @cached_property
    def of_body(self) -> bool:
        """Whether a name ends the phrase behind an outlet's or institution's genitive or a noun.

        "The Quay's Anna Birch" is Anna Birch, "Quay Evening Show" is no person.
        """
        bodies = self.named("outlet", "institution")
        run = next((run for run in reversed([*self._runs()]) if run), None)
        if not bodies or not run or len(run) < 2 or not self._ends_phrase(run):
            return False
        between = self.words[bodies[-1].end : run[0].start()]
        return bodies[-1].end <= run[0].start() and (
            self.lexicon.is_genitive(bodies[-1].words)
            or bool(re.fullmatch(r" [^\W\d_A-Z]+ ", between))
        )

    def leads_on(self, named: Found) -> bool:
        """Whether what is named only tells which other noun is meant ("the Vostrikov campaign")."""
        return self.lexicon.leads_with_names and any(
            self.words[named.end : word.start()] == " "
            and word.group()[0].islower()
            and not self.lexicon.is_filler(word.group())
            and not self.lexicon.joins(word.group())
            for word in self.rest
        )

    @cached_property
    def bare_name(self) -> str | None:
        """The phrase itself where it is nothing but capitalised words that nobody is known by."""
        if self.names or self.nouns or self.adjectives or not 0 < len(self.rest) <= 4:
            return None
        return self.words if all(self._may_be_name(word.group()) for word in self.rest) else None

    def noun_behind(self, named: Found, sort: str) -> Found | None:
        """The noun of a table right behind what is named, in a language that leads with names."""
        if not self.lexicon.leads_with_names:
            return None
        start = named.end + (1 if self.lexicon.spaced else 0)
        behind = (n for n in self.nouns if n.type == sort and n.start == start)
        return next(behind, None)

    def group(self) -> Found | None:
        """The noun for a group that the phrase is about."""
        noun = self.noun("groups")
        return noun if noun and self.lexicon.is_head(self.words, noun, self.rest) else None

    def _behind_noun(self, run: list[re.Match[str]]) -> bool:
        """Whether the run follows a noun for a person with nothing but a space between."""
        for noun in self.nouns:
            if noun.type not in PEOPLE or self.lexicon.is_plural(noun):
                continue
            if not self.lexicon.spaced:
                between = self.words[noun.end : run[0].start()].strip()
                if noun.end <= run[0].start() and not between:
                    return True
            elif self.words[noun.end : run[0].start()] in (" ", ". "):
                return len(run) > 1 or (
                    self.lexicon.names_behind(noun)
                    and len(run[0].group()) > 2
                    and self.words[run[0].end() : run[0].end() + 1] in ("", ",", "'", "’")
                )
        return False

    def _ends_phrase(self, run: list[re.Match[str]]) -> bool:
        """Whether the run is the last of the phrase, but for a title such as «мырза»."""
        tail = self.words[run[-1].end() :].strip()
        last = self.nouns[-1] if self.nouns else None
        if last and last.words == tail and self.lexicon.stands_behind_name(last):
            return True
        if not self.lexicon.spaced:
            return False
        head = self.person_noun
        several = head is not None and head.type == "groups" and self.lexicon.is_plural(head)
        if any(self.lexicon.singles_out(word.group()) for word in self.rest):
            several = False
        return len(run) > 1 and len(tail) <= 2 and not several

    def _opens_phrase(self, run: list[re.Match[str]]) -> bool:
        """Whether the run opens the phrase and a comma closes it."""
        return len(run) > 1 and run[0].start() == 0 and self.words[run[-1].end() :].startswith(",")

    def _is_served(self, run: list[re.Match[str]]) -> bool:
        """Whether the run names the one spoken for ("a spokeswoman for ...")."""
        servant = self.servant
        if servant is None:
            return False
        before = self.words[: run[0].start()]
        return servant.end <= run[0].start() and self.lexicon.hangs_on(before)

    def _is_away(self, place: Found) -> bool:
        """Whether the phrase only says that something is in the place."""
        if place.by == "adjective":
            return False
        if self.lexicon.away_endings and place.words.endswith(self.lexicon.away_endings):
            return True
        return bool(self.lexicon.away.search(self.words[: place.start]))

    def _runs(self) -> Iterable[list[re.Match[str]]]:
        """Stretches of capitalised words of the rest, with nothing else between."""
        run: list[re.Match[str]] = []
        for word in self.rest:
            if run and not re.fullmatch(
                r"[\s.\-'’]{1,2}", self.words[run[-1].end() : word.start()]
            ):
                yield run
                run = []
            if self._may_be_name(word.group()):
                run.append(word)
            else:
                yield run
                run = []
        yield run

    def _may_be_name(self, word: str) -> bool:
        """Whether a word of the rest may be part of a person's name."""
        if not self.lexicon.spaced:
            may_be = _UNSPACED_NAME.fullmatch(word) is not None
        else:
            may_be = word[0].isupper() and not (word.isupper() and len(word) > 2)
        return (
            may_be
            and word.lower() not in _ARTICLES
            and not any(
                test(word)
                for test in (
                    self.lexicon.is_filler,
                    self.lexicon.is_former,
                    self.lexicon.counts,
                    self.lexicon.is_world,
                )
            )
        )


def _one_script(run: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last words of a run that are of one script: behind «Acme» stands another name."""
    for place in range(len(run) - 1, 0, -1):
        if run[place].group()[0].isascii() != run[place - 1].group()[0].isascii():
            return run[place:]
    return run


def _masked(words: str, names: list[Found]) -> str:
    """The phrase with marks that belong to no word in the place of the names."""
    for name in names:
        words = words[: name.start] + "\0" * (name.end - name.start) + words[name.end :]
    return words


def _clear_of(taken: list[Found], found: list[Found]) -> list[Found]:
    """Those found that overlap none of what is taken."""
    return [f for f in found if not any(t.start < f.end and f.start < t.end for t in taken)]
