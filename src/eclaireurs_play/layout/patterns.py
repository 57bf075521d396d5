"""Textures that tell families apart without colour: drawn over a rectangle, then clipped."""

from collections.abc import Iterator
from math import ceil

from eclaireurs_play.layout.display import Box, Circle, Group, Item, Path, Rect, Strokes
from eclaireurs_play.model.print import Colour, Pattern

Segment = tuple[float, float, float, float]


def texture(
    pattern: Pattern, box: Box, colour: Colour, clip: Rect | Path | Circle, step: float = 1.6
) -> Group:
    """Fill a clip with a pattern; `box` bounds it, `step` is the pattern's pitch in mm."""
    return Group(tuple(_items(pattern, box, colour, step)), clip=clip)


def _items(pattern: Pattern, box: Box, colour: Colour, step: float) -> Iterator[Item]:
    thin = step * 0.2
    if pattern in ("dots", "rings"):
        yield from _round(pattern, box, colour, step)
    else:
        yield Strokes(tuple(_SEGMENTS[pattern](box, step)), colour, thin)


def _round(pattern: Pattern, box: Box, colour: Colour, step: float) -> Iterator[Item]:
    """Staggered dots, or rings a little larger."""
    wide = step if pattern == "dots" else step * 1.45
    for row in range(ceil(box.height / wide) + 1):
        for column in range(ceil(box.width / wide) + 1):
            x = box.x + (column + (0.5 if row % 2 else 0)) * wide
            y = box.y + (row + 0.3) * wide * 0.9
            if pattern == "dots":
                yield Circle(x, y, step * 0.24, fill=colour)
            else:
                yield Circle(x, y, step * 0.42, stroke=colour, line=step * 0.18)


def _rows(box: Box, step: float) -> Iterator[Segment]:
    for row in range(ceil(box.height / step)):
        y = box.y + (row + 0.5) * step
        yield (box.x, y, box.x + box.width, y)


def _columns(box: Box, step: float) -> Iterator[Segment]:
    for column in range(ceil(box.width / step)):
        x = box.x + (column + 0.5) * step
        yield (x, box.y, x, box.y + box.height)


def _slants(box: Box, step: float, *, rising: bool) -> Iterator[Segment]:
    high = box.height
    for place in range(ceil((box.width + high) / (step * 1.3)) + 1):
        x = box.x - high + place * step * 1.3
        bottom, top = (box.y + high, box.y) if rising else (box.y, box.y + high)
        yield (x, bottom, x + high, top)


def _rising(box: Box, step: float) -> Iterator[Segment]:
    yield from _slants(box, step, rising=True)


def _falling(box: Box, step: float) -> Iterator[Segment]:
    yield from _slants(box, step * 1.5, rising=False)


def _grid(box: Box, step: float) -> Iterator[Segment]:
    yield from _rows(box, step * 1.3)
    yield from _columns(box, step * 1.3)


def _cross(box: Box, step: float) -> Iterator[Segment]:
    yield from _slants(box, step * 1.4, rising=True)
    yield from _slants(box, step * 1.4, rising=False)


def _zigzag(box: Box, step: float) -> Iterator[Segment]:
    for row in range(ceil(box.height / step) + 1):
        y = box.y + row * step
        for column in range(ceil(box.width / step)):
            x = box.x + column * step
            low, high = (y, y - step * 0.7) if column % 2 else (y - step * 0.7, y)
            yield (x, low, x + step, high)


def _bricks(box: Box, step: float) -> Iterator[Segment]:
    tall = step * 1.2
    yield from _rows(Box(box.x, box.y - tall / 2, box.width, box.height + tall), tall)
    for row in range(ceil(box.height / tall)):
        y = box.y + row * tall
        for column in range(ceil(box.width / (tall * 2)) + 1):
            x = box.x + (column * 2 + row % 2) * tall
            yield (x, y, x, y + tall)


_SEGMENTS = {
    "rising": _rising,
    "falling": _falling,
    "rows": _rows,
    "columns": _columns,
    "grid": _grid,
    "cross": _cross,
    "zigzag": _zigzag,
    "bricks": _bricks,
}
