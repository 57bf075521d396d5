"""Cards on sheets: fronts in reading order, each back exactly behind its front."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Box, Group, Item, Page, Rect, Strokes
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.model.print import CardFormat, Colour, SheetFormat

HALF_TURN = 180.0
CUT = 5.0
"""Length of a mark at each end of a cut across a sheet, in mm."""

EDGE = 5.0
"""What printers leave blank along the edges of a sheet, in mm."""

TILE, OVERLAP = 210.0, 8.0
"""Width of the upright sheets that a wide page is cut into, and of what two of them share, in mm.
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """One card to impose: both sides, drawn from their own top left corner."""

    front: tuple[Item, ...]
    back: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a card's top left corner stands on a side, and how far it is turned, in degrees."""

    x: float
    y: float
    angle: float = 0


def front_slots(sheet: SheetFormat, card: CardFormat) -> tuple[Slot, ...]:
    """Give the places of a sheet's fronts, centred, in reading order."""
    width = sheet.columns * card.width + (sheet.columns - 1) * sheet.gap
    height = sheet.rows * card.height + (sheet.rows - 1) * sheet.gap
    left, top = (sheet.width - width) / 2, (sheet.height - height) / 2
    if left < 0 or top < 0:
        raise LayoutError(f"la feuille « {sheet.title} » est trop petite pour ses cartes")
    return tuple(
        Slot(left + column * (card.width + sheet.gap), top + row * (card.height + sheet.gap))
        for row in range(sheet.rows)
        for column in range(sheet.columns)
    )


def back_slot(slot: Slot, sheet: SheetFormat, card: CardFormat) -> Slot:
    """Give the place behind a front once the sheet is turned along its edge.

    Along the long edge of an upright sheet left and right change places; along the short one,
    top and bottom do, and the back is turned so that it stands the same way up as its front.
    """
    upright = sheet.height >= sheet.width
    if (sheet.backs == "long-edge") == upright:
        return Slot(sheet.width - slot.x - card.width, slot.y)
    return Slot(slot.x + card.width, sheet.height - slot.y, HALF_TURN)


def impose(
    cards: Sequence[Printed], sheet: SheetFormat, card: CardFormat, colour: Colour
) -> Iterator[Page]:
    """Lay cards on as many sheets as needed; each side of fronts is followed by its backs."""
    slots = front_slots(sheet, card)
    marks = crop_marks(sheet, card, colour)
    for first in range(0, len(cards), len(slots)):
        batch = cards[first : first + len(slots)]
        used = slots[: len(batch)]
        fronts = _side([one.front for one in batch], used, sheet, card)
        yield Page(sheet.width, sheet.height, (*marks, *fronts))
        if sheet.backs != "none":
            behind = [back_slot(slot, sheet, card) for slot in used]
            backs = _side([one.back for one in batch], behind, sheet, card)
            yield Page(sheet.width, sheet.height, (*backs, *marks))


def ganged(page: Page, up: int, colour: Colour) -> Page:
    """Put a page so many times on one sheet, two across, with the ends of the cuts marked."""
    if up == 1:
        return page
    width, height = page.width * 2, page.height * (up // 2)
    copies = tuple(
        Group(page.items, place % 2 * page.width, place // 2 * page.height) for place in range(up)
    )
    middle = page.width
    cuts = [(middle, 0.0, middle, CUT), (middle, height - CUT, middle, height)]
    for row in range(1, up // 2):
        y = row * page.height
        cuts += [(0.0, y, CUT, y), (width - CUT, y, width, y)]
    return Page(width, height, (*copies, Strokes(tuple(cuts), colour, 0.15)), page.title)


def tiles(page: Page, look: Look) -> tuple[Page, Page]:
    """Cut a wide page into two upright sheets that overlap, with where to cut and to glue.

    Raises LayoutError when two sheets are not enough.
    """
    if page.width > 2 * TILE:
        raise LayoutError(f"la page « {page.title} » ne tient pas sur deux feuilles")
    first = (page.width + OVERLAP) / 2 - TILE + EDGE
    second = page.width - TILE - first
    seam = second + EDGE
    return (
        _tile(page, first, seam, "Collez la feuille 2 à partir de ce trait.", look),
        _tile(page, second, seam, "Feuille 2 : coupez sur ce trait.", look),
    )


def _tile(page: Page, left: float, seam: float, words: str, look: Look) -> Page:
    """Draw what a sheet shows of a page, from `left`, and mark the seam at both ends."""
    x, low = seam - left, page.height - EDGE
    ends = Strokes(((x, EDGE, x, 2 * EDGE), (x, low - EDGE, x, low)), look.theme.ink, 0.3)
    after = x < TILE / 2
    at = (x + 2 if after else x - 2, 2 * EDGE - 1)
    letter = Letter("regular", look.theme.sizes.note, look.theme.soft)
    told = label(words, at, letter, look, align="left" if after else "right")
    return Page(TILE, page.height, (Group(page.items, -left, 0), ends, told), page.title)


def _side(
    faces: Sequence[tuple[Item, ...]], slots: Sequence[Slot], sheet: SheetFormat, card: CardFormat
) -> Iterator[Item]:
    """Place one side of each card; its bleed stops half-way to a neighbour."""
    boxes = [_box(slot, card) for slot in slots]
    for face, slot, box in zip(faces, slots, boxes, strict=True):
        around = [
            min(card.bleed, sheet.gap / 2) if _moved(box, step, sheet.gap) in boxes else card.bleed
            for step in ((-1, 0), (0, -1), (1, 0), (0, 1))
        ]
        left, above, right, below = around
        clip = Rect(
            box.x - left, box.y - above, box.width + left + right, box.height + above + below
        )
        yield Group((Group(face, slot.x, slot.y, slot.angle),), clip=clip)


def _box(slot: Slot, card: CardFormat) -> Box:
    """Give the area a card covers, rounded so that neighbours can be found."""
    turned = slot.angle == HALF_TURN
    x = slot.x - (card.width if turned else 0)
    y = slot.y - (card.height if turned else 0)
    return Box(round(x, 3), round(y, 3), card.width, card.height)


def _moved(box: Box, step: tuple[int, int], gap: float) -> Box:
    across, down = step
    x = round(box.x + across * (box.width + gap), 3)
    return Box(x, round(box.y + down * (box.height + gap), 3), box.width, box.height)


def crop_marks(sheet: SheetFormat, card: CardFormat, colour: Colour) -> tuple[Item, ...]:
    """Draw where to cut, in the margins only and past any bleed."""
    if sheet.marks == "none":
        return ()
    slots = front_slots(sheet, card)
    across = sorted({edge for slot in slots for edge in (slot.x, slot.x + card.width)})
    down = sorted({edge for slot in slots for edge in (slot.y, slot.y + card.height)})
    near = max(sheet.mark_away, card.bleed)
    far = near + sheet.mark
    above, below = down[0], down[-1]
    left, right = across[0], across[-1]
    segments = (
        *((x, above - far, x, above - near) for x in across),
        *((x, below + near, x, below + far) for x in across),
        *((left - far, y, left - near, y) for y in down),
        *((right + near, y, right + far, y) for y in down),
    )
    marks = Strokes(segments, colour, 0.15)
    return (Group((marks,), name=f"coupe {sheet.id}", width=sheet.width, height=sheet.height),)
