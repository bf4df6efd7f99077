"""What of a document tells which happening it is about: title, lead and time."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sholu.language import identify
from sholu.language.sounds import skeleton
from sholu.language.terms import terms
from sholu.model import Document

# Code points of the text that count as its lead: what is told lower down is background.
_LEAD = 600
# A word with a capital that does not begin a sentence, or is written in capitals.
_NAME = re.compile(
    r"(?<![.!?…:»”\"\n] )(?<!^)(?<![\n«“\"])\b[^\W\d_a-zа-яё][^\W\d_]+", re.MULTILINE
)
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,   ]*")
# A name of fewer consonants sounds like too many others.
_SHORTEST_NAME = 3
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is compared of a document.

    Attributes:
        hours: since 1970, of publication; null where no day is given.
        words: base forms of title and lead, with how often they stand there.
        names: consonants of the names in it, the same in three scripts ("trmp").
        numbers: as digits alone.
        embedded: the words whose meaning is compared.
    """

    id: str
    lang: str
    hours: float | None
    words: Mapping[str, int]
    names: frozenset[str]
    numbers: frozenset[str]
    embedded: str


def sketch(document: Document) -> Sketch:
    """The sketch of a document."""
    title, lead = document.title or "", document.text[:_LEAD]
    lang = document.lang or identify(f"{title}\n{document.text[:2000]}")
    whole = f"{title}\n{lead}"
    words = Counter((term.stems or (term.surface,))[0] for term in terms(whole, lang))
    return Sketch(
        id=document.id,
        lang=lang,
        hours=_hours(document.published),
        words=words,
        names=_names(whole),
        numbers=_numbers(whole),
        embedded=f"{title}\n{document.text}".strip()[:256],
    )


def _names(text: str) -> frozenset[str]:
    found = (skeleton(match[0])[:_LONGEST_NAME] for match in _NAME.finditer(text))
    return frozenset(sound for sound in found if len(sound) >= _SHORTEST_NAME)


def _numbers(text: str) -> frozenset[str]:
    """Numbers of two digits and more, however their thousands are set apart."""
    found = ("".join(c for c in match[0] if c.isdigit()) for match in _NUMBER.finditer(text))
    return frozenset(digits for digits in found if len(digits) > 1)


def _hours(published: str | None) -> float | None:
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    # A day without a time stands for its noon.
    noon = 12.0 if len(published) == len("2025-11-15") else 0.0
    return moment.timestamp() / 3600 + noon
