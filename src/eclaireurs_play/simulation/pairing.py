"""Two batches of the same seeds, session by session: what changed from the first to the second.

What both share is told by names, so that seats, terms and options may differ between the two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.columns import TABLES, Chunk, Rows
from eclaireurs_play.simulation.counting import grid, together
from eclaireurs_play.simulation.statistics import Fourfold, Moments
from eclaireurs_play.simulation.tally import Counts


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the same sessions gave in two versions; differences are the second less the first.

    `satisfaction` is by seat, in parts per million, over the sessions where both versions signed.
    `agreements` counts those where both did, `same` how many then signed the same words.
    """

    sessions: int = 0
    consent: Fourfold = field(default_factory=Fourfold)
    rounds: Moments = field(default_factory=Moments)
    minutes: Moments = field(default_factory=Moments)
    actions: Moments = field(default_factory=Moments)
    satisfaction: dict[str, Moments] = field(default_factory=dict)
    agreements: int = 0
    same: int = 0

    def __add__(self, other: "Pairs") -> "Pairs":
        seats = self.satisfaction | other.satisfaction
        return Pairs(
            self.sessions + other.sessions,
            self.consent + other.consent,
            self.rounds + other.rounds,
            self.minutes + other.minutes,
            self.actions + other.actions,
            {
                seat: self.satisfaction.get(seat, Moments())
                + other.satisfaction.get(seat, Moments())
                for seat in seats
            },
            self.agreements + other.agreements,
            self.same + other.same,
        )


def paired_up(first: Iterable[Chunk], second: Iterable[Chunk], rules: tuple[Rules, Rules]) -> Pairs:
    """Compare the sessions that two batches have in common, by their numbers."""
    found = Pairs()
    known = _translation(*rules)
    for one, other in aligned(together(first), together(second)):
        found += _compared(one, other, rules, known)
    return found


def aligned(first: Iterable[Chunk], second: Iterable[Chunk]) -> Iterator[tuple[Chunk, Chunk]]:
    """Cut two runs of chunks so that each pair holds the same numbers of sessions."""
    left, right = iter(first), iter(second)
    one, other = next(left, None), next(right, None)
    while one is not None and other is not None:
        if not one.sessions.size:
            one = next(left, None)
        elif not other.sessions.size:
            other = next(right, None)
        else:
            last = min(one.sessions["session"][-1], other.sessions["session"][-1])
            ours, one = _cut(one, last)
            theirs, other = _cut(other, last)
            common = np.intersect1d(ours.sessions["session"], theirs.sessions["session"])
            if common.size:
                yield _only(ours, common), _only(theirs, common)


def _cut(chunk: Chunk, last: int) -> tuple[Chunk, Chunk]:
    """Part the sessions up to a number from those after it."""
    tables = {name: getattr(chunk, name) for name in TABLES}
    at = {
        name: int(np.searchsorted(rows["session"], last, side="right"))
        for name, rows in tables.items()
    }
    return (
        Chunk(**{name: rows[: at[name]] for name, rows in tables.items()}),
        Chunk(**{name: rows[at[name] :] for name, rows in tables.items()}),
    )


def _only(chunk: Chunk, numbers: NDArray[np.int64]) -> Chunk:
    if chunk.sessions.size == numbers.size:
        return chunk
    return Chunk(
        **{
            name: rows[np.isin(rows["session"], numbers)]
            for name, rows in ((one, getattr(chunk, one)) for one in TABLES)
        }
    )


def _compared(one: Chunk, other: Chunk, rules: tuple[Rules, Rules], known: Counts) -> Pairs:
    before, after = one.sessions, other.sessions
    asked = (before["adopted"] >= 0) & (after["adopted"] >= 0)
    signed = (before["agreement"] >= 0) & (after["agreement"] >= 0)
    same = known[before["agreement"][signed]] == after["agreement"][signed]
    return Pairs(
        before.size,
        Fourfold.of(before["adopted"][asked] > 0, after["adopted"][asked] > 0),
        _difference(before, after, "rounds", asked),
        _difference(before, after, "minutes"),
        _difference(before, after, "actions", (before["actions"] >= 0) & (after["actions"] >= 0)),
        _satisfied(one, other, rules),
        int(signed.sum()),
        int(same.sum()),
    )


def _difference(
    before: Rows, after: Rows, name: str, where: NDArray[np.bool_] | None = None
) -> Moments:
    values = np.rint(after[name].astype(np.float64) - before[name])
    return Moments.of(values if where is None else values[where])


def _satisfied(one: Chunk, other: Chunk, rules: tuple[Rules, Rules]) -> dict[str, Moments]:
    """Compare the satisfactions of the seats that both versions have."""
    names = tuple(tuple(each.scenario.seats) for each in rules)
    before, after = (
        grid(chunk, "satisfaction", len(seats))
        for chunk, seats in zip((one, other), names, strict=True)
    )
    found = {}
    for place, seat in enumerate(names[0]):
        if seat in names[1]:
            mine, theirs = before[:, place], after[:, names[1].index(seat)]
            both = (mine >= 0) & (theirs >= 0)
            found[seat] = Moments.of(theirs[both] - mine[both])
    return found


def _translation(first: Rules, second: Rules) -> Counts:
    """Give the number that each proposal of the first has in the second, -1 when it has none."""
    ours, theirs = first.numbers.space, second.numbers.space
    if ours == theirs:
        return np.arange(ours.size)
    if ours.terms != theirs.terms:
        return np.full(ours.size, -2, dtype=np.int64)
    found = np.zeros(1, dtype=np.int64)
    lost = np.zeros(1, dtype=np.bool_)
    for mine, other in zip(ours.options, theirs.options, strict=True):
        digits = np.array([other.index(one) if one in other else -1 for one in mine])
        found = np.add.outer(found * len(other), np.maximum(digits, 0)).ravel()
        lost = np.logical_or.outer(lost, digits < 0).ravel()
    return np.where(lost, -2, found)
