"""An archive of many articles: does keeping and finding stay as fast as it was when it was small?

    python bench/archive.py [--articles 100000] [--archive FILE_OR_ADDRESS]

Articles of about two kilobytes, in Kazakh, Russian and English by turns, are made of the sample's
words and of invented ones: a few words often, ever new ones seldom (Zipf's law; the vocabulary goes
on growing as in print). They are kept in transactions of fifty, as `sholu watch` keeps them. After
the first and the last tenth, thirty questions of each kind are asked, each for the first twenty
finds; the median is printed. Seeded: two runs make the same articles.
"""

import argparse
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec
import numpy as np

from sholu.archive import Archive, open_archive
from sholu.model import Collected, Document, Selection
from sholu.world import World

SEED = 20260311
LANGS = ("kk", "ru", "en")
BYTES = 2_000
BATCH = 50
QUESTIONS = 30
FOUND = 20
# How large a part of running text the sample's words are; the others come from an endless tail.
OFTEN = 0.65
# Exponent of the tail: the number of different words grows with the 0.69th power of the text's.
TAIL = 1.45
ENDINGS = {
    "kk": ("", "ға", "ның", "да", "дан", "лар"),
    "ru": ("", "а", "ом", "у", "ы", "ов"),
    "en": ("", "s", "ed", "ing", "", ""),
}
SYLLABLES = {
    "kk": [c + v for c in "бдғжзқлмнрстш" for v in "аеоөұүіыә"],
    "ru": [c + v for c in "бвгджзклмнпрст" for v in "аеиоуы"],
    "en": [c + v for c in "bcdfghjklmnprstvw" for v in "aeiou"],
}


class Press:
    """Prints articles without end."""

    def __init__(self) -> None:
        self._chance = np.random.default_rng(SEED)
        self.words = {lang: _sample_words(lang) for lang in LANGS}
        self._weights = {}
        for lang, words in self.words.items():
            weights = 1 / (np.arange(len(words)) + 2.7)
            self._weights[lang] = weights / weights.sum()

    def articles(self) -> Iterator[Collected]:
        """The first, the second, and so on."""
        number = 0
        while True:
            number += 1
            lang = LANGS[number % 3]
            text = self._text(lang)
            host = f"outlet{number % 200}.example"
            address = f"https://{host}/news/{number}"
            document = Document(
                id=str(number),
                text=text,
                title=text.partition(".")[0],
                url=address,
                lang=lang,
                published=f"2026-{number // 40 % 12 + 1:02}-{number % 28 + 1:02}",
            )
            yield Collected(document=document, origin="page", addresses=(address,))

    def tail_word(self, lang: str, rank: int) -> str:
        """An invented word: the rarer, the longer."""
        syllables, rest, found = SYLLABLES[lang], rank, ""
        while rest or len(found) < 4:
            rest, which = divmod(rest, len(syllables))
            found += syllables[which]
        return found

    def _text(self, lang: str) -> str:
        size = 340 if lang == "en" else 190
        often = self._chance.choice(len(self.words[lang]), size, p=self._weights[lang])
        ranks = self._chance.zipf(TAIL, size)
        endings = self._chance.integers(0, 6, size)
        from_sample = self._chance.random(size) < OFTEN
        written, left = [], BYTES
        for place in range(size):
            if from_sample[place]:
                word = self.words[lang][often[place]]
            else:
                word = self.tail_word(lang, int(ranks[place])) + ENDINGS[lang][endings[place]]
            left -= len(word.encode()) + 1
            if left < 0:
                break
            ends = place % 12 == 11
            written.append((word.capitalize() if place % 12 == 0 else word) + "." * ends)
        return " ".join(written)


