"""Shapes of a display list on a pygame surface, as they are: `painter` smooths them.

`to` is where the origin stands, in pixels, and how many pixels a mm takes.
"""

from collections.abc import Hashable
from itertools import pairwise

import pygame

from eclaireurs_play.layout.display import Box, Circle, Line, Modules, Path, Rect, Strokes
from eclaireurs_play.model.print import Colour

_BEZIER = 12
_CURVE = 6


def pixels(box: Box, to: tuple[float, float, float]) -> pygame.Rect:
    """Give the whole pixels of a box, one at least each way."""
    x, y, scale = to
    left, top = round(x + box.x * scale), round(y + box.y * scale)
    right, bottom = round(x + (box.x + box.width) * scale), round(y + (box.y + box.height) * scale)
    return pygame.Rect(left, top, max(1, right - left), max(1, bottom - top))


def bounds(one: Rect | Circle | Path) -> Box:
    """Give the box, in mm, that holds a shape with its outline."""
    line = one.line if one.stroke else 0.0
    if isinstance(one, Rect):
        return Box(one.x - line, one.y - line, one.width + 2 * line, one.height + 2 * line)
    if isinstance(one, Circle):
        out = one.radius + line
        return Box(one.x - out, one.y - out, 2 * out, 2 * out)
    points = _outline(one)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Box(left - line, top - line, right - left + 2 * line, bottom - top + 2 * line)


def moved(one: Rect | Circle | Path, x: float, y: float) -> Hashable:
    """Describe a shape as if it stood at its own origin, so that alike ones are drawn once."""
    if isinstance(one, Rect):
        return ("rect", round(one.width, 2), round(one.height, 2), one.fill, one.stroke, one.line,
                one.radius, one.dash)  # fmt: skip
    if isinstance(one, Circle):
        return "circle", one.radius, one.fill, one.stroke, one.line
    points = tuple((round(a + x, 3), round(b + y, 3)) for a, b in _outline(one))
    return "path", points, one.fill, one.stroke, one.line


def inked(clip: Rect | Path | Circle) -> Rect | Path | Circle:
    """Give a shape as a mask, all of it inside."""
    white = "#ffffff"
    if isinstance(clip, Rect):
        return Rect(clip.x, clip.y, clip.width, clip.height, white, radius=clip.radius)
    if isinstance(clip, Circle):
        return Circle(clip.x, clip.y, clip.radius, white)
    return Path(clip.start, clip.steps, white)


def shape(
    one: Rect | Circle | Path, surface: pygame.Surface, to: tuple[float, float, float]
) -> None:
    """Draw a shape, its edges not smoothed but for circles."""
    x, y, scale = to
    line = max(1, round(one.line * scale)) if one.stroke else 0
    if isinstance(one, Rect):
        box = pixels(Box(one.x, one.y, one.width, one.height), to)
        radius = round(one.radius * scale)
        if one.fill:
            pygame.draw.rect(surface, one.fill, box, border_radius=radius)
        if one.stroke:
            pygame.draw.rect(surface, one.stroke, box, line, border_radius=radius)
    elif isinstance(one, Circle):
        centre = x + one.x * scale, y + one.y * scale
        if one.fill:
            pygame.draw.aacircle(surface, one.fill, centre, one.radius * scale)
        if one.stroke:
            pygame.draw.aacircle(surface, one.stroke, centre, one.radius * scale, line)
    else:
        points = [(x + a * scale, y + b * scale) for a, b in _outline(one)]
        if one.fill:
            pygame.draw.polygon(surface, one.fill, points)
        if one.stroke:
            pygame.draw.lines(surface, one.stroke, True, points, line)  # noqa: FBT003 - pygame's own order


def _outline(one: Path) -> list[tuple[float, float]]:
    """Give the points of an outline, its curves cut into short straight steps."""
    points = [one.start]
    for step in one.steps:
        if len(step) != _CURVE:
            points.append((step[0], step[1]))
            continue
        (x0, y0), (x1, y1, x2, y2, x3, y3) = points[-1], step
        for at in range(1, _BEZIER + 1):
            t = at / _BEZIER
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def strokes(one: Line | Strokes, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
    """Draw straight strokes; one that is level or upright is a thin box."""
    if isinstance(one, Strokes):
        for x1, y1, x2, y2 in one.segments:
            _stroke(surface, ((x1, y1), (x2, y2)), one.colour, one.width, to)
    elif _upright(one):
        _straight(one, surface, to)
    else:
        for start, end in pairwise(one.points):
            _stroke(surface, (start, end), one.colour, one.width, to)


def _upright(one: Line) -> bool:
    (x1, y1), *_between, (x2, y2) = one.points
    return not (_between or one.dash) and (x1 == x2 or y1 == y2)


def _straight(one: Line, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
    """Draw a level or upright line as a thin box."""
    (x1, y1), (x2, y2) = one.points
    half = one.width / 2
    if y1 == y2:
        box = Box(min(x1, x2), y1 - half, abs(x2 - x1), one.width)
    else:
        box = Box(x1 - half, min(y1, y2), one.width, abs(y2 - y1))
    surface.fill(one.colour, pixels(box, to))


def _stroke(
    surface: pygame.Surface, ends: tuple[tuple[float, float], tuple[float, float]],
    colour: Colour, width: float, to: tuple[float, float, float],
) -> None:  # fmt: skip
    x, y, scale = to
    (x1, y1), (x2, y2) = ends
    start, end = (x + x1 * scale, y + y1 * scale), (x + x2 * scale, y + y2 * scale)
    line = round(width * scale)
    if line <= 1:
        pygame.draw.aaline(surface, colour, start, end)
    else:
        pygame.draw.line(surface, colour, start, end, line)


def modules(one: Modules, surface: pygame.Surface, to: tuple[float, float, float]) -> None:
    """Draw the squares of a QR code."""
    side = one.side / len(one.rows)
    for row, cells in enumerate(one.rows):
        for column, cell in enumerate(cells):
            if cell == "1":
                box = Box(one.x + column * side, one.y + row * side, side, side)
                surface.fill(one.colour, pixels(box, to))
