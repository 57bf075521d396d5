"""The blocks documents are made of, as strips: titles, prose, lists, boxes, tables, ruled lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eclaireurs_play.layout.display import Group, Item, Line, Rect
from eclaireurs_play.layout.flow import Strip, height, kept, spaced, together
from eclaireurs_play.layout.look import (
    STRONG,
    Letter,
    Look,
    Style,
    draw_line,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.model.print import Colour, Size

RULE = 8.0
"""Height of a line to write on, in mm."""

TICK = 5.0
"""Side of a box to tick, in mm."""

RULED = 0.2

GUTTER = 10.0
"""Space between two columns, in mm."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column being filled: its width in mm and what it is drawn with."""

    width: float
    look: Look

    def style(self, size: Size, colour: Colour | None = None) -> Style:
        """Give the style of a size of the theme, in its ink unless told."""
        return Style(size.most, size.leading, colour or self.look.theme.ink)

    def narrowed(self, by: float) -> "Column":
        """Give a column so many millimetres narrower."""
        return Column(self.width - by, self.look)

    @property
    def half(self) -> "Column":
        """Give one of the two columns that share this one."""
        return Column((self.width - GUTTER) / 2, self.look)


def prose(column: Column, text: str, style: Style, before: float = 0.0) -> list[Strip]:
    """Set prose, a strip per line; no paragraph leaves one line alone on a page."""
    strips: list[Strip] = []
    for paragraph in text.strip().split("\n"):
        if paragraph.strip():
            strips += _lines(column, paragraph, style, style.gap if strips else before)
    return strips


def _lines(column: Column, paragraph: str, style: Style, before: float) -> list[Strip]:
    setting = set_prose(paragraph, column.width, style, column.look)
    last = len(setting.lines) - 1
    return [
        Strip(
            style.line_height,
            tuple(draw_line(line, (0, 0), column.width, style, column.look)),
            0.0 if place else before,
            keep=place in (0, last - 1) and place != last,
        )
        for place, line in enumerate(setting.lines)
        if line is not None
    ]


def title(column: Column, text: str, size: Size, before: float = 0.0) -> list[Strip]:
    """Set a title, held with what follows it."""
    style = replace(column.style(size), voice=STRONG)
    return kept(prose(column, text, style, before))


def paragraph(column: Column, text: str, before: float = 2.0) -> list[Strip]:
    """Set running text."""
    return prose(column, text, column.style(column.look.theme.sizes.text), before)


def small(column: Column, text: str, before: float = 1.0) -> list[Strip]:
    """Set secondary text."""
    theme = column.look.theme
    return prose(column, text, column.style(theme.sizes.small, theme.soft), before)


def bullets(
    column: Column, points: Sequence[str], style: Style, before: float = 1.2
) -> list[Strip]:
    """Set a list, a dash before each point that shows something."""
    strips: list[Strip] = []
    theme = column.look.theme
    for point in points:
        lines = prose(column.narrowed(4.5), point, style, before if not strips else 0.8)
        moved = [_moved(strip, 4.5) for strip in lines]
        if not moved:
            continue
        middle = style.line_height / 2
        dash = Line(((0.3, middle), (2.4, middle)), theme.line, 0.4)
        strips += [replace(moved[0], items=(dash, *moved[0].items)), *moved[1:]]
    return strips


def ticks(column: Column, points: Sequence[str], style: Style, before: float = 2.0) -> list[Strip]:
    """Set a list with a box to tick before each point."""
    strips: list[Strip] = []
    for point in points:
        lines = prose(column.narrowed(TICK + 3), point, style)
        text = _moved(_whole(lines), TICK + 3)
        tall = max(TICK, text.height)
        top = (TICK - style.line_height) / 2 if text.height <= TICK else 0
        items = (tick(0, 0, column.look), Group(text.items, 0, top))
        strips.append(Strip(tall, items, before if not strips else 1.4))
    return strips


def tick(x: float, y: float, look: Look) -> Rect:
    """Draw a box to tick."""
    return Rect(x, y, TICK, TICK, stroke=look.theme.line, line=0.3, radius=0.6)


def choices(column: Column, points: Sequence[str], before: float = 1.5) -> list[Strip]:
    """Set short choices side by side, each after its box, on as many rows as needed."""
    look = column.look
    size = look.theme.sizes.text.most
    rows: list[list[Item]] = [[]]
    here = 0.0
    for point in points:
        text = label(point, (0, 0), Letter("regular", size, look.theme.ink), look)
        wide = TICK + 2 + look.fonts.width("regular", size, text.string) + 7
        if here and here + wide - 7 > column.width:
            rows.append([])
            here = 0.0
        rows[-1] += [tick(here, 0, look), replace(text, x=here + TICK + 2, y=3.8)]
        here += wide
    strips = [Strip(TICK, tuple(row), 1.8) for row in rows]
    return spaced(strips, before)


def ruled(column: Column, count: int, before: float = 0.0) -> list[Strip]:
    """Draw lines to write on, 8 mm apart."""
    line = Line(((0, RULE), (column.width, RULE)), column.look.theme.line, RULED)
    return together(spaced([Strip(RULE, (line,)) for _ in range(count)], before))


def question(column: Column, text: str, lines: int, before: float = 4.0) -> list[Strip]:
    """Ask something, and leave lines to write on."""
    style = replace(column.style(column.look.theme.sizes.text), voice=STRONG)
    return together([*prose(column, text, style, before), *ruled(column, lines)])


