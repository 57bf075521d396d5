"""What a person asks of a kit to print, and what it changes in its sheets and its items."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from eclaireurs_play.content.wording import did_you_mean, quoted, slugified
from eclaireurs_play.errors import LayoutError, NotFoundError
from eclaireurs_play.layout.modes import large_cards, tall_cards
from eclaireurs_play.layout.printable import Formats
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.model.base import Slug
from eclaireurs_play.model.print import (
    CARD_ITEMS,
    MILLIMETRES,
    PILES,
    Flip,
    Imposition,
    Ink,
    Kit,
    KitItem,
    Marks,
    PageFormat,
    PaperFormat,
    SheetFormat,
    Sides,
    What,
)
from eclaireurs_play.printing.imposition.register import Drift

BOTH = 2
SAID: Mapping[What, str] = {
    "cards": "cartes",
    "rules": "regles",
    "leaflet": "depliant",
    "booklet": "livret",
    "tuckbox": "boite",
    "labels": "etiquettes",
    "observer": "observation",
    "roles": "roles",
    "handouts": "feuilles",
    "zones": "plateaux",
}
"""What is asked for by a word that is not in every title."""

PageRange = tuple[int, int]
"""A first and a last page, from 1."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks; what is left out is as the kit and its formats say.

    `seats` is how many people come, even more than there are seats. `only` names families, codes
    or ranges of codes; `items` what of the kit is printed; `since` is an earlier export, whose
    unchanged cards are left out; `printer` is the profile of a professional printer, `drift` what
    was measured of the one at hand. `tiled` puts pages wider than A4 on two sheets.
    """

    imposition: Imposition | None = None
    flip: Flip | None = None
    paper: str | None = None
    card: Slug | None = None
    marks: Marks | None = None
    marks_on: Sides | None = None
    together: bool = False
    tiled: bool = False
    items: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    pages: tuple[PageRange, ...] = ()
    copies: int = 1
    seats: int | None = None
    printer: str | None = None
    drift: Drift | None = None
    ink: Ink = "rgb"
    ink_limit: int | None = None
    low_ink: bool = False
    greyscale: bool = False
    large: bool = False
    proof: bool = False
    since: Path | None = None
    language: str | None = None


_SIZE = re.compile(r"(\d+(?:[.,]\d+)?) ?[x×] ?(\d+(?:[.,]\d+)?) ?(mm|cm|in)?", re.IGNORECASE)
_LEAST, _MOST = 30.0, 2000.0
"""Sides of a custom paper, in mm."""

_TILED = 297.0
"""Pages wider than a sheet of A4, in mm, may come on two."""


def custom_paper(asked: str) -> PaperFormat | None:
    """Read a size of paper: `320x450mm`, `21 × 29,7 cm`; None when it is not one.

    Raises LayoutError when a side is under 30 mm or over 2 m.
    """
    if not (found := _SIZE.fullmatch(asked.strip())):
        return None
    unit = MILLIMETRES[(found[3] or "mm").lower()]
    width, height = (round(float(one.replace(",", ".")) * unit, 4) for one in found.group(1, 2))
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        raise LayoutError(f"{quoted(asked)} n'est pas une taille de papier (de 30 mm à 2 m)")
    title = f"{figure(width)} × {figure(height)} mm"
    return PaperFormat(id="sur-mesure", title=title, width=width, height=height)


def formats_asked(formats: Formats, kit: Kit, order: Order, paper: PaperFormat | None) -> Formats:
    """Give every sheet as it is asked; another card size is for the cards of piles only."""
    formats = large_cards(formats) if order.large else formats
    formats = tall_cards(formats, large=order.large) if order.language else formats
    piles = {item.format for item in kit.items if item.what == PILES}
    sheets = {
        name: _sheet(sheet, order, paper, order.card if name in piles else None)
        for name, sheet in formats.sheets.items()
    }
    return replace(formats, sheets=sheets)


def _sheet(
    sheet: SheetFormat, order: Order, paper: PaperFormat | None, card: Slug | None
) -> SheetFormat:
    """Change a sheet; what is laid otherwise is counted anew."""
    asked: dict[str, object] = {
        name: value
        for name, value in (
            ("imposition", order.imposition),
            ("flip", order.flip),
            ("card", card),
            ("marks", order.marks),
            ("marks_on", order.marks_on),
        )
        if value is not None
    }
    if paper:
        asked |= {"width": paper.width, "height": paper.height, "title": paper.title}
    if asked.keys() & {"imposition", "card", "width"}:
        asked |= {"columns": None, "rows": None}
    if order.imposition == "single" and order.marks is None:
        asked["marks"] = "none"
    return sheet.model_copy(update=asked)


def kit_asked(kit: Kit, formats: Formats, order: Order, paper: PaperFormat | None) -> Kit:
    """Keep the items asked, and tell each as it will be printed.

    Raises NotFoundError when an item asked is not in the kit.
    """
    items = _items(kit, order)
    told = tuple(
        _card_item(item, formats.sheet(item.format)[0], order, paper)
        if item.what in CARD_ITEMS
        else _page_item(item, formats.page(item.format), order)
        for item in items
    )
    come = {"seats": min(order.seats, kit.seats), "people": order.seats} if order.seats else {}
    return kit.model_copy(update={"items": told, **come})


def _items(kit: Kit, order: Order) -> tuple[KitItem, ...]:
    """List the items to print: those asked, or the cards alone when only some cards are."""
    alone = order.only or order.since
    if not order.items:
        return tuple(item for item in kit.items if not alone or item.what in CARD_ITEMS)
    items = chosen(kit, order.items)
    if alone and not any(item.what in CARD_ITEMS for item in items):
        named = ", ".join(order.items)
        raise NotFoundError(f"il n'y a rien à imprimer : {quoted(named)} n'a pas de cartes")
    return items


def chosen(kit: Kit, names: tuple[str, ...]) -> tuple[KitItem, ...]:
    """List the items named: by what they are, or by the first words of their title."""
    titles = {slugified(item.title): item for item in kit.items}
    wanted: list[str] = []
    for name in names:
        asked = slugified(name)
        found = [item.title for item in kit.items if _is_named(item, asked)]
        if not found:
            hint = did_you_mean(name, titles) or f"connus : {', '.join(titles)}"
            raise NotFoundError(f"le kit n'a pas de {quoted(name)} ({hint})")
        wanted += found
    return tuple(item for item in kit.items if item.title in wanted)


def _is_named(item: KitItem, asked: str) -> bool:
    title = slugified(item.title)
    return asked in (item.what, SAID.get(item.what), title) or title.startswith(f"{asked}-")


def _card_item(
    item: KitItem, sheet: SheetFormat, order: Order, paper: PaperFormat | None
) -> KitItem:
    """Tell how cards are printed, when that is not as the kit says."""
    told: dict[str, object] = {"paper": _on_paper(item.paper, paper)}
    edge = "bord court" if sheet.flip == "short-edge" else "bord long"
    if order.imposition or order.flip:
        told |= {
            "duplex": {"sides": BOTH, "setting": f"Recto verso, {edge}, 100 %"},
            "fronts": {"sides": 1, "setting": "Recto seul, 100 %"},
            "gutter-fold": {"sides": 1, "setting": "Recto seul, 100 %, puis pliez et collez"},
            "single": {
                "sides": BOTH,
                "setting": "Une carte par page, son dos à la suivante",
                "paper": "Au format des cartes",
            },
        }[sheet.imposition]
    return item.model_copy(update=told)


def _on_paper(words: str, paper: PaperFormat | None) -> str:
    """Name another paper where the kit names an A4 or an A3."""
    return re.sub(r"^A[34]\b", paper.title, words) if paper else words


def _page_item(item: KitItem, form: PageFormat, order: Order) -> KitItem:
    """Tell the edge along which a sheet of text is turned, and wide pages that are tiled."""
    told: dict[str, object] = {}
    if order.tiled and form.width > _TILED:
        told |= {"tiled": True, "paper": re.sub(r"^A3\b", "A4", item.paper)}
        told |= {"use": " ".join(filter(None, (item.use, "Deux feuilles, à coller.")))}
    if item.sides == BOTH and order.flip:
        edge = "bord court" if order.flip == "short-edge" else "bord long"
        asked = f"Recto verso, {edge}"
        setting = re.sub(r"^Recto verso(?:, bord (?:long|court))?", asked, item.setting or "")
        told["setting"] = setting or asked
    return item.model_copy(update=told) if told else item
