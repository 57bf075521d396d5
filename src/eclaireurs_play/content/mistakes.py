"""Pydantic's errors, gathered by the value they bear on and placed in the data as written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from eclaireurs_play.content.annotations import Option, inside
from eclaireurs_play.content.places import Data, Trail, child

KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error of pydantic: its kind, the value's trail, and what the model allows there.

    `on_key` when the key itself is wrong; `branch` when it tells why one side of a union failed.
    """

    kind: str
    trail: Trail
    found: Any
    context: dict[str, Any]
    allowed: tuple[Option, ...]
    around: tuple[Option, ...]
    on_key: bool = False
    branch: bool = False

    @property
    def name(self) -> str:
        """The last key of the trail, as people know the value."""
        return next((str(one) for one in reversed(self.trail) if isinstance(one, str)), "")


def mistakes(
    model: type[BaseModel], data: Data, error: ValidationError
) -> Iterator[tuple[Mistake, ...]]:
    """Give pydantic's errors in groups: several together when each side of a union failed.

    An error that a deeper one says better is left out: the other sides of a union, a list that is
    too short only because its elements are wrong.
    """
    every = [_mistake(model, data, one) for one in error.errors(include_url=False)]
    around = {one.trail[:depth] for one in every for depth in range(len(one.trail))}
    groups: dict[tuple[Trail, bool], list[Mistake]] = {}
    for one in every:
        if not (one.trail in around and (one.branch or one.kind == "too_short")):
            groups.setdefault((one.trail, one.on_key), []).append(one)
    return (tuple(group) for group in groups.values())


def _mistake(model: type[BaseModel], data: Data, error: ErrorDetails) -> Mistake:
    """Walk the error's location through the data and the model at once."""
    allowed: tuple[Option, ...] = (Option(model),)
    around = allowed
    trail: Trail = ()
    value, branch, on_key = data, False, False
    for step, following in _pairs(error["loc"]):
        if step == KEY:
            on_key = True
        elif tagged := tuple(one for one in allowed if one.tag == step):
            allowed = tuple(Option(one.bare) for one in tagged)
        elif _leads(value, step, last=following is None, error=error["type"]):
            within = _index(value, step) if following == KEY else step
            around, allowed = allowed, _inside_all(allowed, step)
            trail, value = (*trail, within), child(value, within)
        else:
            branch = True
    return Mistake(
        error["type"], trail, error["input"], error.get("ctx", {}), allowed, around, on_key, branch
    )


def _pairs(loc: tuple[int | str, ...]) -> Iterator[tuple[int | str, int | str | None]]:
    return zip(loc, (*loc[1:], None), strict=False)


def _leads(value: Data, step: str | int, *, last: bool, error: str) -> bool:
    """Tell whether a step of the location is a step in the data, not the name of a union's side."""
    if isinstance(value, dict):
        return step in value or (last and error == "missing")
    return isinstance(value, list) and (isinstance(step, int) or step in value)


def _index(value: Data, step: str | int) -> str | int:
    """Find a slug of a bare list that stands for keys."""
    return value.index(step) if isinstance(value, list) and step in value else step


def _inside_all(allowed: tuple[Option, ...], step: str | int) -> tuple[Option, ...]:
    return tuple(found for one in allowed for found in inside(one, step))
