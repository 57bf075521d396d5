"""Actions to lines."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from eclaireurs_play.engine.gestures import (
    Action,
    Audience,
    Choose,
    Clock,
    Close,
    Draw,
    Fill,
    Move,
    Pass,
    Place,
    Rank,
    Rate,
    Reveal,
    Share,
    Value,
    Write,
)
from eclaireurs_play.play.notation.words import escaped, quoted

PROPOSAL = "proposition"
VERSION = re.compile(r"p\d+")
AUDIENCE_WORDS: Mapping[Audience, str] = {"parties": "parties", "facilitator": "animateur"}
CLOCK_WORDS: Mapping[str, str] = {"pause": "pause", "resume": "reprend", "elapsed": "minutes"}


def write_line(action: Action) -> str:
    """Write an action as one line that `read_line` reads back."""
    if isinstance(action.gesture, Write):
        return _written(action.by, action.gesture)
    return f"{action.by}{_audience(action)} {_WRITERS[type(action.gesture)](action.gesture)}"


def _written(by: str, gesture: Write) -> str:
    return f"{gesture.about} {by}{_audience(Action(by, gesture))}: {escaped(gesture.text)}"


def _audience(action: Action) -> str:
    to = action.gesture.to if isinstance(action.gesture, Write | Rate) else "public"
    return f" ({AUDIENCE_WORDS[to]})" if to != "public" else ""


def _filling(about: str) -> str:
    """Say a proposal and an amendment by their own verbs."""
    if about == PROPOSAL:
        return "propose"
    return f"amende {about}" if VERSION.fullmatch(about) else f"remplit {about}"


def _close(gesture: Close) -> str:
    reason = quoted(gesture.reason) if gesture.reason else ""
    return " ".join(filter(None, ("clôt", gesture.about, reason)))


def _clock(gesture: Clock) -> str:
    seconds = f" {gesture.seconds}s" if gesture.seconds else ""
    return f"{CLOCK_WORDS[gesture.about]}{seconds}"


def _blanks(values: Mapping[str, Value]) -> str:
    return " ".join(f"{name}={_blank(value)}" for name, value in values.items())


def _blank(value: Value) -> str:
    if isinstance(value, tuple):
        return "+".join(value)
    if isinstance(value, str):
        return value if re.fullmatch(r"[a-z][a-z0-9-]*", value) else quoted(value)
    return repr(float(value))


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    Draw: lambda one: f"pioche {one.card or one.about}",
    Reveal: lambda one: f"montre {one.about}",
    Rate: lambda one: f"évalue {one.about} {_blanks(one.values)}",
    Choose: lambda one: f"choisit {one.about}={'+'.join(one.options)}",
    Place: lambda one: f"pose {one.item} dans {one.about}",
    Move: lambda one: f"va à {one.value:+d} sur {one.about}",
    Fill: lambda one: f"{_filling(one.about)} {_blanks(one.values)}",
    Rank: lambda one: f"classe {one.about} {' > '.join('~'.join(group) for group in one.order)}",
    Share: lambda one: f"répartit {one.about} {_blanks(one.parts)}",
    Pass: lambda _: "passe",
    Close: _close,
    Clock: _clock,
}
