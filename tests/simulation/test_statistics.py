"""Intervals against published values, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.simulation.statistics import Distribution, paired, wilson


def test_wilson_against_newcombe() -> None:
    """R. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    published = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (successes, trials), (low, high) in published.items():
        found = wilson(successes, trials)
        assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_stays_within_its_bounds_and_mirrors(yes: int, no: int) -> None:
    found, mirror = wilson(yes, yes + no), wilson(no, yes + no)
    assert 0 <= found.low <= found.high <= 1
    assert (found.low, found.high) == pytest.approx((1 - mirror.high, 1 - mirror.low))
    if yes + no:
        assert found.low - 1e-12 <= yes / (yes + no) <= found.high + 1e-12


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_a_paired_difference_changes_sign_with_its_sides(up: int, down: int, same: int) -> None:
    pairs = up + down + same
    found, other = paired(up, down, pairs), paired(down, up, pairs)
    assert (found.low, found.high) == pytest.approx((-other.high, -other.low))
    wider = paired(up, down, pairs, among=10)
    assert wider.low <= found.low
    assert wider.high >= found.high


@given(st.lists(st.integers(0, 40), min_size=1))
def test_a_distribution_counts_as_the_list_does(values: list[int]) -> None:
    found = Distribution()
    for value in values:
        found.add(value)
    assert found.mean == pytest.approx(sum(values) / len(values))
    assert found.quantile(0.5) == sorted(values)[(len(values) + 1) // 2 - 1]
