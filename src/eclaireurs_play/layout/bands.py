"""The band on top of a card: whose it is, told by shape, letters, colour and pattern."""

from eclaireurs_play.layout.display import Box, Group, Item, Rect
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.model.deck import Family

BAND = 8.0
LEAST_PATTERN = 2.0


def family_band(family: Family, inside: Box, look: Look, height: float = BAND) -> tuple[Item, ...]:
    """Draw a family's band: shape, letter code, name, and its pattern up to the right end."""
    swatch, sizes = look.swatch(family.shape), look.theme.sizes
    band = Rect(inside.x, inside.y, inside.width, height, fill=swatch.tint, radius=1.6)
    middle = inside.y + height / 2
    shape = draw_shape(family.shape, inside.x + 4.6, middle, 5.0, fill=swatch.ink)
    code = label(
        family.code,
        (inside.x + 8.8, middle + 1.3),
        Letter("bold", sizes.band_code, swatch.ink),
        look,
    )
    name_x = code.x + look.fonts.width("bold", sizes.band_code, family.code) + 1.8
    name = label(
        family.title, (name_x, middle + 1.3), Letter("semibold", sizes.band_name, swatch.ink), look
    )
    end = name_x + look.fonts.width("semibold", sizes.band_name, name.string) + 2.2
    room = Box(end, inside.y, inside.x + inside.width - end, height)
    marks: tuple[Item, ...] = (shape, code, name)
    if room.width < LEAST_PATTERN:
        return (band, *marks)
    pattern = texture(swatch.pattern, room, swatch.solid, band)
    edge = Rect(room.x, room.y, room.width, room.height)
    return (band, Group((pattern,), clip=edge), *marks)
