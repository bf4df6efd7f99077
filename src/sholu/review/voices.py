"""One voice for one speaker, across documents and letters.

A known voice is one by its id. A person the world does not know is the same as another where
the given name and the surname sound alike, or where the surname does and both have the same
office or the same country, and nothing speaks against it. Who has no name at all ("the minister")
is somebody else in every document.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sholu.language import available, pack
from sholu.language.sounds import skeleton
from sholu.model import Voice
from sholu.review.article import Article

_NAME = re.compile(r"[^\W\d_][\w'’ʼ-]*")
# A skeleton of one consonant fits too many names.
_FEWEST_CONSONANTS = 2
_FULL_NAME = 2
Key = tuple[str, str]
Names = list[frozenset[str]]
Told = dict[Key, tuple[Voice, str]]


def merge_voices(articles: Sequence[Article]) -> dict[Key, Voice]:
    """(document, voice id) -> the voice that stands for it in the whole review."""
    told = _told(articles)
    names = {key: _names(voice, lang) for key, (voice, lang) in told.items()}
    voices = {key: voice for key, (voice, _) in told.items()}
    groups = _Groups()
    for key in told:
        groups.add(key)
    for sharing in _sharing_surname(voices, names):
        for position, first in enumerate(sharing):
            for second in sharing[position + 1 :]:
                if _same(voices, names, first, second):
                    groups.join(first, second)
    return _merged(told, names, groups)


def _told(articles: Sequence[Article]) -> Told:
    """Every voice of every document with its language, in order; of one id the longest name."""
    told: Told = {}
    for article in articles:
        for voice in _voices_of(article):
            key = (article.id, voice.id)
            if key not in told or len(voice.name) > len(told[key][0].name):
                told[key] = (voice, article.lang or "")
    return told


def _voices_of(article: Article) -> Iterable[Voice]:
    for statement in article.reading.statements:
        if statement.voice is not None:
            yield statement.voice
    for expected in article.reading.expectations:
        if expected.voice is not None:
            yield expected.voice
    for silence in article.reading.silences:
        yield from silence.voices


def _sharing_surname(
    voices: Mapping[Key, Voice], names: Mapping[Key, Names]
) -> Iterable[list[Key]]:
    """Persons that the world does not know, those together whose last names sound alike."""
    rows: defaultdict[str, list[Key]] = defaultdict(list)
    for key, voice in voices.items():
        if voice.type == "person" and not voice.known and not voice.members and names[key]:
            for sound in sorted(names[key][-1]):
                if len(sound) >= _FEWEST_CONSONANTS:
                    rows[sound].append(key)
    return rows.values()


def _names(voice: Voice, lang: str) -> Names:
    """How each capitalised word of the name sounds, in any of its base forms."""
    stems = pack(lang).stems if lang in available() else None
    return [
        frozenset(skeleton(form) for form in (word, *(stems(word) if stems else ())))
        for word in _NAME.findall(voice.name)
        if word[0].isupper()
    ]


def _same(voices: Mapping[Key, Voice], names: Mapping[Key, Names], one: Key, other: Key) -> bool:
    """Whether two persons with one surname are one."""
    first, second = voices[one], voices[other]
    if first.country and second.country and first.country != second.country:
        return False
    if len(names[one]) > 1 and len(names[other]) > 1:
        return not names[one][0].isdisjoint(names[other][0])
    if one[0] == other[0]:
        return False
    one_country = first.country is not None and first.country == second.country
    one_role = first.role is not None and first.role == second.role
    return one_country or one_role


class _Groups:
    """Keys that mean one, as they come to be joined."""

    def __init__(self) -> None:
        self._head: dict[Key, Key] = {}

    def add(self, key: Key) -> None:
        self._head.setdefault(key, key)

    def head(self, key: Key) -> Key:
        while self._head[key] != key:
            key = self._head[key]
        return key

    def join(self, first: Key, second: Key) -> None:
        self._head[self.head(second)] = self.head(first)


def _merged(told: Told, names: Mapping[Key, Names], groups: _Groups) -> dict[Key, Voice]:
    """The voice of each group: its fullest form, under the id of the earliest."""
    members: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in told:
        members[groups.head(key)].append(key)
    merged: dict[Key, Voice] = {}
    taken: set[str] = set()
    for keys in members.values():
        voice = _one([(*told[key], len(names[key])) for key in keys])
        nameless = max(len(names[key]) for key in keys) < _FULL_NAME
        if _is_stranger(voice) and (nameless or voice.id in taken):
            voice = replace(voice, id=f"{voice.id}@{keys[0][0]}")
        if _is_stranger(voice):
            taken.add(voice.id)
        merged.update(dict.fromkeys(keys, voice))
    return merged


def _is_stranger(voice: Voice) -> bool:
    """Whether only its own words say who it is ("the minister", "she", "Tolman Ergai")."""
    return not (voice.known or voice.members) and voice.type in ("person", "unknown")


def _one(forms: Sequence[tuple[Voice, str, int]]) -> Voice:
    """One voice of several, each with its language and the number of words of its name.

    It has the fullest name, of these the commonest, of these the shortest; in each language the
    same of the forms in it. What any other of them tells besides is added.
    """
    voices = [voice for voice, _, _ in forms]
    if len(set(voices)) == 1:
        return voices[0]
    printed = Counter(voice.name for voice in voices)

    def best(lang: str | None) -> Voice:
        own = [(voice, words) for voice, other, words in forms if lang in (None, other)]
        ranked = [(words, printed[voice.name], -len(voice.name)) for voice, words in own]
        return own[ranked.index(max(ranked))][0]

    fullest = best(None)
    roles = Counter(voice.role for voice in voices if voice.role)
    placed = next((voice for voice in voices if voice.country), fullest)
    langs = sorted({lang for _, lang, _ in forms if lang})
    return replace(
        fullest,
        id=voices[0].id,
        role=fullest.role or (roles.most_common(1)[0][0] if roles else None),
        country=placed.country,
        blocs=placed.blocs,
        names=fullest.names or {lang: best(lang).name for lang in langs},
    )
