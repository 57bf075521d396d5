"""The screen passed from hand to hand: each answers alone what nobody else may see yet.

The desk hides itself. Whoever is called takes the screen, answers, and it hides again; in the end
it goes back to whoever facilitates. A private sheet is read the same way.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from eclaireurs_play.engine.domains import Objection
from eclaireurs_play.table.brush import Brush
from eclaireurs_play.table.covers import draw_handing
from eclaireurs_play.table.keyboard import Press
from eclaireurs_play.table.offers import Offer, Offers
from eclaireurs_play.table.wall import Shown

if TYPE_CHECKING:
    from eclaireurs_play.table.playing import Playing

Purpose = Literal["answers", "sheet"]
Side = Literal["covered", "open", "back"]


def secret(offers: Offers) -> tuple[str, ...]:
    """List the seats that the phase waits for, when nobody is to see what they answer."""
    state, rules = offers.state, offers.rules
    if state.leaf is None:
        return ()
    hidden = rules.phases[state.leaf.phase].hidden
    waited = [
        one.actor for one in offers.needed
        if one.actor in state.seats and one.actor not in state.simulated
        and (hidden or isinstance(one.ask.domain, Objection))
    ]  # fmt: skip
    return tuple(dict.fromkeys(waited))


class Handing:
    """Who has the screen, and which side of it is shown.

    `over` is called once the screen is back. Behind pseudonyms nobody is called by name: whoever
    takes the screen says which one is theirs.
    """

    def __init__(
        self, playing: "Playing", over: Callable[[], None], purpose: Purpose = "answers",
        actor: str = "",
    ) -> None:  # fmt: skip
        self.playing, self.over, self.purpose = playing, over, purpose
        self.cards = playing.cards
        self.anonymous = playing.session.rules.game.anonymous
        self.side: Side = "covered"
        self.actor = actor or self._first()
        self._since = 0
        playing.forget()

    @property
    def running(self) -> bool:
        """Nothing moves by itself."""
        return False

    @property
    def waiting(self) -> tuple[str, ...]:
        """List whose answers are missing."""
        return secret(self.playing.offers)

    @property
    def people(self) -> tuple[str, ...]:
        """List who may take the screen; behind pseudonyms, those who answered are not told."""
        if not self.anonymous:
            return self.waiting
        state = self.playing.state
        asked = state.leaf.actors if state.leaf else ()
        return tuple(one for one in state.seats if one in asked and one not in state.simulated)

    def _first(self) -> str:
        return "" if self.anonymous else next(iter(self.waiting), "")

    def call(self, actor: str) -> None:
        """Call someone first; behind pseudonyms, be the one."""
        self.actor, self.playing.message = actor, ""
        if self.anonymous:
            self.take()

    def take(self) -> None:
        """Show their side to whoever took the screen."""
        playing = self.playing
        playing.forget()
        self.side, self._since = "open", playing.state.actions
        if self.purpose == "answers":
            playing.actor = self.actor

    @property
    def offer(self) -> Offer | None:
        """Give what the one who has the screen answers, if anything is left."""
        found = self.playing.offer
        mine = found is not None and found.actor == self.actor
        return found if mine and (self.anonymous or self.actor in self.waiting) else None

    def hide(self) -> None:
        """Cover the screen; what was typed and not kept is forgotten."""
        self.playing.forget()
        self.side = "back" if self.purpose == "sheet" else "covered"
        if self.anonymous:
            self.actor = ""

    def give_back(self) -> None:
        """Ask for the screen to go back to whoever facilitates."""
        self.playing.forget()
        self.side = "back"

    def finish(self) -> None:
        """Show the desk again."""
        self.playing.forget()
        self.over()

    def unveil(self) -> None:
        """Close the phase, so that everyone sees what came of it."""
        leaf = self.playing.state.leaf
        self.finish()
        if leaf is not None:
            self.playing.close(leaf.phase)

    @property
    def may_unveil(self) -> bool:
        """Tell whether everyone has answered and the phase may close."""
        leaf = self.playing.state.leaf
        return (
            self.purpose == "answers" and leaf is not None and not self.waiting
            and self.playing.offers.closing(leaf.phase) is not None
        )  # fmt: skip

    def follow(self) -> None:
        """Hide the screen as soon as someone has answered, and call the next."""
        if self.purpose == "sheet" or self.side == "back":
            return
        if not self.waiting:
            self.give_back()
        elif self.actor and self._answered():
            self.hide()
            self.actor = self._first()

    def _answered(self) -> bool:
        """Tell whether whoever has the screen has done; behind a pseudonym, by doing it now."""
        if self.anonymous:
            return self.side == "open" and self.playing.state.actions > self._since
        return self.actor not in self.waiting

    def draw(self, brush: Brush) -> None:
        """Draw a frame of the desk."""
        draw_handing(brush, self)

    def shown(self) -> Shown | None:
        """Leave the projector to the session."""
        return None

    def key(self, press: Press) -> bool:
        """Hide at Escape."""
        if press.name == "escape" and self.side == "open":
            self.hide()
            return True
        return False

    def tick(self, now: float) -> bool:
        """Nothing moves by itself."""
        del now
        return False
