"""What became of the quotations of a document between two of its versions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sholu.model import Reading, Statement

# Of two wordings of one statement, at least this share of the words is common to both.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One statement that is not what it was.

    Attributes:
        kind: "added", "dropped", "reworded" (the same voice says it in other words), or
            "reattributed" (the same words are given to another voice).
        before, after: the statement in either version; null where it is not in that one.
    """

    kind: Literal["added", "dropped", "reworded", "reattributed"]
    before: Statement | None
    after: Statement | None


def changes(before: Reading, after: Reading) -> tuple[Change, ...]:
    """How the statements of two readings differ, in the order of the later text.

    What was dropped comes last, in the order of the earlier text.
    """
    left = list(before.statements)
    found: list[Change] = []
    new: list[Statement] = []
    for said in after.statements:
        same = next((old for old in left if _words(old) == _words(said)), None)
        if same is None:
            new.append(said)
            continue
        left.remove(same)
        if _whose(same) != _whose(said):
            found.append(Change(kind="reattributed", before=same, after=said))
    for said in new:
        likest = _likest(left, said)
        if likest is None:
            found.append(Change(kind="added", before=None, after=said))
        else:
            left.remove(likest)
            found.append(Change(kind="reworded", before=likest, after=said))
    found.sort(key=lambda one: one.after.content.start if one.after else 0)
    return (*found, *(Change(kind="dropped", before=old, after=None) for old in left))


def _likest(left: Sequence[Statement], said: Statement) -> Statement | None:
    """The statement of the same voice that shares most words, where it shares enough."""
    of_voice = [old for old in left if _whose(old) == _whose(said)]
    likest = max(of_voice, key=lambda old: _alike(old, said), default=None)
    return likest if likest is not None and _alike(likest, said) >= _ALIKE else None


def _alike(one: Statement, other: Statement) -> float:
    """Words common to both, as a share of those of the longer one."""
    ours, theirs = Counter(_words(one)), Counter(_words(other))
    longer = max(ours.total(), theirs.total())
    return (ours & theirs).total() / longer if longer else 0.0


def _words(said: Statement) -> tuple[str, ...]:
    return tuple(word for part in said.parts or (said.content,) for word in part.text.split())


def _whose(said: Statement) -> str | None:
    if said.voice is not None:
        return said.voice.id
    return said.source.text if said.source else None
