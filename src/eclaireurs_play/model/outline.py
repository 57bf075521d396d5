"""What a phase asks of people, told without naming its kind: read by guides and record sheets."""

from collections.abc import Callable
from dataclasses import dataclass

Titles = Callable[[str], str]
"""Gives the title of a family, a form, a rating or a result by its id."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write by hand: a table when `columns`, boxes to tick when `options`, else lines.

    `rows` counts lines or table rows; 0 means one for each seat.
    """

    label: str
    columns: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Outline:
    """One sentence on what people do, the points it bears on, and what paper keeps of it."""

    does: str
    points: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()
