"""Debrief: open questions to everyone; someone at least answers."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Text
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.model.phases import Debrief


class DebriefKind(Kind[Debrief]):
    """Each person answers what they like, or passes."""

    @override
    def asks(self, here: Here[Debrief], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn = self.turn_guard(here, by)
        answered = {one.gesture.about for one in here.leaf.made if one.by == by}
        for name, question in here.phase.questions.items():
            silent = by in here.waiting() and name not in answered
            yield Ask("write", name, Text(), question, needed=silent, guard=turn)
        yield pass_ask(turn)

    @override
    def ends_turn(self, here: Here[Debrief], contribution: Contribution) -> bool:
        if contribution.gesture.do == "pass":
            return True
        mine = {one.gesture.about for one in here.leaf.made if one.by == contribution.by}
        return mine >= set(here.phase.questions)

    @override
    def missing(self, here: Here[Debrief]) -> Guard | None:
        if any(one.gesture.do == "write" for one in here.leaf.made):
            return None
        return Guard("nobody-spoke", "Le débriefing ne se saute pas : quelqu'un répond au moins.")
