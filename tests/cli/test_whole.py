"""The whole house behind the command line, from files to a review."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-c", "from sholu.cli import main; main()")


def call(*arguments: str, seed: str = "0", stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command line in a process of its own."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )


@pytest.mark.slow
def test_the_same_articles_give_the_same_review_byte_for_byte(tmp_path):
    reviews = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        done = call("demo", "--no-open", "--lang", "kk", "--out", str(out), seed=seed)
        assert done.returncode == 0, done.stderr
        reviews.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert list(reviews[0]) == ["index.html", "review.docx", "review.json", "review.md"]
    for name in reviews[0]:
        assert reviews[0][name] == reviews[1][name], name


@pytest.mark.slow
def test_what_could_not_be_read_is_in_the_review(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "empty.txt").touch()
    (articles / "good.txt").write_text(
        'date 2026-03-12\n"The bridge will open in May," minister Mira Talen said on Thursday.\n'
    )
    (articles / "news.jsonl").write_text('{"text": "Nobody said a word."}\n{"text":\n')
    done = call("review", str(articles), "--out", str(tmp_path / "out"))
    assert done.returncode == 1
    assert [line.removeprefix(f"{articles}/") for line in done.stderr.splitlines()] == [
        "empty.txt: is empty",
        "news.jsonl:2: is not JSON (column 9: expecting value)",
    ]
    made = json.loads((tmp_path / "out" / "review.json").read_bytes())
    assert [Path(limit["name"]).name for limit in made["limits"] if limit["kind"] == "source"] == [
        "empty.txt",
        "news.jsonl:2",
    ]


def test_every_span_of_a_reading_can_be_sliced_again(tmp_path):
    text = '"The bridge\U0001f309 will open in May," minister Mira Talen said on Thursday.\n'
    done = call("read", "-", "--format", "jsonl", stdin=text)
    assert done.returncode == 0, done.stderr
    (reading,) = map(json.loads, done.stdout.splitlines())
    (statement,) = reading["statements"]
    for part in ("content", "cue", "source"):
        span = statement[part]
        assert text[span["start"] : span["end"]] == span["text"]
    assert statement["source"]["text"].endswith("Mira Talen")
