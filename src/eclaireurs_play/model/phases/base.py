"""What every phase may say, whatever its kind."""

from typing import Annotated, Literal, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from eclaireurs_play.model.base import NOT_A_RULE, Line, Model, Origin, Prose, Slug
from eclaireurs_play.model.conditions import Condition, Repeat
from eclaireurs_play.model.outline import Outline, Titles

May = Literal["skip", "shorten"]
Who = Literal["each-seat", "group", "facilitator"] | tuple[Slug, ...]
Order = Literal["in-turn", "together", "free"]


class PhaseBase(Model):
    """What every phase may say, whatever its kind.

    `say` is spoken by the facilitator; `stuck` and `short` only advise them. `pause` is how many
    minutes of rest come after. `only` keeps to the seats that a result lists. `hidden` keeps
    contributions secret until the phase closes. A
    `locked` phase is never skipped.
    """

    id: Slug
    title: Line
    say: Prose | None = None
    minutes: Annotated[float, Constraint(ge=0, le=600), NOT_A_RULE] = 0
    pause: Annotated[float, Constraint(ge=0, le=120), NOT_A_RULE] = 0
    stuck: Prose | None = None
    short: Prose | None = None
    who: Who = "each-seat"
    only: Slug | None = None
    order: Order = "in-turn"
    hidden: bool = False
    uses: tuple[Slug, ...] = ()
    gives: Slug | None = None
    repeat: Repeat | None = None
    when: Condition | None = None
    may: tuple[May, ...] = ()
    locked: bool = False
    origin: Origin = "invented"

    @model_validator(mode="after")
    def _locked_is_locked(self) -> Self:
        if self.locked and "skip" in self.may:
            raise ValueError("une étape verrouillée (locked) ne peut pas être sautée (may: [skip])")
        return self

    def outline(self, titles: Titles) -> Outline:
        """Tell what people do here; each kind says it in its own words."""
        raise NotImplementedError
