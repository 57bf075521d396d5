"""Dashboards, at the size of a wall: a row for each line to follow, a column for each field."""

from collections.abc import Iterator, Sequence

from eclaireurs_play.layout.display import Box, Item, Line, Page, Rect
from eclaireurs_play.layout.flow import Paper, furniture
from eclaireurs_play.layout.handouts import named
from eclaireurs_play.layout.look import STRONG, Letter, Look, Style, draw_setting, label, set_prose
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.steps import Step
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.layout.zones import HEAD, board_heading

NAMES = 58.0
"""Width of the column of rows' titles, in mm."""

FIELDS = 22.0
"""Height of the heads of columns, in mm."""

INSIDE = 3.0
UNNAMED = 5
"""How many rows are left to name when the game names none."""


def dashboards(
    names: Sequence[str], content: PrintContent, paper: Paper, look: Look
) -> Iterator[Page]:
    """Draw the dashboard of each named phase, empty."""
    for step in named(names, content):
        form = step.outline.form
        if form not in content.game.forms:
            raise Unplaced(f"l'étape « {step.phase.id} » ne remplit pas de feuille")
        yield _dashboard(step, content, paper, look)


def _dashboard(step: Step, content: PrintContent, paper: Paper, look: Look) -> Page:
    """Draw one board: what is filled across, what is followed down, room to write."""
    area = paper.column
    top = HEAD + FIELDS
    grid = Box(area.x + NAMES, area.y + top, area.width - NAMES, area.height - top)
    items = (
        *board_heading(step, content, area, look),
        *_columns(_heads(step, content), grid, look),
        *_rows(step, area, grid, look),
        *furniture(paper, 1, 1, look),
    )
    return Page(paper.form.width, paper.form.height, items, step.phase.title)


def _heads(step: Step, content: PrintContent) -> list[tuple[str, str]]:
    """Title columns, each with what helps: the fields of the form, then what else is written."""
    fields = content.game.forms[step.outline.form].fields
    filled = [(field.title or name, field.help or "") for name, field in fields.items()]
    return [*filled, *((blank.label, "") for blank in step.outline.blanks)]


def _columns(heads: Sequence[tuple[str, str]], grid: Box, look: Look) -> Iterator[Item]:
    theme = look.theme
    wide = grid.width / len(heads)
    strong, soft = Style(12, 1.15, theme.ink, STRONG), Style(8, 1.3, theme.soft)
    for place, (words, helped) in enumerate(heads):
        x = grid.x + place * wide
        here = grid.y - FIELDS + 1
        heading = set_prose(words, wide - 2 * INSIDE, strong, look)
        yield from draw_setting(heading, x + INSIDE, here, look)
        advice = set_prose(helped, wide - 2 * INSIDE, soft, look)
        if heading.height + advice.height > FIELDS:
            raise Unplaced(f"l'aide du champ « {words} » ne tient pas en tête de sa colonne")
        yield from draw_setting(advice, x + INSIDE, here + heading.height + 0.6, look)
        yield Line(((x, grid.y - FIELDS), (x, grid.y + grid.height)), theme.line, 0.35)


def _rows(step: Step, area: Box, grid: Box, look: Look) -> Iterator[Item]:
    theme = look.theme
    rows = list(step.outline.rows.items()) or [("", "")] * UNNAMED
    tall = grid.height / len(rows)
    right = area.x + area.width
    for place, (code, title) in enumerate(rows):
        y = grid.y + place * tall
        yield Line(((area.x, y), (right, y)), theme.line, 0.5 if place else 0.8)
        setting = set_prose(title, NAMES - 2 * INSIDE, Style(12, 1.2, theme.ink, STRONG), look)
        yield from draw_setting(setting, area.x, y + INSIDE, look)
        at = (area.x, y + tall - INSIDE)
        yield label(code, at, Letter("regular", 8, theme.soft), look)
    yield Rect(area.x, grid.y + grid.height, area.width, 0, stroke=theme.line, line=0.5)
