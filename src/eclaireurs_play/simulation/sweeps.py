"""Values to try for a path, evenly spaced or listed, and every way to combine several paths."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

from eclaireurs_play.content.wording import quoted
from eclaireurs_play.simulation.assigning import Assignment, VariantError, assignment

MOST_VALUES = 100
MOST_VARIANTS = 400
"""More variants than that are not played at once."""

_RANGE = re.compile(r"([^:]*):([^:]*):([^:]*)")
_NUMBER = re.compile(r"[-+]?\d{1,12}(\.\d{1,9})?")
_MOST_DECIMALS = 9
_FINE = 1000
"""When steps do not fall on decimals, values are rounded to a thousandth of a step or finer."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """A path and the values it takes in turn, as they would be typed."""

    path: str
    values: tuple[str, ...]


def sweep(text: str) -> Sweep:
    """Read `PATH=START:STOP:COUNT` or `PATH=a,b,c`; VariantError when it is neither.

    Values are decimals, both ends included; `2:12:6` gives 2, 4, 6, 8, 10 and 12.
    """
    if "=" not in text:
        raise VariantError(
            "Ce qui varie s'écrit CHEMIN=DÉBUT:FIN:NOMBRE ou CHEMIN=a,b,c, comme "
            f"seats.jury.weights.eau=-8:-2:4 : {quoted(text)}."
        )
    read = assignment(text)
    if spaced := _RANGE.fullmatch(read.value):
        start, stop, count = (one.strip() for one in spaced.groups())
        return Sweep(read.path, _spaced(read.path, start, stop, count))
    values = tuple(one.strip() for one in read.value.split(","))
    if not all(values):
        raise VariantError(f"{quoted(read.path)} : une valeur manque entre deux virgules.")
    return Sweep(read.path, _several(read.path, values))


def grid(sweeps: Sequence[Sweep]) -> tuple[tuple[Assignment, ...], ...]:
    """Combine the values of several sweeps, the last varying fastest; bounded, in one sentence."""
    paths = [one.path for one in sweeps]
    for path in paths:
        if paths.count(path) > 1:
            raise VariantError(f"{quoted(path)} varie deux fois : gardez une seule fois.")
    count = prod(len(one.values) for one in sweeps)
    if count > MOST_VARIANTS:
        raise VariantError(
            f"{count} combinaisons, {MOST_VARIANTS} au plus : variez moins de valeurs."
        )
    return tuple(
        tuple(Assignment(path, value) for path, value in zip(paths, point, strict=True))
        for point in product(*(one.values for one in sweeps))
    )


def _several(path: str, values: tuple[str, ...]) -> tuple[str, ...]:
    distinct = tuple(dict.fromkeys(values))
    if len(distinct) == 1:
        raise VariantError(f"{quoted(path)} : donnez au moins deux valeurs différentes.")
    if len(distinct) > MOST_VALUES:
        raise VariantError(f"{quoted(path)} : {len(distinct)} valeurs, {MOST_VALUES} au plus.")
    return distinct


def _spaced(path: str, start: str, stop: str, count: str) -> tuple[str, ...]:
    for one in (start, stop):
        if not _NUMBER.fullmatch(one):
            hint = " ; les décimales s'écrivent avec un point" if "," in one else ""
            raise VariantError(f"{quoted(path)} : {quoted(one)} n'est pas un nombre{hint}.")
    if not re.fullmatch(r"\d{1,9}", count) or not 1 < int(count) <= MOST_VALUES:
        raise VariantError(
            f"{quoted(path)} : {quoted(count)} valeurs ; demandez-en de 2 à {MOST_VALUES}."
        )
    first, last, steps = Fraction(start), Fraction(stop), int(count) - 1
    step = (last - first) / steps
    exact = [first + step * rank for rank in range(int(count))]
    return _several(path, tuple(_decimal(one, _places(one, step)) for one in exact))


def _places(value: Fraction, step: Fraction) -> int:
    """Say how many decimals write a value exactly, or finely enough when none do."""
    if (value * 10**_MOST_DECIMALS).denominator == 1:
        return _MOST_DECIMALS
    return next(n for n in range(3, 40) if abs(step) * 10**n >= _FINE)


def _decimal(value: Fraction, places: int) -> str:
    """Write a fraction as a decimal, without idle zeros."""
    scaled = round(value * 10**places)
    sign, digits = "-" if scaled < 0 else "", str(abs(scaled)).rjust(places + 1, "0")
    whole, rest = digits[:-places], digits[-places:].rstrip("0")
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"
