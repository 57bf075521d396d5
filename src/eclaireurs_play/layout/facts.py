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

SHORT_FIELD = 60
"""A field of at most so many characters stands beside the title."""

RULE_ABOVE, RULE_UNDER = 1.4, 0.4
"""How far inside their row the two hairlines around figures are, in mm."""

ABOVE_FIGURE, UNDER_FIGURE = 2.9635, 2.7
"""Space above and under the figures themselves, hairlines included, in mm."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of a card in words: short ones, (figure, unit) pairs, (title, text) pairs."""

    short: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    long: tuple[tuple[str, str], ...]


NONE = Facts((), (), ())
"""What a card without fields says."""


def facts(card: Card, family: Family) -> Facts:
    """Sort a card's fields, in the order of its family."""
    if not card.fields:
        return NONE
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
    words = look.theme.sizes.card_fact

    def one_line(size: float) -> bool:
        style = Style(size, words.leading, look.theme.ink, STRONG)
        return all(set_prose(text, width, style, look).count <= 1 for text in texts)

    return FactsStyle(largest(words, one_line) or words.least, width, look)


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
        tall += _figures_height(style.look)
    return items, tall


def facts_tall(found: Facts, family: Family, style: FactsStyle) -> float:
    """Give the height of a card's short fields and figures, in mm."""
    words = _words(found, family, style).height if found.short else 0.0
    return words + (_figures_height(style.look) if found.figures else 0.0)


def _words(found: Facts, family: Family, style: FactsStyle) -> Setting:
    """Set the short fields: strong beside figures, quiet when they are only details."""
    look, sizes = style.look, style.look.theme.sizes
    if found.figures:
        strong = Style(style.size, sizes.card_fact.leading, look.swatch(family.shape).ink, STRONG)
        return set_prose(_joined(found), style.width, strong, look)
    quiet = Style(sizes.card_detail.most, sizes.card_detail.leading, look.theme.soft)
    return set_prose(_joined(found), style.width, quiet, look)


def _joined(found: Facts) -> str:
    """Join short fields; beside figures, where they are words, each stays whole."""
    if not found.figures:
        return " · ".join(found.short)
    return "\u00a0· ".join(one.replace(" ", "\u00a0") for one in found.short)


def _figures_height(look: Look) -> float:
    """Give the height of the row of figures, its two hairlines included, in mm."""
    cap = look.fonts.cap_height("bold", look.theme.sizes.card_figure)
    return ABOVE_FIGURE + cap + UNDER_FIGURE


def _figures(found: Facts, at: Point, width: float, look: Look) -> Iterator[Item]:
    """Draw figures side by side between two hairlines, each with its unit."""
    (x, top), theme = at, look.theme
    here = x
    tall = _figures_height(look)
    for y in (top + RULE_ABOVE, top + tall - RULE_UNDER):
        yield Line(((x, y), (x + width, y)), theme.faint, 0.25)
    figure_size, unit_size = theme.sizes.card_figure, theme.sizes.card_unit
    base = top + tall - UNDER_FIGURE
    for number, unit in found.figures:
        strong = label(number, (here, base), Letter("bold", figure_size, theme.ink), look)
        yield strong
        here += look.fonts.width("bold", figure_size, strong.string) + 1.2
        small = label(unit, (here, base), Letter("regular", unit_size, theme.soft), look)
        yield small
        here += look.fonts.width("regular", unit_size, small.string) + 5
