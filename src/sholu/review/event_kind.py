"""Of what kind an event is."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sholu.review.article import Article
from sholu.review.event_words import event_words
from sholu.review.scenes import Scene

# Kinds that say more exactly what another says.
_SPECIES = {"visit": ("state visit", "official visit", "working visit")}
# What happens in the course of a larger event.
_PARTS = {
    "visit": ("talks", "meeting", "agreement", "forum"),
    "summit": ("talks", "meeting", "agreement"),
    "talks": ("meeting", "agreement"),
    "forum": ("meeting", "agreement"),
    "protests": ("unrest", "strike", "attack", "fire"),
    "war": ("attack", "talks", "ceasefire", "sanctions"),
    "election": ("resignation",),
}
# Kinds in which single persons take part, as against crowds and forces of nature.
_OF_PEOPLE = frozenset(
    ("visit", "summit", "talks", "meeting", "forum", "agreement", "ceasefire", "election", "trial",
     "resignation", *_SPECIES["visit"])
)  # fmt: skip
# Kinds in which states take part where no person is named.
_MEETINGS = frozenset(("summit", "talks", "meeting", "agreement", "ceasefire"))
# Kinds that may go on for weeks.
_LASTING = frozenset(
    ("protests", "unrest", "strike", "war", "ceasefire", "sanctions", "flood", "fire", "trial")
)
_IN_TITLE, _IN_LEAD, _IN_TEXT = 4, 2, 1
_FEWEST_DOCUMENTS = 0.5
_FEWEST_OPENINGS = 0.25
_FEWEST_OPENINGS_OF_FEW = 0.5
_MANY = 5
# A larger event stands for its part where it is told of this often as the part.
_LARGER = 0.3
_EXACT = 0.12


def choose_kind(articles: Sequence[Article], scenes: Sequence[Scene]) -> str | None:
    """The kind most documents tell of, their titles and openings above all; null where few do.

    Half of the documents have to tell of it, one in its title where they have titles, and many
    in their openings, since most news speaks of elections and attacks in passing.
    """
    told = _told(articles, scenes)
    weights: Counter[str] = Counter()
    for (_, kind), weight in told.items():
        weights[kind] += weight
    if not weights:
        return None
    best = max(sorted(weights), key=lambda kind: weights[kind])
    for larger, parts in _PARTS.items():
        if best in parts and weights[larger] >= _LARGER * weights[best]:
            best = larger
    if not _is_told_enough(
        [weight for (_, kind), weight in told.items() if kind == best], articles
    ):
        return None
    return _exact(best, Counter(kind for _, kind in told))


def _is_told_enough(weights: Sequence[int], articles: Sequence[Article]) -> bool:
    """Whether so many documents tell of a kind, so strongly, that it is what they are about."""
    opening = sum(weight >= _IN_LEAD for weight in weights)
    least = _FEWEST_OPENINGS if len(articles) >= _MANY else _FEWEST_OPENINGS_OF_FEW
    titled = any(article.document.title for article in articles)
    return (
        len(weights) >= _FEWEST_DOCUMENTS * len(articles)
        and opening >= least * len(articles)
        and (not titled or _IN_TITLE in weights)
    )


def family(kind: str | None) -> frozenset[str]:
    """The kind with those that say it less and more exactly, and the meetings that are part."""
    if kind is None:
        return frozenset()
    general = next((wide for wide, exact in _SPECIES.items() if kind in exact), kind)
    meetings = {"talks", "meeting"} & set(_PARTS.get(general, ()))
    return frozenset({kind, general, *_SPECIES.get(general, ()), *meetings})


def is_visit(kind: str | None) -> bool:
    """Whether a guest comes to a host."""
    return kind == "visit" or kind in _SPECIES["visit"]


def is_meeting(kind: str | None) -> bool:
    """Whether states meet or agree."""
    return kind in _MEETINGS


def is_lasting(kind: str | None) -> bool:
    """Whether such an event may go on for weeks."""
    return kind in _LASTING


def takes_people(kind: str | None) -> bool:
    """Whether single persons take part in such an event."""
    return kind in _OF_PEOPLE


def _told(articles: Sequence[Article], scenes: Sequence[Scene]) -> dict[tuple[str, str], int]:
    """(document, kind) -> how strongly the document tells of it."""
    strongest: dict[tuple[str, str], int] = {}
    for article in articles:
        for kind in _in_title(article):
            strongest[article.id, kind] = _IN_TITLE
    for scene in scenes:
        weight = _IN_LEAD if scene.leads else _IN_TEXT
        for kind in {wide for hit in scene.kinds for wide in _with_general(hit.what)}:
            key = (scene.article.id, kind)
            strongest[key] = max(weight, strongest.get(key, 0))
    return strongest


def _in_title(article: Article) -> set[str]:
    if article.lang is None or not article.document.title:
        return set()
    hits = event_words(article.lang).kinds(article.document.title)
    return {wide for hit in hits for wide in _with_general(hit.what)}


def _with_general(kind: str) -> list[str]:
    """The kind, and the one that says it less exactly."""
    return [kind, *(wide for wide, exact in _SPECIES.items() if kind in exact)]


def _exact(kind: str, documents: Mapping[str, int]) -> str:
    """The more exact kind that enough of the documents name, else the kind itself."""
    species = [exact for exact in _SPECIES.get(kind, ()) if documents[exact]]
    if not species:
        return kind
    best = max(species, key=lambda exact: documents[exact])
    return best if documents[best] >= _EXACT * documents[kind] else kind
