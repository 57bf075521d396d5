"""What someone did, from the verb on: one entry for each gesture that is not words."""

from collections.abc import Callable, Mapping

from eclaireurs_play.engine.gestures import (
    Choose,
    Draw,
    Fill,
    Move,
    Pass,
    Place,
    Rank,
    Rate,
    Reveal,
    Share,
)
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, State, all_contributions
from eclaireurs_play.play.blanks import blanks
from eclaireurs_play.play.naming import (
    is_note,
    may_pass,
    note_title,
    objecting,
    order_words,
    passing,
    question,
    title,
    worded,
)
from eclaireurs_play.play.values import signed, unit_shared, with_unit

_TO_FILL = "Remplir "
"""How a question that asks for a sheet begins; whoever answers it fills the sheet."""


def _choose(rules: Rules, state: State, one: Contribution) -> str:
    about = one.gesture.about
    words = worded(rules, state, question(" ".join(one.asked.split())))
    asked = words or title(rules, one.phase, about)
    if is_note(about):
        asked = _judged(rules, state, about)
    return f"— {asked}{'' if asked.endswith('?') else ' :'} {one.chosen}"


def _judged(rules: Rules, state: State, note: str) -> str:
    found = next((one for one in all_contributions(state) if one.id == note), None)
    return f"sur {note_title(rules, found)}" if found else "sur une note"


def _fill(rules: Rules, state: State, one: Contribution) -> str:
    """Say a form with its fields, or the answers to a question that has no form."""
    gesture, form = one.gesture, rules.game.forms.get(one.gesture.about)
    values = gesture.values if isinstance(gesture, Fill) else {}
    if form:
        return f"remplit « {form.title} » ({blanks(rules, one.phase, form.fields, values)})"
    asked = worded(rules, state, " ".join(one.asked.split()))
    told = one.chosen or blanks(rules, one.phase, {}, values)
    if asked.startswith(_TO_FILL):
        return f"remplit {asked.removeprefix(_TO_FILL)} : {told}"
    return f"— {asked}{'' if asked.endswith('?') else ' :'} {told}"


def _rate(rules: Rules, state: State, one: Contribution) -> str:
    del state
    gesture = one.gesture
    values = gesture.values if isinstance(gesture, Rate) else {}
    told = blanks(rules, one.phase, rules.game.ratings, values)
    return f"évalue « {title(rules, one.phase, gesture.about)} » ({told})"


def _share(rules: Rules, state: State, one: Contribution) -> str:
    del state
    parts = one.gesture.parts if isinstance(one.gesture, Share) else {}
    unit = unit_shared(one.asked)
    told = (
        f"{title(rules, one.phase, name)} : {with_unit(part, unit)}" for name, part in parts.items()
    )
    return f"répartit — {' ; '.join(told)}"


def _place(rules: Rules, state: State, one: Contribution) -> str:
    gesture = one.gesture
    item = gesture.item if isinstance(gesture, Place) else ""
    zone = title(rules, one.phase, gesture.about)
    if item in state.seats:
        return f"propose « {rules.name(item)} » pour « {zone} »"
    notes = (note for note in all_contributions(state) if note.id == item)
    note = next(notes, None)
    what = note_title(rules, note) if note else f"« {title(rules, one.phase, item)} »"
    return f"pose {what} dans « {zone} »"


def _pass(rules: Rules, state: State, one: Contribution) -> str:
    del rules, state
    if objecting(one.asked):
        return f"n'a {passing(one.asked)}"
    return "passe" if may_pass(one.asked) else "passe son tour"


def _rank(rules: Rules, state: State, one: Contribution) -> str:
    del state
    order = one.gesture.order if isinstance(one.gesture, Rank) else ()
    return f"classe : {order_words(rules, one.phase, order)}"


VERBS: Mapping[type, Callable[[Rules, State, Contribution], str]] = {
    Choose: _choose,
    Fill: _fill,
    Rate: _rate,
    Rank: _rank,
    Share: _share,
    Place: _place,
    Pass: _pass,
    Draw: lambda rules, _, one: f"prend « {title(rules, one.phase, one.gesture.about)} »",
    Reveal: lambda rules, _, one: f"montre « {rules.title(one.gesture.about)} »",
    Move: lambda _rules, _, one: f"se place à {signed(_value(one))}",
}


def _value(one: Contribution) -> int:
    return one.gesture.value if isinstance(one.gesture, Move) else 0
