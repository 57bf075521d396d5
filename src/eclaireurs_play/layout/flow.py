"""Pages made of strips stacked from top to bottom: what can't be cut, and where a page may end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from eclaireurs_play.layout.display import Box, Group, Item, Line, Page
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.model.print import PageFormat

_ROUNDING = 0.01
_APART, _LOWER = 3.0, 3.4
"""Least space in mm between head and foot; how far the foot goes down when there is less."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a column that stays whole: items from its own top left corner, in mm.

    `before` is the space above, dropped at the top of a page; `keep` holds it on the page of the
    next strip; `fresh` starts a page.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    keep: bool = False
    fresh: bool = False


Placed = tuple[float, Strip]
"""A strip and the place of its top from the top of the column."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page format with what every page of a document repeats: its head and its foot."""

    form: PageFormat
    head: str
    foot: str

    @property
    def column(self) -> Box:
        """Give the area of running text."""
        form = self.form
        width = form.width - form.inner - form.outer
        return Box(form.inner, form.top, width, form.height - form.top - form.bottom)


def spaced(strips: Sequence[Strip], before: float) -> list[Strip]:
    """Put space above the first strip."""
    return [replace(strips[0], before=before), *strips[1:]] if strips else []


def kept(strips: Sequence[Strip]) -> list[Strip]:
    """Hold strips together, and with what follows."""
    return [replace(strip, keep=True) for strip in strips]


def together(strips: Sequence[Strip]) -> list[Strip]:
    """Hold strips on one page."""
    return [*kept(strips[:-1]), *strips[-1:]]


def fresh(strips: Sequence[Strip]) -> list[Strip]:
    """Start a page with the first strip."""
    return [replace(strips[0], fresh=True), *strips[1:]] if strips else []


def stack(strips: Sequence[Strip]) -> Strip:
    """Join strips into one that stays whole."""
    items: list[Item] = []
    here = 0.0
    for place, strip in enumerate(strips):
        here += strip.before if place else 0
        items.append(Group(strip.items, 0, here))
        here += strip.height
    return Strip(here, tuple(items), strips[0].before if strips else 0)


def height(strips: Sequence[Strip]) -> float:
    """Give the height of stacked strips, without the space above the first."""
    return sum(strip.height + strip.before for strip in strips) - (
        strips[0].before if strips else 0
    )


def stacked(strips: Sequence[Strip], area: Box) -> list[Item]:
    """Stack strips from the top of an area; more than it holds is an error."""
    items: list[Item] = []
    here = area.y
    for place, strip in enumerate(strips):
        here += strip.before if place else 0
        items.append(Group(strip.items, area.x, here))
        here += strip.height
    if here > area.y + area.height + 0.1:
        raise Unplaced(f"la page dépasse de {here - area.y - area.height:.0f} mm")
    return items


def paginate(strips: Sequence[Strip], room: float) -> list[list[Placed]]:
    """Share strips between columns `room` mm high, keeping together what must be."""
    pages: list[list[Placed]] = [[]]
    here = 0.0
    for block in _blocks(strips):
        needed = height(block)
        if needed > room + _ROUNDING:
            raise Unplaced(f"un bloc de {needed:.0f} mm ne tient pas dans {room:.0f} mm")
        before = block[0].before if pages[-1] else 0.0
        if pages[-1] and (block[0].fresh or here + before + needed > room + _ROUNDING):
            pages.append([])
            here, before = 0.0, 0.0
        here += before
        for place, strip in enumerate(block):
            here += strip.before if place else 0
            pages[-1].append((here, strip))
            here += strip.height
    return pages


def _blocks(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Group strips that stay together: each with those it is kept with."""
    blocks: list[list[Strip]] = []
    joined = False
    for strip in strips:
        if joined and not strip.fresh:
            blocks[-1].append(strip)
        else:
            blocks.append([strip])
        joined = strip.keep
    return blocks


def document(
    strips: Sequence[Strip],
    paper: Paper,
    look: Look,
    *,
    decorate: Callable[[int, Box], Sequence[Item]] = lambda _page, _column: (),
) -> tuple[Page, ...]:
    """Make the pages of a document; `decorate` adds items under the text of a page."""
    column = paper.column
    pages = paginate(strips, column.height)
    return tuple(
        Page(
            paper.form.width,
            paper.form.height,
            (
                *decorate(place, column),
                *(Group(strip.items, column.x, column.y + y) for y, strip in page),
                *furniture(paper, place + 1, len(pages), look),
            ),
            title=paper.head,
        )
        for place, page in enumerate(pages)
    )


def furniture(paper: Paper, page: int, pages: int, look: Look) -> tuple[Item, ...]:
    """Draw the foot of a page: what it is, where it comes from, its number."""
    column, theme = paper.column, look.theme
    y = paper.form.height - 9.0
    right = column.x + column.width
    size = theme.sizes.note
    number = f"{page} / {pages}" if pages > 1 else ""
    head = label(paper.head, (column.x, y), Letter("semibold", size, theme.ink), look)
    soft = Letter("regular", 7, theme.soft)
    foot = label(paper.foot, ((column.x + right) / 2, y), soft, look, align="centre")
    if foot.x < column.x + look.fonts.width("semibold", size, head.string) + _APART:
        foot = label(paper.foot, (column.x, y + _LOWER), soft, look)
    return (
        Line(((column.x, y - 4.2), (right, y - 4.2)), theme.faint, 0.25),
        head,
        foot,
        label(number, (right, y), Letter("semibold", size, theme.ink), look, align="right"),
    )
