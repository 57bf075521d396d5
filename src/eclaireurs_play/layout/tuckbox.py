"""A box to fold for a deck, as deep as its cards are thick: cut lines, folds, parts to glue.

Flat, from the left: the part to glue, the back with its lid above, a side, the front, a side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Box, Group, Item, Line, Page, Path
from eclaireurs_play.layout.look import Look, Style, draw_setting, set_prose
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.shapes import ROUND
from eclaireurs_play.layout.sleeve import Cover, draw_back, draw_front, draw_lid, draw_side
from eclaireurs_play.model.print import CardFormat, PageFormat

EASE = 1.0
"""How much wider, higher and deeper than its cards a box is, in mm."""

LEAST_DEPTH = 9.0
"""Under that depth, in mm, a box can't be folded by hand."""

GLUED, TONGUE = 12.0, 14.0
"""Width of the part to glue, depth of the tongue that closes the lid, in mm."""

NOTCH = 9.0
"""Radius of the notch for a thumb, in mm."""

EDGE = 5.0
"""What printers leave blank along the edges of a sheet, in mm."""

SLANT, CORNER = 2.0, 7.0
"""How much narrower a flap ends than it begins; radius of the corners of the tongue, in mm."""

LEGEND = "Coupez sur les traits pleins, pliez sur les tirets, collez les parties hachurées."


@dataclass(frozen=True, slots=True)
class Net:
    """A box laid flat, in mm from its top left corner: `width × height × depth` once folded."""

    width: float
    height: float
    depth: float

    @property
    def wide(self) -> float:
        """Give the width of the whole, laid flat."""
        return GLUED + 2 * self.width + 2 * self.depth

    @property
    def tall(self) -> float:
        """Give the height of the whole, laid flat."""
        return TONGUE + self.height + 2 * self.depth

    @property
    def top(self) -> float:
        """Give where the panels begin, under the lid."""
        return TONGUE + self.depth

    @property
    def folds(self) -> tuple[float, float, float, float]:
        """Give where the back, the first side, the front and the second side begin."""
        back = GLUED
        front = back + self.width + self.depth
        return back, back + self.width, front, front + self.width

    @property
    def dust(self) -> float:
        """Give how far the small flaps of the sides come in."""
        return min(self.depth, self.width / 2)


def net(count: int, card: CardFormat, thickness: float) -> Net:
    """Size a box for so many cards, `thickness` mm each."""
    depth = max(LEAST_DEPTH, count * thickness + EASE)
    return Net(card.width + EASE, card.height + EASE, round(depth, 1))


