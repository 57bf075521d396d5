"""What takes the desk over for a while: a screen passed from hand to hand, a film."""

from typing import Protocol

from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.cards import Cards
from eclaireurs_play.table.keyboard import Press
from eclaireurs_play.table.wall import Shown


class Interlude(Protocol):
    """Drawn in the place of the desk until it is over; meanwhile nothing else can be pressed."""

    cards: Cards

    @property
    def running(self) -> bool:
        """Tell whether it moves by itself."""

    def follow(self) -> None:
        """Take note of what was just played, before a frame is drawn."""

    def draw(self, brush: Brush) -> None:
        """Draw a frame of the desk."""

    def shown(self) -> Shown | None:
        """Give what the projector shows; None leaves it to the session."""

    def key(self, press: Press) -> bool:
        """Take a key; tells whether it was for it."""

    def tick(self, now: float) -> bool:
        """Take the time, in seconds; tells whether the frame changed."""
