"""Proposing and agreeing: proposals, amendments, consent."""

from typing import Annotated, Literal, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from eclaireurs_play.model.base import Line, Slug
from eclaireurs_play.model.outline import (
    HOLDER,
    IN_WORDS,
    TERM,
    TERMS,
    Blank,
    Outline,
    Titles,
    doing,
    typist,
)
from eclaireurs_play.model.phases import slips
from eclaireurs_play.model.phases.base import Order, PhaseBase, Who


class Propose(PhaseBase):
    """Someone entitled proposes: one option for each of the scenario's terms, or a text.

    `within` names the charter whose guard-rails proposals keep to.
    """

    type: Literal["propose"]
    within: Slug | None = None
    each: Annotated[int, Constraint(ge=1, le=5)] = 1

    def outline(self, titles: Titles) -> Outline:
        """Say who proposes."""
        columns = ("Sur quoi", "Ce qui est proposé", "Pourquoi")
        return Outline(
            f"{doing(self.who, titles, 'propose', 'proposent')} une première version.",
            (),
            (Blank("La proposition", columns, rows=8, terms="all"),),
            slip=slips.PROPOSAL,
            typed=(
                f"{typist(self.who)} propose {TERMS}",
                f"proposition {typist(self.who)}: {IN_WORDS}",
            ),
        )


class Amend(PhaseBase):
    """Roles amend a proposal in turn; every version is kept.

    An amendment is taken in by the `holder` of the proposal or by the `group`; it may also be
    kept apart as another scenario, up to `scenarios` in all. It is never `hidden`, since people
    answer it.
    """

    type: Literal["amend"]
    accepts: Literal["holder", "group"] = "holder"
    rounds: Annotated[int, Constraint(ge=1, le=10)] = 1
    scenarios: Annotated[int, Constraint(ge=1, le=5)] = 1

    @model_validator(mode="after")
    def _is_answered(self) -> Self:
        if self.hidden:
            raise ValueError("un amendement se lit pour qu'on y réponde : il n'est jamais caché "
                             "(hidden)")  # fmt: skip
        return self

    def outline(self, titles: Titles) -> Outline:
        """Say how amendments go round."""
        every = self.who == "each-seat"
        turn = (
            "À son tour, chaque personne change une chose, ou passe"
            if every
            else doing(
                self.who, titles, "change une chose, ou passe", "changent une chose, ou passent"
            )
        )
        columns = ("Qui", "Ce qui change", "Pourquoi", "Intégré ?")
        judge = "La personne qui propose" if self.accepts == "holder" else "Le groupe"
        apart = ", l'écarte ou le garde comme autre scénario" if self.scenarios > 1 else " ou non"
        return Outline(
            f"{turn}. {judge} l'intègre{apart}.",
            (),
            (Blank("", columns, rows=0, each=self.rounds),),
            slip=slips.amendment(apart=self.scenarios > 1),
            typed=(
                f"{typist(self.who)} amende p1 {TERM}",
                f"p1 {typist(self.who)}: {IN_WORDS}",
                f"{HOLDER if self.accepts == 'holder' else 'groupe'} choisit p2=oui",
            ),
        )


class Consent(PhaseBase):
    """A proposal is adopted when no objection to it is kept.

    Steps: questions to understand, reactions in turn, objections written silently, examined
    (risk or preference), then integrated; until none is kept or `rounds` are spent. `otherwise`
    says what then holds. `within` names the charter whose guard-rails changes keep to.
    """

    type: Literal["consent"]
    who: Who = "each-seat"
    order: Order = "together"
    steps: tuple[Literal["clarification", "reaction"], ...] = ("clarification", "reaction")
    rounds: Annotated[int, Constraint(ge=1, le=6)] = 2
    within: Slug | None = None
    otherwise: Line

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Lay out the steps of consent."""
        words = {
            "clarification": "Comprendre : chacun demande ce qu'il n'a pas compris.",
            "reaction": "Réagir : chacun dit ce que la proposition lui fait ; on écoute.",
        }
        return Outline(
            "La proposition est adoptée si personne ne garde d'objection.",
            (
                *(words[step] for step in self.steps),
                "Objecter : chacun écrit en silence le risque qu'il voit, ou rien.",
                "Examiner : est-ce un risque pour le projet, ou une préférence ?",
                "Intégrer : une objection après l'autre, changer la proposition.",
                f"Sinon : {self.otherwise}",
            ),
            (Blank("Objections", ("Qui", "Quel risque, pour qui", "Levée ?"), rows=0),),
            slip=slips.OBJECTION,
            typed=(
                f"objection {typist(self.who)}: le risque, et pour qui",
                "groupe choisit n12=objection",
            ),
        )
