"""Roles and stances: the words on a sheet; a scenario's seats add facts and numbers."""

from typing import Annotated

from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Model, Origin, Prose, Slug

Points = tuple[Prose, ...]


class PrivatePart(Model):
    """The inside of a role sheet: only the person who plays the role reads it."""

    holds_to: Prose
    why: Prose
    knows: Prose
    fears: Prose
    might_say: Annotated[tuple[Prose, ...], Constraint(min_length=1, max_length=4)]


class Role(Model):
    """A role anyone could defend; `short` stands on the table tent."""

    id: Slug
    title: Line
    short: Annotated[str, Constraint(min_length=1, max_length=24)]
    who: Prose
    aim: Line
    wants: Points
    can: Points
    must: Points = ()
    cannot: Points = ()
    private: PrivatePart
    origin: Origin = "invented"
    note: Prose | None = None


class Stance(Model):
    """A way of looking, layered on a role."""

    id: Slug
    title: Line
    looks_for: Prose
    begins_with: Prose
    gift: Prose
    trap: Prose
    origin: Origin = "invented"


class Roles(Model):
    """A `roles.yaml` file."""

    roles: tuple[Role, ...]
    stances: tuple[Stance, ...] = ()
