import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.measure.match import iou, pair, trim

ranges = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda r: (r[0], r[0] + r[1]))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("“The bridge is safe,”", "The bridge is safe"),
        ("«Мост цел», –", "Мост цел"),
        ("– Көпір бүтін! –", "Көпір бүтін"),
        ("「橋は安全だ。」", "橋は安全だ"),
        (" 'no way' ", "no way"),
        ("the well-known “old” bridge (1950)", "the well-known “old” bridge (1950)"),
        ("…", ""),
    ],
)
def test_trim_takes_marks_spaces_dashes_and_end_punctuation(text: str, left: str) -> None:
    start, end = trim(text, (0, len(text)))

    assert text[start:end] == left


def test_iou_counts_code_points() -> None:
    assert iou((0, 10), (5, 15)) == pytest.approx(1 / 3)
    assert iou((0, 10), (10, 20)) == 0
    assert iou((3, 3), (3, 3)) == 0


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        pytest.param([(0, 10)], [(0, 5)], {0: 0}, id="exactly half is enough"),
        pytest.param([(0, 10)], [(0, 4)], {}, id="less than half is not"),
        pytest.param([(0, 10)], [(0, 6), (0, 9)], {0: 1}, id="the larger overlap wins"),
        pytest.param([(0, 10)], [(0, 8), (2, 10)], {0: 0}, id="the first of equals wins"),
        pytest.param([(0, 10), (0, 8)], [(0, 8)], {1: 0}, id="one prediction serves one item"),
        pytest.param(
            [(0, 10), (0, 6)], [(0, 9), (0, 10)], {0: 1, 1: 0}, id="the rest go to the next best"
        ),
    ],
)
def test_pair(
    gold: list[tuple[int, int]], found: list[tuple[int, int]], pairs: dict[int, int]
) -> None:
    assert pair(gold, found) == pairs


@given(st.lists(ranges, max_size=6), st.lists(ranges, max_size=6))
def test_pairs_are_one_to_one_and_overlap(
    gold: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    pairs = pair(gold, found)

    assert len(set(pairs.values())) == len(pairs)
    assert all(iou(gold[i], found[j]) >= 0.5 for i, j in pairs.items())
