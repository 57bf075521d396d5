"""Survey: the same form for everyone, filled together and revealed together."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Blanks
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.model.phases import Survey


class SurveyKind(Kind[Survey]):
    """One answers in one go, every required field at once, or passes."""

    @override
    def asks(self, here: Here[Survey], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        form, turn = here.rules.game.forms[here.phase.form], self.turn_guard(here, by)
        domain = Blanks(form.fields, tuple(here.state.seats), whole=True)
        yield Ask("fill", here.phase.form, domain, form.title, needed=True, guard=turn)
        yield pass_ask(turn)

    @override
    def missing(self, here: Here[Survey]) -> Guard | None:
        waiting = here.waiting()
        return Guard("turns-left", f"Il manque : {here.names(waiting)}.") if waiting else None
