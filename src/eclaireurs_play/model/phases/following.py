"""Following a contract: its charter, what opens its clause, the board that people come back to."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Slug
from eclaireurs_play.model.outline import (
    CALLER,
    CRITERION,
    FIELDS,
    Blank,
    Outline,
    Titles,
    card_of,
    typist,
)
from eclaireurs_play.model.phases.base import Order, PhaseBase, Who


class Charter(PhaseBase):
    """The parties agree on criteria of evolution and on guard-rails.

    The cards are those that the scenario's charter names, of the families `criteria` and
    `guardrails`. Each party may strike up to `strikes` of each; what nobody strikes is the charter.
    The field `suit` of a criterion says which triggers it covers.
    """

    type: Literal["charter"]
    order: Order = "together"
    criteria: Slug
    guardrails: Slug | None = None
    suit: Slug
    strikes: Annotated[int, Constraint(ge=0, le=5)] = 1

    def outline(self, titles: Titles) -> Outline:
        """Say how cards are struck."""
        families = tuple(one for one in (self.criteria, self.guardrails) if one)
        names = " et ".join(f"« {titles(one)} »" for one in families)
        return Outline(
            f"Les cartes {names} sont lues une à une. Chaque partie peut en écarter "
            f"{self.strikes} de chaque famille, en disant pourquoi ; ce qui reste fait la charte.",
            (),
            tuple(
                Blank(
                    titles(one),
                    ("Carte", "Gardée", "Écartée par", "Pourquoi"),
                    rows=6,
                    charter="criteria" if one == self.criteria else "guardrails",
                )
                for one in families
            ),
            typed=tuple(f"{typist(self.who)} choisit {one}={card_of(one)}" for one in families),
        )


class Trigger(PhaseBase):
    """A piece of news or a date that the charter covers may open the clause, or an alert.

    The news is of one of the game's suits. A seat whose role the suit entitles invokes a criterion
    of the charter that `uses` names. An alert of a board that it names needs no criterion; any seat
    that some suit entitles may ask on it, until news is told.
    """

    type: Literal["trigger"]
    order: Order = "free"
    pick: Literal["draw", "choose"] = "draw"

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Say what opens the clause."""
        return Outline(
            "Une alerte écrite au tableau de bord suffit pour demander l'ouverture. Sinon, une "
            "nouvelle est lue : la partie concernée la demande, en montrant le critère de la "
            "charte qui couvre cette nouvelle, ou une échéance. Sans alerte ni critère, la clause "
            "reste fermée.",
            (),
            (
                Blank("La nouvelle, l'échéance ou l'alerte", rows=2),
                Blank("Qui demande l'ouverture"),
                Blank("Le critère de la charte, ou le numéro de l'alerte"),
                Blank("La clause", options=("Ouverte", "Fermée"), across=True),
            ),
            typed=(
                f"{CALLER} choisit critere={CRITERION}",
                *((f"{CALLER} choisit alerte=a1",) if len(self.uses) > 1 else ()),
            ),
        )


class Dashboard(PhaseBase):
    """A board with a row for each investment, kept from one session to the next.

    Rows come from what the phase uses (an allocation, an earlier board) and from `rows`: these are
    added to a board that has none of them, and an allocation replaces them. A row is filled by
    `form`; what is written on it is an alert: `watch` asks for one at least. Nothing on it is ever
    erased; an alert on which a clause opened is settled.
    """

    type: Literal["dashboard"]
    who: Who = "group"
    order: Order = "free"
    form: Slug
    rows: Mapping[Slug, Line] = {}
    watch: bool = False

    def outline(self, titles: Titles) -> Outline:
        """Name the rows."""
        names = tuple(self.rows.values())
        fills = f"Pour chaque ligne du tableau, remplir « {titles(self.form)} »"
        does = f"{fills} ; écrire à côté ce qui alerte."
        if self.watch:
            does = (
                "Relire le tableau, ligne par ligne, et écrire ce qui alerte : une alerte au moins."
            )
        return Outline(
            f"{does} Rien ne s'efface : une nouvelle valeur s'ajoute sous l'ancienne.",
            names,
            (Blank("Alertes", ("Ligne", "Ce qui alerte", "Qui l'a vu", "Quand"), rows=4),),
            typed=tuple(
                line
                for row in list(self.rows)[:1]
                for line in (
                    f"{typist(self.who)} remplit {row} {FIELDS}",
                    f"{row} {typist(self.who)}: ce qui alerte",
                )
            ),
            form=self.form,
            rows=self.rows,
        )


class Join(PhaseBase):
    """People join a group, or not; nobody is in more than `at_most` at once.

    Each says how many they are already in. `at_least` make a group.
    """

    type: Literal["join"]
    order: Order = "free"
    at_most: Annotated[int, Constraint(ge=1, le=9)] = 2
    at_least: Annotated[int, Constraint(ge=1, le=50)] = 1

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Say who may join."""
        counts = tuple(map(str, range(self.at_most)))
        return Outline(
            f"Chaque personne dit combien elle en suit déjà, et rejoint le groupe ou non ; "
            f"{self.at_most} à la fois au plus. Il en faut {self.at_least} pour commencer.",
            (),
            (Blank("", ("Place", "En suit déjà", "Rejoint"), rows=0),),
            slip=(
                Blank("Je suis"),
                Blank("J'en suis déjà", options=counts, across=True),
                Blank("Je rejoins", options=("Oui", "Pas cette fois"), across=True),
            ),
            typed=(f"{typist(self.who)} choisit rejoint=0",),
        )
