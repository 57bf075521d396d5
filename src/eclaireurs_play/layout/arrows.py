"""What moves, and how far: an arrow and a figure."""

from eclaireurs_play.layout.display import Item, Line, Path
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.quantities import amount
from eclaireurs_play.model.print import Colour

LEAST, MOST = 2.0, 4.2
"""Sizes of the smallest and of the largest arrow, in mm."""


def arrow(value: float, largest: float, x: float, y: float, colour: Colour) -> Path:
    """Draw an arrow around (x, y): up or down, larger when it moves more."""
    share = min(1.0, abs(value) / largest) if largest else 0.0
    size = LEAST + (MOST - LEAST) * share
    up = -1 if value > 0 else 1
    half, tip, base = size * 0.5, up * size * 0.5, -up * size * 0.42
    return Path((x, y + tip), ((x + half, y + base), (x - half, y + base)), fill=colour)


def moved(value: float, largest: float, x: float, y: float, look: Look) -> tuple[Item, ...]:
    """Draw an arrow whose middle is at (x + 2, y), then its figure; nothing moved is a dash."""
    theme = look.theme
    if not value:
        return (Line(((x + 0.8, y), (x + 3.2, y)), theme.line, 0.4),)
    letter = Letter("semibold", 9, theme.ink)
    text = amount(value, "", signed=True)
    return (
        arrow(value, largest, x + 2, y, theme.soft),
        label(text, (x + 5, y + 1.15), letter, look),
    )
