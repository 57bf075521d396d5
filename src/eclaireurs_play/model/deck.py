"""Decks: families of cards and the cards themselves."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field as Constraint

from eclaireurs_play.model.base import NOT_A_RULE, Code, Line, Model, Origin, Prose, Slug
from eclaireurs_play.model.fields import Field

Shape = Literal[
    "circle", "square", "diamond", "triangle", "hexagon", "drop", "cross", "arch", "star", "leaf"
]


class Family(Model):
    """A family of cards, told by its shape, its code and its colour of the theme."""

    title: Line
    code: Annotated[str, Constraint(pattern=r"^[A-Z]{2,3}$")]
    shape: Annotated[Shape, NOT_A_RULE]
    invites: Prose | None = None
    fields: Mapping[Slug, Field] = {}
    max_words: Annotated[int, Constraint(ge=5, le=120), NOT_A_RULE] = 45
    origin: Origin = "invented"


class Theme(Model):
    """A subject that marks cards and notes: water, soil, work; its icon is in `print/icons`."""

    title: Line
    icon: Annotated[Slug | None, NOT_A_RULE] = None


class Picture(Model):
    """An image on a card: a PNG, JPEG or SVG file beside the deck, its author, what it shows."""

    file: Annotated[
        str, Constraint(pattern=r"^[\w-]+(/[\w-]+)*\.(png|jpg|jpeg|svg)$", max_length=120)
    ]
    credit: Line
    shows: Line


class Card(Model):
    """One card: one idea, one question a stranger can read aloud."""

    id: Code
    family: Slug
    title: Line
    text: Prose
    themes: tuple[Slug, ...] = ()
    fields: Mapping[Slug, str | float | tuple[str, ...]] = {}
    image: Annotated[Picture | None, NOT_A_RULE] = None
    source: Line | None = None
    origin: Origin = "invented"
    copies: Annotated[int, Constraint(ge=1, le=50)] = 1


class Deck(Model):
    """Cards under one licence: a `cards*.yaml` file."""

    title: Line
    source: Line
    attribution: Line
    license: Line
    themes: Mapping[Slug, Theme] = {}
    families: Mapping[Slug, Family] = {}
    cards: tuple[Card, ...] = ()


Language = Literal["en"]
"""A language that cards may be printed in, beside French."""


class Translated(Model):
    """What a card says in another language."""

    title: Line
    text: Prose


class Translation(Model):
    """The families and cards of a game in another language: `en.yaml`, beside its decks."""

    language: Language
    attribution: Line
    license: Line
    families: Mapping[Slug, Line] = {}
    cards: Mapping[Code, Translated] = {}
