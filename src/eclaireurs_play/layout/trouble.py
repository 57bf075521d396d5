"""Troubles of layout that learn, on their way up, what they are about."""

from collections.abc import Iterator
from contextlib import contextmanager

from eclaireurs_play.errors import LayoutError


class Unplaced(LayoutError):  # noqa: N818 - a kind of LayoutError, named for what it is
    """A trouble that does not say yet which card, sheet or page it concerns."""


@contextmanager
def naming(label: str) -> Iterator[None]:
    """Say which text an unplaced trouble concerns: a file, a line, a card."""
    try:
        yield
    except Unplaced as trouble:
        raise LayoutError(f"{label} : {trouble}") from None
