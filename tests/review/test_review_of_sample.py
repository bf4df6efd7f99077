"""What the guide to the sample promises."""

from importlib.resources import as_file, files

import pytest

from sholu.collect import gather
from sholu.model import Document, Period, Review
from sholu.publish.evidence import check
from sholu.read import read
from sholu.review import review
from sholu.world import World

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sample(world: World) -> Review:
    with as_file(files("sholu.sample") / "articles.jsonl") as path:
        documents = [item for item in gather([path]) if isinstance(item, Document)]
    readings = [read(document, world=world) for document in documents]
    return review(documents, readings, world=world)


def test_every_span_holds(sample: Review) -> None:
    check(sample)
    assert sample.limits == ()


def test_its_event(sample: Review) -> None:
    event = sample.event
    assert event.kind == "state visit"
    assert event.period == Period(start="2026-03-10", end="2026-03-12")
    assert event.place["kk"] == "Лазмир"
    assert [voice.id for voice in event.participants] == ["ildan-mersai", "radmil-stelmar"]
    told_in = {item.document for item in event.outcome}
    assert told_in == {"kerdalia-signing", "lazmir-signing", "lns-signing"}


def test_its_copies(sample: Review) -> None:
    copies = {card.id: card.copy_of for card in sample.documents if card.copy_of}
    assert copies == {
        "tumar-copy-signing": "kerdalia-signing",
        "khazmun-copy-signing": "lazmir-signing",
        "darsina-copy-signing": "lns-signing",
    }
    carried = {(item.document, name) for item in sample.statements for name in item.carried_by}
    assert {(original, copy) for copy, original in copies.items()} <= carried


def test_its_two_disputes(sample: Review) -> None:
    told = {
        dispute.unit: {(value.value, value.document) for value in dispute.values}
        for dispute in sample.disputes
    }
    assert told.keys() == {"dollars", "years"}
    assert {document for value, document in told["dollars"] if value.startswith("2")} == {
        "lazmir-signing", "observer-two-camps", "darsina-debt",
    }  # fmt: skip
    assert {document for value, document in told["dollars"] if value.startswith("3")} == {
        "kerdalia-signing", "lns-signing", "observer-two-camps", "darsina-debt",
    }  # fmt: skip
    assert {document for value, document in told["years"] if value == "25"} == {
        "lns-signing", "standard-chain",
    }  # fmt: skip
    assert {document for value, document in told["years"] if value == "49"} >= {
        "kerdalia-signing", "lazmir-signing", "kerdalia-hearing",
    }  # fmt: skip


def test_the_silence_of_linhara_is_broken_and_others_last(sample: Review) -> None:
    broken: dict[str, set[str]] = {}
    for item in sample.silences:
        spoken = {name.partition("/")[0] for name in item.broken_by}
        broken[item.document] = broken.get(item.document, set()) | spoken
    assert broken["linhara-silent"] == {"heywon-speaks"}
    for document in ("karnev-versh", "levkaria-monitor-bay", "khazmun-daruni", "standard-chain"):
        assert broken[document] == set()


def test_its_sections(sample: Review) -> None:
    assert [section.id for section in sample.sections] == [
        "sample-kerdalia", "sample-torvenia", "sample-lorvia-delmora", "sample-linhara",
        "sample-levkaria", "sample-neighbours", "other",
    ]  # fmt: skip
    headings = {s.id: [h.span.text for h in s.headings] for s in sample.sections if s.headings}
    assert headings["sample-torvenia"] == ["Торвения: екі жағалау"]


def test_what_is_new_is_of_the_last_day(sample: Review) -> None:
    assert {sample.statement(name).document for name in sample.new} == {"lns-last"}
