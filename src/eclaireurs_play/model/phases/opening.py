"""Opening a session: its conditions, who sits where, who is drawn by lot, who one is."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from eclaireurs_play.model.base import Line, Model, Origin, Prose, Slug
from eclaireurs_play.model.outline import (
    FIELDS,
    PLACE,
    ROLE,
    STANCE,
    Blank,
    Outline,
    Titles,
    typist,
)
from eclaireurs_play.model.phases.base import Order, PhaseBase, Who


class GateCondition(Model):
    """What must be true before the session opens."""

    text: Line
    origin: Origin = "invented"


class Gate(PhaseBase):
    """Conditions of entry, who called the session, and questions read aloud."""

    type: Literal["gate"]
    who: Who = "facilitator"
    conditions: Mapping[Slug, GateCondition] = {}
    called_by: Line | None = None
    self_referral: Line | None = None
    questions: Mapping[Slug, Prose] = {}

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Conditions to tick, who called, questions to answer."""
        conditions = tuple(condition.text for condition in self.conditions.values())
        called = (Blank(self.called_by, rows=1),) if self.called_by else ()
        return Outline(
            "La personne qui anime établit chaque condition, puis lit les questions.",
            (*conditions, *self.questions.values()),
            (
                Blank("Conditions établies", options=conditions),
                *called,
                *(Blank(question, rows=2) for question in self.questions.values()),
            ),
            typed=(
                *(f"{typist(self.who)} choisit {one}=oui" for one in self.conditions),
                *(f"{one} {typist(self.who)}: la réponse" for one in self.questions),
            ),
        )


class Cast(PhaseBase):
    """Roles are given by the scenario, chosen, drawn, or taken back as they first were.

    Each seat may then take a `stance`, and says who it is. Of a cast, `hidden` can only hide a
    stance chosen by hand.
    """

    type: Literal["cast"]
    how: Literal["given", "chosen", "drawn", "returned"] = "given"
    stance: Literal["chosen", "drawn"] | None = None
    presents: Prose | None = None

    @model_validator(mode="after")
    def _only_a_stance_is_hidden(self) -> Self:
        in_the_open = self.how in {"chosen", "drawn"} or self.presents
        if self.hidden and (in_the_open or self.stance != "chosen"):
            raise ValueError(
                "hidden, ici, ne cache qu'une posture choisie : avec stance: chosen, sans presents "
                "ni rôle choisi ou tiré"
            )
        return self

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """How roles come to seats."""
        how = {
            "given": "Chaque personne reçoit la fiche de son rôle et la lit en silence.",
            "chosen": "Chaque personne choisit un rôle parmi ceux qui restent.",
            "drawn": "Les fiches sont battues ; chaque personne en tire une, la lit, et la joue.",
            "returned": "Chaque personne reprend la fiche qu'elle avait au début.",
        }
        stances = {
            "chosen": " Puis elle choisit une posture.",
            "drawn": " Puis elle tire une posture au sort.",
        }
        points = (self.presents,) if self.presents else ()
        taken = {
            "chosen": ("Fiche choisie", f"{PLACE} choisit role={ROLE}"),
            "drawn": ("Fiches tirées, dans l'ordre", f"{PLACE} pioche {ROLE}"),
        }
        role = taken.get(self.how, ())
        took = "pioche posture" if self.stance == "drawn" else f"choisit posture={STANCE}"
        stance = ("Posture", f"{PLACE} {took}") if self.stance else ()
        said = ("En une phrase", f"presentation {PLACE}: en une phrase") if self.presents else ()
        return Outline(
            how[self.how] + stances.get(self.stance or "", ""),
            points,
            (Blank("", ("Place", *role[:1], *stance[:1], *said[:1]), rows=0),)
            if role + stance + said
            else (),
            slip=(Blank("Je suis"), Blank(stance[0])) if stance else (),
            typed=(*role[1:], *stance[1:], *said[1:]),
        )


class Sortition(PhaseBase):
    """People are drawn by lot from pools, so many from each; replacements keep their order.

    `pools` gives how many are drawn from each; the facilitator says how large each pool is.
    """

    type: Literal["sortition"]
    who: Who = "facilitator"
    pools: Annotated[Mapping[Slug, Line], Constraint(min_length=1, max_length=8)]
    draw: Annotated[
        Mapping[Slug, Annotated[int, Constraint(ge=1, le=200)]], Constraint(min_length=1)
    ]
    replacements: Annotated[int, Constraint(ge=0, le=50)] = 2

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Say how many are drawn from which pool."""
        points = tuple(f"{title} : {self.draw[pool]}" for pool, title in self.pools.items())
        return Outline(
            "Des numéros sont tirés au sort dans chaque liste, puis des remplaçants.",
            points,
            (Blank("", ("Liste", "Numéros tirés", "Ont accepté"), rows=len(points)),),
            slip=tuple(
                blank
                for pool, title in self.pools.items()
                for blank in (
                    Blank(f"{title} : {self.draw.get(pool, 0)} numéros tirés", rows=2),
                    Blank("Remplaçantes et remplaçants, dans l'ordre"),
                    Blank("Ont accepté", rows=2),
                )
            ),
            typed=(
                f"{typist(self.who)} remplit listes "
                + " ".join(f"{pool}=40" for pool in self.pools),
                *(f"{pool} {typist(self.who)}: {self._example(pool)}" for pool in self.pools),
            ),
        )

    def _example(self, pool: str) -> str:
        """Give numbers as they would be typed, out of a list of 40."""
        count = min(self.draw.get(pool, 1) + self.replacements, 12)
        return ", ".join(str(1 + 7 * number % 40) for number in range(1, count + 1))


class Survey(PhaseBase):
    """Everyone fills the same form together; answers are revealed together."""

    type: Literal["survey"]
    order: Order = "together"
    hidden: bool = True
    form: Slug

    def outline(self, titles: Titles) -> Outline:
        """Name the form."""
        return Outline(
            f"Chacun remplit « {titles(self.form)} » sans montrer ; on révèle ensemble.",
            typed=(f"{typist(self.who)} remplit {self.form} {FIELDS}",),
            form=self.form,
        )
