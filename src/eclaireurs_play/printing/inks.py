"""Colours as a file writes them: light for screens and office printers, inks for print shops.

Inks are computed from light alone, black taking all that the three others share; no profile of a
press is known. Text is black and nothing else, so that it never shows coloured edges.
"""

from functools import lru_cache
from typing import Protocol

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import number, numbers
from eclaireurs_play.model.print import Colour, luminance

USUAL_LIMIT = 300
"""Ink that coated paper bears at one place, all four together, in percent."""

LIGHT = 0.5
"""A text whose luminance is over this stays the colour of the paper."""

BLACK, PAPER = "0 0 0 1", "0 0 0 0"


class Inks(Protocol):
    """Writes colours: operators to fill and to stroke, operands for areas and for text."""

    fill: str
    stroke: str

    def area(self, colour: Colour) -> str:
        """Write the colour of an area or of a line."""

    def text(self, colour: Colour) -> str:
        """Write the colour of letters."""


class Rgb:
    """Red, green and blue light."""

    fill, stroke = "rg", "RG"

    def area(self, colour: Colour) -> str:
        """Write a colour as three numbers from 0 to 1."""
        return _light(colour)

    def text(self, colour: Colour) -> str:
        """Write a colour as three numbers from 0 to 1."""
        return _light(colour)


class Cmyk:
    """Cyan, magenta, yellow and black inks, never more than `limit` percent together."""

    fill, stroke = "k", "K"

    def __init__(self, limit: int = USUAL_LIMIT) -> None:
        self.limit = limit

    def area(self, colour: Colour) -> str:
        """Write a colour as four numbers from 0 to 1.

        Raises LayoutError when it takes more ink than the limit.
        """
        inks = separated(colour)
        total = round(100 * sum(inks))
        if total > self.limit:
            sentence = (
                f"la couleur {colour} demande {total} % d'encre, la limite est {self.limit} %"
            )
            raise LayoutError(sentence)
        return numbers(inks)

    def text(self, colour: Colour) -> str:
        """Write letters in black alone, or leave them blank on a dark ground."""
        return PAPER if luminance(colour) > LIGHT else BLACK


@lru_cache(maxsize=256)
def separated(colour: Colour) -> tuple[float, float, float, float]:
    """Give the cyan, magenta, yellow and black of a colour, from 0 to 1."""
    red, green, blue = _channels(colour)
    black = 1 - max(red, green, blue)
    if black == 1:
        return 0, 0, 0, 1
    left = 1 - black
    return (left - red) / left, (left - green) / left, (left - blue) / left, black


@lru_cache(maxsize=256)
def _light(colour: Colour) -> str:
    return " ".join(number(one) for one in _channels(colour))


def _channels(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def inks(name: str, limit: int | None = None) -> Inks:
    """Give the inks of that name: `rgb` or `cmyk`."""
    return Cmyk(limit or USUAL_LIMIT) if name == "cmyk" else Rgb()
