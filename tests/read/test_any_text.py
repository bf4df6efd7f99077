"""Any text at all gives a reading: no error, spans that hold, the same again, in linear time."""

import time
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sholu.model import Document, Reading
from sholu.read import read
from sholu.world import World
from tests.fuzzing import check, spans, texts

SENTENCES = {
    "en": [
        "“The bridge will open by 5 May 2027,” said Riza Tansyk, an economist at Norvik Bank.",
        "The Ministry of Trade of Norvik declined to comment.",
        "NORVIK SAID IT HOLDS THE SEA,",
        "f telling of the third symbol MOB,",
    ],
    "ru": [
        "«Мост откроют к 5 мая 2027 года», – сказал экономист Риза Тансык.",
        "По словам министра Норвика, договор не будет подписан, если цена вырастет.",
        "В министерстве от комментариев отказались.",
    ],
    "kk": [
        "«Көпір 2027 жылғы 5 мамырға дейін ашылады», – деді экономист Риза Тансық.",
        "Норвик министрінің айтуынша, баға өссе, келісімге қол қойылмайды.",
        "Министрлік түсініктеме беруден бас тартты.",
    ],
    "fr": ["Le pont ouvrira bientôt, a déclaré une économiste de Norvik."],
}
MARKS = [*list("\"“”„«»'’‘‚‹›´`"), "''", "``"]
OTHERS = [*list(".,;:!?…()[]-–—―/%²½٣१İıßﬁ"), "date 2025-02-30 ", "0 мая", "in 99999999999 days"]
INVISIBLE = list("\u200b\u200d\u200e\u202e\ufeff\u00ad\u0301\u20dd\x00\x0b\x0c\x85\u2028\t")
EMOJI = ["😀", "🇰🇿", "👨\u200d👩\u200d👧"]
BREAKS = ["\n", "\r\n", "\r", "\n\n", " "]

ANY_CHARACTERS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
PIECES = st.one_of(
    st.sampled_from([sentence for some in SENTENCES.values() for sentence in some]),
    st.sampled_from([word for some in SENTENCES.values() for one in some for word in one.split()]),
    st.sampled_from(MARKS + OTHERS + INVISIBLE + EMOJI + BREAKS),
    ANY_CHARACTERS,
)
TEXTS = st.lists(PIECES, max_size=40).flatmap(
    lambda pieces: st.sampled_from(["", " ", "\n"]).map(lambda between: between.join(pieces))
)


@cache
def world() -> World:
    return World.bundled()


def reading_of(text: str, **given: str | None) -> Reading:
    return read(Document(id="any", text=text, **given), world=world())


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(
    TEXTS,
    st.sampled_from([None, "en", "kk", "ru", "fr", "xx"]),
    st.sampled_from([None, "0001-01-01", "2026-05-05", "9999-12-31"]),
)
@example('"\x0c"', "en", None)
@example("NORVIK SAID IT HOLDS THE SEA,", "kk", None)
@example("The bridge will open soon.\nМост не будет открыт в мае.", None, "2026-05-05")
def test_any_text_is_read(text: str, lang: str | None, published: str | None) -> None:
    reading = reading_of(text, lang=lang, published=published)

    for span in spans(reading):
        span.check(text)
    for found in (reading.statements, reading.expectations, reading.silences):
        assert len({item.id for item in found}) == len(found)
        assert all(item.content.text.strip() for item in found)
    assert {item.statement for item in reading.expectations} <= {
        None,
        *(statement.id for statement in reading.statements),
    }
    assert reading_of(text, lang=lang, published=published) == reading


def test_what_two_languages_expect_is_numbered_in_the_order_of_the_text() -> None:
    text = (
        "Мост не будет открыт в мае, дорогу через залив построят позже.\n"
        "The bridge over the bay will open in June and the road will follow.\n"
        "Мост через залив будет стоить дорого, и дорогу тоже построят в июле."
    )
    found = reading_of(text, published="2026-04-01").expectations

    assert [item.id for item in found] == [f"e{number}" for number in range(1, len(found) + 1)]
    starts = [item.content.start for item in found]
    assert len(starts) >= 3
    assert starts == sorted(starts)


def running_on(language: str) -> str:
    """A line that is one sentence, as long as it likes."""
    return " ".join(sentence.replace(".", "") for sentence in SENTENCES[language]) + " "


LONG = {
    "kk without a full stop": ("kk", running_on("kk")),
    "ru without a full stop": ("ru", running_on("ru")),
    "en in capitals": ("en", running_on("en").title()),
    "single marks": ("kk", "‘көпір ‘деді "),
    "marks never closed": ("ru", "«мост «сказал "),
    "double marks open before single ones close": ("en", "“open close' "),
    "commas": ("en", ","),
    "nothing but digits": ("en", "1."),
}


@pytest.mark.parametrize(("lang", "piece"), LONG.values(), ids=LONG)
def test_time_grows_only_with_the_text(lang: str, piece: str) -> None:
    def took(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        reading_of(text, lang=lang)
        return time.process_time() - begin

    # The least of three: tables are loaded, and garbage collected, in some of them.
    long, short = (min(took(size) for _ in range(3)) for size in (40_000, 10_000))
    assert long < 8 * short + 0.25


def test_broken_texts_of_every_language_are_read() -> None:
    for text, lang in texts(1_500, seed=20261125):
        check(text, lang, world())
