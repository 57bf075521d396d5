"""Position: each seat stands somewhere on an axis, once."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask
from eclaireurs_play.engine.domains import Scale
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.model.phases import Position


class PositionKind(Kind[Position]):
    """Nobody is obliged to take a place."""

    @override
    def asks(self, here: Here[Position], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        turn = self.turn_guard(here, by)
        phase = here.phase
        domain = Scale(phase.least, phase.most)
        yield Ask("move", phase.id, domain, phase.question, needed=True, guard=turn)
        yield pass_ask(turn)
