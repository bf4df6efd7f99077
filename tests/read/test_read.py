"""Whole readings: any text is read, every span holds, the same text reads the same."""

from collections.abc import Iterator
from time import perf_counter, process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sholu.model import Document, Reading, Span
from sholu.read import read
from sholu.world import World
from tests.read.corpus import codes, sentences, unmark

WORLD = World.bundled()
LANGUAGES = ("kk", "ru", "en")


def reading(text: str, lang: str | None = None) -> Reading:
    return read(Document(id="d", text=text, lang=lang, published="2031-03-04"), world=WORLD)


def spans(found: Reading) -> Iterator[Span | None]:
    """Every span of a reading."""
    for item in found.statements:
        yield from (item.content, item.cue, item.source, item.heading, item.assessment_words)
        yield from item.parts
    for foreseen in found.expectations:
        yield from (foreseen.content, foreseen.strength_words, foreseen.due_words)
        yield foreseen.condition
    for silence in found.silences:
        yield from (silence.content, silence.cue, *silence.sources)
    yield from (dating.span for dating in found.dates)
    yield from (mention.span for mention in found.mentions)
    yield from found.headings
    yield from (span for _, span in found.unread)


def check(text: str, found: Reading) -> None:
    """Whatever is read must stand in the text as it says."""
    for span in spans(found):
        if span is not None:
            span.check(text)
    for item in found.statements:
        assert item.content.text.strip()
        assert all(item.content.contains(part) for part in item.parts)
        assert list(item.parts) == sorted(item.parts, key=lambda part: part.start)
        if item.kind == "direct" and item.cue is not None and item.parts:
            assert not any(part.overlaps(item.cue) for part in item.parts)
    starts = [item.content.start for item in found.statements]
    assert starts == sorted(starts)
    ids = [item.id for item in found.statements]
    assert len(set(ids)) == len(ids)
    known = set(ids)
    assert {item.statement for item in found.expectations} - {None} <= known


MARKS = [
    "«",
    "»",
    '"',
    "“",
    "”",
    "„",
    "'",
    "’",
    "– ",
    "— ",
    "- ",
    ", ",
    ". ",
    ": ",
    "? ",
    "! ",
    "…",
]
MARKS += ["\n", "\n\n", "\r\n", "\u2028", "\t", "(", ")", "• ", "1) ", "12%"]
KAZAKH = ["деді ", "деп мәлімдеді ", "барғанын айтты ", "айтуынша, ", "Айша Төлен ", "министр "]
KAZAKH += ["ол ", "Сарапшылар ", "2031 жылы ", "ертең ", "күтілуде ", "үнсіз қалды ", "Мәскеу "]
RUSSIAN = ["сказал ", "заявил, что ", "по словам ", "Ада Брук ", "министр ", "он ", "эксперты "]
RUSSIAN += ["в марте ", "возможно, ", "не ответил ", "если ", "Астана "]
ENGLISH = ["said ", "that ", "according to ", "Ada Brook ", "the minister ", "he ", "experts "]
ENGLISH += ["next week ", "is expected to ", "declined to comment ", "if ", "Reuters "]
STRANGE = [
    "\u0301",
    "\u0308\u0301",
    "е\u0308",
    "\u202e",
    "\u200f",
    "שלום ",
    "مرحبا ",
    "🙂",
    "👨‍👩‍👧 ",
]
STRANGE += [
    "\ufeff",
    "\x00",
    "\ud800",
    "İ",
    "ß",
    "ŉ",
    "Ⅻ",
    "½ ",
    "９",
    "。",
    "发言人说：",
    "\u00a0",
    "\u00ad",
]
PIECES = st.sampled_from(MARKS + KAZAKH + RUSSIAN + ENGLISH + STRANGE)


@settings(max_examples=300, deadline=None)
@given(
    pieces=st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40),
    lang=st.sampled_from([None, *LANGUAGES, "de", "zh"]),
)
@example(pieces=[], lang=None)
@example(pieces=["«", "İ", "деді ", "»", "ол "], lang="kk")
@example(pieces=["date 2031-02-30 ", "деді "], lang="kk")
def test_any_text_is_read_and_every_span_holds(pieces: list[str], lang: str | None) -> None:
    text = "".join(pieces)
    found = reading(text, lang)
    check(text, found)
    assert found == reading(text, lang)


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n\t", "…", "«»", "\u200b"])
@pytest.mark.parametrize("lang", [None, *LANGUAGES])
def test_a_text_of_nothing_gives_nothing(text: str, lang: str | None) -> None:
    found = reading(text, lang)
    assert (found.statements, found.expectations, found.silences) == ((), (), ())


