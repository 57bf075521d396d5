"""What moves: on one page for the table, each option against each axis."""

from collections.abc import Iterator, Mapping

from eclaireurs_play.layout.arrows import arrow, moved
from eclaireurs_play.layout.blocks import Column, prose, small
from eclaireurs_play.layout.display import Item, Line, Page, Rect
from eclaireurs_play.layout.fitting import fitted
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

TERM_ROW = 6.6
EASES = (1.2, 1.1, 1.0, 0.95, 0.9, 0.85)
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
    yield _axes(scenario.axes, wide, column)
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


def _axes(axes: Mapping[str, Axis], wide: float, column: Column) -> Strip:
    """Set the head: the title of each axis, and its unit."""
    look, theme = column.look, column.look.theme
    settings = _titles(axes, wide - 1, look)
    tall = max(setting.height for setting, _unit in settings) + 5.5
    items: list[Item] = []
    for place, (setting, unit) in enumerate(settings):
        x = NAMES + place * wide + 1
        items += draw_setting(setting, x, tall - 5.2 - setting.height, look)
        items.append(label(unit, (x, tall - 1.6), Letter("regular", 7.5, theme.soft), look))
    items.append(Line(((0, tall), (column.width, tall)), theme.ink, 0.45))
    return Strip(tall, tuple(items), 5)


def _titles(axes: Mapping[str, Axis], wide: float, look: Look) -> list[tuple[Setting, str]]:
    """Set the titles of axes at one size, the largest at which every word has room."""

    def set_at(size: float) -> list[Setting]:
        style = Style(size, 1.15, look.theme.ink, STRONG)
        return [set_prose(axis.title, wide, style, look) for axis in axes.values()]

    size = fitted(HEAD, lambda one: bool(set_at(one)), "Ce qui bouge", "le titre d'un axe")
    return list(zip(set_at(size), (axis.unit for axis in axes.values()), strict=True))


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
    tall = max((TALL_ROW if option.later else ROW) * ease, name.height + 1.4)
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
