"""The little arithmetic of the report: shares and differences, with what they may be worth."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt
from statistics import NormalDist

_ERROR = 0.05
Z = NormalDist().inv_cdf(1 - _ERROR / 2)
"""The normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate between two bounds, at 95 %."""

    estimate: float
    low: float
    high: float


def wilson(successes: int, trials: int) -> Interval:
    """Bound a share (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927); (0, 1) without a trial."""
    if not trials:
        return Interval(0.0, 0.0, 1.0)
    share, square = successes / trials, Z * Z
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    half = Z * sqrt(share * (1 - share) / trials + square / (4 * trials**2)) / (1 + square / trials)
    return Interval(share, max(0.0, centre - half), min(1.0, centre + half))


def paired(gained: int, lost: int, pairs: int, *, among: int = 1) -> Interval:
    """Bound the difference of two shares of the same sessions, from the pairs that differ.

    `gained` went from no to yes, `lost` from yes to no. A. Agresti & Y. Min (Statistics in
    Medicine 24, 2005): half a pair more in each of the four cells, so that none is certain.
    `among` so many differences, all the intervals hold together at 95 % (Bonferroni).
    """
    z = NormalDist().inv_cdf(1 - _ERROR / (2 * max(1, among)))
    if not pairs:
        return Interval(0.0, -1.0, 1.0)
    up, down, total = gained + 0.5, lost + 0.5, pairs + 2
    centre = (up - down) / total
    half = z * sqrt(up + down - (up - down) ** 2 / total) / total
    return Interval((gained - lost) / pairs, max(-1.0, centre - half), min(1.0, centre + half))


@dataclass(slots=True)
class Distribution:
    """Whole numbers counted, so that memory does not grow with the number of sessions."""

    counts: dict[int, int] = field(default_factory=dict)

    def add(self, value: int) -> None:
        """Count a value."""
        self.counts[value] = self.counts.get(value, 0) + 1

    @property
    def total(self) -> int:
        """Tell how many values were counted."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """Give the mean; 0 without a value."""
        return self._sum(value * count for value, count in self.counts.items())

    def _sum(self, parts: Iterable[int]) -> float:
        return sum(parts) / self.total if self.total else 0.0

    def quantile(self, share: float) -> int:
        """Give the least value that at least this share of the values do not exceed."""
        passed, needed = 0, share * self.total
        for value in sorted(self.counts):
            passed += self.counts[value]
            if passed >= needed:
                return value
        return 0
