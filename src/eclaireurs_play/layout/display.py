"""The display list: what stands where on a page, in millimetres from its top left, y downwards.

Everything drawn is one of these records, so that paper, screen and tests read the same thing.
`describe` writes a page as a stable text log.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from eclaireurs_play.model.print import Colour, FontName

Point = tuple[float, float]


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """Write a length with at most three decimals and no useless zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Iterable[float]) -> str:
    """Write several lengths, separated by spaces."""
    return " ".join(number(value) for value in values)


def _paint(fill: Colour | None, stroke: Colour | None, line: float) -> str:
    filled = f" fill {fill}" if fill else ""
    return filled + (f" stroke {stroke} {number(line)}" if stroke else "")


def _dash(dash: tuple[float, ...]) -> str:
    return f" dash {numbers(dash)}" if dash else ""


@dataclass(frozen=True, slots=True)
class Text:
    """One run of text: left end and baseline in mm, size in points, letter spacing in points."""

    x: float
    y: float
    string: str
    font: FontName
    size: float
    colour: Colour
    spacing: float = 0.0

    def log(self) -> str:
        """Write the item on one line."""
        spacing = f" +{number(self.spacing)}" if self.spacing else ""
        place = f"{numbers((self.x, self.y))} {self.font} {number(self.size)}{spacing}"
        return f"text {place} {self.colour} {self.string!a}"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from its top left corner; `radius` rounds corners, `line` is a width in mm."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    stroke: Colour | None = None
    line: float = 0.2
    radius: float = 0.0
    dash: tuple[float, ...] = ()

    def log(self) -> str:
        """Write the item on one line."""
        radius = f" r{number(self.radius)}" if self.radius else ""
        place = numbers((self.x, self.y, self.width, self.height)) + radius
        return f"rect {place}{_paint(self.fill, self.stroke, self.line)}{_dash(self.dash)}"


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around its centre."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    stroke: Colour | None = None
    line: float = 0.2

    def log(self) -> str:
        """Write the item on one line."""
        place = numbers((self.x, self.y, self.radius))
        return f"circle {place}{_paint(self.fill, self.stroke, self.line)}"


@dataclass(frozen=True, slots=True)
class Line:
    """Straight strokes through points, `width` in mm; `dash` alternates drawn and empty mm."""

    points: tuple[Point, ...]
    colour: Colour
    width: float = 0.2
    dash: tuple[float, ...] = ()
    round: bool = False

    def log(self) -> str:
        """Write the item on one line."""
        points = " ".join(numbers(point) for point in self.points)
        return f"line {points} {self.colour} {number(self.width)}{_dash(self.dash)}"


@dataclass(frozen=True, slots=True)
class Path:
    """A closed outline: a start, then straight (x, y) or Bézier (x1, y1, x2, y2, x, y) steps."""

    start: Point
    steps: tuple[tuple[float, ...], ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    line: float = 0.2

    def log(self) -> str:
        """Write the item on one line."""
        steps = " ".join(f"({numbers(step)})" for step in (self.start, *self.steps))
        return f"path {steps}{_paint(self.fill, self.stroke, self.line)}"


@dataclass(frozen=True, slots=True)
class Strokes:
    """Many separate segments (x1, y1, x2, y2) in one colour and width: a pattern, ruled lines."""

    segments: tuple[tuple[float, float, float, float], ...]
    colour: Colour
    width: float = 0.2

    def log(self) -> str:
        """Write the item on one line."""
        first = numbers(self.segments[0]) if self.segments else ""
        return f"strokes {len(self.segments)} from {first} {self.colour} {number(self.width)}"


@dataclass(frozen=True, slots=True)
class Modules:
    """A matrix of square modules, such as a QR code; `rows` are strings of 0 and 1."""

    x: float
    y: float
    side: float
    rows: tuple[str, ...]
    colour: Colour

    def log(self) -> str:
        """Write the item on one line."""
        place = numbers((self.x, self.y, self.side))
        return f"modules {place} {len(self.rows)} {self.colour}"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place where a picture will stand, told by words."""

    x: float
    y: float
    width: float
    height: float
    words: str
    colour: Colour

    def log(self) -> str:
        """Write the item on one line."""
        place = numbers((self.x, self.y, self.width, self.height))
        return f"picture {place} {self.words!a}"


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A PNG or a JPEG file, with its size in pixels; `name` is the hash of the file."""

    name: str
    kind: Literal["png", "jpeg"]
    columns: int
    rows: int
    file: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture made of pixels, stretched to its place; `words` tell what it shows."""

    x: float
    y: float
    width: float
    height: float
    image: Bitmap
    words: str

    def log(self) -> str:
        """Write the item on one line."""
        place = numbers((self.x, self.y, self.width, self.height))
        return f"raster {place} {self.image.columns} × {self.image.rows} {self.words!a}"


@dataclass(frozen=True, slots=True)
class Group:
    """Items with their own origin, moved to (x, y), turned by `angle` degrees clockwise, enlarged.

    `clip` hides what falls outside. A group with a `name` is the same wherever that name stands:
    it may be drawn once and reused; `width` and `height` bound what it holds, `bleed` around it.
    """

    items: "tuple[Item, ...]"
    x: float = 0.0
    y: float = 0.0
    angle: float = 0.0
    clip: "Rect | Path | Circle | None" = None
    name: str = ""
    width: float = 0.0
    height: float = 0.0
    bleed: float = 0.0
    scale: float = 1.0

    def log(self) -> str:
        """Write the item on one line."""
        scale = f" × {number(self.scale)}" if self.scale != 1 else ""
        angle = f" turned {number(self.angle)}" if self.angle else ""
        clip = f" clip {self.clip.log()}" if self.clip else ""
        name = f" « {self.name} »" if self.name else ""
        return f"group {numbers((self.x, self.y))}{scale}{angle}{clip}{name}"


Item = Text | Rect | Circle | Line | Path | Strokes | Modules | Placeholder | Raster | Group


@dataclass(frozen=True, slots=True)
class Box:
    """An area of a page, from its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet of paper, or one drawing; `title` names it in a table of contents.

    `trim` is where the page will be cut, `bleed` how far drawing goes past it.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    title: str = ""
    trim: Box | None = None
    bleed: float = 0.0


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """Go through items and what groups hold, in drawing order."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from walk(item.items)


def words(items: Iterable[Item]) -> str:
    """Join every string drawn, in drawing order; words cut by a soft hyphen are whole again."""
    strings = " ".join(item.string for item in walk(items) if isinstance(item, Text))
    return strings.replace("\u00ad ", "")


def describe(page: Page) -> str:
    """Write a page as lines of text: the same page always gives the same lines."""
    title = f" « {page.title} »" if page.title else ""
    lines = [f"page {number(page.width)} × {number(page.height)}{title}"]
    if page.trim:
        box = page.trim
        lines.append(f"  trim {numbers((box.x, box.y, box.width, box.height))}")
    return "\n".join((*lines, *_log(page.items, "  "))) + "\n"


def _log(items: Iterable[Item], indent: str) -> Iterator[str]:
    for item in items:
        yield indent + item.log()
        if isinstance(item, Group):
            yield from _log(item.items, indent + "  ")
