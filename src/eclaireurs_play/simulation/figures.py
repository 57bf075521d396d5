"""Figures of a report: inline SVG read in greyscale, each beside the same figures as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from eclaireurs_play.layout.typography import french
from eclaireurs_play.simulation.statistics import Distribution, Interval, Moments
from eclaireurs_play.simulation.wording import between, decimal, percent, signed

WIDTH = 720
ROW, NAME, FIGURE = 34, 250, 120
ROOM = WIDTH - NAME - FIGURE
_HIGH, _BARS, _EDGE = 150, 24, 0.02
_LONGEST = 32

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of columns, and rows that begin with their own head."""

    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing `height` high and `WIDTH` wide, and its table; `note` says how to read it.

    Without a drawing, the table is the figure: `tints` then gives each cell a shade from -4 to 4.
    """

    title: str
    table: Table
    drawing: str = ""
    height: float = 0
    note: str = ""
    tints: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A length from 0 to 1, what it is, how it is written, and its bounds if it is an estimate.

    `span` writes the bounds when they are no shares.
    """

    name: str
    share: float
    written: str
    bounds: Interval | None = None
    span: str = ""


def rated(name: str, rate: Interval, of: str = "") -> Bar:
    """Make the bar of an estimated share; `of` says out of how many."""
    return Bar(f"{name} ({of})" if of else name, rate.estimate, percent(rate.estimate), rate)


def averaged(rows: Iterable[tuple[str, Moments]]) -> list[Bar]:
    """Make a bar of each mean, the greatest the longest; rows without a value are left out."""
    kept = [(name, one) for name, one in rows if one.count]
    most = max((one.mean for _, one in kept), default=0.0) or 1.0
    made = []
    for name, one in kept:
        bounds = one.bounds()
        sure = bounds.low > float("-inf")
        span = f"{decimal(bounds.low)} à {decimal(bounds.high)}" if sure else ""
        drawn = bounds.times(1 / most) if sure else None
        made.append(Bar(name, one.mean / most, decimal(one.mean), drawn, span))
    return made


def bars(
    title: str, rows: Iterable[Bar], note: str = "", *, most: float = 1.0, limit: float = 0.0
) -> Figure:
    """Draw one horizontal bar a row, names to the left, figures to the right, on a scale to `most`.

    A line is drawn across at `limit`, where there is one.
    """
    kept = tuple(rows)
    drawn = "".join(_bar(place, one, most) for place, one in enumerate(kept))
    if limit:
        x = across(limit, 0, most)
        drawn += f'<path class="limit" d="M{x:.1f} 0V{ROW * len(kept)}"/>'
    table = Table(
        ("", "Valeur", "Intervalle à 95 %"),
        tuple((one.name, one.written, one.span or _span(one.bounds)) for one in kept),
    )
    if not any(one.bounds for one in kept):
        table = Table(table.head[:2], tuple(row[:2] for row in table.rows))
    return Figure(title, table, drawn, ROW * len(kept), note)


def _span(bounds: Interval | None) -> str:
    return f"{percent(bounds.low)} à {percent(bounds.high)}" if bounds else ""


def _bar(place: int, one: Bar, most: float) -> str:
    top = place * ROW
    width = ROOM * min(1.0, max(0.0, one.share / most))
    return (
        f'<rect class="whole" x="{NAME}" y="{top + 8}" width="{ROOM}" height="18"/>'
        f'<rect class="bar" x="{NAME}" y="{top + 8}" width="{width:.1f}" height="18"/>'
        f"{whisker(one.bounds, top + ROW / 2, 0, most) if one.bounds else ''}"
        f"{named(place, one.name, one.written)}"
    )


def named(place: int, name: str, written: str = "") -> str:
    """Write the name of a row to the left and its figure to the right."""
    line = place * ROW + ROW / 2 + 5
    right = f'<text class="figure" x="{WIDTH}" y="{line:.0f}">{words(written)}</text>'
    return f'<text x="0" y="{line:.0f}">{words(short(name))}</text>{right if written else ""}'


