"""Record: a typed form of the game is filled, in one go or field by field."""

from collections.abc import Iterator

from typing_extensions import override

from eclaireurs_play.engine.asks import Ask, Guard
from eclaireurs_play.engine.domains import Blanks
from eclaireurs_play.engine.gestures import Fill
from eclaireurs_play.engine.phases.base import Here, Kind, each
from eclaireurs_play.engine.repeats import is_last
from eclaireurs_play.engine.state import Contribution, results_named
from eclaireurs_play.model.fields import Form
from eclaireurs_play.model.phases import Record


class RecordKind(Kind[Record]):
    """Someone's turn ends when every required field of their form holds something."""

    @override
    def asks(self, here: Here[Record], by: str) -> Iterator[Ask]:
        if by not in here.leaf.actors:
            return
        form = _form(here)
        domain = Blanks(form.fields, tuple(here.state.seats))
        needed, guard = bool(_blank(here, by)), self._guard(here, by)
        yield Ask("fill", here.phase.form, domain, form.title, needed, guard)

    def _guard(self, here: Here[Record], by: str) -> Guard | None:
        if here.leaf.taken[by]:
            return None
        return self.turn_guard(here, by)

    @override
    def ends_turn(self, here: Here[Record], contribution: Contribution) -> bool:
        return not here.leaf.taken[contribution.by] and not _blank(here, contribution.by)

    @override
    def missing(self, here: Here[Record]) -> Guard | None:
        if here.phase.quota:
            return None
        for actor in here.present:
            blank = _blank(here, actor)
            if blank:
                fields = each(_form(here).fields[name].title or name for name in blank)
                return Guard("blank-fields", f"Il reste à remplir : {fields}.")
        return None

    @override
    def owed(self, here: Here[Record]) -> tuple[Guard, ...]:
        """Name, at the last time, those who owe some of the quota."""
        if not here.phase.quota or not is_last(here.rules, here.state):
            return ()
        short = tuple(actor for actor in here.present if _given(here, actor) < here.phase.quota)
        if not short:
            return ()
        form = _form(here).title
        sentence = f"« {form} » : {here.phase.quota} par personne au moins ; il en manque à "
        return (Guard("under-quota", f"{sentence}{here.names(short)}."),)


def _given(here: Here[Record], by: str) -> int:
    """Count the times someone filled the form, this time included."""
    name = here.phase.gives or here.phase.id
    times = (*(left.made for left in results_named(here.state, name)), here.leaf.made)
    return sum(any(one.by == by for one in made) for made in times)


def _form(here: Here[Record]) -> Form:
    return here.rules.game.forms[here.phase.form]


def _filled(here: Here[Record], by: str) -> set[str]:
    return {
        name
        for one in here.leaf.made
        if one.by == by and isinstance(one.gesture, Fill)
        for name in one.gesture.values
    }


def _blank(here: Here[Record], by: str) -> tuple[str, ...]:
    """List the required fields that still hold nothing."""
    filled = _filled(here, by)
    return tuple(
        name for name, one in _form(here).fields.items() if one.required and name not in filled
    )
