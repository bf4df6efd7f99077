import pytest

from sholu.measure.listing import Mistake, listing
from sholu.measure.quotations import judge
from tests.measure.making import gold, quote, reading, statement

TEXT = (
    "“The gate is open for now,” said Mira Olden. “The lock is broken,” said Jon Brand. It rains."
)
OPEN = "The gate is open for now"
LOCK = "The lock is broken"

JUDGED = judge(
    gold(TEXT, quote(TEXT, OPEN, speaker="Mira Olden"), quote(TEXT, LOCK, kind="indirect")),
    reading(
        [
            statement(TEXT, "The gate is open", kind="mixed", source="Jon Brand"),
            statement(TEXT, "It rains", kind="indirect"),
        ]
    ),
)


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        ("missed", LOCK),
        ("spurious", "It rains"),
        ("speaker", "Jon Brand @"),
        ("kind", "mixed"),
        ("inexact", "[The gate is open]"),
    ],
)
def test_each_sort_of_mistake_is_listed_with_its_words(mistake: Mistake, words: str) -> None:
    printed = listing(JUDGED, mistake=mistake, kind=None, limit=None)

    assert printed.startswith(f"1 {mistake}\n")
    assert words in printed


def test_kind_and_limit_choose() -> None:
    assert listing(JUDGED, mistake="missed", kind="direct", limit=None) == "0 missed\n"
    assert listing(JUDGED, mistake="missed", kind="indirect", limit=0) == "1 missed\n"