MIXED = (
    "Министр Ерден Сабыр жолдың биыл жабылатынын және көпірдің жөнделетінін айтты.\n"
    "По словам мэра, дорогу откроют только после ремонта моста и набережной.\n"
    "The mayor said that the road would stay closed until the bridge was repaired."
)


def test_every_line_is_read_in_its_own_language() -> None:
    found = reading(MIXED)
    check(MIXED, found)
    assert [item.cue.text for item in found.statements if item.cue] == [
        "айтты",
        "По словам",
        "said",
    ]


def test_a_language_without_a_pack_is_named_as_unread() -> None:
    line = "La ministra ha dichiarato che la strada resterà chiusa fino alla fine dei lavori."
    text = f"{MIXED.splitlines()[0]}\n{line}"
    found = reading(text)
    assert len(found.statements) == 1
    assert "dichiarato" in "".join(span.text for _, span in found.unread)


def test_statements_are_numbered_in_the_order_of_the_text() -> None:
    found = reading(MIXED)
    assert [item.id for item in found.statements] == ["s1", "s2", "s3"]


def test_an_interrupted_quotation_is_one_statement_with_two_parts() -> None:
    text = "«Біз шегінбейміз», – деді генерал Ерден Сабыр, – «бірақ соғыс та іздемейміз»."
    (item,) = reading(text, "kk").statements
    assert [part.text for part in item.parts] == ["Біз шегінбейміз", "бірақ соғыс та іздемейміз"]
    assert item.content.text == text[1 : text.rindex("»")]


def test_the_heading_above_goes_with_the_statement() -> None:
    text = (
        "Жол жабылды\nМинистр Ерден Сабыр жолдың биыл жабылатынын және көпірдің жөнделетінін айтты."
    )
    found = reading(text, "kk")
    assert [span.text for span in found.headings] == ["Жол жабылды"]
    assert [item.heading and item.heading.text for item in found.statements] == ["Жол жабылды"]


PARAGRAPHS = {
    "kk": "Министр Ерден Сабыр «жол жабық» деді, ал сарапшының айтуынша, көпір ескірді. ",
    "ru": "«Дорога закрыта», — сказал мэр, а по словам эксперта, мост устарел. ",
    "en": '"The road is closed," said the mayor, and experts said that the bridge was old. ',
}


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_paragraph_of_200_kilobytes_takes_seconds(lang: str) -> None:
    paragraph = PARAGRAPHS[lang]
    text = paragraph * (200_000 // len(paragraph.encode()))
    reading(paragraph, lang)
    start = perf_counter()
    found = reading(text, lang)
    check(text, found)
    assert len(found.statements) > 100
    assert perf_counter() - start < 20


def test_a_russian_sentence_in_a_kazakh_line_is_read_as_russian() -> None:
    russian = "Министр Асан Ахметов сообщил, что строительство новой дороги начнется в мае."
    kazakh = "Алқалы жиында келесі жылғы жоспар талқыланды."
    text = f"{kazakh} {russian} {kazakh}\n{kazakh} Әкім жұмыстың уақытында бітетінін айтты."
    found = reading(text, "kk")
    check(text, found)
    said = [(item.content.text, item.source and item.source.text) for item in found.statements]
    assert said == [
        ("строительство новой дороги начнется в мае", "Министр Асан Ахметов"),
        ("жұмыстың уақытында бітетінін", "Әкім"),
    ]
    assert not found.headings


def long_paragraph(lang: str, size: int) -> str:
    """The marked sentences of a language over and over in one line, none that opens a long one."""
    plain = [unmark(marked)[0].replace("\n", " ") for marked in sentences(lang)]
    flat = " ".join(line for line in plain if not set(line) & set(":：") and line[0] not in "-–—")
    return (flat + " ") * (size // len(flat.encode()) + 1)


@pytest.mark.slow
@pytest.mark.parametrize("lang", codes())
def test_a_long_paragraph_takes_time_with_its_length_alone(lang: str) -> None:
    texts = [long_paragraph(lang, size) for size in (100_000, 100_000, 800_000)]
    taken = []
    for text in texts:
        start = process_time()
        reading(text, lang)
        taken.append((process_time() - start) / len(text))
    assert taken[2] < 2 * taken[1]
