"""How the synthesis names things in French: who speaks, what was chosen, what was rated."""

from collections.abc import Iterable, Mapping

from eclaireurs_play.engine.gestures import Rate, Value, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.phases import PhaseBase
from eclaireurs_play.play.narration import value_words
from eclaireurs_play.synthesis.document import Span, Words, flat

SIMULATED = Span("[simulé]", "mark")

_AUDIENCES = {"parties": " (entre parties)", "facilitator": " (réservé à l'animation)"}

_ABSENT = {"absent": "quelqu'un qui n'est pas là"}
"""Who may be spoken for and has no seat."""


def own_words(phase: PhaseBase) -> Mapping[str, str]:
    """List what a phase's settings name, whatever they are: bins, questions, conditions."""
    settings = (getattr(phase, name) for name in type(phase).model_fields)
    return {
        name: _words(one)
        for setting in settings
        if isinstance(setting, Mapping)
        for name, one in setting.items()
    }


def _words(one: object) -> str:
    text = one if isinstance(one, str) else getattr(one, "title", None) or getattr(one, "text", "")
    return flat(str(text))


def title(rules: Rules, phase: str, name: str) -> str:
    """Give the words for anything a gesture of a phase may name."""
    own = own_words(rules.phases[phase]) if phase in rules.phases else {}
    role = rules.roles.get(name)
    known = own.get(name) or _ABSENT.get(name) or (role.title if role else "")
    return known if known and name not in rules.scenario.seats else rules.title(name)


def speaker(rules: Rules, one: Contribution) -> Words:
    """Say who speaks, in whose place, for whom, and whether the program spoke for them."""
    place = f", à la place de « {title(rules, '', one.place_of)} »" if one.place_of else ""
    return (Span(capital(rules.name(one.by)), "strong"), Span(place), *marks(one))


def marks(one: Contribution) -> Words:
    """Say for whom something was written when not for all, and whether the program wrote it."""
    to = _AUDIENCES.get(one.gesture.to, "") if isinstance(one.gesture, Write) else ""
    simulated = (Span(" "), SIMULATED) if one.simulated else ()
    return (Span(to), *simulated) if to else simulated


def quote(rules: Rules, one: Contribution, text: str) -> Words:
    """Give what someone said, who speaks first."""
    return (*speaker(rules, one), Span(" : " + text))


def names(rules: Rules, actors: Iterable[str]) -> str:
    """Write a list of people: « A, B et C »."""
    return listed(capital(rules.name(actor)) for actor in dict.fromkeys(actors))


def listed(items: Iterable[str]) -> str:
    """Write a list as one says it: « a, b et c »."""
    *first, last = list(items) or [""]
    return f"{', '.join(first)} et {last}" if first else last


def card_title(rules: Rules, code: str) -> str:
    """Name a card, its code last."""
    return f"{rules.title(code)} ({code})"


def rating_words(rules: Rules, gesture: Rate) -> str:
    """Say a rating in one line: options speak for themselves, texts and numbers are titled."""
    fields = rules.game.ratings
    order = {name: place for place, name in enumerate(fields)}
    values = sorted(gesture.values.items(), key=lambda one: order.get(one[0], len(order)))
    return " · ".join(blank(rules, fields.get(name), name, value) for name, value in values)


def blank(rules: Rules, field: Field | None, name: str, value: Value) -> str:
    """Say the value of a field, titled unless it is a choice among words."""
    words = value_words(field, value, rules)
    if field and (field.one_of or field.many_of):
        return words
    return f"{field_title(field, name)} : {words}"


def field_title(field: Field | None, name: str) -> str:
    """Name a field."""
    return (field.title if field else None) or capital(name.replace("-", " "))
