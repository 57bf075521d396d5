"""Sort: statements are written into bins; cards and notes already there may be put in them too."""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Items, Text
from eclaireurs_play.engine.gestures import Place
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome, results_named
from eclaireurs_play.model.phases import Sort


class SortKind(Kind[Sort]):
    """An item may stand in several bins. What the group sorts, each seat may word itself."""

    @override
    def asks(self, here: Here[Sort], by: str) -> Iterator[Ask]:
        actor = by in here.leaf.actors
        if not actor and here.phase.who != "group":
            return
        items, turn = _items(here), self.turn_guard(here, by) if actor else None
        for name, title in here.phase.bins.items():
            needed = actor and _count(here, name) < max(here.phase.each_bin, 1)
            yield Ask("write", name, Text(), title, needed=needed, guard=turn)
            if items:
                yield Ask("place", name, Items(items), title, guard=turn)

    @override
    def ends_turn(self, here: Here[Sort], contribution: Contribution) -> bool:
        return all(_count(here, name) >= here.phase.each_bin for name in here.phase.bins)

    @override
    def zones(self, here: Here[Sort], family: str) -> Mapping[str, str]:
        del family
        return here.phase.bins

    @override
    def missing(self, here: Here[Sort]) -> Guard | None:
        for name, title in here.phase.bins.items():
            if _count(here, name) < here.phase.each_bin:
                return Guard("bin-empty", f"Il manque encore quelque chose dans « {title} ».")
        return None

    @override
    def outcome(self, here: Here[Sort]) -> Outcome:
        placed = (one.gesture.item for one in here.leaf.made if isinstance(one.gesture, Place))
        return Outcome(items=tuple(dict.fromkeys(placed)))


def _count(here: Here[Sort], name: str) -> int:
    return sum(one.gesture.about == name for one in here.leaf.made)


def _items(here: Here[Sort]) -> tuple[str, ...]:
    """List what the named results hold (items, notes made in them) and examples looked up."""
    left = [result for name in here.phase.uses for result in results_named(here.state, name)]
    items = [item for result in left for item in result.outcome.items]
    notes = [one.id for result in left for one in result.made if one.gesture.do == "write"]
    return tuple(dict.fromkeys((*items, *notes, *here.state.seen)))
