"""How each kind of item of a kit is drawn."""

from collections.abc import Callable, Iterator, Mapping

from eclaireurs_play.layout.boards import impact_board
from eclaireurs_play.layout.booklet import stitched
from eclaireurs_play.layout.canvas import canvases
from eclaireurs_play.layout.dashboards import dashboards
from eclaireurs_play.layout.display import Page
from eclaireurs_play.layout.forms import forms
from eclaireurs_play.layout.guide import guide
from eclaireurs_play.layout.handouts import handouts
from eclaireurs_play.layout.labels import labels
from eclaireurs_play.layout.leaflet import leaflet
from eclaireurs_play.layout.maps import base_map
from eclaireurs_play.layout.moves import moves
from eclaireurs_play.layout.notice import notice
from eclaireurs_play.layout.observer import observer
from eclaireurs_play.layout.pseudonyms import pseudonyms
from eclaireurs_play.layout.record import record
from eclaireurs_play.layout.rules import rules
from eclaireurs_play.layout.seats import places, sheets
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.situations import situations
from eclaireurs_play.layout.template import synthesis
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.layout.tuckbox import holds_a_box, tuck_boxes
from eclaireurs_play.layout.zones import zone_boards
from eclaireurs_play.model.print import KitItem, What
from eclaireurs_play.printing.decks import card_sheets
from eclaireurs_play.printing.job import Printing


def _roles(printing: Printing, item: KitItem) -> Iterator[Page]:
    content = printing.content
    listed = tuple(sheets(content, printing.kit.seats))
    return role_sheets(listed, content, content.formats.page(item.format), printing.look)


def _handouts(printing: Printing, item: KitItem) -> Iterator[Page]:
    paper = printing.paper(item)
    seats = printing.kit.seats
    return handouts(item.phases, printing.content, seats, paper, printing.look)


def _maps(printing: Printing, item: KitItem) -> Iterator[Page]:
    for scenario in printing.content.scenarios:
        if scenario.map:
            yield base_map(scenario, scenario.map, printing.paper(item), printing.look)


def _booklet(printing: Printing, item: KitItem) -> Iterator[Page]:
    plain = printing.paper(item, "a5")
    pages = guide(printing.content, printing.paper(item), plain, printing.look, torn=False)
    return stitched(pages, printing.look)


def _boxes(printing: Printing, item: KitItem) -> Iterator[Page]:
    """Draw a box for each set of cards; for large cards, on twice the page."""
    formats = printing.content.formats
    _, card = formats.sheet(item.holds or "")
    page = formats.page(item.format)
    if not holds_a_box(page, card, item.thickness):
        page = page.model_copy(update={"width": page.height, "height": 2 * page.width})
    for _ in range(printing.order.copies):
        yield from tuck_boxes(printing.content, card, item.thickness, page, printing.look)


def _labels(printing: Printing, item: KitItem) -> tuple[Page, ...]:
    kit = printing.kit
    whole = printing.whole or kit
    held = [one.title for one in whole.items if one.what not in {"contents", "labels"}]
    return labels(printing.content, held, kit.group, printing.paper(item), printing.look)


Drawer = Callable[[Printing, KitItem], "Iterator[Page] | tuple[Page, ...]"]

DRAWERS: Mapping[What, Drawer] = {
    "notice": lambda to, item: notice(to.content, to.paper(item), to.look),
    "rules": lambda to, item: rules(to.content, to.paper(item), to.look),
    "leaflet": lambda to, item: leaflet(to.content, to.paper(item), to.look),
    "guide": lambda to, item: guide(to.content, to.paper(item), to.paper(item, "a4"), to.look),
    "situations": lambda to, item: situations(to.content, to.paper(item), to.look),
    "booklet": _booklet,
    "cards": card_sheets,
    "tuckbox": _boxes,
    "roles": _roles,
    "tents": lambda to, item: tents(
        places(to.content), to.content, to.content.formats.page(item.format), to.look
    ),
    "stances": card_sheets,
    "pseudonyms": lambda to, item: pseudonyms(
        to.content, to.content.formats.page(item.format), to.look
    ),
    "board": lambda to, item: (impact_board(to.content.game, to.paper(item), to.look),),
    "zones": lambda to, item: zone_boards(item.phases, to.content, to.paper(item), to.look),
    "dashboard": lambda to, item: dashboards(item.phases, to.content, to.paper(item), to.look),
    "maps": _maps,
    "moves": lambda to, item: moves(to.content, to.paper(item), to.look),
    "surprises": card_sheets,
    "handouts": _handouts,
    "canvas": lambda to, item: canvases(item.phases, to.content, to.paper(item), to.look),
    "forms": lambda to, item: forms(to.content, to.paper(item), to.look),
    "record": lambda to, item: record(to.content, to.kit.seats, to.paper(item), to.look),
    "observer": lambda to, item: observer(to.content, to.paper(item), to.look),
    "labels": _labels,
    "synthesis": lambda to, item: synthesis(to.content, to.paper(item), to.look),
}
"""How each kind of item is drawn."""
