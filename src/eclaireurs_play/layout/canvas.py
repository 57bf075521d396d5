"""A form as a canvas on one large page: its long answers are chapters to fill side by side."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from eclaireurs_play.layout.blocks import RULE, Column, choices, prose, small
from eclaireurs_play.layout.display import Box, Group, Item, Page, Rect, Strokes
from eclaireurs_play.layout.flow import Paper, Strip, furniture, height, stacked
from eclaireurs_play.layout.handouts import named, typed_strips
from eclaireurs_play.layout.look import HEAVY, STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.steps import Step
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.layout.typed import Example
from eclaireurs_play.model.fields import Field

LONG = 250
"""A field of at least so many characters is a chapter."""

GAP, INSIDE = 6.0, 6.0
SIDE = 74.0
"""Width of the column of short answers, in mm."""


def canvases(
    names: Sequence[str], content: PrintContent, paper: Paper, look: Look
) -> Iterator[Page]:
    """Draw the form of each named phase as a canvas."""
    for step in named(names, content):
        if step.outline.form not in content.game.forms:
            raise Unplaced(f"l'étape « {step.phase.id} » ne remplit pas de feuille")
        yield _canvas(step, content, paper, look)


def _canvas(step: Step, content: PrintContent, paper: Paper, look: Look) -> Page:
    """Draw short answers on the left, a ruled box for each chapter on the right."""
    area, form = paper.column, content.game.forms[step.outline.form]
    long = {name: field for name, field in form.fields.items() if (field.text or 0) >= LONG}
    short = {name: field for name, field in form.fields.items() if name not in long}
    side = Column(SIDE, look)
    theme = look.theme
    only = content.scenarios[0] if len(content.scenarios) == 1 else None
    left = [
        *prose(side, content.game.title, Style(9, 1.3, theme.accent, STRONG)),
        *prose(side, form.title, Style(20, 1.1, theme.ink, HEAVY), 0.5),
        *(prose(side, form.intro, Style(9, 1.4, theme.soft), 3) if form.intro else ()),
        *_short(short, side),
    ]
    typed = typed_strips(step, Example(content, only), side)
    foot = Box(area.x, area.y + area.height - height(typed), SIDE, height(typed))
    right = Box(area.x + SIDE + GAP + 2, area.y, area.width - SIDE - GAP - 2, area.height)
    items = (
        *stacked(left, Box(area.x, area.y, SIDE, area.height - height(typed) - 4)),
        *stacked(typed, foot),
        *_chapters(long, right, look),
        *furniture(paper, 1, 1, look),
    )
    return Page(paper.form.width, paper.form.height, items, form.title)


def _short(fields: Mapping[str, Field], column: Column) -> Iterator[Strip]:
    """Set short answers one under the other."""
    theme = column.look.theme
    for name, field in fields.items():
        yield from prose(column, field.title or name, Style(10, 1.25, theme.ink, STRONG), 6)
        if field.help:
            yield from small(column, field.help, 0.4)
        options = field.one_of or field.many_of
        if options:
            yield from choices(column, tuple(options.values()), 2)
        else:
            lines = 1 if field.number is not None else ceil((field.text or 40) / 40)
            segments = tuple((0.0, RULE * (at + 1), SIDE, RULE * (at + 1)) for at in range(lines))
            yield Strip(RULE * lines, (Strokes(segments, theme.line, 0.2),))


def _chapters(fields: Mapping[str, Field], room: Box, look: Look) -> Iterator[Item]:
    """Share the room between chapters, in one column or two."""
    across = 1 if len(fields) <= 2 else 2  # noqa: PLR2004 - two chapters stand one under the other
    down = max(1, ceil(len(fields) / across))
    wide = (room.width - GAP * (across - 1)) / across
    tall = (room.height - GAP * (down - 1)) / down
    for place, (name, field) in enumerate(fields.items()):
        x = room.x + place % across * (wide + GAP)
        y = room.y + place // across * (tall + GAP)
        yield from _chapter(name, field, Box(x, y, wide, tall), look)


def _chapter(name: str, field: Field, box: Box, look: Look) -> Iterator[Item]:
    """Draw a chapter: its question, what helps, lines to write on down to the bottom."""
    theme = look.theme
    inner = Column(box.width - 2 * INSIDE, look)
    yield Rect(box.x, box.y, box.width, box.height, stroke=theme.line, line=0.5, radius=4)
    strips = prose(inner, field.title or name, Style(12.5, 1.2, theme.ink, STRONG))
    strips += small(inner, field.help, 0.6) if field.help else []
    here = box.y + INSIDE
    for place, strip in enumerate(strips):
        here += strip.before if place else 0
        yield Group(strip.items, box.x + INSIDE, here)
        here += strip.height
    count = int((box.y + box.height - INSIDE - here) // RULE)
    left, right = box.x + INSIDE, box.x + box.width - INSIDE
    rows = (here + RULE * (row + 1) for row in range(count))
    yield Strokes(tuple((left, y, right, y) for y in rows), theme.faint, 0.25)
