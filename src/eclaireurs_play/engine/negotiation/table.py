"""The integer tables of a negotiation, computed once and read by whoever plays or counts.

Rounding rule: a satisfaction is computed exactly (decimals as their author wrote them), then
rounded once to parts per million, to the nearest, ties to even; so is a reservation. An objection
by numbers compares these integers. Red lines compare exact values, without rounding.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from eclaireurs_play.engine.domains import suggest
from eclaireurs_play.engine.negotiation import parts
from eclaireurs_play.engine.negotiation.exact import Booleans, Integers, exact, rounded
from eclaireurs_play.engine.negotiation.limits import Limit, crossed, limits, sides
from eclaireurs_play.engine.negotiation.space import Space, space
from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.model.scenario import Scenario

_SMALL = 1 << 16
"""Guesses about more proposals than that are not kept."""


class Numbers:
    """A scenario's numbers made ready: parts of satisfaction, limits, tables per context.

    Everything is computed at first use and kept. `seats` are the rows of its tables, in order; by
    default those that weigh an axis or have a red line, in the order of their ids.
    """

    def __init__(self, scenario: Scenario, seats: Iterable[str] | None = None) -> None:
        self.scenario = scenario
        self.seats = _numeric(scenario) if seats is None else tuple(seats)
        _known(self.seats, scenario.seats, "Place inconnue")
        self._pulls: dict[str, tuple[parts.Pull, ...]] = {}
        self._parts: dict[tuple[str, str, frozenset[str]], parts.Parts] = {}
        self._guesses: dict[tuple[str, str, frozenset[str]], Integers] = {}
        self._tables: dict[tuple[str, ...], NegotiationTable] = {}
        self._within: dict[frozenset[str], Booleans] = {}

    @cached_property
    def space(self) -> Space:
        """Number the proposals."""
        return space(self.scenario.terms)

    @cached_property
    def reservations(self) -> Integers:
        """Give each seat's reservation in parts per million, 0 where it has none."""
        levels = (self.scenario.seats[seat].reservation or 0 for seat in self.seats)
        return np.array([rounded(exact(level)) for level in levels], dtype=np.int64)

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """Give the limits that red lines set, seat by seat."""
        return tuple(limits(self.scenario, self.seats))

    def at(self, context: Collection[str] = ()) -> "NegotiationTable":
        """Give the table once the surprises of `context` are active."""
        _known(context, self.scenario.surprises, "Imprévu inconnu")
        known = tuple(sorted(set(context)))
        if known not in self._tables:
            self._tables[known] = NegotiationTable.build(self, known)
        return self._tables[known]

    def within(self, guardrails: Collection[str]) -> Booleans:
        """Tell which proposals keep to these guard-rails of the charter, shape (proposals,)."""
        known = frozenset(guardrails)
        if known not in self._within:
            calm, foreseen = self.active(()), self.scenario.charter
            kept = np.ones(self.space.size, dtype=np.bool_)
            for card in sorted(known):
                for limit in sides("", foreseen.guardrails[card]) if foreseen else ():
                    kept &= ~crossed(self.scenario, self.space, limit, calm)
            kept.setflags(write=False)
            self._within[known] = kept
        return self._within[known]

    def active(self, context: Collection[str]) -> tuple[bool, ...]:
        """Tell for each surprise, in the order of its rows, whether it is active."""
        return tuple(one in context for one in parts.surprises(self.scenario))

    def pulls(self, seat: str) -> tuple[parts.Pull, ...]:
        """Give what each axis brings to a seat."""
        if seat not in self._pulls:
            who = self.scenario.seats[seat]
            self._pulls[seat] = parts.pulls(self.scenario, self.space, who.weights, who.long_view)
        return self._pulls[seat]

    def seen(self, of: str, by: str, named: Collection[str] = ()) -> parts.Parts:
        """Give what satisfies a seat, as another may guess (see `estimates`) or as it knows.

        A seat that weighs nothing is satisfied by anything.
        """
        key = (of, by, frozenset(named))
        if key not in self._parts:
            pulls = self.pulls(of) if of == by else self._shown(of, by, named)
            otherwise = Fraction(1) if of == by else Fraction(1, 2)
            self._parts[key] = parts.parts(self.scenario, self.space, pulls, otherwise)
        return self._parts[key]

    def guess(self, of: str, by: str, named: Collection[str] = ()) -> Integers:
        """Give what `seen` makes of every proposal before any surprise; not to be written to."""
        key = (of, by, frozenset(named))
        if key in self._guesses:
            return self._guesses[key]
        found = self.seen(of, by, named).satisfaction(self.active(()))
        found.setflags(write=False)
        if found.size <= _SMALL:
            self._guesses[key] = found
        return found

    def _shown(self, of: str, by: str, named: Collection[str]) -> tuple[parts.Pull, ...]:
        who, eyes = self.scenario.seats[of], self.scenario.seats[by]
        known = {*who.shows, *named}
        weights = {axis: weight for axis, weight in who.weights.items() if axis in known}
        return parts.pulls(self.scenario, self.space, weights, eyes.long_view)


