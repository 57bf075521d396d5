"""Display items to PDF operators: everything stays in millimetres, with y turned upwards."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import cos, radians, sin
from typing import Protocol

from eclaireurs_play.layout.display import (
    Circle,
    Group,
    Item,
    Line,
    Modules,
    Path,
    Placeholder,
    Raster,
    Rect,
    Strokes,
    Text,
    number,
)
from eclaireurs_play.layout.shapes import ROUND
from eclaireurs_play.model.print import MM_PER_POINT, Colour, FontName
from eclaireurs_play.printing.inks import Inks

Drawing = Rect | Circle | Path | Line | Strokes | Modules | Placeholder | Raster


class FontTable(Protocol):
    """Gives PDF strings for text, as runs of (name of the font in the file, escaped string)."""

    def encode(self, font: FontName, text: str) -> Sequence[tuple[str, str]]:
        """Encode a text in a font."""


@lru_cache(maxsize=1024)
def type_size(points: float) -> str:
    """Write a size of type in mm."""
    return f"{points * MM_PER_POINT:.4f}"


class Pen:
    """Writes operators, saying a colour, a width or a font only when it changes."""

    def __init__(self, fonts: FontTable, form: Callable[[Group | Raster], str], inks: Inks) -> None:
        self.ops: list[str] = []
        self._inks = inks
        self._fonts = fonts
        self._form = form
        self._state: dict[str, str] = {}
        self._letter: tuple[Colour, float, float] | None = None
        self._size = ""
        self._writing = False

    def content(self) -> str:
        """Give all that was written."""
        self._end_text()
        return "\n".join(self.ops)

    def draw(self, items: Iterable[Item]) -> None:
        """Write items in order."""
        for item in items:
            if isinstance(item, Text):
                self._text(item)
            elif isinstance(item, Group):
                self._group(item)
            else:
                self._end_text()
                self._drawing(item)

    def _drawing(self, item: Drawing) -> None:
        """Write what is neither text nor a group."""
        match item:
            case Rect():
                self._filled(rect_path(item), item.fill, item.stroke, item.line, item.dash)
            case Circle():
                self._filled(circle_path(item), item.fill, item.stroke, item.line)
            case Path():
                self._filled(outline_path(item), item.fill, item.stroke, item.line)
            case Line():
                self._line(item)
            case Strokes():
                self._strokes(item)
            case Modules():
                self._modules(item)
            case Raster():
                self._raster(item)
            case Placeholder():
                frame = Rect(item.x, item.y, item.width, item.height)
                self._filled(rect_path(frame), None, item.colour, 0.2)

    def _set(self, operator: str, operands: str) -> None:
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self.ops.append(f"{operands} {operator}")

    def _end_text(self) -> None:
        if self._writing:
            self.ops.append("ET")
            self._writing = False

    def _text(self, item: Text) -> None:
        if not item.string:
            return
        if not self._writing:
            self.ops.append("BT")
            self._writing, self._letter = True, None
        letter = item.colour, item.spacing, item.size
        if letter != self._letter:
            self._letter, self._size = letter, type_size(item.size)
            self._set(self._inks.fill, self._inks.text(item.colour))
            self._set("Tc", number(item.spacing * MM_PER_POINT))
        self.ops.append(f"1 0 0 1 {number(item.x)} {number(-item.y)} Tm")
        for name, string in self._fonts.encode(item.font, item.string):
            self._set("Tf", f"{name} {self._size}")
            self.ops.append(f"({string}) Tj")

    def _stroke_state(self, colour: Colour, width: float, dash: tuple[float, ...] = ()) -> None:
        self._set(self._inks.stroke, self._inks.area(colour))
        self._set("w", number(width))
        self._set("d", f"[{' '.join(map(number, dash))}] 0")

    def _filled(
        self,
        path: str,
        fill: Colour | None,
        stroke: Colour | None,
        width: float,
        dash: tuple[float, ...] = (),
    ) -> None:
        if not fill and not stroke:
            return
        if fill:
            self._set(self._inks.fill, self._inks.area(fill))
        if stroke:
            self._stroke_state(stroke, width, dash)
        self.ops.append(path + (" B" if fill and stroke else " f" if fill else " S"))

    def _line(self, item: Line) -> None:
        self._stroke_state(item.colour, item.width, item.dash)
        self._set("J", "1" if item.round else "0")
        self._set("j", "1" if item.round else "0")
        (x, y), *others = item.points
        steps = " ".join(f"{number(x)} {number(-y)} l" for x, y in others)
        self.ops.append(f"{number(x)} {number(-y)} m {steps} S")

    def _strokes(self, item: Strokes) -> None:
        if not item.segments:
            return
        self._stroke_state(item.colour, item.width)
        self._set("J", "0")
        segments = (
            f"{number(x1)} {number(-y1)} m {number(x2)} {number(-y2)} l"
            for x1, y1, x2, y2 in item.segments
        )
        self.ops.append(" ".join(segments) + " S")

    def _modules(self, item: Modules) -> None:
        """Write a matrix in units of one module, row by row, dark neighbours joined."""
        self._set(self._inks.fill, self._inks.text(item.colour))
        side = item.side / len(item.rows)
        runs = (
            f"{start} {-row} {length} -1 re"
            for row, cells in enumerate(item.rows)
            for start, length in _dark_runs(cells)
        )
        scale = f"{side:.5f}"
        place = f"{number(item.x)} {number(-item.y)}"
        self.ops.append(f"q {scale} 0 0 {scale} {place} cm {' '.join(runs)} f Q")

    def _raster(self, item: Raster) -> None:
        """Call a picture, a unit square until it is stretched."""
        size = f"{number(item.width)} 0 0 {number(item.height)}"
        place = f"{number(item.x)} {number(-item.y - item.height)}"
        self.ops.append(f"q {size} {place} cm /{self._form(item)} Do Q")

    def _group(self, group: Group) -> None:
        """Write what a group holds between q and Q, or call its form."""
        self._end_text()
        self.ops.append("q")
        outside = dict(self._state)
        if group.x or group.y or group.angle or group.scale != 1:
            self.ops.append(_matrix(group))
        if group.clip:
            self.ops.append(f"{_clip_path(group.clip)} W n")
        if group.name:
            self.ops.append(f"/{self._form(group)} Do")
        else:
            self.draw(group.items)
            self._end_text()
        self.ops.append("Q")
        self._state = outside


def _matrix(group: Group) -> str:
    if not group.angle and group.scale == 1:
        return f"1 0 0 1 {number(group.x)} {number(-group.y)} cm"
    turn = radians(group.angle)
    across, down = group.scale * cos(turn), group.scale * sin(turn)
    rows = (across, -down, down, across, group.x, -group.y)
    return " ".join(number(value) for value in rows) + " cm"


def _clip_path(clip: Rect | Path | Circle) -> str:
    match clip:
        case Rect():
            return rect_path(clip)
        case Circle():
            return circle_path(clip)
        case Path():
            return outline_path(clip)


def _points(*values: float) -> str:
    """Write x, y pairs with y turned upwards."""
    return " ".join(number(-one if odd % 2 else one) for odd, one in enumerate(values))


def rect_path(rect: Rect) -> str:
    """Outline a rectangle, with its round corners if any."""
    x, y, width, height, radius = rect.x, rect.y, rect.width, rect.height, rect.radius
    if not radius:
        return f"{number(x)} {number(-y)} {number(width)} {number(-height)} re"
    right, bottom, handle = x + width, y + height, radius * (1 - ROUND)
    steps = (
        (x + radius, y, "m"),
        (right - radius, y, "l"),
        (right - handle, y, right, y + handle, right, y + radius, "c"),
        (right, bottom - radius, "l"),
        (right, bottom - handle, right - handle, bottom, right - radius, bottom, "c"),
        (x + radius, bottom, "l"),
        (x + handle, bottom, x, bottom - handle, x, bottom - radius, "c"),
        (x, y + radius, "l"),
        (x, y + handle, x + handle, y, x + radius, y, "c"),
    )
    return " ".join(f"{_points(*step[:-1])} {step[-1]}" for step in steps) + " h"


def circle_path(circle: Circle) -> str:
    """Outline a circle with four Bézier arcs."""
    x, y, radius = circle.x, -circle.y, circle.radius
    handle = radius * ROUND
    west, before, middle, after, east = (
        number(x + reach) for reach in (-radius, -handle, 0, handle, radius)
    )
    south, under, level, above, north = (
        number(y + reach) for reach in (-radius, -handle, 0, handle, radius)
    )
    return (
        f"{middle} {north} m {after} {north} {east} {above} {east} {level} c "
        f"{east} {under} {after} {south} {middle} {south} c "
        f"{before} {south} {west} {under} {west} {level} c "
        f"{west} {above} {before} {north} {middle} {north} c h"
    )


def outline_path(path: Path) -> str:
    """Outline a path of straight and Bézier steps."""
    steps = " ".join(f"{_points(*step)} {'c' if len(step) > 2 else 'l'}" for step in path.steps)  # noqa: PLR2004 - a straight step has two numbers
    return f"{_points(*path.start)} m {steps} h"


def _dark_runs(cells: str) -> list[tuple[int, int]]:
    """Give (start, length) of each run of 1."""
    runs: list[tuple[int, int]] = []
    start = cells.find("1")
    while start >= 0:
        end = cells.find("0", start)
        end = len(cells) if end < 0 else end
        runs.append((start, end - start))
        start = cells.find("1", end)
    return runs
