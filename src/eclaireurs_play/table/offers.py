"""What a session offers to do now, in the order in which a facilitator would take it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import State
from eclaireurs_play.engine.transition import legal_actions, phase_asks

Key = tuple[str, str, str]
"""Who, which gesture, about what."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A gesture that someone may make now; `aside` when it is possible throughout."""

    actor: str
    ask: Ask
    aside: bool

    @property
    def key(self) -> Key:
        """Tell it from the others."""
        return self.actor, self.ask.do, self.ask.about


@dataclass(frozen=True)
class Offers:
    """Every gesture open to anyone at one moment of a session, or of a view of it."""

    rules: Rules
    state: State

    @cached_property
    def all(self) -> tuple[Offer, ...]:
        """List them: those of seats in their order, then the group's, then the facilitator's."""
        return tuple(one for actor in self.actors for one in self._of(actor))

    @property
    def actors(self) -> tuple[str, ...]:
        """List who could do something."""
        return (*self.state.seats, GROUP, FACILITATOR)

    def _of(self, actor: str) -> Iterator[Offer]:
        asked = {(one.do, one.about) for one in phase_asks(self.rules, self.state, actor)}
        for ask in legal_actions(self.rules, self.state, actor):
            aside = ask.do != "close" and (ask.do, ask.about) not in asked
            yield Offer(actor, ask, aside)

    @cached_property
    def needed(self) -> tuple[Offer, ...]:
        """List what the phase waits for; to close it comes last."""
        wanted = [one for one in self.all if one.ask.needed and not self.passes(one)]
        return tuple(sorted(wanted, key=lambda one: one.ask.do == "close"))

    def passes(self, offer: Offer) -> bool:
        """Tell whether an offer is to pass while something else could be done instead."""
        others = (one for one in self.all if one.actor == offer.actor and not one.aside)
        return offer.ask.do == "pass" and any(one.ask.do not in {"pass", "close"} and one.ask.needed
                                              for one in others)  # fmt: skip

    @cached_property
    def next(self) -> Offer | None:
        """Give what comes first: what is needed, else what someone may add."""
        if self.needed:
            return self.needed[0]
        open_ones = (one for one in self.all if not one.aside and one.ask.do != "close")
        return next(open_ones, None)

    def waited(self, actor: str) -> int:
        """Count what the phase waits for from someone."""
        return sum(one.actor == actor for one in self.needed)

    def find(self, key: Key | None) -> Offer | None:
        """Find an offer by its key."""
        return next((one for one in self.all if one.key == key), None)

    def beside(self, actor: str) -> tuple[Offer, ...]:
        """List what else someone may do in the phase."""
        return tuple(one for one in self.all if one.actor == actor and not one.aside)

    def passing(self, actor: str) -> Offer | None:
        """Give the way someone may pass, if they may."""
        return next((one for one in self.beside(actor) if one.ask.do == "pass"), None)

    def closing(self, about: str) -> Offer | None:
        """Give the way the phase or the session may end now."""
        return self.find((FACILITATOR, "close", about))
