"""When and where an event happens, and who takes part in it: what most documents tell."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from sholu.model import Dating, Period, Voice
from sholu.review.article import Article
from sholu.review.scenes import Place, Scene

# A longer stretch of time is when something is planned or remembered, not when it happens.
_LONGEST_DAYS = 10
# Days that fewer of the documents give are those of something else.
_FEWEST_DATING = 0.05
_FEWEST_LASTING = 0.1
_MOST_PEOPLE = 4
# A participant is named by this share of the documents that name the first one.
_LEAST_SHARE = 0.2
_LEAST_SHARE_OF_COUNTRIES = 0.5
_CAPITAL_SHARE = 0.3


Days = tuple[str, str]


def choose_days(scenes: Sequence[Scene], *, lasting: bool) -> tuple[Days, ...]:
    """The first and last days of the event as documents give them, one where they are the same.

    Of an event of a few days these are the days most documents give, those inside them speaking
    for them too. Of one that lasts they are the first and the last that many documents give.
    """
    given: defaultdict[Days, set[str]] = defaultdict(set)
    for scene in scenes:
        for dating in scene.dates:
            if dating.start and dating.end and _is_exact(dating):
                given[dating.start, dating.end].add(scene.article.id)
    least = _FEWEST_LASTING if lasting else _FEWEST_DATING
    least *= len({scene.article.id for scene in scenes})
    told = sorted(days for days, documents in given.items() if len(documents) >= least)
    if not told:
        return ()
    if lasting:
        return tuple(dict.fromkeys((told[0], max(told, key=lambda days: days[1]))))
    best = max(sorted(given), key=lambda days: _support(days, given))
    return (best,) if best in told else ()


def period_of(days: Sequence[Days], *, lasting: bool) -> Period | None:
    """From the first of the days to the last; open where of a lasting event one day is told."""
    if not days:
        return None
    is_open = lasting and len(days) == 1 and days[0][0] == days[0][1]
    return Period(start=days[0][0], end=None if is_open else days[-1][1])


def _is_exact(dating: Dating) -> bool:
    """Whether it means a day, or a few that are given by number ("mid-November" does not)."""
    days = _days(dating.start or "", dating.end or "")
    numbered = any(letter.isdigit() for letter in dating.span.text)
    return days == 1 or (numbered and days <= _LONGEST_DAYS)


def _support(days: Days, given: dict[Days, set[str]]) -> tuple[int, int]:
    """Two for each document that gives just these days, one for each that gives some of them."""
    inside = [
        document
        for other, documents in given.items()
        if other != days and days[0] <= other[0] and other[1] <= days[1]
        for document in documents
    ]
    return (2 * len(given[days]) + len(set(inside)), _days(*days))


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days + 1


def choose_place(scenes: Sequence[Scene]) -> Place | None:
    """The place most documents give; of a state and its capital the capital, where told enough."""
    given: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    first: dict[tuple[str, bool], Place] = {}
    for scene in scenes:
        for place in scene.places:
            key = (place.state, place.capital)
            given[key].add(scene.article.id)
            first.setdefault(key, place)
    if not given:
        return None
    by_state: Counter[str] = Counter()
    for (state, _), documents in given.items():
        by_state[state] += len(documents)
    state = max(sorted(by_state), key=lambda name: by_state[name])
    capital = len(given.get((state, True), ()))
    is_capital = capital > 0 and capital >= _CAPITAL_SHARE * by_state[state]
    return first[state, is_capital]


def choose_participants(scenes: Sequence[Scene], articles: Sequence[Article]) -> list[str]:
    """Ids of the known persons most documents name in such sentences, most often named first.

    Who is said to be silent on the event takes no part in it.
    """
    named = [(m.id, scene.article.id) for scene in scenes for m in scene.people]
    return _most_named(named, silent=_silent(articles), share=_LEAST_SHARE)


def choose_countries(scenes: Sequence[Scene], articles: Sequence[Article]) -> list[str]:
    """Ids of the states and blocs that meet, where no person is named: two at the least."""
    named = [(m.id, scene.article.id) for scene in scenes for m in scene.countries]
    found = _most_named(named, silent=_silent(articles), share=_LEAST_SHARE_OF_COUNTRIES)
    return found if len(found) > 1 else []


def _silent(articles: Sequence[Article]) -> set[str]:
    return {v.id for a in articles for silence in a.reading.silences for v in silence.voices}


def _most_named(named: Sequence[tuple[str, str]], *, silent: set[str], share: float) -> list[str]:
    """The first few by the documents that name them, then by the times they are named.

    `named` is an id with a document for every time; left out is who has less than a share of the
    documents of the first.
    """
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for name, document in named:
        if name not in silent:
            documents[name].add(document)
    times = Counter(name for name, _ in named)
    ranked = sorted(documents, key=lambda name: (-len(documents[name]), -times[name], name))
    least = share * len(documents[ranked[0]]) if ranked else 0
    return [name for name in ranked[:_MOST_PEOPLE] if len(documents[name]) > least]


def of_two_sides(people: Sequence[Voice], host: str) -> list[Voice]:
    """Of the people named round a visit those of the host's state and of the first guest's."""
    guest = next((voice.country for voice in people if voice.country not in (None, host)), None)
    return [voice for voice in people if guest is None or voice.country in (host, guest)]
