"""Intervals against published values, and laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.simulation.statistics import (
    Distribution,
    Fourfold,
    Moments,
    own_effects,
    paired,
    student,
    wilson,
)

FEW = st.integers(0, 60)
CELLS = st.builds(Fourfold, FEW, FEW, FEW, FEW)
VALUES = st.lists(st.integers(-40, 40), min_size=1)


def test_wilson_against_newcombe() -> None:
    """R. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3."""
    published = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (successes, trials), (low, high) in published.items():
        found = wilson(successes, trials)
        assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_paired_against_published_examples() -> None:
    """Newcombe (1998), 2635-2650; Fagerland et al. (2014); Altman et al. (2000), table 6.2."""
    published = {
        Fourfold(both=36, lost=2, gained=12, neither=0): (0.0569, 0.3404),
        Fourfold(both=1, lost=7, gained=1, neither=12): (-0.507, -0.026),
        Fourfold(both=14, lost=0, gained=5, neither=22): (0.011, 0.226),
    }
    for cells, (low, high) in published.items():
        found = paired(cells)
        assert (found.low, found.high) == pytest.approx((low, high), abs=6e-4)


def test_student_against_tables() -> None:
    tables = {5: 2.5706, 10: 2.2281, 30: 2.0423, 120: 1.9799}
    for freedom, quantile in tables.items():
        assert student(freedom) == pytest.approx(quantile, rel=3e-4)


@given(FEW, FEW)
def test_a_share_stays_within_its_bounds_and_mirrors(yes: int, no: int) -> None:
    found, mirror = wilson(yes, yes + no), wilson(no, yes + no)
    assert 0 <= found.low <= found.high <= 1
    assert (found.low, found.high) == pytest.approx((1 - mirror.high, 1 - mirror.low))
    if yes + no:
        assert found.low <= yes / (yes + no) <= found.high


@given(CELLS)
def test_a_paired_difference_holds_its_estimate_and_changes_sign_with_its_sides(
    cells: Fourfold,
) -> None:
    found = paired(cells)
    other = paired(Fourfold(cells.both, cells.gained, cells.lost, cells.neither))
    assert -1 <= found.low <= found.estimate <= found.high <= 1
    assert (found.low, found.high) == pytest.approx((-other.high, -other.low))


@given(CELLS, st.integers(2, 50))
def test_looking_at_more_widens_every_interval(cells: Fourfold, among: int) -> None:
    values = Moments.of([0] * cells.both + [1] * cells.lost + [3] * cells.gained)
    pairs = [
        (paired(cells), paired(cells, among=among)),
        (wilson(cells.both, cells.pairs), wilson(cells.both, cells.pairs, among=among)),
        (values.bounds(), values.bounds(among=among)),
    ]
    for one, wider in pairs:
        assert wider.low <= one.low <= one.estimate <= one.high <= wider.high


@given(VALUES, VALUES)
def test_moments_and_distributions_add_up(left: list[int], right: list[int]) -> None:
    assert Moments.of(left) + Moments.of(right) == Moments.of(left + right)
    assert Distribution.of(left) + Distribution.of(right) == Distribution.of(left + right)
    assert Distribution.of(left).moments == Moments.of(left)


@given(VALUES)
def test_a_distribution_counts_as_the_list_does(values: list[int]) -> None:
    found, ranked = Distribution.of(values), sorted(values)
    assert found.mean == pytest.approx(sum(values) / len(values))
    assert found.quantile(0.5) == ranked[(len(values) + 1) // 2 - 1]
    assert found.quantiles(0, 0.5, 1) == (ranked[0], found.quantile(0.5), ranked[-1])
    middle = found.median()
    assert ranked[0] <= middle.low <= middle.estimate <= middle.high <= ranked[-1]


def test_too_few_values_bound_nothing() -> None:
    assert Moments.of([1, 2, 3]).bounds().sign == 0
    assert Moments.of([5, 5, 5, 5, 5, 5]).bounds().low == 5


def test_effects_that_come_together_are_untangled() -> None:
    """One cause takes 0.4 from consent, another nothing; they come together half of the time."""
    luck = np.random.default_rng(7)
    there = luck.integers(0, 2, (2, 4000))
    there[1] |= there[0] & luck.integers(0, 2, 4000)
    shift = np.where((there[0] > 0) & (luck.random(4000) < 0.4), -1, 0)
    found = own_effects(there @ there.T, there @ shift, int(shift @ shift), 4000)
    assert found is not None
    assert found[0].low <= -0.4 <= found[0].high < 0
    assert found[1].sign == 0


def test_effects_never_apart_are_not_told_apart() -> None:
    there = np.ones((2, 50), dtype=np.int64)
    assert own_effects(there @ there.T, there.sum(axis=1), 50, 50) is None
