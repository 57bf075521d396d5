"""What moves: on one page for the table, each option against each axis."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.layout.arrows import arrow, moved
from eclaireurs_play.layout.blocks import Column, prose, small
from eclaireurs_play.layout.display import Group, Item, Line, Page, Rect
from eclaireurs_play.layout.fitting import fitted, largest
from eclaireurs_play.layout.flow import Paper, Strip, furniture, height, stacked
from eclaireurs_play.layout.look import (
    HEAVY,
    STRONG,
    Letter,
    Look,
    Setting,
    Style,
    draw_setting,
    label,
    set_prose,
)
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.quantities import figure
from eclaireurs_play.layout.trouble import naming
from eclaireurs_play.model.print import Size
from eclaireurs_play.model.scenario import Axis, Option, Scenario, Term

HEAD = Size(most=8.5, least=7, leading=1.15)
NAMES = 48.0
"""Width of the column of options, in mm."""

ROW, TALL_ROW = 7.4, 9.8
"""Heights of a row: with what moves now, with what moves later under it."""

LEAST_TALL = 8.4
"""Least height of a row in mm, for what comes later to stand clear of what comes now."""

TERM_ROW = 6.6
TURNED = 28.0
"""Height of the head in mm when titles, too wide for their columns, are turned to be read upwards.
"""

UNIT = 7.5
UPWARDS = -90.0
EASES = (1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8)
"""How tall rows are tried, so that the table fills its page and stays on it."""


def moves(content: PrintContent, paper: Paper, look: Look) -> Iterator[Page]:
    """Draw the page of each scenario that has terms and axes."""
    for scenario in content.scenarios:
        if scenario.terms and scenario.axes:
            with naming(scenario.id):
                yield _page(scenario, content, paper, look)


def _page(scenario: Scenario, content: PrintContent, paper: Paper, look: Look) -> Page:
    area = paper.column
    column = Column(area.width, look)
    for ease in EASES:
        strips = [*_head(scenario, content, column), *_table(scenario, ease, column)]
        if height(strips) <= area.height:
            break
    items = (*stacked(strips, area), *furniture(paper, 1, 1, look))
    return Page(paper.form.width, paper.form.height, items, paper.head)


def _head(scenario: Scenario, content: PrintContent, column: Column) -> Iterator[Strip]:
    theme = column.look.theme
    above = f"{content.game.title} · {scenario.title}"
    yield from prose(column, above, Style(9, 1.3, theme.accent, STRONG))
    yield from prose(column, "Ce qui bouge", Style(20, 1.1, theme.ink, HEAVY), 0.5)
    later = f" Sous le chiffre, ce qui s'y ajoute dans {scenario.horizon.later}." if (
        scenario.horizon and _any_later(scenario)
    ) else ""  # fmt: skip
    words = (
        "Ce que chaque choix fait monter ou descendre, par rapport à aujourd'hui. "
        f"Une flèche ne dit pas si c'est bien : cela dépend de qui la lit.{later}"
    )
    yield from small(column, words, 2)


def _any_later(scenario: Scenario) -> bool:
    return any(option.later for term in scenario.terms.values() for option in term.options.values())


def _table(scenario: Scenario, ease: float, column: Column) -> Iterator[Strip]:
    wide = (column.width - NAMES) / len(scenario.axes)
    yield _axes(scenario, wide, column)
    largest = _largest(scenario)
    for term in scenario.terms.values():
        yield _term(term, ease, column)
        for option in term.options.values():
            yield _option(option, scenario, largest, column, ease)


def _largest(scenario: Scenario) -> Mapping[str, float]:
    """Give the furthest that any option moves each axis."""
    options = [one for term in scenario.terms.values() for one in term.options.values()]
    return {
        axis: max((abs(one.moves.get(axis, 0)) for one in options), default=0)
        for axis in scenario.axes
    }


def _axes(scenario: Scenario, wide: float, column: Column) -> Strip:
    """Set the head: the title of each axis, and its unit."""
    upright = _upright(scenario.axes, wide - 1, column.look)
    tall, items = upright or _turned(scenario, wide - 1, column.look)
    placed = [Group(one, NAMES + at * wide + 1, 0) for at, one in enumerate(items)]
    rule = Line(((0, tall), (column.width, tall)), column.look.theme.ink, 0.45)
    return Strip(tall, (*placed, rule), 5)


Heads = tuple[float, list[tuple[Item, ...]]]
"""The height of a head in mm, and what is drawn over each column."""


def _upright(axes: Mapping[str, Axis], wide: float, look: Look) -> Heads | None:
    """Set titles at one size, the largest at which every word has room; None when none has."""
    letter = Letter("regular", UNIT, look.theme.soft)
    units = [axis.unit for axis in axes.values()]
    if max(look.fonts.width("regular", UNIT, unit) for unit in units) > wide:
        return None
    size = largest(HEAD, lambda one: bool(_titles(axes, one, wide, look)))
    if size is None:
        return None
    titles = _titles(axes, size, wide, look)
    tall = max(title.height for title in titles) + 5.5
    return tall, [
        (
            *draw_setting(title, 0, tall - 5.2 - title.height, look),
            label(unit, (0, tall - 1.6), letter, look),
        )
        for title, unit in zip(titles, units, strict=True)
    ]


def _turned(scenario: Scenario, wide: float, look: Look) -> Heads:
    """Set titles to be read upwards, their units after them, at one size."""
    small = Style(UNIT, 1.15, look.theme.soft)
    units = [set_prose(axis.unit, TURNED, small, look) for axis in scenario.axes.values()]
    room = wide - max(unit.height for unit in units)

    def fits(size: float) -> bool:
        titles = _titles(scenario.axes, size, TURNED - 2, look)
        return max(title.height for title in titles) <= room

    where = f"{scenario.id}, ce qui bouge"
    titles = _titles(
        scenario.axes, fitted(HEAD, fits, where, "le titre d'un axe"), TURNED - 2, look
    )
    return TURNED, [
        (
            Group(
                (
                    *draw_setting(title, 0, 0, look),
                    *draw_setting(unit, 0, title.height, look),
                ),
                0,
                TURNED - 1.5,
                UPWARDS,
            ),
        )
        for title, unit in zip(titles, units, strict=True)
    ]


def _titles(axes: Mapping[str, Axis], size: float, wide: float, look: Look) -> list[Setting]:
    style = Style(size, HEAD.leading, look.theme.ink, STRONG)
    return [set_prose(axis.title, wide, style, look) for axis in axes.values()]


def _term(term: Term, ease: float, column: Column) -> Strip:
    look, theme = column.look, column.look.theme
    tall = TERM_ROW * ease
    ground = Rect(0, 0, column.width, tall, fill=theme.ground)
    words = label(term.title, (1.5, tall / 2 + 1.2), Letter("semibold", 9.5, theme.ink), look)
    return Strip(tall, (ground, words))


def _option(
    option: Option,
    scenario: Scenario,
    largest: Mapping[str, float],
    column: Column,
    ease: float,
) -> Strip:
    """Draw a row: the option, then an arrow and a figure under each axis it moves."""
    look, theme = column.look, column.look.theme
    wide = (column.width - NAMES) / len(scenario.axes)
    name = _name(option, look)
    least = max(TALL_ROW * ease, LEAST_TALL) if option.later else ROW * ease
    tall = max(least, name.height + 1.4)
    items: list[Item] = draw_setting(name, 1.5, (tall - name.height) / 2, look)
    middle = 3.4 if option.later else tall / 2
    for place, axis in enumerate(scenario.axes):
        x = NAMES + place * wide + 1
        items += moved(option.moves.get(axis, 0), largest[axis], x, middle, look)
        then = option.later.get(axis, 0)
        if then:
            items.append(arrow(then, 0, x + 2, tall - 2.2, theme.line))
            text = f"puis {figure(then, signed=True)}"
            items.append(label(text, (x + 5, tall - 1.2), Letter("regular", 7, theme.soft), look))
    items.append(Line(((0, tall), (column.width, tall)), theme.faint, 0.25))
    return Strip(tall, tuple(items))


def _name(option: Option, look: Look) -> Setting:
    return set_prose(option.title, NAMES - 4, Style(9, 1.2, look.theme.ink), look)
