"""Backs: a figure for the game, the family's shape in the middle, no sign of a small drift.

The figure mirrors itself at every edge, so a sheet printed 2 mm aside shows no seam.
"""

from collections.abc import Iterator
from math import ceil, cos, hypot, pi, sin

from eclaireurs_play.layout.display import Box, Circle, Group, Item, Rect, Strokes
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.model.deck import Family, Shape
from eclaireurs_play.model.print import CardFormat, Colour, Figure

MEDALLION = 0.66
"""The family's shape, as a share of the card's shorter side."""

_LOWERED: dict[Shape, float] = {"triangle": 0.14, "drop": 0.14, "arch": -0.08, "star": 0.03}
"""How far under the middle of some shapes their heart is, as a share of their size."""


def card_back(
    family: Family, name: str, form: CardFormat, look: Look, *, game: str, figure: Figure
) -> Group:
    """Draw the back shared by every card of a family."""
    width, height, bleed = form.width, form.height, form.bleed
    clip = Rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)
    ground = Group(
        tuple(_figure(figure, width, height, look.theme.ground, min(width, height) * 0.42)),
        clip=clip,
    )
    items = (ground, *_medallion(family, game, width, height, look))
    return Group(items, name=f"dos {name}", width=width, height=height, bleed=bleed)


def _medallion(
    family: Family, game: str, width: float, height: float, look: Look
) -> Iterator[Item]:
    """Draw the shape with its pattern, the code over it, the names below."""
    swatch = look.swatch(family.shape)
    sizes = look.theme.sizes
    x, y = width / 2, height / 2
    size = min(width, height) * MEDALLION
    heart = y + size * _LOWERED.get(family.shape, 0.0)
    shape = draw_shape(family.shape, x, y, size, fill=swatch.tint)
    box = Box(x - size * 0.6, y - size * 0.6, size * 1.2, size * 1.2)
    yield shape
    yield texture(swatch.pattern, box, swatch.solid, shape, step=2.6)
    yield draw_shape(family.shape, x, y, size, stroke=swatch.ink, line=1.1)
    yield Circle(x, heart, size * 0.25, fill=look.theme.paper, stroke=swatch.ink, line=1.1)
    cap = look.fonts.cap_height("bold", sizes.back_code)
    code_y = heart + cap / 2
    yield label(
        family.code, (x, code_y), Letter("bold", sizes.back_code, swatch.ink), look, align="centre"
    )
    yield from _names(family, game, width, height, look)


def _names(family: Family, game: str, width: float, height: float, look: Look) -> Iterator[Item]:
    swatch = look.swatch(family.shape)
    plate = Rect(width / 2 - 24, height - 17.5, 48, 11.5, fill=look.theme.paper, radius=2)
    yield plate
    x = width / 2
    yield label(
        family.title,
        (x, height - 12.4),
        Letter("semibold", look.theme.sizes.back_name, swatch.ink),
        look,
        align="centre",
    )
    yield label(
        game,
        (x, height - 8),
        Letter("regular", look.theme.sizes.note, look.theme.soft),
        look,
        align="centre",
    )


def _figure(
    figure: Figure, width: float, height: float, colour: Colour, start: float
) -> Iterator[Item]:
    """Draw a game's figure from `start` mm around the middle of the card to past its edges."""
    reach = hypot(width, height) / 2 + 4
    x, y = width / 2, height / 2
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
