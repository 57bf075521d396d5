"""A whole kit in one PDF: every item drawn, the contents page first, the file written whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eclaireurs_play.errors import NotFoundError
from eclaireurs_play.files import write_whole
from eclaireurs_play.layout.contents import Entry, contents
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.modes import low_ink, proof_page
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.print import CARD_ITEMS, Kit, KitItem, Theme
from eclaireurs_play.printing.enlarging import Drawn, drawn_item
from eclaireurs_play.printing.imposition import ganged, tiles
from eclaireurs_play.printing.imposition.register import end_over_end, shifted
from eclaireurs_play.printing.inks import inks
from eclaireurs_play.printing.job import Printing, prepared
from eclaireurs_play.printing.order import Order
from eclaireurs_play.printing.pdf import About, PdfWriter

BOTH = 2


@dataclass(frozen=True, slots=True)
class Report:
    """What was written: pages of the file, cards, sheets to print by paper, copies included.

    No card is counted when only some pages are written.
    """

    pages: int
    cards: int
    sheets_by_paper: Mapping[str, int]


def export_kit(
    content: PrintContent,
    kit: Kit,
    theme: Theme,
    output: Path,
    order: Order | None = None,
    *,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Draw a kit as it is ordered and write it, as `write_kit` does."""
    printing = prepared(content, kit, theme, order or Order())
    return write_kit(printing, output, progress=progress)


def write_kit(
    printing: Printing, output: Path, *, progress: Callable[[str], None] | None = None
) -> Report:
    """Draw a kit and write it to one file, beside the old one until it is whole.

    Raises NotFoundError when nothing is left to print of what was asked.
    """
    order, kit, line = printing.order, printing.kit, printing.look.theme.line
    drawn = draw_kit(printing, progress or (lambda _title: None))
    writer = PdfWriter(about(printing), printing.look.fonts, inks(order.ink, order.ink_limit))
    pages = total = 0
    for title, page in in_order(drawn, printing.look, order):
        total += 1
        if not _is_asked(total, order):
            continue
        if title:
            writer.mark(title)
        writer.add(low_ink(page, line) if order.low_ink else page)
        pages += 1
    if not pages:
        raise NotFoundError(_nothing(total, order))
    write_whole(output, writer.data())
    cards = 0 if order.pages else len(printing.changes.laid)
    return Report(pages, cards, _papers(drawn, kit, order))


def _is_asked(page: int, order: Order) -> bool:
    """Tell whether a page of the kit, counted from 1, is written."""
    return not order.pages or any(first <= page <= last for first, last in order.pages)


def _nothing(total: int, order: Order) -> str:
    """Say why no page is left."""
    if order.since and not total:
        return f"aucune carte n'a changé depuis {order.since}"
    why = f"le kit n'a que {total} pages" if total else "aucune carte ni aucune page n'est choisie"
    return f"il n'y a rien à imprimer : {why}"


def draw_kit(printing: Printing, progress: Callable[[str], None]) -> list[Drawn]:
    """Draw every item; the contents page, which needs the others' pages, is drawn last."""
    drawn: list[Drawn] = []
    for item in printing.kit.items:
        progress(item.title)
        with naming(f"{printing.content.game.id}, {item.title.lower()}"):
            told, pages = _drawn(printing, item)
        if pages:
            drawn.append((told, pages))
    drawn = _with_room(printing, drawn)
    entries = list(_entries(drawn, printing.kit))
    return [
        (item, _contents(printing, item, entries) if item.what == "contents" else pages)
        for item, pages in drawn
    ]


_BLANK = Page(1, 1, ())


def _with_room(printing: Printing, drawn: Sequence[Drawn]) -> list[Drawn]:
    """Give the contents as many blank pages as they will take."""
    entries = list(_entries(drawn, printing.kit))
    return [
        (item, pages if item.what != "contents" else _contents(printing, item, entries))
        for item, pages in drawn
    ]


