"""A whole kit in one PDF: every item drawn, the contents page first, the file written whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eclaireurs_play.files import write_whole
from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.boards import impact_board
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.contents import Entry, contents
from eclaireurs_play.layout.display import Item, Page
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.guide import guide
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.maps import base_map
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.record import forms, record, synthesis
from eclaireurs_play.layout.rules import rules
from eclaireurs_play.layout.seats import places
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.situations import situations
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.print import CardFormat, Kit, KitItem, Theme, What
from eclaireurs_play.printing.imposition import Printed, impose
from eclaireurs_play.printing.pdf import About, PdfWriter

DIGEST_SHOWN = 8
BOTH = 2

Drawn = tuple[KitItem, tuple[Page, ...]]
"""An item of a kit and its pages."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was written: pages of the file, cards, sheets to print by paper, copies included."""

    pages: int
    cards: int
    sheets_by_paper: Mapping[str, int]


@dataclass(frozen=True)
class Printing:
    """What every item of a kit is drawn from."""

    content: PrintContent
    kit: Kit
    look: Look

    @property
    def foot(self) -> str:
        """Give the foot of every page: the kit, its options, the content's hash."""
        options = "avec codes" if self.kit.codes else "sans codes"
        digest = self.content.digest[:DIGEST_SHOWN]
        return f"{self.kit.title} · {self.kit.seats} places · {options} · {digest}"

    def paper(self, item: KitItem, form: str | None = None) -> Paper:
        """Give the page format of an item with its head and foot."""
        return Paper(self.content.formats.page(form or item.format), item.title, self.foot)


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
    for title, page in in_order(drawn):
        if title:
            writer.mark(title)
        writer.add(page)
        pages += 1
    write_whole(output, writer.data())
    return Report(pages, len(content.cards), _papers(drawn))


def draw_kit(printing: Printing, progress: Callable[[str], None]) -> list[Drawn]:
    """Draw every item; the contents page, which needs the others' pages, is drawn last."""
    drawn: list[Drawn] = []
    for item in printing.kit.items:
        progress(item.title)
        with naming(f"{printing.content.game.id}, {item.title.lower()}"):
            pages = _drawn(printing, item)
        if pages:
            drawn.append((item, pages))
    entries = list(_entries(drawn))
    return [
        (item, _contents(printing, item, entries) if item.what == "contents" else pages)
        for item, pages in drawn
    ]


_BLANK = Page(1, 1, ())


def _drawn(printing: Printing, item: KitItem) -> tuple[Page, ...]:
    """Draw an item; the contents page only keeps its place until all the others are known."""
    if item.what == "contents":
        return (_BLANK,)
    return tuple(DRAWERS[item.what](printing, item))


def _entries(drawn: Sequence[Drawn]) -> Iterator[Entry]:
    """Give the pages of each item, leaving a blank before what must begin a sheet."""
    here = 1
    for item, pages in drawn:
        here += _blanks(item, here)
        yield Entry(item, here, here + len(pages) - 1)
        here += len(pages)


def _blanks(item: KitItem, page: int) -> int:
    """Count the blank pages needed before an item that would start on a page."""
    return 1 if item.sides == BOTH and page % 2 == 0 else 0


def in_order(drawn: Sequence[Drawn]) -> Iterator[tuple[str, Page]]:
    """Give pages as they are printed, each with the title of the item it opens, or "".

    A blank page, of the size of the page before, comes where an item must begin a sheet.
    """
    here, before = 1, _BLANK
    for item, pages in drawn:
        for _ in range(_blanks(item, here)):
            yield "", Page(before.width, before.height, ())
        here += _blanks(item, here) + len(pages)
        before = pages[-1]
        yield item.title, pages[0]
        yield from (("", page) for page in pages[1:])


def _contents(printing: Printing, item: KitItem, entries: Sequence[Entry]) -> tuple[Page, ...]:
    paper = printing.paper(item)
    title = printing.kit.title
    return contents(title, entries, printing.content, paper, printing.look)[:1]


def _cards(printing: Printing, item: KitItem) -> Iterator[Page]:
    """Lay the cards on sheets, backs behind them."""
    content, look = printing.content, printing.look
    sheet, form = content.formats.sheet(item.format)
    maker = CardMaker(content, form, look, printing.kit.codes)
    printed = [
        Printed(maker.front(card), _back(card, maker, form, printing)) for card in content.cards
    ]
    return impose(printed, sheet, form, look.theme.line)


def _back(card: Card, maker: CardMaker, form: CardFormat, printing: Printing) -> tuple[Item, ...]:
    """Draw what stands behind a card: its family's back, or its details when it lies open."""
    content = printing.content
    if card.family in content.looked_up:
        return maker.details(card)
    family = content.families[card.family]
    return (
        card_back(
            family,
            card.family,
            form,
            printing.look,
            game=content.game.title,
            figure=printing.kit.figure,
        ),
    )


def _maps(printing: Printing, item: KitItem) -> Iterator[Page]:
    for scenario in printing.content.scenarios:
        if scenario.map:
            yield base_map(scenario, scenario.map, printing.paper(item), printing.look)


Drawer = Callable[[Printing, KitItem], "Iterator[Page] | tuple[Page, ...]"]

DRAWERS: Mapping[What, Drawer] = {
    "rules": lambda to, item: rules(to.content, to.paper(item), to.look),
    "guide": lambda to, item: guide(to.content, to.paper(item), to.paper(item, "a4"), to.look),
    "situations": lambda to, item: situations(to.content, to.paper(item), to.look),
    "cards": _cards,
    "roles": lambda to, item: role_sheets(
        places(to.content), to.content, to.content.formats.page(item.format), to.look
    ),
    "tents": lambda to, item: tents(
        places(to.content), to.content, to.content.formats.page(item.format), to.look
    ),
    "board": lambda to, item: (impact_board(to.content.game, to.paper(item), to.look),),
    "maps": _maps,
    "forms": lambda to, item: forms(to.content, to.paper(item), to.look),
    "record": lambda to, item: record(to.content, to.kit.seats, to.paper(item), to.look),
    "synthesis": lambda to, item: synthesis(to.content, to.paper(item), to.look),
}
"""How each kind of item is drawn."""


def _about(content: PrintContent, kit: Kit) -> About:
    game = content.game
    return About(f"{kit.title} : kit à imprimer", game.attribution, game.summary)


def _papers(drawn: Sequence[Drawn]) -> dict[str, int]:
    """Count the sheets to print on each paper, copies included."""
    papers: dict[str, int] = {}
    for item, pages in drawn:
        sheets = -(-len(pages) // item.sides) * item.copies
        papers[item.paper] = papers.get(item.paper, 0) + sheets
    return papers
