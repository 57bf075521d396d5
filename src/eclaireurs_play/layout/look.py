"""A theme with its fonts, and the few gestures every page is drawn with: a label, a paragraph."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.display import Item, Point, Text
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.lines import Run, Voice, break_lines
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.print import MM_PER_POINT, Colour, FontName, Swatch, Theme

PLAIN = Voice()
STRONG = Voice("semibold", "semibold")
HEAVY = Voice("bold", "bold")
SLANTED = Voice("italic", "regular")

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Look:
    """A theme and where its font files stand."""

    theme: Theme
    fonts_dir: Path

    @cached_property
    def fonts(self) -> Fonts:
        """Measure with the fonts of the theme."""
        return Fonts(self.fonts_dir, self.theme.fonts)

    def swatch(self, shape: Shape) -> Swatch:
        """Give the colours and the pattern of a shape."""
        return self.theme.shapes[shape]


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: size in points, leading as a multiple of it, colour, fonts."""

    size: float
    leading: float
    colour: Colour
    voice: Voice = PLAIN
    align: Align = "left"
    spacing: float = 0.5

    @property
    def line_height(self) -> float:
        """Give the height of a line in mm."""
        return self.size * self.leading * MM_PER_POINT

    @property
    def gap(self) -> float:
        """Give the space between two paragraphs in mm: `spacing` lines."""
        return self.spacing * self.line_height


@dataclass(frozen=True, slots=True)
class Setting:
    """Paragraphs cut into lines of a style; None stands between two paragraphs."""

    lines: tuple[tuple[Run, ...] | None, ...]
    style: Style
    width: float

    @property
    def height(self) -> float:
        """Give the height of the whole in mm."""
        gaps = sum(line is None for line in self.lines)
        return (len(self.lines) - gaps) * self.style.line_height + gaps * self.style.gap

    @property
    def count(self) -> int:
        """Count the lines of text."""
        return sum(line is not None for line in self.lines)


def set_prose(prose: str, width: float, style: Style, look: Look) -> Setting:
    """Cut prose into lines no wider than `width` mm."""
    lines: list[tuple[Run, ...] | None] = []
    measure = width / (style.size * MM_PER_POINT)
    for paragraph in typography.paragraphs(prose):
        if lines:
            lines.append(None)
        lines += break_lines(paragraph, measure, style.voice, look.fonts)
    return Setting(tuple(lines), style, width)


def draw_setting(setting: Setting, x: float, top: float, look: Look) -> list[Item]:
    """Place a setting's lines below `top`; each line is centred on its capitals."""
    items: list[Item] = []
    style = setting.style
    here = top
    for line in setting.lines:
        if line is None:
            here += style.gap
        else:
            items += draw_line(line, (x, here), setting.width, style, look)
            here += style.line_height
    return items


def draw_line(
    line: tuple[Run, ...], corner: Point, width: float, style: Style, look: Look
) -> list[Item]:
    """Place the runs of one line in its box, whose height is the style's line height."""
    fonts = look.fonts
    here, top = corner
    baseline = top + (style.line_height + fonts.cap_height("regular", style.size)) / 2
    widths = [fonts.width(run.font, style.size, run.text) for run in line]
    here += _indent(style.align, width - sum(widths))
    items: list[Item] = []
    for run, run_width in zip(line, widths, strict=True):
        items.append(Text(here, baseline, run.text, run.font, style.size, style.colour))
        here += run_width
    return items


def _indent(align: Align, room: float) -> float:
    return {"left": 0.0, "centre": room / 2, "right": room}[align]


class Letter(NamedTuple):
    """What a label is written with: a font, a size in points, a colour."""

    font: FontName
    size: float
    colour: Colour


def label(string: str, at: Point, letter: Letter, look: Look, *, align: Align = "left") -> Text:
    """Write one line whose left end, middle or right end stands at a point of its baseline."""
    text = typography.plain(typography.french(string))
    font, size, colour = letter
    x = at[0] + _indent(align, -look.fonts.width(font, size, text))
    return Text(x, at[1], text, font, size, colour)
