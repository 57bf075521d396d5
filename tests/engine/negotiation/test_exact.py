"""Numbers that nothing blurs: numbering, extremes, roots, figures."""

from fractions import Fraction
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.negotiation.exact import root, rounded
from eclaireurs_play.engine.negotiation.reasons import figure
from eclaireurs_play.engine.negotiation.space import Space
from tests.engine.negotiation.samples import Data, all_seats, naive_satisfaction, scenarios


@given(st.lists(st.integers(1, 5), max_size=5), st.data())
def test_index_and_options_round_trip(sizes: list[int], draw: st.DataObject) -> None:
    terms = tuple(f"t{at}" for at in range(len(sizes)))
    space = Space(terms, tuple(tuple(f"o{one}" for one in range(size)) for size in sizes))
    assert space.size == prod(sizes)
    index = draw.draw(st.integers(0, space.size - 1))
    assert space.index(space.picked(index)) == index
    assert index == (np.ravel_multi_index(space.digits(index), tuple(sizes)) if sizes else 0)
    near = space.neighbours(index)
    assert len(set(near)) == len(near) == sum(size - 1 for size in sizes)
    for other in near:
        pairs = zip(space.digits(index), space.digits(other), strict=True)
        assert sum(a != b for a, b in pairs) == 1


@given(scenarios, st.sampled_from([1e-300, 1e9, 1e300]))
def test_extreme_numbers_stay_exact(data: Data, size: float) -> None:
    for term in data["terms"].values():
        for option in term["options"].values():
            option["moves"] = {axis: one * size for axis, one in option["moves"].items()}
    for seat in data["seats"]:
        expected = naive_satisfaction(data, seat)
        table = all_seats(data)
        row = table.satisfaction[table.row(seat)].tolist()
        assert row == [rounded(expected[(), at]) for at in range(len(row))]


@given(st.integers(0, 10**40), st.integers(1, 6))
def test_whole_roots(number: int, degree: int) -> None:
    found = root(number, degree)
    assert found**degree <= number < (found + 1) ** degree


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(0), "0"),
        (Fraction("-12.5"), "−12,5"),
        (Fraction(1_234_567), "1\u202f234\u202f567"),
        (Fraction("45.004"), "45,004"),
        (Fraction(-1, 10**9), "0"),
    ],
)
def test_figures_are_written_in_french(value: Fraction, written: str) -> None:
    assert figure(value) == written
