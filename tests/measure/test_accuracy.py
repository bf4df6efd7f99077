"""Accuracy as figures, the page that shows them, and the floors under them."""

import json
from pathlib import Path

import pytest

from sholu.measure.accuracy import accuracies
from sholu.measure.accuracy_page import accuracy_page
from sholu.measure.floors import below, figures, load, raised
from sholu.measure.parallel import agreements
from sholu.measure.report import reader_for
from sholu.world import World

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
LINE = '"The road over the bay is safe," the engineer said.'


@pytest.fixture(scope="module")
def world() -> World:
    """The world that comes with Sholu."""
    return World.bundled()


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """A set of gold with ten quotations, found each, and news in two languages."""
    quote = {"start": 1, "end": 30, "kind": "direct", "voice": "engineer"}
    quote["speaker"] = {"start": LINE.index("the engineer"), "end": LINE.index(" said")}
    lines = [
        {"id": str(number), "lang": "en", "text": LINE, "quotes": [quote]} for number in range(10)
    ]
    folder = tmp_path / "ntrex"
    folder.mkdir()
    (folder / "quotes.en.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    for lang, text in (
        ("en", LINE + "\nNothing is said here.\n" + LINE),
        ("ru", "«Дорога безопасна», – сказал инженер.\nИнженер ушёл.\nИ он ушёл."),
        ("xx", "Nobody reads this."),
    ):
        document = json.dumps({"id": "a", "lang": lang, "text": text})
        (folder / f"parallel.{lang}.jsonl").write_text(document, "utf-8")
    return tmp_path


def test_a_set_gives_its_figures(sets: Path, world: World) -> None:
    (found,) = accuracies(sets, reader_for(world))

    assert (found.name, found.lang, found.documents) == ("ntrex/quotes.en", "en", 10)
    assert [line.name for line in found.rows] == ["direct", "direct >=4w", "all"]
    assert found.rows[0].end_to_end.f1 == 1.0
    assert found.voices is not None
    assert found.voices.wrong == 0.0


def test_lines_say_as_much_in_translation(sets: Path, world: World) -> None:
    (found,) = agreements(sets / "ntrex", reader_for(world))

    assert (found.lang, found.documents) == ("ru", 1)
    assert (found.score.gold, found.score.found, found.score.hits) == (2, 1, 1)


def test_the_page_names_every_set_and_what_fails(sets: Path, tmp_path: Path, world: World) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    failing = 'lines = ["a", "b"]\n[[case]]\nid = "c"\ntext = "c"\nfails = "too hard"\n'
    (corpus / "en.toml").write_text(failing, "utf-8")
    reader = reader_for(world)
    page = accuracy_page(
        accuracies(sets, reader), agreements(sets / "ntrex", reader), corpus, "2026-02-03"
    )

    assert "Measured on 2026-02-03" in page
    assert "| English | ntrex/quotes.en | direct | 10 | 100.0 |" in page
    assert "| Russian | 1 | 2 | 1 | 66.7 |" in page
    assert "| English | 3 | 0 | 1 |" in page
    assert "- English: too hard" in page
    assert "| ntrex | news of 2018 in translation" in page


def test_floors_rise_and_never_fall(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(raised({"a": {"direct": 90.06, "all": 50.0}}, {}), "utf-8")
    assert load(path) == {"a": {"direct": 90.0, "all": 50.0}}

    path.write_text(raised({"a": {"direct": 91.0, "all": 40.0}}, load(path)), "utf-8")
    assert load(path) == {"a": {"direct": 91.0, "all": 50.0}}
    assert below({"a": {"direct": 90.9}}, load(path)) == ["a, direct: 90.9 is under 91.0"]
    assert below({"b": {"direct": 1.0}}, load(path)) == []


@pytest.mark.gold
@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold is not beside the project")
def test_nothing_reached_is_given_up(world: World) -> None:
    reader = reader_for(world)
    measured = figures(accuracies(GOLD, reader), agreements(GOLD / "ntrex", reader))

    assert below(measured, load(ROOT / "tests" / "accuracy-floors.toml")) == []
