"""Where a group of contributions is written."""

from typing import NamedTuple

from eclaireurs_play.engine.state import Contribution
from eclaireurs_play.synthesis.reading import Reading

Made = tuple[Contribution, ...]


class Where(NamedTuple):
    """Where a group is written: for whom, under which level of heading.

    `titled` is False when the heading above already says what all this answers; `above`
    are the words of that heading, not to be said twice.
    """

    reading: Reading
    level: int
    titled: bool
    above: str = ""
