"""Searching the largest size at which a text fits its place; never below the least."""

from collections.abc import Callable

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.lines import OverflowingWord
from eclaireurs_play.model.print import Size

STEP = 0.1
"""Sizes are tried by tenths of a point."""


def largest(size: Size, fits: Callable[[float], bool]) -> float | None:
    """Give the largest size in points at which something fits, or None when none does.

    The largest size is tried first: most texts fit it; then the interval is halved.
    """
    if _tried(fits, size.most):
        return size.most
    if not _tried(fits, size.least):
        return None
    low, high = 0, round((size.most - size.least) / STEP)
    while high - low > 1:
        middle = (low + high) // 2
        if _tried(fits, size.least + middle * STEP):
            low = middle
        else:
            high = middle
    return round(size.least + low * STEP, 3)


def fitted(size: Size, fits: Callable[[float], bool], label: str, what: str) -> float:
    """Give the largest size that fits; `label` and `what` name the text that does not."""
    found = largest(size, fits)
    if found is None:
        least = f"{size.least:g}".replace(".", ",")
        raise LayoutError(f"{label} : {what} ne tient pas, même à {least} pt")
    return found


def _tried(fits: Callable[[float], bool], size: float) -> bool:
    try:
        return fits(size)
    except OverflowingWord:
        return False
