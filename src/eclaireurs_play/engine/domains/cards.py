"""Domains of cards: to take, to show, to put somewhere."""

from dataclasses import dataclass

from eclaireurs_play.engine.domains.base import Luck, suggest
from eclaireurs_play.engine.gestures import Draw, Gesture, Place, Reveal


@dataclass(frozen=True, slots=True)
class Pile:
    """A card of `cards`; `named` when the person says which (all are seen, or held in hand)."""

    cards: tuple[str, ...]
    named: bool

    def mistake(self, gesture: Gesture) -> str:
        """Refuse a card that is not there, or naming one that is to be drawn unseen."""
        if not isinstance(gesture, Draw):
            return "Il s'agit ici de prendre une carte."
        if not self.named:
            return "La carte se pioche sans être choisie." if gesture.card else ""
        if not gesture.card:
            return "Dites quelle carte est prise, par son code."
        if gesture.card not in self.cards:
            return f"La carte {suggest(gesture.card, self.cards)} n'est pas à prendre ici."
        return ""

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Take any card."""
        del by
        return Draw(about, self.cards[luck(len(self.cards))] if self.named else "")


@dataclass(frozen=True, slots=True)
class Shown:
    """A card that anyone may look up; the card is what the gesture is about."""

    def mistake(self, gesture: Gesture) -> str:
        """Accept a reveal."""
        return "" if isinstance(gesture, Reveal) else "Il s'agit ici de montrer une carte."

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Show it."""
        del by, luck
        return Reveal(about)


@dataclass(frozen=True, slots=True)
class Items:
    """A card, a note or a seat to put where the gesture is about.

    `unwise` can be put there too, but a rule will stand in the way.
    """

    items: tuple[str, ...]
    unwise: tuple[str, ...] = ()

    def mistake(self, gesture: Gesture) -> str:
        """Refuse what is not on the table."""
        if not isinstance(gesture, Place):
            return "Il s'agit ici de poser une carte ou une note."
        known = (*self.items, *self.unwise)
        return "" if gesture.item in known else f"{suggest(gesture.item, known)} n'est pas à poser."

    def sample(self, by: str, about: str, luck: Luck) -> Gesture:
        """Place any of them."""
        del by
        return Place(about, self.items[luck(len(self.items))])
