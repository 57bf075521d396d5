"""How the synthesis names things in French: who speaks, what was chosen, what was rated."""

from collections.abc import Iterable

from eclaireurs_play.engine.gestures import Rate, Value, Write
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, State
from eclaireurs_play.model.fields import Field
from eclaireurs_play.play import naming
from eclaireurs_play.play.naming import listed, question, worded
from eclaireurs_play.play.values import value_words
from eclaireurs_play.synthesis.document import Span, Words, flat
from eclaireurs_play.synthesis.unnamed import is_unnamed, people

SIMULATED = Span("[simulé]", "mark")

_AUDIENCES = {"parties": " (entre parties)", "facilitator": " (réservé à l'animation)"}


def title(rules: Rules, phase: str, name: str) -> str:
    """Give the words for anything a gesture of a phase may name."""
    return flat(naming.title(rules, phase, name))


def asked_words(rules: Rules, state: State, one: Contribution) -> str:
    """Give the question that a contribution answers, as people may read it afterwards."""
    asked = worded(rules, state, question(one.asked))
    return flat(asked) or capital(title(rules, one.phase, one.gesture.about))


def speaker(rules: Rules, one: Contribution) -> Words:
    """Say who speaks, in whose place, for whom, and whether the program spoke for them."""
    place = f", à la place de « {title(rules, '', one.place_of)} »" if one.place_of else ""
    played = rules.played(one.played)
    as_whom = Span(f" ({played})" if played else "")
    return (Span(capital(rules.name(one.by)), "strong"), as_whom, Span(place), *marks(one))


def marks(one: Contribution) -> Words:
    """Say for whom something was written when not for all, and whether the program wrote it."""
    to = _AUDIENCES.get(one.gesture.to, "") if isinstance(one.gesture, Write) else ""
    simulated = (Span(" "), SIMULATED) if one.simulated else ()
    return (Span(to), *simulated) if to else simulated


def quote(rules: Rules, one: Contribution, text: str) -> Words:
    """Give what someone said, who speaks first."""
    return (*speaker(rules, one), Span(" : " + text))


def names(rules: Rules, actors: Iterable[str]) -> str:
    """Write a list of people: « A, B et C »; those without a name are counted.

    Names that hold a comma are kept apart by semicolons.
    """
    every = tuple(dict.fromkeys(actors))
    named = [capital(rules.name(actor)) for actor in every if not is_unnamed(actor)]
    left = len(every) - len(named)
    every_name = [*named, *([capital(people(left))] if left else [])]
    return listed(every_name) if not any("," in one for one in named) else " ; ".join(every_name)


def card_title(rules: Rules, code: str) -> str:
    """Name a card, its code last; one that was made on the spot says so."""
    made = any(one.code == code for one in rules.made)
    return f"{rules.title(code)} ({code}{', improvisée' if made else ''})"


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
