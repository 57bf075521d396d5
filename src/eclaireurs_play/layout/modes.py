"""Ways to print for whoever reads or prints: less ink, no colour, large type, a proof to judge.

Each is a function from a theme, formats, a page or a card to another one; several may be joined.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil

from eclaireurs_play.layout.display import (
    Circle,
    Group,
    Item,
    Line,
    Modules,
    Page,
    Path,
    Rect,
    Strokes,
)
from eclaireurs_play.layout.look import Letter, Look, label
from eclaireurs_play.layout.printable import Formats
from eclaireurs_play.model.print import (
    CardFormat,
    Colour,
    SheetFormat,
    Size,
    Sizes,
    Swatch,
    Theme,
    contrast,
    luminance,
)

LEAST_PATTERN_CONTRAST = 3.0
"""Between a pattern and what it is drawn on, in greyscale."""

THIN, FINE = 0.35, 0.2
"""Width of the outline of what was solid, and of what was tinted or broad and pale, in mm."""

BROAD = 1.5
"""A stroke wider than this is a surface, in mm."""

DOT = 0.7
"""Half the size of what stays filled when ink is spared, in mm: a dot of a pattern."""

PALE = 0.4
"""The luminance over which a fill is a tint, and its outline grey."""

MORE, LARGE = 7.0, 30.0
"""Points added to type for large print; from this size on, type is large already."""
ENLARGED = 1.414
"""How much longer the sides of paper are when its area is doubled."""

GRID, HAIR = 5.0, 0.08
"""Pitch and width of the lines of a proof, in mm."""


def greyscale(theme: Theme) -> Theme:
    """Replace each colour by the grey of the same luminance, so that every contrast is kept.

    Patterns are darkened until they show on any printer: they tell families apart here.
    """
    shapes = {name: _grey_swatch(one) for name, one in theme.shapes.items()}
    names = ("ink", "soft", "line", "faint", "ground", "accent", "paper")
    greys = {name: grey(getattr(theme, name)) for name in names}
    return theme.model_copy(update={**greys, "shapes": shapes})


def grey(colour: Colour) -> Colour:
    """Give the grey as light as a colour, in the relative luminance of WCAG."""
    wanted = luminance(colour)
    channel = min(range(256), key=lambda one: abs(luminance(_grey(one)) - wanted))
    return _grey(channel)


def _grey(channel: int) -> Colour:
    return f"#{channel:02x}{channel:02x}{channel:02x}"


def _grey_swatch(swatch: Swatch) -> Swatch:
    tint = grey(swatch.tint)
    solid = next(
        one
        for channel in range(int(grey(swatch.solid)[1:3], 16), -1, -1)
        if contrast(one := _grey(channel), tint) >= LEAST_PATTERN_CONTRAST
    )
    return swatch.model_copy(update={"ink": grey(swatch.ink), "tint": tint, "solid": solid})


def low_ink(page: Page, line: Colour) -> Page:
    """Draw a page with outlines only: no solid, no tint, no code to scan.

    `line` is the colour of the outlines of what was tinted.
    """
    return replace(page, items=_Lightened(line).items(page.items))


class _Lightened:
    """Items drawn with less ink; what has a name is done once."""

    def __init__(self, line: Colour) -> None:
        self.line = line
        self._named: dict[str, tuple[Item, ...]] = {}

    def items(self, items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(lighter for item in items for lighter in self._item(item))

    def _item(self, item: Item) -> Iterator[Item]:
        match item:
            case Group():
                yield replace(item, items=self._held(item))
            case Rect() | Circle() | Path():
                yield self._area(item)
            case Strokes() | Line() if item.width > THIN:
                colour, width = self._stroke(item.colour, item.width)
                yield replace(item, width=width, colour=colour)
            case Modules():
                return
            case _:
                yield item

    def _held(self, group: Group) -> tuple[Item, ...]:
        """Lighten what a group holds."""
        if not group.name:
            return self.items(group.items)
        if group.name not in self._named:
            self._named[group.name] = self.items(group.items)
        return self._named[group.name]

    def _area(self, item: Rect | Circle | Path) -> Rect | Circle | Path:
        """Leave paper white and dots filled; draw the edge of all else."""
        fill, stroke = item.fill, item.stroke
        if stroke is not None:
            colour, line = self._stroke(stroke, item.line)
            item = replace(item, line=line, stroke=colour)
        if fill is None or luminance(fill) == 1 or _is_dot(item):
            return item
        if stroke is not None:
            return replace(item, fill=None)
        if _dark(fill):
            return replace(item, fill=None, stroke=fill, line=THIN)
        return replace(item, fill=None, stroke=self.line, line=FINE)

    def _stroke(self, colour: Colour, width: float) -> tuple[Colour, float]:
        """Thin a stroke; one so broad that it is a surface becomes a hairline."""
        if width > BROAD and not _dark(colour):
            return self.line, FINE
        return colour, min(width, THIN)


def _dark(colour: Colour) -> bool:
    return luminance(colour) < PALE


def _is_dot(item: Rect | Circle | Path) -> bool:
    return isinstance(item, Circle) and item.radius <= DOT


def large_type(theme: Theme) -> Theme:
    """Set everything larger: what is read is at 16 points or more, what is noted at 14."""
    sizes = {name: _larger(getattr(theme.sizes, name)) for name in Sizes.model_fields}
    return theme.model_copy(update={"sizes": theme.sizes.model_copy(update=sizes)})


def _larger(size: Size | float) -> Size | float:
    if isinstance(size, Size):
        return size.model_copy(
            update={"least": _points(size.least), "most": max(size.most, _points(size.most))}
        )
    return _points(size)


def _points(size: float) -> float:
    return size if size >= LARGE else size + MORE


LARGE_CARDS = ("a6", "a5")
TALL_CARDS = ("tarot",)
"""Formats of cards by id, the smallest first."""


def large_cards(formats: Formats) -> Formats:
    """Put cards that fit in a hand on A6, and larger ones on A5."""
    return _enlarged(formats, LARGE_CARDS, times=2)


def tall_cards(formats: Formats, *, large: bool = False) -> Formats:
    """Give cards the room of a second language: playing cards, or those of a hand in large print.

    Larger ones have it already.
    """
    return _enlarged(formats, LARGE_CARDS[-1:] if large else TALL_CARDS, times=1)


def _enlarged(formats: Formats, names: tuple[str, ...], times: float) -> Formats:
    """Give each sheet the smallest of the formats that is so many times its card, if any."""
    sizes = [formats.cards[name] for name in names if name in formats.cards]
    sheets = dict(formats.sheets)
    for name, sheet in formats.sheets.items():
        card = formats.cards.get(sheet.card)
        larger = next((one for one in sizes if card and _holds(one, card, times)), None)
        if larger is not None:
            sheets[name] = _holding(sheet, larger)
    return replace(formats, sheets=sheets)


def _holds(larger: CardFormat, card: CardFormat, times: float) -> bool:
    wider = larger.width > card.width and larger.height > card.height
    return wider and larger.width * larger.height >= times * card.width * card.height


def _holding(sheet: SheetFormat, card: CardFormat) -> SheetFormat:
    """Let a sheet hold as many cards as fit; paper cut in halves leaves no margin for marks."""
    update: dict[str, object] = {"card": card.id, "columns": None, "rows": None, "gap": 0.0}
    if card.id in LARGE_CARDS:
        update |= {"margin": 0.0, "marks": "lines"}
    return sheet.model_copy(update=update)


def enlarged(page: Page) -> Page:
    """Draw a page as it is on paper of twice the area, whole millimetres: an A4 becomes an A3."""
    items = (Group(page.items, scale=ENLARGED),)
    return Page(round(page.width * ENLARGED), round(page.height * ENLARGED), items, page.title)


def proof(form: CardFormat, look: Look) -> Group:
    """Draw, over a side of a card, a grid of 5 mm, the cut, the bleed and where text must stay."""
    theme = look.theme
    width, height, bleed, safe = form.width, form.height, form.bleed, form.safe
    cut, kept = theme.shapes["cross"].solid, theme.shapes["circle"].solid
    inner = Rect(safe, safe, width - 2 * safe, height - 2 * safe, stroke=kept, dash=(1.5, 1))
    outer = Rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, stroke=cut, dash=(0.8, 0.8))
    trim = Rect(0, 0, width, height, stroke=cut, line=0.3, radius=form.corner)
    words = f"{_number(width)} × {_number(height)} mm"
    told = label(
        words, (width / 2, safe - 1), Letter("regular", 7, theme.soft), look, align="centre"
    )
    items = (*_grid(width, height, theme.faint), inner, outer, trim, told)
    name = f"épreuve {form.id}"
    return Group(items, name=name, width=width, height=height, bleed=bleed)


def proof_page(page: Page, look: Look) -> Page:
    """Draw a grid of 5 mm over a page that is not of cards."""
    return replace(page, items=(*page.items, *_grid(page.width, page.height, look.theme.faint)))


def _grid(width: float, height: float, colour: Colour) -> tuple[Item, ...]:
    across = tuple((x * GRID, 0.0, x * GRID, height) for x in range(1, ceil(width / GRID)))
    down = tuple((0.0, y * GRID, width, y * GRID) for y in range(1, ceil(height / GRID)))
    return (Strokes((*across, *down), colour, HAIR),)


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
