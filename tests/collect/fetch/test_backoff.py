"""How long to stay away: longer with every failure, the same in every run."""

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.collect.fetch import delay


@given(
    failures=st.integers(1, 10_000),
    key=st.text(),
    base=st.floats(0.1, 1e4),
    cap=st.floats(0.1, 1e6),
)
def test_it_is_below_the_cap_and_the_same_again(failures, key, base, cap) -> None:
    seconds = delay(failures, key=key, base=base, cap=cap)
    assert 0 <= seconds < cap
    assert seconds == delay(failures, key=key, base=base, cap=cap)
    assert seconds < base * 2.0 ** min(failures - 1, 60)


def test_nothing_is_waited_for_without_a_failure() -> None:
    assert delay(0, key="a", base=60, cap=3600) == 0


def test_it_never_changes_between_versions() -> None:
    seconds = [delay(n, key="outlet.example", base=60, cap=3600) for n in (1, 2, 3)]
    assert seconds == pytest.approx([37.56258984849397, 21.264328464378472, 68.1227396435279])


def test_keys_are_spread_evenly_over_the_whole_length() -> None:
    drawn = [delay(3, key=f"source {n}", base=60, cap=3600) for n in range(2000)]
    assert mean(drawn) == pytest.approx(120, rel=0.05)
    assert min(drawn) < 5
    assert max(drawn) > 235
