"""A session told in words: what each action did, as one would tell someone who was not there."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from eclaireurs_play.engine.flow import Event
from eclaireurs_play.engine.gestures import (
    Choose,
    Clock,
    Close,
    Draw,
    Fill,
    Gesture,
    Move,
    Pass,
    Place,
    Rate,
    Reveal,
    Value,
    Write,
)
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.engine.state import Contribution, State, all_contributions
from eclaireurs_play.engine.transition import NOTE
from eclaireurs_play.model.fields import Field

_AUDIENCES = {"parties": " (entre parties)", "facilitator": " (pour la personne qui anime)"}
_SHORT = 40
_CLOSINGS = {
    "shortened": "étape écourtée",
    "skipped": "étape sautée",
    "stopped": "séance arrêtée ici",
}


def tell(
    rules: Rules, state: State, events: tuple[Event, ...], *, numbered: bool = False
) -> Iterator[str]:
    """Tell events, given the state they led to; a line that opens a phase starts with `##`.

    `numbered` adds the id by which a note can be placed or corrected.
    """
    for event in events:
        told = _tellers[event.kind](rules, state, event)
        number = f" ({event.detail})" if numbered and event.kind == "made" else ""
        if told:
            yield told + number


def sentence(rules: Rules, by: str, gesture: Gesture) -> str:
    """Say one gesture in French."""
    return f"{capital(rules.name(by))} {_WORDS[type(gesture)](rules, gesture)}"


def value_words(field: Field | None, value: Value, rules: Rules) -> str:
    """Say the value of a field with its options' titles."""
    if isinstance(value, tuple):
        return ", ".join(value_words(field, one, rules) for one in value)
    if isinstance(value, float):
        unit = f" {field.number}" if field and field.number else ""
        return f"{value:g}".replace(".", ",") + unit
    options = (field.one_of or field.many_of or {}) if field else {}
    return rules.name(value) if field and field.seat else options.get(value, value)


def signed(value: int) -> str:
    """Write a place on an axis: `+2`, `−1`, `0`."""
    return f"{value:+d}".replace("-", "−") if value else "0"


def _opened(rules: Rules, state: State, event: Event) -> str:
    step = next((step for step in state.path if step.phase == event.about), None)
    time = f" ({step.time})" if step and step.time > 1 else ""
    return f"## {rules.phases[event.about].title}{time}"


def _closed(rules: Rules, state: State, event: Event) -> str:
    result = next((one for one in reversed(state.results) if one.phase == event.about), None)
    settled = result.outcome.sentence if result else ""
    if event.detail not in _CLOSINGS:
        return settled
    reason = f" : {result.reason}" if result and result.reason else ""
    return f"({rules.phase_title(event.about)}, {_CLOSINGS[event.detail]}{reason})"


def _made(rules: Rules, state: State, event: Event) -> str:
    found = (one for one in all_contributions(state) if one.id == event.detail)
    one = next(found, None)
    if one is None:
        return ""
    instead = f" à la place de « {rules.name(one.place_of)} »" if one.place_of else ""
    mark = " [simulé]" if one.simulated else ""
    if one.hidden:
        return f"{capital(rules.name(one.by))} a répondu, sans le montrer{mark}."
    if isinstance(one.gesture, Choose):
        return f"{capital(rules.name(one.by))} — {one.asked.strip()} : {one.chosen}{mark}."
    if isinstance(one.gesture, Write):
        to = _AUDIENCES.get(one.gesture.to, "")
        name = capital(rules.name(one.by))
        return f"{name}{instead}{_subject(rules, one)}{to}{mark} : {one.gesture.text}"
    return sentence(rules, one.by, one.gesture) + mark + "."


def _subject(rules: Rules, one: Contribution) -> str:
    """Say what words are about: a card, a question in short, or nothing for a free note."""
    about = one.gesture.about
    if about in rules.cards:
        return f" sur « {rules.title(about)} »"
    if about == NOTE:
        return " (note à part)"
    return f" — {one.asked if len(one.asked) <= _SHORT else about}"


def _drew(rules: Rules, state: State, event: Event) -> str:
    del state
    card = rules.cards.get(event.about)
    text = f" {card.text}" if card else ""
    return (
        f"{capital(rules.name(event.by))} prend {event.about} « {rules.title(event.about)} ».{text}"
    )


def _revealed(rules: Rules, state: State, event: Event) -> str:
    """Tell together what was kept hidden until the phase closed."""
    last = next((one for one in reversed(state.results) if one.phase == event.about), None)
    made = last.made if last else ()
    return " ; ".join(sentence(rules, one.by, one.gesture) for one in made) + "."


def _blanks(fields: Mapping[str, Field], values: Mapping[str, Value], rules: Rules) -> str:
    named = (
        (fields.get(name), name, value_words(fields.get(name), value, rules))
        for name, value in values.items()
    )
    return ", ".join(
        f"{(field.title if field else None) or name} : {words}" for field, name, words in named
    )


def _rate(rules: Rules, gesture: Rate) -> str:
    values = _blanks(rules.game.ratings, gesture.values, rules)
    return f"évalue « {rules.title(gesture.about)} » ({values})"


def _fill(rules: Rules, gesture: Fill) -> str:
    form = rules.game.forms.get(gesture.about)
    fields = form.fields if form else {}
    title = form.title if form else gesture.about
    return f"remplit « {title} » ({_blanks(fields, gesture.values, rules)})"


def _choose(rules: Rules, gesture: Choose) -> str:
    options = ", ".join(rules.title(option) for option in gesture.options)
    return f"choisit pour « {rules.title(gesture.about)} » : {options}"


_WORDS: Mapping[type, Callable[[Rules, Any], str]] = {
    Write: lambda _, one: f"note : {one.text}",
    Draw: lambda rules, one: f"prend « {rules.title(one.card or one.about)} »",
    Reveal: lambda rules, one: f"montre « {rules.title(one.about)} »",
    Rate: _rate,
    Fill: _fill,
    Choose: _choose,
    Place: lambda rules, one: f"pose « {rules.title(one.item)} » dans « {one.about} »",
    Move: lambda _, one: f"se place à {signed(one.value)}",
    Pass: lambda *_: "passe son tour",
    Close: lambda rules, one: f"clôt « {rules.phase_title(one.about)} »",
    Clock: lambda _, one: f"tient le temps ({one.about})",
}

_tellers: Mapping[str, Callable[[Rules, State, Event], str]] = {
    "opened": _opened,
    "closed": _closed,
    "drew": _drew,
    "made": _made,
    "revealed": _revealed,
    "deviated": lambda *args: f"Écart à la règle : {args[2].detail}",
    "ended": lambda *_: "## Fin de la séance",
    "timed": lambda *_: "",
}
