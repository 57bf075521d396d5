"""What a designer may do about a batch: sentences with their evidence, and where to act.

Nothing is said that an interval does not support. Where many things are looked at together, their
intervals are widened together. With fewer than `FEWEST` sessions, nothing is said of rates.
"""

from dataclasses import dataclass
from enum import IntEnum

from eclaireurs_play.content.bundle import Spot

FEWEST = 30


class Gravity(IntEnum):
    """How much a finding matters, the gravest last."""

    IDLE = 1
    SKEWED = 2
    UNFAIR = 3
    STUCK = 4
    BROKEN = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence in French that says what to do, its evidence, and where it is written.

    `about` tells the same finding from one batch to another. Among findings of the same gravity,
    those of greater `size` (from 0 to 1) come first.
    """

    about: tuple[str, ...]
    sentence: str
    evidence: str
    gravity: Gravity
    size: float = 0.0
    where: Spot | None = None

    @property
    def place(self) -> str:
        """Write where as `file:line`; "" when nowhere."""
        return f"{self.where.file}:{self.where.line}" if self.where else ""
