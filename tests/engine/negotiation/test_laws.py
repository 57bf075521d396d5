"""What holds for the numbers of any scenario."""

from copy import deepcopy
from math import prod

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from eclaireurs_play.engine.negotiation import compromises
from eclaireurs_play.engine.negotiation.exact import SCALE, Booleans, rounded
from eclaireurs_play.engine.negotiation.frontier import frontier, room, uncrossed
from eclaireurs_play.engine.negotiation.reasons import TooLittle, reasons
from eclaireurs_play.engine.negotiation.space import Space
from eclaireurs_play.engine.negotiation.standing import standing, told
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.engine.negotiation.zone import zone
from tests.engine.negotiation.samples import (
    AXES,
    Data,
    all_seats,
    backwards,
    contexts,
    naive_satisfaction,
    scenarios,
)


def _dominates(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def _points(table: NegotiationTable) -> list[tuple[int, ...]]:
    return [tuple(column) for column in table.satisfaction.T.tolist()]


@given(scenarios)
def test_satisfaction_is_its_definition_rounded_once(data: Data) -> None:
    for seat in data["seats"]:
        expected = naive_satisfaction(data, seat)
        for context in contexts(data):
            found = all_seats(data, context)
            row = found.satisfaction[found.row(seat)]
            assert row.tolist() == [rounded(expected[context, at]) for at in range(row.size)]
            assert row.min() >= 0
            assert row.max() <= SCALE


@given(scenarios, st.integers(2, 1000))
def test_scaling_weights_changes_nothing(data: Data, factor: int) -> None:
    scaled = deepcopy(data)
    for seat in scaled["seats"].values():
        seat["weights"] = {axis: factor * one for axis, one in seat["weights"].items()}
    assert np.array_equal(all_seats(scaled).satisfaction, all_seats(data).satisfaction)


@given(scenarios, st.sampled_from(AXES))
def test_measuring_an_axis_the_other_way_round_changes_nothing(data: Data, axis: str) -> None:
    turned = deepcopy(data)
    options = [one for term in turned["terms"].values() for one in term["options"].values()]
    moves = [part for one in options for part in (one["moves"], one["later"])]
    moves += [one["moves"] for one in turned["surprises"].values()]
    for numbers in (*moves, *(seat["weights"] for seat in turned["seats"].values())):
        if axis in numbers:
            numbers[axis] = -numbers[axis]
    for context in contexts(data):
        expected = all_seats(data, context).satisfaction
        assert np.array_equal(all_seats(turned, context).satisfaction, expected)


@given(scenarios)
def test_wanting_the_opposite_mirrors_satisfaction(data: Data) -> None:
    turned = deepcopy(data)
    for seat in turned["seats"].values():
        seat["weights"] = {axis: -one for axis, one in seat["weights"].items()}
    found, mirrored = all_seats(data), all_seats(turned)
    weighs = [bool(found.numbers.pulls(seat)) for seat in found.seats]
    assert np.array_equal(mirrored.satisfaction[weighs], SCALE - found.satisfaction[weighs])


@given(scenarios)
def test_the_order_of_the_file_changes_nothing(data: Data) -> None:
    for context in contexts(data):
        found, other = all_seats(data, context), all_seats(backwards(data), context)
        rows = [other.row(seat) for seat in found.seats]
        assert np.array_equal(found.satisfaction, other.satisfaction[rows])
        assert np.array_equal(found.objections, other.objections[rows])


@given(scenarios, st.data())
def test_the_frontier_is_what_nothing_dominates(data: Data, draw: st.DataObject) -> None:
    table = all_seats(data)
    size = table.space.size
    masks = st.lists(st.booleans(), min_size=size, max_size=size)
    among: Booleans = np.array(draw.draw(masks), dtype=np.bool_)
    points = _points(table)
    for mask in (None, among):
        indices = [at for at in range(size) if mask is None or mask[at]]
        expected = [
            at for at in indices if not any(_dominates(points[q], points[at]) for q in indices)
        ]
        assert frontier(table, mask).tolist() == expected


@given(st.integers(0, 2**32), st.integers(1, 8), st.integers(1, 3000), st.integers(1, 1000))
def test_the_frontier_of_many_points_across_blocks(
    seed: int, seats: int, size: int, most: int
) -> None:
    class Points:
        satisfaction = np.random.default_rng(seed).integers(0, most, (seats, size))
        space = Space(("t",), (tuple(map(str, range(size))),))

    Points.seats = tuple(map(str, range(seats)))  # type: ignore[attr-defined]
    found = frontier(Points)  # type: ignore[arg-type]
    values = Points.satisfaction
    for at in range(0, size, max(1, size // 40)):
        above = (values >= values[:, [at]]).all(axis=0) & (values > values[:, [at]]).any(axis=0)
        assert bool(above.any()) == (at not in found)


@given(scenarios)
def test_compromises_stand_on_the_frontier_and_give_every_tie(data: Data) -> None:
    table = all_seats(data)
    points = _points(table)
    for among in (None, uncrossed(table)):
        best = set(frontier(table, among).tolist())
        indices = [at for at in range(len(points)) if among is None or among[at]]
        levels = {at: sorted(points[at]) for at in indices}
        top = max(levels.values(), default=[])
        fair = compromises.egalitarian(table, among)
        assert list(fair) == [at for at in indices if levels[at] == top]
        assert best.issuperset(fair)
        assert best.issuperset(compromises.utilitarian(table, among))
        assert best.issuperset(compromises.nash(table, among))


@given(scenarios)
def test_nash_has_the_greatest_product_of_gains(data: Data) -> None:
    table = all_seats(data)
    floors = table.reservations.tolist()
    gains = [[a - b for a, b in zip(point, floors, strict=True)] for point in _points(table)]
    products = {at: prod(one) for at, one in enumerate(gains) if min(one) >= 0}
    found = compromises.nash(table)
    assert bool(found) == bool(products)
    if any(products.values()):
        top = max(products.values())
        assert list(found) == [at for at, one in products.items() if one == top]


@given(scenarios)
def test_room_harms_nobody_and_ends_on_the_frontier(data: Data) -> None:
    table = all_seats(data)
    best = set(frontier(table).tolist())
    for at, point in enumerate(_points(table)):
        found = room(table, at)
        assert found.better in best
        assert found.none == (at in best)
        assert min(found.gained) >= 0
        better = tuple(a + b for a, b in zip(point, found.gained, strict=True))
        assert better == _points(table)[found.better]
        assert all(a <= b for a, b in zip(found.gained, found.possible, strict=True))
        assert told(table, standing(table, at))


@given(scenarios, st.integers(0, 20))
def test_the_zone_shrinks_as_reservations_grow(data: Data, more: int) -> None:
    firmer = deepcopy(data)
    for seat in firmer["seats"].values():
        seat["reservation"] = max(seat["reservation"] or 0, more / 20)
    for context in contexts(data):
        before, after = zone(all_seats(data, context)), zone(all_seats(firmer, context))
        assert not (after.open & ~before.open).any()


@given(scenarios)
def test_every_objection_has_a_reason_and_only_those(data: Data) -> None:
    for context in contexts(data):
        table = all_seats(data, context)
        for row, seat in enumerate(table.seats):
            for at in range(table.space.size):
                found = reasons(table, seat, at)
                assert bool(found) == table.objections[row, at]
                for one in found:
                    if isinstance(one, TooLittle):
                        assert one.satisfaction < one.reservation
                    else:
                        assert one.limit.seat == seat
                        assert (one.value > one.limit.value) == one.limit.at_most
                        assert one.value != one.limit.value
