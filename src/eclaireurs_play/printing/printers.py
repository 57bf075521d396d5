"""Cards for professional printers: one image a side, exact to the pixel, or one PDF of cards."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eclaireurs_play.content.wording import counted
from eclaireurs_play.errors import LayoutError, NotFoundError
from eclaireurs_play.files import write_folder_whole, write_whole
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.modes import low_ink
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.layout.typography import french
from eclaireurs_play.model.base import Slug
from eclaireurs_play.model.print import (
    CARD_ITEMS,
    MILLIMETRES,
    KitItem,
    SheetFormat,
)
from eclaireurs_play.model.printers import PrinterFormat
from eclaireurs_play.printing.decks import cards_in
from eclaireurs_play.printing.imposition import Printed, impose
from eclaireurs_play.printing.inks import Inks, inks
from eclaireurs_play.printing.job import Printing
from eclaireurs_play.printing.kit import about
from eclaireurs_play.printing.pdf import PdfWriter

README = "LISEZ-MOI.txt"
"""What a folder of images says of itself; by it, a later export knows that it may replace it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written for a printer: how many cards, their sizes, what it has none for, advice."""

    cards: int
    sizes: tuple[Slug, ...]
    left_out: tuple[str, ...]
    advice: str


def export_cards(
    printing: Printing,
    output: Path,
    printer: PrinterFormat,
    *,
    progress: Callable[[str], None] | None = None,
) -> Sent:
    """Write the cards of a kit as a printer takes them, whole or not at all.

    `output` is a folder for images, a file for a PDF. Raises NotFoundError when the printer has
    no such size or no card is left, LayoutError when a card does not fit, OutputError when the
    output can't be written.
    """
    content, kit, order = printing.content, printing.kit, printing.order
    if order.ink == "cmyk" and printer.output == "png":
        raise LayoutError(f"{printer.title} reçoit des images en RVB : l'option --ink ne sert pas")
    sized = [
        (item, _size(item, printing, printer)) for item in kit.items if item.what in CARD_ITEMS
    ]
    cards: list[Printed] = []
    for item, size in sized:
        if size:
            (progress or (lambda _title: None))(item.title)
            with naming(f"{content.game.id}, {item.title.lower()}"):
                cards += cards_in(printing, item, printer.form(size))
    left_out = tuple(item.title for item, size in sized if not size)
    if not cards:
        raise NotFoundError(_nothing(left_out, printer))
    if printer.output == "pdf":
        used = inks(printer.ink, order.ink_limit or printer.ink_limit)
        write_whole(output, _pdf(cards, printing, printer, used))
    else:
        write_folder_whole(output, _images(cards, printing, printer), README)
    return Sent(len(cards), _sizes(cards), left_out, french(printer.advice))


def _sizes(cards: Sequence[Printed]) -> tuple[Slug, ...]:
    """Name the sizes of cards, each once."""
    return tuple(dict.fromkeys(card.form.id for card in cards))


def _nothing(left_out: Sequence[str], printer: PrinterFormat) -> str:
    """Say why no card is left."""
    if not left_out:
        return "il n'y a rien à imprimer : aucune carte n'est choisie"
    sizes = ", ".join(printer.cards)
    return f"{printer.title} n'a pas la taille de ces cartes (essayez --card, parmi : {sizes})"


def _size(item: KitItem, printing: Printing, printer: PrinterFormat) -> Slug | None:
    """Give the printer's size for an item: the one asked, or that of its own cards."""
    asked = printing.order.card
    if asked and asked not in printer.cards:
        sizes = ", ".join(printer.cards)
        raise NotFoundError(f"{printer.title} n'a pas de carte « {asked} » (tailles : {sizes})")
    own = printing.content.formats.sheet(item.format)[0].card
    return asked or (own if own in printer.cards else None)


def _sides(
    cards: Sequence[Printed], printing: Printing, printer: PrinterFormat
) -> Iterator[tuple[Page, Page]]:
    """Draw the front and the back of each card on pages of their own, without marks."""
    line = printing.look.theme.line
    alone = SheetFormat(
        id=printer.id,
        title=printer.title,
        width=0,
        height=0,
        card=cards[0].form.id,
        imposition="single",
        marks="none",
    )
    pages = impose(cards, alone, line)
    drawn = (low_ink(page, line) for page in pages) if printing.order.low_ink else pages
    return zip(drawn, drawn, strict=True)


def _pdf(cards: Sequence[Printed], printing: Printing, printer: PrinterFormat, used: Inks) -> bytes:
    writer = PdfWriter(about(printing), printing.look.fonts, used)
    for sides in _sides(cards, printing, printer):
        for page in sides if printer.first == "front" else reversed(sides):
            writer.add(page)
    return writer.data()


def _images(
    cards: Sequence[Printed], printing: Printing, printer: PrinterFormat
) -> Iterator[tuple[str, bytes]]:
    """Give each image with its name; sides that are the same are drawn once."""
    from eclaireurs_play.printing.pictures import pictures  # noqa: PLC0415 - slow, for images only

    names: dict[Page, list[str]] = {}
    pairs = _sides(cards, printing, printer)
    for rank, (card, (front, back)) in enumerate(zip(cards, pairs, strict=True), 1):
        names.setdefault(front, []).append(printer.named("front", rank, card.code))
        names.setdefault(back, []).append(printer.named("back", rank, card.code))
    writer = PdfWriter(about(printing), printing.look.fonts)
    for page in names:
        writer.add(page)
    shapes = [_shape(page, printer) for page in names]
    listed = sorted(name for same in names.values() for name in same)
    yield README, _readme(printing, printer, _sizes(cards), listed).encode()
    drawn = pictures(writer.data(), shapes, printer.dpi)
    for same, image in zip(names.values(), drawn, strict=True):
        yield from ((name, image) for name in same)


def _shape(page: Page, printer: PrinterFormat) -> tuple[int, int]:
    """Give the pixels of a page."""
    scale = printer.dpi / MILLIMETRES["in"]
    return round(page.width * scale), round(page.height * scale)


def _readme(
    printing: Printing, printer: PrinterFormat, sizes: Sequence[Slug], listed: Sequence[str]
) -> str:
    """Tell what the folder holds, what to do with it, and what nobody checked."""
    count = len(listed) // 2
    paragraphs = (
        f"{printing.kit.title} : {counted(count, 'carte')} pour {printer.title}",
        "\n".join(map(printer.sized, sizes)),
        french(printer.advice),
        f"Source : {printer.source}\n{french(printer.seen)}",
        "\n".join(("À vérifier avant de commander :", *(f"- {one}" for one in printer.unverified))),
        printing.foot,
        "\n".join(("Images :", *listed)),
    )
    return "\n\n".join(paragraphs) + "\n"
