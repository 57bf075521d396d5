"""States and actions as JSON, and back."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter, ValidationError

from eclaireurs_play.engine.gestures import Action
from eclaireurs_play.engine.setup import Setup
from eclaireurs_play.engine.state import Result, State

_ACTION: TypeAdapter[Action] = TypeAdapter(Action)
_SETUP: TypeAdapter[Setup] = TypeAdapter(Setup)
_RESULTS: TypeAdapter[tuple[Result, ...]] = TypeAdapter(tuple[Result, ...])
_STATE: TypeAdapter[State] = TypeAdapter(State)


def canonical(value: object) -> str:
    """Write JSON the one way that hashes compare: sorted keys, no spaces, accents kept."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def action_to_data(action: Action) -> dict[str, Any]:
    """Give an action as plain data, its defaults left out."""
    data: dict[str, Any] = _ACTION.dump_python(action, mode="json", exclude_defaults=True)
    data["gesture"]["do"] = action.gesture.do
    return data


def action_from_data(data: object) -> Action | None:
    """Read an action, or give None when the data is not one, or holds anything else."""
    try:
        action = _ACTION.validate_python(data)
    except ValidationError:
        return None
    return action if _says_no_more(data, action) else None


def _says_no_more(data: object, action: Action) -> bool:
    """Tell whether plain data holds no key that its action has not."""
    if not isinstance(data, Mapping) or not isinstance(data["gesture"], Mapping):
        return True
    known = {field.name for field in fields(action.gesture)}
    return set(data) <= {"by", "gesture"} and set(data["gesture"]) <= known


def setup_to_data(setup: Setup) -> dict[str, Any]:
    """Give a setup as plain data, its defaults left out; what it inherits is written in full."""
    data: dict[str, Any] = _SETUP.dump_python(setup, mode="json", exclude_defaults=True)
    if setup.inherited:
        data["inherited"] = _RESULTS.dump_python(setup.inherited, mode="json")
    return data


def setup_from_data(data: object) -> Setup | None:
    """Read a setup, or give None when the data is not one, or holds anything else."""
    known = {field.name for field in fields(Setup)}
    if not (isinstance(data, Mapping) and set(data) <= known):
        return None
    try:
        return _SETUP.validate_python(_names_apart(data))
    except ValidationError:
        return None


def _names_apart(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Read the one name of a seat that an older journal holds as a list of names."""
    people = data.get("people")
    if not isinstance(people, Mapping):
        return data
    apart = {seat: [one] if isinstance(one, str) else one for seat, one in people.items()}
    return {**data, "people": apart}


def state_to_json(state: State) -> str:
    """Write a whole state as JSON."""
    return _STATE.dump_json(state).decode()


def state_from_json(text: str) -> State:
    """Read a state written by `state_to_json`."""
    return _STATE.validate_json(text)
