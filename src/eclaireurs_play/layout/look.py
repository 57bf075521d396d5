"""A theme with its fonts, and the few gestures every page is drawn with: a label, a paragraph."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from eclaireurs_play.layout import typography
from eclaireurs_play.layout.display import Item, Point, Text
from eclaireurs_play.layout.fonts import Fonts
from eclaireurs_play.layout.icons import ADVANCE, SIZE, Marks
from eclaireurs_play.layout.lines import Run, Voice, break_lines
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.layout.tracing import icon
from eclaireurs_play.layout.vectors import Drawing
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.print import MM_PER_POINT, Colour, FontName, Swatch, Theme

PLAIN = Voice()
STRONG = Voice("semibold", "semibold")
HEAVY = Voice("bold", "bold")
SLANTED = Voice("italic", "regular")

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, eq=False)
class Look:
    """A theme, where its font files stand, and the marks that `:EF:` stands for in a text."""

    theme: Theme
    fonts_dir: Path
    marks: Marks = field(default_factory=Marks)

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
        gaps = self.lines.count(None)
        return (len(self.lines) - gaps) * self.style.line_height + gaps * self.style.gap

    @property
    def count(self) -> int:
        """Count the lines of text."""
        return len(self.lines) - self.lines.count(None)


def set_prose(
    prose: str, width: float, style: Style, look: Look, *, tongue: typography.Tongue = "fr"
) -> Setting:
    """Cut prose into lines no wider than `width` mm."""
    return _set(prose, width, style, look, tongue)


@lru_cache(maxsize=8192)
def _set(prose: str, width: float, style: Style, look: Look, tongue: typography.Tongue) -> Setting:
    lines: list[tuple[Run, ...] | None] = []
    measure = width / (style.size * MM_PER_POINT)
    voice = style.voice if tongue == "fr" else style.voice._replace(tongue=tongue)
    prose = look.marks.inlined(prose) if look.marks else prose
    for paragraph in typography.paragraphs(prose, tongue):
        if lines:
            lines.append(None)
        lines += break_lines(paragraph, measure, voice, look.fonts)
    return Setting(tuple(lines), style, width)


def draw_setting(setting: Setting, x: float, top: float, look: Look) -> list[Item]:
    """Place a setting's lines below `top`; each line is centred on its capitals."""
    items: list[Item] = []
    style = setting.style
    line_height, gap, here = style.line_height, style.gap, top + _drop(style, look)
    for line in setting.lines:
        if line is None:
            here += gap
        else:
            items += _runs(line, (x, here), setting.width, style, look)
            here += line_height
    return items


def draw_line(
    line: tuple[Run, ...], corner: Point, width: float, style: Style, look: Look
) -> list[Item]:
    """Place the runs of one line in its box, whose height is the style's line height."""
    return _runs(line, (corner[0], corner[1] + _drop(style, look)), width, style, look)


def _drop(style: Style, look: Look) -> float:
    """Give how far under the top of its line a baseline is, in mm."""
    return (style.line_height + look.fonts.cap_height("regular", style.size)) / 2


def _runs(line: tuple[Run, ...], at: Point, width: float, style: Style, look: Look) -> list[Item]:
    """Write the runs of a line one after the other, from a point of its baseline."""
    here, baseline = at
    fonts = look.fonts
    if style.align != "left":
        wide = sum(fonts.width(run.font, style.size, run.text) for run in line)
        here += _indent(style.align, width - wide)
    items: list[Item] = []
    for run in line:
        items += _parts(run, (here, baseline), style, look)
        if run is not line[-1]:
            here += fonts.width(run.font, style.size, run.text)
    return items


def _parts(run: Run, at: Point, style: Style, look: Look) -> list[Item]:
    """Write the words of a run, and draw the marks between them on the middle of capitals."""
    here, baseline = at
    if not look.marks:
        return [Text(here, baseline, run.text, run.font, style.size, style.colour)]
    items: list[Item] = []
    middle = baseline - look.fonts.cap_height(run.font, style.size) / 2
    for text, mark in look.marks.parted(run.text):
        wide = look.fonts.width(run.font, style.size, text)
        if mark is None:
            items.append(Text(here, baseline, text, run.font, style.size, style.colour))
        elif isinstance(mark, Drawing):
            side = ADVANCE * style.size * MM_PER_POINT
            items.append(icon(mark, (here, middle - side / 2), side, style.colour))
        else:
            size, ink = SIZE * style.size * MM_PER_POINT, look.swatch(mark).ink
            items.append(draw_shape(mark, here + wide / 2, middle, size, fill=ink))
        here += wide
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
