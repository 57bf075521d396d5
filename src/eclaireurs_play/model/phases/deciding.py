"""Deciding: votes, priorities, shares, posts."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator
from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Model, Prose, Slug
from eclaireurs_play.model.outline import (
    PLACE,
    Blank,
    Grid,
    Outline,
    Titles,
    card_of,
    doing,
    typist,
)
from eclaireurs_play.model.phases import slips
from eclaireurs_play.model.phases.base import Order, PhaseBase, Who

Weight = Annotated[float, Constraint(gt=0, le=100)]


def _ratio(text: str) -> str:
    """Refuse words that are not a fraction of two whole numbers."""
    if not re.fullmatch(r"[1-9]\d{0,3}/[1-9]\d{0,3}", text):
        raise ValueError(f"une part s'écrit comme 0.6 ou 2/3, pas « {text} »")
    return text


Ratio = Annotated[str, AfterValidator(_ratio)]
"""A share written exactly: `2/3`."""


class Channel(Model):
    """A way that ballots come by, and what each of them weighs."""

    title: Line
    weight: Weight = 1


class Vote(PhaseBase):
    """People vote on options; the method gives the shape of a ballot.

    `threshold` is the share of yes that a majority takes: `0.6`, or `2/3`.

    `channels` weigh ballots by where they come from, each by a number or a `Channel`; `ballots` is
    how many are awaited when voters are not at the table.
    """

    type: Literal["vote"]
    order: Order = "together"
    hidden: bool = True
    method: Literal["majority", "approval", "points", "borda", "schulze", "judgment"]
    question: Prose
    options: Mapping[Slug, Line] = {}
    threshold: Annotated[float, Constraint(ge=0.5, le=1)] | Ratio = 0.5
    points: Annotated[int, Constraint(ge=1, le=100)] = 5
    most_each: Annotated[int, Constraint(ge=1, le=100)] | None = None
    mentions: tuple[Line, ...] = ("Très bien", "Bien", "Passable", "Insuffisant", "À rejeter")
    channels: Mapping[Slug, Channel | Weight] = {}
    ballots: Annotated[int, Constraint(ge=0, le=1000)] = 0

    @model_validator(mode="after")
    def _is_a_majority(self) -> Self:
        if not Fraction(1, 2) <= self.share <= 1:
            raise ValueError(f"le seuil (threshold) va de 1/2 à 1, pas {self.threshold}")
        return self

    @property
    def share(self) -> Fraction:
        """Give the threshold, exactly as it was written."""
        return Fraction(str(self.threshold))

    def outline(self, titles: Titles) -> Outline:
        """Say what a ballot looks like."""
        mentions = ", ".join(self.mentions)
        ranked = "les options, de la première à la dernière"
        told = {
            "majority": ("répond oui, non, ou s'abstient", "répondent oui, non, ou s'abstiennent"),
            "approval": ("coche tout ce qui lui convient", "cochent tout ce qui leur convient"),
            "points": (f"répartit {self.points} points", f"répartissent {self.points} points"),
            "borda": (f"classe {ranked}", f"classent {ranked}"),
            "schulze": (f"classe {ranked}", f"classent {ranked}"),
            "judgment": (f"donne une mention : {mentions}", f"donnent une mention : {mentions}"),
        }
        who = "each-seat" if self.ballots else self.who
        options = tuple(self.options.values())
        return Outline(
            f"{doing(who, titles, *told[self.method])}.",
            (self.question, *options),
            (slips.counted(self.question, self.method, options),),
            slip=slips.ballot(self.question, self.method, options, self.mentions),
            typed=tuple(
                f"{typist(self.who)} {slips.ballot_line(about, self.method, tuple(self.options))}"
                for about in self.channels or (self.id,)
            ),
            secret=self.hidden,
        )


class Criterion(Model):
    """Something items are rated on, from 1 to 5; `wanted` tells more from less."""

    title: Line
    wanted: bool = True


class Prioritise(PhaseBase):
    """Items are rated on criteria, then put in order with a reason."""

    type: Literal["prioritise"]
    criteria: Annotated[Mapping[Slug, Criterion], Constraint(min_length=1, max_length=6)]
    items: Mapping[Slug, Line] = {}
    top: Annotated[int, Constraint(ge=1, le=20)] | None = None

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Name the criteria."""
        criteria = tuple(one.title for one in self.criteria.values())
        return Outline(
            "Chaque personne note chaque piste de 1 à 5, puis le groupe les met en ordre.",
            criteria,
            (Blank("", ("Piste", *criteria, "Rang", "Pourquoi"), rows=4),),
            typed=(
                f"{typist(self.who)} évalue p1 " + slips.parts(tuple(self.criteria), 4),
                f"groupe classe {self.id} p1 > p2",
                "raison groupe: pourquoi cet ordre",
            ),
            grid=self._grid(),
        )

    def _grid(self) -> Grid | None:
        """Cross the first two criteria, when there are two."""
        if len(self.criteria) < 2:  # noqa: PLR2004 - a grid has two sides
            return None
        across, up = list(self.criteria.values())[:2]
        return Grid(across.title, up.title, across.wanted, up.wanted)


