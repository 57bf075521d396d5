"""Exact arithmetic: decimals as fractions, sums as integers, one rounding, to parts per million.

A designer's 0.1 is one tenth, not its nearest binary neighbour. Fractions are put over one
denominator and added as integers, so no order of summing and no machine can change a result.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE = 1_000_000
"""Parts per million: satisfactions, reservations and shares are integers from 0 to `SCALE`."""

Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]
_ROOM = 1 << 62


@lru_cache(maxsize=4096)
def exact(number: float) -> Fraction:
    """Read a number as the decimal its author wrote."""
    return Fraction(repr(float(number)))


def common_denominator(numbers: Iterable[Fraction]) -> int:
    """Give the least denominator over which every number is whole."""
    return lcm(*(number.denominator for number in numbers))


def whole(numbers: Iterable[Fraction], denominator: int) -> tuple[int, ...]:
    """Give the numerators of numbers over a denominator that suits them all."""
    return tuple(one.numerator * (denominator // one.denominator) for one in numbers)


def all_sums(rows: Sequence[Sequence[int]], base: int = 0, *, times: int = 1) -> NDArray[Any]:
    """Add `base` and one number of each row, in every way; the last row varies fastest.

    Shape (product of the rows' lengths,). Python integers stand in for 64 bits when a sum
    multiplied by `times` might not fit.
    """
    largest = abs(base) + sum(max(map(abs, row)) for row in rows)
    total = np.array([base], dtype=np.int64 if largest * times < _ROOM else object)
    for row in rows:
        total = np.add.outer(total, np.array(row, dtype=total.dtype)).ravel()
    return total


def per_million(numerators: NDArray[Any], denominator: int) -> Integers:
    """Round numerators ≥ 0 over a denominator to parts per million: nearest, ties to even.

    So that what mirrors another share (1 − u) rounds to its mirror.
    """
    if denominator >= _ROOM:
        numerators = numerators.astype(object)
    scaled = numerators * SCALE
    parts = scaled // denominator
    rest = 2 * (scaled - parts * denominator)
    up = (rest > denominator) | ((rest == denominator) & (parts % 2 == 1))
    return np.asarray(parts + up, dtype=np.int64)


def rounded(share: Fraction) -> int:
    """Round one share to parts per million: nearest, ties to even."""
    return round(share * SCALE)


def percent(parts_per_million: int) -> int:
    """Round parts per million to percent, a half upwards."""
    return (int(parts_per_million) * 200 + SCALE) // (2 * SCALE)


def root(number: int, degree: int) -> int:
    """Give the greatest integer whose power `degree` is at most `number` ≥ 0 (bisection)."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle)
    return low
