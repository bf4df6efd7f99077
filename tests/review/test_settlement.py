"""What became of an expectation, in the invented world of the sample."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.collect import gather
from sholu.model import (
    Dating,
    Document,
    Expectation,
    Mention,
    Period,
    Reading,
    Settlement,
    Span,
    Strength,
)
from sholu.read import read
from sholu.review.settlement import settle
from sholu.world import World

Told = tuple[str, str, str]
"""Language, day, text."""


@dataclass(frozen=True)
class Case:
    """An expectation in a text of its own, later texts, and what is to come of it."""

    name: str
    lang: str
    expected: str
    later: Sequence[Told]
    status: str
    reason: str
    text: str = ""
    day: str = "2026-02-01"
    due: tuple[str | None, str | None] | None = None
    strength: Strength = "certain"
    voice: str | None = None
    negated: bool = False
    condition: str | None = None
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    dated: dict[str, tuple[str, str]] = field(default_factory=dict)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def _reading(
    world: World,
    document: Document,
    dated: dict[str, tuple[str, str]],
    expected: Sequence[Expectation] = (),
) -> Reading:
    lang = document.lang or "en"
    return Reading(
        id=document.id,
        lang=lang,
        published=document.day,
        outlet=None,
        sha256=document.sha256,
        expectations=tuple(expected),
        dates=tuple(
            Dating(span=_span(document.text, words), start=days[0], end=days[1])
            for words, days in dated.items()
            if words in document.text
        ),
        mentions=tuple(
            Mention(span=Span.cut(document.text, m.start, m.end), id=m.id, type=m.type)
            for m in world.mentions(document.text, lang)
        ),
    )


def _settled(world: World, case: Case, order: Sequence[int] | None = None) -> Settlement:
    text = case.text or case.expected + "."
    source = Document(id="a", text=text, lang=case.lang, published=case.day)
    expectation = Expectation(
        id="e1",
        content=_span(text, case.expected),
        voice=world.voice(case.voice, case.lang) if case.voice else None,
        strength=case.strength,
        due=Period(start=case.due[0], end=case.due[1]) if case.due else None,
        condition=_span(text, case.condition) if case.condition else None,
        negated=case.negated,
    )
    others = [
        Document(id=f"b{number}", text=text, lang=lang, published=day)
        for number, (lang, day, text) in enumerate(case.later)
    ]
    documents = [source, *others]
    if order is not None:
        documents = [documents[place] for place in order]
    readings = {d.id: _reading(world, d, case.dated) for d in documents if d.id != "a"}
    readings["a"] = _reading(world, source, case.dated, [expectation])
    [settled] = settle([("a", case.day, expectation)], documents, readings, world=world)
    return settled


SIGNED = ("en", "2026-03-11", "The presidents signed the port agreement on Wednesday.")

CASES = [
    Case(
        name="done in the same language",
        lang="en",
        expected="the presidents will sign the port agreement",
        later=[SIGNED],
        status="fulfilled",
        reason="done",
        found=("the presidents will sign the port agreement",),
        words=("The presidents signed the port agreement on Wednesday",),
    ),
    Case(
        name="done across languages, by act and things",
        lang="kk",
        expected="Порт туралы келісімге қол қойылады",
        later=[("ru", "2026-03-11", "Стороны подписали соглашение о порте.")],
        status="fulfilled",
        reason="done",
        found=("Порт туралы келісімге қол қойылады",),
        words=("Стороны подписали соглашение о порте",),
    ),
    Case(
        name="two acts, one done and one not",
        lang="en",
        expected="the port agreement will be signed and the consulate will be opened by 31 March",
        later=[SIGNED, ("ru", "2026-04-02", "Консульство так и не открыто.")],
        due=(None, "2026-03-31"),
        status="partly fulfilled",
        reason="done-in-part",
        found=("the port agreement will be signed",),
        missing=("the consulate will be opened by 31 March",),
        words=("The presidents signed the port agreement on Wednesday",),
    ),
    Case(
        name="places listed, one visited",
        lang="kk",
        expected="мен Торвенияға және Лорвияға барамын",
        voice="ildan-mersai",
        later=[("kk", "2026-03-12", "Илдан Мерсай Торвенияға барды.")],
        status="partly fulfilled",
        reason="done-in-part",
        found=("Торвения",),
        missing=("Лорвия",),
        words=("Илдан Мерсай Торвенияға барды",),
    ),
    Case(
        name="somebody else went there",
        lang="kk",
        expected="мен Лорвияға барамын",
        voice="ildan-mersai",
        later=[("kk", "2026-03-12", "Радмил Стелмар Лорвияға барды.")],
        status="no evidence",
        reason="no-evidence",
    ),
    Case(
        name="the act is done to something else",
        lang="en",
        expected="the consulate in Toldara will be opened",
        later=[("en", "2026-03-12", "A new bridge was opened in the capital.")],
        status="no evidence",
        reason="no-evidence",
    ),
    Case(
        name="the same words without the act",
        lang="en",
        expected="the port agreement will be signed",
        later=[("en", "2026-03-12", "The port agreement is much talked about.")],
        status="no evidence",
        reason="no-evidence",
    ),
    Case(
        name="only foreseen once more",
        lang="en",
        expected="the port agreement will be signed",
        later=[("en", "2026-03-12", "The port agreement will be signed soon.")],
        status="no evidence",
        reason="no-evidence",
    ),
    Case(
        name="the same day does not count",
        lang="en",
        expected="the presidents will sign the port agreement",
        later=[("en", "2026-02-01", SIGNED[2]), ("en", "2026-02-05", "It rained.")],
        status="no evidence",
        reason="no-evidence",
    ),
    Case(
        name="nothing is later",
        lang="en",
        expected="the presidents will sign the port agreement",
        later=[("en", "2026-01-20", SIGNED[2])],
        status="no evidence",
        reason="no-later-documents",
    ),
    Case(
        name="a visit of long ago",
        lang="kk",
        expected="Илдан Мерсай Торвенияға барады",
        later=[("kk", "2026-03-01", "Илдан Мерсай Торвенияға 2021 жылы барды.")],
        dated={"2021 жылы": ("2021-01-01", "2021-12-31")},
        status="no evidence",
        reason="no-evidence",
    ),
    Case(
        name="promise taken back before it is due",
        lang="ru",
        expected="визы будут отменены с 1 апреля",
        due=("2026-04-01", None),
        later=[("en", "2026-03-23", "Torvenia will not abolish visas.")],
        status="contradicted",
        reason="contrary",
        missing=("визы будут отменены с 1 апреля",),
    ),
    Case(
        name="not done so far, still time",
        lang="en",
        expected="the text will be published by the end of April",
        due=(None, "2026-04-30"),
        later=[("ru", "2026-04-07", "Текст пока не опубликован.")],
        status="not yet due",
        reason="not-yet-due",
    ),
    Case(
        name="not done and time is up",
        lang="en",
        expected="the text will be published by the end of April",
        due=(None, "2026-04-30"),
        later=[("ru", "2026-05-02", "Текст так и не опубликован.")],
        status="contradicted",
        reason="contrary",
        missing=("the text will be published by the end of April",),
    ),
    Case(
        name="put off",
        lang="en",
        expected="the port agreement will be signed",
        later=[("en", "2026-03-01", "The signing of the port agreement was postponed.")],
        status="contradicted",
        reason="contrary",
        missing=("the port agreement will be signed",),
    ),
    Case(
        name="unlikely, and it happened",
        lang="en",
        expected="the port agreement will hardly be signed",
        strength="unlikely",
        later=[SIGNED],
        status="contradicted",
        reason="contrary",
        missing=("the port agreement will hardly be signed",),
    ),
    Case(
        name="negated, and it did not happen",
        lang="en",
        expected="the visas will not be abolished",
        negated=True,
        later=[("kk", "2026-04-03", "Визалар жойылмады.")],
        status="fulfilled",
        reason="done",
        found=("the visas will not be abolished",),
        words=("Визалар жойылмады",),
    ),
    Case(
        name="the condition did not come about",
        lang="ru",
        text="Если тариф будет согласован, перевозки вырастут вдвое.",
        expected="перевозки вырастут вдвое",
        condition="Если тариф будет согласован",
        later=[("ru", "2026-03-01", "Тариф не согласован.")],
        status="void",
        reason="void",
        missing=("Если тариф будет согласован",),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_settlement(world: World, case: Case) -> None:
    settled = _settled(world, case)
    assert (settled.status, settled.reason) == (case.status, case.reason)
    assert (settled.found, settled.missing) == (case.found, case.missing)
    assert tuple(evidence.span.text for evidence in settled.evidence) == case.words
    if settled.status in ("contradicted", "void"):
        assert settled.against


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_order_of_documents_plays_no_part(world: World, case: Case) -> None:
    orders = itertools.permutations(range(len(case.later) + 1))
    assert len({repr(_settled(world, case, order)) for order in orders}) == 1


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_status_but_none_and_not_yet_rests_on_words(world: World, case: Case) -> None:
    settled = _settled(world, case)
    texts = {f"b{number}": text for number, (_, _, text) in enumerate(case.later)}
    for evidence in (*settled.evidence, *settled.against):
        evidence.span.check(texts[evidence.document])
    rests = bool(settled.evidence or settled.against)
    assert rests == (settled.status not in ("no evidence", "not yet due"))


def test_clause_joined_to_another_shares_its_time(world: World) -> None:
    text = "The port will be opened by 31 March and the consulate will be opened."
    first = Expectation(
        id="e1",
        content=_span(text, "The port will be opened by 31 March"),
        voice=None,
        strength="certain",
        due=Period(start=None, end="2026-03-31"),
    )
    second = Expectation(
        id="e2",
        content=_span(text, "the consulate will be opened"),
        voice=None,
        strength="certain",
    )
    source = Document(id="a", text=text, lang="en", published="2026-02-01")
    later = Document(
        id="b", text="The consulate has not yet opened.", lang="en", published="2026-04-02"
    )
    readings = {
        "a": _reading(world, source, {}, [first, second]),
        "b": _reading(world, later, {}),
    }
    [settled] = settle([("a", "2026-02-01", second)], [source, later], readings, world=world)
    assert settled.status == "contradicted"


def test_what_a_copy_repeats_is_told_once_by_the_earliest(world: World) -> None:
    source = Document(id="z", text="The port will be opened.", lang="en", published="2026-02-01")
    told = "The port was opened on Monday."
    original = Document(id="c", text=told, lang="en", published="2026-03-02T09:00:00+02:00")
    copy = Document(id="b", text=told, lang="en", published="2026-03-02T09:30:00+03:00")
    late = Document(id="a", text=told, lang="en", published="2026-03-02T15:00:00+02:00")
    documents = [source, late, original, copy]
    expected = Expectation(
        id="e1", content=_span(source.text, source.text[:-1]), voice=None, strength="certain"
    )
    readings = {d.id: _reading(world, d, {}) for d in documents}
    [settled] = settle([("z", "2026-02-01", expected)], documents, readings, world=world)
    assert [evidence.document for evidence in settled.evidence] == ["b"]


SAMPLE = [
    ("karnev-before", "Декларацию", "fulfilled"),
    ("olmera-expert-before", "декларацияға", "fulfilled"),
    ("torvenia-visa-promise", "Визовый режим", "contradicted"),
    ("toldara-fishermen", "план работ", "contradicted"),
    ("olmera-expert-before", "әуе рейсі", "no evidence"),
    ("kerdalia-visit-announced", "порты туралы", "fulfilled"),
    ("kerdalia-visit-announced", "консулдығымыз", "contradicted"),
    ("herald-minister-before", "first container train", "not yet due"),
    ("vestnik-deputy", "опубликует текст", "not yet due"),
    ("kerdalia-hearing", "Мәтінді", "not yet due"),
]


@pytest.fixture(scope="module")
def ledger(world: World) -> dict[tuple[str, str], Settlement]:
    """(document, words of the expectation) -> settlement, of the bundled sample as it is read."""
    with as_file(files("sholu.sample") / "articles.jsonl") as path:
        documents = [item for item in gather([str(path)]) if isinstance(item, Document)]
    readings = {document.id: read(document, world=world) for document in documents}
    foreseen = [
        (document.id, readings[document.id].published, item)
        for document in documents
        for item in readings[document.id].expectations
    ]
    settled = settle(foreseen, documents, readings, world=world)
    return {
        (name, item.content.text): outcome
        for (name, _, item), outcome in zip(foreseen, settled, strict=True)
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("document", "words", "status"), SAMPLE, ids=[f"{row[0]}: {row[1]}" for row in SAMPLE]
)
def test_outcomes_that_the_sample_promises(
    ledger: dict[tuple[str, str], Settlement], document: str, words: str, status: str
) -> None:
    found = [s.status for (name, text), s in ledger.items() if name == document and words in text]
    assert status in found


def test_evidence_leaves_out_the_line_of_date(world: World) -> None:
    case = Case(
        name="",
        lang="kk",
        expected="Илдан Мерсай Торвенияға барады",
        later=[
            ("kk", "2026-03-15", "date 2026-03-15 Илдан Мерсайдың Торвенияға жасаған сапары бітті.")
        ],
        status="",
        reason="",
    )
    [evidence] = _settled(world, case).evidence
    assert evidence.span.text == "Илдан Мерсайдың Торвенияға жасаған сапары"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["sunny", "rain fell", "crowds cheered", "prices rose"])))
def test_documents_about_something_else_change_nothing(more: list[str]) -> None:
    world = World.bundled()
    base = Case(
        name="",
        lang="en",
        expected="the ministers will sign the gas treaty",
        later=[("en", "2026-03-11", "The ministers signed the gas treaty.")],
        status="",
        reason="",
    )
    noise = [("en", "2026-03-10", f"It was {words} in the city.") for words in more]
    fuller = Case(**{**base.__dict__, "later": [*base.later, *noise]})
    assert _settled(world, fuller) == _settled(world, base)


def test_progress_tells_how_many_are_settled(world: World) -> None:
    text = "The text will be published. The port will be opened."
    document = Document(id="a", text=text, lang="en", published="2026-02-01")
    expected = [
        Expectation(id=f"e{n}", content=_span(text, words), voice=None, strength="certain")
        for n, words in enumerate(("The text will be published", "The port will be opened"))
    ]
    heard: list[tuple[str, int, int]] = []
    settle(
        [("a", "2026-02-01", item) for item in expected],
        [document],
        {"a": _reading(world, document, {}, expected)},
        world=world,
        progress=lambda step, done, total: heard.append((step, done, total)),
    )
    assert heard == [("settlement", 1, 2), ("settlement", 2, 2)]
