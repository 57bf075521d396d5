"""The sound that says that time is up: two soft notes, made here."""

from array import array
from math import exp, pi, sin

RATE = 22_050
"""Samples in a second."""

NOTES = ((523.25, 0.0), (392.0, 0.22))
"""Each note in hertz, and when it begins, in seconds."""

LENGTH, FADE, LOUD = 0.9, 6.0, 0.22


def chime() -> bytes:
    """Give its samples: 16 bits, signed, one channel."""
    moments = (one / RATE for one in range(int(LENGTH * RATE)))
    return array("h", (round(32_767 * _at(one)) for one in moments)).tobytes()


def _at(second: float) -> float:
    """Add up the notes that sound at a moment, each rising in 10 ms, then dying away."""
    whole = 0.0
    for pitch, start in NOTES:
        gone = second - start
        if gone > 0:
            whole += min(1.0, gone / 0.01) * exp(-FADE * gone) * sin(2 * pi * pitch * gone)
    return LOUD * whole
