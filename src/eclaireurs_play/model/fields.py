"""Typed fields: what may be written in a card's field, a rating or a form."""

from collections.abc import Hashable, Mapping
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator
from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Model, Prose, Slug


def _titled(options: object) -> object:
    """Let a designer write a bare list of slugs: each is then its own title."""
    if isinstance(options, list | tuple) and all(isinstance(one, Hashable) for one in options):
        return {one: str(one).replace("-", " ").capitalize() for one in options}
    return options


Options = Annotated[
    Mapping[Slug, Line], BeforeValidator(_titled), Constraint(min_length=1, max_length=60)
]
"""Choices by slug, each with the words shown to people."""


class Field(Model):
    """One blank to fill: exactly one of `text`, `number`, `one_of`, `many_of`, `seat`.

    `text` is the longest text in characters, `number` the unit; `seat` asks for someone
    at the table.
    """

    title: Line | None = None
    help: Prose | None = None
    required: bool = True
    text: Annotated[int, Constraint(ge=1, le=5000)] | None = None
    number: Annotated[str, Constraint(max_length=20)] | None = None
    at_least: float | None = None
    at_most: float | None = None
    one_of: Options | None = None
    many_of: Options | None = None
    seat: bool = False

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = (self.text, self.number, self.one_of, self.many_of)
        if sum(kind is not None for kind in kinds) + self.seat != 1:
            raise ValueError(
                "un champ est soit text, soit number, soit one_of, soit many_of, soit seat"
            )
        return self


class Form(Model):
    """A sheet to fill, at the table or by hand."""

    title: Line
    intro: Prose | None = None
    fields: Annotated[Mapping[Slug, Field], Constraint(min_length=1)]
