"""What the projector shows before a session."""

from eclaireurs_play.layout.display import Circle
from eclaireurs_play.layout.look import HEAVY
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.words import _


def draw_welcome(brush: Brush) -> None:
    """Say that something is about to begin."""
    middle = brush.height / 2
    for ring in range(5):
        brush.add(
            Circle(brush.width / 2, middle, 38 + ring * 24, stroke=brush.colours.faint, line=1)
        )
    width = brush.width - 40
    brush.prose(
        _("La séance va commencer"), 20, middle - 14, width, 54, voice=HEAVY, align="centre"
    )
