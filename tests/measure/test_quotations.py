import pytest

from sholu.measure.gold import Quote
from sholu.measure.quotations import QuotationScore, Row, judge, rows, score
from sholu.model import Statement
from tests.measure.making import gold, quote, reading, statement

TEXT = (
    "“The bridge is safe for everybody,” said Mira Olden. She added that the “old tunnel” stays "
    "shut.\n“It will open in spring.”\n"
)
SAFE = "The bridge is safe for everybody"
TUNNEL = "the “old tunnel” stays shut"
SPRING = "It will open in spring"


def line(name: str, quotes: list[Quote], statements: list[Statement]) -> QuotationScore:
    document = gold(TEXT, *quotes)
    row: Row = next(row for row in rows("en", ()) if row.name == name)
    return score(row, judge(document, reading(statements)))


def test_everything_right_is_all_ones() -> None:
    result = line(
        "all",
        [quote(TEXT, SAFE, speaker="Mira Olden"), quote(TEXT, SPRING)],
        [statement(TEXT, f"“{SAFE},”", source="Olden"), statement(TEXT, SPRING)],
    )

    shares = (result.exact.f1, result.overlap.f1, result.speaker, result.end_to_end.f1)
    assert shares == (1.0, 1.0, 1.0, 1.0)


def test_half_of_a_span_overlaps_but_is_not_exact() -> None:
    result = line("direct", [quote(TEXT, SAFE)], [statement(TEXT, "The bridge is safe")])

    assert (result.overlap.hits, result.exact.hits) == (1, 0)


def test_less_than_half_is_missed_and_spurious() -> None:
    result = line("direct", [quote(TEXT, SAFE)], [statement(TEXT, "The bridge")])

    assert (result.overlap.hits, result.overlap.precision, result.overlap.recall) == (0, 0, 0)
    assert (result.overlap.gold, result.overlap.found) == (1, 1)


@pytest.mark.parametrize(
    ("words", "speaker", "source", "right"),
    [
        pytest.param(SAFE, "Mira Olden", "Olden", True, id="part of the source"),
        pytest.param(SAFE, "Mira Olden", "She", False, id="another source"),
        pytest.param(SAFE, "Mira Olden", None, False, id="no source found"),
        pytest.param(SPRING, None, None, True, id="none printed, none found"),
        pytest.param(SPRING, None, "Mira Olden", True, id="carried over from another line"),
        pytest.param(SAFE, None, "Mira Olden", False, id="none printed, one found in the line"),
    ],
)
def test_speaker(words: str, speaker: str | None, source: str | None, right: bool) -> None:
    result = line(
        "direct", [quote(TEXT, words, speaker=speaker)], [statement(TEXT, words, source=source)]
    )

    assert (result.speaker, result.end_to_end.hits) == (float(right), int(right))


def test_a_quotation_taken_for_another_kind_is_found_but_not_of_the_same_kind() -> None:
    quotes = [quote(TEXT, SAFE)]
    statements = [statement(TEXT, SAFE, kind="mixed")]
    result = line("direct", quotes, statements)

    assert (result.overlap.f1, result.same_kind) == (1.0, 0.0)
    assert line("mixed", quotes, statements).overlap.found == 0


def test_a_spurious_statement_counts_against_its_own_kind_only() -> None:
    quotes = [quote(TEXT, SAFE)]
    statements = [statement(TEXT, SAFE), statement(TEXT, TUNNEL, kind="mixed")]

    assert line("direct", quotes, statements).overlap.precision == 1.0
    assert line("mixed", quotes, statements).overlap.found == 1
    assert line("indirect+mixed", quotes, statements).overlap.precision == 0.0
    assert line("all", quotes, statements).overlap.precision == 0.5


def test_short_direct_quotations_leave_the_row_of_long_ones() -> None:
    quotes = [quote(TEXT, SAFE), quote(TEXT, "old tunnel")]
    result = line("direct >=4w", quotes, [statement(TEXT, "old tunnel"), statement(TEXT, SAFE)])

    assert (result.overlap.gold, result.overlap.found, result.overlap.hits) == (1, 1, 1)


def test_reported_speech_needs_a_verb_of_speech() -> None:
    quotes = [
        quote(TEXT, TUNNEL, kind="mixed", cue="added"),
        quote(TEXT, SPRING, kind="indirect", cue="hopes"),
    ]
    result = line("reported speech", quotes, [])

    assert result.overlap.gold == 1


def test_nothing_found_where_nothing_is_marked_divides_by_nothing() -> None:
    result = score(rows("kk", ())[0], judge(gold(TEXT), reading()))

    assert (result.overlap.f1, result.speaker, result.same_kind) == (0.0, 0.0, 0.0)


def test_rows_of_other_languages_have_no_english_rows_and_keep_other_kinds() -> None:
    names = [row.name for row in rows("de", {"reported", "direct"})]

    sums = ["indirect+mixed", "reported", "all"]
    assert names == ["direct", "direct >=4w", "indirect", "mixed", *sums]
