"""Pages to write on: parts kept whole, and lines added until each page is full."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from eclaireurs_play.layout.flow import Strip, fresh, height, together

MOST_MORE = 24
"""How many lines a part may get besides its own, to fill a page."""

Part = Callable[[int], list[Strip]]
"""Draws a part of a sheet, with so many more lines to write on."""


def filled(parts: Iterable[Part], room: float) -> Iterator[Strip]:
    """Share parts between pages, each whole if it can, then give each page's rest to its lines."""
    pages: list[list[Part]] = []
    here = room
    for part in parts:
        strips = part(0)
        tall = strips[0].before + height(strips)
        if here + tall > room or not pages:
            pages.append([])
            here = -strips[0].before
        pages[-1].append(part)
        here += tall
    for page in pages:
        yield from fresh(_grown(page, room))


def _grown(page: Sequence[Part], room: float) -> list[Strip]:
    """Draw the parts of a page with as many lines as it holds, the same number for each."""
    for more in range(MOST_MORE, 0, -1):
        parts = [part(more) for part in page]
        if height([strip for part in parts for strip in part]) <= room:
            return [strip for part in parts for strip in together(part)]
    parts = [part(0) for part in page]
    whole = height([strip for part in parts for strip in part]) <= room
    return [strip for part in parts for strip in (together(part) if whole else part)]
