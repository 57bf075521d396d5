"""Figures of several values a row or a point: strips, planes, curves, and tables with shades."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, sqrt

from eclaireurs_play.simulation.figures import (
    NAME,
    ROOM,
    ROW,
    WIDTH,
    Figure,
    Table,
    across,
    named,
    short,
    words,
)
from eclaireurs_play.simulation.statistics import Interval
from eclaireurs_play.simulation.wording import decimal, percent

_SHADES = 4
_SIDE, _LEFT, _FOOT, _HEAD = 420, 60, 60, 10
_LEGEND = _LEFT + _SIDE + 30
_TALL = 260
_USUAL = 20
"""Agreements that a large disc stands for at least."""


@dataclass(frozen=True, slots=True)
class Strip:
    """How values from 0 to 1 are spread: five quantiles (10, 25, 50, 75, 90 %), and a mark."""

    name: str
    quantiles: tuple[float, float, float, float, float]
    mark: float | None = None


def strips(title: str, rows: Sequence[Strip], note: str, mark: str) -> Figure:
    """Draw a strip a row: from the first decile to the last, the middle half thick."""
    foot = ROW * len(rows)
    drawn = "".join(_strip(place, one) for place, one in enumerate(rows))
    marks = "".join(
        f'<text class="mark middle" x="{across(one, 0, 1):.0f}" y="{foot + 18}">'
        f"{words(percent(one))}</text>"
        for one in (0, 0.5, 1)
    )
    table = Table(
        ("", "1er décile", "Médiane", "9e décile", mark),
        tuple(
            (one.name, *(percent(one.quantiles[place]) for place in (0, 2, 4)),
             "" if one.mark is None else percent(one.mark))
            for one in rows
        ),
    )  # fmt: skip
    return Figure(title, table, drawn + marks, foot + 24, note)


def _strip(place: int, one: Strip) -> str:
    top = place * ROW
    middle = top + ROW / 2
    first, second, median, third, last = (across(value, 0, 1) for value in one.quantiles)
    mark = ""
    if one.mark is not None:
        mark = f'<path class="limit" d="M{across(one.mark, 0, 1):.1f} {top + 5}v{ROW - 10}"/>'
    return (
        f'<rect class="whole" x="{NAME}" y="{top + 8}" width="{ROOM}" height="18"/>'
        f'<path class="thin" d="M{first:.1f} {middle:g}H{last:.1f}"/>'
        f'<rect class="bar" x="{second:.1f}" y="{top + 11}" width="{max(2.0, third - second):.1f}" '
        f'height="12"/>{mark}'
        f'<circle class="dot open" cx="{median:.1f}" cy="{middle:g}" r="5"/>'
        f"{named(place, one.name, percent(one.quantiles[2]))}"
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a plane, from 0 to 1 both ways, and how many sessions it stands for."""

    x: float
    y: float
    count: int = 1


@dataclass(frozen=True, slots=True)
class Plane:
    """Two satisfactions against each other: agreements, the frontier, and remarkable points."""

    across: str
    up: str
    agreements: tuple[Spot, ...]
    frontier: tuple[Spot, ...]
    remarkable: Mapping[str, tuple[Spot, ...]]
    limits: tuple[float, float]


def plane(title: str, one: Plane, note: str = "") -> Figure:
    """Draw agreements over the frontier; the area of a disc is the number of sessions."""
    most = max(_USUAL, *(spot.count for spot in one.agreements))
    scale = _Scale.of(one)
    drawn = [
        f'<rect class="whole" x="{_LEFT}" y="{_HEAD}" width="{_SIDE}" height="{_SIDE}"/>',
        *(scale.disc(spot, "front", 3) for spot in one.frontier),
        *(
            scale.disc(spot, "dot seen", 3 + 13 * sqrt(spot.count / most))
            for spot in one.agreements
        ),
        (
            f'<path class="limit" d="M{scale.x(one.limits[0]):.1f} {_HEAD}v{_SIDE}'
            f'M{_LEFT} {scale.y(one.limits[1]):.1f}h{_SIDE}"/>'
        ),
    ]
    for place, spots in enumerate(one.remarkable.values()):
        turned = place % 2 == 1
        drawn += (_cross(scale.x(spot.x), scale.y(spot.y), turned=turned) for spot in spots)
    drawn += (*_axes(one, scale), *_legend(one))
    rows = [(name, _where(spots[0])) for name, spots in one.remarkable.items() if spots]
    rows += [
        (f"Accord de {spot.count} séances" if spot.count > 1 else "Accord d'une séance",
         _where(spot))
        for spot in sorted(one.agreements, key=lambda spot: -spot.count)[:10]
    ]  # fmt: skip
    table = Table(("", f"{one.across} ; {one.up}"), tuple(rows))
    return Figure(title, table, "".join(drawn), _HEAD + _SIDE + _FOOT, note)


def _where(spot: Spot) -> str:
    return f"{percent(spot.x)} ; {percent(spot.y)}"


