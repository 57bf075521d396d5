"""What is printed, as data: themes, card and sheet formats, pages and kits.

Lengths are written with their unit (`63mm`, `2.5cm`, `1in`, `12pt`) and kept in millimetres;
sizes of type are written and kept in points.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    BeforeValidator,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic import Field as Constraint

from eclaireurs_play.model.base import Line, Model, Slug
from eclaireurs_play.model.deck import Shape

MM_PER_POINT = 25.4 / 72
LEAST_CONTRAST = 4.5
LEAST_POINTS = 7.0

_DARKEST = 0.04045
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": MM_PER_POINT}
"""How long each unit is, in mm."""

_LENGTH = re.compile(r"^([0-9]+(?:\.[0-9]+)?) ?(mm|cm|in|pt)$")


def _read_length(value: object) -> tuple[float, str]:
    """Read a number and its unit, or explain what a length looks like."""
    found = _LENGTH.match(str(value).strip())
    if not found:
        raise ValueError(f"« {value} » n'est pas une longueur (exemple : 63mm, 2.5cm, 12pt)")
    return float(found[1]), found[2]


def _millimetres(value: object) -> object:
    """Convert a length with its unit to millimetres; a bare number is one already."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    number, unit = _read_length(value)
    return round(number * MILLIMETRES[unit], 4)


def _points(value: object) -> object:
    """Convert a length with its unit to points; a bare number is one already."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    number, unit = _read_length(value)
    return round(number * MILLIMETRES[unit] / MM_PER_POINT, 4)


_SCHEMA = WithJsonSchema({"type": "string", "pattern": _LENGTH.pattern})

Length = Annotated[float, BeforeValidator(_millimetres), Constraint(ge=0, le=2000), _SCHEMA]
"""A length in millimetres, written with its unit."""

Points = Annotated[float, BeforeValidator(_points), Constraint(ge=LEAST_POINTS, le=400), _SCHEMA]
"""A size of type in points, written with its unit; nothing is smaller than 7 pt."""

Colour = Annotated[str, Constraint(pattern=r"^#[0-9a-f]{6}$")]
"""A colour as `#rrggbb`, in lower case."""

FontName = Literal["regular", "italic", "semibold", "bold"]

Pattern = Literal[
    "rising", "falling", "rows", "columns", "dots", "grid", "cross", "zigzag", "rings", "bricks"
]
"""A texture that still tells a family apart in greyscale."""

Figure = Literal["ripples", "rays", "steps", "weave"]
"""The geometric figure on the back of a game's cards."""

Imposition = Literal["duplex", "fronts", "gutter-fold", "single"]
"""Where the backs of cards stand."""

Flip = Literal["long-edge", "short-edge"]
"""The edge along which a sheet is turned over."""

Marks = Literal["crop", "lines", "outer", "none"]
"""Where to cut: beside cards, all around them, at the edges of the sheet only, or unsaid."""

Sides = Literal["both", "fronts", "backs"]
"""The sides that carry marks."""

Ink = Literal["rgb", "cmyk"]
"""What colours are written in: light for screens and office printers, inks for print shops."""

What = Literal[
    "contents",
    "notice",
    "rules",
    "leaflet",
    "situations",
    "guide",
    "booklet",
    "cards",
    "tuckbox",
    "roles",
    "tents",
    "stances",
    "pseudonyms",
    "board",
    "zones",
    "dashboard",
    "maps",
    "moves",
    "surprises",
    "forms",
    "handouts",
    "canvas",
    "record",
    "observer",
    "synthesis",
    "labels",
]
"""One kind of thing a kit may hold."""

PILES: What = "cards"
"""The cards of a game's families, drawn from piles or open on the table."""

CARD_ITEMS: frozenset[What] = frozenset({"cards", "stances", "surprises"})
"""The things that are cards, laid on sheets."""


