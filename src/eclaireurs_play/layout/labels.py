"""Labels for the box that everything goes into: its lid, two of its sides, what it holds."""

from collections.abc import Iterator, Sequence

from eclaireurs_play.layout.blocks import Column, grid, prose, small, ticks, title
from eclaireurs_play.layout.display import Box, Group, Item, Page, Rect
from eclaireurs_play.layout.emblems import emblems, headline
from eclaireurs_play.layout.flow import Paper, Strip, furniture, height, stack, stacked
from eclaireurs_play.layout.look import STRONG, Look, Style
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.steps import steps, whole_words
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.model.print import Size

INSIDE = 7.0
"""Space kept around what a label shows, in mm."""

LID, SIDE, APART = 82.0, 18.0, 4.0
"""Heights of the labels of the lid and of a side, and what is between two labels, in mm."""

SPINE = Size(most=22, least=12, leading=1.1)
"""The title on the side of a box, in points."""

CHECKED = ("Vérifiée le", "Par", "Il manque")
MOST_CHECKS = 5


def labels(
    content: PrintContent, items: Sequence[str], people: int, paper: Paper, look: Look
) -> tuple[Page, ...]:
    """Draw the labels on one page; `items` is what the box holds, for so many people."""
    area = paper.column
    heights = (LID, SIDE, SIDE, area.height - LID - 2 * SIDE - 3 * APART)
    boxes = [Box(0, 0, area.width, tall) for tall in heights]
    faces = (
        _lid(content, boxes[0], look),
        _side(content, boxes[1], look),
        _side(content, boxes[2], look),
        _inventory(content, items, people, boxes[3], look),
    )
    drawn: list[Item] = []
    here = area.y
    for box, face in zip(boxes, faces, strict=True):
        edge = Rect(0, 0, box.width, box.height, stroke=look.theme.line, line=0.25)
        drawn.append(Group((edge, *face), area.x, here))
        here += box.height + APART
    foot = furniture(paper, 1, 1, look)
    return (Page(paper.form.width, paper.form.height, (*drawn, *foot), paper.head),)


def _lid(content: PrintContent, box: Box, look: Look) -> Iterator[Item]:
    """Draw the title and what the game is in short on the left, its shapes on the right."""
    game, half = content.game, box.width / 2
    column = Column(half - INSIDE, look)
    strong = Style(12, 1.3, look.theme.ink, STRONG)
    told = [
        *headline(game.title, column),
        *prose(column, f"{game.players.min} à {game.players.max} personnes", strong, 5),
        *prose(column, whole_words(steps(game.phases, content.titles)), strong, 0.5),
    ]
    yield from stacked(told, Box(INSIDE, INSIDE, column.width, box.height))
    origin = small(column, credits_of(game))
    tall = height(origin)
    yield from stacked(origin, Box(INSIDE, box.height - INSIDE - tall, column.width, tall))
    wide, high = half - 2 * INSIDE, box.height - 2 * INSIDE
    room = Box(half + INSIDE, INSIDE, wide, high)
    yield from emblems([*content.families.values()], room, look)


def _side(content: PrintContent, box: Box, look: Look) -> Iterator[Item]:
    """Draw the title, and the shapes in a row beside it."""
    families = [*content.families.values()]
    high = box.height - 6
    shapes = min(box.width / 2, high * len(families))
    wide = box.width - shapes - 3 * INSIDE
    heading = headline(content.game.title, Column(wide, look), SPINE, on_one=True)
    top = (box.height - height(heading)) / 2
    yield from stacked(heading, Box(INSIDE, top, wide, box.height))
    room = Box(box.width - INSIDE - shapes, 3, shapes, high)
    yield from emblems(families, room, look)


def _inventory(
    content: PrintContent, items: Sequence[str], people: int, box: Box, look: Look
) -> Iterator[Item]:
    """List what the box holds, and leave rows for those who check it, as many as there is room."""
    column = Column(box.width - 2 * INSIDE, look)
    room = Box(INSIDE, INSIDE, column.width, box.height - 2 * INSIDE)
    listed = _listed(content, items, people, column)
    widths = (32.0, 40.0, column.width - 72)
    for rows in range(MOST_CHECKS, 0, -1):
        strips = [*listed, *grid(column, CHECKED, rows, widths, before=5)]
        if height(strips) <= room.height:
            return iter(stacked(strips, room))
    if height(listed) > room.height:
        raise Unplaced("la liste de ce que contient la boîte ne tient pas sur son étiquette")
    return iter(stacked(listed, room))


def _listed(
    content: PrintContent, items: Sequence[str], people: int, column: Column
) -> list[Strip]:
    """List in two columns what the box holds, to tick when it is packed."""
    theme, half = column.look.theme, column.half
    style = column.style(theme.sizes.small)
    middle = (len(items) + 1) // 2
    sides = [side for side in (items[:middle], items[middle:]) if side]
    lists = [stack(ticks(half, side, style, 0)) for side in sides]
    pitch = column.width - half.width
    pair = tuple(Group(one.items, place * pitch, 0) for place, one in enumerate(lists))
    words = f"{content.game.title}, pour {people} personnes. À coller dans le couvercle."
    return [
        *title(column, "Ce que contient la boîte", theme.sizes.heading),
        *small(column, words),
        Strip(max((one.height for one in lists), default=0), pair, 3),
    ]
