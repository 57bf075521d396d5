"""How far a long command is, on a terminal."""

import sys
from time import monotonic
from typing import Self

import click

from eclaireurs_play.cli.words import _
from eclaireurs_play.simulation.wording import number

_CLEAR = "\033[K"
"""What empties the rest of a line on a terminal."""

_WIDTH = 24
_SIXTY = 60
_OFTEN = 0.1
"""Seconds between two drawings of the line."""


class Progress:
    """One line on the error stream: a bar, what is done of how much, and how long is left.

    Where nobody looks, nothing is written.
    """

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._began, self._drawn = monotonic(), 0.0
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._shown:
            click.echo(f"\r{_CLEAR}", nl=False, err=True)

    def tick(self, count: int) -> None:
        """Count what was just done."""
        self._done += count
        now = monotonic()
        if self._shown and now - self._drawn > _OFTEN:
            self._drawn = now
            click.echo(f"\r{self._line(now - self._began)}{_CLEAR}", nl=False, err=True)

    def _line(self, spent: float) -> str:
        full = _WIDTH * self._done // self._total
        left = spent / self._done * (self._total - self._done)
        said = _("{bar} {done} sur {total}, encore {left}")
        bar = "█" * full + "░" * (_WIDTH - full)
        done, total = number(self._done), number(self._total)
        return said.format(bar=bar, done=done, total=total, left=duration(left))


def duration(seconds: float) -> str:
    """Write a duration: 12 s, 4 min, 1 h 05."""
    if seconds < _SIXTY:
        return f"{round(seconds)} s"
    hours, minutes = divmod(round(seconds / _SIXTY), _SIXTY)
    return f"{hours} h {minutes:02}" if hours else f"{minutes} min"
