"""The arithmetic of the report: shares, means and differences, with what they may be worth.

Intervals are at 95 %. `among` so many comparisons looked at together, each is widened so that all
hold at once (Bonferroni): what stands out among thirty is not mistaken for luck.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

_ERROR = 0.05


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate between two bounds."""

    estimate: float
    low: float
    high: float

    @property
    def sign(self) -> int:
        """Give -1 or 1 when both bounds are on that side of zero, else 0."""
        return (self.low > 0) - (self.high < 0)

    def times(self, factor: float) -> "Interval":
        """Give the interval in another unit; the factor is above zero."""
        return Interval(self.estimate * factor, self.low * factor, self.high * factor)


def normal(among: int = 1) -> float:
    """Give the normal quantile of the interval: 1.96 for one comparison."""
    return NormalDist().inv_cdf(1 - _ERROR / (2 * max(1, among)))


def wilson(successes: int, trials: int, *, among: int = 1) -> Interval:
    """Bound a share (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927); (0, 1) without a trial."""
    if not trials:
        return Interval(0.0, 0.0, 1.0)
    share, square = successes / trials, normal(among) ** 2
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    half = sqrt(square * (share * (1 - share) / trials + square / (4 * trials**2)))
    half /= 1 + square / trials
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return Interval(share, min(low, share), max(high, share))


def apart(one: Interval, other: Interval) -> Interval:
    """Bound the first of two shares less the second, each bounded by `wilson` on its own cases.

    R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.
    """
    estimate = one.estimate - other.estimate
    down = sqrt((one.estimate - one.low) ** 2 + (other.high - other.estimate) ** 2)
    up = sqrt((one.high - one.estimate) ** 2 + (other.estimate - other.low) ** 2)
    return Interval(estimate, estimate - down, estimate + up)


@dataclass(frozen=True, slots=True)
class Fourfold:
    """Sessions played twice: yes both times, lost (yes then no), gained (no then yes), neither."""

    both: int = 0
    lost: int = 0
    gained: int = 0
    neither: int = 0

    def __add__(self, other: "Fourfold") -> "Fourfold":
        return Fourfold(
            self.both + other.both,
            self.lost + other.lost,
            self.gained + other.gained,
            self.neither + other.neither,
        )

    @classmethod
    def of(cls, before: ArrayLike, after: ArrayLike) -> "Fourfold":
        """Count from two rows of booleans of the same sessions."""
        cells = np.bincount(
            2 * np.asarray(before, dtype=np.int64) + np.asarray(after, dtype=np.int64), minlength=4
        )
        neither, gained, lost, both = map(int, cells)
        return cls(both, lost, gained, neither)

    @property
    def pairs(self) -> int:
        """Count the sessions."""
        return self.both + self.lost + self.gained + self.neither

    @property
    def before(self) -> int:
        """Count those that said yes the first time."""
        return self.both + self.lost

    @property
    def after(self) -> int:
        """Count those that said yes the second time."""
        return self.both + self.gained


def paired(cells: Fourfold, *, among: int = 1) -> Interval:
    """Bound the difference of two shares of the same sessions, the second less the first.

    R. G. Newcombe, Statistics in Medicine 17 (1998), 2635-2650, method 10: two Wilson intervals
    put together, and the correlation of the pairs.
    """
    if not cells.pairs:
        return Interval(0.0, -1.0, 1.0)
    first = wilson(cells.before, cells.pairs, among=among)
    second = wilson(cells.after, cells.pairs, among=among)
    phi = _correlation(cells)
    estimate = second.estimate - first.estimate

    def reach(down: float, up: float) -> float:
        return sqrt(max(0.0, down * down - 2 * phi * down * up + up * up))

    low = estimate - reach(second.estimate - second.low, first.high - first.estimate)
    high = estimate + reach(first.estimate - first.low, second.high - second.estimate)
    return Interval(estimate, max(-1.0, low), min(1.0, high))


def _correlation(cells: Fourfold) -> float:
    """Give the correlation of two answers, corrected for continuity as Newcombe does."""
    sides = cells.before * cells.after
    others = (cells.pairs - cells.before) * (cells.pairs - cells.after)
    if not sides * others:
        return 0.0
    product = cells.both * cells.neither - cells.lost * cells.gained
    if product > 0:
        return max(0.0, product - cells.pairs / 2) / sqrt(sides * others)
    return product / sqrt(sides * others)


def student(freedom: int, *, among: int = 1) -> float:
    """Give the quantile of Student's law, with so many degrees of freedom.

    The expansion of M. Abramowitz & I. Stegun (1964), 26.7.5; within 0.3 % from five degrees on.
    """
    z = normal(among)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return z + float(sum(term / freedom**power for power, term in enumerate(terms, 1)))


