"""A game: who plays, what may be rated, and a tree of phases."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from eclaireurs_play.model.base import NOT_A_RULE, Line, Model, Origin, Prose, Slug
from eclaireurs_play.model.fields import Field, Form
from eclaireurs_play.model.phases import Phase


class Players(Model):
    """How many people may sit at the table, the facilitator apart."""

    min: Annotated[int, Constraint(ge=1, le=200)]
    max: Annotated[int, Constraint(ge=1, le=200)]
    origin: Origin = "invented"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("players.min dépasse players.max")
        return self


class Lookup(Model):
    """Cards that stay at hand throughout: looked up, never drawn."""

    families: Annotated[tuple[Slug, ...], Constraint(min_length=1)]


class Anytime(Model):
    """What stays possible throughout a session."""

    lookup: Lookup | None = None
    note: bool = True
    pause: bool = True


class Axes(Model):
    """Which ratings make the rows, the columns and the mark of the game's map."""

    rows: Slug
    columns: Slug
    horizon: Slug | None = None
    sign: Slug | None = None


class Section(Model):
    """A part of the synthesis: what named phases left, all of it or only what is about some ids.

    `map` puts the map of ratings here.
    """

    title: Line
    intro: Prose | None = None
    uses: tuple[Slug, ...] = ()
    about: tuple[Slug, ...] = ()
    map: bool = False


class Suit(Model):
    """A kind of trigger, and the roles entitled to ask for an opening on it.

    `calendar` when a date of the contract may be invoked without any news; `icon` names a drawing
    of `print/icons`.
    """

    title: Line
    icon: Annotated[Slug | None, NOT_A_RULE] = None
    called_by: Annotated[tuple[Slug, ...], Constraint(min_length=1)]
    calendar: bool = False
    origin: Origin = "invented"


class Game(Model):
    """The rules of a game: a `game.yaml` file.

    `inherits` names what an earlier session of a campaign may hand over. In an `anonymous` game
    seats are pseudonyms and no name is ever kept.
    """

    id: Slug
    title: Line
    summary: Prose
    intent: Prose
    source: Line
    attribution: Line
    license: Line
    origin_note: Prose | None = None
    players: Players
    facilitator: Line
    anonymous: bool = False
    decides: Literal["nothing", "the-table", "the-holder"] = "nothing"
    ratings: Mapping[Slug, Field] = {}
    map: Axes | None = None
    forms: Mapping[Slug, Form] = {}
    suits: Mapping[Slug, Suit] = {}
    inherits: Mapping[Slug, Line] = {}
    anytime: Anytime = Anytime()
    material: tuple[Line, ...] = ()
    stop: Prose | None = None
    synthesis: tuple[Section, ...] = ()
    phases: Annotated[tuple[Phase, ...], Constraint(min_length=1)]
