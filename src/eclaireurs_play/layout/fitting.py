"""Searching the largest size at which a text fits its place; never below the least."""

from collections.abc import Callable, Iterable

from eclaireurs_play.errors import LayoutError
from eclaireurs_play.layout.lines import OverflowingWord
from eclaireurs_play.layout.trouble import Unplaced
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


def shared(size: Size, texts: Iterable[Callable[[float], bool]]) -> float:
    """Give the largest size at which all of these texts fit, so that they look alike.

    A text that fits at no size, or that can't be drawn, counts for nothing here.
    """
    here = size.most
    for fits in texts:
        try:
            if not _tried(fits, here):
                here = largest(size.model_copy(update={"most": here}), fits) or here
        except Unplaced:
            continue
    return here


def scaled(points: float, size: Size, other: Size) -> float:
    """Give the size of another text that goes down from its most to its least with this one."""
    span = size.most - size.least
    share = (points - size.least) / span if span else 0.0
    return round(other.least + share * (other.most - other.least), 3)


def _tried(fits: Callable[[float], bool], size: float) -> bool:
    try:
        return fits(size)
    except OverflowingWord:
        return False