def own_effects(
    together: NDArray[np.int64], sums: NDArray[np.int64], squares: int, count: int
) -> tuple[Interval, ...] | None:
    """Untangle what each of several causes does, from sums over `count` cases where some were.

    A difference is explained by the causes there were, none when there were none (ordinary least
    squares without a constant; Student's intervals, that hold together). `together` counts how
    many cases had each two causes, `sums` adds the differences where each cause was, `squares`
    adds them squared. None when some causes can't be told apart.
    """
    freedom = count - sums.size
    if freedom < 1 or np.linalg.matrix_rank(together) < sums.size:
        return None
    inverse = np.linalg.inv(together.astype(np.float64))
    effects = inverse @ sums
    spread = max(0.0, squares - float(sums @ effects)) / freedom
    quantile = student(freedom, among=sums.size)
    halves = quantile * np.sqrt(spread * np.diag(inverse))
    return tuple(
        Interval(float(effect), float(effect - half), float(effect + half))
        for effect, half in zip(effects, halves, strict=True)
    )


_LEAST = 6
"""Under so many values, nothing is said of a mean."""


@dataclass(frozen=True, slots=True)
class Moments:
    """How many whole numbers there were, their sum, the sum of their squares: exact, and added."""

    count: int = 0
    total: int = 0
    squares: int = 0

    def __add__(self, other: "Moments") -> "Moments":
        return Moments(
            self.count + other.count, self.total + other.total, self.squares + other.squares
        )

    @classmethod
    def of(cls, values: ArrayLike) -> "Moments":
        """Count an array of whole numbers."""
        whole = np.asarray(values, dtype=np.int64)
        return cls(int(whole.size), int(whole.sum()), int((whole * whole).sum()))

    @property
    def mean(self) -> float:
        """Give the mean; 0 without a value."""
        return self.total / self.count if self.count else 0.0

    def bounds(self, *, among: int = 1) -> Interval:
        """Bound the mean (Student's interval); without end when there are too few values."""
        if self.count < _LEAST:
            return Interval(self.mean, float("-inf"), float("inf"))
        spread = max(0, self.squares * self.count - self.total**2)
        error = sqrt(spread / (self.count * (self.count - 1))) / sqrt(self.count)
        half = student(self.count - 1, among=among) * error
        return Interval(self.mean, self.mean - half, self.mean + half)


@dataclass(slots=True)
class Distribution:
    """Whole numbers counted: as large as the values that came, whatever the number of sessions."""

    counts: dict[int, int] = field(default_factory=dict)

    def __add__(self, other: "Distribution") -> "Distribution":
        added = dict(self.counts)
        for value, count in other.counts.items():
            added[value] = added.get(value, 0) + count
        return Distribution(added)

    @classmethod
    def of(cls, values: ArrayLike, times: Iterable[int] | None = None) -> "Distribution":
        """Count an array of whole numbers, each so many times (once by default)."""
        whole = np.asarray(values, dtype=np.int64)
        if times is None:
            found, counts = np.unique(whole, return_counts=True)
            return cls(dict(zip(found.tolist(), counts.tolist(), strict=True)))
        made = cls()
        for value, count in zip(whole.tolist(), times, strict=True):
            made.counts[value] = made.counts.get(value, 0) + count
        return made

    @property
    def total(self) -> int:
        """Tell how many values were counted."""
        return sum(self.counts.values())

    @property
    def moments(self) -> Moments:
        """Add the values up."""
        items = self.counts.items()
        return Moments(
            self.total,
            sum(value * count for value, count in items),
            sum(value * value * count for value, count in items),
        )

    @property
    def mean(self) -> float:
        """Give the mean; 0 without a value."""
        return self.moments.mean

    def quantile(self, share: float) -> int:
        """Give the least value that at least this share of the values do not exceed."""
        return next(self._ranked((share * self.total,)), 0)

    def quantiles(self, *shares: float) -> tuple[int, ...]:
        """Give several quantiles, from the least share to the greatest; 0 without a value."""
        found = tuple(self._ranked(share * self.total for share in shares))
        return found or (0,) * len(shares)

    def median(self) -> Interval:
        """Bound the median by ranks (W. R. Thompson, Ann. Math. Stat. 7, 1936), law made normal."""
        half = normal() * sqrt(self.total) / 2
        middle = self.total / 2
        ranks = (max(0.0, middle - half), middle, min(float(self.total), middle + half + 1))
        found = tuple(self._ranked(ranks)) or (0, 0, 0)
        return Interval(found[1], found[0], found[2])

    def _ranked(self, ranks: Iterable[float]) -> Iterator[int]:
        """Give the value at each rank, in ascending order."""
        values = iter(sorted(self.counts.items()))
        value, passed = None, 0
        for rank in ranks:
            while value is None or passed < rank:
                item = next(values, None)
                if item is None:
                    break
                value, passed = item[0], passed + item[1]
            if value is not None:
                yield value
