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

from sholu.model import Voice
from sholu.review.article import Article
from sholu.review.letters import skeleton

_NAME = re.compile(r"[^\W\d_][\w'’ʼ-]*")
# A skeleton of one consonant fits too many names.
_FEWEST_CONSONANTS = 2
_FULL_NAME = 2
Key = tuple[str, str]


def merge_voices(articles: Sequence[Article]) -> dict[Key, Voice]:
    """(document, voice id) -> the voice that stands for it in the whole review."""
    told = _told(articles)
    groups = _Groups()
    for key in told:
        groups.add(key)
    for same in _sharing_surname(told).values():
        for position, first in enumerate(same):
            for second in same[position + 1 :]:
                if first != second and _same(told[first], told[second], first[0] == second[0]):
                    groups.join(first, second)
    return _merged(told, groups)


def _told(articles: Sequence[Article]) -> dict[Key, Voice]:
    """Every voice of every document, in order; of one id in one document the fullest."""
    told: dict[Key, Voice] = {}
    for article in articles:
        for voice in _voices_of(article):
            key = (article.id, voice.id)
            if key not in told or len(voice.name) > len(told[key].name):
                told[key] = voice
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


def _sharing_surname(told: Mapping[Key, Voice]) -> dict[str, list[Key]]:
    """Persons that the world does not know, by the skeleton of their last name."""
    rows: defaultdict[str, list[Key]] = defaultdict(list)
    for key, voice in told.items():
        if voice.type == "person" and not voice.known and not voice.members:
            names = _names(voice)
            if names and len(names[-1]) >= _FEWEST_CONSONANTS:
                rows[names[-1]].append(key)
    return dict(rows)


def _names(voice: Voice) -> list[str]:
    """Skeletons of the capitalised words of the name."""
    return [skeleton(word) for word in _NAME.findall(voice.name) if word[0].isupper()]


def _same(first: Voice, second: Voice, in_one_document: bool) -> bool:
    """Whether two persons with one surname are one."""
    if first.country and second.country and first.country != second.country:
        return False
    mine, theirs = _names(first), _names(second)
    if len(mine) > 1 and len(theirs) > 1:
        return mine[0] == theirs[0]
    if in_one_document:
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


def _merged(told: Mapping[Key, Voice], groups: _Groups) -> dict[Key, Voice]:
    """The voice of each group: its fullest form, under the id of the earliest."""
    members: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in told:
        members[groups.head(key)].append(key)
    merged: dict[Key, Voice] = {}
    for keys in members.values():
        voice = _one([told[key] for key in keys])
        if len(keys) == 1 and _is_nameless(voice):
            voice = replace(voice, id=f"{voice.id}@{keys[0][0]}")
        merged.update(dict.fromkeys(keys, voice))
    return merged


def _is_nameless(voice: Voice) -> bool:
    """Whether its words mean another speaker in every document ("the minister", "she")."""
    if voice.known or voice.members or voice.country or voice.type not in ("person", "unknown"):
        return False
    return len(_names(voice)) < _FULL_NAME


def _one(voices: Sequence[Voice]) -> Voice:
    """One voice of several: the fullest name, with what any of them tells besides."""
    if len(set(voices)) == 1:
        return voices[0]
    fullest = max(voices, key=lambda voice: len(_names(voice)))
    roles = Counter(voice.role for voice in voices if voice.role)
    countries = [voice.country for voice in voices if voice.country]
    blocs = next((voice.blocs for voice in voices if voice.country), fullest.blocs)
    return replace(
        fullest,
        id=voices[0].id,
        role=fullest.role or (roles.most_common(1)[0][0] if roles else None),
        country=fullest.country or (countries[0] if countries else None),
        blocs=fullest.blocs or blocs,
    )
