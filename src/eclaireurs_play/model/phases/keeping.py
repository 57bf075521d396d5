"""Keeping what was said: forms, boards, columns, the synthesis."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Model, Origin, Slug
from eclaireurs_play.model.outline import FIELDS, Blank, Outline, Titles, doing, typist
from eclaireurs_play.model.phases.base import Order, PhaseBase, Who


class Record(PhaseBase):
    """A form of the game is filled.

    With `quota`, everyone owes so many over all the times the phase is played: a phase then waits
    for nobody, and at the last time those who owe some are named.
    """

    type: Literal["record"]
    who: Who = "group"
    form: Slug
    quota: Annotated[int, Constraint(ge=0, le=50)] = 0

    def outline(self, titles: Titles) -> Outline:
        """Which form is filled, and by whom."""
        told = (
            "Remplir ensemble"
            if self.who == "group"
            else doing(self.who, titles, "remplit", "remplissent")
        )
        return Outline(
            f"{told} la feuille « {titles(self.form)} ».",
            typed=(f"{typist(self.who)} remplit {self.form} {FIELDS}",),
            form=self.form,
        )


class Compose(PhaseBase):
    """Cards and notes are laid on a board with zones."""

    type: Literal["compose"]
    order: Order = "free"
    zones: Annotated[Mapping[Slug, Line], Constraint(min_length=2, max_length=12)]
    families: tuple[Slug, ...] = ()
    each_zone: Annotated[int, Constraint(ge=0, le=20)] = 0

    def outline(self, titles: Titles) -> Outline:
        """Name the zones and the cards that may be laid."""
        names = ", ".join(f"« {titles(family)} »" for family in self.families)
        cards = f"Les cartes {names} restent visibles ; chaque" if names else "Chaque"
        return Outline(
            f"{cards} personne pose des cartes ou écrit dans une zone du plateau.",
            tuple(self.zones.values()),
            tuple(Blank(title, rows=4) for title in self.zones.values()),
            typed=tuple(f"{zone} {typist(self.who)}: ce qui est écrit" for zone in self.zones),
            zones=self.zones,
        )


class Sort(PhaseBase):
    """Statements, and cards already played, go into bins that mean something."""

    type: Literal["sort"]
    who: Who = "group"
    order: Order = "free"
    bins: Annotated[Mapping[Slug, Line], Constraint(min_length=2, max_length=8)]
    each_bin: Annotated[int, Constraint(ge=0, le=10)] = 0

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Name the bins."""
        return Outline(
            "Le groupe formule ce qui va dans chaque colonne.",
            tuple(self.bins.values()),
            tuple(Blank(title, rows=4) for title in self.bins.values()),
            typed=tuple(f"{column} {typist(self.who)}: ce qui est dit" for column in self.bins),
            zones=self.bins,
        )


class Recipient(Model):
    """Someone the synthesis goes to; the order of the list is the order of sending."""

    title: Line
    sees: Literal["public", "parties", "facilitator"] = "public"
    origin: Origin = "invented"


class Synthesise(PhaseBase):
    """The draft is read back to the table, corrected, then sent in order."""

    type: Literal["synthesise"]
    recipients: Annotated[Mapping[Slug, Recipient], Constraint(min_length=1)]

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """List the recipients in order."""
        names = tuple(recipient.title for recipient in self.recipients.values())
        return Outline(
            "La synthèse est relue à voix haute, corrigée, puis envoyée dans cet ordre.",
            names,
            (Blank("Corrections demandées", rows=4), Blank("Envoyée à", options=names)),
            typed=(
                f"relecture {typist(self.who)}: ce qu'il faut corriger",
                f"animateur choisit {next(iter(self.recipients))}=envoyee",
            ),
        )
