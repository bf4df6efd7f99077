"""What an expectation foresees, part by part: which act, by whom, where, and of what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sholu.language import available, pack
from sholu.model import Document, Expectation, Mention, Period, Reading, Span, Voice
from sholu.review.act import Act
from sholu.review.acts import find_acts, is_contrary, is_frame
from sholu.review.vocabulary import Word, vocabulary
from sholu.world import World

_ACTORS = frozenset(("person", "institution", "outlet"))
_PLACES = frozenset(("state", "bloc", "region"))
_BOUNDARY = re.compile(r"[,;–—]|\b(?:и|and|а также|затем|then)\b")
_LONGEST_LABEL = 90
GO = "go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that must come about.

    Attributes:
        keys: of the act, any of which will do.
        words: words of content, at their places in the document.
        known: place of a word -> ids of what the world knows by it.
        target: id of the place or body that the act is about; null where none is told apart.
        actors: ids of those who are to act, any of whom will do; empty where nobody is named.
        actor_words: names of an actor the world does not know.
        label: how a review names the part.
    """

    keys: frozenset[str]
    words: tuple[Word, ...]
    known: Mapping[tuple[int, int], str]
    target: str | None
    actors: frozenset[str]
    actor_words: tuple[Word, ...]
    label: str


def parts_of(
    expectation: Expectation, document: Document, reading: Reading, world: World
) -> tuple[Part, ...]:
    """The parts of an expectation; none where no act is told."""
    return _parts(expectation, expectation.content, document, reading, world)


def parts_of_condition(
    expectation: Expectation, document: Document, reading: Reading, world: World
) -> tuple[Part, ...]:
    """The parts of the condition; none where there is no condition."""
    if expectation.condition is None:
        return ()
    bare = replace(expectation, condition=None, due_words=None)
    return _parts(bare, expectation.condition, document, reading, world)


def _parts(
    expectation: Expectation, span: Span, document: Document, reading: Reading, world: World
) -> tuple[Part, ...]:
    lang = reading.lang or ""
    inside = [m for m in reading.mentions if span.contains(m.span)]
    groups = _acts(span, lang)
    actors, actor_words = _actors(expectation, span, inside, lang, world)
    found: list[Part] = []
    for (keys, _), (start, end) in zip(groups, _segments(span, groups, lang), strict=True):
        words = tuple(_words(expectation, span, start, end, reading, lang, groups))
        near = [m for m in inside if start <= m.span.start < end]
        whole = Part(
            keys=keys,
            words=words,
            known={(m.span.start, m.span.end): m.id for m in near},
            target=_target(near) if GO in keys else None,
            actors=actors,
            actor_words=actor_words,
            label=_label(document.text[start:end]),
        )
        listed = _listed(document.text, near, lang)
        if listed:
            found += [_of_place(whole, m, listed, lang, world, reading.published) for m in listed]
        else:
            found.append(whole)
    return tuple(found)


def _acts(span: Span, lang: str) -> list[tuple[frozenset[str], Act]]:
    """The acts that are to come, in order; keys of one verb together."""
    acts = [a for a in find_acts(span.text, lang) if not is_contrary(a) and not is_frame(a)]
    coming = [a for a in acts if a.form in ("coming", "never")]
    ahead = coming or [a for a in acts if a.form == "open"]
    verbs = [a for a in ahead if not a.noun]
    chosen = [a for a in ahead if not a.noun or not _covered(a, verbs)] if verbs else ahead
    groups: dict[int, tuple[set[str], Act]] = {}
    for act in chosen:
        keys, _ = groups.setdefault(act.end, (set(), act))
        keys.add(act.key)
    merged = [(frozenset(keys), act) for keys, act in groups.values()]
    return sorted(merged, key=lambda pair: pair[1].start)


def _covered(noun: Act, verbs: Sequence[Act]) -> bool:
    """Whether a noun of doing only fills out a verb ("go on a visit", "hold talks")."""
    return any(noun.key == verb.key or abs(noun.start - verb.start) < 60 for verb in verbs)


def _segments(
    span: Span, groups: Sequence[tuple[frozenset[str], Act]], lang: str
) -> Iterator[tuple[int, int]]:
    """The stretch of the document that belongs to each act."""
    final = lang in available() and pack(lang).order == "final"
    start = span.start
    for index, (_, act) in enumerate(groups):
        if index + 1 == len(groups):
            yield start, span.end
            return
        if final:
            end = span.start + act.end
        else:
            end = span.start + _boundary(span.text, act.end, groups[index + 1][1].start)
        yield start, end
        start = end


def _boundary(text: str, after: int, before: int) -> int:
    """Where the clause of the next act begins: at the last joint before it."""
    joints = [m.start() for m in _BOUNDARY.finditer(text, after, before)]
    return joints[-1] if joints else before


