"""Survey: the same form for everyone, filled together and revealed together."""

from collections import Counter
from collections.abc import Iterator, Mapping

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Blanks
from eclaireurs_play.engine.gestures import Fill, Value
from eclaireurs_play.engine.phases.base import Here, Kind, pass_ask
from eclaireurs_play.engine.state import Outcome
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.phases import Survey


class SurveyKind(Kind[Survey]):
    """One answers in one go, every required field at once, or passes.

    In an anonymous game what each one ticks would tell who they are: the answers are counted, and
    nobody's sheet is shown.
    """

    @override
    def unveils(self, here: Here[Survey]) -> bool:
        return not here.rules.game.anonymous

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

    @override
    def outcome(self, here: Here[Survey]) -> Outcome:
        if self.unveils(here):
            return Outcome()
        sheets = {one.by: one.gesture.values for one in here.leaf.made
                  if isinstance(one.gesture, Fill)}  # fmt: skip
        fields = here.rules.game.forms[here.phase.form].fields
        counts = (_counted(name, field, tuple(sheets.values())) for name, field in fields.items())
        told = f"{len(sheets)} réponse{'s' if len(sheets) > 1 else ''}"
        return Outcome(sentence=f"{'. '.join((told, *filter(None, counts)))}.")


def _counted(name: str, field: Field, sheets: tuple[Mapping[str, Value], ...]) -> str:
    """Count the answers to one field, in the order of its options: « Je sais : compter (2) »."""
    options: Mapping[str, str] = field.one_of or field.many_of or {}
    given = Counter(str(one) for sheet in sheets for one in _each(sheet.get(name, ())))
    order = [*(one for one in options if one in given), *sorted(given.keys() - options.keys())]
    words = ", ".join(f"{options.get(one, one)} ({given[one]})" for one in order)
    return f"{field.title or name} : {words}" if words else ""


def _each(value: Value) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
