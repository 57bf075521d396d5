"""A whole kit in one PDF: every item drawn, the contents page first, the file written whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eclaireurs_play.files import write_whole
from eclaireurs_play.layout.contents import Entry, contents
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.print import Kit, KitItem, Theme
from eclaireurs_play.printing.drawers import DRAWERS, Printing
from eclaireurs_play.printing.imposition import ganged, tiles
from eclaireurs_play.printing.pdf import About, PdfWriter

BOTH = 2

Drawn = tuple[KitItem, tuple[Page, ...]]
"""An item of a kit and its pages."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was written: pages of the file, cards, sheets to print by paper, copies included."""

    pages: int
    cards: int
    sheets_by_paper: Mapping[str, int]


def export_kit(
    content: PrintContent,
    kit: Kit,
    theme: Theme,
    output: Path,
    *,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Draw a kit and write it to one file, beside the old one until it is whole."""
    printing = Printing(content, kit, Look(theme, content.fonts_dir))
    drawn = draw_kit(printing, progress or (lambda _title: None))
    writer = PdfWriter(_about(content, kit), printing.look.fonts)
    pages = 0
    for title, page in in_order(drawn, printing.look):
        if title:
            writer.mark(title)
        writer.add(page)
        pages += 1
    write_whole(output, writer.data())
    return Report(pages, len(content.cards), _papers(drawn, kit.seats))


def draw_kit(printing: Printing, progress: Callable[[str], None]) -> list[Drawn]:
    """Draw every item; the contents page, which needs the others' pages, is drawn last."""
    drawn: list[Drawn] = []
    for item in printing.kit.items:
        progress(item.title)
        with naming(f"{printing.content.game.id}, {item.title.lower()}"):
            pages = _drawn(printing, item)
        if pages:
            drawn.append((item, pages))
    drawn = _with_room(printing, drawn)
    entries = list(_entries(drawn, printing.kit.seats))
    return [
        (item, _contents(printing, item, entries) if item.what == "contents" else pages)
        for item, pages in drawn
    ]


_BLANK = Page(1, 1, ())


def _with_room(printing: Printing, drawn: Sequence[Drawn]) -> list[Drawn]:
    """Give the contents as many blank pages as they will take."""
    entries = list(_entries(drawn, printing.kit.seats))
    return [
        (item, pages if item.what != "contents" else _contents(printing, item, entries))
        for item, pages in drawn
    ]


def _drawn(printing: Printing, item: KitItem) -> tuple[Page, ...]:
    """Draw an item; the contents page only keeps its place until all the others are known."""
    if item.what == "contents":
        return (_BLANK,)
    pages = DRAWERS[item.what](printing, item)
    look = printing.look
    if item.tiled:
        return tuple(tile for page in pages for tile in tiles(page, look))
    return tuple(ganged(page, item.up, look.theme.line) for page in pages)


def _entries(drawn: Sequence[Drawn], seats: int) -> Iterator[Entry]:
    """Give the pages of each item, leaving a blank before what must begin a sheet."""
    here = 1
    for item, pages in drawn:
        here += _blanks(item, here)
        yield Entry(item, here, here + len(pages) - 1, item.times(seats))
        here += len(pages)


def _blanks(item: KitItem, page: int) -> int:
    """Count the blank pages needed before an item that would start on a page."""
    return 1 if item.sides == BOTH and page % 2 == 0 else 0


def in_order(drawn: Sequence[Drawn], look: Look) -> Iterator[tuple[str, Page]]:
    """Give pages as they are printed, each with the title of the item it opens, or "".

    A blank page, of the size of the page before, comes where an item must begin a sheet; it says
    that it is blank on purpose.
    """
    here, before = 1, _BLANK
    for item, pages in drawn:
        for _ in range(_blanks(item, here)):
            yield "", _left_blank(before, look)
        here += _blanks(item, here) + len(pages)
        before = pages[-1]
        yield item.title, pages[0]
        yield from (("", page) for page in pages[1:])


def _left_blank(before: Page, look: Look) -> Page:
    """Leave a page blank, and say why in small."""
    words = "Page laissée blanche : ce qui suit commence une feuille."
    at = (before.width / 2, before.height - 9)
    letter = Letter("regular", look.theme.sizes.note, look.theme.soft)
    note = label(words, at, letter, look, align="centre")
    return Page(before.width, before.height, (note,))


def _contents(printing: Printing, item: KitItem, entries: Sequence[Entry]) -> tuple[Page, ...]:
    paper = printing.paper(item)
    title = printing.kit.title
    return contents(title, entries, printing.content, paper, printing.look)


def _about(content: PrintContent, kit: Kit) -> About:
    game = content.game
    return About(f"{kit.title} : kit à imprimer", game.attribution, game.summary)


def _papers(drawn: Sequence[Drawn], seats: int) -> dict[str, int]:
    """Count the sheets to print on each paper, copies included."""
    papers: dict[str, int] = {}
    for item, pages in drawn:
        sheets = -(-len(pages) // item.sides) * item.times(seats)
        papers[item.paper] = papers.get(item.paper, 0) + sheets
    return papers
