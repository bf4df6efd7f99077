"""A mistake, a defect, a closed pipe: one sentence on stderr, an exit code, no traceback."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sholu.cli import progress


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["read"], "name at least one file or folder, or -", id="no path"),
        pytest.param(["read", "nope"], "there is no file or folder 'nope'", id="no such path"),
        pytest.param(["review", "nope"], "there is no file or folder 'nope'", id="review"),
        pytest.param(["read", "--nope"], "there is no option '--nope' here", id="option"),
        pytest.param(["demo", "--nope"], "Unknown option: --nope", id="option of demo"),
        pytest.param(["demo", "x"], "'x' is more than this verb takes", id="too much"),
        pytest.param(["raed"], 'Unknown command "raed". Did you mean "read"?', id="verb"),
        pytest.param(["read", ".", "--format", "xml"], '"text", "jsonl"', id="format"),
        pytest.param(["review", ".", "--lang", "de"], '"kk", "ru", "en"', id="language"),
        pytest.param(["review", ".", "--out", "file"], "cannot write into the folder", id="out"),
        pytest.param(["read", ".", "--world", "w"], "there is no world file 'w'", id="world"),
        pytest.param(["accuracy", "nope"], "there is no file or folder 'nope'", id="gold"),
        pytest.param(["accuracy"], "requires an argument", id="no gold"),
    ],
)
def test_bad_usage_is_one_sentence_and_exit_code_two(sholu, arguments, sentence):
    Path("file").touch()
    code, out, err = sholu(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("sholu: ")
    assert sentence in err
    assert err.count("\n") == 1


def test_a_bad_language_in_the_environment_is_refused(sholu, monkeypatch):
    monkeypatch.setenv("SHOLU_LANG", "de")
    assert sholu("demo", "--no-open") == (
        2,
        "",
        "sholu: SHOLU_LANG is 'de': it may be kk, ru or en\n",
    )


def test_a_defect_is_one_sentence(sholu):
    Path("a.txt").write_text("crash")
    code, _, err = sholu("read", "a.txt")
    assert code == 1
    assert err == (
        "sholu: a defect stopped the work (ZeroDivisionError: division by zero); "
        "please report it, with what SHOLU_DEBUG=1 shows\n"
    )


def test_the_traceback_shows_when_asked_for(sholu, monkeypatch):
    monkeypatch.setenv("SHOLU_DEBUG", "1")
    Path("a.txt").write_text("crash")
    assert "Traceback" in sholu("read", "a.txt")[2]


def test_ctrl_c_ends_quietly(sholu):
    Path("a.txt").write_text("stop")
    assert sholu("read", "a.txt") == (130, "", "")


def test_a_closed_pipe_ends_quietly():
    program = "from sholu import cli; cli.app = lambda *_, **__: print('line'); cli.main()"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", program], stdout=out, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (130, b"")


def test_help_shows_an_example_for_each_verb(sholu):
    for verb in ("read", "review", "demo", "accuracy"):
        code, out, _ = sholu(verb, "--help")
        assert code == 0
        assert f"Example: sholu {verb}" in out


def test_help_asks_no_room():
    """What reads, reviews and publishes costs time, so help must not import it."""
    rooms = ("collect", "language", "world", "read", "review", "publish", "measure")
    program = (
        "import sys; from sholu.cli import run; run(['--help']);"
        f"print([r for r in {rooms} if 'sholu.' + r in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr == b"[]\n"


class TestProgress:
    def test_a_line_every_ten_seconds_where_there_is_no_terminal(self, capsys, monkeypatch):
        now = [0.0]
        monkeypatch.setattr(time, "monotonic", lambda: now[0])
        with progress.Progress() as told:
            for done in range(1, 26):
                now[0] += 1
                told("documents read", done, 25)
        assert capsys.readouterr().err == ("documents read: 11 of 25\ndocuments read: 22 of 25\n")

    def test_a_bar_on_a_terminal_and_notes_above_it(self, capsys, monkeypatch):
        now = [0.0]
        monkeypatch.setattr(time, "monotonic", lambda: now[0])
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        with progress.Progress() as told:
            now[0] += 2
            told("documents read", 3, 25)
            told.note("b.txt: is empty [1]")
        assert "b.txt: is empty [1]" in capsys.readouterr().err

    def test_no_lines_between_results_on_a_terminal(self, capsys, monkeypatch):
        now = [0.0]
        monkeypatch.setattr(time, "monotonic", lambda: now[0])
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        with progress.Progress(bar=False) as told:
            now[0] += 20
            told("documents read", 3, 25)
        assert capsys.readouterr().err == ""