def _drawn(printing: Printing, item: KitItem) -> Drawn:
    """Draw an item; the contents page only keeps its place until all the others are known."""
    if item.what == "contents":
        return item, (_BLANK,)
    told, pages = drawn_item(printing, item)
    look = printing.look
    if printing.order.proof and item.what not in CARD_ITEMS:
        pages = tuple(proof_page(page, look) for page in pages)
    if item.tiled:
        return told, tuple(tile for page in pages for tile in tiles(page, look))
    return told, tuple(ganged(page, item.up, look.theme.line) for page in pages)


def _entries(drawn: Sequence[Drawn], kit: Kit) -> Iterator[Entry]:
    """Give the pages of each item, leaving a blank before what must begin a sheet."""
    here = 1
    for item, pages in drawn:
        here += _blanks(item, here)
        yield Entry(item, here, here + len(pages) - 1, kit.times(item))
        here += len(pages)


def _blanks(item: KitItem, page: int) -> int:
    """Count the blank pages needed before an item that would start on a page."""
    return 1 if item.sides == BOTH and page % 2 == 0 else 0


def in_order(
    drawn: Sequence[Drawn], look: Look, order: Order | None = None
) -> Iterator[tuple[str, Page]]:
    """Give pages as they are printed, each with the title of the item it opens, or "".

    Backs are turned and moved as the order wants. A blank page, of the size of the page before,
    comes where an item must begin a sheet; it says that it is blank on purpose.
    """
    here, before = 1, _BLANK
    for item, pages in drawn:
        for _ in range(_blanks(item, here)):
            yield "", _left_blank(before, look)
        here += _blanks(item, here) + len(pages)
        before = pages[-1]
        for place, page in enumerate(pages):
            backed = item.sides == BOTH and place % BOTH == 1
            yield "" if place else item.title, _behind(page, item, order) if backed else page


def _behind(page: Page, item: KitItem, order: Order | None) -> Page:
    """Bring a back behind its front; cards are laid for their edge already.

    Upright pages are drawn to be turned along their long edge, wide ones along their short edge,
    as a booklet is read; a drift is measured on upright sheets and leaves wide ones as they are.
    """
    if order is None:
        return page
    wide = page.width > page.height
    drawn_for = "short-edge" if wide else "long-edge"
    if item.what not in CARD_ITEMS and order.flip not in {None, drawn_for}:
        page = end_over_end(page)
    if order.drift is None or wide:
        return page
    return shifted(page, order.drift.turned if order.flip == "short-edge" else order.drift)


def _left_blank(before: Page, look: Look) -> Page:
    """Leave a page blank, and say why in small."""
    words = "Page laissée blanche : ce qui suit commence une feuille."
    at = (before.width / 2, before.height - 9)
    letter = Letter("regular", look.theme.sizes.note, look.theme.soft)
    note = label(words, at, letter, look, align="centre")
    return Page(before.width, before.height, (note,))


def _contents(printing: Printing, item: KitItem, entries: Sequence[Entry]) -> tuple[Page, ...]:
    paper = printing.paper(item)
    look = printing.plain or printing.look
    return contents(printing.kit, entries, printing.content, paper, look)


def about(printing: Printing) -> About:
    """Say of a file what it is, who wrote what it holds, and what each card looks like."""
    game, title = printing.content.game, f"{printing.kit.title} : kit à imprimer"
    return About(title, game.attribution, game.summary, printing.changes.entry())


def _papers(drawn: Sequence[Drawn], kit: Kit, order: Order) -> dict[str, int]:
    """Count the sheets to print on each paper, copies included, for the pages asked."""
    papers: dict[str, int] = {}
    for one in _entries(drawn, kit):
        pages = (page for page in range(one.first, one.last + 1) if _is_asked(page, order))
        if sheets := len({(page - one.first) // one.item.sides for page in pages}):
            papers[one.item.paper] = papers.get(one.item.paper, 0) + sheets * one.times
    return papers
