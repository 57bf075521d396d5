"""Talking: cards, places on an axis, scenes played out, news that falls, a last round."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Prose, Slug
from eclaireurs_play.model.outline import PLACE, Blank, Outline, Titles, card_of, typist
from eclaireurs_play.model.phases.base import Order, PhaseBase, Who


class Cards(PhaseBase):
    """Cards are drawn, or picked from a spread, and answered aloud; others may reply.

    Each actor takes `rounds` turns, and `more` if they wish. With `cycle`, the nth time draws
    from the nth family alone.
    """

    type: Literal["cards"]
    families: Annotated[tuple[Slug, ...], Constraint(min_length=1)]
    pick: Literal["draw", "spread"] = "draw"
    cycle: bool = False
    draw: Annotated[int, Constraint(ge=1, le=10)] = 1
    rounds: Annotated[int, Constraint(ge=1, le=10)] = 1
    more: Annotated[int, Constraint(ge=0, le=10)] = 0
    rate: tuple[Slug, ...] = ()
    in_place_of: Literal["another-seat"] | None = None
    replies: bool = True

    def outline(self, titles: Titles) -> Outline:
        """Which cards, how many, and what is noted of each answer."""
        between = ", puis " if self.cycle else " ou "
        names = between.join(f"« {titles(family)} »" for family in self.families)
        many = f"{self.draw} cartes" if self.draw > 1 else "une carte"
        who = "Le groupe" if self.who == "group" else "À son tour, chaque personne"
        verb = "choisit, faces visibles," if self.pick == "spread" else "pioche"
        place = " Elle répond à la place de quelqu'un d'autre." if self.in_place_of else ""
        times = " Une famille par tour." if self.cycle else ""
        rated = tuple(titles(one) for one in self.rate)
        instead = ("À la place de",) if self.in_place_of else ()
        return Outline(
            f"{who} {verb} {many} {names}, la lit à voix haute et répond.{place}{times}",
            rated,
            (
                Blank(
                    "",
                    ("Carte", "Qui", *instead, "Ce qui est dit", *rated),
                    rows=0,
                    each=1 if self.who == "group" else self.rounds + self.replies,
                ),
            ),
            typed=(f"{card_of(self.families[0])} {typist(self.who)}: ce qui est dit",),
        )


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
            slip=(
                Blank("Qui"),
                Blank(
                    self.question,
                    options=scale,
                    across=True,
                    ends=(self.least_label, self.most_label),
                ),
                Blank("Pourquoi là", rows=2),
            ),
            typed=(f"{PLACE} va à {self.most:+d} sur {self.id}",),
        )


class Roleplay(PhaseBase):
    """A situation is played out, turn by turn; the context may change on given turns.

    With `suits`, only surprises of these suits fall.
    """

    type: Literal["roleplay"]
    turns: Annotated[int, Constraint(ge=1, le=20)] = 3
    surprises_on: tuple[Annotated[int, Constraint(ge=1, le=20)], ...] = ()
    suits: tuple[Slug, ...] = ()

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Say how many turns."""
        return Outline(
            f"Jouer la situation en {self.turns} tours : à chaque tour, chacun dit ce que fait "
            "son rôle, et ce que cela lui coûte.",
            (),
            (Blank("", ("Tour", "Qui", "Ce qui se passe"), rows=0),),
            typed=(f"scene {typist(self.who)}: ce que fait mon rôle",),
        )


class Surprise(PhaseBase):
    """The context changes: a surprise of the scenario is drawn, or picked by the facilitator.

    With `suits`, only surprises of these suits fall.
    """

    type: Literal["surprise"]
    who: Who = "facilitator"
    pick: Literal["draw", "choose"] = "draw"
    suits: tuple[Slug, ...] = ()

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Say how the news comes."""
        return Outline(
            "Une nouvelle tombe : elle est lue à voix haute, et chacun dit ce qu'elle change.",
            (),
            (Blank("La nouvelle, et ce qu'elle change", rows=3),),
            typed=(f"ce-que-cela-change {PLACE}: ce que cela change",),
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
            typed=tuple(f"{one} {typist(self.who)}: une phrase ou deux" for one in self.questions),
        )
