"""Whether statements of one speaker are put together and those of two kept apart.

B-cubed (Bagga and Baldwin, 1998) within each document, over matched quotations; a statement
without a voice is a cluster of its own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.measure.quotations import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceScore:
    """B-cubed precision and recall over matched quotations.

    Attributes:
        given: share of them that have a voice; for the others nothing in print says whose they are.
        wrong: share of them under a voice that is, for most of its statements, somebody else's.
    """

    matched: int
    precision: float
    recall: float
    given: float
    wrong: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def voices(documents: Sequence[Sequence[Judged]]) -> VoiceScore:
    """Score the voices of matched quotations, the judged ones given document by document."""
    precisions: list[float] = []
    recalls: list[float] = []
    given = wrong = 0
    for judged in documents:
        pairs = [(speaker, voice) for _, speaker, voice in labels(judged)]
        wrong += _strangers(pairs)
        given += sum(not found.startswith("\0") for _, found in pairs)
        precisions += [_share(pairs, 1, i) for i in range(len(pairs))]
        recalls += [_share(pairs, 0, i) for i in range(len(pairs))]
    count = len(precisions)
    return VoiceScore(
        matched=count,
        precision=sum(precisions) / count if count else 0.0,
        recall=sum(recalls) / count if count else 0.0,
        given=given / count if count else 0.0,
        wrong=wrong / count if count else 0.0,
    )


def labels(judged: Sequence[Judged]) -> list[tuple[Judged, str, str]]:
    """The matched ones of a document: each with its speaker and the id of the voice it was given.

    A statement without a voice is under one of its own.
    """
    found = []
    for number, item in enumerate(judged):
        if item.quote and item.statement and item.quote.voice is not None:
            voice = item.statement.voice
            found.append((item, item.quote.voice, voice.id if voice else f"\0{number}"))
    return found


def _strangers(pairs: Sequence[tuple[str, str]]) -> int:
    """Statements whose speaker is not the one most statements under their voice have."""
    speakers: dict[str, Counter[str]] = {}
    for speaker, voice in pairs:
        speakers.setdefault(voice, Counter())[speaker] += 1
    return sum(count.total() - max(count.values()) for count in speakers.values())


def _share(pairs: Sequence[tuple[str, str]], side: int, i: int) -> float:
    cluster = [pair for pair in pairs if pair[side] == pairs[i][side]]
    return sum(pair == pairs[i] for pair in cluster) / len(cluster)
