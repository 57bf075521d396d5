"""Backs brought behind their fronts: a printer's drift made up for, a sheet turned end over end."""

from dataclasses import dataclass, replace
from math import cos, radians, sin

from eclaireurs_play.layout.display import Group, Page

HALF_TURN = 180.0


@dataclass(frozen=True, slots=True)
class Drift:
    """Where fronts fall, seen from the back of an upright sheet: mm right, mm down, degrees.

    The angle is clockwise, around the middle of the sheet, which is turned along its long edge.
    """

    x: float = 0.0
    y: float = 0.0
    angle: float = 0.0

    @property
    def turned(self) -> "Drift":
        """Give the same drift for a sheet turned along its short edge: its back is upside down."""
        return Drift(-self.x, -self.y, self.angle)


def end_over_end(page: Page) -> Page:
    """Turn a back upside down, for a sheet turned over along its short edge."""
    return replace(page, items=(Group(page.items, page.width, page.height, HALF_TURN),))


def shifted(page: Page, drift: Drift) -> Page:
    """Move all that is drawn on a back to where the fronts fall."""
    across, down = page.width / 2, page.height / 2
    turn = radians(drift.angle)
    x = drift.x + across - across * cos(turn) + down * sin(turn)
    y = drift.y + down - across * sin(turn) - down * cos(turn)
    return replace(page, items=(Group(page.items, x, y, drift.angle),))
