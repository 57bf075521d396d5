"""What a variant changes, in a few words of French."""

import re
from collections.abc import Callable, Mapping

from eclaireurs_play.content.bundle import ScenarioContent, phases_of
from eclaireurs_play.simulation.assigning import FIRST, OFF, Assignment

Words = Callable[[ScenarioContent, list[str]], str]

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")


def label(content: ScenarioContent, one: Assignment) -> str:
    """Say what an assignment changes, by titles where things have one; else as it is typed."""
    head, *rest = one.path.split(".")
    if one.value == FIRST:
        return f"« {_seat_name(content, rest[0])} » en premier"
    words = _GONE.get((head, len(rest)))
    if one.value == OFF:
        return f"sans {words(content, rest)}" if words else str(one)
    subject, inside = _subject(content, head, rest)
    told = _told(content, subject, inside, one.value) if subject else ""
    return told or f"{one.path} = {one.value}"


def _subject(content: ScenarioContent, head: str, rest: list[str]) -> tuple[str, list[str]]:
    """Name the thing that a path goes through, and give what follows it."""
    for (first, count), name in _SUBJECTS.items():
        if head == first and len(rest) > count:
            return name(content, rest), rest[count:]
    return "", rest


def _told(content: ScenarioContent, subject: str, inside: list[str], value: str) -> str:
    number = value.replace(".", ",").replace("-", "−") if _NUMBER.fullmatch(value) else value
    match inside:
        case [("weights" | "moves" | "later") as key, axis] if axis in content.scenario.axes:
            title = content.scenario.axes[axis].title
            return f"« {subject} », {_PER_AXIS[key]} « {title} » : {number}"
        case ["red_lines", axis, ("at_most" | "at_least") as way] if axis in content.scenario.axes:
            title, bound = content.scenario.axes[axis].title, _BOUNDS[way]
            return f"« {subject} », ligne rouge sur « {title} » : {bound} {number}"
        case [key] if key in _KEYS:
            return f"« {subject} », {_KEYS[key]} : {number}"
    return ""


_PER_AXIS = {"weights": "poids de", "moves": "effet sur", "later": "effet plus tard sur"}
_BOUNDS = {"at_most": "au plus", "at_least": "au moins"}
_KEYS = {
    "reservation": "réserve",
    "long_view": "poids de « plus tard »",
    "rounds": "tours",
    "minutes": "minutes",
    "strikes": "cartes à écarter",
    "copies": "exemplaires",
}


def _seat_name(content: ScenarioContent, name: str) -> str:
    seat = content.scenario.seats[name]
    role = content.content.roles_by_id.get(seat.role)
    return seat.short or (role.short if role else None) or seat.title or name


def _option_name(content: ScenarioContent, steps: list[str]) -> str:
    term = content.scenario.terms[steps[0]]
    return f"« {term.options[steps[2]].title} » ({term.title})"


def _phase_title(content: ScenarioContent, name: str) -> str:
    return next(one.title for one, _ in phases_of(content.content.game) if one.id == name)


_GONE: Mapping[tuple[str, int], Words] = {
    ("surprises", 1): lambda all_, at: f"l'imprévu « {all_.scenario.surprises[at[0]].title} »",
    ("seats", 1): lambda all_, at: f"la place « {_seat_name(all_, at[0])} »",
    ("roles", 1): lambda all_, at: f"le rôle « {all_.content.roles_by_id[at[0]].title} »",
    ("terms", 1): lambda all_, at: f"le terme « {all_.scenario.terms[at[0]].title} »",
    ("terms", 3): lambda all_, at: f"l'option {_option_name(all_, at)}",
    ("cards", 1): lambda all_, at: f"la carte {at[0]} « {all_.content.cards[at[0]].title} »",
    ("phases", 1): lambda all_, at: f"l'étape « {_phase_title(all_, at[0])} »",
}
"""How what is taken out is called, by the first step of its path and how many follow."""

_SUBJECTS: Mapping[tuple[str, int], Words] = {
    ("surprises", 1): lambda all_, at: all_.scenario.surprises[at[0]].title,
    ("seats", 1): lambda all_, at: _seat_name(all_, at[0]),
    ("terms", 3): lambda all_, at: all_.scenario.terms[at[0]].options[at[2]].title,
    ("cards", 1): lambda all_, at: f"{at[0]} {all_.content.cards[at[0]].title}",
    ("phases", 1): lambda all_, at: _phase_title(all_, at[0]),
}
"""The title of what a path goes through, by its first step and how many follow."""
