"""What may be wrong with a scenario's numbers, as data: `checks` says it, with file and line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from eclaireurs_play.engine.negotiation.table import NegotiationTable, Numbers
from eclaireurs_play.engine.negotiation.zone import zones
from eclaireurs_play.model.scenario import Option, Scenario


@dataclass(frozen=True, slots=True)
class Alike:
    """Options of a term that move every axis alike, now and later: choosing changes nothing.

    `still` when they move nothing at all. One option that moves nothing is the present state of
    things, and no mistake: alone it is not listed.
    """

    term: str
    options: tuple[str, ...]
    still: bool


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No proposal suits a seat in a context: every one crosses its red lines or gives too little.

    `best` is its greatest satisfaction within its red lines (parts per million), None when every
    proposal crosses one.
    """

    seat: str
    context: tuple[str, ...]
    best: int | None
    reservation: int


@dataclass(frozen=True, slots=True)
class ZoneProblem:
    """The zone of agreement is empty, or holds more than a tenth of the proposals.

    `surprise` is the only active one, "" before any.
    """

    surprise: str
    kind: Literal["empty", "wide"]
    count: int
    size: int


def still_options(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Give the (term, option) pairs that move no axis, now or later."""
    return tuple(
        (name, one)
        for name, term in scenario.terms.items()
        for one, option in term.options.items()
        if not _effect(option)
    )


def alike_options(scenario: Scenario) -> tuple[Alike, ...]:
    """Give the groups of options that can't be told apart by numbers.

    A scenario without axes plays without numbers: nothing to say.
    """
    return tuple(_alike(scenario)) if scenario.axes else ()


def idle_axes(scenario: Scenario) -> tuple[str, ...]:
    """Give the axes that no seat weighs and no red line bounds."""
    seats = scenario.seats.values()
    weighed = {axis for seat in seats for axis, weight in seat.weights.items() if weight}
    bounded = {line.axis for seat in seats for line in seat.red_lines}
    return tuple(axis for axis in scenario.axes if axis not in weighed | bounded)


def opposed_axes(scenario: Scenario) -> tuple[str, ...]:
    """Give the axes that one seat wants more of and another less: without any, no tension."""
    signs = [seat.weights for seat in scenario.seats.values()]
    return tuple(
        axis
        for axis in scenario.axes
        if min(one.get(axis, 0) for one in signs) < 0 < max(one.get(axis, 0) for one in signs)
    )


def unreachable(numbers: Numbers, context: Collection[str] = ()) -> tuple[Unreachable, ...]:
    """Give the seats that object to every proposal in a context."""
    table = numbers.at(context)
    rows = zip(table.seats, table.objections, strict=True)
    return tuple(_stuck(table, seat) for seat, objects in rows if objects.all())


def zone_problems(numbers: Numbers) -> tuple[ZoneProblem, ...]:
    """Tell where the zone of agreement is empty or too wide, before and after each surprise.

    A scenario without numeric seats has none to speak of.
    """
    found = zones(numbers) if numbers.seats else {}
    return tuple(
        ZoneProblem(surprise, "empty" if one.empty else "wide", one.count, one.open.size)
        for surprise, one in found.items()
        if one.empty or one.wide
    )


def _effect(option: Option) -> tuple[tuple[str, str, float], ...]:
    now = [("now", axis, move) for axis, move in option.moves.items() if move]
    later = [("later", axis, move) for axis, move in option.later.items() if move]
    return tuple(sorted(now + later))


def _alike(scenario: Scenario) -> Iterator[Alike]:
    for name, term in scenario.terms.items():
        groups: dict[tuple[tuple[str, str, float], ...], list[str]] = {}
        for one, option in term.options.items():
            groups.setdefault(_effect(option), []).append(one)
        for effect, options in groups.items():
            if len(options) > 1:
                yield Alike(name, tuple(options), still=not effect)


def _stuck(table: NegotiationTable, seat: str) -> Unreachable:
    row = table.row(seat)
    mine = [at for at, limit in enumerate(table.numbers.limits) if limit.seat == seat]
    within = table.satisfaction[row][~table.crossed[mine].any(axis=0)]
    best = int(within.max()) if within.size else None
    return Unreachable(seat, table.context, best, int(table.reservations[row]))
