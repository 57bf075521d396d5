"""What a form is: the widget of one domain, drawn for whoever answers an ask."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.gestures import Gesture
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.play.naming import title
from eclaireurs_play.table.brush import Brush


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask, who it is for, and the moment it was made."""

    rules: Rules
    state: State
    actor: str
    ask: Ask

    @property
    def key(self) -> tuple[str, str, str]:
        """Tell it from the other asks of the moment."""
        return self.actor, self.ask.do, self.ask.about

    @property
    def held(self) -> Gesture | None:
        """Give the same gesture as it was made before in the phase, to begin from it."""
        made = self.state.leaf.made if self.state.leaf else ()
        mine = (one.gesture for one in reversed(made) if one.by == self.actor)
        return next(
            (one for one in mine if (one.do, one.about) == (self.ask.do, self.ask.about)), None
        )

    def title(self, name: str) -> str:
        """Give the words for anything the gesture may name."""
        phase = self.state.leaf.phase if self.state.leaf else ""
        return title(self.rules, phase, name)


class Form(Protocol):
    """A gesture being made.

    `draw` gives where the form ends; `gesture` what it holds, or None when nothing was said yet.
    `label` is the word on the button that makes the gesture; a form without one makes it at a
    press, by calling the `done` it was made with.
    """

    label: str

    def draw(self, brush: Brush, left: float, top: float, width: float) -> float:
        """Draw it."""

    def gesture(self) -> Gesture | None:
        """Give what it holds."""


Done = Callable[[], None]
Maker = Callable[[Asked, Done], Form]
