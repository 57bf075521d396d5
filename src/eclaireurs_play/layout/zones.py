"""Boards with zones, at the size of a table: cards are laid there, words are written."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from eclaireurs_play.layout.display import Box, Circle, Item, Line, Page, Rect
from eclaireurs_play.layout.flow import Paper, furniture
from eclaireurs_play.layout.handouts import named
from eclaireurs_play.layout.look import (
    HEAVY,
    STRONG,
    Letter,
    Look,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.steps import Step
from eclaireurs_play.layout.trouble import Unplaced

HEAD = 20.0
GAP = 6.0
INSIDE = 7.0
CORNER = 4.0
ROW_OF = 3
"""Up to so many zones stand on one row."""


def zone_boards(
    names: Sequence[str], content: PrintContent, paper: Paper, look: Look
) -> Iterator[Page]:
    """Draw the board of each named phase."""
    for step in named(names, content):
        if not step.outline.zones:
            raise Unplaced(f"l'étape « {step.phase.id} » n'a pas de zones")
        yield zone_board(step, content, paper, look)


def zone_board(step: Step, content: PrintContent, paper: Paper, look: Look) -> Page:
    """Draw one board: a light frame for each zone, all the room for cards and pens."""
    area = paper.column
    room = Box(area.x, area.y + HEAD, area.width, area.height - HEAD)
    items = (
        *board_heading(step, content, area, look),
        *_zones(step.outline.zones, room, look),
        *furniture(paper, 1, 1, look),
    )
    return Page(paper.form.width, paper.form.height, items, step.phase.title)


def board_heading(step: Step, content: PrintContent, area: Box, look: Look) -> Iterator[Item]:
    """Set the game, the title of a board, and what is done with it."""
    theme = look.theme
    game = content.game.title
    yield label(game, (area.x, area.y + 3), Letter("semibold", 9, theme.accent), look)
    style = Style(20, 1.1, theme.ink, HEAVY)
    yield from draw_setting(
        set_prose(step.phase.title, area.width * 0.6, style, look), area.x, area.y + 5, look
    )
    wide = area.width * 0.36
    does = set_prose(step.outline.does, wide, Style(9, 1.35, theme.soft, align="right"), look)
    yield from draw_setting(does, area.x + area.width - wide, area.y + 3, look)


def _zones(zones: Mapping[str, str], room: Box, look: Look) -> Iterator[Item]:
    """Share the room between zones: on one row, else on two or three."""
    count = len(zones)
    across = count if count <= ROW_OF else ceil(count / (2 if count <= 2 * ROW_OF else 3))
    down = ceil(count / across)
    wide = (room.width - GAP * (across - 1)) / across
    tall = (room.height - GAP * (down - 1)) / down
    for place, (code, title) in enumerate(zones.items()):
        x = room.x + place % across * (wide + GAP)
        y = room.y + place // across * (tall + GAP)
        yield from _zone(place, code, title, Box(x, y, wide, tall), look)


def _zone(place: int, code: str, title: str, box: Box, look: Look) -> Iterator[Item]:
    """Draw a zone: its frame, its number and title, the code to type."""
    theme = look.theme
    yield Rect(box.x, box.y, box.width, box.height, stroke=theme.line, line=0.5, radius=CORNER)
    x, y = box.x + INSIDE, box.y + INSIDE
    yield Circle(x + 3.4, y + 3.4, 4.2, fill=theme.ground, stroke=theme.line, line=0.3)
    yield label(
        f"{place + 1}", (x + 3.4, y + 5), Letter("bold", 12, theme.accent), look, align="centre"
    )
    setting = set_prose(title, box.width - 2 * INSIDE - 12, Style(13, 1.2, theme.ink, STRONG), look)
    yield from draw_setting(setting, x + 12, y + 0.5, look)
    foot = (box.x + box.width - INSIDE, box.y + box.height - 4)
    yield label(code, foot, Letter("regular", 8, theme.soft), look, align="right")
    rule = y + max(setting.height, 8) + 3
    yield Line(((x, rule), (box.x + box.width - INSIDE, rule)), theme.faint, 0.3)
