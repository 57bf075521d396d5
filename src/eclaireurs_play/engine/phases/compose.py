"""Compose: a board with zones, where people lay cards they see and words of their own."""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Items, Text
from eclaireurs_play.engine.gestures import Pass, Place
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Contribution, Outcome, items_used
from eclaireurs_play.model.phases import Compose


class ComposeKind(Kind[Compose]):
    """A card may lie in several zones, and be moved by being laid again."""

    @override
    def asks(self, here: Here[Compose], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn, items = self.turn_guard(here, by), _items(here)
        silent = by in here.waiting()
        for name, title in here.phase.zones.items():
            thin = _count(here, name) < here.phase.each_zone
            yield Ask("write", name, Text(), title, needed=silent or thin, guard=turn)
            if items:
                yield Ask("place", name, Items(items), title, needed=thin, guard=turn)
        yield pass_ask(turn)

    @override
    def zones(self, here: Here[Compose], family: str) -> Mapping[str, str]:
        return here.phase.zones if family in here.phase.families else {}

    @override
    def missing(self, here: Here[Compose]) -> Guard | None:
        for name, title in here.phase.zones.items():
            if _count(here, name) < here.phase.each_zone:
                return Guard("zone-thin", f"La zone « {title} » attend encore quelque chose.")
        return super().missing(here)

    @override
    def ends_turn(self, here: Here[Compose], contribution: Contribution) -> bool:
        if here.phase.order == "free":
            return contribution.by in here.waiting()
        return isinstance(contribution.gesture, Pass)

    @override
    def outcome(self, here: Here[Compose]) -> Outcome:
        laid = (one.gesture.item for one in here.leaf.made if isinstance(one.gesture, Place))
        return Outcome(items=tuple(dict.fromkeys(laid)))


def _count(here: Here[Compose], zone: str) -> int:
    return sum(one.gesture.about == zone for one in here.leaf.made)


def _items(here: Here[Compose]) -> tuple[str, ...]:
    """List the cards of the phase's families and what earlier results hold."""
    cards = (card.id for card in here.rules.cards.values() if card.family in here.phase.families)
    return (*sorted(cards), *items_used(here.state, here.phase.uses))
