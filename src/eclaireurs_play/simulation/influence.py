"""What each option does to each seat, by the numbers alone: who gains, who loses, who is left cold.

Satisfaction is a sum with one part per term, so that an option's effect is exact and the same
whatever the rest of the proposal: its part, less the mean of those of its term.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.engine.negotiation.table import Numbers

DIVIDES = SCALE * 4 // 100
"""An option divides when it gives one seat and takes from another more than that."""

COLD = SCALE // 100
"""A term leaves everyone alike when no option moves any seat by more than that."""

Effects = tuple[int, ...]
"""What an option does to each seat with numbers, in parts per million of its satisfaction."""


@dataclass(frozen=True, slots=True)
class Influence:
    """An option and what it does, seat by seat."""

    term: str
    option: str
    effects: Effects

    @property
    def divides(self) -> int:
        """Give what it gives one seat, or takes from another: the lesser of both."""
        return max(0, min(max(self.effects, default=0), -min(self.effects, default=0)))


def influences(numbers: Numbers) -> tuple[Influence, ...]:
    """Give every option of every term, in order of ids."""
    space = numbers.space
    parts = [numbers.seen(seat, seat) for seat in numbers.seats]
    return tuple(
        Influence(
            term,
            option,
            tuple(_effect(one.terms[place], digit, one.denominator) for one in parts),
        )
        for place, (term, options) in enumerate(zip(space.terms, space.options, strict=True))
        for digit, option in enumerate(options)
    )


def _effect(row: tuple[int, ...], digit: int, denominator: int) -> int:
    return round(Fraction(row[digit] * len(row) - sum(row), len(row) * denominator) * SCALE)


def cold(found: tuple[Influence, ...]) -> Iterator[str]:
    """Give the terms whose options leave everyone alike."""
    for term in dict.fromkeys(one.term for one in found):
        moved = (abs(effect) for one in found if one.term == term for effect in one.effects)
        if max(moved, default=0) <= COLD:
            yield term
