"""Forms of cards: to take one, to show one, to put something somewhere."""

from functools import partial

from eclaireurs_play.engine.domains import Items, Nothing, Pile, Shown
from eclaireurs_play.engine.gestures import Draw, Gesture, Pass, Place, Reveal, Write
from eclaireurs_play.engine.state import all_contributions
from eclaireurs_play.play.naming import is_note, note_title
from eclaireurs_play.table.brush import Brush, Chip
from eclaireurs_play.table.forms.base import Asked, Done
from eclaireurs_play.table.words import _, ngettext


class PileForm:
    """A card drawn unseen at one press, or chosen among those that lie there."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Pile)  # noqa: S101 - the registry keeps them together
        self.asked, self.domain, self.done = asked, asked.ask.domain, done
        self.card = ""
        self.label = "" if self.domain.named else _("Piocher")

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw the cards to choose from, or how many are left."""
        if not self.domain.named:
            count = len(self.domain.cards)
            words = ngettext(
                "{count} carte dans la pioche.", "{count} cartes dans la pioche.", count
            )
            return brush.note(words, left, top, width)
        items = [
            Chip(f"form:card:{card}", self._words(card), "plain", partial(self._take, card))
            for card in self.domain.cards
        ]
        return brush.chips(items, left, top, width, keys=True)

    def _words(self, card: str) -> str:
        title = self.asked.title(card)
        return f"{card}  {title}" if card in self.asked.rules.cards else title

    def _take(self, card: str) -> None:
        self.card = card
        self.done()

    def gesture(self) -> Gesture | None:
        """Draw, naming the card where people see it."""
        return (
            None if self.domain.named and not self.card else Draw(self.asked.ask.about, self.card)
        )


class ShownForm:
    """A card anyone may look up: one button."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Shown)  # noqa: S101 - the registry keeps them together
        del done
        self.asked = asked
        self.label = _("Montrer à tout le monde")

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Write what the card says."""
        card = self.asked.rules.cards.get(self.asked.ask.about)
        return brush.prose(card.text, left, top, width) if card else top

    def gesture(self) -> Gesture | None:
        """Show it."""
        return Reveal(self.asked.ask.about)


class ItemsForm:
    """What can be put in a zone: cards, notes, people."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Items)  # noqa: S101 - the registry keeps them together
        self.asked, self.domain, self.done = asked, asked.ask.domain, done
        self.item = ""
        self.label = ""

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw what can be put there; what a rule forbids comes last, and says so when pressed."""
        items = [
            Chip(f"form:item:{name}", self._words(name), "plain", partial(self._put, name), name)
            for name in (*self.domain.items, *self.domain.unwise)
        ]
        return brush.chips(items, left, top, width, keys=True)

    def _words(self, name: str) -> str:
        if is_note(name):
            notes = {one.id: one for one in all_contributions(self.asked.state)}
            note = notes.get(name)
            if note is not None and isinstance(note.gesture, Write):
                return f"{note_title(self.asked.rules, note)} : {note.gesture.text}"
        return self.asked.title(name)

    def _put(self, name: str) -> None:
        self.item = name
        self.done()

    def gesture(self) -> Gesture | None:
        """Put it."""
        return Place(self.asked.ask.about, self.item) if self.item else None


class NothingForm:
    """A gesture that carries nothing: one button."""

    def __init__(self, asked: Asked, done: Done) -> None:
        assert isinstance(asked.ask.domain, Nothing)  # noqa: S101 - the registry keeps them together
        del done
        self.domain = asked.ask.domain
        passes = isinstance(self.domain.gesture, Pass)
        self.label = _("Passer") if passes else asked.ask.prompt

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw nothing more."""
        del brush, left, width
        return top

    def gesture(self) -> Gesture | None:
        """Make it."""
        return self.domain.gesture
