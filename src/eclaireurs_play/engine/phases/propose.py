"""Propose: someone entitled makes a proposal, whole from the start."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Text
from eclaireurs_play.engine.phases.base import Here, Kind
from eclaireurs_play.engine.state import Contribution, Outcome, State
from eclaireurs_play.engine.versions import PROPOSAL, made_in, terms_of, with_version
from eclaireurs_play.model.phases import Propose


class ProposeKind(Kind[Propose]):
    """Each actor makes as many proposals as the phase says."""

    @override
    def asks(self, here: Here[Propose], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn, prompt = self.turn_guard(here, by), "Votre proposition"
        if here.rules.scenario.terms:
            yield Ask("fill", PROPOSAL, terms_of(here.rules), prompt, needed=True, guard=turn)
        else:
            yield Ask("write", PROPOSAL, Text(aloud=True), prompt, needed=True, guard=turn)

    @override
    def turns(self, phase: Propose) -> int:
        return phase.each

    @override
    def after(self, here: Here[Propose], contribution: Contribution) -> State:
        return with_version(here.state, contribution)

    @override
    def outcome(self, here: Here[Propose]) -> Outcome:
        return Outcome(items=tuple(one.id for one in made_in(here.state, here.leaf).values()))
