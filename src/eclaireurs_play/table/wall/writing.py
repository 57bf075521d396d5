"""Words on a wall: as large as they fit, never under what people read from the back of a room."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from eclaireurs_play.layout.display import Box, Line
from eclaireurs_play.layout.lines import Voice
from eclaireurs_play.layout.look import PLAIN, STRONG, Align, Setting, draw_setting
from eclaireurs_play.model.print import MM_PER_POINT, Colour
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.words import ngettext

LEAST = 20.0
"""The smallest type on the wall, in points: 28 pixels at 1080p."""

TITLE = 22.0
LARGEST = (40.0, 34.0, 30.0, 26.0, 23.0, LEAST)
LARGER = (30.0, 26.0, 23.0, LEAST)
LISTED = (36.0, 32.0, *LARGER)
MOST = 900
"""Characters beyond which a text can't hold on one page of a wall."""

ROWS = 7
"""How many things a wall holds."""

LONGEST = 9
"""How many lines of the smallest type a thing of a list takes, when it is cut short."""

GAP = 3.0
LINE = 9.4
"""Height in mm of a line of the smallest type, with the air around it."""

ROOM = 5 * LINE
"""The least height, in mm, that leaves room for a title on two lines."""

TALLEST = 10 * LINE
"""The least height, in mm, that leaves room for a title on three lines."""

Sight = Callable[[Brush, Box], None]
"""Draws what a moment of a session is about, in a part of the wall."""