@dataclass(frozen=True, slots=True)
class _Scale:
    """The part of both axes that something is drawn on, in tenths."""

    left: float
    right: float
    bottom: float
    top: float

    @classmethod
    def of(cls, one: Plane) -> "_Scale":
        """Hold every point and limit."""
        remarkable = (spot for spots in one.remarkable.values() for spot in spots)
        every = (*one.agreements, *one.frontier, *remarkable)
        wide = [one.limits[0], *(spot.x for spot in every)]
        high = [one.limits[1], *(spot.y for spot in every)]
        return cls(*_tenths(wide), *_tenths(high))

    def x(self, value: float) -> float:
        """Give where a satisfaction stands from the left."""
        return _LEFT + _SIDE * (value - self.left) / (self.right - self.left)

    def y(self, value: float) -> float:
        """Give where a satisfaction stands from the top."""
        return _HEAD + _SIDE * (self.top - value) / (self.top - self.bottom)

    def disc(self, spot: Spot, kind: str, radius: float) -> str:
        """Draw a disc at a point."""
        x, y = self.x(spot.x), self.y(spot.y)
        return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def _tenths(values: Sequence[float]) -> tuple[float, float]:
    return floor(min(values) * 10) / 10, max(
        floor(min(values) * 10) + 1, ceil(max(values) * 10)
    ) / 10


def _cross(x: float, y: float, *, turned: bool) -> str:
    drawn = "M-7-7L7 7M-7 7L7-7" if turned else "M-9 0H9M0-9V9"
    return f'<path class="cross" transform="translate({x:.1f} {y:.1f})" d="{drawn}"/>'


def _axes(one: Plane, scale: _Scale) -> tuple[str, ...]:
    foot = _HEAD + _SIDE
    wide = (scale.left, (scale.left + scale.right) / 2, scale.right)
    high = (scale.bottom, (scale.bottom + scale.top) / 2, scale.top)
    across_ = "".join(
        f'<text class="mark middle" x="{scale.x(value):.0f}" y="{foot + 18}">'
        f"{words(percent(value))}</text>"
        for value in wide
    )
    up = "".join(
        f'<text class="mark figure" x="{_LEFT - 6}" y="{scale.y(value) + 5:.0f}">'
        f"{words(percent(value))}</text>"
        for value in high
    )
    middle = _HEAD + _SIDE / 2
    return (
        across_,
        up,
        (
            f'<text class="middle" x="{_LEFT + _SIDE / 2:.0f}" y="{foot + 42}">'
            f"{words(one.across)}</text>"
            f'<text class="middle" transform="translate(14 {middle:.0f}) rotate(-90)">'
            f"{words(one.up)}</text>"
        ),
    )


def _legend(one: Plane) -> tuple[str, ...]:
    named = ("Accords signés", "Frontière des compromis", *one.remarkable, "Seuil pour dire oui")
    marks = [
        f'<circle class="dot seen" cx="{_LEGEND}" cy="20" r="8"/>',
        f'<circle class="front" cx="{_LEGEND}" cy="50" r="3"/>',
        *(_cross(_LEGEND, 80 + 30 * place, turned=place % 2 == 1)
          for place in range(len(one.remarkable))),
        f'<path class="limit" d="M{_LEGEND} {70 + 30 * len(one.remarkable)}v20"/>',
    ]  # fmt: skip
    said = (
        f'<text x="{_LEGEND + 18}" y="{25 + 30 * place}">{words(name)}</text>'
        for place, name in enumerate(named)
    )
    return (*marks, *said)


@dataclass(frozen=True, slots=True)
class Curve:
    """What a quantity does as a parameter goes; a point has bounds when it is an estimate."""

    name: str
    points: tuple[Interval, ...]


def curve(title: str, at: Sequence[str], one: Curve, *, most: float = 1.0) -> Figure:
    """Draw a curve over evenly spaced values, its intervals as bars, on a scale from 0."""
    wide = WIDTH - 2 * _LEFT
    step = wide / max(1, len(at) - 1)
    places = [(_LEFT + place * step, point) for place, point in enumerate(one.points)]

    def up(value: float) -> float:
        return _HEAD + _TALL * (1 - min(1.0, max(0.0, value / most)))

    lines = "".join(
        f'<path class="line" d="M{x:.1f} {up(left.estimate):.1f}'
        f'L{other:.1f} {up(right.estimate):.1f}"/>'
        for (x, left), (other, right) in pairwise(places)
    )
    points = "".join(
        f'<path class="whisker" d="M{x:.1f} {up(point.low):.1f}V{up(point.high):.1f}"/>'
        f'<circle class="dot" cx="{x:.1f}" cy="{up(point.estimate):.1f}" r="4"/>'
        f'<text class="mark middle" x="{x:.1f}" y="{_HEAD + _TALL + 20}">'
        f"{words(short(value, 12))}</text>"
        for (x, point), value in zip(places, at, strict=True)
    )
    scale = "".join(
        f'<path class="faint" d="M{_LEFT} {up(value):.1f}h{wide}"/>'
        f'<text class="mark figure" x="{_LEFT - 8}" y="{up(value) + 5:.1f}">'
        f"{words(_figure(value, most))}</text>"
        for value in (0, most / 2, most)
    )
    table = Table(
        ("", one.name, "Intervalle à 95 %"),
        tuple(
            (value, _figure(point.estimate, most),
             f"{_figure(point.low, most)} à {_figure(point.high, most)}")
            for value, point in zip(at, one.points, strict=True)
        ),
    )  # fmt: skip
    return Figure(title, table, scale + lines + points, _HEAD + _TALL + 28)


def _figure(value: float, most: float) -> str:
    return percent(value) if most == 1 else decimal(value)


def shaded(
    title: str, table: Table, values: Sequence[Sequence[float]], most: float, note: str = ""
) -> Figure:
    """Shade the cells of a table by values from -most to most; words say the same."""
    tints = tuple(
        tuple(max(-_SHADES, min(_SHADES, round(_SHADES * value / (most or 1)))) for value in row)
        for row in values
    )
    return Figure(title, table, note=note, tints=tints)