def _words(
    expectation: Expectation,
    span: Span,
    start: int,
    end: int,
    reading: Reading,
    lang: str,
    groups: Sequence[tuple[frozenset[str], Act]],
) -> Iterator[Word]:
    """Words of content of a stretch, without those of time, strength, condition and the act."""
    aside = [
        s
        for s in (expectation.due_words, expectation.strength_words, expectation.condition)
        if s is not None
    ]
    aside += [d.span for d in reading.dates]
    taken = [(s.start, s.end) for s in aside]
    taken += [(span.start + act.start, span.start + act.end) for _, act in groups]
    text = span.text[start - span.start : end - span.start]
    pointing = tuple(vocabulary(lang).table.get("pointing", ()))
    for word in vocabulary(lang).words(text):
        before = text[: word.start].lower().split()
        if before and before[-1] in pointing:
            continue
        placed = replace(word, start=word.start + start, end=word.end + start)
        if not any(placed.start < last and first < placed.end for first, last in taken):
            yield placed


def _target(near: Sequence[Mention]) -> str | None:
    """Where somebody goes: the last place named."""
    places = [m.id for m in near if m.type in _PLACES]
    return places[-1] if places else None


def _actors(
    expectation: Expectation, span: Span, inside: Sequence[Mention], lang: str, world: World
) -> tuple[frozenset[str], tuple[Word, ...]]:
    """Who is to act: those named, or the voice where it speaks of itself."""
    named = {m.id for m in inside if m.type in _ACTORS}
    voice = expectation.voice
    if voice is not None and _of_itself(span.text, lang):
        return frozenset(named | _ids(voice)), () if voice.known else vocabulary(lang).words(
            voice.name
        )
    return frozenset(named), ()


def _ids(voice: Voice) -> set[str]:
    return {member.id for member in voice.members or (voice,)}


def _of_itself(text: str, lang: str) -> bool:
    """Whether the clause speaks in the first person, by a pronoun or the ending of its verb."""
    table = vocabulary(lang).table
    pronouns, endings = table.get("first_person", ()), tuple(table.get("first_person_endings", ()))
    if any(word in pronouns for word in re.findall(r"[^\W\d_]+", text.lower())):
        return True
    verbs = [text[act.start : act.end].lower() for act in find_acts(text, lang) if not act.noun]
    return bool(endings) and any(verb.endswith(endings) for verb in verbs)


def _listed(text: str, near: Sequence[Mention], lang: str) -> list[Mention]:
    """States named one beside another ("Russia and Uzbekistan"); none within "between A and B"."""
    table = vocabulary(lang).table
    joiners, between = table.get("joiners", ()), table.get("between", ())
    places = [m for m in near if m.type in _PLACES]
    joint = re.compile(rf"\s*(?:,|,?\s*(?:{'|'.join(map(re.escape, joiners)) or ','}))\s*")
    run: list[Mention] = []
    for mention in places:
        if run and joint.fullmatch(text, run[-1].span.end, mention.span.start):
            run.append(mention)
        elif len(run) < 2:
            run = [mention]
    if len(run) < 2 or len({m.id for m in run}) < 2:
        return []
    around = text[max(0, run[0].span.start - 12) : run[0].span.start]
    around += " " + text[run[-1].span.end : run[-1].span.end + 14]
    return [] if any(word in around.lower().split() for word in between) else run


def _of_place(
    whole: Part,
    mention: Mention,
    listed: Sequence[Mention],
    lang: str,
    world: World,
    on: str | None,
) -> Part:
    """The part that concerns one of several places listed."""
    others = {(m.span.start, m.span.end) for m in listed if m is not mention}
    words = tuple(
        word for word in whole.words if not any(start <= word.start < end for start, end in others)
    )
    known = {place: id_ for place, id_ in whole.known.items() if place not in others}
    name = world.voice(mention.id, lang, on).name
    return replace(whole, words=words, known=known, target=mention.id, label=name)


def _label(text: str) -> str:
    """The words of a part, without marks at its ends, cut at a word where they are long."""
    bare = text.strip(' \t\n,;:.–—-«»"“”„')
    bare = re.sub(r"^(?:және|и|and|затем|then)\s+", "", bare)
    if len(bare) <= _LONGEST_LABEL:
        return bare
    return bare[:_LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def due_of(expectation: Expectation, document: Document, reading: Reading) -> Period | None:
    """When it falls due; a clause joined to one before it shares that clause's time."""
    if expectation.due is not None:
        return expectation.due
    start = expectation.content.start
    joiners = vocabulary(reading.lang or "").table.get("joiners", ())
    joint = re.compile(rf"[\s,]*(?:{'|'.join(map(re.escape, joiners)) or ','})?[\s,]*")
    for other in reading.expectations:
        ahead = other.due is not None and other.content.end <= start
        if ahead and joint.fullmatch(document.text, other.content.end, start):
            return other.due
    return None
