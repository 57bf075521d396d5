"""What professional printers take, as data: sizes of images, bleed, names of files."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field as Constraint
from pydantic import model_validator

from eclaireurs_play.model.base import Line, Model, Prose, Slug
from eclaireurs_play.model.print import MILLIMETRES, CardFormat, Ink, Length


class Pixels(Model):
    """The size of an image, its bleed included."""

    width: Annotated[int, Constraint(ge=100, le=10000)]
    height: Annotated[int, Constraint(ge=100, le=10000)]


FileName = Annotated[str, Constraint(pattern=r"^[a-z0-9{}:_-]+\.png$")]
"""The name of an image: `{rank:03}` is a card's place from 1, `{code}` its code."""


class PrinterFormat(Model):
    """What a professional printer takes: images of exact sizes, or one PDF of single cards.

    `cards` gives, for a card format, the size of what is sent, bleed included, at `dpi`. `source`
    is where this was read, `seen` how, `unverified` what nobody checked. `first` is the side of a
    card that comes first in a PDF.
    """

    id: Slug
    title: Line
    source: Annotated[str, Constraint(pattern=r"^https://\S+$")]
    seen: Line
    unverified: tuple[Line, ...] = ()
    output: Literal["png", "pdf"]
    dpi: Annotated[int, Constraint(ge=72, le=1200)]
    bleed: Length
    safe: Length
    corner: Length = 3
    cards: Annotated[Mapping[Slug, Pixels], Constraint(min_length=1)]
    first: Literal["front", "back"] = "front"
    front: FileName = "{rank:03}-{code}-recto.png"
    back: FileName = "{rank:03}-{code}-verso.png"
    ink: Ink = "rgb"
    ink_limit: Annotated[int, Constraint(ge=100, le=400)] | None = None
    advice: Prose

    @model_validator(mode="after")
    def _named_apart(self) -> Self:
        names = {self.named(face, rank, "AA-01") for face in ("front", "back") for rank in (1, 2)}
        if len(names) < 4:  # noqa: PLR2004 - two cards have two sides each
            raise ValueError("front et back doivent nommer chaque image autrement, avec {rank}")
        return self

    def named(self, face: Literal["front", "back"], rank: int, code: str) -> str:
        """Name the image of one side of a card."""
        try:
            return (self.front if face == "front" else self.back).format(rank=rank, code=code)
        except (KeyError, ValueError, IndexError):
            raise ValueError(f"{face} ne peut contenir que {{rank}} et {{code}}") from None

    def sized(self, card: Slug) -> str:
        """Tell the size of a card to choose at the printer's, and of its images."""
        size = self.cards[card]
        return (
            f"Taille à choisir : {card} ({size.width} × {size.height} pixels, fond perdu compris)"
        )

    def form(self, card: Slug) -> CardFormat:
        """Give the card that is left of an image once its bleed is cut."""
        size, mm = self.cards[card], MILLIMETRES["in"] / self.dpi
        return CardFormat(
            id=card,
            title=f"{self.title}, {card}",
            width=size.width * mm - 2 * self.bleed,
            height=size.height * mm - 2 * self.bleed,
            safe=self.safe,
            corner=self.corner,
            bleed=self.bleed,
        )
