"""What covers and boxes carry: a title in large, the shapes of the families as one picture."""

from collections.abc import Iterator, Sequence
from math import ceil

from eclaireurs_play.layout.blocks import Column
from eclaireurs_play.layout.display import Box, Item
from eclaireurs_play.layout.fitting import largest
from eclaireurs_play.layout.flow import Strip
from eclaireurs_play.layout.look import HEAVY, Letter, Look, Style, label
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.model.deck import Family, Shape
from eclaireurs_play.model.print import Size

FILLED = 0.8
"""A shape, as a share of its cell."""


def emblem(shape: Shape, x: float, y: float, size: float, look: Look) -> Iterator[Item]:
    """Draw a shape around (x, y), about `size` mm across, with its pattern and its edge."""
    swatch = look.swatch(shape)
    half = size * 0.6
    outline = draw_shape(shape, x, y, size, fill=swatch.tint)
    yield outline
    box = Box(x - half, y - half, 2 * half, 2 * half)
    yield texture(swatch.pattern, box, swatch.solid, outline, size / 14)
    yield draw_shape(shape, x, y, size, stroke=swatch.ink, line=max(0.35, size / 40))


def emblems(families: Sequence[Family], area: Box, look: Look) -> Iterator[Item]:
    """Share an area between the shapes of some families, as large as they can be, in its middle."""
    if not families:
        return
    across = max(
        range(1, len(families) + 1),
        key=lambda one: _cell(len(families), one, area),
    )
    cell = _cell(len(families), across, area)
    down = ceil(len(families) / across)
    top = area.y + (area.height - down * cell) / 2
    for place, family in enumerate(families):
        row = place // across
        in_row = min(across, len(families) - row * across)
        left = area.x + (area.width - in_row * cell) / 2
        x = left + (place % across + 0.5) * cell
        yield from emblem(family.shape, x, top + (row + 0.5) * cell, cell * FILLED, look)


def _cell(count: int, across: int, area: Box) -> float:
    """Give the side of a square cell when so many stand across an area."""
    return min(area.width / across, area.height / ceil(count / across))


def headline(
    words: str, column: Column, size: Size | None = None, *, on_one: bool = False
) -> list[Strip]:
    """Set a title in large, a strip per line, at the size where no word has to be cut.

    With `on_one`, the size is searched so that the title stands on one line.
    """
    theme, look = column.look.theme, column.look
    searched = size or theme.sizes.cover

    parts = [words] if on_one else words.split()

    def fits(points: float) -> bool:
        return all(look.fonts.width("bold", points, one) <= column.width for one in parts)

    points = largest(searched, fits) or searched.least
    style = Style(points, searched.leading, theme.ink, HEAVY)
    base = (style.line_height + look.fonts.cap_height("bold", points)) / 2
    letter = Letter("bold", points, theme.ink)
    return [
        Strip(style.line_height, (label(line, (0, base), letter, look),))
        for line in _lines(words, points, column)
    ]


def _lines(words: str, points: float, column: Column) -> list[str]:
    """Fill lines with whole words."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and column.look.fonts.width("bold", points, longer) <= column.width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
