"""What each verb prints, writes and exits with."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sholu.cli.lines import summary
from sholu.model import Limit

ARTICLE = "The bridge will open in May."


@pytest.fixture
def article() -> str:
    """One article in the present folder."""
    Path("a.txt").write_text(ARTICLE)
    return "a.txt"


class TestRead:
    def test_tells_people_who_said_what(self, sholu, article):
        code, out, err = sholu("read", article)
        assert (code, err) == (0, "")
        assert out.splitlines() == [
            "a (en, North News)",
            f"  Mira Talen: “{ARTICLE}” (direct, positive)",
            f"  expected by nobody named: “{ARTICLE}” (planned, due 2026-05-01 to …)",
            f"  declined: Mira Talen: “{ARTICLE}”",
            "",
        ]

    def test_tells_programs_the_reading(self, sholu, article):
        _, out, _ = sholu("read", article, "--format", "jsonl")
        (reading,) = map(json.loads, out.splitlines())
        assert reading["id"] == "a"
        assert reading["outlet"] == {"id": "north", "name": "North News", "country": "XA"}
        assert reading["statements"][0]["content"] == {"start": 0, "end": 28, "text": ARTICLE}
        assert reading["statements"][0]["cue"] is None

    def test_reads_standard_input(self, sholu, monkeypatch):
        stdin = io.TextIOWrapper(io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n'))
        monkeypatch.setattr(sys, "stdin", stdin)
        _, out, _ = sholu("read", "-", "--format=jsonl")
        assert [json.loads(line)["id"] for line in out.splitlines()] == ["stdin:1", "stdin:2"]

    def test_names_what_it_skips_and_goes_on(self, sholu, article):
        Path("b.txt").touch()
        code, out, err = sholu("read", "b.txt", article, "--format", "jsonl")
        assert (code, err) == (1, "b.txt: is empty\n")
        assert len(out.splitlines()) == 1

    def test_says_which_language_is_not_read(self, sholu):
        Path("a.txt").write_text("Foreign words.")
        code, out, err = sholu("read", "a.txt")
        assert (code, err) == (0, "a.txt: is in fr, which is not read\n")
        assert out.splitlines()[1] == "  not read: 14 characters in 'fr'"

    def test_says_that_nothing_could_be_read(self, sholu):
        Path("b.txt").touch()
        code, out, err = sholu("read", "b.txt")
        assert (code, out) == (1, "")
        assert err == "b.txt: is empty\nsholu: no document could be read\n"

    def test_prints_nothing_that_a_terminal_would_obey(self, sholu):
        Path("a.txt").write_text("Red \x1b[31m and\nbell \x07.")
        _, out, _ = sholu("read", "a.txt")
        assert "“Red \ufffd[31m and bell \ufffd.”" in out


class TestReview:
    def test_writes_every_format_and_says_where(self, sholu, article):
        code, out, err = sholu("review", article, "--event", "A visit", "--out", "new/folder")
        assert (code, err) == (0, "")
        folder = Path("new/folder")
        assert sorted(path.name for path in folder.iterdir()) == [
            "index.html",
            "review.docx",
            "review.json",
            "review.md",
        ]
        assert (folder / "index.html").read_text() == "<html lang=en>A visit"
        assert out.splitlines() == [
            "new/folder/index.html",
            (folder / "index.html").resolve().as_uri(),
            "1 document from 1 outlet in 1 language",
            "0 statements by 0 voices in 0 sections",
            "0 themes, 0 silences, 0 expectations, 0 disputes",
        ]

    def test_names_what_it_skips_and_exits_with_one(self, sholu, article):
        Path("b.txt").touch()
        code, out, err = sholu("review", ".")
        assert (code, err) == (1, "b.txt: is empty\n")
        assert out.splitlines()[2].endswith("; 1 source could not be read")

    def test_tells_programs_what_is_in_it(self, sholu, article):
        _, out, _ = sholu("review", article, "--format", "jsonl")
        assert json.loads(out)["page"] == "sholu-review/index.html"
        assert json.loads(out)["documents"] == 1

    def test_replaces_an_earlier_review_whole(self, sholu, article):
        Path("out").mkdir()
        Path("out/index.html").write_text("earlier")
        Path("out/mine.txt").write_text("kept")
        assert sholu("review", article, "--out", "out")[0] == 0
        assert Path("out/index.html").read_text() != "earlier"
        assert Path("out/mine.txt").read_text() == "kept"

    def test_leaves_an_earlier_review_alone_when_it_fails(self, sholu):
        Path("a.txt").write_text("crash")
        Path("out").mkdir()
        Path("out/index.html").write_text("earlier")
        assert sholu("review", "a.txt", "--out", "out")[0] == 1
        assert Path("out/index.html").read_text() == "earlier"

    @pytest.mark.parametrize(
        ("options", "environment", "lang"),
        [
            pytest.param(["--lang", "ru"], {"SHOLU_LANG": "kk"}, "ru", id="asked for"),
            pytest.param([], {"SHOLU_LANG": "kk", "LANG": "ru_RU.UTF-8"}, "kk", id="SHOLU_LANG"),
            pytest.param([], {"LANG": "kk_KZ.UTF-8"}, "kk", id="locale"),
            pytest.param([], {"LC_ALL": "ru_KZ.UTF-8", "LANG": "kk_KZ"}, "ru", id="LC_ALL first"),
            pytest.param([], {"LANG": "de_DE.UTF-8"}, "en", id="another locale"),
            pytest.param([], {}, "en", id="nothing"),
        ],
    )
    def test_language(self, sholu, article, monkeypatch, options, environment, lang):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        sholu("review", article, *options)
        assert f"lang={lang}>" in Path("sholu-review/index.html").read_text()


def test_the_summary_names_languages_that_are_not_read(empty_review):
    limits = (
        Limit(kind="language", name="fr", count=9),
        Limit(kind="language", name="zh", count=2),
        Limit(kind="date", name="a.txt", count=1),
    )
    lines = list(summary(replace(empty_review, limits=limits), Path("out/index.html"), 2))
    assert lines[2] == (
        "0 documents from 0 outlets in 0 languages; "
        "11 in languages that are not read (fr, zh); 2 sources could not be read"
    )


class TestDemo:
    def test_reviews_the_sample(self, sholu):
        code, out, err = sholu("demo", "--no-open", "--lang", "kk", "--out", "d")
        assert (code, err) == (0, "")
        assert "40 documents" in out
        assert Path("d/index.html").exists()

    @pytest.mark.parametrize(
        ("display", "options", "opened"),
        [(":0", [], 1), ("", [], 0), (":0", ["--no-open"], 0)],
        ids=["display", "no display", "not wanted"],
    )
    def test_opens_the_page(self, sholu, monkeypatch, display, options, opened):
        pages = []
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr("webbrowser.open", pages.append)
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        sholu("demo", *options)
        assert [page.startswith("file:///") for page in pages] == [True] * opened


def test_accuracy_prints_the_tables(sholu):
    Path("gold").mkdir()
    assert sholu("accuracy", "gold") == (0, "measured gold\n", "")
