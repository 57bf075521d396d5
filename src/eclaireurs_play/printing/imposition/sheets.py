"""Cards drawn on sheets: each face in its place with its bleed, and where to cut and to fold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from eclaireurs_play.layout.display import Box, Group, Item, Page, Rect
from eclaireurs_play.model.print import CardFormat, Colour, SheetFormat
from eclaireurs_play.printing.imposition.geometry import NEAR, Placement, Slot, placements
from eclaireurs_play.printing.imposition.marks import cut_marks, fold_marks


@dataclass(frozen=True, slots=True)
class Printed:
    """One card to impose: both sides, drawn from their own top left corner, its format and code."""

    front: tuple[Item, ...]
    back: tuple[Item, ...]
    form: CardFormat
    code: str = ""


class _Face(NamedTuple):
    """One side of a card in its place."""

    items: tuple[Item, ...]
    slot: Slot
    bleed: float


def impose(cards: Sequence[Printed], sheet: SheetFormat, colour: Colour) -> Iterator[Page]:
    """Lay cards on as many sheets as needed; each side of fronts is followed by its backs.

    Raises LayoutError when a card is larger than its sheet can hold.
    """
    for placement in placements([one.form for one in cards], sheet):
        laid = [cards[rank] for rank in placement.cards]
        fronts = _faces(placement.fronts, ((one.front, one.form) for one in laid))
        backs = _faces(placement.backs, ((one.back, one.form) for one in laid))
        if placement.fold:
            yield _side([*fronts, *backs], placement, sheet, colour, marked=True)
            continue
        yield _side(fronts, placement, sheet, colour, marked=sheet.marks_on != "backs")
        if backs:
            yield _side(backs, placement, sheet, colour, marked=sheet.marks_on != "fronts")


def _faces(
    slots: Sequence[Slot], drawn: Iterable[tuple[tuple[Item, ...], CardFormat]]
) -> list[_Face]:
    """Put what is drawn in its slots; no slot, no face."""
    pairs = zip(slots, drawn, strict=bool(slots))
    return [_Face(items, slot, form.bleed) for slot, (items, form) in pairs]


def _side(
    faces: Sequence[_Face],
    placement: Placement,
    sheet: SheetFormat,
    colour: Colour,
    *,
    marked: bool,
) -> Page:
    """Draw one side of a sheet: faces, then marks over them."""
    slots, size = tuple(one.slot for one in faces), placement.size
    bleed = max(one.bleed for one in faces)
    clips = _clips(slots, tuple(one.bleed for one in faces))
    items: list[Item] = [
        Group((Group(face.items, *face.slot.origin, face.slot.turn),), clip=clip)
        for face, clip in zip(faces, clips, strict=True)
    ]
    items += cut_marks(slots, size, sheet, bleed, colour) if marked else ()
    items += fold_marks(placement.fold, size, colour) if placement.fold else ()
    cut = placement.trim
    trim = Box(cut.x, cut.y, cut.width, cut.height) if cut else None
    return Page(*size, tuple(items), trim=trim, bleed=bleed if cut else 0)


@lru_cache(maxsize=64)
def _clips(slots: tuple[Slot, ...], bleeds: tuple[float, ...]) -> tuple[Rect, ...]:
    """Give what shows of each card: itself and its bleed, as far as half-way to a neighbour."""
    return tuple(_clip(slot, bleed, slots) for slot, bleed in zip(slots, bleeds, strict=True))


def _clip(slot: Slot, bleed: float, slots: Iterable[Slot]) -> Rect:
    left = above = right = below = bleed
    for other in slots:
        if _shared(slot.y, slot.height, other.y, other.height) and other.x != slot.x:
            if other.x > slot.x:
                right = min(right, (other.x - slot.x - slot.width) / 2)
            else:
                left = min(left, (slot.x - other.x - other.width) / 2)
        if _shared(slot.x, slot.width, other.x, other.width) and other.y != slot.y:
            if other.y > slot.y:
                below = min(below, (other.y - slot.y - slot.height) / 2)
            else:
                above = min(above, (slot.y - other.y - other.height) / 2)
    return Rect(
        slot.x - left, slot.y - above, slot.width + left + right, slot.height + above + below
    )


def _shared(start: float, length: float, other: float, its_length: float) -> bool:
    """Tell whether two spans have some length in common."""
    return start < other + its_length - NEAR and other < start + length - NEAR
