"""Names of the people who share a seat: typed in a row, said in a row."""

import re
from collections.abc import Iterable

from eclaireurs_play.play.naming import listed

_BETWEEN = re.compile(r"[,;&]|(?<![^\s,;&])et(?![^\s,;&])", re.IGNORECASE)


def read_names(text: str) -> tuple[str, ...]:
    """Cut « Léa et Omar », or « Léa, Omar », into names, each once."""
    cut = (" ".join(one.split()) for one in _BETWEEN.split(text))
    return tuple(dict.fromkeys(one for one in cut if one))


def said_names(people: Iterable[str]) -> str:
    """Say names in a row: « Léa et Omar »."""
    return listed(people)
