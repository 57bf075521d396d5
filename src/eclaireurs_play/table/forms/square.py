"""A square to place something on by two marks at once, by a press or a drag."""

from collections.abc import Callable

from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.layout.display import Box, Line
from eclaireurs_play.model.outline import Grid
from eclaireurs_play.play.naming import own_words
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.forms.base import Asked
from eclaireurs_play.table.words import _

SIDE, WAIT = 62.0, 16.0
"""The side of the square, and the room where what is not placed yet waits beside it, in mm."""

DISC = 4.2

Marks = tuple[int, int]
Put = Callable[[int, int], None]


def axes_of(asked: Asked) -> tuple[Grid, str, str] | None:
    """Give the square of the phase and the fields of its sides, when what is asked is on it."""
    leaf = asked.state.leaf
    phase = asked.rules.phases[leaf.phase] if leaf else None
    grid = phase.outline(asked.rules.title).grid if phase else None
    if phase is None or grid is None:
        return None
    named = {words: name for name, words in own_words(phase).items()}
    across, up = named.get(grid.across, ""), named.get(grid.up, "")
    return (grid, across, up) if across and up else None


def draw_square(
    brush: Brush, asked: Asked, marks: Marks | None, put: Put, at: tuple[float, float]
) -> float:
    """Draw the square and the disc that one presses or drags; gives where it ends."""
    found = axes_of(asked)
    if found is None:
        return at[1]
    grid = found[0]
    box = Box(at[0] + WAIT, at[1], SIDE, SIDE)
    cell = SIDE / grid.most
    brush.rect(box, fill=brush.colours.paper, stroke=brush.colours.ink, line=0.5, radius=0)
    for step in range(1, grid.most):
        brush.rule(box.x, box.y + step * cell, SIDE)
        x = box.x + step * cell
        brush.add(Line(((x, box.y), (x, box.y + SIDE)), brush.colours.faint, 0.25))
    words = _("à droite : {across} ; en haut : {up}").format(across=grid.across, up=grid.up)
    low = brush.note(words, box.x, box.y + SIDE + 1.5, max(SIDE, 90.0))

    def drop(x: float, y: float) -> None:
        right = int((x - box.x) / cell) + 1
        high = grid.most - int((y - box.y) / cell)
        put(*(max(1, min(one, grid.most)) for one in (right, high)))

    def point(x: float, y: float, on: bool) -> None:  # noqa: FBT001 - what a scene's hit calls
        if not on:
            drop(x, y)

    brush.hit("form:square", box, words, lambda: None, point=point,
              takes=lambda _carried, x, y: drop(x, y))  # fmt: skip
    middle = (at[0] + DISC + 1, at[1] + SIDE / 2)
    if marks is not None:
        middle = box.x + (marks[0] - 0.5) * cell, box.y + SIDE - (marks[1] - 0.5) * cell
    _disc(brush, asked, middle)
    return low


def _disc(brush: Brush, asked: Asked, middle: tuple[float, float]) -> None:
    """Draw what is placed as a disc to drag."""
    about = asked.ask.about
    disc = Box(middle[0] - DISC, middle[1] - DISC, 2 * DISC, 2 * DISC)
    held = brush.ui.carried == about
    brush.rect(disc, fill=None if held else brush.colours.ink, stroke=brush.colours.ink,
               radius=DISC)  # fmt: skip
    brush.hit("form:disc", disc, capital(asked.title(about)), lambda: None, carries=about)
