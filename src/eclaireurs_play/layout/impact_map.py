"""The map of impacts: subjects against scales, each effect told by a shape and a fill.

The sign of an effect gives the shape (better points up, worse points down, both is a diamond);
its horizon gives the fill (now is solid, later is hollow): nothing is told by colour alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from eclaireurs_play.layout.display import Circle, Item, Line, Page, Path, Point
from eclaireurs_play.layout.look import STRONG, Letter, Look, Style, draw_setting, label, set_prose
from eclaireurs_play.model.deck import Shape
from eclaireurs_play.model.print import Colour

MARK = 3.7
"""Size of a mark, in mm."""

PITCH = 5.8
UNSAID = "sens non dit"
LABELS = 38.0
HEAD = 16.0

_SIGNS: tuple[tuple[tuple[tuple[float, float], ...], Shape], ...] = (
    (((0, -0.55), (0.6, 0.5), (-0.6, 0.5)), "drop"),
    (((0, 0.55), (0.6, -0.5), (-0.6, -0.5)), "diamond"),
    (((0, -0.66), (0.6, 0), (0, 0.66), (-0.6, 0)), "hexagon"),
    (((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)), "square"),
)
"""Outline of the mark of each sign, in order, and the shape whose colours it takes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One effect: keys of its row, its column, its sign and its horizon; "" when not said."""

    row: str
    column: str
    sign: str = ""
    horizon: str = ""


@dataclass(frozen=True)
class Legend:
    """What signs and horizons are called, by key, in the order that gives shapes and fills."""

    signs: Mapping[str, str] = field(default_factory=dict)
    horizons: Mapping[str, str] = field(default_factory=dict)


def draw_sign(place: int, *, hollow: bool, x: float, y: float, size: float, look: Look) -> Item:
    """Draw the mark of a sign by its place in the legend; -1 is a sign not said."""
    if not 0 <= place < len(_SIGNS):
        return _painted_circle(x, y, size * 0.4, look.theme.soft, hollow=hollow, look=look)
    corners, shape = _SIGNS[place]
    ink = look.swatch(shape).ink
    points = [(x + across * size, y + down * size) for across, down in corners]
    fill = look.theme.paper if hollow else ink
    return Path(points[0], tuple(points[1:]), fill, ink, size * 0.14)


def _painted_circle(
    x: float, y: float, radius: float, ink: Colour, *, hollow: bool, look: Look
) -> Circle:
    return Circle(x, y, radius, look.theme.paper if hollow else ink, ink, radius * 0.3)


def impact_map(
    title: str,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    marks: Sequence[Mark],
    look: Look,
    *,
    legend: Legend | None = None,
    width: float = 180.0,
) -> Page:
    """Draw effects in a grid `width` mm wide, as high as it needs.

    Effects whose row or column is not said are counted under the grid.
    """
    legend = legend or Legend()
    cell = (width - LABELS) / max(1, len(columns))
    across = max(1, int((cell - 3) // PITCH))
    heights = [_row_height(row, columns, marks, across) for row in rows]
    items: list[Item] = list(_column_heads(columns, cell, look))
    top = HEAD
    for (row, row_title), tall in zip(rows.items(), heights, strict=True):
        items += _row(row_title, top, tall, width, look)
        for place, column in enumerate(columns):
            found = [one for one in marks if (one.row, one.column) == (row, column)]
            items += _cell(found, (LABELS + place * cell, top), across, legend, look)
        top += tall
    items += _rules(len(columns), cell, top, width, look)
    lost = sum(one.row not in rows or one.column not in columns for one in marks)
    unsaid = bool(legend.signs) and any(one.sign not in legend.signs for one in marks)
    items += _signs(legend, top + 7, look, unsaid=unsaid)
    items += _fills(legend, lost, top + 7, width, look)
    return Page(width, top + (22 if lost else 15), tuple(items), title)


def describe_marks(
    rows: Mapping[str, str], columns: Mapping[str, str], marks: Sequence[Mark], legend: Legend
) -> str:
    """Say in words what the map shows, for whoever can't see it."""
    said = []
    for row, row_title in rows.items():
        for column, column_title in columns.items():
            found = [one for one in marks if (one.row, one.column) == (row, column)]
            if found:
                signs = ", ".join(_mark_words(one, legend) for one in found)
                said.append(f"{row_title}, {column_title} : {signs}")
    return " ; ".join(said) or "Aucun effet placé"


