"""The terms of a scenario on paper: each with its options to tick, and the codes to type."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eclaireurs_play.layout.blocks import TICK, Column, prose, question, tick
from eclaireurs_play.layout.display import Group, Item
from eclaireurs_play.layout.flow import Strip, together
from eclaireurs_play.layout.look import STRONG, Style
from eclaireurs_play.model.outline import Blank
from eclaireurs_play.model.scenario import Scenario, Term

GUTTER = 8.0
TODAY = " · aujourd'hui"
LEAST_PAIR = 150.0
"""Options stand two by two from this width, in mm."""


def term_strips(blank: Blank, scenario: Scenario, column: Column) -> list[Strip]:
    """Draw every term with its options; for a single change, the terms and a line."""
    theme = column.look.theme
    if blank.terms == "all":
        return [
            strip
            for name, term in scenario.terms.items()
            for strip in together(
                [*_whole_term(name, term, scenario.current.get(name, ""), column)]
            )
        ]
    strong = replace(column.style(theme.sizes.text), voice=STRONG)
    wide = (column.width - GUTTER) / 2
    inner = Column(wide - TICK - 3, column.look)
    cells = [_option(term.title, name, inner) for name, term in scenario.terms.items()]
    return [
        *together([*prose(column, blank.label, strong, 4), *_rows(cells, wide + GUTTER, 2)]),
        *question(column, "Ce que cela devient", 1, 4),
    ]


def _whole_term(name: str, term: Term, current: str, column: Column) -> Iterator[Strip]:
    """Draw a term with its code, then its options, each with a box and its code.

    The option in force today is told apart.
    """
    theme = column.look.theme
    strong = replace(column.style(theme.sizes.text), voice=STRONG)
    yield from prose(column, f"{term.title}", strong, 4)
    pair = column.width >= LEAST_PAIR
    wide = (column.width - GUTTER) / 2 if pair else column.width
    inner = Column(wide - TICK - 3, column.look)
    cells = [
        _option(option.title, f"{name}={code}{TODAY if code == current else ''}", inner)
        for code, option in term.options.items()
    ]
    yield from _rows(cells, wide + GUTTER, 2 if pair else 1)


def _option(title: str, code: str, column: Column) -> Strip:
    """Draw one option: its box, its title, its code in small under it."""
    theme = column.look.theme
    lines = prose(column, title, column.style(theme.sizes.text))
    lines += prose(column, code, Style(7, 1.15, theme.soft), 0)
    items: list[Item] = [tick(0, 0.2, column.look)]
    here = 0.2
    for line in lines:
        items.append(Group(line.items, TICK + 3, here))
        here += line.height
    return Strip(max(TICK, here), tuple(items))


def _rows(cells: Sequence[Strip], pitch: float, across: int) -> Iterator[Strip]:
    for first in range(0, len(cells), across):
        row = cells[first : first + across]
        items = tuple(Group(cell.items, place * pitch, 0) for place, cell in enumerate(row))
        yield Strip(max(cell.height for cell in row), items, 1.4)
