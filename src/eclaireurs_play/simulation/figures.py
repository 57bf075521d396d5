"""Figures of the report, as inline SVG: read in greyscale, and by a screen reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from eclaireurs_play.layout.typography import french
from eclaireurs_play.simulation.statistics import Distribution, Interval

_WIDTH, _ROW, _NAME, _FIGURE = 720, 34, 250, 110
_HIGH, _BARS = 150, 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A share from 0 to 1, what it is, how it is written, and its bounds if it is an estimate."""

    name: str
    share: float
    written: str
    bounds: Interval | None = None


def bars(title: str, rows: Iterable[Bar]) -> str:
    """Draw one horizontal bar a row, names to the left, figures to the right."""
    drawn = [_bar(place, one) for place, one in enumerate(rows)]
    return _svg(title, _ROW * len(drawn), "".join(drawn)) if drawn else ""


def _bar(place: int, one: Bar) -> str:
    top, room = place * _ROW, _WIDTH - _NAME - _FIGURE
    middle = top + _ROW / 2
    whole = f'<rect class="whole" x="{_NAME}" y="{top + 8}" width="{room}" height="18"/>'
    width = room * min(1.0, max(0.0, one.share))
    bar = f'<rect class="bar" x="{_NAME}" y="{top + 8}" width="{width:.1f}" height="18"/>'
    texts = (
        f'<text x="0" y="{middle + 5:.0f}">{_words(_short(one.name))}</text>'
        f'<text class="figure" x="{_WIDTH}" y="{middle + 5:.0f}">{_words(one.written)}</text>'
    )
    return whole + bar + (_whisker(one.bounds, middle, room) if one.bounds else "") + texts


def _whisker(bounds: Interval, middle: float, room: int) -> str:
    low, high = (_NAME + room * one for one in (bounds.low, bounds.high))
    ends = "".join(f"M{x:.1f} {middle - 6}v12" for x in (low, high))
    return f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}{ends}"/>'


def histogram(title: str, values: Distribution, unit: str) -> str:
    """Draw how many sessions had each value, in at most two dozen columns of equal width."""
    if not values.total:
        return ""
    least, most = min(values.counts), max(values.counts)
    step = max(1, -(-(most - least + 1) // _BARS))
    columns = [0] * ((most - least) // step + 1)
    for value, count in values.counts.items():
        columns[(value - least) // step] += count
    tallest, width = max(columns), _WIDTH / len(columns)
    drawn = "".join(
        f'<rect class="bar" x="{place * width + 1:.1f}" y="{_HIGH * (1 - count / tallest):.1f}" '
        f'width="{max(1.0, width - 2):.1f}" height="{_HIGH * count / tallest:.1f}"/>'
        for place, count in enumerate(columns)
    )
    foot = (
        f'<path class="base" d="M0 {_HIGH}H{_WIDTH}"/>'
        f'<text x="0" y="{_HIGH + 22}">{least}</text>'
        f'<text class="figure" x="{_WIDTH}" y="{_HIGH + 22}">{_words(f"{most} {unit}")}</text>'
    )
    return _svg(title, _HIGH + 30, drawn + foot)


def _svg(title: str, height: int, inside: str) -> str:
    return (
        f'<figure><figcaption>{_words(title)}</figcaption><svg viewBox="0 0 {_WIDTH} {height}" '
        f'role="img" aria-label="{_words(title)}">{inside}</svg></figure>\n'
    )


_LONGEST = 32


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _words(text: str) -> str:
    return escape(french(text))
