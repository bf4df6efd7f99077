"""The statements under a wrong voice: joined with somebody else's, or parted from their own."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sholu.measure.quotations import Judged
from sholu.measure.voices import labels

_BEFORE, _BEHIND = 160, 60


def voice_listing(
    documents: Sequence[Sequence[Judged]], *, kind: str | None, limit: int | None
) -> str:
    """The statements whose voice is wrong, document by document, under their number.

    "joined": most statements under the voice are somebody else's. "parted": most statements of
    the speaker stand under another voice.
    """
    blocks = [block for judged in documents for block in _blocks(judged, kind)]
    return "\n\n".join([f"{len(blocks)} voice", *blocks[:limit]]) + "\n"


def _blocks(judged: Sequence[Judged], kind: str | None) -> Iterator[str]:
    pairs = labels(judged)
    voices: dict[str, Counter[str]] = {}
    speakers: dict[str, Counter[str]] = {}
    for _, speaker, voice in pairs:
        speakers.setdefault(voice, Counter())[speaker] += 1
        voices.setdefault(speaker, Counter())[voice] += 1
    for item, speaker, voice in pairs:
        if item.quote is None or kind not in (None, item.quote.kind):
            continue
        others, own = speakers[voice].most_common(1)[0][0], voices[speaker].most_common(1)[0][0]
        # Of two that are as frequent, the one that is right counts as the first.
        if speakers[voice][others] == speakers[voice][speaker]:
            others = speaker
        if voices[speaker][own] == voices[speaker][voice]:
            own = voice
        if others != speaker or own != voice:
            yield "\n".join(_describe(item, voice, others, own))


def _describe(item: Judged, voice: str, others: str, own: str) -> Iterator[str]:
    assert item.quote is not None
    text, start = item.gold.document.text, item.quote.content[0]
    printed = " + ".join(text[a:b] for a, b in item.quote.speaker) or "-"
    found = item.statement.source.text if item.statement and item.statement.source else "-"
    joined, parted = others != item.quote.voice, own != voice
    name = item.statement.voice.name if item.statement and item.statement.voice else "-"
    yield f"{item.gold.document.id}:{start} " + " and ".join(
        ["joined"] * joined + ["parted"] * parted
    )
    yield f"  gold  {item.quote.voice} | source: {printed} | cue: {item.quote.cue or '-'}"
    yield f"  found {name} <{voice.strip(chr(0))}> | source: {found}"
    if joined:
        yield f"  most under this voice are of: {others}"
    if parted:
        yield f"  most of the speaker are under: <{own.strip(chr(0))}>"
    before, behind = text[max(0, start - _BEFORE) : start], text[start : start + _BEHIND]
    yield f"  text  …{before}>>{behind}…".replace("\n", "⏎")
