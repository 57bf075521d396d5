"""Outlines as SVG writes them: path data turned into straight and Bézier steps, then into lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, cos, hypot, radians, sin, sqrt, tan
from typing import NamedTuple

from svg.path import Arc, Close, CubicBezier, Move, QuadraticBezier, parse_path

from eclaireurs_play.layout.display import Point

QUARTER = 90.0
"""The longest arc that one Bézier curve stands for, in degrees."""

CURVE = 6
"""How many numbers a curved step has."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A start, then straight (x, y) or Bézier (x1, y1, x2, y2, x, y) steps."""

    start: Point
    steps: tuple[tuple[float, ...], ...]
    closed: bool = False


class Matrix(NamedTuple):
    """How points are moved, turned and enlarged: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, inner: "Matrix") -> "Matrix":
        """Give the matrix that applies `inner` first, then this one."""
        a, b, c, d, e, f = self
        return Matrix(
            a * inner.a + c * inner.b,
            b * inner.a + d * inner.b,
            a * inner.c + c * inner.d,
            b * inner.c + d * inner.d,
            a * inner.e + c * inner.f + e,
            b * inner.e + d * inner.f + f,
        )

    def step(self, numbers: tuple[float, ...]) -> tuple[float, ...]:
        """Move every point of a step."""
        moved: list[float] = []
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            moved += (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
        return tuple(moved)

    def outline(self, one: Outline) -> Outline:
        """Move a whole outline."""
        x, y = self.step(one.start)
        return Outline((x, y), tuple(self.step(step) for step in one.steps), one.closed)

    @property
    def growth(self) -> float:
        """Give how much longer lines become: the square root of how much larger areas are."""
        return sqrt(abs(self.a * self.d - self.b * self.c))


def outlines(data: str) -> tuple[Outline, ...]:
    """Read the `d` of an SVG path; raises ValueError when it is not path data."""
    if data.strip()[:1] not in ("", "M", "m"):
        raise ValueError(data)
    found: list[Outline] = []
    start: Point = (0.0, 0.0)
    steps: list[tuple[float, ...]] = []
    for segment in parse_path(data):
        if isinstance(segment, Move | Close):
            if steps:
                found.append(Outline(start, tuple(steps), isinstance(segment, Close)))
            start, steps = _point(segment.end), []
        else:
            steps += _steps(segment)
    if steps:
        found.append(Outline(start, tuple(steps)))
    return tuple(found)


def _point(place: complex) -> Point:
    return place.real, place.imag


def _steps(segment: object) -> Iterator[tuple[float, ...]]:
    """Write a segment as steps."""
    match segment:
        case CubicBezier():
            yield (
                *_point(segment.control1),
                *_point(segment.control2),
                *_point(segment.end),
            )
        case QuadraticBezier():
            first = segment.start + (segment.control - segment.start) * 2 / 3
            second = segment.end + (segment.control - segment.end) * 2 / 3
            yield (*_point(first), *_point(second), *_point(segment.end))
        case Arc() if segment.radius.real and segment.radius.imag and segment.start != segment.end:
            yield from _arc(segment)
        case _:
            yield _point(segment.end)  # type: ignore[attr-defined]  # a line has an end


def _arc(arc: Arc) -> Iterator[tuple[float, ...]]:
    """Cut an arc in quarters of an ellipse at most, a Bézier curve for each."""
    count = max(1, ceil(abs(arc.delta) / QUARTER - 1e-9))
    sweep = radians(arc.delta) / count
    handle = 4 / 3 * tan(sweep / 4)
    turn = complex(cos(radians(arc.rotation)), sin(radians(arc.rotation)))
    across, down = arc.radius.real * arc.radius_scale, arc.radius.imag * arc.radius_scale

    def placed(x: float, y: float) -> Point:
        return _point(arc.center + turn * complex(x * across, y * down))

    for place in range(count):
        angle = radians(arc.theta) + place * sweep
        cos1, sin1, cos2, sin2 = cos(angle), sin(angle), cos(angle + sweep), sin(angle + sweep)
        end = placed(cos2, sin2) if place < count - 1 else _point(arc.end)
        yield (
            *placed(cos1 - handle * sin1, sin1 + handle * cos1),
            *placed(cos2 + handle * sin2, sin2 - handle * cos2),
            *end,
        )


def ellipse(x: float, y: float, across: float, down: float) -> Outline:
    """Outline an ellipse by its centre and its two radii."""
    data = f"M{x - across} {y}a{across} {down} 0 0 1 {2 * across} 0"
    [one] = outlines(f"{data}a{across} {down} 0 0 1 {-2 * across} 0z")
    return one


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Outline:
    """Outline a rectangle, its corners rounded."""
    turn = min(radius, width / 2, height / 2)
    if turn <= 0:
        return Outline((x, y), ((x + width, y), (x + width, y + height), (x, y + height)), True)  # noqa: FBT003 - it is closed
    level, upright = width - 2 * turn, height - 2 * turn
    corner = f"a{turn} {turn} 0 0 1"
    [one] = outlines(
        f"M{x + turn} {y}h{level}{corner} {turn} {turn}v{upright}{corner} {-turn} {turn}"
        f"h{-level}{corner} {-turn} {-turn}v{-upright}{corner} {turn} {-turn}z"
    )
    return one


def flat(outline: Outline, tolerance: float) -> tuple[Point, ...]:
    """Give points whose straight lines stay within a distance of an outline."""
    points = [outline.start]
    for step in outline.steps:
        points += _chords(points[-1], step, tolerance) if len(step) == CURVE else [step[:2]]  # type: ignore[list-item]  # a straight step has two numbers
    if outline.closed and points[-1] != outline.start:
        points.append(outline.start)
    return tuple(points)


def _chords(start: Point, step: tuple[float, ...], tolerance: float) -> Iterable[Point]:
    """Cut a Bézier curve into as few equal parts as keep it within a distance of its chords."""
    x0, y0 = start
    x1, y1, x2, y2, x3, y3 = step
    bend = max(hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
    count = max(1, ceil(sqrt(0.75 * bend / tolerance)))
    for place in range(1, count):
        t = place / count
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
    yield x3, y3
