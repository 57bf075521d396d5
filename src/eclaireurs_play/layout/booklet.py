"""A stitched booklet: upright pages two by two on wide sheets, in the order that folding undoes."""

from collections.abc import Iterator, Sequence

from eclaireurs_play.layout.display import Group, Item, Line, Page
from eclaireurs_play.layout.look import Look

A_SHEET = 4
"""How many pages of a booklet stand on one sheet, both sides counted."""

FOLD = 3.0
"""Length of the marks at both ends of the fold, in mm."""

Spread = tuple[int | None, int | None]
"""The two pages of one side of a sheet, left and right, from 0; None is left blank."""


def spreads(pages: int) -> tuple[Spread, ...]:
    """Give what stands on each side of each sheet: front, back, front, back.

    Sheets are turned along their short edge, stacked with the first front downwards, folded
    once together and stitched on the fold. The last page closes the booklet, so that blanks,
    when pages are no multiple of four, come just before it.
    """
    whole = -(-pages // A_SHEET) * A_SHEET
    order: list[int | None] = [*range(pages - 1), *[None] * (whole - pages), pages - 1]
    sides: list[Spread] = []
    for first in range(0, whole // 2, 2):
        last = whole - 1 - first
        sides += [(order[last], order[first]), (order[first + 1], order[last - 1])]
    return tuple(sides)


def stitched(pages: Sequence[Page], look: Look) -> Iterator[Page]:
    """Lay the pages of a booklet, all of one size, on wide sheets, front then back."""
    if not pages:
        return
    width, height = pages[0].width, pages[0].height
    ends = ((width, 0.0), (width, height - FOLD))
    marks: list[Item] = [
        Line((top, (width, top[1] + FOLD)), look.theme.line, 0.2, (1, 1)) for top in ends
    ]
    for spread in spreads(len(pages)):
        placed = (
            Group(pages[page].items, side * width, 0)
            for side, page in enumerate(spread)
            if page is not None
        )
        yield Page(2 * width, height, (*placed, *marks), pages[0].title)
