"""Collecting and watching from the command line, in a process of its own, from a real server."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.watch.press import START, MadeClock, Outlet, Press, Server, Trouble, serving

PROGRAM = (sys.executable, "-c", "from sholu.cli import main; main()")
pytestmark = pytest.mark.slow


class Town:
    """A newspaper on loopback, and a command line that may ask it."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.archive = str(folder / "news.sqlite")

    def print(self, *troubles: Trouble, **more: object) -> Press:
        """Have the newspaper printed up to the twentieth day."""
        paper = Outlet(
            host="localhost",
            lang="en",
            lists=(("/list", "rss"),),
            troubles=troubles,
            **{"count": 7, **more},  # type: ignore[arg-type]
        )
        press = Press(MadeClock(START + timedelta(days=20)), self.server, days=18, outlets=[paper])
        press.pace = 0
        self.server.answering = press.answer
        return press

    def sources(self, *extra: str, pace: float = 0) -> str:
        """A sources file with the newspaper, and with what is added."""
        file = self.folder / "sources.toml"
        file.write_text(
            f"""
[door]
allow = ["localhost"]
pace = {pace}

[[source]]
id = "paper"
address = "http://localhost:{self.server.port}/list"
outlet = "Localhost"
lang = "en"
country = "XA"
every = "1 min"
"""
            + "\n".join(extra),
            "utf-8",
        )
        return str(file)

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={**os.environ, "SHOLU_ARCHIVE": self.archive},
            timeout=300,
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*PROGRAM, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env={**os.environ, "SHOLU_ARCHIVE": self.archive},
        )


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with serving() as server:
        yield Town(server, tmp_path)


def until(happened: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


def address(town: Town) -> str:
    return f"http://localhost:{town.server.port}/list"


def test_collecting_from_an_address(town: Town):
    press = town.print()
    refused = town.call("collect", address(town))
    assert refused.returncode == 1
    assert "is not public: it is this machine itself" in refused.stderr
    assert sum(press.asked.values()) == 0
    done = town.call("collect", address(town), "--allow", "localhost")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{town.archive}: 4 new articles, 0 changed\n"
    again = town.call("collect", address(town), "--allow", "localhost", "--format", "jsonl")
    assert json.loads(again.stdout) == {
        "archive": town.archive,
        "new": 0,
        "changed": 0,
        "problems": 0,
        "later": 0,
    }


def test_an_archive_from_the_watch_to_the_review(town: Town):
    town.print()
    closed = '[[source]]\nid = "closed"\naddress = "http://localhost:9/feed"\noutlet = "Closed"\n'
    file = town.sources(closed)
    done = town.call("watch", file, "--once")
    assert done.returncode == 1, "one source could not be read"
    assert done.stdout == f"{town.archive}: 4 new articles, 0 changed, 1 could not be had\n"
    assert "http://localhost:9/feed: no web server listens on port 9" in done.stderr

    sources = town.call("sources")
    assert sources.returncode == 1
    first, *rows = sources.stdout.splitlines()
    assert first.split()[0] == "source"
    assert rows[0].startswith("closed")
    assert "failed once: no web server listens on port 9" in rows[0]
    assert rows[1].startswith("paper")
    assert rows[1].endswith("well")
    assert rows[-1] == "2 sources watched, 1 failing, 0 quiet; 4 articles"

    found = town.call("search", "council", "--format", "jsonl")
    assert found.returncode == 0
    assert len(found.stdout.splitlines()) == 4
    checked = town.call("archive", "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    account = town.call("archive", "coverage")
    assert "Sources watched: 2, of which 1 answered well" in account.stdout
    assert "not read: closed: no web server listens on port 9" in account.stdout

    review = town.call("review", town.archive, "--lang", "en", "--out", "out")
    assert review.returncode == 0, review.stderr
    limits = json.loads((town.folder / "out" / "review.json").read_text("utf-8"))["limits"]
    named = [limit for limit in limits if limit["kind"] == "source"]
    assert named == [{"kind": "source", "name": "closed", "count": 1, "reason": "refused"}]


def test_a_sources_file_that_was_edited_is_taken_up_at_the_next_start(town: Town):
    town.print()
    town.call("watch", town.sources(), "--once")
    other = f'[[source]]\nid = "other"\naddress = "{address(town)}?other"\n'
    assert town.call("watch", town.sources(other), "--once").returncode == 0
    rows = town.call("sources", "--format", "jsonl").stdout.splitlines()
    assert {json.loads(row)["id"] for row in rows} == {"paper", "other"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_ctrl_c_ends_a_watch_at_once_and_loses_nothing(town: Town):
    press = town.print(Trouble("silent", at="pages"))
    process = town.start("watch", town.sources())
    until(lambda: sum(press.paths.values()) > 1)
    pressed = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert time.monotonic() - pressed < 20, "nobody waits for a server that does not answer"
    assert process.returncode == 130
    assert out == f"{town.archive}: 0 new articles, 0 changed\n"
    assert "Traceback" not in err
    press = town.print()
    done = town.call("watch", town.sources(), "--hours", "0.005")
    assert done.stdout == f"{town.archive}: 4 new articles, 0 changed\n"
    assert town.call("archive", "check").returncode == 0


def test_two_watchers_of_one_archive_are_one_too_many(town: Town):
    press = town.print()
    process = town.start("watch", town.sources())
    until(lambda: sum(press.paths.values()) > 0)
    second = town.call("watch", town.sources(), "--once")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert second.returncode == 1
    assert "is at work on" in second.stderr


def test_what_was_set_aside_is_tried_again_on_demand(town: Town):
    town.print(Trouble("page of apology", at="pages"), count=1)
    town.print(Trouble("nothing at all", at="pages"), count=1)
    assert town.call("watch", town.sources(), "--once").returncode == 1
    town.print(count=1)
    done = town.call("watch", town.sources(), "--once", "--replay")
    assert done.stdout == f"{town.archive}: 1 new articles, 0 changed\n"
    assert "1 articles that were set aside are tried again" in done.stderr