def shares(count: int, card: CardFormat, thickness: float, form: PageFormat) -> tuple[int, ...]:
    """Share cards between as few boxes as the sheet allows, as evenly as can be.

    Raises LayoutError when even a box of one card is too large for the sheet.
    """
    for boxes in range(1, count + 1):
        most = ceil(count / boxes)
        if _turned(net(most, card, thickness), form) is not None:
            return tuple(count // boxes + (place < count % boxes) for place in range(boxes))
    least = net(1, card, thickness)
    raise LayoutError(
        f"une boîte pour des cartes « {card.title} » fait {least.wide:.0f} × {least.tall:.0f} mm à "
        f"plat : elle ne tient pas sur une feuille de {form.width:.0f} × {form.height:.0f} mm"
    )


def holds_a_box(form: PageFormat, card: CardFormat, thickness: float) -> bool:
    """Tell whether a sheet can hold a box for a card, however many boxes the others take."""
    return _turned(net(1, card, thickness), form) is not None


def _turned(flat: Net, form: PageFormat) -> bool | None:
    """Tell whether the sheet must be turned to hold a box; None when it is too small."""
    for turned in (False, True):
        width, height = (form.height, form.width) if turned else (form.width, form.height)
        if flat.wide <= width - 2 * EDGE and flat.tall <= height - 2 * EDGE:
            return turned
    return None


def tuck_boxes(
    content: PrintContent, card: CardFormat, thickness: float, form: PageFormat, look: Look
) -> Iterator[Page]:
    """Draw the boxes of a deck, each with the cards it holds written on it."""
    cards = content.cards
    if not cards:
        return
    counts = shares(len(cards), card, thickness, form)
    first = 0
    for place, count in enumerate(counts):
        held = cards[first : first + count]
        first += count
        number = (place + 1, len(counts))
        yield _page(Cover(content, held, number), net(count, card, thickness), form, look)


def _page(cover: Cover, flat: Net, form: PageFormat, look: Look) -> Page:
    """Draw one box in the middle of its sheet, with how to make it."""
    turned = _turned(flat, form)
    width, height = (form.height, form.width) if turned else (form.width, form.height)
    x, y = (width - flat.wide) / 2, (height - flat.tall) / 2
    box = Group((*_panels(cover, flat, look), *_lines(flat, look), *_legend(flat, look)), x, y)
    return Page(width, height, (box,), "Boîte")


def _legend(flat: Net, look: Look) -> Iterator[Item]:
    """Say how to make the box, above its front, beside the tongue."""
    theme = look.theme
    style = Style(theme.sizes.note, 1.3, theme.soft, align="right")
    left = flat.folds[1] + 4
    words = set_prose(LEGEND, flat.wide - left, style, look)
    yield from draw_setting(words, left, TONGUE - 3 - words.height, look)


def _panels(cover: Cover, flat: Net, look: Look) -> Iterator[Item]:
    """Draw what each panel shows."""
    back, side, front, other = flat.folds
    panel = Box(0, 0, flat.width, flat.height)
    narrow = Box(0, 0, flat.height, flat.depth)
    yield Group(tuple(draw_back(cover, panel, look)), back, flat.top)
    yield Group(tuple(draw_front(cover, panel, NOTCH, look)), front, flat.top)
    for x in (side, other):
        drawn = tuple(draw_side(cover, narrow, look))
        yield Group(drawn, x + flat.depth, flat.top, angle=90)
    lid = Box(0, 0, flat.width, flat.depth)
    yield Group(tuple(draw_lid(cover, lid, look)), back + flat.width, flat.top, angle=180)


def _lines(flat: Net, look: Look) -> Iterator[Item]:
    """Draw the parts to glue, the folds, and where to cut."""
    theme = look.theme
    for part in _glued(flat):
        box = Box(0, 0, flat.wide, flat.tall)
        yield texture("rising", box, theme.faint, part, 2.2)
    for ends in _folded(flat):
        yield Line(ends, theme.line, 0.2, (2, 1.5))
    yield Path(*_outline(flat), stroke=theme.ink, line=0.25)


Ends = tuple[tuple[float, float], tuple[float, float]]
Outline = tuple[tuple[float, float], tuple[tuple[float, ...], ...]]


def _folded(flat: Net) -> Iterator[Ends]:
    """List the folds: between panels, under the flaps, across the tongue."""
    back, side, front, other = flat.folds
    top, bottom = flat.top, flat.top + flat.height
    for x in flat.folds:
        yield (x, top), (x, bottom)
    yield (GLUED, bottom), (flat.wide, bottom)
    yield (back, top), (front, top)
    yield (other, top), (flat.wide, top)
    yield (back, TONGUE), (side, TONGUE)


def _glued(flat: Net) -> Iterator[Path]:
    """Outline the parts to glue: along the back, and under it."""
    back, side = flat.folds[:2]
    top, bottom = flat.top, flat.top + flat.height
    yield Path((0, top + 4), ((back, top), (back, bottom), (0, bottom - 4)))
    yield Path(
        (back, bottom),
        ((side, bottom), (side - SLANT, flat.tall), (back + SLANT, flat.tall)),
    )


def _outline(flat: Net) -> Outline:
    """Give where to cut, clockwise from the top of the part to glue."""
    return (0.0, flat.top + 4), (*_upper(flat), *_lower(flat))


def _upper(flat: Net) -> Iterator[tuple[float, ...]]:
    """Follow the top: the lid and its tongue, a small flap, the notch, a small flap."""
    back, side, front, other = flat.folds
    top, bend = flat.top, CORNER * (1 - ROUND)
    yield (back, top)
    yield (back, TONGUE)
    yield (back + 1, CORNER)
    yield (back + 1, bend, back + 1 + bend, 0, back + 1 + CORNER, 0)
    yield (side - 1 - CORNER, 0)
    yield (side - 1 - bend, 0, side - 1, bend, side - 1, CORNER)
    yield (side, TONGUE)
    yield (side, top)
    yield from _flap(side, front, top, -flat.dust)
    middle, round_ = (front + other) / 2, NOTCH * ROUND
    yield (middle - NOTCH, top)
    yield (middle - NOTCH, top + round_, middle - round_, top + NOTCH, middle, top + NOTCH)
    yield (middle + round_, top + NOTCH, middle + NOTCH, top + round_, middle + NOTCH, top)
    yield (other, top)
    yield from _flap(other, flat.wide, top, -flat.dust)


def _lower(flat: Net) -> Iterator[tuple[float, ...]]:
    """Follow the bottom, from the right: a small flap, the front's, a small flap, the back's."""
    back, side, front, other = flat.folds
    bottom = flat.top + flat.height
    yield (flat.wide, bottom)
    yield from _flap(flat.wide, other, bottom, flat.dust)
    yield from _flap(other, front, bottom, flat.depth)
    yield from _flap(front, side, bottom, flat.dust)
    yield from _flap(side, back, bottom, flat.depth)
    yield (0.0, bottom - 4)


def _flap(start: float, end: float, y: float, out: float) -> Sequence[tuple[float, ...]]:
    """Follow a flap from one end of its fold to the other, a little narrower as it goes out."""
    slant = SLANT if end > start else -SLANT
    return ((start + slant, y + out), (end - slant, y + out), (end, y))
