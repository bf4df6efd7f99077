"""What a verb-second language knows of saying, ready to be looked up."""

from dataclasses import dataclass
from functools import cache

from sholu.language import Pack
from sholu.read.cue import Cue, Form, by_first_word

_FORMS: tuple[Form, ...] = ("finite", "participle", "infinitive", "final")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of a pack that matter here.

    Attributes:
        lists: names of word lists by the words they hold.
        phrases: lists of phrases, longest first, by their name.
        endings: endings of kinds of words.
        cues: first word of a verb of saying to its forms, longest first.
    """

    lists: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    endings: dict[str, tuple[str, ...]]
    cues: dict[str, tuple[Cue, ...]]


_PHRASES = ("according_to", "according_behind", "so_words")


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, made once."""
    speech, people = pack.table("speech"), pack.table("people")
    lists: dict[str, set[str]] = {}
    for table in (speech, people, people.get("nouns", {})):
        for name, entries in table.items():
            if isinstance(entries, (list, tuple)) and name not in ("verbs", *_PHRASES):
                for word in entries:
                    lists.setdefault(word, set()).add(name)
    return Lexicon(
        {word: frozenset(names) for word, names in lists.items()},
        {name: _phrases(speech.get(name, ())) for name in _PHRASES},
        {name: tuple(endings) for name, endings in speech.get("endings", {}).items()},
        _cues(pack),
    )


def _phrases(printed: list[str]) -> tuple[tuple[str, ...], ...]:
    split = [tuple(phrase.lower().split()) for phrase in printed]
    return tuple(sorted(split, key=lambda words: -len(words)))


def _cues(pack: Pack) -> dict[str, tuple[Cue, ...]]:
    return by_first_word(
        Cue(tuple(word.split("_")), form, group["class"], frozenset(group["takes"]))
        for group in pack.table("speech").get("verbs", ())
        for line in group["forms"]
        for form, printed in zip(_FORMS, line.split(";"), strict=False)
        for word in printed.split()
    )
