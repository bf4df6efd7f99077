"""What came of a look or a fetch, written into the archive in one transaction."""

from dataclasses import dataclass
from typing import Any

from sholu.archive import Transaction
from sholu.model import Attempt, Collected, DocumentError
from sholu.watch.schedule import next_look, next_try, next_visit
from sholu.watch.work import Fetched, Look

_WELL = ("read", "unchanged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What one step added to the archive, and what went wrong in it, in words."""

    named: int = 0
    new: int = 0
    changed: int = 0
    problem: str | None = None


def keep_look(transaction: Transaction, found: Look) -> Brought:
    """Note what a source named and how it is; its validators only together with that."""
    source, first = found.due.source, found.tries[0]
    numbers = [transaction.record(one, source=source.id) for one in found.tries]
    brought = Brought()
    if found.page is not None:
        brought = _keep(transaction, found.page, first, source.id, numbers[0])
    # What stood in a sitemap without dates before the watch began may be years old.
    fetch = found.dated or not found.due.first
    named = transaction.queue(found.links, source=source.id, at=first.at, fetch=fetch)
    well = first.outcome in _WELL
    failures = 0 if well else found.due.failures + 1
    values: dict[str, Any] = {
        "tried": first.at,
        "outcome": first.outcome,
        "reason": first.reason,
        "failures": failures,
        "due": next_look(source, failures, first),
    }
    if well:
        values["succeeded"] = first.at
    if named or brought.new:
        values["brought"] = first.at
    if found.validators is not None:
        values["etag"] = found.validators.etag
        values["last_modified"] = found.validators.last_modified
    if found.kind is not None:
        values["kind"] = found.kind
    transaction.settle(source.id, **values)
    problem = None if well else f"{source.address}: {first.reason}"
    return Brought(named=named, new=brought.new, changed=brought.changed, problem=problem)


def keep_fetched(transaction: Transaction, found: Fetched) -> Brought:
    """Keep an article, or note why it could not be had and when to try again."""
    task, last = found.task, found.tries[-1]
    numbers = [transaction.record(one, source=task.source) for one in found.tries]
    reason = last.reason or last.outcome
    if found.found is not None:
        try:
            brought = _keep(transaction, found.found, last, task.source, numbers[-1])
        except DocumentError as error:
            transaction.quarantine(task, outcome="unreadable", reason=error.reason)
            return Brought(problem=str(error))
        # Whose page is not to be had is not asked for it again: the feed tells when it changes.
        again = next_visit(task, last) if found.found.origin == "page" else None
        transaction.finish(task, again=again)
        return brought
    if until := next_try(task, last):
        transaction.put_off(task, until=until, outcome=last.outcome, reason=reason)
        return Brought()
    transaction.quarantine(task, outcome=last.outcome, reason=reason)
    # What is kept already and was taken down since is no trouble.
    return Brought(problem=None if task.visits else f"{task.link.address}: {reason}")


def _keep(
    transaction: Transaction, found: Collected, tried: Attempt, source: str | None, number: int
) -> Brought:
    kept = transaction.keep(found, at=tried.at, source=source, attempt=number)
    return Brought(new=kept.fate == "new", changed=kept.fate == "changed")