Weight = Literal["plain", "strong", "soft"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: `mark` stands before the words, `note` at the end; `struck` is crossed."""

    words: str
    mark: str = ""
    note: str = ""
    weight: Weight = "plain"
    struck: bool = False


def short(text: str) -> str:
    """Leave out what no wall could hold, before it is measured."""
    return text if len(text) <= MOST else f"{text[:MOST].rpartition(' ')[0] or text[:MOST]}…"


def fitted(
    brush: Brush, text: str, width: float, height: float, sizes: Sequence[float] = LARGER, *,
    voice: Voice = PLAIN, colour: Colour = "", align: Align = "left",
) -> Setting:  # fmt: skip
    """Cut prose into lines at the largest size that holds; at the least, its end is for later."""

    def at(words: str, size: float) -> Setting:
        return brush.setting(words, width, size, voice=voice, colour=colour, leading=1.22,
                             align=align)  # fmt: skip

    whole, text = text, short(text)
    longest = max(text.split(), key=len, default="")
    for size in sizes:
        if size == sizes[-1] or brush.wide(longest, size, "semibold") <= width:
            cut = at(text, size)
            if cut.height <= height:
                brush.later(*([whole] if whole != text else []))
                return cut
    brush.later(whole)
    for cuts in (_word_ends(text), range(1, len(text) + 1)):
        low, high = 0, len(cuts)
        while low < high:
            middle = (low + high + 1) // 2
            held = at(f"{text[: cuts[middle - 1]]}…", sizes[-1]).height <= height
            low, high = (middle, high) if held else (low, middle - 1)
        if low:
            return at(f"{text[: cuts[low - 1]]}…", sizes[-1])
    return at("", sizes[-1])


def _word_ends(text: str) -> Sequence[int]:
    return [one.end() for one in re.finditer(r"\S+", text)]


def common(
    brush: Brush, cells: Iterable[tuple[str, float, float]], sizes: Sequence[float] = LARGER
) -> float:
    """Give the largest size at which all cells hold: words, and the width and height they have."""
    every = tuple(cells)
    for size in sizes:
        if all(_holds(brush, *cell, size) for cell in every):
            return size
    return sizes[-1]


def _holds(brush: Brush, words: str, width: float, height: float, size: float) -> bool:
    longest = max(words.split(), key=len, default="")
    if brush.wide(longest, size, "semibold") > width:
        return False
    return brush.setting(words, width, size, voice=STRONG, leading=1.22).height <= height


def write(
    brush: Brush, text: str, box: Box, sizes: Sequence[float] = LARGER, *,
    voice: Voice = PLAIN, colour: Colour = "", align: Align = "left",
) -> float:  # fmt: skip
    """Write prose as large as it fits in a box; gives where it ends."""
    if box.height <= 0:
        brush.later(text)
    if box.height <= 0 or not text:
        return box.y
    cut = fitted(brush, text, box.width, box.height, sizes, voice=voice, colour=colour, align=align)
    if any(cut.lines):
        brush.add(*draw_setting(cut, box.x, box.y, brush.look))
        return box.y + cut.height
    return box.y


def heading(brush: Brush, text: str, box: Box) -> float:
    """Write a small title, on several lines if it must; gives where the rest begins."""
    if brush.wide(text, LEAST, "semibold") > box.width and box.height >= ROOM:
        lines = 3 if box.height >= TALLEST else 2
        held = Box(box.x, box.y, box.width, lines * LEAST * 1.22 * MM_PER_POINT + 0.1)
        return write(brush, text, held, (LEAST,), voice=STRONG, colour=brush.colours.accent) + 2.5
    brush.word(text, (box.x, box.y + 7), LEAST, font="semibold", colour=brush.colours.accent,
               room=box.width)  # fmt: skip
    return box.y + LINE + 1.5


def under(box: Box, top: float) -> Box:
    """Give what is left of a box below a line."""
    return Box(box.x, top, box.width, max(0.0, box.y + box.height - top))


def columns(box: Box, count: int, gap: float = 12.0) -> tuple[Box, ...]:
    """Share a box between so many columns."""
    wide = (box.width - gap * (count - 1)) / count
    return tuple(Box(box.x + at * (wide + gap), box.y, wide, box.height) for at in range(count))


def rows(
    brush: Brush, listed: Iterable[Row], box: Box, *, most: int = ROWS,
    sizes: Sequence[float] = LISTED,
) -> float:  # fmt: skip
    """Write a list as large as it fits; what does not is counted, and left for later.

    Gives where it ends.
    """
    every = tuple(listed)
    brush.later(*(told(one) for one in every[:most] if len(one.words) > MOST))
    kept = tuple(replace(one, words=short(one.words)) for one in every[:most])
    for size in sizes:
        if size > LEAST and any(_overflows(brush, one, box.width, size) for one in kept):
            continue
        cut = [_cut(brush, one, box.width, size) for one in kept]
        if _tall(cut, len(every)) <= box.height:
            brush.later(*map(told, every[most:]))
            return _left(brush, cut, kept, box, len(every) - len(kept))
    for lines in range(LONGEST, 0, -1):
        cut = [_short(brush, one, box.width, lines) for one in kept]
        if _tall(cut, len(every)) <= box.height:
            break
    while cut and _tall(cut, len(every)) > box.height:
        cut.pop()
    if not cut and every and not every[0].note:
        return _one(brush, every, kept[0], box)
    brush.later(*map(told, every[len(cut) :]))
    return _left(brush, cut, kept, box, len(every) - len(cut))


def _one(brush: Brush, every: Sequence[Row], first: Row, box: Box) -> float:
    """Write the first thing of a list that has a line or two, and how many others there are."""
    count = len(every) - 1
    row = replace(first, note=f"+ {count}") if count else first
    cut = _short(brush, row, box.width, 1)
    if cut.height > box.height:
        brush.later(*map(told, every))
        return _left(brush, (), (), box, len(every))
    brush.later(*map(told, every[1:]))
    return _left(brush, (cut,), (row,), box, 0)


def told(row: Row) -> str:
    """Write a row as one text."""
    words = f"{row.mark} {row.words}" if row.mark not in {"", "·"} else row.words
    return f"{words} ({row.note})" if row.note else words


def holds(brush: Brush, listed: Sequence[Row], box: Box, size: float = LEAST) -> bool:
    """Tell whether a list holds whole in a box, at some size of type."""
    if size > LEAST and any(_overflows(brush, one, box.width, size) for one in listed):
        return False
    return _tall([_cut(brush, one, box.width, size) for one in listed], 0) <= box.height


def _cut(brush: Brush, row: Row, width: float, size: float) -> Setting:
    return brush.setting(row.words, _room(brush, row, width, size), size, voice=_voice(row),
                         colour=_colour(brush, row), leading=1.22)  # fmt: skip


def _short(brush: Brush, row: Row, width: float, lines: int) -> Setting:
    """Keep so many lines of a row, at the smallest size."""
    tall = lines * LEAST * 1.22 * MM_PER_POINT + 0.1
    return fitted(brush, row.words, _room(brush, row, width, LEAST), tall, (LEAST,),
                  voice=_voice(row), colour=_colour(brush, row))  # fmt: skip


def _overflows(brush: Brush, row: Row, width: float, size: float) -> bool:
    """Tell whether a word of a row is wider than its line."""
    longest = max(row.words.split(), key=len, default="")
    return brush.wide(longest, size, "semibold") > _room(brush, row, width, size)


def _voice(row: Row) -> Voice:
    return STRONG if row.weight == "strong" else PLAIN


def _colour(brush: Brush, row: Row) -> Colour:
    return brush.colours.soft if row.weight == "soft" or row.struck else ""


def _room(brush: Brush, row: Row, width: float, size: float) -> float:
    note = min(brush.wide(row.note, size, "semibold") + 5, width * 0.5) if row.note else 0.0
    return width - note - _indent(brush, row, size)


def _indent(brush: Brush, row: Row, size: float) -> float:
    return brush.wide(row.mark, size, "bold") + size * 0.16 if row.mark else 0.0


def _tall(cut: Sequence[Setting], every: int) -> float:
    """Measure a list, the line that counts what it leaves out included."""
    return sum(one.height + GAP for one in cut) + (LINE if len(cut) < every else 0)


def _left(
    brush: Brush, cut: Sequence[Setting], listed: Sequence[Row], box: Box, left: int
) -> float:
    top = box.y
    for one, row in zip(cut, listed, strict=False):
        size, indent = one.style.size, _indent(brush, row, one.style.size)
        base = top + (one.style.line_height + brush.look.fonts.cap_height("regular", size)) / 2
        if row.mark:
            brush.word(row.mark, (box.x, base), size, font="bold")
        brush.add(*draw_setting(one, box.x + indent, top, brush.look))
        if row.struck:
            _strike(brush, one, box.x + indent, top)
        if row.note:
            brush.word(row.note, (box.x + box.width, base), size, font="semibold",
                       room=box.width * 0.5, align="right")  # fmt: skip
        top += one.height + GAP
    if left:
        words = ngettext("et {count} autre", "et {count} autres", left)
        brush.word(words, (box.x, top + 6.5), LEAST, colour=brush.colours.soft, room=box.width)
        top += LINE
    return top


def _strike(brush: Brush, cut: Setting, left: float, top: float) -> None:
    """Cross out each line."""
    tall = cut.style.line_height
    for at, line in enumerate(cut.lines):
        wide = sum(brush.wide(run.text, cut.style.size, run.font) for run in line or ())
        y = top + (at + 0.53) * tall
        brush.add(Line(((left, y), (left + wide, y)), brush.colours.ink, 0.7))