def main() -> None:
    """Fill an archive and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--archive", help="kept where named; else in a temporary folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.archive or str(Path(folder) / "archive.sqlite")
        with open_archive(address, world=World.bundled()) as archive:
            _run(archive, address, given.articles)


def _run(archive: Archive, address: str, articles: int) -> None:
    press = Press()
    coming = press.articles()
    tenth = articles // 10
    print(f"{articles:,} articles of {BYTES:,} bytes in {', '.join(LANGS)}\n")
    print("| articles kept | a second | of CPU time | MB | kB an article |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    asked = {}
    for number in range(1, 11):
        rate, of_cpu = _keep(archive, coming, tenth)
        kept, size = number * tenth, _megabytes(address)
        speed = f"{rate:.0f} | {of_cpu:.0f}"
        print(f"| {kept:,} | {speed} | {size:,.0f} | {1000 * size / kept:.1f} |", flush=True)
        if number in (1, 10):
            asked[number] = {kind: _ask(archive, make) for kind, make in _kinds(press).items()}
    print("\n| milliseconds, median | first tenth | last tenth | finds |")
    print("| --- | ---: | ---: | ---: |")
    for kind, (first, _) in asked[1].items():
        last, finds = asked[10][kind]
        print(f"| {kind} | {first:.1f} | {last:.1f} | {finds} |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory {peak:,.0f} MB")


def _keep(archive: Archive, coming: Iterator[Collected], count: int) -> tuple[float, float]:
    """Keep so many; gives articles a second, and a second of CPU time, without the making."""
    spent = of_cpu = 0.0
    for _ in range(count // BATCH):
        batch = list(islice(coming, BATCH))
        started, from_cpu = time.perf_counter(), time.process_time()
        with archive.writing() as kept:
            for one in batch:
                kept.keep(one, at="2026-03-11T06:00:00+00:00")
        spent += time.perf_counter() - started
        of_cpu += time.process_time() - from_cpu
    done = count // BATCH * BATCH
    return done / spent, done / of_cpu


def _kinds(press: Press) -> dict[str, Callable[[int], str]]:
    """How to make the words of a question, by its number."""

    def word(number: int, often: int = 20) -> str:
        return press.words[LANGS[number % 3]][often + number]

    def rare(number: int) -> str:
        return press.tail_word(LANGS[number % 3], 20_000 + 61 * number)

    def inflected(number: int) -> str:
        lang = LANGS[number % 3]
        return press.tail_word(lang, 200 + number) + ENDINGS[lang][2]

    def long(number: int) -> str:
        words = press.words[LANGS[number % 3]]
        return [one for one in words if len(one) > 6][number]

    return {
        "common word": word,
        "two common words": lambda number: f"{word(number)} {word(number + 3)}",
        "rare word": rare,
        "inflected word": inflected,
        "phrase": lambda number: f'"{word(number, 0)} {word(number + 3, 0)}"',
        "middle of a word": lambda number: f"*{long(number)[1:6]}*",
    }


def _ask(archive: Archive, make: Callable[[int], str]) -> tuple[float, int]:
    """Milliseconds of a question, the median; and finds, of all together."""
    spent, finds = [], 0
    for number in range(QUESTIONS):
        started = time.perf_counter()
        with archive.view() as view:
            finds += len(list(view.find(Selection(words=make(number)), limit=FOUND)))
        spent.append(1000 * (time.perf_counter() - started))
    return median(spent), finds


def _sample_words(lang: str) -> list[str]:
    """The sample's words of a language, the commonest first."""
    lines = (files("sholu.sample") / "articles.jsonl").read_bytes().splitlines()
    counts: dict[str, int] = {}
    for article in map(msgspec.json.decode, lines):
        if article["lang"] == lang:
            for word in re.findall(r"[^\W\d_]+", article["text"]):
                counts[word.lower()] = counts.get(word.lower(), 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))


def _megabytes(address: str) -> float:
    """Of the file and what SQLite keeps beside it; of PostgreSQL, none are counted."""
    beside = (Path(address + end) for end in ("", "-wal"))
    return sum(path.stat().st_size for path in beside if path.exists()) / 1e6


if __name__ == "__main__":
    main()
