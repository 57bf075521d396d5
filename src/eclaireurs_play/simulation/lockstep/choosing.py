"""How a simulated player keeps one of the things it thought of, in many sessions at once."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from eclaireurs_play.engine.negotiation.exact import Booleans, Integers


def best(items: Integers, ranks: NDArray[Any]) -> Integers:
    """Give the first of the best ranked in each session; both of shape (sessions, items)."""
    return np.asarray(items[np.arange(len(items)), ranks.argmax(axis=1)], dtype=np.int64)


def first_best(items: Integers, worth: NDArray[np.float64], enough: Booleans) -> Integers:
    """Give the first that is enough in each session, else the first of the best."""
    return best(items, np.where(enough, np.inf, worth))
