"""Figures as bars: those of a count, one a line; or parts of a whole, under their whole names."""

from collections.abc import Iterable

from eclaireurs_play.layout.display import Box, Rect
from eclaireurs_play.layout.look import draw_setting
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.wall.writing import LEAST, LINE, LISTED, ROWS, Row, rows
from eclaireurs_play.table.words import ngettext

BAR, AIR, MOST = 4.2, 5.0, 30.0
"""Height of a bar, the air around it, and the most air between two lines, in mm."""

Bar = tuple[str, str, float | None]
"""A line of a count: its words, its figures as people read them, what a bar measures."""


def draw_bars(brush: Brush, bars: tuple[Bar, ...], box: Box) -> None:
    """Draw figures as bars; those left out are counted."""
    if all(value is None for _words, _note, value in bars):
        rows(brush, (Row(words, note=note) for words, note, _value in bars), box)
        return
    count = min(len(bars), ROWS, max(1, int(box.height // LINE)))
    kept = bars[: count if count == len(bars) else count - 1]
    tall = min(2 * LINE, box.height / max(1, count))
    most = max((one or 0 for _words, _note, one in kept), default=0)
    top = box.y
    for words, note, value in kept:
        wide = brush.word(note, (box.x + box.width, top + 7), LEAST, font="semibold",
                          room=box.width * 0.55, align="right")  # fmt: skip
        brush.word(words, (box.x, top + 7), LEAST, room=box.width - wide - 5)
        if value is not None and most > 0 and tall >= LINE + 6:
            brush.add(Rect(box.x, top + 9.2, max(0.8, box.width * max(0, value) / most), 3.6,
                           fill=brush.colours.ink))  # fmt: skip
        top += tall
    brush.later(*(f"{words} : {note}" for words, note, _value in bars[len(kept) :]))
    if left := len(bars) - len(kept):
        told = ngettext("et {count} autre", "et {count} autres", left)
        brush.word(told, (box.x, top + 7), LEAST, colour=brush.colours.soft, room=box.width)


def draw_parts(brush: Brush, bars: tuple[Bar, ...], box: Box) -> None:
    """Draw each part under its whole name, all at the largest size at which they hold."""
    for size in LISTED:
        notes = max((brush.wide(note, size, "bold") for _words, note, _value in bars), default=0)
        width = box.width - notes - 8
        cut = [brush.setting(words, width, size, leading=1.22) for words, _note, _value in bars]
        tall = sum(one.height + BAR + AIR for one in cut)
        if width > notes and tall <= box.height and _fits(brush, bars, width, size):
            break
    else:
        draw_bars(brush, bars, box)
        return
    most = max((value or 0 for _words, _note, value in bars), default=0) or 1
    air = min(MOST, AIR + (box.height - tall) / max(1, len(bars)))
    top = box.y
    for lines, (_words, note, value) in zip(cut, bars, strict=True):
        brush.add(*draw_setting(lines, box.x, top, brush.look))
        base = top + (lines.style.line_height + brush.look.fonts.cap_height("bold", size)) / 2
        brush.word(note, (box.x + box.width, base), size, font="bold", align="right")
        top += lines.height + 2
        if value:
            brush.add(Rect(box.x, top, max(0.8, box.width * value / most), BAR,
                           fill=brush.colours.ink))  # fmt: skip
        top += BAR + air - 2


def _fits(brush: Brush, bars: Iterable[Bar], width: float, size: float) -> bool:
    """Tell whether every word holds on a line."""
    words = (word for told, _note, _value in bars for word in told.split())
    return size <= LEAST or all(brush.wide(one, size, "semibold") <= width for one in words)