@dataclass(frozen=True, slots=True)
class Frame:
    """A box around strips: its ground, an edge, a bar on its left, the space inside in mm."""

    ground: Colour | None = None
    edge: Colour | None = None
    bar: Colour | None = None
    inside: float = 4.0
    radius: float = 1.6


def boxed(column: Column, strips: Sequence[Strip], frame: Frame, before: float = 3.0) -> Strip:
    """Put strips, set `2 × inside` narrower, into a box that stays whole."""
    pad = frame.inside
    tall = height(strips) + 2 * pad
    rect = Rect(
        0,
        0,
        column.width,
        tall,
        fill=frame.ground,
        stroke=frame.edge,
        line=0.3,
        radius=frame.radius,
    )
    bar = (Rect(0, 0, 1.2, tall, fill=frame.bar),) if frame.bar else ()
    inner = _whole(strips)
    return Strip(tall, (rect, *bar, Group(inner.items, pad, pad)), before)


def barred(strips: Sequence[Strip], colour: Colour, indent: float = 5.0) -> list[Strip]:
    """Set strips apart with a bar on their left that goes on over page ends."""
    found = []
    for place, strip in enumerate(strips):
        over = strip.before if place else 0.0
        bar = Rect(0, -over, 1.0, strip.height + over, fill=colour)
        found.append(replace(_moved(strip, indent), items=(bar, Group(strip.items, indent, 0))))
    return found


def in_pairs(column: Column, cells: Sequence[Strip], apart: float) -> list[Strip]:
    """Lay cells two by two, each as wide as half the column."""
    pitch = column.half.width + GUTTER
    strips = []
    for first in range(0, len(cells), 2):
        pair = cells[first : first + 2]
        items = tuple(Group(cell.items, place * pitch, 0) for place, cell in enumerate(pair))
        strips.append(Strip(max(cell.height for cell in pair), items, apart))
    return strips


def _moved(strip: Strip, x: float) -> Strip:
    return replace(strip, items=(Group(strip.items, x, 0),))


def _whole(strips: Sequence[Strip]) -> Strip:
    """Join strips into one."""
    items: list[Item] = []
    here = 0.0
    for place, strip in enumerate(strips):
        here += strip.before if place else 0
        items.append(Group(strip.items, 0, here))
        here += strip.height
    return Strip(here, tuple(items))


def table(
    column: Column,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    size: Size | None = None,
    least: float = RULE,
    before: float = 3.0,
) -> list[Strip]:
    """Set a table: a head that repeats nowhere, rows `least` mm high or more, hairlines only."""
    theme = column.look.theme
    head_style = Style(theme.sizes.note, 1.2, theme.soft, STRONG)
    body_style = column.style(size or theme.sizes.small)
    head = _row(column, heads, widths, head_style, 0)
    line = Line(((0, head.height), (sum(widths), head.height)), theme.ink, 0.35)
    strips = [replace(head, items=(*head.items, line), before=before, keep=True)]
    for cells in rows:
        row = _row(column, cells, widths, body_style, least)
        under = Line(((0, row.height), (sum(widths), row.height)), theme.faint, 0.25)
        strips.append(replace(row, items=(*row.items, under)))
    return strips


def _row(
    column: Column, cells: Sequence[str], widths: Sequence[float], style: Style, least: float
) -> Strip:
    settings = [
        set_prose(cell, width - 3, style, column.look)
        for cell, width in zip(cells, widths, strict=True)
    ]
    tall = max(least, *(setting.height + 2.4 for setting in settings))
    items: list[Item] = []
    here = 0.0
    for setting, width in zip(settings, widths, strict=True):
        top = (tall - setting.height) / 2 if setting.count == 1 else 1.2
        items += draw_setting(setting, here, top, column.look)
        here += width
    return Strip(tall, tuple(items))


def grid(
    column: Column,
    heads: Sequence[str],
    count: int,
    widths: Sequence[float],
    *,
    before: float = 2.0,
    known: Sequence[Sequence[str]] = (),
) -> list[Strip]:
    """Draw a table to fill by hand: heads, then rows 8 mm high; `known` fills the first cells."""
    theme = column.look.theme
    head = _row(column, heads, widths, Style(7, 1.2, theme.soft, STRONG), 0)
    edges = [sum(widths[:place]) for place in range(len(widths) + 1)]
    tall = RULE * 1.0
    sides: tuple[Item, ...] = tuple(
        Line(((x - 1, 0), (x - 1, tall)), theme.faint, RULED) for x in edges[1:-1]
    )
    under = Line(((0, tall), (sum(widths), tall)), theme.line, RULED)
    top = Line(((0, head.height), (sum(widths), head.height)), theme.ink, 0.35)
    first = replace(head, items=(*head.items, top), before=before, keep=True)
    ruled_off = (*sides, under)
    rows = [Strip(tall, (*_begun(column, cells, widths), *ruled_off)) for cells in known]
    return [first, *rows, *(Strip(tall, ruled_off) for _ in range(count - len(known)))]


def _begun(column: Column, cells: Sequence[str], widths: Sequence[float]) -> tuple[Item, ...]:
    """Write the first cells of a row to fill by hand."""
    style = column.style(column.look.theme.sizes.small)
    return _row(column, cells, widths[: len(cells)], style, RULE).items