class Allocate(PhaseBase):
    """A quantity is shared between things; the parts add up to it.

    `total` in `unit`, or the scenario's envelope when it gives one.
    """

    type: Literal["allocate"]
    who: Who = "group"
    among: Mapping[Slug, Line] = {}
    total: Annotated[float, Constraint(gt=0)] | None = None
    unit: Annotated[str, Constraint(max_length=20)] = ""
    most_each: Annotated[float, Constraint(gt=0)] | None = None
    whole: bool = True

    def outline(self, titles: Titles) -> Outline:  # noqa: ARG002 - nothing to look up
        """Name the parts."""
        return Outline(
            "Répartir l'enveloppe entre les lignes ; la somme tombe juste.",
            tuple(self.among.values()),
            (Blank("", ("Ligne", f"Part {self.unit}".strip(), "Pourquoi"), rows=6),),
            slip=slips.shares(self.among, self.unit),
            typed=(
                f"{typist(self.who)} répartit {self.id} "
                + slips.parts(tuple(self.among)[:2] or ("p1", "p2"), 10),
                f"raison {typist(self.who)}: pourquoi cette répartition",
            ),
        )


class Level(Model):
    """How much of each function someone of this level may hold."""

    title: Line
    most: Mapping[Slug, Annotated[int, Constraint(ge=0, le=50)]]


class Assign(PhaseBase):
    """People wish for posts, an arbiter matches them, and rules forbid some matches.

    Posts are the cards of a family. A card's `function` field is counted against the level's
    caps (a person's level is the most that their posts give); `hours` against `most_hours`;
    `apart` names fields whose equal values can't be held together (the same day). Nobody holds
    more than `most_posts`.
    """

    type: Literal["assign"]
    posts: Slug
    wishes: Annotated[int, Constraint(ge=0, le=10)] = 3
    arbiter: Who = "facilitator"
    function: Slug | None = None
    level: Slug | None = None
    levels: Mapping[Slug, Level] = {}
    hours: Slug | None = None
    most_hours: Annotated[float, Constraint(gt=0)] | None = None
    apart: tuple[Slug, ...] = ()
    most_posts: Annotated[int, Constraint(ge=1, le=50)] | None = None

    def outline(self, titles: Titles) -> Outline:
        """Say how wishes become posts."""
        return Outline(
            f"Chaque personne range jusqu'à {self.wishes} vœux parmi « {titles(self.posts)} » et "
            f"dit pourquoi ; puis les places sont proposées, sans incompatibilité{self._limit()}.",
            (),
            (Blank("", ("Place", "Vœux, dans l'ordre", "Proposition"), rows=0),),
            slip=slips.wishes(self.wishes),
            typed=(
                f"{PLACE} classe voeux {card_of(self.posts)} > {card_of(self.posts)}",
                f"motif {PLACE}: pourquoi ces vœux",
                f"{typist(self.arbiter)} pose {PLACE} dans {card_of(self.posts)}",
            ),
        )

    def _limit(self) -> str:
        return f", {self.most_posts} au plus par personne" if self.most_posts else ""
