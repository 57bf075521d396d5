"""Role sheets: A5 folded to A6, outside for everyone, inside for the person who plays."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from eclaireurs_play.layout.blocks import Column
from eclaireurs_play.layout.display import Box, Group, Item, Line, Page
from eclaireurs_play.layout.fitting import fitted
from eclaireurs_play.layout.flow import Strip, height
from eclaireurs_play.layout.look import (
    STRONG,
    Letter,
    Look,
    Setting,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.panels import left_panel, powers, right_panel
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import Place, draw_mark
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.print import PageFormat

TITLE_LINES = 3

MARGIN = 9.0
"""Space around the text of each A6 panel, in mm."""

ABOVE_FOOT = 2.5
"""Space kept above the foot of the inside, in mm."""

Panel = Callable[[float], list[Strip]]
"""Gives the strips of a panel at a size in points."""


def role_sheets(
    places: Sequence[Place], content: PrintContent, form: PageFormat, look: Look
) -> Iterator[Page]:
    """Lay two sheets on each page; the outsides come first, the insides behind them.

    A sheet is as wide as the page, so that turning the page along its long edge keeps each
    inside behind its own outside; the fold is in the middle.
    """
    tall = form.height / 2
    for first in range(0, len(places), 2):
        pair = places[first : first + 2]
        for side in (outside, inside):
            items: list[Item] = list(_fold_and_cut(form, look))
            for row, place in enumerate(pair):
                box = Box(0, 0, form.width, tall)
                with naming(f"{content.where(place.role.id)} : fiche « {place.title} »"):
                    items.append(Group(side(place, box, content, look), 0, row * tall))
            yield Page(form.width, form.height, tuple(items))


def _fold_and_cut(form: PageFormat, look: Look) -> Iterator[Item]:
    """Mark the cut between two sheets and the ends of the fold."""
    middle, across = form.width / 2, form.height / 2
    colour = look.theme.line
    for x in (0.0, form.width - 6):
        yield Line(((x, across), (x + 6, across)), colour, 0.2)
    for y in (0.0, across - 3, across, form.height - 3):
        yield Line(((middle, y), (middle, y + 3)), colour, 0.2, (1, 1))


def outside(place: Place, box: Box, content: PrintContent, look: Look) -> tuple[Item, ...]:
    """Draw what everyone may see: the cover on the right half, the powers on the left."""
    left, right = _halves(box)
    where = content.where(place.role.id)
    column = Column(left.width, look)
    listed = cache(partial(powers, place, column))
    size = _panel_size(listed, left, look, where)
    return (*_cover(place, right, content, look), *_placed(listed(size), left))


def inside(place: Place, box: Box, content: PrintContent, look: Look) -> tuple[Item, ...]:
    """Draw what only the person who plays the role reads."""
    left, right = _halves(box)
    left = replace(left, height=left.height - ABOVE_FOOT)
    where = content.where(place.role.id)
    column = Column(left.width, look)
    first = cache(partial(left_panel, place, column))
    second = cache(partial(right_panel, place, column))
    size = min(_panel_size(first, left, look, where), _panel_size(second, right, look, where))
    foot = label(
        "Pour vous. Repliez la fiche quand vous avez lu.",
        (left.x, box.height - 5.5),
        Letter("italic", look.theme.sizes.note, look.theme.soft),
        look,
    )
    return (
        *_placed(first(size), left),
        *_placed(second(size), right),
        foot,
    )


def _halves(box: Box) -> tuple[Box, Box]:
    """Give the text areas of the two A6 panels."""
    half = box.width / 2
    inner = Box(MARGIN, MARGIN, half - 2 * MARGIN, box.height - 2 * MARGIN)
    return inner, replace(inner, x=half + MARGIN)


def _cover(place: Place, box: Box, content: PrintContent, look: Look) -> Iterator[Item]:
    """Draw the cover: mark, title, aim, who it is."""
    theme, sizes = look.theme, look.theme.sizes
    where = content.where(place.role.id)
    situation = place.scenario.title if place.scenario else content.game.title
    top = box.y + 2.5
    yield label(situation, (box.x, top), Letter("semibold", sizes.note, theme.soft), look)
    yield draw_mark(place, box.x + 17, top + 25, 34, look)
    here = top + 50

    def titled(points: float) -> Style:
        return Style(points, sizes.sheet_title.leading, theme.ink, STRONG)

    size = fitted(
        sizes.sheet_title,
        lambda one: set_prose(place.title, box.width, titled(one), look).count <= TITLE_LINES,
        f"{where} : {place.role.id}",
        "le titre de la fiche",
    )
    heading = set_prose(place.title, box.width, titled(size), look)
    yield from draw_setting(heading, box.x, here, look)
    here += heading.height + 3
    aim = set_prose(
        place.role.aim,
        box.width,
        Style(sizes.sheet_aim.most, 1.3, look.swatch(place.mark[0]).ink, STRONG),
        look,
    )
    yield from draw_setting(aim, box.x, here, look)
    here += aim.height + 3.5

    def described(points: float) -> Setting:
        style = Style(points, sizes.sheet_text.leading, theme.ink)
        return set_prose(place.role.who, box.width, style, look)

    described(sizes.sheet_text.least)  # a word wider than its line says so itself
    room = box.y + box.height - here
    size = fitted(
        sizes.sheet_text,
        lambda one: described(one).height <= room,
        f"{where} : {place.role.id}",
        "le dehors de la fiche",
    )
    yield from draw_setting(described(size), box.x, here, look)


def _panel_size(panel: Panel, box: Box, look: Look, where: str) -> float:
    """Find the size at which a panel fits its half."""
    return fitted(
        look.theme.sizes.sheet_text,
        lambda size: height(panel(size)) <= box.height,
        where,
        "la fiche de rôle",
    )


def _placed(strips: Sequence[Strip], box: Box) -> list[Item]:
    """Stack strips from the top of a box."""
    items: list[Item] = []
    here = box.y
    for row, strip in enumerate(strips):
        here += strip.before if row else 0
        items.append(Group(strip.items, box.x, here))
        here += strip.height
    return items
