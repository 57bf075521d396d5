"""A situation to read before playing: what happens, the question, the facts, who is there."""

from collections.abc import Sequence
from dataclasses import replace

from eclaireurs_play.layout.blocks import Column, Frame, boxed, paragraph, prose, small, title
from eclaireurs_play.layout.display import Group, Item, Page
from eclaireurs_play.layout.flow import Paper, Strip, document, fresh, paginate, stack, together
from eclaireurs_play.layout.look import HEAVY, STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.presenting import GUTTER
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import Place, draw_mark, places
from eclaireurs_play.model.scenario import Fact, Scenario

TIGHTER = (0.0, 2.0, 4.0, 5.0)
"""How much space is taken away, in mm, to spare a page."""


def situations(content: PrintContent, paper: Paper, look: Look) -> tuple[Page, ...]:
    """Draw each scenario, starting on a page of its own."""
    column = Column(paper.column.width, look)
    seats = places(content)
    strips: list[Strip] = []
    room = paper.column.height
    for scenario in content.scenarios:
        own = [place for place in seats if place.scenario is scenario]
        tries = (_situation(scenario, own, column, tight) for tight in TIGHTER)
        found = min(tries, key=lambda one: len(paginate(one, room)))
        strips += fresh(found)
    return document(strips, paper, look) if strips else ()


def _situation(
    scenario: Scenario, seats: Sequence[Place], column: Column, tight: float
) -> list[Strip]:
    """Set a scenario; `tight` takes millimetres from the space above each part."""
    theme, sizes = column.look.theme, column.look.theme.sizes
    asked = Style(13, 1.35, theme.ink, STRONG)
    around = title(column, "Autour de la table", sizes.heading, 8 - tight)
    box = Frame(ground=theme.ground, bar=theme.accent, inside=6, radius=0)
    return [
        *prose(column, scenario.summary, Style(9, 1.3, theme.accent, STRONG)),
        *prose(column, scenario.title, Style(sizes.cover.least + 3, 1.15, theme.ink, HEAVY), 1),
        *paragraph(column, scenario.context, 5 - tight / 2),
        boxed(column, prose(column.narrowed(12), scenario.question, asked), box, 6 - tight / 2),
        *title(column, "Ce que l'on sait", sizes.heading, 8 - tight),
        *_facts(scenario.facts, column, tight),
        *together([*around, *_seats(seats, column, tight)]),
        *together(small(column, scenario.origin_note, 7 - tight)),
    ]


def _facts(facts: Sequence[Fact], column: Column, tight: float) -> list[Strip]:
    """Give numbers to the facts, in two columns, each with its source."""
    half = column.narrowed((column.width + GUTTER) / 2)
    cells = [_fact(number, fact, half) for number, fact in enumerate(facts, 1)]
    return _in_pairs(cells, half.width, tight)


def _fact(number: int, fact: Fact, column: Column) -> Strip:
    theme = column.look.theme
    inner = column.narrowed(8)
    strips = prose(inner, fact.text, Style(9, 1.38, theme.ink))
    if fact.source:
        strips += small(inner, f"Source : {fact.source}", 0.5)
    body = stack(strips)
    mark = label(f"{number}", (0, 3.4), Letter("bold", 10, theme.accent), column.look)
    return Strip(body.height, (mark, Group(body.items, 8, 0)))


def _in_pairs(cells: Sequence[Strip], width: float, tight: float) -> list[Strip]:
    """Lay cells two by two."""
    apart = 3.5 - tight / 2
    strips = []
    for first in range(0, len(cells), 2):
        pair = cells[first : first + 2]
        items: list[Item] = [
            Group(cell.items, place * (width + GUTTER), 0) for place, cell in enumerate(pair)
        ]
        strips.append(Strip(max(cell.height for cell in pair), tuple(items), apart))
    return strips


def _seats(seats: Sequence[Place], column: Column, tight: float) -> list[Strip]:
    """Name each seat with its mark, and what everyone knows of it."""
    half = column.narrowed((column.width + GUTTER) / 2)
    return _in_pairs([_seat(place, half) for place in seats], half.width, tight)


def _seat(place: Place, column: Column) -> Strip:
    theme = column.look.theme
    inner = column.narrowed(13)
    optional = " (facultatif)" if place.seat and place.seat.optional else ""
    strips = prose(inner, place.title + optional, Style(9.5, 1.3, theme.ink, STRONG))
    strips += prose(inner, place.role.aim, Style(8.5, 1.35, theme.soft), 0.3)
    body = stack(strips)
    mark = draw_mark(place, 4.5, 5, 9, column.look)
    return replace(body, height=max(body.height, 11), items=(mark, Group(body.items, 13, 0)))
