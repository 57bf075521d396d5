"""The phases of a game in the order they are lived, with when each begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireurs_play.model.outline import Outline, Titles
from eclaireurs_play.model.phases import Group, Phase


@dataclass(frozen=True, slots=True)
class Step:
    """A phase as paper tells it: `start` in minutes from the opening, `depth` inside groups."""

    phase: Phase
    outline: Outline
    start: float
    minutes: float
    depth: int
    number: int

    @property
    def is_group(self) -> bool:
        """Tell whether the phase only holds others."""
        return isinstance(self.phase, Group)


def steps(phases: Sequence[Phase], titles: Titles) -> tuple[Step, ...]:
    """List phases and what groups hold, numbering those that people live."""
    found: list[Step] = []
    number, clock = 0, 0.0
    for depth, phase in _walk(phases, 0):
        group = isinstance(phase, Group)
        number += 0 if group else 1
        found.append(Step(phase, phase.outline(titles), clock, lasting(phase), depth, number))
        clock += 0 if group else phase.minutes
    return tuple(found)


def _walk(phases: Sequence[Phase], depth: int) -> Iterator[tuple[int, Phase]]:
    for phase in phases:
        yield depth, phase
        if isinstance(phase, Group):
            yield from _walk(phase.phases, depth + 1)


def lasting(phase: Phase) -> float:
    """Give the minutes of a phase, or of what a group holds."""
    if isinstance(phase, Group):
        return sum(lasting(inner) for inner in phase.phases)
    return phase.minutes


def clock(minutes: float) -> str:
    """Write a moment of the session: `0 h 45`."""
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest:02d}"


def duration(minutes: float) -> str:
    """Write how long something lasts: `25 min`, `2 h 30`."""
    if minutes < 60:  # noqa: PLR2004 - minutes in an hour
        return f"{round(minutes)} min"
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"
