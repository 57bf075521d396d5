"""A square to place things on: two marks, from 1 to 5, crossed on paper."""

from collections.abc import Iterator

from eclaireurs_play.layout.blocks import Column, prose
from eclaireurs_play.layout.display import Group, Item, Line, Rect
from eclaireurs_play.layout.flow import Strip
from eclaireurs_play.layout.look import Letter, Style, label
from eclaireurs_play.model.outline import Grid

CELL = 26.0
"""Most side of a cell, in mm."""

LEFT, BELOW = 14.0, 13.0
TINTED = 2
"""How far from the best corner, in steps, cells are tinted."""


def grid_strip(grid: Grid, column: Column, share: float = 1.0) -> Strip:
    """Draw the square with its marks and the names of both sides; the wanted corner is tinted."""
    look, theme = column.look, column.look.theme
    cell = min(CELL * min(1.0, share), (column.width - LEFT) / grid.most)
    side = cell * grid.most
    note = prose(column, _advice(grid), Style(theme.sizes.small.most, 1.3, theme.soft))
    top = sum(line.height for line in note) + 3
    items: list[Item] = [Group(line.items, 0, at * line.height) for at, line in enumerate(note)]
    items += (Rect(LEFT + x * cell, top + y * cell, cell, cell, fill=theme.ground)
              for x, y in _wanted(grid))  # fmt: skip
    for step in range(grid.most + 1):
        edge = 0.45 if step in (0, grid.most) else 0.2
        at = step * cell
        items.append(Line(((LEFT + at, top), (LEFT + at, top + side)), theme.line, edge))
        items.append(Line(((LEFT, top + at), (LEFT + side, top + at)), theme.line, edge))
    number = Letter("bold", 11, theme.ink)
    for step in range(grid.most):
        middle = (step + 0.5) * cell
        mark = f"{step + 1}"
        x = (LEFT + middle, top + side + 5)
        items.append(label(mark, x, number, look, align="centre"))
        y = (LEFT - 3, top + side - middle + 1.4)
        items.append(label(mark, y, number, look, align="right"))
    name = Letter("semibold", 10, theme.ink)
    across = label(grid.across, (LEFT + side / 2, top + side + 11), name, look, align="centre")
    up = label(grid.up, (0, 0), name, look, align="centre")
    items += (across, Group((up,), 3.6, top + side / 2, -90))
    return Strip(top + side + BELOW, tuple(items), 5)


def _wanted(grid: Grid) -> Iterator[tuple[int, int]]:
    """List the cells near the corner where both sides are as wanted, from the top left."""
    last = grid.most - 1
    for x in range(grid.most):
        for y in range(grid.most):
            far = (last - x if grid.more_across else x) + (y if grid.more_up else last - y)
            if far <= TINTED:
                yield x, y


def _advice(grid: Grid) -> str:
    """Say how to use the square."""
    return (
        f"Écrivez le code de chaque piste dans une case, de 1 à {grid.most}. "
        "Le coin teinté réunit ce que l'on souhaite des deux côtés ; la raison compte autant."
    )
