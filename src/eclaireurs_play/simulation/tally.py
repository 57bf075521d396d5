"""The columns of a batch added up, chunk after chunk: memory does not grow with the sessions.

Adding two tallies gives the tally of both batches, in any order and however they were cut.
"""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.negotiation.styles import STYLES
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.statistics import Distribution, Fourfold, Moments

Counts = NDArray[np.int64]

LEVELS = 101
"""Satisfactions are drawn by the hundredth."""

NAMED = 5
"""How many of the sessions that did not end are named."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What there is to count by; `terms` gives how many options each has, in order of ids."""

    seats: int
    surprises: int
    cards: int
    terms: tuple[int, ...]


@dataclass(slots=True, eq=False)
class Tally:
    """What the report counts. Arrays are by seat, surprise, style, term or card, in order of ids.

    Seats and cards stand in the order of the scenario and of the rules, styles in that of `STYLES`.
    Satisfactions are in parts per million; a last dimension of 3 holds `Moments`, of 4 a
    `Fourfold`, of 2 how many sessions sought consent and how many found it.

    Among sessions that sought consent, `tried` counts those where a version held an option,
    `agreed` those that adopted it; `contexts` counts them by the surprises that fell (a mask),
    `agreements` also by what they signed. Among those compared with their calm twin, `together`
    counts where two surprises fell, `shifts` adds what became of consent (-1, 0 or 1) where each
    fell, and last its squares.
    """

    sessions: int
    over: int
    lockstep: int
    unfinished: frozenset[int]
    asked: int
    adopted: int
    both_signed: int
    same_agreement: int
    actions: Distribution
    minutes: Distribution
    rounds: Distribution
    objections: Distribution
    versions: Distribution
    calm: Counts = field(repr=False)
    fell: Counts = field(repr=False)
    effects: Counts = field(repr=False)
    together: Counts = field(repr=False)
    shifts: Counts = field(repr=False)
    swings: Counts = field(repr=False)
    styles: Counts = field(repr=False)
    company: Counts = field(repr=False)
    levels: Counts = field(repr=False)
    satisfaction: Counts = field(repr=False)
    least: Counts = field(repr=False)
    crossed: Counts = field(repr=False)
    objecting: Counts = field(repr=False)
    contributions: Counts = field(repr=False)
    made: Counts = field(repr=False)
    authored: Counts = field(repr=False)
    tried: tuple[Counts, ...] = field(repr=False)
    agreed: tuple[Counts, ...] = field(repr=False)
    seen: Counts = field(repr=False)
    answered: Counts = field(repr=False)
    contexts: Counter[int] = field(repr=False)
    agreements: Counter[tuple[int, int]] = field(repr=False)

    @classmethod
    def none(cls, shape: Shape) -> "Tally":
        """Begin with nothing counted."""

        def zeros(*size: int) -> Counts:
            return np.zeros(size, dtype=np.int64)

        seats, surprises, styles = shape.seats, shape.surprises, len(STYLES)
        return cls(
            sessions=0, over=0, lockstep=0, unfinished=frozenset(), asked=0, adopted=0,
            both_signed=0, same_agreement=0,
            actions=Distribution(), minutes=Distribution(), rounds=Distribution(),
            objections=Distribution(), versions=Distribution(),
            calm=zeros(4), fell=zeros(surprises),
            effects=zeros(surprises, 4), together=zeros(surprises, surprises),
            shifts=zeros(surprises + 1),
            swings=zeros(surprises, seats, 3),
            styles=zeros(seats, styles, 2), company=zeros(styles, seats + 1, 2),
            levels=zeros(seats, LEVELS), satisfaction=zeros(seats, 3),
            least=zeros(seats), crossed=zeros(seats), objecting=zeros(seats, 3),
            contributions=zeros(seats, 3), made=zeros(seats + 1), authored=zeros(seats + 1),
            tried=tuple(zeros(size) for size in shape.terms),
            agreed=tuple(zeros(size) for size in shape.terms),
            seen=zeros(shape.cards), answered=zeros(shape.cards),
            contexts=Counter(), agreements=Counter(),
        )  # fmt: skip

    def take(self, other: "Tally") -> None:
        """Add another tally to this one."""
        for one in fields(self):
            mine, theirs = getattr(self, one.name), getattr(other, one.name)
            match mine:
                case Counter():
                    mine.update(theirs)
                case frozenset():
                    self.unfinished = frozenset(sorted(mine | theirs)[:NAMED])
                case tuple():
                    added = (left + right for left, right in zip(mine, theirs, strict=True))
                    setattr(self, one.name, tuple(added))
                case _:
                    setattr(self, one.name, mine + theirs)

    def __add__(self, other: "Tally") -> "Tally":
        made = deepcopy(self)
        made.take(other)
        return made

    @property
    def signed(self) -> int:
        """Count the agreements that settle every term."""
        return sum(self.agreements.values())

    def level(self, seat: int) -> Moments:
        """Give the satisfactions of a seat."""
        return moments(self.satisfaction[seat])

    def quantile(self, seat: int, share: float) -> float:
        """Give a quantile of a seat's satisfactions, from 0 to 1, by the hundredth."""
        passed = np.cumsum(self.levels[seat])
        return int(np.searchsorted(passed, share * passed[-1])) / (LEVELS - 1)


def moments(row: Counts) -> Moments:
    """Read three counts as moments."""
    return Moments(*map(int, row))


def fourfold(row: Counts) -> Fourfold:
    """Read four counts as sessions played twice."""
    return Fourfold(*map(int, row))


def shape_of(rules: Rules) -> Shape:
    """Say what there is to count by in a situation."""
    scenario = rules.scenario
    return Shape(
        len(scenario.seats), len(scenario.surprises), len(rules.cards), rules.numbers.space.sizes
    )
