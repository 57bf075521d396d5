"""How each kind of item of a kit is drawn."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.boards import impact_board
from eclaireurs_play.layout.canvas import canvases
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.dashboards import dashboards
from eclaireurs_play.layout.display import Item, Page
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.forms import forms
from eclaireurs_play.layout.guide import guide
from eclaireurs_play.layout.handouts import handouts
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.maps import base_map
from eclaireurs_play.layout.moves import moves
from eclaireurs_play.layout.notice import notice
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.pseudonyms import pseudonyms
from eclaireurs_play.layout.record import record, synthesis
from eclaireurs_play.layout.rules import rules
from eclaireurs_play.layout.seats import places, sheets
from eclaireurs_play.layout.sheets import role_sheets
from eclaireurs_play.layout.situations import situations
from eclaireurs_play.layout.stances import StanceCard
from eclaireurs_play.layout.surprises import surprise_cards
from eclaireurs_play.layout.tents import tents
from eclaireurs_play.layout.zones import zone_boards
from eclaireurs_play.model.deck import Card
from eclaireurs_play.model.print import CardFormat, Kit, KitItem, What
from eclaireurs_play.printing.imposition import Printed, impose

DIGEST_SHOWN = 8


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


def _surprises(printing: Printing, item: KitItem) -> Iterator[Page]:
    """Lay the surprises of every scenario on sheets, what they change behind them."""
    content, look = printing.content, printing.look
    sheet, form = content.formats.sheet(item.format)
    printed = [Printed(one.front(), one.back()) for one in surprise_cards(content, form, look)]
    return impose(printed, sheet, form, look.theme.line)


def _stances(printing: Printing, item: KitItem) -> Iterator[Page]:
    """Lay the stances on sheets, the same back behind each."""
    content, look = printing.content, printing.look
    sheet, form = content.formats.sheet(item.format)
    drawn = [StanceCard(one, content, form, look) for one in content.roles.stances]
    printed = [Printed(one.front(), one.back(printing.kit.figure)) for one in drawn]
    return impose(printed, sheet, form, look.theme.line)


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


Drawer = Callable[[Printing, KitItem], "Iterator[Page] | tuple[Page, ...]"]

DRAWERS: Mapping[What, Drawer] = {
    "notice": lambda to, item: notice(to.content, to.paper(item), to.look),
    "rules": lambda to, item: rules(to.content, to.paper(item), to.look),
    "guide": lambda to, item: guide(to.content, to.paper(item), to.paper(item, "a4"), to.look),
    "situations": lambda to, item: situations(to.content, to.paper(item), to.look),
    "cards": _cards,
    "roles": _roles,
    "tents": lambda to, item: tents(
        places(to.content), to.content, to.content.formats.page(item.format), to.look
    ),
    "stances": _stances,
    "pseudonyms": lambda to, item: pseudonyms(
        to.content, to.content.formats.page(item.format), to.look
    ),
    "board": lambda to, item: (impact_board(to.content.game, to.paper(item), to.look),),
    "zones": lambda to, item: zone_boards(item.phases, to.content, to.paper(item), to.look),
    "dashboard": lambda to, item: dashboards(item.phases, to.content, to.paper(item), to.look),
    "maps": _maps,
    "moves": lambda to, item: moves(to.content, to.paper(item), to.look),
    "surprises": _surprises,
    "handouts": _handouts,
    "canvas": lambda to, item: canvases(item.phases, to.content, to.paper(item), to.look),
    "forms": lambda to, item: forms(to.content, to.paper(item), to.look),
    "record": lambda to, item: record(to.content, to.kit.seats, to.paper(item), to.look),
    "synthesis": lambda to, item: synthesis(to.content, to.paper(item), to.look),
}
"""How each kind of item is drawn."""
