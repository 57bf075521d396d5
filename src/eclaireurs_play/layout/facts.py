"""What a card's typed fields say: beside its title, in large figures, or under its text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eclaireurs_play.layout.display import Item, Line, Point
from eclaireurs_play.layout.fitting import largest
from eclaireurs_play.layout.look import (
    STRONG,
    Letter,
    Look,
    Setting,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.quantities import field_words, figure
from eclaireurs_play.model.deck import Card, Family
from eclaireurs_play.model.fields import Field
from eclaireurs_play.model.print import Size

SHORT_FIELD = 60
"""A field of at most so many characters stands beside the title."""

FIGURES = 9.0
"""Height of the row of figures, in mm."""

WORDS = Size(most=9, least=7.5, leading=1.3)
FIGURE_SIZE, UNIT_SIZE = 13.0, 9.0


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of a card in words: short ones, (figure, unit) pairs, (title, text) pairs."""

    short: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    long: tuple[tuple[str, str], ...]


def facts(card: Card, family: Family) -> Facts:
    """Sort a card's fields, in the order of its family."""
    order = {name: place for place, name in enumerate(family.fields)}
    names = sorted(card.fields, key=lambda name: order.get(name, len(order)))
    kinds = {name: family.fields.get(name) for name in names}
    short = [
        field_words(card.fields[name], kind)
        for name, kind in kinds.items()
        if kind is not None and _is_short(kind) and not _is_figure(card, name)
    ]
    figures = [
        (figure(value), kind.number or "")
        for name, kind in kinds.items()
        if kind is not None and isinstance(value := card.fields[name], int | float)
    ]
    long = [
        ((kind.title if kind else None) or name, field_words(card.fields[name], kind))
        for name, kind in kinds.items()
        if kind is None or not _is_short(kind)
    ]
    return Facts(tuple(short), tuple(figures), tuple(long))


def _is_short(kind: Field) -> bool:
    return kind.text is None or kind.text <= SHORT_FIELD


def _is_figure(card: Card, name: str) -> bool:
    return isinstance(card.fields[name], int | float)


@dataclass(frozen=True, slots=True)
class FactsStyle:
    """How facts are set: at one size for all the cards of a family, in so many millimetres."""

    size: float
    width: float
    look: Look


def facts_style(found: Iterable[Facts], width: float, look: Look) -> FactsStyle:
    """Find the size at which the short fields of every card hold on one line, or the least."""
    texts = [_joined(one) for one in found if one.short]

    def one_line(size: float) -> bool:
        style = Style(size, WORDS.leading, look.theme.ink, STRONG)
        return all(set_prose(text, width, style, look).count <= 1 for text in texts)

    return FactsStyle(largest(WORDS, one_line) or WORDS.least, width, look)


def draw_facts(
    found: Facts, at: Point, family: Family, style: FactsStyle
) -> tuple[list[Item], float]:
    """Draw the short fields, then the figures, and give their height."""
    x, top = at
    items: list[Item] = []
    tall = 0.0
    if found.short:
        words = _words(found, family, style)
        items += draw_setting(words, x, top, style.look)
        tall += words.height
    if found.figures:
        items += _figures(found, (x, top + tall), style.width, style.look)
        tall += FIGURES
    return items, tall


def _words(found: Facts, family: Family, style: FactsStyle) -> Setting:
    """Set the short fields: strong beside figures, quiet when they are only details."""
    look, detail = style.look, style.look.theme.sizes.card_detail
    if found.figures:
        strong = Style(style.size, WORDS.leading, look.swatch(family.shape).ink, STRONG)
        return set_prose(_joined(found), style.width, strong, look)
    quiet = Style(detail.most, detail.leading, look.theme.soft)
    return set_prose(_joined(found), style.width, quiet, look)


def _joined(found: Facts) -> str:
    """Join short fields; beside figures, where they are words, each stays whole."""
    if not found.figures:
        return " · ".join(found.short)
    return "\u00a0· ".join(one.replace(" ", "\u00a0") for one in found.short)


def _figures(found: Facts, at: Point, width: float, look: Look) -> Iterator[Item]:
    """Draw figures side by side between two hairlines, each with its unit."""
    (x, top), theme = at, look.theme
    here = x
    for y in (top + 1.4, top + FIGURES - 0.4):
        yield Line(((x, y), (x + width, y)), theme.faint, 0.25)
    base = top + 6.3
    for number, unit in found.figures:
        strong = label(number, (here, base), Letter("bold", FIGURE_SIZE, theme.ink), look)
        yield strong
        here += look.fonts.width("bold", FIGURE_SIZE, strong.string) + 1.2
        small = label(unit, (here, base), Letter("regular", UNIT_SIZE, theme.soft), look)
        yield small
        here += look.fonts.width("regular", UNIT_SIZE, small.string) + 5
