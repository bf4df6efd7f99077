"""What became of each expectation, by what later documents tell.

A settlement rests on words: the act itself told as done or denied, by those who were to act, at
the place and of the matter that the expectation names, at a time that fits. Likeness of meaning
alone settles nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sholu.model import (
    Dating,
    Document,
    Evidence,
    Expectation,
    Reading,
    Settlement,
    SettlementStatus,
)
from sholu.review.act import Act
from sholu.review.acts import is_contrary
from sholu.review.foreseen import Part, due_of, parts_of, parts_of_condition
from sholu.review.matching import Found, Measure
from sholu.review.told import Archive, Told
from sholu.stories.words import words_of
from sholu.world import World

Progress = Callable[[str, int, int], None]

_MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What became of a part: sentences that tell it done, and those that tell the contrary."""

    part: Part
    done: tuple[Found, ...]
    contrary: tuple[Found, ...]

    @property
    def is_done(self) -> bool:
        """Done, unless what tells the contrary is later and says as much of the matter."""
        if not self.done or not self.contrary:
            return bool(self.done)
        last = max(f.told.day for f in self.done)
        cover = max(f.cover for f in self.done)
        return not any(f.told.day > last and f.cover >= cover for f in self.contrary)

    @property
    def is_contrary(self) -> bool:
        return bool(self.contrary) and not self.is_done


def settle(
    foreseen: Sequence[tuple[str, str | None, Expectation]],
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    *,
    world: World,
    progress: Progress | None = None,
) -> tuple[Settlement, ...]:
    """What became of each expectation, in the order given; the documents' order plays no part.

    Args:
        foreseen: document id, its day of publication, the expectation.
        documents: all documents of the review; only those of a later day are evidence.
        readings: by document id.
    """
    archive = Archive(documents, readings, world)
    by_id = {document.id: document for document in documents}
    settled = []
    for number, (document_id, day, expectation) in enumerate(foreseen, start=1):
        document, reading = by_id[document_id], readings[document_id]
        expectation = replace(expectation, due=due_of(expectation, document, reading))
        settled.append(_settle(expectation, day, document, reading, archive, world))
        if progress is not None:
            progress("settlement", number, len(foreseen))
    return tuple(settled)


def _settle(
    expectation: Expectation,
    day: str | None,
    document: Document,
    reading: Reading,
    archive: Archive,
    world: World,
) -> Settlement:
    if day is None or archive.last_day is None or day[:10] >= archive.last_day:
        return _nothing(expectation, archive, later=False)
    day = day[:10]
    parts = parts_of(expectation, document, reading, world)
    against_the_act = expectation.negated or expectation.strength == "unlikely"
    outcomes = [_outcome(part, expectation, day, reading, archive, world) for part in parts]
    if against_the_act:
        outcomes = [_turned(outcome, part) for outcome, part in zip(outcomes, parts, strict=True)]
    if any(o.is_done or o.is_contrary for o in outcomes):
        return _told(outcomes)
    void = _void(expectation, day, document, reading, archive, world)
    return void or _nothing(expectation, archive, later=True)


def _turned(outcome: _Outcome, part: Part) -> _Outcome:
    """What it comes to for somebody who said that it would not happen.

    That it never will is the same foretold once more, and no evidence.
    """
    denied = tuple(
        found
        for found in outcome.contrary
        if any(act.key in part.keys and act.form == "undone" for act in found.told.acts)
    )
    return _Outcome(part=part, done=denied, contrary=outcome.done)


def _told(outcomes: Sequence[_Outcome]) -> Settlement:
    """The settlement of parts of which at least one was told of."""
    done = [o for o in outcomes if o.is_done]
    rest = [o for o in outcomes if not o.is_done]
    status: SettlementStatus
    if done:
        status, reason = ("partly fulfilled", "done-in-part") if rest else ("fulfilled", "done")
    else:
        status, reason = "contradicted", "contrary"
    return Settlement(
        status=status,
        reason=reason,
        found=_labels(done),
        missing=_labels(rest),
        evidence=_evidence(f for o in done for f in o.done[:_MOST_EVIDENCE]),
        against=_evidence(f for o in outcomes for f in o.contrary[:_MOST_EVIDENCE]),
    )


