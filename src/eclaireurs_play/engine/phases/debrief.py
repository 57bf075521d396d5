"""Debrief: open questions to everyone; someone at least answers."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Text
from eclaireurs_play.engine.gestures import FACILITATOR, GROUP
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.model.phases import Debrief


class DebriefKind(Kind[Debrief]):
    """Each person answers what they like, or passes; whoever hosts may answer too."""

    @override
    def asks(self, here: Here[Debrief], by: str) -> Iterator[Ask]:
        actor = by in here.leaf.actors
        if not actor and by not in {FACILITATOR, GROUP}:
            return
        turn = self.turn_guard(here, by) if actor else None
        silent = by in here.waiting()
        for name, question in here.phase.questions.items():
            yield Ask("write", name, Text(), question, needed=silent, guard=turn)
        if actor:
            yield pass_ask(turn)

    @override
    def missing(self, here: Here[Debrief]) -> Guard | None:
        if any(one.gesture.do == "write" for one in here.leaf.made):
            return None
        return Guard("nobody-spoke", "Le débriefing ne se saute pas : quelqu'un répond au moins.")
