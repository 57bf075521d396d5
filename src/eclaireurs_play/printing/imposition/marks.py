"""Where to cut and to fold: strokes beside cards, around them, or at the edges of the sheet."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from eclaireurs_play.layout.display import Group, Item, Line, Strokes
from eclaireurs_play.model.print import Colour, SheetFormat
from eclaireurs_play.printing.imposition.geometry import SHORT_MARK, Axis, Size, Slot

Segment = tuple[float, float, float, float]

THIN = 0.15
"""Width of a mark, in mm."""

LEAST = 0.8
"""A mark shorter than this, in mm, is not drawn."""

CLOSE = 1e-3
"""Ends of marks closer than this, in mm, are one."""


@lru_cache(maxsize=64)
def cut_marks(
    slots: tuple[Slot, ...], size: Size, sheet: SheetFormat, bleed: float, colour: Colour
) -> tuple[Item, ...]:
    """Draw where to cut the cards of one side, never over a card nor its bleed.

    `crop` marks stand at each corner wherever there is room, `outer` ones past all cards only;
    `lines` go around every card, and on to the edges as `outer` marks do.
    """
    if sheet.marks == "none" or not slots:
        return ()
    near = max(sheet.mark_away, bleed)
    lengths = (sheet.mark, min(sheet.mark, SHORT_MARK))
    sites = dict.fromkeys(_sites(slots))
    found = (
        next(
            (one for one in _marks(site, near, lengths, size) if _is_free(one, slots, bleed)), None
        )
        for site in sites
    )
    ticks = tuple(one for one in found if one)
    if sheet.marks != "crop":
        ticks = tuple(one for one in ticks if _outside(one, slots))
    around = tuple(_outlines(slots)) if sheet.marks == "lines" else ()
    return _drawn((*ticks, *around), size, colour)


def fold_marks(axis: Axis, size: Size, colour: Colour) -> tuple[Item, ...]:
    """Draw where to fold: dashes from edge to edge."""
    ends = (
        ((axis.at, 0.0), (axis.at, size.height))
        if axis.upright
        else ((0.0, axis.at), (size.width, axis.at))
    )
    return (Line(ends, colour, 2 * THIN, (3, 2)),)


def _drawn(segments: tuple[Segment, ...], size: Size, colour: Colour) -> tuple[Item, ...]:
    """Make one group, drawn once in a file however many sheets carry it."""
    if not segments:
        return ()
    name = f"coupe {crc32(repr((segments, size, colour)).encode()):08x}"
    strokes = Strokes(segments, colour, THIN)
    return (Group((strokes,), name=name, width=size.width, height=size.height),)


def _sites(slots: Iterable[Slot]) -> Iterator[Segment]:
    """Give each corner of each card twice, with a way to go from it along a cut: x, y, dx, dy."""
    for slot in slots:
        left, top, right, bottom = _edges(slot)
        for x in (left, right):
            yield x, top, 0, -1
            yield x, bottom, 0, 1
        for y in (top, bottom):
            yield left, y, -1, 0
            yield right, y, 1, 0


def _marks(site: Segment, near: float, lengths: Iterable[float], size: Size) -> Iterator[Segment]:
    """Give the marks of each length that leave from a corner, cut at the edge of the sheet."""
    x, y, across, down = site
    for length in lengths:
        ends = (near, near + length)
        left, right = sorted(x + across * one for one in ends)
        top, bottom = sorted(y + down * one for one in ends)
        mark = _rounded(max(left, 0), max(top, 0), min(right, size.width), min(bottom, size.height))
        if mark[2] - mark[0] + mark[3] - mark[1] >= LEAST:
            yield mark


def _edges(slot: Slot) -> Segment:
    """Give the left, top, right and bottom of a card."""
    return _rounded(slot.x, slot.y, slot.x + slot.width, slot.y + slot.height)


def _rounded(x1: float, y1: float, x2: float, y2: float) -> Segment:
    return round(x1, 4), round(y1, 4), round(x2, 4), round(y2, 4)


def _is_free(mark: Segment, slots: Iterable[Slot], bleed: float) -> bool:
    """Tell whether a mark would be drawn on no card, nor on its bleed."""
    return not any(_crosses(mark, slot, bleed) for slot in slots)


def _crosses(mark: Segment, slot: Slot, bleed: float) -> bool:
    x1, y1, x2, y2 = mark
    left, right = slot.x - bleed, slot.x + slot.width + bleed
    top, bottom = slot.y - bleed, slot.y + slot.height + bleed
    return x1 < right - CLOSE and x2 > left + CLOSE and y1 < bottom - CLOSE and y2 > top + CLOSE


def _outside(tick: Segment, slots: Sequence[Slot]) -> bool:
    """Tell whether a mark is past all cards."""
    x1, y1, x2, y2 = tick
    return (
        x2 <= min(slot.x for slot in slots)
        or x1 >= max(slot.x + slot.width for slot in slots)
        or y2 <= min(slot.y for slot in slots)
        or y1 >= max(slot.y + slot.height for slot in slots)
    )


def _outlines(slots: Sequence[Slot]) -> Iterator[Segment]:
    """Give the edges of all cards; those that touch on one line are joined."""
    level: dict[float, list[tuple[float, float]]] = {}
    upright: dict[float, list[tuple[float, float]]] = {}
    for slot in slots:
        left, top, right, bottom = _edges(slot)
        for y in (top, bottom):
            level.setdefault(y, []).append((left, right))
        for x in (left, right):
            upright.setdefault(x, []).append((top, bottom))
    for y, spans in sorted(level.items()):
        yield from ((start, y, end, y) for start, end in _joined(spans))
    for x, spans in sorted(upright.items()):
        yield from ((x, start, x, end) for start, end in _joined(spans))


def _joined(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join the spans that touch."""
    joined: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + CLOSE:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
