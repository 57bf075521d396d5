"""QR codes as matrices of modules, made once per text."""

from functools import lru_cache

from eclaireurs_play.layout.display import Modules
from eclaireurs_play.model.print import Colour

_MASK = 2
"""One mask for every code: weighing all eight costs five times as much and reads no better."""


@lru_cache(maxsize=4096)
def modules(text: str) -> tuple[str, ...]:
    """Encode a text, correcting up to 15 % of damage, as rows of 0 and 1."""
    import segno  # noqa: PLC0415 - only cards with codes need it

    code = segno.make(text, error="m", boost_error=False, micro=False, mask=_MASK)
    return tuple("".join("1" if one else "0" for one in row) for row in code.matrix)


def draw_code(text: str, x: float, y: float, side: float, colour: Colour) -> Modules:
    """Draw a QR code `side` mm wide; four modules around it must stay empty."""
    return Modules(x, y, side, modules(text), colour)
