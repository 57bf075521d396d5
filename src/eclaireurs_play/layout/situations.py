"""A situation to read before playing: what happens, the question, the facts, who is there."""

from collections.abc import Sequence
from dataclasses import replace

from eclaireurs_play.layout.blocks import Column, Frame, boxed, paragraph, prose, small, title
from eclaireurs_play.layout.display import Group, Item, Page
from eclaireurs_play.layout.flow import Paper, Strip, document, fresh, stack
from eclaireurs_play.layout.look import HEAVY, STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.presenting import GUTTER
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import Place, draw_mark, places
from eclaireurs_play.model.scenario import Fact, Scenario


def situations(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw each scenario, starting on a page of its own."""
    column = Column(paper.column.width, look)
    seats = places(content)
    strips: list[Strip] = []
    for scenario in content.scenarios:
        own = [place for place in seats if place.scenario is scenario]
        strips += fresh(_situation(scenario, own, column))
    return document(strips, paper, look) if strips else ()


def _situation(scenario: Scenario, seats: Sequence[Place], column: Column) -> list[Strip]:
    theme, sizes = column.look.theme, column.look.theme.sizes
    asked = Style(13, 1.35, theme.ink, STRONG)
    box = Frame(ground=theme.ground, bar=theme.accent, inside=6, radius=0)
    return [
        *prose(column, scenario.summary, Style(9, 1.3, theme.accent, STRONG)),
        *prose(column, scenario.title, Style(sizes.cover.least + 3, 1.15, theme.ink, HEAVY), 1),
        *paragraph(column, scenario.context, 5),
        boxed(column, prose(column.narrowed(12), scenario.question, asked), box, 6),
        *title(column, "Ce que l'on sait", sizes.heading, 8),
        *_facts(scenario.facts, column),
        *title(column, "Autour de la table", sizes.heading, 8),
        *_seats(seats, column),
        *small(column, scenario.origin_note, 7),
    ]


def _facts(facts: Sequence[Fact], column: Column) -> list[Strip]:
    """Give numbers to the facts, in two columns, each with its source."""
    half = column.narrowed((column.width + GUTTER) / 2)
    cells = [_fact(number, fact, half) for number, fact in enumerate(facts, 1)]
    return _in_pairs(cells, half.width)


def _fact(number: int, fact: Fact, column: Column) -> Strip:
    theme = column.look.theme
    inner = column.narrowed(8)
    strips = prose(inner, fact.text, Style(9, 1.38, theme.ink))
    if fact.source:
        strips += small(inner, f"Source : {fact.source}", 0.5)
    body = stack(strips)
    mark = label(f"{number}", (0, 3.4), Letter("bold", 10, theme.accent), column.look)
    return Strip(body.height, (mark, Group(body.items, 8, 0)))


def _in_pairs(cells: Sequence[Strip], width: float) -> list[Strip]:
    """Lay cells two by two."""
    strips = []
    for first in range(0, len(cells), 2):
        pair = cells[first : first + 2]
        items: list[Item] = [
            Group(cell.items, place * (width + GUTTER), 0) for place, cell in enumerate(pair)
        ]
        strips.append(Strip(max(cell.height for cell in pair), tuple(items), 3.5))
    return strips


def _seats(seats: Sequence[Place], column: Column) -> list[Strip]:
    """Name each seat with its mark, and what everyone knows of it."""
    half = column.narrowed((column.width + GUTTER) / 2)
    return _in_pairs([_seat(place, half) for place in seats], half.width)


def _seat(place: Place, column: Column) -> Strip:
    theme = column.look.theme
    inner = column.narrowed(13)
    optional = " (facultatif)" if place.seat and place.seat.optional else ""
    strips = prose(inner, place.title + optional, Style(9.5, 1.3, theme.ink, STRONG))
    strips += prose(inner, place.role.aim, Style(8.5, 1.35, theme.soft), 0.3)
    body = stack(strips)
    mark = draw_mark(place, 4.5, 5, 9, column.look)
    return replace(body, height=max(body.height, 11), items=(mark, Group(body.items, 13, 0)))
