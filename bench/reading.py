"""Sholu's reading beside textacy and spaCy's English pipeline, on the same texts in one run.

    python bench/reading.py --peers .venv-bench/bin/python [TEXTS.jsonl]

Without a file the English articles of the bundled sample are read, several times over, since they
are few; a file of other news is the harder measure, for no word in it was looked up before. Each
reader runs in a process of its own, in turn; the median of the rounds is printed, and ratios.
"""

import argparse
import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

READERS = ("sholu", "textacy", "spacy")
ROUNDS = 3
TIMES = 8


def main() -> None:
    """Compare the readers and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="?", type=Path, help="JSON Lines with a text each")
    parser.add_argument("--peers", required=True, help="the Python that has textacy and the model")
    given = parser.parse_args()
    texts = _texts(given.texts)
    characters = sum(map(len, texts))
    print(f"{len(texts)} English texts, {characters:,} characters, median of {ROUNDS} rounds\n")
    rounds: dict[str, list[dict[str, Any]]] = {reader: [] for reader in READERS}
    for _ in range(ROUNDS):
        for reader in READERS:
            python = sys.executable if reader == "sholu" else given.peers
            rounds[reader].append(_run(python, reader, texts))
    print(_table(rounds))


def _texts(path: Path | None) -> list[str]:
    """The texts of a file, or those of the sample several times over."""
    if path is not None:
        lines = path.read_text("utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines if line.strip()]
    sample = (files("sholu.sample") / "articles.jsonl").read_text("utf-8")
    articles = map(json.loads, sample.splitlines())
    return TIMES * [article["text"] for article in articles if article["lang"] == "en"]


def _run(python: str, reader: str, texts: list[str]) -> dict[str, Any]:
    script = Path(__file__).with_name("reader.py")
    done = subprocess.run(
        [python, script, reader],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{reader} could not be run:\n{done.stderr}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _table(rounds: dict[str, list[dict[str, Any]]]) -> str:
    speeds = {name: median(one["speed"] for one in each) for name, each in rounds.items()}
    lines = [f"{'':10} {'chars/s':>10} {'Sholu is':>10} {'peak MB':>8} {'found':>7} {'failed':>7}"]
    for name, each in rounds.items():
        ratio = "" if name == "sholu" else f"{speeds['sholu'] / speeds[name]:.1f} x"
        memory = median(one["memory"] for one in each)
        lines.append(
            f"{name:10} {speeds[name]:10,.0f} {ratio:>10} {memory:8.0f} "
            f"{each[0]['found']:7} {each[0]['failed']:7}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