@dataclass(frozen=True, slots=True, eq=False)
class NegotiationTable:
    """What every proposal is worth to every seat in one context; arrays can't be written to.

    `satisfaction` (seats, proposals) and `reservations` (seats,) are in parts per million;
    `crossed` (limits, proposals) and `objections` (seats, proposals) are booleans. An objection by
    numbers: a red line crossed, or satisfaction below the reservation (equal is enough to accept).
    """

    numbers: Numbers
    context: tuple[str, ...]
    satisfaction: Integers
    crossed: Booleans
    objections: Booleans

    @classmethod
    def build(cls, numbers: Numbers, context: tuple[str, ...]) -> "NegotiationTable":
        """Compute the table of a context."""
        active = numbers.active(context)
        satisfaction = np.zeros((len(numbers.seats), numbers.space.size), dtype=np.int64)
        for row, seat in enumerate(numbers.seats):
            satisfaction[row] = numbers.seen(seat, seat).satisfaction(active)
        over = np.zeros((len(numbers.limits), numbers.space.size), dtype=np.bool_)
        objections = satisfaction < numbers.reservations[:, None]
        for row, limit in enumerate(numbers.limits):
            over[row] = crossed(numbers.scenario, numbers.space, limit, active)
            objections[numbers.seats.index(limit.seat)] |= over[row]
        for array in (satisfaction, over, objections, numbers.reservations):
            array.setflags(write=False)
        return cls(numbers, context, satisfaction, over, objections)

    @property
    def seats(self) -> tuple[str, ...]:
        """Give the seat of each row."""
        return self.numbers.seats

    @property
    def space(self) -> Space:
        """Give the numbering of the columns."""
        return self.numbers.space

    @property
    def reservations(self) -> Integers:
        """Give each seat's reservation, shape (seats,), in parts per million."""
        return self.numbers.reservations

    def row(self, seat: str) -> int:
        """Give the row of a seat."""
        _known((seat,), self.seats, "Place sans chiffres")
        return self.seats.index(seat)

    def value(self, axis: str, proposal: int) -> Fraction:
        """Give the value of an axis today, in its unit, under a proposal in this context."""
        scenario = self.numbers.scenario
        picked = self.space.picked(proposal).items()
        moves = [scenario.terms[term].options[option].moves for term, option in picked]
        moves += [scenario.surprises[one].moves for one in self.context]
        return sum((exact(move.get(axis, 0)) for move in moves), Fraction(0))


def table(
    scenario: Scenario, *, seats: Iterable[str] | None = None, context: Collection[str] = ()
) -> NegotiationTable:
    """Compute one table; `Numbers` keeps those of several contexts."""
    return Numbers(scenario, seats).at(context)


def _numeric(scenario: Scenario) -> tuple[str, ...]:
    seats = scenario.seats.items()
    return tuple(sorted(name for name, seat in seats if seat.weights or seat.red_lines))


def _known(names: Iterable[str], known: Collection[str], what: str) -> None:
    for name in names:
        if name not in known:
            raise NotFoundError(f"{what} : {suggest(name, tuple(known))}.")
