"""When to come back: to a source that answered, to one that did not, to a page."""

from datetime import datetime, timedelta

from sholu.archive import Task, moment
from sholu.collect.fetch import delay
from sholu.model import Attempt, Outcome, Source

_DAY = 86_400.0
# The first wait after an article could not be had, and the longest one, in seconds.
_FIRST_WAIT = 300.0
_LONGEST_WAIT = 6 * 3600.0
# How often an article is tried before it is set aside; what is not named here is tried once,
# because it would be the same the next time.
_TRIES: dict[Outcome, int] = {
    "busy": 8,
    "failed": 8,
    "unreachable": 8,
    "blocked": 3,
    "missing": 2,
    "disallowed": 2,
}
# Articles are corrected within hours of their appearance, seldom later: hours after each visit
# until the next one.
_VISITS = (6, 48)


def next_look(source: Source, failures: int, attempt: Attempt) -> str:
    """When to look at a source again, after a try that left it at so many failures in a row.

    A source that answered is looked at by its rhythm. One that did not is left alone longer with
    every failure, a day at most, and never called earlier than it asks.
    """
    longer = max(0.0, _DAY - source.every)
    wait = source.every + delay(failures, key=source.id, base=float(source.every), cap=longer)
    return _after(attempt, max(wait, float(attempt.wait or 0)))


def next_try(task: Task, attempt: Attempt) -> str | None:
    """When to try an article again that could not be had; null where it is to be set aside."""
    tries = task.tries + 1
    outcome = attempt.outcome
    if outcome == "disallowed" and attempt.status is not None:
        outcome = "failed"  # by a robots.txt that is out of order, not by what it says
    if tries >= _TRIES.get(outcome, 1):
        return None
    # Half of each wait is sure, half is drawn ("equal jitter", Brooker 2015): a server that is out
    # of order for an hour must not use all the tries up.
    steady = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** (tries - 1))
    drawn = delay(tries, key=task.key, base=_FIRST_WAIT, cap=_LONGEST_WAIT)
    backed_off = max(_FIRST_WAIT, (steady + drawn) / 2)
    return _after(attempt, max(backed_off, float(attempt.wait or 0)))


def next_visit(task: Task, attempt: Attempt) -> str | None:
    """When to see whether an article has changed; null where it has settled."""
    if task.visits >= len(_VISITS):
        return None
    return _after(attempt, _VISITS[task.visits] * 3600.0)


def _after(attempt: Attempt, seconds: float) -> str:
    return moment(datetime.fromisoformat(attempt.at) + timedelta(seconds=seconds))