def _nothing(expectation: Expectation, archive: Archive, *, later: bool) -> Settlement:
    """No words settle it: not yet due, or no evidence."""
    due = expectation.due
    last = (due.end or due.start) if due else None
    if last is not None and archive.last_day is not None and last > archive.last_day:
        return Settlement(status="not yet due", reason="not-yet-due")
    reason = "no-evidence" if later else "no-later-documents"
    return Settlement(status="no evidence", reason=reason)


def _void(
    expectation: Expectation,
    day: str,
    document: Document,
    reading: Reading,
    archive: Archive,
    world: World,
) -> Settlement | None:
    """Void where later words say that the condition did not come about."""
    for part in parts_of_condition(expectation, document, reading, world):
        outcome = _outcome(part, expectation, day, reading, archive, world)
        if outcome.is_contrary:
            return Settlement(
                status="void",
                reason="void",
                missing=(part.label,),
                against=_evidence(outcome.contrary[:_MOST_EVIDENCE]),
            )
    return None


def _outcome(
    part: Part,
    expectation: Expectation,
    day: str,
    reading: Reading,
    archive: Archive,
    world: World,
) -> _Outcome:
    measure = Measure(part, reading.lang or "", archive, world)
    done, contrary = [], []
    for told in archive.later(part.keys, day):
        for act in told.acts:
            if act.key not in part.keys or not measure.fits(told, act):
                continue
            if act.form == "done" and not told.foresees(act) and _in_time(told, expectation, day):
                done.append(measure.found(told, act))
            elif _denies(act, told, expectation):
                contrary.append(measure.found(told, act))
    contrary += _undone(part, measure, day, archive)
    return _Outcome(part=part, done=_best(done), contrary=_best(contrary))


def _undone(part: Part, measure: Measure, day: str, archive: Archive) -> list[Found]:
    """Sentences that tell the act cancelled, put off or refused."""
    found = []
    for told in archive.undoing(day):
        stopped = [a for a in told.acts if is_contrary(a) and a.form == "done"]
        named = [a for a in told.acts if a.key in part.keys and a.form in ("open", "coming")]
        for act in named:
            if any(not _same_place(act, stop) for stop in stopped) and measure.fits(told, act):
                found.append(measure.found(told, act))
    return found


def _same_place(first: Act, second: Act) -> bool:
    return first.start < second.end and second.start < first.end


def _denies(act: Act, told: Told, expectation: Expectation) -> bool:
    """Whether the words deny the act, and not only so far while there is still time."""
    if act.form == "never":
        return True
    if act.form != "undone":
        return False
    due = expectation.due
    if due is None or (due.start is None and due.end is None):
        return not act.so_far
    return told.day >= (due.end or due.start or "")


def _in_time(told: Told, expectation: Expectation, day: str) -> bool:
    """Whether the days that the sentence names leave room for the act foreseen."""
    named = [d for d in told.days if d.start or d.end]
    if not named:
        return True
    return any(_fits_day(d, expectation, day) for d in named)


def _fits_day(dating: Dating, expectation: Expectation, day: str) -> bool:
    if dating.end is not None and dating.end < day:
        return False
    due_end = expectation.due.end if expectation.due else None
    return due_end is None or dating.start is None or dating.start <= due_end


def _best(found: Sequence[Found]) -> tuple[Found, ...]:
    """One sentence a document, those first that tell most of the matter, then the earliest.

    Of several that say the same word for word, as copies do, the earliest stands for all.
    """
    ranked = sorted(found, key=lambda f: (-f.cover, f.told.order, f.start))
    kept: dict[str, Found] = {}
    said: set[tuple[str, ...]] = set()
    for item in ranked:
        words = tuple(words_of(item.evidence.span.text))
        if words not in said:
            kept.setdefault(item.told.document.id, item)
        said.add(words)
    return tuple(kept.values())


def _evidence(found: Iterable[Found]) -> tuple[Evidence, ...]:
    """Each span once, by date and document."""
    kept = {(f.told.document.id, f.told.start, f.start, f.end): f for f in found}
    ordered = sorted(kept.values(), key=lambda f: (f.told.order, f.told.start, f.start))
    return tuple(f.evidence for f in ordered)


def _labels(outcomes: Iterable[_Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o.part.label for o in outcomes))
