"""The rules as a leaflet: one wide sheet, both sides, folded in three.

Outside, from the left: the flap that folds in, the back, the cover. Inside: how it goes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.blocks import Column, Frame, boxed, bullets, prose, title
from eclaireurs_play.layout.display import Box, Group, Item, Line, Page
from eclaireurs_play.layout.emblems import emblems, headline
from eclaireurs_play.layout.fitting import largest
from eclaireurs_play.layout.flow import (
    Paper,
    Strip,
    height,
    kept,
    paginate,
    spaced,
    stacked,
    together,
)
from eclaireurs_play.layout.look import STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.presenting import family_strip
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import always, credits_of, step_strips
from eclaireurs_play.layout.steps import steps, whole_words
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.model.print import Size

PANELS = 3

TUCKED = 2.0
"""How much narrower than the others the panel that folds in is, in mm."""

MARK = 3.0
"""Length of the marks at both ends of a fold, in mm."""

LARGE = 11.5
"""Largest size of the text inside, in points."""

EMBLEMS = 74.0
"""Height of the picture on the cover, in mm."""


def leaflet(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, Page]:
    """Draw the outside and the inside; the sheet is turned along its short edge.

    Raises LayoutError when the rules are too long for one sheet.
    """
    return (
        _side(_outside(content, paper, look), paper, look, flap_first=True),
        _side(_inside(content, paper, look), paper, look, flap_first=False),
    )


def _side(items: Iterable[Item], paper: Paper, look: Look, *, flap_first: bool) -> Page:
    drawn = (*_folds(paper, look, flap_first=flap_first), *items)
    return Page(paper.form.width, paper.form.height, drawn, paper.head)


def _outside(content: PrintContent, paper: Paper, look: Look) -> Iterator[Item]:
    """Draw the flap, the back and the cover; the first two at one size."""
    flap, back, cover = _areas(paper, flap_first=True)
    wide, narrow = Column(back.width, look), Column(flap.width, look)
    first, origin = _first(narrow), _origin(content, paper, wide)

    def fits(points: float) -> bool:
        return (
            height([*_flap(content, narrow, points), *first]) <= flap.height
            and height([*_back(content, wide, points), *origin]) <= back.height
        )

    points = _fitted(look.theme.sizes.text.most, fits, content, look)
    yield from (*stacked(_flap(content, narrow, points), flap), *_at_foot(first, flap))
    yield from (*stacked(_back(content, wide, points), back), *_at_foot(origin, back))
    yield from _cover(content, cover, look)


def _inside(content: PrintContent, paper: Paper, look: Look) -> Iterator[Item]:
    """Draw how it goes, in three columns of about the same height."""
    areas = _areas(paper, flap_first=False)
    column, room = Column(min(area.width for area in areas), look), areas[0].height
    points = _fitted(
        LARGE,
        lambda points: _shared(_course(content, column, points), room) is not None,
        content,
        look,
    )
    strips = _course(content, column, points)
    columns = paginate(strips, _shared(strips, room) or room)
    for area, placed in zip(areas, columns, strict=False):
        yield from (Group(strip.items, area.x, area.y + y) for y, strip in placed)


def _fitted(most: float, fits: Callable[[float], bool], content: PrintContent, look: Look) -> float:
    """Find the largest size of text in points, no larger than `most`, at which a side holds."""
    least = look.theme.sizes.small.least
    points = largest(Size(most=max(most, least), least=least), fits)
    if points is None:
        raise LayoutError(f"les règles de « {content.game.id} » ne tiennent pas en un dépliant")
    return points


def _areas(paper: Paper, *, flap_first: bool) -> tuple[Box, ...]:
    """Give the room for text inside each panel of a side."""
    form = paper.form
    return tuple(
        Box(
            panel.x + form.inner,
            form.top,
            panel.width - form.inner - form.outer,
            form.height - form.top - form.bottom,
        )
        for panel in _panels(paper, flap_first=flap_first)
    )


def _panels(paper: Paper, *, flap_first: bool) -> tuple[Box, ...]:
    """Give the three panels of a side; the one that folds in is narrower, so that it lies flat."""
    form = paper.form
    wide = (form.width + TUCKED) / PANELS
    widths = [wide - TUCKED, wide, wide] if flap_first else [wide, wide, wide - TUCKED]
    return tuple(
        Box(sum(widths[:place]), 0, width, form.height) for place, width in enumerate(widths)
    )


def _folds(paper: Paper, look: Look, *, flap_first: bool) -> Iterator[Item]:
    """Mark both ends of the two folds."""
    bottom = paper.form.height
    for panel in _panels(paper, flap_first=flap_first)[1:]:
        for y in (0.0, bottom - MARK):
            yield Line(((panel.x, y), (panel.x, y + MARK)), look.theme.line, 0.2, (1, 1))


def _cover(content: PrintContent, area: Box, look: Look) -> Iterator[Item]:
    """Draw the cover: what this is, the title, the families' shapes, what the game is in short."""
    theme, sizes, game = look.theme, look.theme.sizes, content.game
    column = Column(area.width, look)
    yield label("Les règles", (area.x, area.y + 3), Letter("semibold", 10, theme.accent), look)
    heading = headline(game.title, column)
    yield from stacked(heading, Box(area.x, area.y + 8, area.width, area.height))
    people = f"{game.players.min} à {game.players.max} personnes"
    lasting = whole_words(steps(game.phases, content.titles))
    told = [
        *prose(column, game.summary, Style(sizes.text.most + 0.5, 1.42, theme.ink)),
        *prose(column, people, Style(12, 1.3, theme.ink, STRONG), 6),
        *prose(column, lasting, Style(12, 1.3, theme.ink, STRONG), 0.5),
    ]
    top = area.y + area.height - height(told)
    above = area.y + 8 + height(heading)
    if above + EMBLEMS / 2 > top:
        raise Unplaced("le titre et le résumé ne tiennent pas sur la couverture du dépliant")
    room = min(EMBLEMS, top - above - 12)
    middle = (above + top - room) / 2
    yield from emblems([*content.families.values()], Box(area.x, middle, area.width, room), look)
    yield from stacked(told, Box(area.x, top, area.width, height(told)))


