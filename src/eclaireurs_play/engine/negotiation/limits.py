"""Red lines as limits on the value of an axis, compared exactly."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from eclaireurs_play.engine.negotiation.exact import (
    Booleans,
    all_sums,
    common_denominator,
    exact,
    whole,
)
from eclaireurs_play.engine.negotiation.parts import axis_rows
from eclaireurs_play.engine.negotiation.space import Space
from eclaireurs_play.model.scenario import RedLine, Scenario


@dataclass(frozen=True, slots=True)
class Limit:
    """One side of a red line: a seat can't accept an axis's value beyond `value`, in its unit.

    It bounds what is signed today in the context at hand: the sum of the options' `moves` and of
    the active surprises' (never `later`). To stand on the limit is to respect it.
    """

    seat: str
    axis: str
    value: Fraction
    at_most: bool


def limits(scenario: Scenario, seats: Iterable[str]) -> Iterator[Limit]:
    """Give every side of every red line on an axis of the scenario, seat by seat."""
    for seat in seats:
        for line in scenario.seats[seat].red_lines:
            if line.axis in scenario.axes:
                yield from sides(seat, line)


def sides(seat: str, line: RedLine) -> Iterator[Limit]:
    """Give the sides of a red line, or of a guard-rail, that it bounds."""
    for bound, at_most in ((line.at_least, False), (line.at_most, True)):
        if bound is not None:
            yield Limit(seat, line.axis, exact(bound), at_most)


def crossed(scenario: Scenario, space: Space, limit: Limit, active: Sequence[bool]) -> Booleans:
    """Tell which proposals cross a limit, shape (proposals,)."""
    rows, bound = crossed_rows(scenario, space, limit)
    terms = len(space.terms)
    base = sum(row[on] for row, on in zip(rows[terms:], active, strict=True))
    over = all_sums(rows[:terms], base - bound)
    return np.asarray(over > 0 if limit.at_most else over < 0, dtype=np.bool_)


def crossed_rows(
    scenario: Scenario, space: Space, limit: Limit
) -> tuple[tuple[tuple[int, ...], ...], int]:
    """Give what options and surprises add to a limit's axis, and its bound, as whole numbers.

    Rows as in `parts.Rows`, over a denominator that suits them all.
    """
    rows = axis_rows(scenario, space, limit.axis, Fraction(0))
    denominator = common_denominator((limit.value, *(one for row in rows for one in row)))
    (bound,) = whole((limit.value,), denominator)
    return tuple(whole(row, denominator) for row in rows), bound
