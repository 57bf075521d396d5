"""What weighs for a seat of a numeric scenario: in words and small marks, without formulas."""

from collections.abc import Iterator
from math import ceil

from eclaireurs_play.layout.blocks import Column, prose
from eclaireurs_play.layout.display import Circle, Group, Item
from eclaireurs_play.layout.flow import Strip
from eclaireurs_play.layout.look import STRONG, Style
from eclaireurs_play.layout.quantities import amount
from eclaireurs_play.layout.typography import FIXED
from eclaireurs_play.model.scenario import Guardrail, RedLine, Scenario, Seat

MARKS = 4
"""How many marks the heaviest weight has."""

MARK, PITCH = 0.85, 2.5
"""Radius of a mark and distance between marks, in mm."""

TEXT_LEFT = MARKS * PITCH + 2.0
NEAR, FAR = 0.45, 0.75
"""Up to where a long view looks little ahead, or less ahead than at once."""

HALF = 0.5


def weighing_strips(
    scenario: Scenario, seat: Seat, column: Column, style: Style, *, shown: bool = False
) -> list[Strip]:
    """Set each axis that weighs, the heaviest first; only those that others know when `shown`."""
    strips: list[Strip] = []
    for axis, level in levels(seat):
        if shown and axis not in seat.shows:
            continue
        way = f"le {'plus' if seat.weights[axis] > 0 else 'moins'} possible"
        words = f"{scenario.axes[axis].title} : {way.replace(' ', FIXED)}"
        strips += _marked(words, level, column, style)
    return strips


def levels(seat: Seat) -> list[tuple[str, int]]:
    """Give each axis with 1 to 4 marks, by how much it weighs beside the heaviest."""
    weights = {axis: abs(weight) for axis, weight in seat.weights.items() if weight}
    most = max(weights.values(), default=1.0)
    order = sorted(weights, key=lambda axis: -weights[axis])
    return [(axis, max(1, ceil(MARKS * weights[axis] / most - 0.25))) for axis in order]


def _marked(words: str, level: int, column: Column, style: Style) -> list[Strip]:
    """Draw marks, full then hollow, before words."""
    ink = column.look.theme.ink
    lines = prose(column.narrowed(TEXT_LEFT), words, style, 0.7)
    marks: tuple[Item, ...] = tuple(
        Circle(
            MARK + 0.2 + place * PITCH,
            style.line_height / 2,
            MARK,
            fill=ink if place < level else None,
            stroke=ink,
            line=0.25,
        )
        for place in range(MARKS)
    )
    moved = [Strip(one.height, (Group(one.items, TEXT_LEFT, 0),), one.before) for one in lines]
    first = moved[0]
    return [Strip(first.height, (*marks, *first.items), first.before), *moved[1:]]


def red_line_strips(scenario: Scenario, seat: Seat, column: Column, style: Style) -> list[Strip]:
    """Set what the seat will not go beyond, in the unit of each axis."""
    strong = Style(style.size, style.leading, style.colour, STRONG)
    return [
        strip
        for line in seat.red_lines
        for strip in prose(column, red_line_words(line, scenario), strong, 0.7)
    ]


def red_line_words(line: RedLine, scenario: Scenario) -> str:
    """Say a red line as a limit, whatever the gender and number of the axis."""
    axis = scenario.axes[line.axis]
    said = []
    if line.at_least is not None:
        said.append(_limit(line.at_least, axis.unit, least=True))
    if line.at_most is not None:
        said.append(_limit(line.at_most, axis.unit, least=False))
    return f"{axis.title} : {' et '.join(said)}"


def _limit(value: float, unit: str, *, least: bool) -> str:
    if not value:
        return "aucune baisse" if least else "aucune hausse"
    if value > 0:
        return f"{'au moins' if least else 'au plus'} {amount(value, unit)}"
    return f"{'au plus' if least else 'au moins'} {amount(-value, unit)} en moins"


def guardrail_words(limit: Guardrail, scenario: Scenario) -> str:
    """Say a guard-rail as what a proposal may change, in the unit of its axis."""
    return f"{scenario.axes[limit.axis].title} : {limit_words(limit, scenario)}"


def limit_words(limit: Guardrail, scenario: Scenario) -> str:
    """Say how far a guard-rail lets a proposal go, its axis left unsaid."""
    axis = scenario.axes[limit.axis]
    said = []
    if limit.at_least is not None:
        said.append(_allowed(limit.at_least, axis.unit, worse="moins", better="plus"))
    if limit.at_most is not None:
        said.append(_allowed(-limit.at_most, axis.unit, worse="plus", better="moins"))
    return " et ".join(said)


def _allowed(value: float, unit: str, *, worse: str, better: str) -> str:
    """Say how far below zero a change may go, or how far above it must."""
    if not value:
        return f"rien de {worse}"
    much = amount(abs(value), unit)
    return f"jusqu'à {much} de {worse}" if value < 0 else f"au moins {much} de {better}"


def stance_words(scenario: Scenario, seat: Seat) -> str:
    """Say how far ahead the seat looks and how much it must find again to say yes."""
    return " ".join((*_ahead(scenario, seat), *_enough(seat)))


def _ahead(scenario: Scenario, seat: Seat) -> Iterator[str]:
    if scenario.horizon is None or not any(
        option.later for term in scenario.terms.values() for option in term.options.values()
    ):
        return
    later = scenario.horizon.later
    if not seat.long_view:
        yield "Seul compte pour vous ce qui change tout de suite."
    elif seat.long_view <= NEAR:
        yield f"Vous regardez d'abord tout de suite, et un peu dans {later}."
    elif seat.long_view <= FAR:
        yield f"Ce qui viendra dans {later} compte beaucoup pour vous."
    else:
        yield f"Ce qui viendra dans {later} compte pour vous autant que tout de suite."


def _enough(seat: Seat) -> Iterator[str]:
    if seat.reservation is None:
        return
    much = "un peu moins de la moitié" if seat.reservation < HALF else "plus de la moitié"
    yield f"Pour dire oui, il vous faut retrouver {much} de ce qui compte pour vous."
