"""Phases as a designer writes them: the keys all kinds share, and each kind's own settings.

How a kind behaves is in `engine/phases`, one module per kind of the same name.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Tag, model_validator
from pydantic import Field as Constraint

from eclaireurs_play.model.base import NOT_A_RULE, Line, Model, Origin, Prose, Slug
from eclaireurs_play.model.conditions import Condition, Repeat
from eclaireurs_play.model.outline import Blank, Outline, Titles

May = Literal["skip", "shorten"]
Who = Literal["each-seat", "group", "facilitator"] | tuple[Slug, ...]
Order = Literal["in-turn", "together", "free"]


class PhaseBase(Model):
    """What every phase may say, whatever its kind.

    `say` is spoken by the facilitator; `stuck` and `short` only advise them. `hidden` keeps
    contributions secret until the phase closes. A `locked` phase is never skipped.
    """

    id: Slug
    title: Line
    say: Prose | None = None
    minutes: Annotated[float, Constraint(ge=0, le=600), NOT_A_RULE] = 0
    stuck: Prose | None = None
    short: Prose | None = None
    who: Who = "each-seat"
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


class Group(PhaseBase):
    """A phase made of phases."""

    phases: Annotated[tuple["Phase", ...], Constraint(min_length=1)]

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - its phases speak for it
        """List the phases inside."""
        return Outline("", tuple(phase.title for phase in self.phases))


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
        )


class Cast(PhaseBase):
    """Roles are given by the scenario, chosen, or drawn; each seat then says who it is."""

    type: Literal["cast"]
    how: Literal["given", "chosen", "drawn"] = "given"
    presents: Prose | None = None

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """How roles come to seats."""
        how = {
            "given": "Chaque personne reçoit la fiche de son rôle et la lit en silence.",
            "chosen": "Chaque personne choisit un rôle parmi ceux qui restent.",
            "drawn": "Chaque personne tire un rôle au sort.",
        }
        points = (self.presents,) if self.presents else ()
        return Outline(how[self.how], points, (Blank("", ("Place", "En une phrase"), rows=0),))


class Cards(PhaseBase):
    """Cards are drawn, or picked from a spread, and answered aloud; others may reply.

    Each actor takes `rounds` turns, and `more` if they wish.
    """

    type: Literal["cards"]
    families: Annotated[tuple[Slug, ...], Constraint(min_length=1)]
    pick: Literal["draw", "spread"] = "draw"
    draw: Annotated[int, Constraint(ge=1, le=10)] = 1
    rounds: Annotated[int, Constraint(ge=1, le=10)] = 1
    more: Annotated[int, Constraint(ge=0, le=10)] = 0
    rate: tuple[Slug, ...] = ()
    in_place_of: Literal["another-seat"] | None = None
    replies: bool = True

    def outline(self, titles: Titles) -> Outline:
        """Which cards, how many, and what is noted of each answer."""
        names = " ou ".join(f"« {titles(family)} »" for family in self.families)
        many = f"{self.draw} cartes" if self.draw > 1 else "une carte"
        who = "Le groupe" if self.who == "group" else "À son tour, chaque personne"
        verb = "choisit, faces visibles," if self.pick == "spread" else "pioche"
        place = " Elle répond à la place de quelqu'un d'autre." if self.in_place_of else ""
        rated = tuple(titles(one) for one in self.rate)
        instead = ("À la place de",) if self.in_place_of else ()
        return Outline(
            f"{who} {verb} {many} {names}, la lit à voix haute et répond.{place}",
            rated,
            (Blank("", ("Carte", "Qui", *instead, "Ce qui est dit", *rated), rows=0),),
        )


class Record(PhaseBase):
    """A form of the game is filled."""

    type: Literal["record"]
    who: Who = "group"
    form: Slug

    def outline(self, titles: Titles) -> Outline:
        """Which form is filled."""
        return Outline(f"Remplir ensemble la feuille « {titles(self.form)} ».")


class Position(PhaseBase):
    """Each seat places itself on an axis."""

    type: Literal["position"]
    order: Order = "together"
    question: Prose
    least: Annotated[int, Constraint(ge=-10, le=0)] = -3
    most: Annotated[int, Constraint(ge=1, le=10)] = 3
    least_label: Line
    most_label: Line

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Place the two ends of the axis."""
        secret = " sans le montrer" if self.hidden else ""
        scale = tuple(f"{value:+d}" if value else "0" for value in range(self.least, self.most + 1))
        return Outline(
            f"Chaque personne se place{secret} sur l'axe.",
            (self.question, f"{scale[0]} : {self.least_label}", f"{scale[-1]} : {self.most_label}"),
            (Blank(self.question, ("Place", *scale), rows=0),),
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
        )


class Debrief(PhaseBase):
    """What was lived, what worked, what goes home: never skipped."""

    type: Literal["debrief"]
    order: Order = "free"
    locked: bool = True
    questions: Annotated[Mapping[Slug, Prose], Constraint(min_length=1)]

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Ask the questions."""
        questions = tuple(self.questions.values())
        return Outline(
            "Chaque personne répond, en une phrase ou deux ; personne n'est obligé.",
            questions,
            tuple(Blank(question, rows=3) for question in questions),
        )


def _kind(value: object) -> str:
    """Name the kind of a phase as written: its `type`, or `group` when it holds phases."""
    if isinstance(value, Group):
        return "group"
    if isinstance(value, Mapping):
        return str(value.get("type", "group" if "phases" in value else ""))
    return str(getattr(value, "type", ""))


Leaf = Gate | Cast | Cards | Record | Position | Sort | Synthesise | Debrief

Phase = Annotated[
    Annotated[Group, Tag("group")]
    | Annotated[Gate, Tag("gate")]
    | Annotated[Cast, Tag("cast")]
    | Annotated[Cards, Tag("cards")]
    | Annotated[Record, Tag("record")]
    | Annotated[Position, Tag("position")]
    | Annotated[Sort, Tag("sort")]
    | Annotated[Synthesise, Tag("synthesise")]
    | Annotated[Debrief, Tag("debrief")],
    Discriminator(_kind),
]

Group.model_rebuild()
