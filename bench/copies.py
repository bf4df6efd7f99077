"""Wire copies found by Sholu and by the MinHash index of rensa, on the same documents in one run.

    PYTHONPATH=. python bench/copies.py --peers .venv-bench/bin/python [--documents 20000]

The documents are invented from the words of the sample, 2.5 kB each in three languages; of ten, one
is a copy of an earlier one that was cut, extended, reordered or edited. Each finder runs in a
process of its own and takes the documents one by one, as they would come; seconds are of CPU time.
Found are the copies whose original is named. Memory is what the finder holds at the end beyond the
documents themselves.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

Find = Callable[[dict[str, Any]], "str | None"]

ROUNDS = 3
WORDS = {"en": 400, "kk": 185, "ru": 205}
CHANGES = (("same",), ("cut",), ("extended",), ("reordered",), ("framed",), ("edited",))
RUN = 5
PERMUTATIONS = 128


def main() -> None:
    """Compare the finders, or be one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="the Python that has rensa")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--as", dest="finder", choices=("sholu", "rensa"))
    parser.add_argument("--from", dest="file", type=Path)
    given = parser.parse_args()
    if given.finder:
        print(json.dumps(_measured(given.finder, given.file)))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "documents.jsonl"
        size = _write(file, given.documents)
        print(f"{given.documents:,} documents of {size:,} bytes, best of {ROUNDS} rounds\n")
        finders = {"sholu": sys.executable} | ({"rensa": given.peers} if given.peers else {})
        for name, python in finders.items():
            rounds = [_run(python, name, file) for _ in range(ROUNDS)]
            best = max(rounds, key=lambda result: result["speed"])
            print(
                f"{name:6} {best['speed']:7,.0f} documents/s ({best['first']:,.0f} in the first "
                f"tenth, {best['last']:,.0f} in the last), {best['memory']:6,.0f} bytes/document, "
                f"{best['found']:.3f} of the copies, {best['wrong']} wrong"
            )


def _run(python: str, finder: str, file: Path) -> dict[str, Any]:
    ran = subprocess.run(
        [python, __file__, "--as", finder, "--from", str(file)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def _measured(name: str, file: Path) -> dict[str, Any]:
    """Speed, memory and findings of one finder over the documents of a file."""
    documents = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    find = sholu() if name == "sholu" else rensa()
    before = _resident()
    marks = [time.process_time()]
    found = []
    tenth = len(documents) // 10
    for number, document in enumerate(documents, 1):
        found.append(find(document))
        if number % tenth == 0:
            marks.append(time.process_time())
    right = sum(1 for d, of in zip(documents, found, strict=True) if of and of == d["copy_of"])
    return {
        "speed": len(documents) / (marks[-1] - marks[0]),
        "first": tenth / (marks[1] - marks[0]),
        "last": tenth / (marks[-1] - marks[-2]),
        "memory": (_resident() - before) / len(documents),
        "found": right / sum(1 for d in documents if d["copy_of"]),
        "wrong": sum(1 for d, of in zip(documents, found, strict=True) if of and not d["copy_of"]),
    }


def sholu() -> Find:
    """The book of copies, with its window."""
    from sholu.stories.copies import CopyBook, CopyText

    book = CopyBook()

    def find(document: dict[str, Any]) -> str | None:
        match = book.add(CopyText(**{k: v for k, v in document.items() if k != "copy_of"}))
        return match.original if match is not None and match.kind == "copy" else None

    return find


def rensa() -> Find:
    """MinHash of runs of five words and its index, at the likeness .3."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.3, num_perm=PERMUTATIONS, num_bands=32)
    hashed = {}
    names: list[str] = []

    def find(document: dict[str, Any]) -> str | None:
        words = document["text"].casefold().split()
        made = RMinHash(num_perm=PERMUTATIONS, seed=1)
        made.update([" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)])
        near = [key for key in index.query(made) if made.jaccard(hashed[key]) >= 0.3]
        index.insert(len(names), made)
        hashed[len(names)] = made
        names.append(document["id"])
        return names[min(near)] if near else None

    return find


def _resident() -> int:
    """Bytes of memory held now."""
    import gc

    gc.collect()
    status = Path("/proc/self/status").read_text("utf-8")
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return 1024 * int(line.split()[1])


def _write(file: Path, count: int) -> int:
    """Write the documents; their mean size in bytes of UTF-8."""
    size = 0
    with file.open("w", encoding="utf-8") as out:
        for document in _documents(count):
            size += len(document["text"].encode())
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return size // count


def _documents(count: int) -> Iterator[dict[str, Any]]:
    from tests.stories.pairs import LANGUAGES, Maker

    makers = {lang: Maker(lang, Random(lang)) for lang in LANGUAGES}
    random = Random(5)
    recent: list[tuple[str, str, list[str]]] = []
    for number in range(count):
        lang = LANGUAGES[number % len(LANGUAGES)]
        maker = makers[lang]
        copied = random.choice(recent[-300:]) if number % 10 == 9 else None
        if copied is None:
            body = maker.sentences(WORDS[lang])
            recent.append((str(number), lang, body))
        else:
            _, lang, body = copied
            for change in random.choice(CHANGES):
                body = getattr(makers[lang], change)(body)
        yield {
            "id": str(number),
            "lang": lang,
            "text": " ".join(body),
            "outlet": f"paper-{random.randrange(80)}",
            "published": f"2026-03-{1 + number * 10 // count:02}",
            "copy_of": copied[0] if copied else None,
        }


if __name__ == "__main__":
    main()