def luminance(colour: Colour) -> float:
    """Give the relative luminance of a colour, from 0 (black) to 1 (white), as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= _DARKEST else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Size(Model):
    """A size of type searched between `most` and `least`; `leading` multiplies it."""

    most: Points
    least: Points
    leading: Annotated[float, Constraint(ge=1, le=2)] = 1.35

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.least > self.most:
            raise ValueError("la taille least dépasse la taille most")
        return self


class Swatch(Model):
    """How a shape looks: dark ink on its tint, a solid for figures, a pattern for greyscale."""

    ink: Colour
    tint: Colour
    solid: Colour
    pattern: Pattern

    @model_validator(mode="after")
    def _legible(self) -> Self:
        ratio = contrast(self.ink, self.tint)
        if ratio < LEAST_CONTRAST:
            raise ValueError(
                f"l'encre {self.ink} sur {self.tint} n'a qu'un contraste de {ratio:.1f}"
            )
        return self


class Sizes(Model):
    """The sizes of type of a theme, by use."""

    card_title: Size
    card_text: Size
    open_text: Size
    card_detail: Size
    card_fact: Size
    card_figure: Points
    card_unit: Points
    second_text: Size
    told_text: Size
    stance_text: Size
    card_code: Points
    card_mark: Points
    band_code: Points
    band_name: Points
    back_code: Points
    back_name: Points
    sheet_title: Size
    sheet_aim: Size
    sheet_text: Size
    tent: Size
    tent_title: Size
    cover: Size
    heading: Size
    subheading: Size
    text: Size
    small: Size
    note: Points


class Theme(Model):
    """The look of everything printed or projected."""

    id: Slug
    title: Line
    fonts: Mapping[FontName, str]
    stack: Line
    ink: Colour
    soft: Colour
    line: Colour
    faint: Colour
    ground: Colour
    accent: Colour
    paper: Colour = "#ffffff"
    shapes: Mapping[Shape, Swatch]
    sizes: Sizes

    @field_validator("fonts", "shapes")
    @classmethod
    def _whole(cls, named: Mapping[str, object], info: ValidationInfo) -> Mapping[str, object]:
        known = get_args(FontName if info.field_name == "fonts" else Shape)
        missing = [f"« {name} »" for name in known if name not in named]
        if missing:
            raise ValueError(f"{info.field_name} : il manque {', '.join(missing)}")
        return named

    @model_validator(mode="after")
    def _legible(self) -> Self:
        for name, colour in (("ink", self.ink), ("soft", self.soft), ("accent", self.accent)):
            if contrast(colour, self.ground) < LEAST_CONTRAST:
                raise ValueError(f"{name} se lit mal sur ground (contraste inférieur à 4,5)")
        return self


class CardFormat(Model):
    """The size of a card: `safe` keeps text from the cut, `bleed` is drawn past it."""

    id: Slug
    title: Line
    width: Length
    height: Length
    safe: Length
    corner: Length
    bleed: Length


class PaperFormat(Model):
    """A size of paper that printers load, upright."""

    id: Slug
    title: Line
    width: Length
    height: Length


class SheetFormat(Model):
    """How cards stand on a sheet.

    `margin` is what printers leave blank along the edges. Without `columns` and `rows`, as many
    cards as fit are laid, turned when that lays more. Backs come on the other side, turned over
    along the `flip` edge (`duplex`), on the same side past a fold (`gutter-fold`, `gutter` wide),
    or nowhere (`fronts`); `single` lays one card a page, with its bleed.
    """

    id: Slug
    title: Line
    width: Length
    height: Length
    card: Slug
    margin: Length = 5
    columns: Annotated[int, Constraint(ge=1, le=40)] | None = None
    rows: Annotated[int, Constraint(ge=1, le=40)] | None = None
    gap: Length = 0
    gutter: Length = 6
    imposition: Imposition = "duplex"
    flip: Flip = "long-edge"
    marks: Marks = "crop"
    marks_on: Sides = "both"
    mark: Length = 4
    mark_away: Length = 1.5


class PageFormat(Model):
    """A page of running text or a board, with its margins."""

    id: Slug
    title: Line
    width: Length
    height: Length
    top: Length
    bottom: Length
    inner: Length
    outer: Length


Copies = Literal["seats", "two-a-seat", "people", "observers"]
"""How many copies there are of an item, when that depends on who comes."""


class KitItem(Model):
    """One thing of a kit: what, in which format, on which paper, how many times.

    An item on two sides starts on a page of its own sheet, even when the whole file is printed.
    `phases` names those that handouts and boards with zones are for. `copies` may be `seats`, one
    for each, `two-a-seat`, `people`, one for each who comes, or `observers`, one for each who has
    no seat and never less than one; `up` puts so many copies on a sheet, to cut: side by side, or
    two by two. A wide page that is `tiled` comes on two upright sheets, to glue. A box `holds` the
    cards of a sheet format, each of a `thickness` that depends on their paper.
    """

    what: What
    title: Line
    format: Slug
    paper: Line
    setting: Line | None = None
    sides: Literal[1, 2] = 1
    copies: Annotated[int, Constraint(ge=1, le=200)] | Copies = 1
    up: Literal[1, 2, 4] = 1
    tiled: bool = False
    holds: Slug | None = None
    thickness: Length = 0.3
    phases: tuple[Slug, ...] = ()
    use: Line | None = None

    @model_validator(mode="after")
    def _holding(self) -> Self:
        if self.what == "tuckbox" and self.holds is None:
            raise ValueError("une boîte dit quelle feuille de cartes elle contient : clé holds")
        return self


class Kit(Model):
    """All that is printed to play a game once.

    `seats` is for a game without situations; with some, there are as many as the largest has.
    More `people` may come than there are seats: those watch, or hold a seat together.
    """

    id: Slug
    title: Line
    game: Slug
    theme: Slug
    figure: Figure = "ripples"
    seats: Annotated[int, Constraint(ge=2, le=60)] = 12
    people: Annotated[int, Constraint(ge=2, le=200)] | None = None
    codes: bool = True
    items: Annotated[tuple[KitItem, ...], Constraint(min_length=1)]

    @property
    def group(self) -> int:
        """Count who comes: as many as there are seats, or more."""
        return max(self.seats, self.people or 0)

    def times(self, item: KitItem) -> int:
        """Count how many times each page of an item is printed."""
        each: Mapping[Copies, int] = {
            "seats": self.seats,
            "two-a-seat": 2 * self.seats,
            "people": self.group,
            "observers": max(1, self.group - self.seats),
        }
        copies = each[item.copies] if isinstance(item.copies, str) else item.copies
        return -(-copies // item.up)
