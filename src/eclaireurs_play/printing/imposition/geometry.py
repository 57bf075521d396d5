"""Where each card stands on each side of each sheet: pure arithmetic, in mm from the top left.

Nothing is drawn here. Whatever the imposition, a back is the mirror of its front across an axis:
the middle of the sheet when it is turned over, the fold when it is folded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import NamedTuple

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Point
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.model.print import CardFormat, SheetFormat

QUARTER, HALF, WHOLE = 90, 180, 360
NEAR = 1e-6
"""Lengths closer than this, in mm, are the same."""

SHORT_MARK = 2.0
"""Length of a mark between cards, where a whole one has no room, in mm."""


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float

    @property
    def turned(self) -> "Size":
        """Lie down."""
        return Size(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Slot:
    """The area a card covers on a side, and how far the card is turned, clockwise in degrees."""

    x: float
    y: float
    width: float
    height: float
    turn: int = 0

    @property
    def origin(self) -> Point:
        """Give where the card's own top left corner falls."""
        right, bottom = self.x + self.width, self.y + self.height
        corners = {
            0: (self.x, self.y),
            QUARTER: (right, self.y),
            HALF: (right, bottom),
            WHOLE - QUARTER: (self.x, bottom),
        }
        return corners[self.turn]

    def moved(self, x: float, y: float) -> "Slot":
        """Move by so much."""
        return Slot(self.x + x, self.y + y, self.width, self.height, self.turn)


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight line across a sheet: upright at `x = at`, or level at `y = at`."""

    at: float
    upright: bool

    def behind(self, slot: Slot) -> Slot:
        """Give the place of a back, seen from its own side, so that it stands up as its front."""
        x, y, width, height = slot.x, slot.y, slot.width, slot.height
        if self.upright:
            return Slot(2 * self.at - x - width, y, width, height, -slot.turn % WHOLE)
        return Slot(x, 2 * self.at - y - height, width, height, (HALF - slot.turn) % WHOLE)


@dataclass(frozen=True, slots=True)
class Placement:
    """One sheet: the cards it holds by their rank, and a place for each of their sides.

    With a `fold`, backs are on the same side as fronts; without, on the other. Without `backs`,
    nothing is behind. `trim` is the card to cut, on a sheet that holds only one.
    """

    size: Size
    cards: tuple[int, ...]
    fronts: tuple[Slot, ...]
    backs: tuple[Slot, ...] = ()
    fold: Axis | None = None
    trim: Slot | None = None


class _Block(NamedTuple):
    """Cards laid together, from the top left corner of the area they take."""

    size: Size
    cards: tuple[int, ...]
    slots: tuple[Slot, ...]

    def placed(self, x: float, y: float) -> tuple[Slot, ...]:
        return tuple(slot.moved(x, y) for slot in self.slots)


def placements(forms: Sequence[CardFormat], sheet: SheetFormat) -> Iterator[Placement]:
    """Share cards of any sizes between sheets, in order when all are of one size.

    Raises LayoutError when a card is larger than the sheet can hold.
    """
    match sheet.imposition:
        case "single":
            yield from (_alone(rank, form, sheet) for rank, form in enumerate(forms))
        case "gutter-fold":
            yield from _folded(forms, sheet)
        case _:
            yield from _both_sides(forms, sheet)


def _alone(rank: int, form: CardFormat, sheet: SheetFormat) -> Placement:
    """Give a card its own page: itself, its bleed, and its marks when it has some."""
    reach = max(form.bleed, sheet.mark_away) + sheet.mark if sheet.marks != "none" else form.bleed
    slot = Slot(reach, reach, form.width, form.height)
    size = Size(form.width + 2 * reach, form.height + 2 * reach)
    back = Axis(size.width / 2, upright=True).behind(slot)
    return Placement(size, (rank,), (slot,), (back,), trim=slot)


def _both_sides(forms: Sequence[CardFormat], sheet: SheetFormat) -> Iterator[Placement]:
    """Lay fronts in the middle of the sheet, backs behind them on the other side."""
    whole = Size(sheet.width, sheet.height)
    turned = turning(sheet)
    for block in _blocks(forms, sheet, _room(whole, sheet)):
        width, height = block.size
        fronts = block.placed((whole.width - width) / 2, (whole.height - height) / 2)
        backs = tuple(map(turned.behind, fronts)) if sheet.imposition == "duplex" else ()
        yield Placement(whole, block.cards, fronts, backs)


def turning(sheet: SheetFormat) -> Axis:
    """Give the axis around which a sheet is turned over, parallel to its `flip` edge."""
    upright = (sheet.flip == "long-edge") == (sheet.height >= sheet.width)
    return Axis((sheet.width if upright else sheet.height) / 2, upright)


def _folded(forms: Sequence[CardFormat], sheet: SheetFormat) -> Iterator[Placement]:
    """Lay fronts on one half, against the gutter, and backs past the fold; the fewer sheets win."""
    whole = Size(sheet.width, sheet.height)
    found: list[tuple[Axis, list[_Block]]] = []
    for axis in (Axis(whole.width / 2, upright=True), Axis(whole.height / 2, upright=False)):
        room = _room(whole, sheet)
        half = axis.at - sheet.margin - sheet.gutter / 2
        room = Size(half, room.height) if axis.upright else Size(room.width, half)
        if all(_fits(form, room) for form in forms):
            found.append((axis, list(_blocks(forms, sheet, room, free=True))))
    if not found:
        raise _too_small(max(forms, key=lambda form: max(form.width, form.height)), sheet)
    axis, blocks = min(found, key=lambda one: len(one[1]))
    for block in blocks:
        width, height = block.size
        beside = axis.at - sheet.gutter / 2
        if axis.upright:
            fronts = block.placed(beside - width, (whole.height - height) / 2)
        else:
            fronts = block.placed((whole.width - width) / 2, beside - height)
        yield Placement(whole, block.cards, fronts, tuple(map(axis.behind, fronts)), axis)


def _room(whole: Size, sheet: SheetFormat) -> Size:
    return Size(whole.width - 2 * sheet.margin, whole.height - 2 * sheet.margin)


def _blocks(
    forms: Sequence[CardFormat], sheet: SheetFormat, room: Size, *, free: bool = False
) -> Iterator[_Block]:
    """Lay cards in blocks no larger than the room: a grid for one size, shelves for several.

    A grid of so many columns and rows may go into the margins of a sheet, unless it is `free`.
    """
    sizes = [Size(form.width, form.height) for form in forms]
    for form in dict(zip(sizes, forms, strict=True)).values():
        if not (_fits(form, room) or (_counted(sheet) and not free)):
            raise _too_small(form, sheet)
    if len(set(sizes)) > 1:
        return _shelves(sizes, room, sheet.gap, _between(forms, sheet))
    return _grids(len(sizes), *_grid(sizes[0], sheet, room, free=free)) if sizes else iter(())


def _counted(sheet: SheetFormat) -> bool:
    return sheet.columns is not None and sheet.rows is not None


def _fits(form: CardFormat, room: Size) -> bool:
    """Tell whether a card stands or lies in a room."""
    size = Size(form.width, form.height)
    return any(
        one.width <= room.width + NEAR and one.height <= room.height + NEAR
        for one in (size, size.turned)
    )


def _too_small(form: CardFormat, sheet: SheetFormat) -> LayoutError:
    card = f"{figure(form.width)} × {figure(form.height)} mm"
    paper = f"{figure(sheet.width)} × {figure(sheet.height)} mm"
    back = " et son dos, de part et d'autre d'un pli" if sheet.imposition == "gutter-fold" else ""
    return LayoutError(
        f"la feuille « {sheet.title} » ({paper}, marges de {figure(sheet.margin)} mm) "
        f"est trop petite pour une carte de {card}{back} (essayez --paper ou --card)"
    )


def _grid(
    size: Size, sheet: SheetFormat, room: Size, *, free: bool
) -> tuple[Size, tuple[Slot, ...]]:
    """Fill a room with cards of one size, the way round that lays more; they stand if equal."""
    columns, rows = (None, None) if free else (sheet.columns, sheet.rows)
    upright = (columns or _times(size.width, room.width, sheet.gap)) * (
        rows or _times(size.height, room.height, sheet.gap)
    )
    lying = _times(size.height, room.width, sheet.gap) * _times(size.width, room.height, sheet.gap)
    turn = QUARTER if lying > upright and columns is None and rows is None else 0
    cell = size.turned if turn else size
    across = columns or _times(cell.width, room.width, sheet.gap)
    down = rows or _times(cell.height, room.height, sheet.gap)
    whole = Size(_length(cell.width, across, sheet.gap), _length(cell.height, down, sheet.gap))
    if whole.width > sheet.width + NEAR or whole.height > sheet.height + NEAR:
        raise LayoutError(
            f"la feuille « {sheet.title} » est trop petite pour {across} × {down} cartes"
        )
    return whole, tuple(
        Slot(column * (cell.width + sheet.gap), row * (cell.height + sheet.gap), *cell, turn)
        for row in range(down)
        for column in range(across)
    )


def _times(length: float, room: float, gap: float) -> int:
    """Count how many times a length goes in a room, with gaps between."""
    return max(0, floor((room + gap + NEAR) / (length + gap)))


def _length(length: float, times: int, gap: float) -> float:
    return length * times + gap * (times - 1)


def _grids(count: int, whole: Size, slots: Sequence[Slot]) -> Iterator[_Block]:
    """Fill the same grid again and again; the last may be partial, its cards where they were."""
    for first in range(0, count, len(slots)):
        ranks = tuple(range(first, min(first + len(slots), count)))
        yield _Block(whole, ranks, tuple(slots[: len(ranks)]))


def _between(forms: Sequence[CardFormat], sheet: SheetFormat) -> float:
    """Give the space between shelves: room for marks, since cuts above and under differ."""
    if sheet.marks != "crop":
        return sheet.gap
    bleed = max(form.bleed for form in forms)
    return max(sheet.gap, max(sheet.mark_away, bleed) + SHORT_MARK + bleed)


def _shelves(sizes: Sequence[Size], room: Size, gap: float, between: float) -> Iterator[_Block]:
    """Lay mixed sizes on shelves, the tallest first: two passes of a guillotine free each card.

    A shelf holds cards of one height; those too wide for the room lie down. Cards of a shelf are
    `gap` apart, shelves are `between` apart.
    """
    laid = [_standing(size, room) for size in sizes]
    order = sorted(range(len(sizes)), key=lambda rank: (-laid[rank][0].height, rank))
    shelf: list[tuple[int, Slot]] = []
    block: list[tuple[int, Slot]] = []
    x = y = 0.0
    for rank in order:
        size, turn = laid[rank]
        if shelf and (shelf[0][1].height != size.height or x + size.width > room.width + NEAR):
            y += shelf[0][1].height + between
            block += shelf
            shelf, x = [], 0.0
        if not shelf and y + size.height > room.height + NEAR:
            yield _block(block)
            block, y = [], 0.0
        shelf.append((rank, Slot(x, y, *size, turn)))
        x += size.width + gap
    yield _block([*block, *shelf])


def _standing(size: Size, room: Size) -> tuple[Size, int]:
    """Stand a card up, or lay it down when it is too tall or too wide for the room."""
    stands = size.width <= room.width + NEAR and size.height <= room.height + NEAR
    return (size, 0) if stands else (size.turned, QUARTER)


def _block(laid: Sequence[tuple[int, Slot]]) -> _Block:
    slots = tuple(slot for _, slot in laid)
    width = max(slot.x + slot.width for slot in slots)
    height = max(slot.y + slot.height for slot in slots)
    return _Block(Size(width, height), tuple(rank for rank, _ in laid), slots)
