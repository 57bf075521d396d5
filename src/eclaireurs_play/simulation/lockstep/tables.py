"""A scenario's numbers as integer arrays to pick from: any session, any context, any proposal.

The same integers as `engine.negotiation`: what an option brings, what a surprise adds, and one
rounding at the end. A context is a row of booleans, one per surprise in the order of their ids.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.negotiation.exact import (
    SCALE,
    Booleans,
    Integers,
    all_sums,
    common_denominator,
    per_million,
    whole,
)
from eclaireurs_play.engine.negotiation.limits import crossed_rows
from eclaireurs_play.engine.negotiation.table import Numbers

Rows = NDArray[np.int64]
"""Indices of sessions, or of what they hold; shape (sessions,)."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Numbers that add up: one per proposal, and what each surprise adds, over one denominator."""

    calm: Integers
    shifts: Integers
    denominator: int

    def at(self, proposals: Rows, active: Booleans) -> Integers:
        """Give the sum of each proposal in its session's context.

        `proposals` has shape (sessions, …) and `active` (sessions, surprises).
        """
        shift = active.astype(np.int64) @ self.shifts
        return self.calm[proposals] + shift.reshape(-1, *(1,) * (proposals.ndim - 1))


@dataclass(frozen=True, slots=True)
class Line:
    """A side of a red line, as `limits.crossed` compares it: sums of the axis less the bound."""

    seat: int
    over: Sums
    at_most: bool

    def crossed(self, proposals: Rows, active: Booleans) -> Booleans:
        """Tell which proposals cross it, each in its session's context."""
        beyond = self.over.at(proposals, active)
        return np.asarray(beyond > 0 if self.at_most else beyond < 0, dtype=np.bool_)