def _flap(content: PrintContent, column: Column, points: float) -> list[Strip]:
    """Say why one plays, with which cards."""
    theme = column.look.theme
    families = [
        family_strip(name, family, content, column) for name, family in content.families.items()
    ]
    return [
        *title(column, "Pourquoi jouer", theme.sizes.heading),
        *prose(column, content.game.intent, Style(points, 1.4, theme.ink), 2.5),
        *title(column, "Les cartes", theme.sizes.heading, 9),
        *(strip for family in families for strip in spaced([family], 4)),
    ]


def _back(content: PrintContent, column: Column, points: float) -> list[Strip]:
    """Say what is needed."""
    theme = column.look.theme
    return [
        *title(column, "Ce qu'il faut", theme.sizes.heading),
        *bullets(column, content.game.material, Style(points, 1.36, theme.ink), 2),
    ]


def _origin(content: PrintContent, paper: Paper, column: Column) -> list[Strip]:
    """Say where the game and this sheet come from."""
    theme = column.look.theme
    note = Style(theme.sizes.note, 1.3, theme.soft)
    strips = prose(column, credits_of(content.game), note, 4)
    return [*strips, *prose(column, paper.foot, note, 1.5)]


def _first(column: Column) -> list[Strip]:
    """Say which panel is folded first."""
    theme = column.look.theme
    note = Style(theme.sizes.note, 1.3, theme.soft)
    return prose(column, "Pliez d'abord ce volet vers l'intérieur, puis la couverture.", note, 4)


def _at_foot(strips: Sequence[Strip], area: Box) -> list[Item]:
    """Stack strips so that they end with an area."""
    tall = height(strips)
    return stacked(strips, Box(area.x, area.y + area.height - tall, area.width, tall))


def _course(content: PrintContent, column: Column, points: float) -> list[Strip]:
    """Set the steps one after the other, each kept whole, then what holds throughout."""
    theme = column.look.theme
    body = Style(points, 1.36, theme.ink)
    strips = title(column, "Comment ça se passe", theme.sizes.heading)
    for place, step in enumerate(steps(content.game.phases, content.titles)):
        told = step_strips(step, column, points)
        strips += spaced(kept(told) if step.is_group else together(told), 4 if place else 5)
    possible = [
        *title(column, "À tout moment", theme.sizes.subheading, 9),
        *bullets(column, always(content), body, 1.5),
    ]
    return [*strips, *together(possible), *_stop(content, column, body)]


def _stop(content: PrintContent, column: Column, body: Style) -> Iterator[Strip]:
    """Set in a box when to stop."""
    if not content.game.stop:
        return
    frame = Frame(edge=column.look.theme.accent)
    inner = column.narrowed(2 * frame.inside)
    said = [
        *title(inner, "On s'arrête", column.look.theme.sizes.subheading),
        *prose(inner, content.game.stop, body, 1),
    ]
    yield boxed(column, said, frame, 6)


def _shared(strips: Sequence[Strip], room: float) -> float | None:
    """Find the least height at which three columns hold everything; None when none does."""
    if not _holds(strips, room):
        return None
    low, high = height(strips) / PANELS, room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if _holds(strips, middle) else (middle, high)
    return high


def _holds(strips: Sequence[Strip], room: float) -> bool:
    """Tell whether three columns so high hold everything."""
    try:
        return len(paginate(strips, room)) <= PANELS
    except Unplaced:
        return False
