"""Figures in French words."""

from eclaireurs_play.simulation.statistics import Interval

_MILLION = 1_000_000


def percent(share: float) -> str:
    """Write a share: `62 %`, `0,4 %` when it would round to none."""
    points = 100 * share
    small = 0 < points < 1
    return f"{points:.1f}".replace(".", ",") + " %" if small else f"{points:.0f} %"


def level(ppm: float) -> str:
    """Write parts per million as a share."""
    return percent(ppm / _MILLION)


def bounded(one: Interval) -> str:
    """Write a share between its bounds."""
    return f"{percent(one.estimate)} (de {percent(one.low)} à {percent(one.high)})"


def points(difference: float) -> str:
    """Write a difference of shares, in points: `−12`, `+3`."""
    whole = round(100 * difference)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def decimal(number: float) -> str:
    """Write a number with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")


def counted(count: int, one: str, several: str) -> str:
    """Write a count with its noun: `1 séance`, `1 200 séances`."""
    return f"{count:,} {several if count > 1 else one}".replace(",", "\u202f")
