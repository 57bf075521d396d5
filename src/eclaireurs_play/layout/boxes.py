"""Boxes on paper: to tick, to write figures in, along an axis, under the steps of a scale."""

from dataclasses import replace

from eclaireurs_play.layout.blocks import RULE, TICK, Column, choices, prose, tick, ticks
from eclaireurs_play.layout.display import Group, Item, Line, Rect
from eclaireurs_play.layout.flow import Strip
from eclaireurs_play.layout.look import Letter, Style, draw_setting, label, set_prose
from eclaireurs_play.model.outline import Blank

FIGURE_BOX = 14.0
"""Width of a box where a figure is written, in mm."""

STEP = 24.0
"""Most width of a step of a scale, in mm."""


def boxes(blank: Blank, column: Column) -> list[Strip]:
    """Draw the boxes of a blank as it wants them."""
    if blank.scale:
        return _scaled(blank, column)
    if blank.figures or not any(blank.options):
        return _figured(blank, column)
    if blank.ends:
        return _axis(blank, column)
    if blank.across:
        return choices(column, blank.options, 2)
    return ticks(column, blank.options, column.style(column.look.theme.sizes.text), 2)


def _axis(blank: Blank, column: Column) -> list[Strip]:
    """Draw a row of boxes from one end to the other, with the words of both ends under it."""
    look, theme = column.look, column.look.theme
    pitch = (column.width - TICK) / max(1, len(blank.options) - 1)
    letter = Letter("semibold", theme.sizes.small.most, theme.ink)
    items: list[Item] = [Line(((0, TICK / 2), (column.width, TICK / 2)), theme.faint, 0.4)]
    for place, words in enumerate(blank.options):
        x = place * pitch
        items.append(Rect(x, 0, TICK, TICK, theme.paper, theme.line, 0.3, 0.6))
        items.append(label(words, (x + TICK / 2, TICK + 4.2), letter, look, align="centre"))
    half = column.width / 2 - 3
    tall = TICK + 6.0
    style = Style(theme.sizes.small.most, 1.3, theme.soft)
    left = set_prose(blank.ends[0], half, style, look)
    right = set_prose(blank.ends[-1], half, replace(style, align="right"), look)
    items += draw_setting(left, 0, tall, look)
    items += draw_setting(right, column.width - half, tall, look)
    return [Strip(tall + max(left.height, right.height), tuple(items), 2.5)]


def _figured(blank: Blank, column: Column) -> list[Strip]:
    """Draw a box to write in before each option; an option left out is a line to write on."""
    box = FIGURE_BOX if blank.figures else TICK
    return [_boxed(option, box, column) for option in blank.options]


def _boxed(option: str, box: float, column: Column) -> Strip:
    theme, left = column.look.theme, box + 4
    frame = Rect(0, 0.5, box, 7, stroke=theme.line, line=0.3, radius=0.6)
    if not option:
        rule = Line(((left, RULE - 0.3), (column.width, RULE - 0.3)), theme.line, 0.2)
        return Strip(RULE, (frame, rule), 1.0)
    lines = prose(column.narrowed(left), option, column.style(theme.sizes.text))
    tall = max(RULE, sum(line.height for line in lines))
    here = max(0.0, (RULE - sum(line.height for line in lines)) / 2)
    items: list[Item] = [frame]
    for line in lines:
        items.append(Group(line.items, left, here))
        here += line.height
    return Strip(tall, tuple(items), 1.2)


def _scaled(blank: Blank, column: Column) -> list[Strip]:
    """Draw a table of boxes: a row for each option, a column for each step of the scale."""
    look, theme = column.look, column.look.theme
    step = min(STEP, column.width * 0.62 / len(blank.scale))
    left = column.width - step * len(blank.scale)
    letter = Letter("semibold", 7, theme.soft)
    heads = tuple(
        label(words, (left + (place + 0.5) * step, 3), letter, look, align="centre")
        for place, words in enumerate(blank.scale)
    )
    strips = [Strip(5, heads, 2.0)]
    style = column.style(theme.sizes.text)
    for option in blank.options:
        boxes = tuple(
            tick(left + (place + 0.5) * step - TICK / 2, 1.5, look)
            for place in range(len(blank.scale))
        )
        words = prose(column.narrowed(column.width - left + 4), option, style)
        text = tuple(Group(line.items, 0, 1.8 + at * line.height) for at, line in enumerate(words))
        tall = max(RULE, 2.4 + sum(line.height for line in words))
        under = Line(((0, tall), (column.width, tall)), theme.faint, 0.25)
        strips.append(Strip(tall, (*text, *boxes, under)))
    return strips
