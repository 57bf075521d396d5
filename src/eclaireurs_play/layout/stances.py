"""Stances as cards: where to look from, how to begin, what it gives, the trap it falls into."""

from collections.abc import Iterator
from dataclasses import dataclass

from eclaireurs_play.layout.backs import card_back
from eclaireurs_play.layout.bands import BAND, family_band
from eclaireurs_play.layout.display import Box, Item
from eclaireurs_play.layout.fitting import fitted
from eclaireurs_play.layout.look import (
    HEAVY,
    STRONG,
    Letter,
    Look,
    Setting,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.deck import Family
from eclaireurs_play.model.print import CardFormat, Figure
from eclaireurs_play.model.role import Stance

FAMILY = Family(title="Posture", code="PO", shape="star")
"""What stance cards share with each other, and with no family of questions."""

TITLE_MORE = 3.5
"""How much larger than the text the title is, in points."""

FOOT, ABOVE_TITLE = 4.0, 3.2
LABEL, ABOVE_LABEL = 0.72, 0.3
"""The size of a label, in shares of the text's; the space above it, in mm for each point."""


@dataclass(frozen=True)
class StanceCard:
    """One stance, to draw on a card that its holder keeps in hand."""

    stance: Stance
    content: PrintContent
    form: CardFormat
    look: Look

    @property
    def inside(self) -> Box:
        """Give the area where text may stand."""
        safe = self.form.safe
        return Box(safe, safe, self.form.width - 2 * safe, self.form.height - 2 * safe)

    def front(self) -> tuple[Item, ...]:
        """Draw the stance; overflow is an error that names it."""
        with naming(f"{self.content.where(self.stance.id)} : posture « {self.stance.id} »"):
            return (*family_band(FAMILY, self.inside, self.look), *self._parts(), self._code())

    def back(self, figure: Figure) -> tuple[Item, ...]:
        """Draw the back shared by all stances, so that a card in hand tells nothing."""
        game = self.content.game.title
        return (card_back(FAMILY, "postures", self.form, self.look, game=game, figure=figure),)

    def _parts(self) -> Iterator[Item]:
        box = self.inside
        room = box.height - BAND - FOOT
        size = fitted(
            self.look.theme.sizes.stance_text,
            lambda one: sum(above + part.height for above, part in self._set(one)) <= room,
            f"posture « {self.stance.id} »",
            "le texte",
        )
        here = box.y + BAND
        for above, part in self._set(size):
            here += above
            yield from draw_setting(part, box.x, here, self.look)
            here += part.height

    def _set(self, size: float) -> Iterator[tuple[float, Setting]]:
        """Set the title, then each part under its label, with the space above each."""
        stance, theme = self.stance, self.look.theme
        title = Style(size + TITLE_MORE, 1.15, theme.ink, HEAVY)
        yield ABOVE_TITLE, self._setting(stance.title, title)
        parts = (
            ("Vous cherchez", stance.looks_for),
            ("Vous commencez par", stance.begins_with),
            ("Votre cadeau", stance.gift),
            ("Votre piège", stance.trap),
        )
        ink = self.look.swatch(FAMILY.shape).ink
        heading = Style(max(theme.sizes.note, LABEL * size), 1.35, ink, STRONG)
        for name, words in parts:
            yield ABOVE_LABEL * size, self._setting(name, heading)
            yield 0.0, self._setting(words, Style(size, theme.sizes.stance_text.leading, theme.ink))

    def _setting(self, words: str, style: Style) -> Setting:
        return set_prose(words, self.inside.width, style, self.look)

    def _code(self) -> Item:
        """Set what is typed of the card."""
        box, theme = self.inside, self.look.theme
        at = (box.x, box.y + box.height - 0.2)
        letter = Letter("regular", theme.sizes.note, theme.soft)
        return label(f"posture={self.stance.id}", at, letter, self.look)
