"""What the panels of a deck's box show: its title, its families, how many cards it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireurs_play.layout.blocks import Column, prose, small
from eclaireurs_play.layout.display import Box, Item
from eclaireurs_play.layout.emblems import emblems, headline
from eclaireurs_play.layout.flow import Strip, height, stacked
from eclaireurs_play.layout.look import HEAVY, Letter, Look, Style, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.rules import credits_of
from eclaireurs_play.layout.shapes import draw_shape
from eclaireurs_play.model.deck import Card, Family
from eclaireurs_play.model.print import Size

INSIDE = 5.0
"""Space kept around what a panel shows, in mm."""

TITLE = Size(most=20, least=11, leading=1.1)
"""The title of a box, in points."""

SPINE = 11.0
"""The title on a side of a box, in points."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A box of a deck: the cards it holds, and which it is of how many."""

    content: PrintContent
    cards: Sequence[Card]
    number: tuple[int, int]

    @property
    def families(self) -> list[tuple[Family, int]]:
        """List the families held, each with how many of its cards are."""
        counted = {
            name: sum(card.family == name for card in self.cards) for name in self.content.families
        }
        return [(self.content.families[name], many) for name, many in counted.items() if many]

    @property
    def count(self) -> str:
        """Say how many cards there are, and which box this is if there are several."""
        place, boxes = self.number
        many = f"{len(self.cards)} cartes" if len(self.cards) > 1 else "1 carte"
        return many if boxes == 1 else f"{many} · boîte {place} sur {boxes}"


def draw_front(cover: Cover, panel: Box, notch: float, look: Look) -> Iterator[Item]:
    """Draw the title, the shapes, the number of cards, under the notch."""
    theme, game = look.theme, cover.content.game
    column = Column(panel.width - 2 * INSIDE, look)
    heading = headline(game.title, column, TITLE)
    top = notch + INSIDE
    yield from stacked(heading, Box(INSIDE, top, column.width, panel.height))
    under = top + height(heading) + INSIDE
    foot = panel.height - INSIDE
    room = Box(INSIDE, under, column.width, foot - under - 2 * INSIDE)
    yield from emblems([family for family, _many in cover.families], room, look)
    yield label(cover.count, (INSIDE, foot), Letter("semibold", 9, theme.accent), look)


def draw_back(cover: Cover, panel: Box, look: Look) -> Iterator[Item]:
    """List the families with their shapes; say at the foot where the game comes from."""
    theme, game = look.theme, cover.content.game
    column = Column(panel.width - 2 * INSIDE, look)
    people = f"{game.players.min} à {game.players.max} personnes"
    heading = [
        *prose(column, game.title, Style(11, 1.15, theme.ink, HEAVY)),
        *small(column, people, 0.5),
    ]
    area = Box(INSIDE, INSIDE + 2, column.width, panel.height)
    yield from stacked([*heading, *_listed(cover, column)], area)
    origin = prose(column, credits_of(game), Style(7, 1.25, theme.soft))
    tall = height(origin)
    yield from stacked(origin, Box(INSIDE, panel.height - INSIDE - tall, column.width, tall))


def _listed(cover: Cover, column: Column) -> Iterator[Strip]:
    """Give a line for each family: its shape, its name, how many cards."""
    look, theme = column.look, column.look.theme
    for place, (family, many) in enumerate(cover.families):
        ink = look.swatch(family.shape).ink
        yield Strip(
            5.4,
            (
                draw_shape(family.shape, 2, 2.6, 4, fill=ink),
                label(family.title, (6.5, 3.9), Letter("semibold", 8.5, ink), look),
                label(
                    str(many),
                    (column.width, 3.9),
                    Letter("regular", 8.5, theme.soft),
                    look,
                    align="right",
                ),
            ),
            0 if place else 4,
        )


def draw_side(cover: Cover, panel: Box, look: Look) -> Iterator[Item]:
    """Write the title along a side, the number of cards at its end."""
    theme = look.theme
    size = min(SPINE, panel.height * 0.5 / 0.3528)
    y = panel.height / 2 + look.fonts.cap_height("bold", size) / 2
    yield label(cover.content.game.title, (INSIDE, y), Letter("bold", size, theme.ink), look)
    at = (panel.width - INSIDE, y)
    yield label(cover.count, at, Letter("regular", 8, theme.soft), look, align="right")


def draw_lid(cover: Cover, panel: Box, look: Look) -> Iterator[Item]:
    """Draw the families' shapes in a row on the lid."""
    inner = panel.height * 0.16
    room = Box(INSIDE, inner, panel.width - 2 * INSIDE, panel.height - 2 * inner)
    yield from emblems([family for family, _many in cover.families], room, look)
