"""Places taken along an axis: one table for all the times the same axis came back."""

from collections.abc import Iterable, Iterator

from eclaireurs_play.engine.gestures import Move
from eclaireurs_play.engine.phases.base import capital
from eclaireurs_play.engine.rules import Rules
from eclaireurs_play.play.values import signed
from eclaireurs_play.synthesis.document import (
    Block,
    Bullets,
    Heading,
    Span,
    Table,
    Words,
    flat,
    plain,
)
from eclaireurs_play.synthesis.reading import Reading, Trace
from eclaireurs_play.synthesis.words import SIMULATED

UNSAID = "non dit"


def moves_blocks(reading: Reading, traces: Iterable[Trace]) -> tuple[Block, ...]:
    """Write each axis found in some phases: what its ends mean, then who stood where."""
    axes: dict[tuple[str, ...], list[Trace]] = {}
    for trace in traces:
        if any(isinstance(one.gesture, Move) for one in trace.made):
            axes.setdefault(_axis(reading.rules, trace), []).append(trace)
    return tuple(block for times in axes.values() for block in _one_axis(reading, times))


def _points(rules: Rules, trace: Trace) -> tuple[str, ...]:
    return tuple(flat(point) for point in rules.phases[trace.phase].outline(rules.title).points)


def _axis(rules: Rules, trace: Trace) -> tuple[str, ...]:
    """Tell an axis by what its ends mean, apart from the question asked that time."""
    return _points(rules, trace)[1:] or (trace.phase,)


def _one_axis(reading: Reading, times: list[Trace]) -> Iterator[Block]:
    points = _points(reading.rules, times[0])
    if points:
        yield Heading(3, points[0])
        yield Bullets(tuple(plain(_signed(point)) for point in points[1:]))
    places = [_places(trace) for trace in times]
    seats = [seat for seat in reading.rules.scenario.seats if seat in reading.state.seats]
    others = [by for place in places for by in place if by not in seats]
    head = ("Place", *(_time_title(reading.rules, trace) for trace in times))
    several = len(times) > 1
    simulated = {one.by for trace in times for one in trace.made if one.simulated}
    yield Table(
        (*head, "Du début à la fin") if several else head,
        tuple(
            _row(
                _name(reading, actor, simulated),
                [place.get(actor) for place in places],
                several=several,
            )
            for actor in dict.fromkeys((*seats, *others))
        ),
    )


def _time_title(rules: Rules, trace: Trace) -> str:
    time = f" ({trace.time})" if trace.time else ""
    return rules.phase_title(trace.phase) + time


def _places(trace: Trace) -> dict[str, int]:
    """Give where each person stood last."""
    return {one.by: one.gesture.value for one in trace.made if isinstance(one.gesture, Move)}


def _name(reading: Reading, actor: str, simulated: set[str]) -> Words:
    mark = (Span(" "), SIMULATED) if actor in simulated else ()
    return (Span(capital(reading.rules.name(actor))), *mark)


def _row(name: Words, values: list[int | None], *, several: bool) -> tuple[Words, ...]:
    cells = [UNSAID if value is None else signed(value) for value in values]
    cells += [_moved(values)] if several else []
    return (name, *map(plain, cells))


def _moved(values: list[int | None]) -> str:
    first, last = values[0], values[-1]
    if first is None or last is None:
        return "ne se compare pas"
    return "n'a pas bougé" if first == last else f"a bougé de {abs(last - first)}"


def _signed(text: str) -> str:
    return "\u2212" + text[1:] if text[:1] == "-" else text
