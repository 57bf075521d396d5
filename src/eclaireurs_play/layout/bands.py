"""The band on top of a card: whose it is, told by shape, letters, colour and pattern."""

from eclaireurs_play.layout.display import Box, Group, Item, Rect, Text
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.layout.trouble import Unplaced
from eclaireurs_play.model.deck import Family

BAND = 8.0
LEAST_PATTERN, LEAST_AFTER = 2.0, 1.0
"""The least pattern that is drawn, and the least space after the names, in mm."""

PATTERN_STEP = 1.6
BEFORE_CODE, AFTER_CODE, AFTER_NAME = 8.8, 1.8, 2.2
"""Where the code begins, and the space after it and after the names, in mm."""


def family_band(
    family: Family, inside: Box, look: Look, height: float = BAND, second: str | None = None
) -> tuple[Item, ...]:
    """Draw a family's band: shape, letter code, name, and its pattern up to the right end.

    `second` is the name in a second language. Raises Unplaced when the names are too long.
    """
    swatch = look.swatch(family.shape)
    band = Rect(inside.x, inside.y, inside.width, height, fill=swatch.tint, radius=1.6)
    middle = inside.y + height / 2
    shape = draw_shape(family.shape, inside.x + 4.6, middle, 5.0, fill=swatch.ink)
    baseline = middle + look.fonts.cap_height("bold", look.theme.sizes.band_code) / 2
    names = _names(family, (inside.x + BEFORE_CODE, baseline), look, second)
    end = _right(names[-1], look) + AFTER_NAME
    room = Box(end, inside.y, inside.x + inside.width - end, height)
    if room.width < LEAST_AFTER - AFTER_NAME:
        raise Unplaced(f"« {family.title} » est trop long pour le bandeau de sa famille")
    if room.width < LEAST_PATTERN:
        return (band, shape, *names)
    pattern = texture(swatch.pattern, room, swatch.solid, band, PATTERN_STEP)
    edge = Rect(room.x, room.y, room.width, room.height)
    return (band, Group((pattern,), clip=edge), shape, *names)


def _names(
    family: Family, at: tuple[float, float], look: Look, second: str | None
) -> tuple[Text, ...]:
    """Set the code, the name and the name in a second language, one after the other."""
    ink, sizes = look.swatch(family.shape).ink, look.theme.sizes
    code = label(family.code, at, Letter("bold", sizes.band_code, ink), look)
    x = _right(code, look) + AFTER_CODE
    name = label(family.title, (x, at[1]), Letter("semibold", sizes.band_name, ink), look)
    if not second:
        return (code, name)
    x = _right(name, look) + AFTER_CODE
    other = label(second, (x, at[1]), Letter("italic", sizes.band_name, ink), look)
    return (code, name, other)


def _right(text: Text, look: Look) -> float:
    return text.x + look.fonts.width(text.font, text.size, text.string)
