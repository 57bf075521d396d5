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
    number = 0
    for depth, phase, start in _walk(phases, 0, 0.0):
        group = isinstance(phase, Group)
        number += 0 if group else 1
        once = _lasting(phase) if isinstance(phase, Group) else phase.minutes
        found.append(Step(phase, phase.outline(titles), start, once, _times(phase), depth, number))
    return tuple(found)


def _walk(
    phases: Sequence[Phase], depth: int, start: float | None
) -> Iterator[tuple[int, Phase, float | None]]:
    """Go through phases; those that a group repeats are met once, when they first begin."""
    for phase in phases:
        begins = None if isinstance(phase, Group) and phase.ahead else start
        yield depth, phase, begins
        if isinstance(phase, Group):
            yield from _walk(phase.phases, depth + 1, begins)
        if start is not None:
            start += _spent(phase)


def _spent(phase: Phase) -> float:
    """Give the minutes of the session that a phase takes, its times and its pause included."""
    if not isinstance(phase, Group):
        return phase.minutes * _times(phase) + phase.pause
    if phase.ahead:
        return 0
    return sum(map(_spent, phase.phases)) * _times(phase) + phase.pause


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
    return sum(_spent(one.phase) for one in found if not one.depth)


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