class Tables:
    """Everything that simulated seats read, one row per seat in the order of `numbers.seats`."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self._estimates: dict[tuple[int, int], Integers] = {}

    @property
    def seats(self) -> tuple[str, ...]:
        """Give the seat of each row."""
        return self.numbers.seats

    @cached_property
    def floors(self) -> Integers:
        """Give each seat's reservation, parts per million."""
        return self.numbers.reservations

    @cached_property
    def own(self) -> tuple[Sums, ...]:
        """Give what each seat knows it gets, before rounding."""
        found = []
        for seat in self.seats:
            parts = self.numbers.seen(seat, seat)
            base = parts.base + sum(absent for absent, _ in parts.surprises)
            calm = all_sums(parts.terms, base, times=2 * SCALE)
            shifts = [present - absent for absent, present in parts.surprises]
            found.append(Sums(calm, _whole_numbers(shifts), parts.denominator))
        return tuple(found)

    def satisfaction(self, seat: int, proposals: Rows, active: Booleans) -> Integers:
        """Give a seat's satisfaction, parts per million, by proposals of shape (sessions, …)."""
        sums = self.own[seat]
        return per_million(sums.at(proposals, active), sums.denominator)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Give every side of every red line, in the order of `numbers.limits`."""
        found = []
        for limit in self.numbers.limits:
            rows, bound = crossed_rows(self.numbers.scenario, self.numbers.space, limit)
            terms, surprises = self._cut(rows)
            base = sum(absent for absent, _ in surprises) - bound
            shifts = [present - absent for absent, present in surprises]
            sums = Sums(all_sums(terms, base), _whole_numbers(shifts), 1)
            found.append(Line(self.seats.index(limit.seat), sums, limit.at_most))
        return tuple(found)

    def _cut(
        self, rows: tuple[tuple[int, ...], ...]
    ) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
        count = len(self.numbers.space.terms)
        return rows[:count], rows[count:]

    def grievances(self, seat: int, proposals: Rows, active: Booleans, own: Integers) -> Integers:
        """Count a seat's reasons to object, shape of `proposals`; `own` is its satisfaction."""
        count: Integers = (own < self.floors[seat]).astype(np.int64)
        for line in self.lines:
            if line.seat == seat:
                count += line.crossed(proposals, active)
        return count

    def objections(self, seat: int, proposals: Rows, active: Booleans) -> Booleans:
        """Tell whether a seat objects by numbers; shapes (sessions,)."""
        own = self.satisfaction(seat, proposals, active)
        return self.grievances(seat, proposals, active, own) > 0

    def best(self, seat: int, active: Booleans) -> Integers:
        """Give the most a seat can hope for in each session's context, shape (sessions,)."""
        known = self._best[seat]
        context = active @ (1 << np.arange(active.shape[1]))
        for one in np.unique(context[known[context] < 0]):
            known[one] = self._best_at(seat, one >> np.arange(active.shape[1]) & 1 == 1)
        return np.asarray(known[context])

    @cached_property
    def _best(self) -> Integers:
        """Keep what `best` found, by seat and context (a bit per surprise); −1 at first."""
        contexts = 1 << len(self.numbers.scenario.surprises)
        return np.full((len(self.seats), contexts), -1, dtype=np.int64)

    def _best_at(self, seat: int, context: Booleans) -> int:
        every = np.arange(self.numbers.space.size)[None, :]
        own = self.satisfaction(seat, every, context[None, :])
        fine = own[self.grievances(seat, every, context[None, :], own) == 0]
        return int((fine if fine.size else own).max())

    @cached_property
    def _losses(self) -> tuple[tuple[Sums, ...], ...]:
        """Give what each axis costs each seat, in the order of its pulls."""
        return tuple(self._losses_of(seat) for seat in self.seats)

    def _losses_of(self, seat: str) -> tuple[Sums, ...]:
        pulls = self.numbers.pulls(seat)
        shared = common_denominator(
            one for pull in pulls for row in (*pull.rows, (pull.share,)) for one in row
        )
        found = []
        for pull in pulls:
            terms, surprises = self._cut(tuple(whole(row, shared) for row in pull.rows))
            share = whole((pull.share,), shared)[0] - sum(absent for absent, _ in surprises)
            calm = share - all_sums(terms, times=2)
            shifts = [absent - present for absent, present in surprises]
            found.append(Sums(np.asarray(calm), _whole_numbers(shifts), shared))
        return tuple(found)

    def gravest(self, seat: int, proposals: Rows, active: Booleans) -> tuple[Rows, Rows]:
        """Give why a seat objects: a row of `lines`, or the axis it misses most, −1 for neither.

        The axis is its place among the seat's pulls; shapes (sessions,).
        """
        line = np.full(proposals.shape, -1, dtype=np.int64)
        for row in reversed(range(len(self.lines))):
            if self.lines[row].seat == seat:
                line[self.lines[row].crossed(proposals, active)] = row
        axis = np.full(proposals.shape, -1, dtype=np.int64)
        if losses := self._losses[seat]:
            lost = np.stack([one.at(proposals, active) for one in losses])
            axis = np.where(lost.max(axis=0) > 0, lost.argmax(axis=0), -1)
        return line, np.where(line < 0, axis, -1)

    @cached_property
    def neighbours(self) -> Integers:
        """Give the neighbours of every proposal, as `Space.neighbours`; (proposals, neighbours)."""
        space = self.numbers.space
        proposals, stride, found = np.arange(space.size), space.size, []
        for size in space.sizes:
            stride //= size
            digit = proposals // stride % size
            for place in range(size - 1):
                other = place + (place >= digit)
                found.append(proposals + (other - digit) * stride)
        return np.array(found, dtype=np.int64).reshape(-1, space.size).T.copy()

    def estimates(self, by: int, of: int) -> Integers:
        """Give what one seat guesses of another, shape (1 + axes, proposals).

        Row 0 when the other named nothing; row 1 + k when it named the axis of its pull k.
        """
        if (by, of) not in self._estimates:
            me, other = self.seats[by], self.seats[of]
            calm = self.numbers.active(())
            named = ((), *((pull.axis,) for pull in self.numbers.pulls(other)))
            rows = [self.numbers.seen(other, me, one).satisfaction(calm) for one in named]
            self._estimates[by, of] = np.stack(rows)
        return self._estimates[by, of]


def _whole_numbers(values: list[int]) -> Integers:
    return np.array(values, dtype=np.int64)


_ROOM = 1 << 58
"""A share of satisfaction is at most its denominator; a few of them are added in 64 bits."""


def exact_enough(numbers: Numbers) -> bool:
    """Tell whether sums hold in 64 bits; those that rounding multiplies may be Python integers."""
    for seat in numbers.seats:
        rows = [row for pull in numbers.pulls(seat) for row in pull.rows]
        shared = common_denominator([Fraction(1), *(one for row in rows for one in row)])
        if max(shared, numbers.seen(seat, seat).denominator) >= _ROOM:
            return False
    lines = [crossed_rows(numbers.scenario, numbers.space, limit) for limit in numbers.limits]
    return all(
        abs(bound) + sum(max(map(abs, row)) for row in rows) < _ROOM for rows, bound in lines
    )
