"""The cards of a kit, each with its two sides: from piles, open on the table, told aloud."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import chain, repeat

from eclaireurs_play.content.wording import slugified
from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.cards import CardMaker
from eclaireurs_play.layout.display import Item, Page
from eclaireurs_play.layout.fallback import fitting
from eclaireurs_play.layout.modes import proof
from eclaireurs_play.layout.stances import StanceCard
from eclaireurs_play.layout.surprises import surprise_cards
from eclaireurs_play.model.base import Slug
from eclaireurs_play.model.print import CardFormat, KitItem, What
from eclaireurs_play.printing.imposition import Printed, impose
from eclaireurs_play.printing.job import Printing
from eclaireurs_play.printing.selection import ranks


def card_sheets(printing: Printing, item: KitItem) -> Iterator[Page]:
    """Lay cards on sheets; asked together, those of the whole kit share the first's sheets."""
    order, look = printing.order, printing.look
    sheet, _ = printing.content.formats.sheet(item.format)
    shared = [one for one in printing.kit.items if one.what in CARDS] if order.together else [item]
    if shared[0] is not item:
        return
    yield from impose(
        [card for one in shared for card in drawn_cards(printing, one)], sheet, look.theme.line
    )


def drawn_cards(printing: Printing, item: KitItem) -> list[Printed]:
    """Draw the cards of an item in the format of its sheets."""
    _, form = printing.content.formats.sheet(item.format)
    return cards_in(printing, item, form)


def cards_in(printing: Printing, item: KitItem, form: CardFormat) -> list[Printed]:
    """Draw the cards of an item that are asked and have changed, as many times as asked."""
    drawn = list(CARDS[item.what](printing, form))
    asked = (drawn[rank] for rank in ranks([one.code for one in drawn], printing.wanted))
    changed = [
        _shown(card, printing)
        for card in asked
        if printing.changes.is_changed(card.code, card.front, card.back)
    ]
    laid = list(chain.from_iterable(repeat(changed, printing.order.copies)))
    printing.changes.laid.extend(card.code for card in laid)
    return laid


def _shown(card: Printed, printing: Printing) -> Printed:
    """Draw the cut, the margins and a grid over a card, when it is a proof."""
    if not printing.order.proof:
        return card
    over = proof(card.form, printing.look)
    return replace(card, front=(*card.front, over), back=(*card.back, over))


def _cards(printing: Printing, form: CardFormat) -> Iterator[Printed]:
    content = printing.content
    maker = CardMaker(content, form, printing.look, printing.kit.codes, printing.second)
    behind = cache(partial(_back, form, printing))
    for one in content.cards:
        card = fitting(one, maker) if one.id in content.made else one
        is_open = card.family in content.looked_up
        back = maker.details(card) if is_open else behind(card.family)
        yield Printed(maker.front(card), back, form, card.id)


def _back(form: CardFormat, printing: Printing, name: Slug) -> tuple[Item, ...]:
    """Draw what stands behind the cards of a family."""
    content = printing.content
    figure, look = printing.kit.figure, printing.look
    family = content.families[name]
    return (card_back(family, name, form, look, game=content.game.title, figure=figure),)


def _surprises(printing: Printing, form: CardFormat) -> Iterator[Printed]:
    for one in surprise_cards(printing.content, form, printing.look):
        yield Printed(one.front(), one.back(), form, slugified(one.name))


def _stances(printing: Printing, form: CardFormat) -> Iterator[Printed]:
    for stance in printing.content.roles.stances:
        one = StanceCard(stance, printing.content, form, printing.look)
        yield Printed(one.front(), one.back(printing.kit.figure), form, stance.id)


CARDS: Mapping[What, Callable[[Printing, CardFormat], Iterator[Printed]]] = {
    "cards": _cards,
    "stances": _stances,
    "surprises": _surprises,
}
"""What each kind of card item holds."""
