"""Three ways to single out compromises; each gives every proposal tied for it, ascending.

All take `among`, a mask of shape (proposals,), to look only at some proposals (those that cross no
red line, say); without it, at all. What they give is on the frontier of the same proposals.
"""

import numpy as np

from eclaireurs_play.engine.negotiation.exact import Booleans, Integers
from eclaireurs_play.engine.negotiation.frontier import within
from eclaireurs_play.engine.negotiation.table import NegotiationTable

Compromises = tuple[int, ...]
_CLOSE = 1e-9


def nash(table: NegotiationTable, among: Booleans | None = None) -> Compromises:
    """Maximise the product of gains above the reservations (J. Nash, Econometrica 18, 1950).

    Only proposals that leave nobody below its reservation count: there may be none. Where somebody
    can't gain, as many seats as can be do, then the product is theirs (as in Caragiannis et al.,
    2016), so that the result stays on the frontier. A seat without reservation starts from 0.
    """
    gains = table.satisfaction - table.reservations[:, None]
    indices = within(table, among)
    indices = indices[(gains[:, indices] >= 0).all(axis=0)]
    winners = (gains[:, indices] > 0).sum(axis=0)
    indices = _greatest(indices, winners)
    factors = np.maximum(gains[:, indices], 1)
    logarithms = np.log(factors).sum(axis=0)
    near = logarithms >= logarithms.max(initial=0) - _CLOSE
    products = factors[:, near].astype(object).prod(axis=0)
    return _tuple(_greatest(indices[near], products))


def egalitarian(table: NegotiationTable, among: Booleans | None = None) -> Compromises:
    """Maximise the least satisfaction, then the second least, and so on (lexicographic maximin).

    J. Rawls (1971) and A. Sen (1970), on satisfactions, which are comparable by design; E. Kalai's
    egalitarian solution (Econometrica 45, 1977) is the same idea on gains.
    """
    indices = within(table, among)
    levels = np.sort(table.satisfaction[:, indices], axis=0)
    left = np.arange(indices.size)
    for level in levels:
        left = _greatest(left, level[left])
    return _tuple(indices[left])


def utilitarian(table: NegotiationTable, among: Booleans | None = None) -> Compromises:
    """Maximise the sum of satisfactions; for reference, as it may sacrifice a seat."""
    indices = within(table, among)
    return _tuple(_greatest(indices, table.satisfaction[:, indices].sum(axis=0)))


def _greatest(indices: Integers, measure: np.ndarray) -> Integers:
    return indices[measure == measure.max()] if indices.size else indices


def _tuple(indices: Integers) -> Compromises:
    return tuple(map(int, indices))
