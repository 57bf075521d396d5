"""How far agreements stand from what could have been signed, each distinct agreement seen once.

Only proposals that cross no red line are looked at, in the context of the surprises that fell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from eclaireurs_play.engine.negotiation.compromises import Compromises, egalitarian, nash
from eclaireurs_play.engine.negotiation.exact import Integers
from eclaireurs_play.engine.negotiation.frontier import frontier, uncrossed
from eclaireurs_play.engine.negotiation.parts import surprises
from eclaireurs_play.engine.negotiation.table import NegotiationTable
from eclaireurs_play.engine.negotiation.zone import zone
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.simulation.statistics import Distribution


@dataclass(frozen=True, slots=True)
class Distances:
    """Three distances, counted by agreement, in parts per million of satisfaction.

    `left` is what another agreement would have given, on average over the seats, without anyone
    losing (0 on the frontier). `nash` and `egalitarian` are the distances to the nearest of those
    compromises, as the root of the mean square over the seats; nothing is counted where a context
    has none. `shut` counts, by the surprises that fell, the sessions where they leave no agreement
    that everyone could sign.
    """

    left: Distribution
    nash: Distribution
    egalitarian: Distribution
    shut: Mapping[int, int]

    @property
    def on_frontier(self) -> int:
        """Count the agreements that nobody could better without harming another."""
        return self.left.counts.get(0, 0)


def context_of(rules: Rules, mask: int) -> tuple[str, ...]:
    """Name the surprises of a mask: bit k is the k-th by order of ids."""
    return tuple(name for place, name in enumerate(surprises(rules.scenario)) if mask >> place & 1)


def distances(
    agreements: Mapping[tuple[int, int], int], contexts: Mapping[int, int], rules: Rules
) -> Distances:
    """Measure agreements, counted by surprises fallen and number of proposal.

    `contexts` counts sessions by surprises fallen. Each table is built once, and let go: those of
    every context that ever fell would fill the memory.
    """
    found = Distances(Distribution(), Distribution(), Distribution(), {})
    signed: dict[int, dict[int, int]] = {mask: {} for mask in contexts}
    for (mask, agreement), count in agreements.items():
        signed.setdefault(mask, {})[agreement] = count
    if rules.numbers.seats:
        for mask, counted in signed.items():
            table = NegotiationTable.build(rules.numbers, context_of(rules, mask))
            shut = {mask: contexts.get(mask, 0)} if zone(table).empty else {}
            found = _with(replace(found, shut={**found.shut, **shut}), table, counted)
    return found


def _with(found: Distances, table: NegotiationTable, counted: Mapping[int, int]) -> Distances:
    if not counted:
        return found
    fair = uncrossed(table)
    here = np.fromiter(counted, dtype=np.int64, count=len(counted))
    reached = table.satisfaction[:, here]
    times = counted.values()

    def near(ideal: Compromises) -> Distribution:
        if not ideal:
            return Distribution()
        gaps = reached[:, :, None] - table.satisfaction[:, None, list(ideal)]
        squares = (gaps.astype(np.float64) ** 2).mean(axis=0).min(axis=1)
        return Distribution.of(np.rint(np.sqrt(squares)), times)

    rivals = frontier(table, fair) if here.size > _MANY else np.flatnonzero(fair)
    return replace(
        found,
        left=found.left + Distribution.of(_left(table, rivals, reached), times),
        nash=found.nash + near(nash(table, fair)),
        egalitarian=found.egalitarian + near(egalitarian(table, fair)),
    )


_MANY = 200
"""From so many agreements on, it is quicker to find the frontier first."""


def _left(table: NegotiationTable, rivals: Integers, reached: Integers) -> Integers:
    """Give, for each agreement, what the seats could gain in all without anyone losing.

    Whatever gains the most is on the frontier: `rivals` may be it alone.
    """
    levels = table.satisfaction[:, rivals]
    totals = levels.sum(axis=0)
    gained = np.zeros(reached.shape[1], dtype=np.int64)
    for place in range(reached.shape[1]):
        harmless = np.arange(rivals.size)
        for theirs, ours in zip(levels, reached[:, place], strict=True):
            harmless = harmless[theirs[harmless] >= ours]
        if harmless.size:
            gained[place] = totals[harmless].max() - reached[:, place].sum()
    return gained // max(1, len(table.seats))
