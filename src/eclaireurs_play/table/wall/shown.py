"""What the projector may know."""

from dataclasses import dataclass
from functools import cached_property

from eclaireurs_play.engine.gestures import Draw, Write
from eclaireurs_play.engine.improvised import known
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, Leaf, Proposal, State
from eclaireurs_play.engine.versions import taken_up
from eclaireurs_play.engine.view import PUBLIC, view
from eclaireurs_play.model.outline import Outline
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.table.offers import Offer, Offers


@dataclass(frozen=True)
class Shown:
    """What the projector may know: rules for words, a state, made public at once, the clock.

    `zoom` is a card shown alone; it must have been on the table. `revealed` says that whoever
    hosts asked for what each sheet held to: it counts for nothing before the end.
    `mapped` says that they asked for the map of impacts, alone.
    """

    rules: Rules
    state: State
    clock: str = ""
    paused: bool = False
    zoom: str = ""
    revealed: bool = False
    mapped: bool = False

    def __post_init__(self) -> None:
        """Keep of the state and of the rules what anyone may know, whoever gave them."""
        object.__setattr__(self, "state", view(self.state, PUBLIC).state)
        object.__setattr__(self, "rules", known(self.rules, self.state, PUBLIC))

    @property
    def zoomed(self) -> str:
        """Give the card shown alone, if anyone may see it."""
        return self.zoom if self.zoom in self.state.seen else ""

    @property
    def reveals(self) -> bool:
        """Tell whether what sheets held to may be shown: once all is over, and it was asked."""
        return self.revealed and self.leaf is None

    @property
    def leaf(self) -> Leaf | None:
        """Give the phase being played."""
        return self.state.leaf

    @property
    def made(self) -> tuple[Contribution, ...]:
        """List what was done in the phase, as far as anyone may know."""
        return self.state.leaf.made if self.state.leaf else ()

    @cached_property
    def moment(self) -> tuple[Contribution, ...]:
        """List what was done since the phase opened, aside included, as far as anyone may know."""
        if self.leaf is None:
            return ()
        before = max((one.number for left in self.state.results for one in left.made), default=0)
        aside = (one for one in self.state.aside
                 if one.phase == self.leaf.phase and one.number > before)  # fmt: skip
        return tuple(sorted((*self.made, *aside), key=lambda one: one.number))

    def latest(self, made: Contribution) -> bool:
        """Tell whether nothing was done since; in a silent phase, nothing that is seen."""
        if self.leaf is not None and self.leaf.silent:
            return self.moment[-1:] == (made,)
        return made.number == self.state.contributions

    def speaks_of(self, made: Contribution) -> bool:
        """Tell whether all that was done since a card was shown is to speak of it."""
        gesture = made.gesture
        card = gesture.card if isinstance(gesture, Draw) else getattr(gesture, "about", "")
        since = [one for one in self.moment if one.number > made.number]
        about = all(isinstance(one.gesture, Write) and one.gesture.about == card for one in since)
        return about and (self.latest(made) or (bool(since) and self.latest(since[-1])))

    @property
    def begun(self) -> bool:
        """Tell whether something was done in the phase, as far as anyone may know."""
        leaf = self.state.leaf
        return leaf is not None and bool(leaf.made or any(leaf.taken.values()))

    @cached_property
    def phase(self) -> PhaseBase | None:
        """Give the settings of the phase being played."""
        return self.rules.phases[self.state.leaf.phase] if self.state.leaf else None

    @cached_property
    def outline(self) -> Outline:
        """Tell what the phase asks of people."""
        return self.phase.outline(self.rules.title) if self.phase else Outline("")

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """List what may be done in the phase, notes made aside left out."""
        every = Offers(self.rules, self.state).all
        return tuple(one for one in every if not one.aside and one.ask.do != "close")

    @cached_property
    def wanted(self) -> tuple[Offer, ...]:
        """List what the phase waits for."""
        needed = Offers(self.rules, self.state).needed
        return tuple(one for one in needed if one.ask.do != "close")

    @property
    def secret(self) -> bool:
        """Tell whether people answer without showing it."""
        return self.phase is not None and self.phase.hidden

    @cached_property
    def live(self) -> tuple[Proposal, ...]:
        """List the versions that the phase bears on: those it takes up, those made in it."""
        if self.phase is None:
            return ()
        named = dict.fromkeys(taken_up(self.state, self.phase))
        numbers = {one.number for one in self.made}
        known = self.state.proposals
        return tuple(one for one in known if one.id in named or one.number in numbers)
