"""Figures in French words."""

import re

from eclaireurs_play.content.wording import listed
from eclaireurs_play.engine.negotiation.exact import SCALE
from eclaireurs_play.simulation.statistics import Interval

__all__ = [
    "between",
    "bounded",
    "capital",
    "counted",
    "decimal",
    "level",
    "listed",
    "moved",
    "number",
    "percent",
    "points",
    "signed",
    "some_points",
    "suiting",
    "typed",
]

_SMALL = 0.05
_ONE_FIGURE, _SEVERAL, _TINY = 10, 2, 0.05
_MINUS = "−"
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")


def percent(share: float, digits: int | None = None) -> str:
    """Write a share: `62 %`; with a decimal near none and near all, unless `digits` says."""
    decimals = _digits(share) if digits is None else digits
    written = f"{100 * share:.{decimals}f}"
    return written.removesuffix(".0").replace(".", ",") + " %"


def _digits(share: float) -> int:
    return int(0 < min(share, 1 - share) < _SMALL)


def level(ppm: float) -> str:
    """Write parts per million as a share."""
    return percent(ppm / SCALE)


def bounded(one: Interval) -> str:
    """Write a share between its bounds, all as finely: `62 % (de 58 à 66 %)`."""
    digits = max(map(_digits, (one.estimate, one.low, one.high)))
    low, high = percent(one.low, digits), percent(one.high, digits)
    return f"{percent(one.estimate, digits)} (de {low.removesuffix(' %')} à {high})"


def points(difference: float) -> str:
    """Write a difference of shares in points, with a decimal when it is small: `−12`, `+0,4`."""
    return signed(100 * difference)


def signed(value: float) -> str:
    """Write a number with its sign, as finely as it needs: `−12`, `+3,4`, `−0,02`, `0`."""
    digits = 0 if abs(value) >= _ONE_FIGURE else 1 if abs(value) >= _TINY else 2
    written = f"{value:+.{digits}f}"
    written = written.rstrip("0").rstrip(".") if digits else written
    return "0" if float(written) == 0 else written.replace(".", ",").replace("-", _MINUS)


def between(one: Interval, unit: str = "") -> str:
    """Write a difference between its bounds, apart where they differ: `−12 (de −15 à −9)`."""
    after = f" {unit}" if unit else ""
    estimate, low, high = map(signed, (one.estimate, one.low, one.high))
    for digits in range(1, _FINEST):
        if low != high or one.low == one.high:
            break
        estimate, low, high = (_finely(each, digits) for each in (one.estimate, one.low, one.high))
    return f"{estimate}{after} (de {low} à {high})"


def _finely(value: float, digits: int) -> str:
    written = f"{value:+.{digits}f}"
    return written.replace(".", ",").replace("-", _MINUS) if float(written) else "0"


_FINEST = 5


def moved(one: Interval) -> str:
    """Write a difference of shares between its bounds, in points."""
    several = "s" if abs(100 * one.estimate) >= _SEVERAL else ""
    return between(one.times(100), f"point{several}")


def decimal(value: float) -> str:
    """Write a number with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",").replace("-", _MINUS)


def some_points(value: float) -> str:
    """Write a number of points with one decimal at most: `0,4 point`, `12 points`."""
    return f"{decimal(value)} point{'s' if abs(round(value, 1)) >= _SEVERAL else ''}"


def typed(value: str) -> str:
    """Write a value as people do, where it was typed as a number: `0,4`."""
    return value.replace(".", ",").replace("-", _MINUS) if _NUMBER.fullmatch(value) else value


def suiting(count: int, size: int | None = None) -> str:
    """Say how many proposals everyone could sign, out of so many."""
    of = "" if size is None else f" sur {number(size)}"
    if not count:
        return f"aucune proposition{of} ne convient à tout le monde"
    return f"{counted(count, 'proposition', 'propositions')}{of} {_SUITS[count > 1]}"


_SUITS = {False: "convient à tout le monde", True: "conviennent à tout le monde"}


def counted(count: int, one: str, several: str) -> str:
    """Write a count with its noun: `1 séance`, `1 200 séances`."""
    return f"{number(count)} {several if count > 1 else one}"


def number(count: int) -> str:
    """Write a count: `1 200`."""
    return f"{count:,}".replace(",", "\u202f")


def capital(words: str) -> str:
    """Begin a sentence with these words."""
    return words[:1].upper() + words[1:]
