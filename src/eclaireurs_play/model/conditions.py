"""Conditions as data: what a phase's `when` and a repetition's `until` may ask."""

from typing import Annotated, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from eclaireurs_play.model.base import Model, Slug


class Condition(Model):
    """True when every part that is written holds.

    `given` names a result that exists; `chose` a result and the option it retained;
    `players_*` count the seats in play.
    """

    given: Slug | None = None
    missing: Slug | None = None
    chose: tuple[Slug, Slug] | None = None
    players_at_least: Annotated[int, Constraint(ge=1)] | None = None
    players_at_most: Annotated[int, Constraint(ge=1)] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("une condition doit dire au moins une chose")
        return self


class Repeat(Model):
    """How often a phase comes back: so many times, once for each item, or until something.

    `until` may also cut `each` short.
    """

    times: Annotated[int, Constraint(ge=1, le=50)] | None = None
    each: Slug | None = None
    until: Condition | None = None
    at_most: Annotated[int, Constraint(ge=1, le=50)] = 20

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = {key for key in ("times", "each", "until") if getattr(self, key) is not None}
        if len(ways) != 1 and ways != {"each", "until"}:
            raise ValueError(
                "repeat attend une seule clé parmi times, each et until (ou each avec until)"
            )
        return self
