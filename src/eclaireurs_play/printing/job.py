"""What every item of a kit is drawn from, and what was asked of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from eclaireurs_play.content.wording import slugified
from eclaireurs_play.layout import modes
from eclaireurs_play.layout.flow import Paper
from eclaireurs_play.layout.look import Look
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.model.deck import Translation
from eclaireurs_play.model.print import Kit, KitItem, Theme
from eclaireurs_play.printing.changes import Changes, changes_since
from eclaireurs_play.printing.order import Order
from eclaireurs_play.printing.selection import Pile, Wanted, wanted

DIGEST_SHOWN = 8


@dataclass(frozen=True)
class Printing:
    """What every item of a kit is drawn from.

    `second` is another language for cards, `wanted` those asked by name, `changes` what each card
    looked like in an earlier file; in large print, `plain` is the look at its usual size. `whole`
    is the kit with all its items, when only some are printed.
    """

    content: PrintContent
    kit: Kit
    look: Look
    order: Order = field(default_factory=Order)
    second: Translation | None = None
    wanted: Wanted | None = None
    changes: Changes = field(default_factory=Changes)
    plain: Look | None = None
    whole: Kit | None = None

    @property
    def foot(self) -> str:
        """Give the foot of every page: the kit, its options, the content's hash."""
        options = "avec codes" if self.kit.codes else "sans codes"
        digest = self.content.digest[:DIGEST_SHOWN]
        return f"{self.kit.title} · {self.kit.seats} places · {options} · {digest}"

    def paper(self, item: KitItem, form: str | None = None) -> Paper:
        """Give the page format of an item with its head and foot."""
        return Paper(self.content.formats.page(form or item.format), item.title, self.foot)


def prepared(
    content: PrintContent, kit: Kit, theme: Theme, order: Order, second: Translation | None = None
) -> Printing:
    """Make ready to draw a kit as it is asked.

    Raises NotFoundError for cards that do not exist, or an earlier file that can't be compared,
    LayoutError for an icon that can't be read.
    """
    theme = modes.greyscale(theme) if order.greyscale else theme
    plain = Look(theme, content.fonts_dir, content.marks)
    look = replace(plain, theme=modes.large_type(theme)) if order.large else plain
    kit = kit.model_copy(update={"codes": False}) if order.low_ink else kit
    asked = wanted(order.only, tuple(piles(content))) if order.only else None
    changes = changes_since(order.since, content.game.id)
    return Printing(content, kit, look, order, second, asked, changes, plain)


def piles(content: PrintContent) -> Iterator[Pile]:
    """List the piles of a kit: families, stances, surprises."""
    for name, family in content.families.items():
        ids = (card.id for card in content.cards if card.family == name)
        yield Pile((name, family.code, family.title), tuple(dict.fromkeys(ids)))
    if stances := tuple(stance.id for stance in content.roles.stances):
        yield Pile(("postures",), stances)
    told = (
        slugified(name)
        for one in content.scenarios
        for name, surprise in one.surprises.items()
        if surprise.falls
    )
    if surprises := tuple(dict.fromkeys(told)):
        yield Pile(("imprevus",), surprises)
