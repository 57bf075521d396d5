"""What each person at a table may set: colours, size of text, motion, sound."""

from dataclasses import dataclass, replace
from typing import Self

from eclaireurs_play.model.print import Colour, Theme

SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""Sizes of text, as parts of the ordinary one."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a screen; `edge` is how thick, in mm, what can be pressed is outlined."""

    ground: Colour
    paper: Colour
    ink: Colour
    soft: Colour
    line: Colour
    faint: Colour
    accent: Colour
    tint: Colour
    edge: float = 0.3


def palette(theme: Theme, *, strong: bool) -> Palette:
    """Take the theme's colours; `strong` keeps black, white and one dark red."""
    if strong:
        return Palette("#ffffff", "#ffffff", "#000000", "#000000", "#000000", "#767676",
                       "#8a0000", "#ffe9a8", 0.6)  # fmt: skip
    return Palette(
        theme.ground, theme.paper, theme.ink, theme.soft, theme.line, theme.faint, theme.accent,
        theme.shapes["diamond"].tint,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Preferences:
    """Choices that stay from one session to the next."""

    scale: float = 1.0
    strong: bool = False
    motion: bool = True
    sound: bool = False

    def larger(self, steps: int) -> Self:
        """Take text some steps larger, or smaller, as far as it goes."""
        nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - self.scale))
        return replace(self, scale=SCALES[max(0, min(nearest + steps, len(SCALES) - 1))])