def whisker(bounds: Interval, middle: float, least: float, most: float) -> str:
    """Draw an interval across the room of a row, on a scale from `least` to `most`."""
    low, high = (across(one, least, most) for one in (bounds.low, bounds.high))
    ends = "".join(f"M{x:.1f} {middle - 6:g}v12" for x in (low, high))
    return f'<path class="whisker" d="M{low:.1f} {middle:g}H{high:.1f}{ends}"/>'


def across(value: float, least: float, most: float) -> float:
    """Give where a value stands in the room of a row; what is outside stays at the edge."""
    share = (value - least) / ((most - least) or 1)
    return NAME + ROOM * min(1 + _EDGE, max(-_EDGE, share))


def histogram(title: str, values: Distribution, unit: str) -> Figure:
    """Draw how many sessions had each value, in at most two dozen columns of equal width."""
    least, most = min(values.counts, default=0), max(values.counts, default=0)
    step = max(1, -(-(most - least + 1) // _BARS))
    columns = [0] * ((most - least) // step + 1)
    for value, count in values.counts.items():
        columns[(value - least) // step] += count
    tallest, width = max(columns) or 1, WIDTH / len(columns)
    drawn = "".join(
        f'<rect class="bar" x="{place * width + 1:.1f}" y="{_HIGH * (1 - count / tallest):.1f}" '
        f'width="{max(1.0, width - 2):.1f}" height="{_HIGH * count / tallest:.1f}"/>'
        for place, count in enumerate(columns)
    )
    foot = (
        f'<path class="base" d="M0 {_HIGH}H{WIDTH}"/>'
        f'<text x="0" y="{_HIGH + 22}">{least}</text>'
        f'<text class="figure" x="{WIDTH}" y="{_HIGH + 22}">{words(f"{most} {unit}")}</text>'
    )
    spans = (
        (f"{low}" if step == 1 else f"{low} à {low + step - 1}", str(count))
        for low, count in zip(range(least, most + 1, step), columns, strict=True)
    )
    table = Table((unit.capitalize(), "Séances"), tuple(spans))
    return Figure(title, table, drawn + foot, _HIGH + 30)


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between two versions, and how it is written."""

    name: str
    bounds: Interval
    written: str = ""


def differences(
    title: str, rows: Sequence[Difference], unit: str, note: str = "", *, least: float = 1.0
) -> Figure:
    """Draw differences and their intervals on both sides of zero; `least` is the shortest scale."""
    ends = (abs(end) for one in rows for end in (one.bounds.low, one.bounds.high))
    most = max([least, *(end for end in ends if end != float("inf"))])
    zero, foot = across(0, -most, most), ROW * len(rows)
    drawn = [f'<path class="base" d="M{zero:.1f} 0V{foot}"/>']
    for place, one in enumerate(rows):
        middle = place * ROW + ROW / 2
        at = across(one.bounds.estimate, -most, most)
        sure = "dot" if one.bounds.sign else "dot open"
        drawn += (
            whisker(one.bounds, middle, -most, most),
            f'<circle class="{sure}" cx="{at:.1f}" cy="{middle:g}" r="6"/>',
            named(place, one.name, one.written or between(one.bounds).split(" (")[0]),
        )
    drawn.append(
        f'<text class="mark" x="{NAME}" y="{foot + 18}">{words(signed(-most))}</text>'
        f'<text class="mark middle" x="{zero:.1f}" y="{foot + 18}">0</text>'
        f'<text class="mark figure" x="{NAME + ROOM}" y="{foot + 18}">{words(signed(most))}</text>'
    )
    table = Table(
        ("", f"Différence ({unit})"),
        tuple((one.name, between(one.bounds)) for one in rows),
    )
    full = f"{note} Point plein : l'intervalle exclut zéro.".strip()
    return Figure(title, table, "".join(drawn), foot + 24, full)


def short(name: str, longest: int = _LONGEST) -> str:
    """Cut a name that would run into the bars."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def words(text: str) -> str:
    """Set a text in French, ready for HTML."""
    return escape(french(text))
