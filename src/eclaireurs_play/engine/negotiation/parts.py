"""What each option and each surprise brings to a seat's satisfaction.

In a context (a set of active surprises) a seat of long view λ values an axis at v = now + λ·later,
a surprise adding its moves to `now`. The place n of v runs from 0 at the least value of v over all
proposals and all contexts to 1 at the greatest. *Every subset* of the surprises is a context: the
extremes then add up term by term and surprise by surprise, and n stays in [0, 1] whatever comes.
Satisfaction u = Σ|w|·(n, or 1 − n when w < 0) / Σ|w|, over the axes that something moves.

So u is a sum with one part per term and one per surprise (absent or present).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from eclaireurs_play.engine.negotiation.exact import (
    SCALE,
    Integers,
    all_sums,
    common_denominator,
    exact,
    per_million,
    whole,
)
from eclaireurs_play.engine.negotiation.space import Space
from eclaireurs_play.model.scenario import Option, Scenario

_ZERO = Fraction(0)
Rows = tuple[tuple[Fraction, ...], ...]
"""One row per term (a number per option), then one per surprise (absent, present)."""


@dataclass(frozen=True, slots=True)
class Pull:
    """What an axis brings to a seat: parts of satisfaction ≥ 0, at most `share` in all."""

    axis: str
    share: Fraction
    rows: Rows


@dataclass(frozen=True, slots=True)
class Parts:
    """Satisfaction in integers: the numerators over one denominator.

    `terms[t][d]` is what digit d of term t brings; `surprises[k][active]` what surprise k does;
    `base` is what any proposal brings (to a seat that weighs nothing).
    """

    base: int
    terms: tuple[tuple[int, ...], ...]
    surprises: tuple[tuple[int, int], ...]
    denominator: int

    def satisfaction(self, active: Sequence[bool]) -> Integers:
        """Give the satisfaction of every proposal, shape (proposals,), in parts per million."""
        base = self.base + sum(row[on] for row, on in zip(self.surprises, active, strict=True))
        return per_million(all_sums(self.terms, base, times=2 * SCALE), self.denominator)


def surprises(scenario: Scenario) -> tuple[str, ...]:
    """Give the surprises in the order of their rows."""
    return tuple(sorted(scenario.surprises))


def axis_rows(scenario: Scenario, space: Space, axis: str, long_view: Fraction) -> Rows:
    """Give what each option and surprise adds to the value of an axis, in its unit."""

    def of(option: Option) -> Fraction:
        later = exact(option.later.get(axis, 0)) if long_view else _ZERO
        return exact(option.moves.get(axis, 0)) + long_view * later

    terms = (
        tuple(of(scenario.terms[term].options[one]) for one in options)
        for term, options in zip(space.terms, space.options, strict=True)
    )
    moves = (scenario.surprises[one].moves for one in surprises(scenario))
    return (*terms, *((_ZERO, exact(move.get(axis, 0))) for move in moves))


def pulls(
    scenario: Scenario, space: Space, weights: Mapping[str, float], long_view: float
) -> tuple[Pull, ...]:
    """Cut satisfaction into axes; an axis that nothing moves, or of no weight, is left out."""
    found: list[tuple[str, Fraction, Rows]] = []
    for axis in sorted(weights.keys() & scenario.axes.keys()):
        rows = axis_rows(scenario, space, axis, exact(long_view))
        if weights[axis] and any(max(row) > min(row) for row in rows):
            found.append((axis, exact(weights[axis]), rows))
    total = sum((abs(weight) for _, weight, _ in found), _ZERO)
    return tuple(_pull(axis, weight / total, rows) for axis, weight, rows in found)


def _pull(axis: str, weight: Fraction, rows: Rows) -> Pull:
    unit = abs(weight) / sum(max(row) - min(row) for row in rows)
    up = weight > 0
    places = (
        tuple(unit * (one - min(row) if up else max(row) - one) for one in row) for row in rows
    )
    return Pull(axis, abs(weight), tuple(places))


def parts(scenario: Scenario, space: Space, found: tuple[Pull, ...], otherwise: Fraction) -> Parts:
    """Add the axes up; with none, satisfaction is `otherwise` for any proposal."""
    denominator = common_denominator(one for pull in found for row in pull.rows for one in row)
    rows = [[0] * size for size in (*space.sizes, *(2 for _ in scenario.surprises))]
    for pull in found:
        for row, added in zip(rows, pull.rows, strict=True):
            row[:] = map(int.__add__, row, whole(added, denominator))
    return Parts(
        0 if found else otherwise.numerator,
        tuple(map(tuple, rows[: len(space.terms)])),
        tuple((absent, present) for absent, present in rows[len(space.terms) :]),
        denominator if found else otherwise.denominator,
    )
