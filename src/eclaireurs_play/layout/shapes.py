"""The ten shapes families are told by, drawn as outlines around a centre."""

from math import cos, pi, sin

from eclaireurs_play.layout.display import Path, Point
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.print import Colour

Steps = tuple[tuple[float, ...], ...]
Outline = tuple[Point, Steps]

ROUND = 0.5523
"""Length of a Bézier handle that turns a quarter of a unit circle."""


def _polygon(*points: Point) -> Outline:
    return points[0], tuple(points[1:])


def _regular(sides: int, turn: float, radius: float = 1.0) -> Outline:
    angles = [turn + 2 * pi * side / sides for side in range(sides)]
    return _polygon(*((radius * cos(angle), radius * sin(angle)) for angle in angles))


def _star() -> Outline:
    points = []
    for corner in range(10):
        radius = 1.1 if corner % 2 == 0 else 0.52
        angle = -pi / 2 + corner * pi / 5
        points.append((radius * cos(angle), 0.06 + radius * sin(angle)))
    return _polygon(*points)


def _cross() -> Outline:
    arm, end = 0.36, 1.0
    return _polygon(
        (-arm, -end), (arm, -end), (arm, -arm), (end, -arm), (end, arm), (arm, arm),
        (arm, end), (-arm, end), (-arm, arm), (-end, arm), (-end, -arm), (-arm, -arm),
    )  # fmt: skip


_CIRCLE: Outline = (
    (0.0, -1.0),
    (
        (ROUND, -1.0, 1.0, -ROUND, 1.0, 0.0),
        (1.0, ROUND, ROUND, 1.0, 0.0, 1.0),
        (-ROUND, 1.0, -1.0, ROUND, -1.0, 0.0),
        (-1.0, -ROUND, -ROUND, -1.0, 0.0, -1.0),
    ),
)

_DROP: Outline = (
    (0.0, -1.08),
    (
        (0.22, -0.62, 0.78, -0.1, 0.78, 0.34),
        (0.78, 0.76, 0.43, 1.04, 0.0, 1.04),
        (-0.43, 1.04, -0.78, 0.76, -0.78, 0.34),
        (-0.78, -0.1, -0.22, -0.62, 0.0, -1.08),
    ),
)

_ARCH: Outline = (
    (-0.84, 0.94),
    (
        (-0.84, -0.12),
        (-0.84, -0.6, -0.46, -0.96, 0.0, -0.96),
        (0.46, -0.96, 0.84, -0.6, 0.84, -0.12),
        (0.84, 0.94),
        (0.36, 0.94),
        (0.36, -0.06),
        (0.36, -0.28, 0.2, -0.44, 0.0, -0.44),
        (-0.2, -0.44, -0.36, -0.28, -0.36, -0.06),
        (-0.36, 0.94),
    ),
)

_LEAF: Outline = (
    (-0.88, 0.88),
    (
        (-1.12, -0.2, -0.42, -1.02, 0.92, -0.92),
        (1.02, 0.42, 0.2, 1.12, -0.88, 0.88),
    ),
)

OUTLINES: dict[Shape, Outline] = {
    "circle": _CIRCLE,
    "square": _polygon((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    "diamond": _polygon((0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)),
    "triangle": _polygon((0.0, -0.98), (1.08, 0.84), (-1.08, 0.84)),
    "hexagon": _regular(6, pi / 6, 1.04),
    "drop": _DROP,
    "cross": _cross(),
    "arch": _ARCH,
    "star": _star(),
    "leaf": _LEAF,
}
"""Outlines of about the same optical size in a square from -1 to 1, y downwards."""


def draw_shape(
    shape: Shape,
    x: float,
    y: float,
    size: float,
    *,
    fill: Colour | None = None,
    stroke: Colour | None = None,
    line: float = 0.3,
) -> Path:
    """Draw a shape around (x, y), about `size` mm across."""
    start, steps = OUTLINES[shape]
    scale = size / 2

    def placed(step: tuple[float, ...]) -> tuple[float, ...]:
        return tuple((y if odd % 2 else x) + scale * value for odd, value in enumerate(step))

    first_x, first_y = placed(start)
    return Path((first_x, first_y), tuple(placed(step) for step in steps), fill, stroke, line)
