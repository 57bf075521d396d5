"""Backs: a figure for the game, the family's shape in the middle, no sign of a small drift.

The figure and the strip of names go past every edge, so a sheet printed 2 mm aside shows no seam.
"""

from collections.abc import Iterator
from math import ceil, cos, hypot, pi, sin

from eclaireurs_play.layout.display import Box, Circle, Group, Item, Point, Rect, Strokes
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.model.deck import Family, Shape
from eclaireurs_play.model.print import CardFormat, Colour, Figure

MEDALLION = 0.66
"""The family's shape, as a share of the card's shorter side."""

MIDDLE, STRIP = 0.44, 0.79
"""Where the middle of the shape and the top of the strip are, in shares of the card's height."""

STRIP_GAP = 2.5
"""Space around and between the lines of the strip, in mm."""

STEP, EDGE = 2.6 / 63, 1.1 / 63
"""The pitch of the pattern and the width of edges, as shares of the card's shorter side."""

START = 0.42
"""Where a figure begins around the shape, as a share of the card's shorter side."""

_LOWERED: dict[Shape, float] = {"triangle": 0.14, "drop": 0.14, "arch": -0.08, "star": 0.03}
"""How far under the middle of some shapes their heart is, as a share of their size."""


def card_back(
    family: Family, name: str, form: CardFormat, look: Look, *, game: str, figure: Figure
) -> Group:
    """Draw the back shared by every card of a family."""
    width, height, bleed = form.width, form.height, form.bleed
    x, y = width / 2, height * MIDDLE
    clip = Rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)
    ground = Group(
        tuple(_figure(figure, (x, y), form, look.swatch(family.shape).tint)),
        clip=clip,
    )
    items = (
        ground,
        *_medallion(family, (x, y), min(width, height), look),
        *_strip(family, game, form, look),
    )
    return Group(items, name=f"dos {name} {form.id}", width=width, height=height, bleed=bleed)


def _reach(form: CardFormat) -> float:
    """Give how far a figure goes from its middle to be past every corner, in mm."""
    return hypot(form.width / 2, form.height * (1 - MIDDLE)) + 4


def _medallion(family: Family, middle: Point, side: float, look: Look) -> Iterator[Item]:
    """Draw the shape with its pattern around a point, for a card so wide, and the code over it."""
    swatch = look.swatch(family.shape)
    sizes = look.theme.sizes
    (x, y), size, line = middle, side * MEDALLION, side * EDGE
    low = y + size * _LOWERED.get(family.shape, 0.0)
    shape = draw_shape(family.shape, x, y, size, fill=swatch.tint)
    box = Box(x - size * 0.6, y - size * 0.6, size * 1.2, size * 1.2)
    yield shape
    yield texture(swatch.pattern, box, swatch.solid, shape, step=side * STEP)
    yield draw_shape(family.shape, x, y, size, stroke=swatch.ink, line=line)
    yield Circle(x, low, size * 0.25, fill=look.theme.paper, stroke=swatch.ink, line=line)
    cap = look.fonts.cap_height("bold", sizes.back_code)
    code_y = low + cap / 2
    yield label(
        family.code, (x, code_y), Letter("bold", sizes.back_code, swatch.ink), look, align="centre"
    )


def _strip(family: Family, game: str, form: CardFormat, look: Look) -> Iterator[Item]:
    """Draw the paper strip across the card, from bleed to bleed, that carries the names.

    Raises Unplaced when a name is wider than the card.
    """
    theme, swatch, bleed = look.theme, look.swatch(family.shape), form.bleed
    name = Letter("semibold", theme.sizes.back_name, swatch.ink)
    small = Letter("regular", theme.sizes.note, theme.soft)
    caps = [look.fonts.cap_height(one.font, one.size) for one in (name, small)]
    top, tall = form.height * STRIP, sum(caps) + 3 * STRIP_GAP
    yield Rect(-bleed, top, form.width + 2 * bleed, tall, fill=theme.paper)
    edges = ((-bleed, y, form.width + bleed, y) for y in (top, top + tall))
    yield Strokes(tuple(edges), swatch.ink, 0.35)
    here = top
    for words, letter, cap in zip((family.title, game), (name, small), caps, strict=True):
        here += STRIP_GAP + cap
        placed = label(words, (form.width / 2, here), letter, look, align="centre")
        if placed.x < form.safe / 2:
            raise Unplaced(f"« {words} » est trop long pour le dos des cartes")
        yield placed


def _figure(figure: Figure, middle: Point, form: CardFormat, colour: Colour) -> Iterator[Item]:
    """Draw a game's figure around a point, from around the shape to past every corner."""
    x, y = middle
    start, reach = min(form.width, form.height) * START, _reach(form)
    if figure == "ripples":
        for ring in range(ceil((reach - start) / 5.2)):
            yield Circle(x, y, start + ring * 5.2, stroke=colour, line=2.6)
    elif figure == "rays":
        for turn in range(36):
            across, down = cos(pi * turn / 18), sin(pi * turn / 18)
            near, far = (
                (x + start * across, y + start * down),
                (x + reach * across, y + reach * down),
            )
            yield Strokes(((*near, *far),), colour, 2.4)
    elif figure == "steps":
        for step in range(ceil((reach - start) / 5.2)):
            side = 2 * (start + 5.2 * step)
            yield Rect(x - side / 2, y - side / 2, side, side, stroke=colour, line=2.6)
    else:
        yield Strokes(tuple(_weave(x, y, reach)), colour, 2.6)
        yield Circle(x, y, start, fill="#ffffff")


def _weave(x: float, y: float, reach: float) -> Iterator[tuple[float, float, float, float]]:
    """Cross two sets of slanted bands."""
    for band in range(-ceil(reach / 6), ceil(reach / 6) + 1):
        middle = 12.0 * band
        yield (x + middle - reach, y - reach, x + middle + reach, y + reach)
        yield (x - middle + reach, y - reach, x - middle - reach, y + reach)