def _mark_words(mark: Mark, legend: Legend) -> str:
    sign = legend.signs.get(mark.sign, UNSAID)
    horizon = legend.horizons.get(mark.horizon)
    return f"{sign.lower()} ({horizon.lower()})" if horizon else sign.lower()


def _row_height(row: str, columns: Mapping[str, str], marks: Sequence[Mark], across: int) -> float:
    most = max(
        (sum((one.row, one.column) == (row, column) for one in marks) for column in columns),
        default=0,
    )
    return max(1, ceil(most / across)) * PITCH + 3.4


def _column_heads(columns: Mapping[str, str], cell: float, look: Look) -> Iterator[Item]:
    theme = look.theme
    style = Style(9, 1.2, theme.ink, STRONG)
    for place, column in enumerate(columns.values()):
        setting = set_prose(column, cell - 3, style, look)
        yield from draw_setting(setting, LABELS + place * cell + 2, HEAD - 2 - setting.height, look)


def _row(title: str, top: float, tall: float, width: float, look: Look) -> Iterator[Item]:
    theme = look.theme
    setting = set_prose(title, LABELS - 3, Style(9, 1.2, theme.ink), look)
    yield Line(((0, top), (width, top)), theme.faint, 0.25)
    yield from draw_setting(setting, 0, top + (tall - setting.height) / 2, look)


def _cell(
    marks: Sequence[Mark], corner: Point, across: int, legend: Legend, look: Look
) -> Iterator[Item]:
    """Draw the marks of one cell from its top left corner, so many to a line."""
    signs, horizons = list(legend.signs), list(legend.horizons)
    for place, mark in enumerate(marks):
        x = corner[0] + 4.2 + (place % across) * PITCH
        y = corner[1] + 1.7 + PITCH / 2 + (place // across) * PITCH
        sign = signs.index(mark.sign) if mark.sign in signs else -1
        hollow = mark.horizon in horizons[1:]
        yield draw_sign(sign, hollow=hollow, x=x, y=y, size=MARK, look=look)


def _rules(columns: int, cell: float, bottom: float, width: float, look: Look) -> Iterator[Item]:
    theme = look.theme
    yield Line(((0, HEAD), (width, HEAD)), theme.ink, 0.35)
    yield Line(((0, bottom), (width, bottom)), theme.ink, 0.35)
    for place in range(columns):
        x = LABELS + place * cell
        yield Line(((x, HEAD), (x, bottom)), theme.faint, 0.25)


def _signs(legend: Legend, y: float, look: Look, *, unsaid: bool) -> Iterator[Item]:
    """Name the shapes, that of a sign not said when there is one."""
    named = [*enumerate(legend.signs.values()), *([(-1, UNSAID.capitalize())] if unsaid else [])]
    here = 2.5
    for place, title in named:
        yield draw_sign(place, hollow=False, x=here, y=y - 1.1, size=3.4, look=look)
        text = label(title, (here + 3.4, y), Letter("regular", 8, look.theme.soft), look)
        yield text
        here += 3.4 + look.fonts.width("regular", 8, text.string) + 6


def _fills(legend: Legend, lost: int, y: float, width: float, look: Look) -> Iterator[Item]:
    """Name the fills; say how many effects have no place."""
    theme = look.theme
    if len(legend.horizons) > 1:
        now, *later = (title.lower() for title in legend.horizons.values())
        words = f"plein : {now} · vide : {', '.join(later)}"
        yield label(words, (width, y), Letter("regular", 8, theme.soft), look, align="right")
    if lost:
        words = f"{lost} effets sans thème ou sans échelle" if lost > 1 else "1 effet sans place"
        yield label(words, (width, y + 6), Letter("regular", 8, theme.soft), look, align="right")
