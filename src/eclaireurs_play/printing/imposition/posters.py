"""Whole pages on other sheets: copies side by side to cut apart, a wide page to glue."""

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.display import Box, Group, Item, Page, Rect, Strokes
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.patterns import texture
from eclaireurs_play.model.print import Colour

CUT = 5.0
"""Length of a mark at each end of a cut across a sheet, in mm."""

EDGE = 5.0
"""What printers leave blank along the edges of a sheet, in mm."""

TILE, OVERLAP = 210.0, 10.0
"""Width of the upright sheets that a wide page is cut into, and of what two of them share, in mm.
"""


GLUE = 2.4
"""Pitch of what is hatched to be glued, in mm."""


def ganged(page: Page, up: int, colour: Colour) -> Page:
    """Put a page so many times on one sheet, two across, with the ends of the cuts marked."""
    if up == 1:
        return page
    width, height = page.width * 2, page.height * (up // 2)
    copies = tuple(
        Group(page.items, place % 2 * page.width, place // 2 * page.height) for place in range(up)
    )
    middle = page.width
    cuts = [(middle, 0.0, middle, CUT), (middle, height - CUT, middle, height)]
    for row in range(1, up // 2):
        y = row * page.height
        cuts += [(0.0, y, CUT, y), (width - CUT, y, width, y)]
    return Page(width, height, (*copies, Strokes(tuple(cuts), colour, 0.15)), page.title)


def tiles(page: Page, look: Look) -> tuple[Page, Page]:
    """Cut a wide page into two upright sheets that overlap, with where to cut and to glue.

    Raises LayoutError when two sheets are not enough.
    """
    if page.width > 2 * TILE:
        raise LayoutError(f"la page « {page.title} » ne tient pas sur deux feuilles")
    first = (page.width + OVERLAP) / 2 - TILE + EDGE
    second = page.width - TILE - first
    seam = second + EDGE
    return (
        _tile(page, first, seam, "Collez la feuille 2 à partir de ce trait.", look),
        _tile(page, second, seam, "Feuille 2 : coupez sur ce trait.", look),
    )


def _tile(page: Page, left: float, seam: float, words: str, look: Look) -> Page:
    """Draw what a sheet shows of a page, from `left`, and mark the seam at both ends."""
    x, low = seam - left, page.height - EDGE
    ends = Strokes(((x, EDGE, x, 2 * EDGE), (x, low - EDGE, x, low)), look.theme.ink, 0.3)
    after = x < TILE / 2
    at = (x + 2 if after else x - 2, 2 * EDGE - 1)
    letter = Letter("regular", look.theme.sizes.note, look.theme.soft)
    told = label(words, at, letter, look, align="left" if after else "right")
    glued = () if after else (_glue(Box(x, 2 * EDGE, OVERLAP, low - 3 * EDGE), look),)
    return Page(TILE, page.height, (*glued, Group(page.items, -left, 0), ends, told), page.title)


def _glue(box: Box, look: Look) -> Item:
    """Hatch lightly what the other sheet will cover."""
    clip = Rect(box.x, box.y, box.width, box.height)
    return texture("rising", box, look.theme.faint, clip, GLUE)
