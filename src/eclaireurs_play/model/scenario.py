"""A scenario: a situation to play with a game. Seats carry what is particular to it."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator
from pydantic import Field as Constraint

from eclaireurs_play.model.base import NOT_A_RULE, Code, Line, Model, Origin, Prose, Slug

Point = tuple[float, float]

RESERVED = frozenset({"animateur", "groupe", "absent", "public", "parties", "seance", "note"})
"""Words of the notation that no seat may take."""


def _not_reserved(name: str) -> str:
    if name in RESERVED:
        raise ValueError(f"« {name} » est un mot réservé : donnez un autre nom à cette place")
    return name


SeatId = Annotated[Slug, AfterValidator(_not_reserved)]


class Fact(Model):
    """Something the table may rely on, with where it comes from."""

    text: Prose
    origin: Origin = "invented"
    source: Line | None = None


class Feature(Model):
    """One thing drawn on the base map, in millimetres of a sheet 180 wide and 120 high."""

    kind: Literal["field", "wood", "town", "zone", "water", "river", "road", "rail", "border"]
    points: Annotated[tuple[Point, ...], Constraint(min_length=2)]
    label: Line | None = None


class BaseMap(Model):
    """A sketch of the place, to draw on."""

    title: Line
    note: Line | None = None
    features: Annotated[tuple[Feature, ...], Constraint(min_length=1)]


class Axis(Model):
    """Something a proposal moves, in a unit."""

    title: Line
    unit: Annotated[str, Constraint(max_length=20)]


class Option(Model):
    """One way to settle a term; `moves` are in the axes' units, now and later."""

    title: Line
    text: Prose | None = None
    moves: Mapping[Slug, float] = {}
    later: Mapping[Slug, float] = {}


class Term(Model):
    """Something to agree on; a proposal picks one option per term."""

    title: Line
    options: Annotated[Mapping[Slug, Option], Constraint(min_length=2)]


class RedLine(Model):
    """A value of an axis that a seat won't go beyond, in the axis's unit."""

    axis: Slug
    at_least: float | None = None
    at_most: float | None = None

    @model_validator(mode="after")
    def _says_how_far(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("une limite dit jusqu'où : at_least, at_most, ou les deux")
        return self


class Guardrail(RedLine):
    """A limit on what a proposal may move, in the axis's unit, that the charter may hold to."""


class CharterCards(Model):
    """What the parties may write into their charter: cards of criteria, and of guard-rails."""

    criteria: Annotated[tuple[Code, ...], Constraint(min_length=1)]
    guardrails: Mapping[Code, Guardrail] = {}


class Surprise(Model):
    """The context changes; people read the text aloud.

    `criterion` is the card of the charter that it answers to best. One that never `falls` is set
    aside: it is neither drawn nor printed, and still counts in what satisfactions are measured on.
    """

    title: Line
    text: Prose
    asks: Prose | None = None
    suit: Slug | None = None
    criterion: Code | None = None
    moves: Mapping[Slug, float] = {}
    falls: bool = True
    origin: Origin = "invented"


class Seat(Model):
    """A place at the table: a role, and what this situation adds to its sheet."""

    role: Slug
    title: Line | None = None
    short: Annotated[str, Constraint(min_length=1, max_length=24)] | None = None
    public: Prose | None = None
    private: Prose | None = None
    optional: bool = False
    weights: Mapping[Slug, float] = {}
    red_lines: tuple[RedLine, ...] = ()
    reservation: Annotated[float, Constraint(ge=0, le=1)] | None = None
    long_view: Annotated[float, Constraint(ge=0, le=1)] = 0
    shows: tuple[Slug, ...] = ()


class Horizon(Model):
    """How far ahead `later` looks."""

    later: Line


class Envelope(Model):
    """Money to share, in `unit`."""

    amount: Annotated[float, Constraint(gt=0)]
    unit: Annotated[str, Constraint(max_length=20)] = "k€"


class Scenario(Model):
    """A situation: a `scenarios/<game>/<id>.yaml` file.

    `current` is the option of each term that is in force; `seated` how many optional seats are
    drawn by lot when a game is anonymous and nobody says which.
    """

    id: Slug
    game: Slug
    title: Line
    summary: Line
    source: Line
    attribution: Line
    license: Line
    origin: Origin = "invented"
    origin_note: Prose
    context: Prose
    question: Prose
    facts: tuple[Fact, ...] = ()
    map: Annotated[BaseMap, NOT_A_RULE] | None = None
    horizon: Horizon | None = None
    envelope: Envelope | None = None
    axes: Mapping[Slug, Axis] = {}
    terms: Mapping[Slug, Term] = {}
    current: Mapping[Slug, Slug] = {}
    charter: CharterCards | None = None
    seated: Annotated[int, Constraint(ge=1, le=200)] | None = None
    seats: Annotated[Mapping[SeatId, Seat], Constraint(min_length=1)]
    surprises: Mapping[Slug, Surprise] = {}
