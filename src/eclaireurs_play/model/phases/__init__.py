"""Phases as a designer writes them: the keys all kinds share, and each kind's own settings.

How a kind behaves is in `engine/phases`, one module per kind of the same name.
"""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Discriminator, Tag, model_validator
from pydantic import Field as Constraint

from eclaireurs_play.model.base import NOT_A_RULE
from eclaireurs_play.model.outline import Outline, Titles
from eclaireurs_play.model.phases.base import PhaseBase
from eclaireurs_play.model.phases.deciding import Allocate, Assign, Prioritise, Vote
from eclaireurs_play.model.phases.following import Charter, Dashboard, Join, Trigger
from eclaireurs_play.model.phases.keeping import Compose, Record, Sort, Synthesise
from eclaireurs_play.model.phases.opening import Cast, Gate, Sortition, Survey
from eclaireurs_play.model.phases.proposing import Amend, Consent, Propose
from eclaireurs_play.model.phases.talking import Cards, Debrief, Position, Roleplay, Surprise


class Group(PhaseBase):
    """A phase made of phases. One lived `ahead`, on other days, is not on the session's clock."""

    ahead: Annotated[bool, NOT_A_RULE] = False
    phases: Annotated[tuple["Phase", ...], Constraint(min_length=1)]

    @model_validator(mode="after")
    def _rests_inside(self) -> Self:
        if self.pause:
            raise ValueError(
                "une pause (pause) suit une étape : écrivez-la sous la dernière du groupe"
            )
        return self

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - its phases speak for it
        """List the phases inside."""
        return Outline("", tuple(phase.title for phase in self.phases))


def _kind(value: object) -> str:
    """Name the kind of a phase as written: its `type`, or `group` when it holds phases."""
    if isinstance(value, Group):
        return "group"
    if isinstance(value, Mapping):
        return str(value.get("type", "group" if "phases" in value else ""))
    return str(getattr(value, "type", ""))


Leaf = (
    Gate
    | Cast
    | Cards
    | Record
    | Position
    | Sort
    | Synthesise
    | Debrief
    | Compose
    | Propose
    | Amend
    | Consent
    | Vote
    | Prioritise
    | Allocate
    | Assign
    | Survey
    | Roleplay
    | Surprise
    | Sortition
    | Charter
    | Trigger
    | Dashboard
    | Join
)
"""A phase that holds no phases: of one kind or another."""

Phase = Annotated[
    Annotated[Group, Tag("group")]
    | Annotated[Gate, Tag("gate")]
    | Annotated[Cast, Tag("cast")]
    | Annotated[Cards, Tag("cards")]
    | Annotated[Record, Tag("record")]
    | Annotated[Position, Tag("position")]
    | Annotated[Sort, Tag("sort")]
    | Annotated[Synthesise, Tag("synthesise")]
    | Annotated[Debrief, Tag("debrief")]
    | Annotated[Compose, Tag("compose")]
    | Annotated[Propose, Tag("propose")]
    | Annotated[Amend, Tag("amend")]
    | Annotated[Consent, Tag("consent")]
    | Annotated[Vote, Tag("vote")]
    | Annotated[Prioritise, Tag("prioritise")]
    | Annotated[Allocate, Tag("allocate")]
    | Annotated[Assign, Tag("assign")]
    | Annotated[Survey, Tag("survey")]
    | Annotated[Roleplay, Tag("roleplay")]
    | Annotated[Surprise, Tag("surprise")]
    | Annotated[Sortition, Tag("sortition")]
    | Annotated[Charter, Tag("charter")]
    | Annotated[Trigger, Tag("trigger")]
    | Annotated[Dashboard, Tag("dashboard")]
    | Annotated[Join, Tag("join")],
    Discriminator(_kind),
]

Group.model_rebuild()

__all__ = [
    "Allocate",
    "Amend",
    "Assign",
    "Cards",
    "Cast",
    "Charter",
    "Compose",
    "Consent",
    "Dashboard",
    "Debrief",
    "Gate",
    "Group",
    "Join",
    "Leaf",
    "Phase",
    "PhaseBase",
    "Position",
    "Prioritise",
    "Propose",
    "Record",
    "Roleplay",
    "Sort",
    "Sortition",
    "Surprise",
    "Survey",
    "Synthesise",
    "Trigger",
    "Vote",
]
