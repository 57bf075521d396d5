"""Role sheets: A5 folded to A6, outside for everyone, inside for the person who plays."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from eclaireurs_play.layout.blocks import Column, bullets, prose, title
from eclaireurs_play.layout.display import Box, Group, Item, Line, Page
from eclaireurs_play.layout.fitting import fitted
from eclaireurs_play.layout.flow import Strip, height
from eclaireurs_play.layout.look import STRONG, Letter, Look, Style, draw_setting, label, set_prose
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import Place, draw_mark
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.print import PageFormat, Size

TITLE_LINES = 3

MARGIN = 9.0
"""Space around the text of each A6 panel, in mm."""

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
    powers = _fitted_panel(lambda size: _powers(place, column, size), left, look, where)
    return (*_cover(place, right, content, look), *powers)


def inside(place: Place, box: Box, content: PrintContent, look: Look) -> tuple[Item, ...]:
    """Draw what only the person who plays the role reads."""
    left, right = _halves(box)
    where = content.where(place.role.id)
    column = Column(left.width, look)
    size = min(
        _panel_size(lambda one: _reasons(place, column, one), left, look, where),
        _panel_size(lambda one: _secrets(place, column, one), right, look, where),
    )
    foot = label(
        "Pour vous. Repliez la fiche quand vous avez lu.",
        (left.x, box.height - 5.5),
        Letter("italic", look.theme.sizes.note, look.theme.soft),
        look,
    )
    return (
        *_placed(_reasons(place, column, size), left),
        *_placed(_secrets(place, column, size), right),
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
    who = set_prose(
        place.role.who,
        box.width,
        Style(sizes.sheet_text.most, sizes.sheet_text.leading, theme.ink),
        look,
    )
    yield from draw_setting(who, box.x, here, look)


def _powers(place: Place, column: Column, size: float) -> list[Strip]:
    """Set the public lists, and what the situation adds for all to see."""
    role = place.role
    lists = (
        ("Ce que vous voulez", role.wants),
        ("Vous pouvez", role.can),
        ("Vous devez", role.must),
        ("Vous ne pouvez pas", role.cannot),
    )
    strips: list[Strip] = []
    for heading, points in lists:
        if points:
            strips += _section(column, heading, size, first=not strips)
            strips += bullets(column, points, _text(column, size), 0.8)
    if place.seat and place.seat.public:
        strips += _section(column, "Dans cette situation", size, first=not strips)
        strips += prose(column, place.seat.public, _text(column, size), 0.8)
    return strips


def _reasons(place: Place, column: Column, size: float) -> list[Strip]:
    """Set what the role holds to, why, what it knows and fears."""
    private = place.role.private
    parts = (
        ("Ce à quoi vous tenez", private.holds_to),
        ("Pourquoi", private.why),
        ("Ce que personne d'autre ne sait", private.knows),
        ("Ce que vous redoutez d'entendre", private.fears),
    )
    strips: list[Strip] = []
    for heading, words in parts:
        strips += _section(column, heading, size, first=not strips)
        strips += prose(column, words, _text(column, size), 0.8)
    return strips


def _secrets(place: Place, column: Column, size: float) -> list[Strip]:
    """Set what the situation adds in secret, and what the role might say."""
    private = place.role.private
    strips: list[Strip] = []
    if place.seat and place.seat.private:
        strips += _section(column, "Dans cette situation, pour vous seulement", size, first=True)
        strips += prose(column, place.seat.private, _text(column, size), 0.8)
    strips += _section(column, "Vous pourriez dire", size, first=not strips)
    for words in private.might_say:
        strips += prose(column, words, _text(column, size), 1.4)
    if place.role.note:
        theme = column.look.theme
        note = Style(theme.sizes.note, 1.3, theme.soft)
        strips += prose(column, place.role.note, note, 4)
    return strips


def _section(column: Column, heading: str, size: float, *, first: bool = False) -> list[Strip]:
    at = Size(most=size, least=min(size, 7), leading=1.25)
    return title(column, heading, at, 0 if first else 3.2)


def _text(column: Column, size: float) -> Style:
    leading = column.look.theme.sizes.sheet_text.leading
    return Style(size, leading, column.look.theme.ink, spacing=0.35)


def _panel_size(panel: Panel, box: Box, look: Look, where: str) -> float:
    """Find the size at which a panel fits its half."""
    return fitted(
        look.theme.sizes.sheet_text,
        lambda size: height(panel(size)) <= box.height,
        where,
        "la fiche de rôle",
    )


def _fitted_panel(panel: Panel, box: Box, look: Look, where: str) -> list[Item]:
    return _placed(panel(_panel_size(panel, box, look, where)), box)


def _placed(strips: Sequence[Strip], box: Box) -> list[Item]:
    """Stack strips from the top of a box."""
    items: list[Item] = []
    here = box.y
    for row, strip in enumerate(strips):
        here += strip.before if row else 0
        items.append(Group(strip.items, box.x, here))
        here += strip.height
    return items
