"""The event that the documents tell of: kind, days, place, participants and outcome.

Each is what most documents tell in sentences with words of that kind of event; what no sentence
tells stays empty.
"""

from collections.abc import Collection, Sequence

from sholu.model import EventCard, Evidence, Period, Span, Voice
from sholu.review.article import Article
from sholu.review.event_kind import (
    choose_kind,
    family,
    is_lasting,
    is_meeting,
    is_visit,
    takes_people,
)
from sholu.review.event_outcome import find_outcome
from sholu.review.event_parts import (
    Days,
    choose_countries,
    choose_days,
    choose_participants,
    choose_place,
    of_two_sides,
    period_of,
)
from sholu.review.event_title import titles
from sholu.review.scenes import Place, Scene, find_scenes
from sholu.world import World

_LANGS = ("en", "kk", "ru")
Claim = tuple[str, str]
# A longer sentence is several that lost their full stops, and what stands in it is not together.
_LONGEST = 600


def find_event(
    articles: Sequence[Article],
    *,
    world: World,
    title: str | None = None,
    copies: Collection[str] = (),
) -> EventCard:
    """The event card; `articles` come by date, `title` is the user's own."""
    read = [a for a in articles if a.lang is not None and a.id not in copies]
    scenes = [scene for article in read for scene in find_scenes(article, world)]
    scenes = [scene for scene in scenes if scene.end - scene.start <= _LONGEST]
    kind = choose_kind(read, scenes)
    told = [scene for scene in scenes if _tells(scene, kind)]
    days = choose_days(told, lasting=is_lasting(kind))
    period = period_of(days, lasting=is_lasting(kind))
    place = choose_place(told)
    participants = _participants(told, read, kind, period, place, world)
    people = [voice.id for voice in participants]
    outcome = find_outcome(scenes, people, period) if kind else []
    names = _place_names(world, place)
    return EventCard(
        title=titles(
            title, kind=kind, period=period, place=names, participants=participants,
            host=place.state if place else None, articles=read or articles,
        ),
        kind=kind,
        period=period,
        place=names,
        participants=participants,
        outcome=tuple(outcome),
        evidence=tuple(_evidence(told, _claims(kind, days, place, people))),
    )  # fmt: skip


def _tells(scene: Scene, kind: str | None) -> bool:
    """Whether the sentence speaks of the event: by its kind, or by what came of it."""
    kinds = family(kind)
    return kind is not None and (
        bool(scene.outcomes) or any(hit.what in kinds for hit in scene.kinds)
    )


def _participants(
    scenes: Sequence[Scene],
    articles: Sequence[Article],
    kind: str | None,
    period: Period | None,
    place: Place | None,
    world: World,
) -> tuple[Voice, ...]:
    """Who takes part, with the offices of the first day."""
    if not takes_people(kind):
        return ()
    on = period.start if period else None
    people = [world.voice(name, "en", on) for name in choose_participants(scenes, articles)]
    if is_visit(kind) and place is not None:
        people = of_two_sides(people, place.state)
    if not people and is_meeting(kind):
        people = [world.voice(name, "en", on) for name in choose_countries(scenes, articles)]
    return tuple(people)


def _place_names(world: World, place: Place | None) -> dict[str, str]:
    """The name of the place in the languages in which the world has one."""
    if place is None:
        return {}
    entry = world.entry(place.state)
    names = getattr(entry, "capital" if place.capital else "names", {})
    return {lang: names[lang][0] for lang in _LANGS if names.get(lang)}


def _claims(
    kind: str | None, days: Sequence[Days], place: Place | None, people: Sequence[str]
) -> set[Claim]:
    """What the card says, as what a sentence may show."""
    claims = {("person", name) for name in people}
    if kind:
        claims.add(("kind", kind))
    claims |= {("days", f"{start}/{end}") for start, end in days}
    if place:
        claims.add(("place", f"{place.state}/{place.capital}"))
    return claims


def _evidence(scenes: Sequence[Scene], claims: set[Claim]) -> list[Evidence]:
    """Few sentences that show all claims, those that show most of what is left first."""
    shown = [(scene, _shown(scene, claims)) for scene in scenes]
    left, found = set(claims), []
    while left and shown:
        scene, spans = max(shown, key=lambda item: len(left & item[1].keys()))
        if not left & spans.keys():
            break
        found.append((scene, Evidence(document=scene.article.id, span=_hull(scene, spans))))
        left -= spans.keys()
    found.sort(key=lambda item: (item[0].article.order, item[0].start))
    return [evidence for _, evidence in found]


def _shown(scene: Scene, claims: set[Claim]) -> dict[Claim, tuple[int, int]]:
    """Which claims the sentence shows, and where."""
    spans: dict[Claim, tuple[int, int]] = {}
    for hit in scene.kinds:
        spans.setdefault(("kind", hit.what), (hit.start, hit.end))
    for mention in (*scene.people, *scene.countries):
        spans.setdefault(("person", mention.id), (mention.span.start, mention.span.end))
    for place in scene.places:
        key = ("place", f"{place.state}/{place.capital}")
        spans.setdefault(key, (place.span.start, place.span.end))
    for dating in scene.dates:
        key = ("days", f"{dating.start}/{dating.end}")
        spans.setdefault(key, (dating.span.start, dating.span.end))
    return {claim: span for claim, span in spans.items() if claim in claims}


def _hull(scene: Scene, spans: dict[Claim, tuple[int, int]]) -> Span:
    """From the first to the last of the words that show the claims, with the event's own word."""
    kinds = [(hit.start, hit.end) for hit in (*scene.kinds[:1], *scene.outcomes)]
    places = [*spans.values(), *kinds]
    start, end = min(first for first, _ in places), max(last for _, last in places)
    return Span.cut(scene.article.text, start, end)
