"""What a phase asks of people, told without naming its kind: read by guides and paper forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Titles = Callable[[str], str]
"""Gives the title of a family, a form, a rating, a role or a result by its id."""

PLACE = "‹place›"
"""Stands in a typed example for the code of any seat."""

HOLDER = "‹qui-propose›"
"""Stands in a typed example for the seat that makes proposals."""

TERMS, TERM = "‹termes=options›", "‹terme=option›"
"""Stand in a typed example for all the terms of the scenario, and for one of them."""

IN_WORDS = "‹en-toutes-lettres›"
"""Stands in a typed example for a proposal in words, where the scenario has no terms."""

STANCE = "‹posture›"
"""Stands in a typed example for one of the game's stances."""

CRITERION = "‹critère›"
"""Stands in a typed example for the code of a criterion of the charter."""

ROLE = "‹rôle›"
"""Stands in a typed example for one of the game's roles."""

CALLER = "‹qui-demande›"
"""Stands in a typed example for a seat that may ask for an opening."""

FIELDS = "‹champ=valeur›"
"""Stands in a typed example for fields of a form."""

_ACTORS = {"group": "groupe", "facilitator": "animateur"}
_SUBJECTS = {"group": "Le groupe", "facilitator": "La personne qui anime"}


def typist(who: object) -> str:
    """Give the word that a typed line begins with: the group, the facilitator, a role, a seat."""
    if isinstance(who, tuple) and who:
        return f"‹{who[0]}›"
    return _ACTORS.get(str(who), PLACE)


def doing(who: object, titles: Titles, one: str, many: str) -> str:
    """Begin a sentence with who acts and the verb that agrees: roles by name, or each person."""
    names = [titles(name) for name in who] if isinstance(who, tuple) else []
    names = [*names[:1], *(f"{name[:1].lower()}{name[1:]}" for name in names[1:])]
    if len(names) > 1:
        return f"{', '.join(names[:-1])} et {names[-1]} {many}"
    known = {"group": "Le groupe", "facilitator": "La personne qui anime"}
    return f"{names[0] if names else known.get(str(who), 'Chaque personne')} {one}"


def card_of(family: str) -> str:
    """Stand in a typed example for the code of a card of a family."""
    return f"‹{family}›"


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write by hand: a table when `columns`, boxes when `options`, else lines.

    `rows` counts lines or table rows; 0 means so many for `each` seat. Boxes are ticked once; with
    `scale`, each option has a box under every step of it; with `figures`, a figure is written in
    the box. Boxes stand one under the other, or on a row when `across`. With `terms`, the
    scenario's terms, when it has some, stand there with their options: all are settled, or one.
    `ends` are words under both ends of a row of boxes. With `charter`, the cards that the
    scenario's charter names begin the rows.
    """

    label: str
    columns: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    rows: int = 1
    scale: tuple[str, ...] = ()
    figures: bool = False
    across: bool = False
    terms: Literal["none", "all", "one"] = "none"
    ends: tuple[str, ...] = ()
    each: int = 1
    charter: Literal["none", "criteria", "guardrails"] = "none"


@dataclass(frozen=True, slots=True)
class Grid:
    """A square to place things on by two marks from 1 to `most`; `more_…` tells what is wanted."""

    across: str
    up: str
    more_across: bool = True
    more_up: bool = True
    most: int = 5


@dataclass(frozen=True, slots=True)
class Outline:
    """One sentence on what people do, the points it bears on, and what paper keeps of it.

    `blanks` are for the record of the session, `slip` is what one person fills (the blanks when
    empty), `typed` the lines to type afterwards. `form` names the game's form that is filled;
    `zones` is a board, by the code of each zone; `rows` one whose every row is filled by `form`,
    by the code of each row. What is `secret` keeps no name, nor anything that could look like an
    example to follow.
    """

    does: str
    points: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()
    slip: tuple[Blank, ...] = ()
    typed: tuple[str, ...] = ()
    form: str = ""
    zones: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    grid: Grid | None = None
    secret: bool = False
