"""The zone of agreement: the proposals that no seat objects to by numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from eclaireurs_play.engine.negotiation.exact import Booleans
from eclaireurs_play.engine.negotiation.table import NegotiationTable, Numbers

WIDEST = Fraction(1, 10)
"""In a larger share of the proposals there is nothing left to negotiate."""


@dataclass(frozen=True, slots=True, eq=False)
class Zone:
    """Which proposals everyone could accept in a context, shape (proposals,)."""

    context: tuple[str, ...]
    open: Booleans

    @property
    def count(self) -> int:
        """Count them."""
        return int(self.open.sum())

    @property
    def share(self) -> Fraction:
        """Give their share of all proposals, exactly."""
        return Fraction(self.count, self.open.size)

    @property
    def empty(self) -> bool:
        """Tell whether the negotiation can't end well."""
        return not self.count

    @property
    def wide(self) -> bool:
        """Tell whether more than a tenth of the proposals would do."""
        return self.share > WIDEST


def zone(table: NegotiationTable) -> Zone:
    """Give the zone of agreement of a context."""
    return Zone(table.context, np.asarray(~table.objections.any(axis=0)))


def zones(numbers: Numbers) -> Mapping[str, Zone]:
    """Give the zone before any surprise (under ""), then once each that falls is, alone, by id."""
    falling = (name for name, one in sorted(numbers.scenario.surprises.items()) if one.falls)
    alone = {"": numbers.at(), **{one: numbers.at((one,)) for one in falling}}
    return {name: zone(table) for name, table in alone.items()}
