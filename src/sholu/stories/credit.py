"""Whom a text names as the one it is from: "(Reuters) –", "dpa/AFP", «деп хабарлайды Интерфакс».

Words of credit come from the language packs (`credit.toml`, `credits` in `voices.toml`), names
from the world. Only the head and the foot of a text give credit for the whole of it.
"""

import re
from dataclasses import dataclass
from functools import cache

from sholu.language import available, pack
from sholu.model import Span
from sholu.read.voices.carrier import in_credit_line, in_dateline
from sholu.world import Found, World

# Code points at both ends in which credit is looked for.
_HEAD = 600
_FOOT = 300
_DATELINE = 110
# Between the words and the name: «деп хабарлайды "Интерфакс" агенттігі».
_BESIDE = 30
_END_OF_SENTENCE = re.compile(r"[.!?。！？](?=\s|$)|[。！？]|\n")
_BRACKETS = (
    re.compile(r"[(\[（](?P<names>[^()\[\]（）\n]{2,60})[)\]）]"),
    re.compile(r"(?<!\w)/(?P<names>[^/\n]{2,30})/"),
)
_NAME = re.compile(r"[^\s/,;|+](?:[^/,;|+]*[^\s/,;|+])?")
_DASH = re.compile(r"[—–-]\s*$")
_BEHIND_NAME = re.compile(r"[»”\"]?\s*(?:[—–:.]|-\s|\))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An outlet that a text names as its source.

    Attributes:
        outlet: its id.
        span: its name in print.
    """

    outlet: str
    span: Span


def credits(text: str, lang: str, world: World) -> tuple[Credit, ...]:
    """The outlets that a text gives credit to, in order; none in a language without a pack."""
    if lang not in available():
        return ()
    found = []
    for begin, end in _ends(text):
        part = text[begin:end]
        places = _bracketed(part, world, head=begin == 0)
        if _signs(lang).search(part):
            for mention in world.mentions(part, lang):
                if mention.type == "outlet" and _is_credit(part, mention, lang, head=begin == 0):
                    places.append((mention.start, mention.end, mention.id))
        found += [(begin + start, begin + stop, outlet) for start, stop, outlet in places]
    first: dict[str, Credit] = {}
    for start, stop, outlet in sorted(found):
        first.setdefault(outlet, Credit(outlet=outlet, span=Span.cut(text, start, stop)))
    return tuple(first.values())


def credited(text: str, lang: str, world: World, *, own: str | None = None) -> str | None:
    """Id of the first outlet that a text gives credit to, other than the one that printed it."""
    return next((c.outlet for c in credits(text, lang, world) if c.outlet != own), None)


def _ends(text: str) -> list[tuple[int, int]]:
    """Head and foot of a text, which is both where it is short; cut between words."""
    if len(text) <= _HEAD + _FOOT:
        return [(0, len(text))]
    head = text.rfind(" ", 0, _HEAD) + 1 or _HEAD
    foot = text.find(" ", len(text) - _FOOT) + 1 or len(text) - _FOOT
    return [(0, head), (foot, len(text))]


@cache
def _signs(lang: str) -> re.Pattern[str]:
    """A dash or a name at the head, or words of credit: where names are worth looking for."""
    words = (*_said(lang), *pack(lang).table("voices").get("carrier", {}).get("credits", ()))
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\A.{{0,{_DATELINE}}}\s[—–-]\s|\A\S+(?:\s\S+)?\.|{listed}", re.I)


@cache
def _said(lang: str) -> tuple[str, ...]:
    return tuple(pack(lang).table("credit").get("said", ()))


@cache
def _said_beside(lang: str) -> re.Pattern[str]:
    border = "" if pack(lang).order == "unspaced" else r"(?<!\w)"
    return re.compile(border + "(?:" + "|".join(map(re.escape, _said(lang))) + ")", re.I)


def _is_credit(part: str, mention: Found, lang: str, *, head: bool) -> bool:
    last = part.rstrip().rfind("\n") + 1
    if in_credit_line(part, mention, pack(lang), begin=last):
        return True
    if head and (in_dateline(part, mention) or _behind_dash(part, mention)):
        return True
    return _beside_words(part, mention, lang)


def _behind_dash(part: str, mention: Found) -> bool:
    """«АСТАНА, 12 ноя — РИА Новости.», "Reuters - "."""
    if mention.end > _DATELINE or not _BEHIND_NAME.match(part, mention.end):
        return False
    before = part[: mention.start].rstrip('«“"„ ')
    return not before or bool(_DASH.search(before))


def _bracketed(part: str, world: World, *, head: bool) -> list[tuple[int, int, str]]:
    """ "(dpa/AFP)", "/Anadolu/" near the head or as the last words: names that stand alone."""
    found = []
    for brackets in _BRACKETS:
        for match in brackets.finditer(part):
            at_head = head and match.start() <= _DATELINE
            if not at_head and part[match.end() :].strip(" .\n»”*"):
                continue
            for name in _NAME.finditer(match["names"]):
                outlet = world.outlet(name[0])
                if outlet is not None:
                    start = match.start("names") + name.start()
                    found.append((start, start + len(name[0]), outlet.id))
    return found


def _beside_words(part: str, mention: Found, lang: str) -> bool:
    """Whether words of credit stand in the same sentence next to the name."""
    before = _END_OF_SENTENCE.split(part[max(0, mention.start - _BESIDE) : mention.start])[-1]
    behind = _END_OF_SENTENCE.split(part[mention.end : mention.end + _BESIDE], maxsplit=1)[0]
    pattern = _said_beside(lang)
    return bool(pattern.search(before) or pattern.search(behind))
