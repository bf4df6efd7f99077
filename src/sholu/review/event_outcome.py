"""What came of an event: sentences that say what was signed or adopted."""

from collections.abc import Collection, Sequence

from sholu.model import Evidence, Period, Span
from sholu.review.scenes import Scene

_MOST = 3


def find_outcome(
    scenes: Sequence[Scene], people: Collection[str], period: Period | None
) -> list[Evidence]:
    """The best such sentence of each language, by date; those that name who took part first.

    A document from before the event cannot tell it.
    """
    told = [s for s in scenes if s.outcomes and not _too_early(s, period) and _weight(s, people)]
    best: dict[str, Scene] = {}
    for scene in told:
        lang = scene.article.lang or ""
        if lang not in best or _weight(scene, people) > _weight(best[lang], people):
            best[lang] = scene
    chosen = sorted(best.values(), key=lambda s: (s.article.order, s.start))
    return [Evidence(document=s.article.id, span=_words(s)) for s in chosen[:_MOST]]


def _too_early(scene: Scene, period: Period | None) -> bool:
    day = scene.article.day
    return bool(period and period.start and day and day < period.start)


def _weight(scene: Scene, people: Collection[str]) -> int:
    """Two for each participant named, one for each state; an opening sentence counts more.

    Where nobody takes part, only an opening sentence counts.
    """
    named = {m.id for m in (*scene.people, *scene.countries) if m.id in people}
    weight = 2 * len(named) + len({m.id for m in scene.states})
    if not people and not scene.leads:
        return 0
    return weight + 1 if weight and scene.leads else weight


def _words(scene: Scene) -> Span:
    """The sentence without its full stop."""
    end = scene.end
    while end > scene.start and scene.article.text[end - 1] in ".!… ":
        end -= 1
    return Span.cut(scene.article.text, scene.start, end)
