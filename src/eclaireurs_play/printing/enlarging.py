"""Items in large print: their type is larger, or else the whole page is."""

import re
from dataclasses import replace

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.modes import enlarged
from eclaireurs_play.model.print import CARD_ITEMS, KitItem, What
from eclaireurs_play.printing.drawers import DRAWERS
from eclaireurs_play.printing.job import Printing

OF_A_SIZE: frozenset[What] = frozenset({"labels", "tuckbox"})
"""What is as large as the thing it is for, whoever reads it."""

Drawn = tuple[KitItem, tuple[Page, ...]]
"""An item of a kit and its pages."""


def drawn_item(printing: Printing, item: KitItem) -> Drawn:
    """Draw an item. In large print, a page that can't hold larger type is enlarged whole."""
    if item.what in OF_A_SIZE:
        return _sized(printing, item)
    if not printing.order.large or printing.plain is None:
        return item, tuple(DRAWERS[item.what](printing, item))
    as_usual = replace(printing, look=printing.plain)
    try:
        return item, tuple(DRAWERS[item.what](printing, item))
    except LayoutError:
        if item.what in CARD_ITEMS:
            raise
        pages = tuple(enlarged(page) for page in DRAWERS[item.what](as_usual, item))
        return item.model_copy(update={"paper": _doubled(item.paper)}), pages


def _sized(printing: Printing, item: KitItem) -> Drawn:
    """Draw what is of a size, in its usual type; it may take a sheet of twice the area."""
    usual = replace(printing, look=printing.plain or printing.look)
    pages = tuple(DRAWERS[item.what](usual, item))
    form = printing.content.formats.page(item.format)
    if any(page.width * page.height > form.width * form.height * 1.5 for page in pages):
        item = item.model_copy(update={"paper": _doubled(item.paper)})
    return item, pages


def _doubled(paper: str) -> str:
    """Name the paper of twice the area: `A4, 120 g` gives `A3, 120 g`."""
    return re.sub(r"\bA([1-9])\b", lambda found: f"A{int(found[1]) - 1}", paper)
