"""The frontier of compromises: proposals that can't be bettered for one without harming another.

V. Pareto, Manuel d'économie politique (1909). Dominance is read in the integer tables: one
proposal dominates another when it satisfies every seat at least as much, and one of them more.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.negotiation.exact import Booleans, Integers
from eclaireurs_play.engine.negotiation.table import NegotiationTable

_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Room:
    """What a proposal leaves on the table; gains are in parts per million, seat by seat.

    `possible` is the most each seat alone could gain without anyone losing; `better` is the
    proposal that gains the most in all (the lowest index among equals), `gained` what it gives.
    On the frontier, `better` is the proposal itself.
    """

    better: int
    gained: tuple[int, ...]
    possible: tuple[int, ...]

    @property
    def none(self) -> bool:
        """Tell whether nobody could gain without harming another."""
        return not any(self.possible)


def within(table: NegotiationTable, among: Booleans | None = None) -> Integers:
    """Give the indices where a mask of shape (proposals,) is true; all of them without one."""
    return np.arange(table.space.size) if among is None else np.flatnonzero(among)


def uncrossed(table: NegotiationTable) -> Booleans:
    """Tell which proposals cross no red line at all, shape (proposals,)."""
    return np.asarray(~table.crossed.any(axis=0))


def frontier(table: NegotiationTable, among: Booleans | None = None) -> Integers:
    """Give the indices, ascending, of the proposals of `among` that no other of them dominates.

    Proposals that satisfy everyone equally stand or fall together.
    """
    indices = within(table, among)
    if not table.seats or not indices.size:
        return indices
    distinct, where = _distinct(_ranks(table.satisfaction[:, indices]))
    return indices[_undominated(distinct)[where]]


def room(table: NegotiationTable, proposal: int, among: Booleans | None = None) -> Room:
    """Measure how far a proposal stands from the frontier of `among`."""
    indices = within(table, among)
    here = table.satisfaction[:, [proposal]]
    gains = table.satisfaction[:, indices] - here
    harmless = (gains >= 0).all(axis=0)
    indices, gains = indices[harmless], gains[:, harmless]
    totals = gains.sum(axis=0)
    if not totals.any():
        nothing = (0,) * len(table.seats)
        return Room(proposal, nothing, nothing)
    best = int(totals.argmax())
    return Room(
        int(indices[best]), tuple(map(int, gains[:, best])), tuple(map(int, gains.max(axis=1)))
    )


def _ranks(points: Integers) -> NDArray[np.int32]:
    """Replace each seat's satisfactions by their ranks: same comparisons, narrower numbers."""
    ranks = (np.unique(row, return_inverse=True)[1] for row in points)
    return np.array([row.reshape(-1) for row in ranks], dtype=np.int32)


def _distinct(points: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """Keep equal columns once, greatest sums first, and say where each column went."""
    order = np.lexsort((*points, -points.sum(axis=0)))
    arranged = points[:, order]
    new = np.ones(order.size, dtype=np.bool_)
    new[1:] = (arranged[:, 1:] != arranged[:, :-1]).any(axis=0)
    where = np.empty(order.size, dtype=np.intp)
    where[order] = np.cumsum(new) - 1
    return arranged[:, new], where


def _undominated(points: NDArray[np.int32]) -> Booleans:
    """Tell which distinct columns nothing dominates; what dominates has a greater sum of ranks."""
    kept = np.empty((points.shape[0], 0), dtype=np.int32)
    found = np.zeros(points.shape[1], dtype=np.bool_)
    for start in range(0, points.shape[1], _BLOCK):
        block = points[:, start : start + _BLOCK]
        alive = np.arange(block.shape[1])
        for rivals in (kept[:, :_BLOCK], kept[:, _BLOCK:], block):
            alive = alive[~_covered(rivals, block[:, alive], int(rivals is block))]
        found[start + alive] = True
        kept = np.concatenate((kept, block[:, alive]), axis=1)
    return found


def _covered(rivals: NDArray[np.int32], points: NDArray[np.int32], themselves: int) -> Booleans:
    """Tell which points more than `themselves` rivals match or better for every seat."""
    matched = np.ones((points.shape[1], rivals.shape[1]), dtype=np.bool_)
    for theirs, ours in zip(rivals, points, strict=True):
        matched &= theirs[None, :] >= ours[:, None]
    return np.asarray(matched.sum(axis=1) > themselves)
