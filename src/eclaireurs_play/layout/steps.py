"""The phases of a game in the order they are lived, with when each begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eclaireurs_play.model.outline import Outline, Titles
from eclaireurs_play.model.phases import Group, Phase

AHEAD = "avant"
"""Stands for the moment of a step that is lived ahead of the session."""


@dataclass(frozen=True, slots=True)
class Step:
    """A phase as paper tells it: `start` in minutes from the opening, `depth` inside groups.

    `start` is None for what is lived ahead. `minutes` is for one of its `times`, or for all that
    a group holds.
    """

    phase: Phase
    outline: Outline
    start: float | None
    minutes: float
    times: int
    depth: int
    number: int

    @property
    def is_group(self) -> bool:
        """Tell whether the phase only holds others."""
        return isinstance(self.phase, Group)

    @property
    def begins(self) -> str:
        """Write the moment of the session: `0 h 45`."""
        return AHEAD if self.start is None else clock(self.start)

    @property
    def lasts(self) -> str:
        """Write how long it lasts: `25 min`, `3 × 2 h`; "" when nothing is said."""
        if not self.minutes:
            return ""
        return (
            f"{self.times} × {duration(self.minutes)}" if self.times > 1 else duration(self.minutes)
        )


def steps(phases: Sequence[Phase], titles: Titles) -> tuple[Step, ...]:
    """List phases and what groups hold, numbering those that people live."""
    found: list[Step] = []
    number, clock = 0, 0.0
    for depth, phase, ahead in _walk(phases, 0, ahead=False):
        group = isinstance(phase, Group)
        number += 0 if group else 1
        start = None if ahead else clock
        once = _lasting(phase) if isinstance(phase, Group) else phase.minutes
        found.append(Step(phase, phase.outline(titles), start, once, _times(phase), depth, number))
        if not ahead:
            clock += phase.pause + (0 if group else phase.minutes * _times(phase))
    return tuple(found)


def _walk(phases: Sequence[Phase], depth: int, *, ahead: bool) -> Iterator[tuple[int, Phase, bool]]:
    for phase in phases:
        apart = ahead or (isinstance(phase, Group) and phase.ahead)
        yield depth, phase, apart
        if isinstance(phase, Group):
            yield from _walk(phase.phases, depth + 1, ahead=apart)


def _times(phase: Phase) -> int:
    """Give how often a phase is lived, when the rules say so in advance."""
    return (phase.repeat.times or 1) if phase.repeat else 1


def _lasting(group: Group) -> float:
    """Give the minutes of what a group holds."""
    return sum(
        (_lasting(one) if isinstance(one, Group) else one.minutes) * _times(one)
        for one in group.phases
    )


def whole(found: Sequence[Step]) -> float:
    """Give the minutes of a session, pauses included, without what is lived ahead."""
    lived = [one for one in found if one.start is not None]
    played = sum(one.minutes * one.times for one in lived if not one.is_group)
    return played + sum(one.phase.pause for one in lived)


def whole_words(found: Sequence[Step]) -> str:
    """Write how long a session lasts: `3 h, pause comprise`."""
    pauses = sum(bool(one.phase.pause) for one in found)
    resting = ("", ", pause comprise", ", pauses comprises")[min(pauses, 2)]
    return duration(whole(found)) + resting


def ahead_words(found: Sequence[Step]) -> str:
    """Say what is lived ahead of the session, in a sentence; "" when nothing is."""
    names = [
        f"« {one.phase.title} »"
        for one in found
        if isinstance(one.phase, Group) and one.phase.ahead
    ]
    return f"Avant, d'autres jours : {', '.join(names)}." if names else ""


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
