"""Texts made by breaking the corpus: `python -m tests.fuzzing 200000` reads so many of them.

Marks dropped and doubled, scripts mixed, lines cut, combining characters, right-to-left text,
emoji: whatever comes, a reading is made, each of its spans holds, and it is the same once more
(every tenth text is read twice).
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from sholu.model import Document, Span
from sholu.read import read
from sholu.world import World
from tests.read.corpus import codes, sentences, unmark

MARKS = "\"“”„«»‘’'‚‹›「」『』《》()[]{}—–-:;,.!?…。，：！？、"
STRANGE = (
    "\u0301\u0308\u20dd\u200b\u200d\u200e\u200f\u202e\u2066\ufeff\u00ad\x00\x0b\x0c\x85\u2028\u2029\t"
    "אבגدعו😀🇰🇿👨\u200d👩٣½İıßﬁǅ\ud800\udfff"
)
LONGEST = 6


def texts(count: int, seed: int) -> Iterator[tuple[str, str | None]]:
    """So many broken texts, each with the language it is said to be in."""
    chance = random.Random(seed)
    plain = {code: [unmark(marked)[0] for marked in sentences(code)] for code in codes()}
    languages = sorted(plain)
    for _ in range(count):
        code = chance.choice(languages)
        parts = [chance.choice(plain[code]) for _ in range(chance.randint(1, LONGEST))]
        if chance.random() < 0.3:
            parts[chance.randrange(len(parts))] = chance.choice(plain[chance.choice(languages)])
        text = chance.choice((" ", "\n", "\n\n", "", "\r\n")).join(parts)
        for _ in range(chance.randint(0, LONGEST)):
            text = chance.choice(MUTATIONS)(text, chance)
        yield text, chance.choice((code, None, chance.choice(languages)))


def _mark_dropped(text: str, chance: random.Random) -> str:
    places = [at for at, character in enumerate(text) if character in MARKS]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1 :]


def _mark_doubled(text: str, chance: random.Random) -> str:
    places = [at for at, character in enumerate(text) if character in MARKS]
    at = chance.choice(places) if places else 0
    return text[:at] + text[at : at + 1] * chance.randint(2, 4) + text[at + 1 :]


def _mark_put_in(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(MARKS) + text[at:]


def _strange_put_in(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(STRANGE) + text[at:]


def _line_cut(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice("\n\r\u2028") + text[at:]


def _end_cut(text: str, chance: random.Random) -> str:
    return text[: chance.randint(0, len(text))]


def _piece_moved(text: str, chance: random.Random) -> str:
    start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    at = chance.randint(0, start)
    return text[:at] + text[start:end] + text[at:start] + text[end:]


def _piece_doubled(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    end = min(len(text), start + chance.randint(0, 40))
    return text[:end] + text[start:end] + text[end:]


def _case_changed(text: str, chance: random.Random) -> str:
    start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    piece = text[start:end]
    return text[:start] + chance.choice((piece.upper, piece.lower, piece.title))() + text[end:]


def _spaces_dropped(text: str, chance: random.Random) -> str:
    start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    return text[:start] + text[start:end].replace(" ", "") + text[end:]


MUTATIONS = (
    _mark_dropped,
    _mark_doubled,
    _mark_put_in,
    _strange_put_in,
    _line_cut,
    _end_cut,
    _piece_moved,
    _piece_doubled,
    _case_changed,
    _spaces_dropped,
)


def spans(value: object) -> Iterator[Span]:
    """Every span anywhere in a value."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def check(text: str, lang: str | None, world: World, *, twice: bool = True) -> None:
    """Read a text; raises where a span does not hold or, read `twice`, a reading differs."""
    document = Document(id="any", text=text, lang=lang, published="2026-05-05")
    reading = read(document, world=world)
    for span in spans(reading):
        span.check(text)
    for statement in reading.statements:
        assert statement.content.text.strip(), "a blank content"
    if twice:
        assert read(document, world=world) == reading, "another reading of the same text"


def main() -> None:
    """Read so many broken texts, and print those that fail."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    world, failed, start = World.bundled(), 0, time.monotonic()
    for number, (text, lang) in enumerate(texts(given.count, given.seed), 1):
        try:
            check(text, lang, world, twice=number % 10 == 0)
        except Exception as error:  # noqa: BLE001
            failed += 1
            print(f"{number}: {type(error).__name__}: {error}: {lang}: {text!r}")
        if number % 10_000 == 0:
            print(f"{number} read, {failed} failed", file=sys.stderr)
    print(f"{given.count} texts, {failed} failed, {time.monotonic() - start:.0f} s")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
