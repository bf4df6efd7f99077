"""Whether a voice that was found is the one people named."""

import re

from sholu.measure.names import same_name
from sholu.measure.sample_gold import NamedVoice
from sholu.model import Voice

_GROUP = re.compile(r"\b(experts|scientists|analysts|media|leaders|leadership)\b")


def same_voice(wanted: NamedVoice, voice: Voice | None) -> bool:
    """Whether the voice means whom the gold names.

    Several names are compared with the voice's members, a group described in English words by
    where it belongs, everybody else by name in any of the voice's languages.
    """
    if voice is None:
        return False
    names = wanted.name.split("; ")
    if len(names) > 1:
        return len(names) == len(voice.members) and all(
            any(_named(name, member) for member in voice.members) for name in names
        )
    if _GROUP.search(wanted.name):
        return _is_group(voice) and _belongs(wanted, voice)
    return _named(wanted.name, voice)


def same_country(wanted: NamedVoice, voice: Voice | None) -> bool:
    """Whether the voice, or every one of its members, has the country of the gold."""
    if voice is None:
        return False
    if voice.country is None and voice.members:
        return all(member.country == wanted.country for member in voice.members)
    return voice.country == wanted.country


def _named(name: str, voice: Voice) -> bool:
    own = (voice.name, voice.id.replace("-", " "), *voice.names.values())
    return any(same_name(name, other) for other in own)


def _is_group(voice: Voice) -> bool:
    return voice.type in ("group", "institution", "state", "unknown") or bool(voice.members)


def _belongs(wanted: NamedVoice, voice: Voice) -> bool:
    if wanted.bloc is not None:
        return wanted.bloc.lower() in (*voice.blocs, voice.id)
    return same_country(wanted, voice)
