"""A drawing read from SVG, put on a page: what is filled, then its strokes."""

from collections.abc import Iterator

from eclaireurs_play.layout.curves import Matrix, Outline, flat
from eclaireurs_play.layout.display import Group, Item, Line, Path, Point
from eclaireurs_play.layout.vectors import CURRENT, Drawing, Traced
from eclaireurs_play.model.print import Colour

EXACT = 0.008
"""How far the strokes of a drawing may stray from its curves, in mm."""


def traced(drawing: Drawing, at: Point, scale: float, ink: Colour) -> Iterator[Item]:
    """Draw at a point what a file holds, `scale` mm to its unit; `ink` is its current colour."""
    matrix = Matrix(a=scale, d=scale, e=at[0], f=at[1])
    for shape in drawing.shapes:
        yield from _shape(shape, matrix, ink)


def icon(drawing: Drawing, at: Point, size: float, ink: Colour) -> Group:
    """Draw an icon in one colour, in a square whose top left corner is given; its side in mm."""
    name = f"icône {drawing.name} {size:.3f} {ink}"
    scale = size / max(drawing.width, drawing.height)
    left, top = (size - drawing.width * scale) / 2, (size - drawing.height * scale) / 2
    items = tuple(traced(drawing, (left, top), scale, ink))
    return Group(items, *at, name=name, width=size, height=size)


def _shape(shape: Traced, matrix: Matrix, ink: Colour) -> Iterator[Item]:
    outlines = tuple(matrix.outline(one) for one in shape.outlines)
    if shape.fill and outlines:
        yield _filled(outlines, ink if shape.fill == CURRENT else shape.fill)
    if shape.stroke and shape.width:
        colour = ink if shape.stroke == CURRENT else shape.stroke
        for one in outlines:
            yield Line(flat(one, EXACT), colour, shape.width * matrix.growth, round=True)


def _filled(outlines: tuple[Outline, ...], colour: Colour) -> Path:
    """Fill several outlines as one: a line goes to each and comes back, and encloses nothing."""
    first, *others = outlines
    steps = list(first.steps)
    for one in others:
        steps += (first.start, one.start, *one.steps, one.start)
    if others:
        steps.append(first.start)
    return Path(first.start, tuple(steps), fill=colour)
