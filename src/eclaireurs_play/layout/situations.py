"""A situation to read before playing: what happens, the question, the facts, who is there."""

from collections.abc import Sequence
from dataclasses import replace

from eclaireurs_play.layout.blocks import (
    Column,
    Frame,
    boxed,
    in_pairs,
    paragraph,
    prose,
    small,
    title,
)
from eclaireurs_play.layout.display import Group, Page
from eclaireurs_play.layout.flow import Paper, Strip, document, fresh, paginate, stack, together
from eclaireurs_play.layout.look import HEAVY, STRONG, Letter, Look, Style, label
from eclaireurs_play.layout.printable import PrintContent
from eclaireurs_play.layout.seats import Place, draw_mark, is_pseudonym, places
from eclaireurs_play.layout.signed import signed_strips
from eclaireurs_play.model.scenario import Fact, Scenario, Seat

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
        hidden = [one for one in scenario.seats.values() if is_pseudonym(one, content)]
        tries = (
            [
                *_situation(scenario, own, hidden, column, tight),
                *signed_strips(scenario, content, column, 8 - tight),
                *together(small(column, scenario.origin_note, 7 - tight)),
            ]
            for tight in TIGHTER
        )
        found = min(tries, key=lambda one: len(paginate(one, room)))
        strips += fresh(found)
    return document(strips, paper, look) if strips else ()


def _situation(
    scenario: Scenario,
    seats: Sequence[Place],
    hidden: Sequence[Seat],
    column: Column,
    tight: float,
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
        *_pseudonyms(hidden, column),
    ]


def _facts(facts: Sequence[Fact], column: Column, tight: float) -> list[Strip]:
    """Give numbers to the facts, in two columns, each with its source."""
    cells = [_fact(number, fact, column.half) for number, fact in enumerate(facts, 1)]
    return in_pairs(column, cells, 3.5 - tight / 2)


def _fact(number: int, fact: Fact, column: Column) -> Strip:
    theme = column.look.theme
    inner = column.narrowed(8)
    strips = prose(inner, fact.text, Style(9, 1.38, theme.ink))
    if fact.source:
        strips += small(inner, f"Source : {fact.source}", 0.5)
    body = stack(strips)
    mark = label(f"{number}", (0, 3.4), Letter("bold", 10, theme.accent), column.look)
    return Strip(body.height, (mark, Group(body.items, 8, 0)))


def _seats(seats: Sequence[Place], column: Column, tight: float) -> list[Strip]:
    """Name each seat with its mark, and what everyone knows of it."""
    return in_pairs(column, [_seat(place, column.half) for place in seats], 3.5 - tight / 2)


def _pseudonyms(hidden: Sequence[Seat], column: Column) -> list[Strip]:
    """Name the pseudonyms in the hat, if the game has some."""
    names = ", ".join(seat.title for seat in hidden if seat.title)
    words = f"Dans le chapeau, des pseudonymes : {names}."
    return paragraph(column, words, 3) if names else []


def _seat(place: Place, column: Column) -> Strip:
    theme = column.look.theme
    inner = column.narrowed(13)
    optional = " (facultatif)" if place.seat and place.seat.optional else ""
    strips = prose(inner, place.title + optional, Style(9.5, 1.3, theme.ink, STRONG))
    strips += prose(inner, place.role.aim, Style(8.5, 1.35, theme.soft), 0.3)
    body = stack(strips)
    mark = draw_mark(place, 4.5, 5, 9, column.look)
    return replace(body, height=max(body.height, 11), items=(mark, Group(body.items, 13, 0)))
