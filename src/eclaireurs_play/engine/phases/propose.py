"""Propose: someone entitled makes a proposal, whole from the start."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Terms, Text
from eclaireurs_play.engine.gestures import Gesture, Pass
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Contribution, Outcome, State
from eclaireurs_play.engine.versions import (
    PROPOSAL,
    breach,
    made_in,
    rails,
    terms_of,
    with_version,
)
from eclaireurs_play.model.phases import Propose


class ProposeKind(Kind[Propose]):
    """Each actor makes as many proposals as the phase says."""

    on_proposals = True

    @override
    def asks(self, here: Here[Propose], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn, prompt = self.turn_guard(here, by), "Votre proposition"
        if here.phase.within:
            yield pass_ask(turn)
        if here.rules.scenario.terms:
            yield Ask("fill", PROPOSAL, _domain(here), prompt, needed=True, guard=turn)
        else:
            yield Ask("write", PROPOSAL, Text(aloud=True), prompt, needed=True, guard=turn)

    @override
    def stands_in_the_way(self, here: Here[Propose], by: str, gesture: Gesture) -> Guard | None:
        return breach(_domain(here), gesture)

    @override
    def turns(self, phase: Propose) -> int:
        return phase.each

    @override
    def after(self, here: Here[Propose], contribution: Contribution) -> State:
        passed = isinstance(contribution.gesture, Pass)
        return here.state if passed else with_version(here.state, contribution)

    @override
    def outcome(self, here: Here[Propose]) -> Outcome:
        return Outcome(items=tuple(one.id for one in made_in(here.state, here.leaf).values()))


def _domain(here: Here[Propose]) -> Terms:
    return terms_of(here.rules, rails=rails(here.rules, here.state, here.phase.within))
