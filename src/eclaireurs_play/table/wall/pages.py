"""What had no room on the wall, page after page: nothing is left out without a way to read it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from eclaireurs_play.layout.display import Box, Text
from eclaireurs_play.layout.look import STRONG, Setting, draw_setting
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.scene import Drawn
from eclaireurs_play.table.wall.writing import GAP, LEAST, LINE, Sight, columns, under, write
from eclaireurs_play.table.words import _

SIZE = 24.0
"""Size of type of what follows, in points, where there is room for it."""

WIDE, LOW = 300.0, 170.0
"""In mm: from which width there are two columns, and under which height type is smallest."""

MOST = 6
"""How many drawings may follow a frame, each on a page of its own."""

Page = tuple[tuple[Setting, ...], ...]
"""The paragraphs of each column of a page."""


def rest_of(brush: Brush, box: Box, asked: str) -> tuple[Sight, ...]:
    """Give the pages that follow a frame: its drawings that had no room, then its texts."""
    drawings, texts = list(brush.asides), dict(brush.untold)
    for draw in drawings:
        probe = Brush(brush.look, brush.colours, (brush.width, brush.height), brush.ui)
        draw(probe, box)
        texts |= probe.untold
        drawings += probe.asides[: MOST - len(drawings)]
        seen = words_of(probe.items)
        texts = {one: None for one in texts if brush.known(one) not in seen}
    told = (partial(_draw_page, page, asked) for page in pages_of(brush, texts, _room(box)))
    return (*drawings, *told)


def words_of(items: Iterable[Drawn]) -> str:
    """Join what is written, line after line."""
    return " ".join(one.string for one in items if isinstance(one, Text))


def pages_of(brush: Brush, texts: Iterable[str], box: Box) -> tuple[Page, ...]:
    """Set what had no room in columns, as many pages as it takes."""
    count = 2 if box.width >= WIDE else 1
    wide = columns(box, count)[0].width
    size = SIZE if brush.height >= LOW else LEAST
    cut = [brush.setting(one, wide, size, leading=1.22) for one in texts]
    every = tuple(_columns(cut, box.height))
    return tuple(every[at : at + count] for at in range(0, len(every), count))


def _columns(cut: Iterable[Setting], tall: float) -> Iterator[tuple[Setting, ...]]:
    """Fill columns with paragraphs; one too long for a column goes on in the next."""
    here: list[Setting] = []
    left = tall
    for one in cut:
        for part in _parts(one, tall):
            if here and part.height > left:
                yield tuple(here)
                here, left = [], tall
            here.append(part)
            left -= part.height + GAP * 1.6
    if here:
        yield tuple(here)


def _parts(cut: Setting, tall: float) -> Iterator[Setting]:
    """Part a paragraph that is longer than a column."""
    count = max(1, int(tall // cut.style.line_height))
    if cut.height <= tall:
        yield cut
        return
    for start in range(0, len(cut.lines), count):
        yield replace(cut, lines=cut.lines[start : start + count])


def _draw_page(page: Page, asked: str, brush: Brush, box: Box) -> None:
    """Draw a page of what had no room, under the question."""
    place = Box(box.x, box.y, box.width, 2 * LINE)
    top = write(brush, asked, place, (LEAST,), voice=STRONG) + 3
    places = columns(under(box, top), 1 if box.width < WIDE else 2)
    for column, place in zip(page, places, strict=False):
        y = top
        for one in column:
            brush.add(*draw_setting(one, place.x, y, brush.look))
            y += one.height + GAP * 1.6


def _room(box: Box) -> Box:
    """Give the room of a page, the question aside."""
    return under(box, box.y + 2 * LINE + 3)


def page_words(page: int, count: int) -> str:
    """Say which page is shown."""
    return _("page {page} / {count}").format(page=page + 1, count=count)
